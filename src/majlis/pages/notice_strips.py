"""Notices as strips: the time at the side, a word on what happened, the title, and how it was before."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from majlis.calendars.words import capitalised, clock, clock_range, long_date
from majlis.pages.alteration_sayings import Sayings
from majlis.pages.alteration_words import alteration_word
from majlis.pages.colours import INK, QUIET, RULE, WHITE
from majlis.pages.edition import Edition, Role
from majlis.pages.notices import Notice, Status
from majlis.pages.sayings import meta_line, people_line, title_of
from majlis.pages.wording import word
from majlis.programme.alterations import Added, Alteration, DayAltered, Renamed
from majlis.programme.programme import end_of
from majlis.programme.records import Day
from majlis.typesetting.blocks import Area, Mark, Strip, Stroke, Words, strips_of
from majlis.typesetting.lines import Line, height_of

CHANGED: Final = "#8a5200"
COLOURS: Final[dict[str, str]] = {
    "new": "#1a7042",
    "revived": "#1a7042",
    "cancelled": "#b3261e",
    "moved": "#55606e",
    "new_time": CHANGED,
    "new_place": CHANGED,
    "new_slot": CHANGED,
    "changed": "#1d5fa8",
}
"""A colour for each status, all dark enough for white text; the word says it too."""

_TIMES: Final = 47.0
"""Points that the column of times is wide at scale 1."""

_GONE: Final = frozenset({"cancelled", "moved"})
_PILL_PAD: Final = 6.0


def notice_strips(sayings: Sayings, notice: Notice, *, first: bool) -> list[Strip]:
    """Return a notice, kept together and, where it is the first, with what stands above."""
    edition = sayings.edition
    x = _TIMES * edition.paper.scale
    width = edition.paper.measure - x
    pill = _pill(edition, notice.status, x, width)
    rule: tuple[Mark, ...] = () if first else (Stroke(0, -6, edition.paper.measure, -6, RULE, 0.6),)
    head = Strip(pill.height, (*rule, *_times(sayings, notice, x), *pill.marks), space=8.0 if first else 16.0)
    strips = [replace(head, kept=first)]
    for lines, tag, space in _body(sayings, notice, width):
        strips += strips_of(lines, x=x, width=width, tag=tag, space=space, kept=True, whole=True)
    return strips


def further_strips(sayings: Sayings, item: Alteration, *, first: bool) -> list[Strip]:
    """Return how a place, a person or the event is called now, or when a day is."""
    edition = sayings.edition
    now, before = _further(sayings, item)
    lines = edition.lines(now, "title", edition.paper.measure)
    strips = strips_of(lines, x=0, width=edition.paper.measure, tag="H3", space=12.0, kept=first, whole=True)
    under = edition.lines(before, "small", edition.paper.measure, colour=QUIET)
    return [*strips, *strips_of(under, x=0, width=edition.paper.measure, space=1.0, kept=True, whole=True)]


def pill_marks(
    edition: Edition, text: str, colour: str, x: float, y: float, width: float
) -> tuple[tuple[Mark, ...], float]:
    """Return a word in white on a colour, as wide as it is, and how high that is."""
    lines = edition.cut(text, "note", width - 2 * _PILL_PAD, 30, floor=6, colour=WHITE)
    wide = max((line.width for line in lines), default=0.0)
    height = height_of(lines) + 4.0
    ground = Area(x, y, wide + 2 * _PILL_PAD, height, fill=colour, radius=height / 2)
    low = 3.2 if edition.right_to_left else 2.0  # letters of Arabic hang lower in their line than Latin ones
    return (ground, Words(x + _PILL_PAD, y + low, width - 2 * _PILL_PAD, lines)), height


def struck(lines: tuple[Line, ...], x: float, y: float, colour: str) -> Iterator[Stroke]:
    """Yield the strokes through lines that stand at their starting side."""
    for line in lines:
        middle = y + line.baseline - 0.22 * line.height
        yield Stroke(x, middle, x + line.width, middle, colour, max(line.height / 14, 0.6))
        y += line.height


def _pill(edition: Edition, status: Status, x: float, width: float) -> Strip:
    marks, height = pill_marks(edition, _status_word(edition, status), COLOURS[status], x, 0, width)
    return Strip(height, marks)


def _status_word(edition: Edition, status: Status) -> str:
    if status == "cancelled":
        return word(status, edition.language)
    return alteration_word(status, edition.language)


def _times(sayings: Sayings, notice: Notice, width: float) -> Iterator[Mark]:
    """Yield from when until when, struck through where nothing is held then any more."""
    edition, start = sayings.edition, notice.slot.start
    if start is None:
        return
    gone = notice.status in _GONE
    minutes = sayings.minutes_before(notice.session.id) if gone else notice.session.minutes
    y = -2.0
    roles: tuple[tuple[Role, str], ...] = (("section", INK), ("small", QUIET))
    for (role, colour), moment in zip(roles, (start, end_of(start, minutes)), strict=True):
        lines = edition.lines(clock(moment, edition.language), role, width, colour=QUIET if gone else colour)
        yield Words(0, y, width, lines)
        if gone:
            yield from struck(lines, 0, y, QUIET)
        y += height_of(lines)


def _body(sayings: Sayings, notice: Notice, width: float) -> Iterator[tuple[tuple[Line, ...], str, float]]:
    edition, session = sayings.edition, notice.session
    title, language = title_of(edition, session)
    colour = QUIET if notice.status in _GONE else ""
    yield edition.lines(title, "section", width, language=language, colour=colour), "H4", 4.0
    second, second_language = edition.under(session.title)
    yield edition.lines(second, "small", width, language=second_language, colour=QUIET), "P", 0.5
    if notice.now is not None:
        now = sayings.word("now", text=sayings.slot(notice.now, session.minutes, notice.slot))
        yield edition.lines(now, "title", width), "P", 2.0
    if notice.before is not None:
        minutes = sayings.minutes_before(session.id)
        before = sayings.before(sayings.slot(notice.before, minutes, notice.slot))
        yield edition.lines(before, "small", width, colour=QUIET), "P", 2.0
    for item in notice.items:
        for text in _said(sayings, item):
            yield edition.lines(text, "small", width), "P", 2.0


def _said(sayings: Sayings, item: Alteration) -> Iterator[str]:
    edition = sayings.edition
    if isinstance(item, Added):
        session = edition.programme.sessions[item.session_id]
        yield people_line(edition, session)
        yield meta_line(edition, session, None)
    else:
        yield sayings.said(item)


def _further(sayings: Sayings, item: Alteration) -> tuple[str, str]:
    edition = sayings.edition
    match item:
        case Renamed("days", key, _, after):
            day = edition.programme.days[key]
            now = f"{_date(edition, day)}: {sayings.name(after)}" if after else _date(edition, day)
            return now, sayings.said(item)
        case Renamed(_, _, _, after):
            return sayings.name(after), sayings.said(item)
        case DayAltered(_, before, after) if after is not None:
            now = f"{_date(edition, after)}, {_hours(edition, after)}"
            return now, sayings.before(_hours(edition, before)) if before else sayings.word("new")
        case DayAltered(_, before, _) if before is not None:
            return _date(edition, before), word("cancelled", edition.language)
        case _:
            return "", ""


def _date(edition: Edition, day: Day) -> str:
    return capitalised(long_date(day.date, edition.language))


def _hours(edition: Edition, day: Day) -> str:
    return clock_range(day.start, day.end, edition.language)
