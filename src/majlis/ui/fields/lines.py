"""Fields with one thing a line: opening hours, web addresses."""

from collections.abc import Callable
from datetime import datetime, timedelta
import re
from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from majlis.programme.records import Link, Span
from majlis.programme.refusal import Refusal
from majlis.ui.fields.field import Field, LeavingFilter
from majlis.ui.fields.growing import Growing
from majlis.ui.languages import LTR

_HOURS: Final = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d?:\d\d)\s*[-–—]\s*(?:(\d{4}-\d\d-\d\d)[ T])?(\d\d?:\d\d)")


class LinesField(Field):
    """Several values, each written on a line of its own."""

    def __init__(
        self,
        name: str,
        words: str,
        parse: Callable[[str], object],
        write: Callable[[object], str],
        parent: QWidget | None = None,
    ) -> None:
        self._area = Growing()
        self._parse, self._line = parse, write
        super().__init__(name, self._area, words, parent)
        self._area.setLayoutDirection(LTR)
        option = self._area.document().defaultTextOption()
        option.setTextDirection(LTR)
        self._area.document().setDefaultTextOption(option)
        LeavingFilter(self._area).left.connect(self.commit)

    @override
    def read(self) -> object:
        lines = (line.strip() for line in self._area.toPlainText().splitlines())
        return tuple(self._parse(line) for line in lines if line)

    @override
    def draft(self) -> object:
        return self._area.toPlainText()

    @override
    def restore(self, draft: object) -> None:
        self._area.setPlainText(str(draft))

    @override
    def write(self, value: object) -> None:
        values = value if isinstance(value, tuple) else ()
        self._area.setPlainText("\n".join(self._line(one) for one in values))

    def hint(self, text: str) -> None:
        """Show faint words while the field is empty."""
        self._area.setPlaceholderText(text)


def hours_field(name: str, words: str, parent: QWidget | None = None) -> LinesField:
    """Return a field of opening hours, each as `2027-10-21 09:00–18:00`."""
    field = LinesField(name, words, parse_hours, hours_line, parent)
    field.hint("2027-10-21 09:00–18:00")
    return field


def links_field(name: str, words: str, parent: QWidget | None = None) -> LinesField:
    """Return a field of web addresses, each after the words that lead to it."""
    field = LinesField(name, words, parse_link, link_line, parent)
    field.hint("Slides https://example.org/slides")
    return field


def parse_hours(line: str) -> Span:
    """Return the stretch that a line names; one that closes before it opens ends on the next morning."""
    found = _HOURS.fullmatch(line)
    if not found:
        raise Refusal(f"“{line}” names no hours; write them as 2027-10-21 09:00–18:00.")
    day, opens, last, closes = found.groups()
    try:
        start = datetime.strptime(f"{day} {opens}", "%Y-%m-%d %H:%M")
        end = datetime.strptime(f"{last or day} {closes}", "%Y-%m-%d %H:%M")
    except ValueError as error:
        raise Refusal(f"“{line}” names a day or time that there is not; check it.") from error
    if last and end <= start:
        raise Refusal(f"“{line}” ends before it starts; check it.")
    return Span(start, end if end > start else end + timedelta(days=1))


def hours_line(span: object) -> str:
    """Return a stretch of time as a line."""
    if not isinstance(span, Span):
        raise TypeError(f"{span!r} is no span")
    within = span.end - span.start <= timedelta(days=1)
    return f"{span.start:%Y-%m-%d %H:%M}–{span.end:{'%H:%M' if within else '%Y-%m-%d %H:%M'}}"


def parse_link(line: str) -> Link:
    """Return the link that a line names: its last word is the address."""
    *title, url = line.split()
    if "." not in url and ":" not in url:
        raise Refusal(f"“{line}” ends in no web address; write it as: Slides https://example.org/slides")
    return Link(" ".join(title), url)


def link_line(link: object) -> str:
    """Return a link as a line."""
    if not isinstance(link, Link):
        raise TypeError(f"{link!r} is no link")
    return f"{link.title} {link.url}".strip()
