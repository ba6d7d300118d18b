"""The sessions of one person as strips: by day, each with its time, place and role, and what changed of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from majlis.calendars.words import capitalised, clock, joined, long_date, short_day
from majlis.pages.alteration_sayings import Sayings
from majlis.pages.badge_roles import role_colour
from majlis.pages.colours import INK, QUIET
from majlis.pages.edition import Edition, Role
from majlis.pages.engagements import Engagement
from majlis.pages.notice_strips import CHANGED, struck
from majlis.pages.sayings import title_of
from majlis.pages.wording import word
from majlis.programme.alterations import Alteration
from majlis.programme.alterations.telling import session_of
from majlis.programme.programme import end_of
from majlis.typesetting.blocks import Area, Mark, Strip, Stroke, Words, beside, strips_of
from majlis.typesetting.lines import Line, height_of

Piece = tuple[tuple[Line, ...], str, float]
"""Lines, what they are in the document's structure, and the white above them."""

_TIMES: Final = 46.0
"""Points that the column of times is wide at scale 1."""

_BAR: Final = 2.6


def day_strips(
    sayings: Sayings, day: date | None, engagements: Sequence[Engagement], person_id: str
) -> Iterator[Strip]:
    """Yield a day's heading and what somebody does on it."""
    language = sayings.edition.language
    yield from _heading(sayings, capitalised(long_date(day, language)) if day else word("unplaced", language))
    for place, engagement in enumerate(engagements):
        pieces = [*_body(sayings, engagement), *_changes(sayings, engagement, person_id)]
        gone = engagement.session.state == "cancelled"
        yield from _strips(sayings, engagement, pieces, first=place == 0, gone=gone)


def lost_strips(sayings: Sayings, lost: Sequence[Engagement]) -> Iterator[Strip]:
    """Yield what somebody has no more, with its time struck through."""
    if lost:
        yield from _heading(sayings, sayings.word("no_longer"))
    for place, engagement in enumerate(lost):
        width = _width(sayings.edition)
        title, language = title_of(sayings.edition, engagement.session)
        start = engagement.slot.start
        where = sayings.place(engagement.slot.place_id)
        day = short_day(start.date(), sayings.edition.language) if start else ""
        under = joined(filter(None, (day, where)), sayings.edition.language)
        pieces: list[Piece] = [
            (sayings.edition.lines(title, "title", width, language=language, colour=QUIET), "H3", 0.0),
            (sayings.edition.lines(under, "small", width, colour=QUIET), "P", 1.0),
        ]
        yield from _strips(sayings, engagement, pieces, first=place == 0, gone=True)


def _heading(sayings: Sayings, text: str) -> list[Strip]:
    edition = sayings.edition
    measure = edition.paper.measure
    lines = edition.lines(text, "section", measure, colour=edition.accent)
    strips = strips_of(lines, x=0, width=measure, tag="H2", space=14.0, whole=True)
    return [*strips, Strip(4.0, (Stroke(0, 2, measure, 2, edition.accent, 0.6),), kept=True)]


def _strips(
    sayings: Sayings, engagement: Engagement, pieces: Sequence[Piece], *, first: bool, gone: bool
) -> list[Strip]:
    """Return pieces beside the time, kept together; what changed has a bar at its side."""
    edition = sayings.edition
    x, width = _times_width(edition), _width(edition)
    strips = [
        strip
        for lines, tag, space in pieces
        for strip in strips_of(lines, x=x, width=width, tag=tag, space=space, kept=True, whole=True)
    ]
    if engagement.items:
        strips = [_barred(strip, x - 7, above=number > 0) for number, strip in enumerate(strips)]
    head = beside(strips, *_times(edition, engagement, gone=gone))[0]
    return [replace(head, space=6.0 if first else 11.0, kept=first), *strips[1:]]


def _body(sayings: Sayings, engagement: Engagement) -> Iterator[Piece]:
    edition, session, width = sayings.edition, engagement.session, _width(sayings.edition)
    title, language = title_of(edition, session)
    cancelled = session.state == "cancelled"
    yield edition.lines(title, "title", width, language=language, colour=QUIET if cancelled else ""), "H3", 0.0
    second, second_language = edition.under(session.title)
    yield edition.lines(second, "small", width, language=second_language, colour=QUIET), "P", 0.5
    where = word("cancelled", edition.language) if cancelled else sayings.place(engagement.slot.place_id)
    roles = sayings.roles(engagement.roles)
    yield edition.lines(where, "small", width), "P", 1.5
    yield edition.lines(roles, "small", width, colour=role_colour(engagement.roles[0])), "P", 0.5
    if session.parent_id is not None and session.parent_id in edition.programme.sessions:
        block = sayings.word("part_of", text=sayings.title(session.parent_id))
        yield edition.lines(block, "small", width, colour=QUIET), "P", 0.5


def _changes(sayings: Sayings, engagement: Engagement, person_id: str) -> Iterator[Piece]:
    edition = sayings.edition
    if engagement.items:
        said = filter(None, (_said(sayings, engagement, item, person_id) for item in engagement.items))
        text = " – ".join((sayings.since_words("changed_since"), *dict.fromkeys(said)))
        yield edition.lines(text, "small", _width(edition), colour=CHANGED), "P", 1.5


def _said(sayings: Sayings, engagement: Engagement, item: Alteration, person_id: str) -> str:
    """Return what altered, with the title of another session where it is that of the block or of a talk in it."""
    said = sayings.said(item, person_id)
    about = session_of(sayings.since.programme, sayings.edition.programme, item)
    if not said or about is None or about == engagement.session.id:
        return said
    return f"{sayings.title(about)}: {said}"


def _times(edition: Edition, engagement: Engagement, *, gone: bool) -> Iterator[Mark]:
    start, width = engagement.slot.start, _times_width(edition)
    if start is None:
        return
    y = 0.0
    roles: tuple[tuple[Role, str], ...] = (("title", INK), ("small", QUIET))
    for (role, colour), moment in zip(roles, (start, end_of(start, engagement.session.minutes)), strict=True):
        lines = edition.lines(clock(moment, edition.language), role, width, colour=QUIET if gone else colour)
        yield Words(0, y, width, lines)
        if gone:
            yield from struck(lines, 0, y, QUIET)
        y += height_of(lines)


def _barred(strip: Strip, x: float, *, above: bool) -> Strip:
    top = strip.space if above else 0.0
    return beside([strip], Area(x, -top, _BAR, strip.height + top, fill=CHANGED))[0]


def _times_width(edition: Edition) -> float:
    return _TIMES * edition.paper.scale


def _width(edition: Edition) -> float:
    return edition.paper.measure - _times_width(edition)
