"""One session as it stands in a list: the time hangs in a column of its own, a bar shows the theme."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from majlis.calendars.words import clock
from majlis.pages.colours import QUIET
from majlis.pages.edition import Edition, Role
from majlis.pages.sayings import is_service, meta_line, people_line, title_of
from majlis.programme.programme import end_of
from majlis.programme.records import Placement, Session
from majlis.typesetting.blocks import Anchor, Area, Mark, Strip, Words, strips_of
from majlis.typesetting.lines import Line, height_of
from majlis.typesetting.styles import Span

_MOST_TITLE_LINES: Final = 8
_SMALLEST_TITLE: Final = 7.0
_ENDLESS: Final = 1e9
_BAR: Final = 2.2
_LONGEST_BAR: Final = 150.0
"""Points that the bar of the theme is wide, and high at most; a title may go on over several pages."""
_TIMES: Final = 40.0
"""Points that the column of times is wide, with the bar in it, at scale 1."""

_AIR: Final = 9.0
"""Points between two sessions."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A session where it is listed: placed or not, within a block or by itself, in full or in short."""

    session: Session
    placement: Placement | None = None
    depth: int = 0
    full: bool = True


def anchor_of(entry: Entry) -> str:
    """Return the name of the anchor at an entry."""
    return f"placement:{entry.placement.id}" if entry.placement else f"session:{entry.session.id}"


def entry_strips(edition: Edition, entry: Entry, width: float) -> list[Strip]:
    """Return a session as strips; the abstract only where the edition has abstracts and the entry is in full."""
    edition.steps.step()
    time_width = _TIMES * edition.paper.scale
    x = time_width + entry.depth * 10
    body = width - x
    service = is_service(entry.session)
    head = _head(edition, entry, body, service=service)
    strips = [strip for lines, tag, space in head for strip in _block(lines, tag, x, body, space)]
    strips = [replace(strip, kept=number > 0) for number, strip in enumerate(strips)]
    marks = _side_marks(edition, entry, time_width, strips)
    text = _abstract(edition, entry, x, body) if entry.full and edition.options.abstracts and not service else []
    return _begun([*strips, *text], edition, entry, marks)


def _head(
    edition: Edition, entry: Entry, body: float, *, service: bool
) -> list[tuple[tuple[Line, ...], str, float]]:
    """Return the lines of the title, what stands under it, the people, and the line of place and theme."""
    session = entry.session
    second, second_language = edition.under(session.title)
    subtitle, subtitle_language = edition.best(session.subtitle)
    colour = QUIET if service or session.state == "cancelled" else ""
    lines = _title_lines(edition, session, "small" if service else "title", body, colour)
    people = people_line(edition, session)
    return [
        (lines, "H3", 0.0),
        (edition.lines(second, "small", body, language=second_language, colour=QUIET), "P", 0.5),
        (edition.lines(subtitle, "small", body, language=subtitle_language), "P", 0.5),
        (edition.lines(people, "small", body), "P", 1.0),
        (edition.lines(meta_line(edition, session, entry.placement), "note", body), "P", 0.8),
    ]


def _title_lines(edition: Edition, session: Session, role: Role, body: float, colour: str) -> tuple[Line, ...]:
    """Return all of a title, smaller where a word of it is wider than the column."""
    title, language = title_of(edition, session)
    style = edition.style(role, language, colour=colour)
    paragraph = edition.paragraph([Span(title, style)], role)
    made = paragraph.fit(body, _ENDLESS, _SMALLEST_TITLE)
    if made.strained:
        edition.doubt(session.id, f"A word of the title “{title[:60]}…” is wider than the column, and was broken.")
    elif len(made.lines) > _MOST_TITLE_LINES:
        told = f"The title “{title[:60]}…” takes {len(made.lines)} lines in the list; shorten it."
        edition.doubt(session.id, told)
    return made.lines if made.strained or made.size < style.size else edition.whole_lines(paragraph, body)


def _block(lines: tuple[Line, ...], tag: str, x: float, width: float, space: float) -> list[Strip]:
    return strips_of(lines, x=x, width=width, tag=tag, space=space)


def _abstract(edition: Edition, entry: Entry, x: float, body: float) -> list[Strip]:
    session = entry.session
    text, language = edition.best(session.abstract)
    if not text:
        text, language = edition.best(session.description)
    strips: list[Strip] = []
    for paragraph in filter(None, (piece.strip() for piece in text.split("\n"))):
        made = edition.paragraph([Span(paragraph, edition.style("text", language))], "text", hyphenate=True)
        strips += strips_of(made.lines(body), x=x, width=body, space=1.6 if strips else 2.6, kept=not strips)
    return strips


def _begun(strips: list[Strip], edition: Edition, entry: Entry, marks: list[Mark]) -> list[Strip]:
    first = strips[0]
    start = entry.placement.start if entry.placement else None
    label = clock(start, edition.language) if start else ""
    begun = replace(first, marks=(*marks, *first.marks), space=_AIR if entry.depth == 0 else 4.0, label=label)
    return [begun, *strips[1:]]


def _side_marks(edition: Edition, entry: Entry, time_width: float, head: list[Strip]) -> list[Mark]:
    """Return the anchor, the time and the bar of the theme beside the head of an entry."""
    marks: list[Mark] = [Anchor(anchor_of(entry), 0)]
    start = entry.placement.start if entry.placement else None
    if start is not None:
        marks += _times(edition, start, end_of(start, entry.session.minutes), time_width, head)
    if not is_service(entry.session):
        height = sum(strip.height for strip in head) + sum(strip.space for strip in head[1:])
        colour = edition.theme_colour(entry.session.theme_id)
        length = min(max(height - 2.4, 6), _LONGEST_BAR)
        marks.append(Area(time_width + entry.depth * 10 - 6, 1.6, _BAR, length, fill=colour))
    return marks


def _times(edition: Edition, start: datetime, end: datetime, width: float, head: list[Strip]) -> list[Mark]:
    first = _first_line(head)
    starts = edition.lines(clock(start, edition.language), "title", width)
    marks: list[Mark] = [Words(0, first - starts[0].baseline, width, starts)]
    if len(head) > 1:
        ends = edition.lines(clock(end, edition.language), "note", width)
        marks.append(Words(0, first - starts[0].baseline + height_of(starts), width, ends))
    return marks


def _first_line(head: list[Strip]) -> float:
    """Return how far below the top of an entry the baseline of its title lies."""
    words = next((mark for mark in head[0].marks if isinstance(mark, Words)), None)
    return words.lines[0].baseline if words else 0.0
