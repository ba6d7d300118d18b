"""Errata: what changed since an edition, large enough to be read from a door, by day and by place."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from majlis.calendars.words import capitalised, long_date, number
from majlis.pages.alteration_sayings import Sayings
from majlis.pages.alteration_words import alteration_word
from majlis.pages.colours import QUIET, WHITE
from majlis.pages.edition import MILLIMETRE, PAPERS, Edition
from majlis.pages.headings import heading_marks
from majlis.pages.leaves import Leaves
from majlis.pages.notice_strips import further_strips, notice_strips
from majlis.pages.notices import Doors, Errata, Notice, errata_of
from majlis.pages.orders import Options, Printed, Progress, Steps
from majlis.pages.wording import word
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal
from majlis.typesetting.blocks import Anchor, Area, Bookmark, Strip, Stroke, Words, strips_of
from majlis.typesetting.lines import height_of
from majlis.typesetting.painter import About, painted

POSTER: Final = replace(
    PAPERS["a4"], inner=17 * MILLIMETRE, outer=17 * MILLIMETRE, bottom=18 * MILLIMETRE, columns=1, scale=1.6
)
"""A4 for a door: one column, large, the margins alike on all pages."""

_LAID: Final = 0.6
_PAD: Final = 7.0
_ANCHOR: Final = "changes"


def print_errata(programme: Programme, options: Options, progress: Progress) -> Printed:
    """Return what changed since an edition; raise `Refusal` without one. The options are checked already."""
    since = options.since
    if since is None:
        raise Refusal("There is no edition since which something could have changed; freeze one first.")
    edition = Edition(programme, options, POSTER, Steps(progress, len(programme.sessions), _LAID))
    leaves, sayings = Leaves(edition), Sayings(edition, since)
    _lay(sayings, errata_of(since.programme, programme, sayings.shows), leaves)
    title = f"{alteration_word('changes', options.language)} – {edition.best(programme.event.title)[0]}"
    labels = [number(page + 1, options.language) for page in range(len(leaves.pages))]
    about = About(title.removesuffix(" – "), options.language, right_to_left=edition.right_to_left)
    pdf = painted(leaves.pages, about, labels, lambda done: progress(_LAID + (1 - _LAID) * done))
    return Printed(pdf, len(leaves.pages), edition.doubts())


def _lay(sayings: Sayings, errata: Errata, leaves: Leaves) -> None:
    edition = sayings.edition
    title = sayings.word("changes")
    second = alteration_word("changes", edition.second) if edition.second else ""
    opening, height = heading_marks(edition, title, under=sayings.since_words(), second=second)
    strips = [*_door_strips(sayings, errata.doors), *_further(sayings, errata)]
    leaves.flow(
        strips or _nothing(sayings),
        1,
        title,
        opening=[Anchor(_ANCHOR, 0), *opening],
        opening_height=height,
        bookmarks=[Bookmark(title, _ANCHOR)],
    )


def _door_strips(sayings: Sayings, doors: Doors) -> Iterator[Strip]:
    edition = sayings.edition
    for day, places in doors.items():
        said = capitalised(long_date(day, edition.language)) if day else word("unplaced", edition.language)
        yield _band(edition, said, _anchor(day))
        for place, (key, notices) in enumerate(places.items()):
            strips = _place_strips(sayings, sayings.place(key), notices, first=place == 0)
            yield from (replace(strip, label=said) for strip in strips)


def _band(edition: Edition, text: str, anchor: str) -> Strip:
    """Return the name of a day in white on a band over the whole width."""
    measure = edition.paper.measure
    lines = edition.lines(text, "section", measure - 2 * _PAD, colour=WHITE)
    height = height_of(lines) + 2 * _PAD
    marks = (
        Anchor(anchor, 0),
        Area(0, 0, measure, height, fill=edition.accent, radius=3),
        Words(_PAD, _PAD, measure - 2 * _PAD, lines, "H2"),
    )
    return Strip(height, marks, space=20.0, label=text)


def _place_strips(sayings: Sayings, name: str, notices: Sequence[Notice], *, first: bool) -> Iterator[Strip]:
    edition = sayings.edition
    measure = edition.paper.measure
    lines = edition.cut(name, "section", measure, 70, floor=11, colour=edition.accent)
    strips = strips_of(lines, x=0, width=measure, tag="H3", space=12.0 if first else 22.0, kept=first, whole=True)
    yield from strips
    rule = Stroke(0, 3, measure, 3, edition.accent, 1.0)
    yield Strip(6.0, (rule,), kept=True)
    for place, notice in enumerate(notices):
        edition.steps.step()
        yield from notice_strips(sayings, notice, first=place == 0)


def _further(sayings: Sayings, errata: Errata) -> Iterator[Strip]:
    if errata.further:
        yield _band(sayings.edition, sayings.word("further"), "further")
        for place, item in enumerate(errata.further):
            yield from further_strips(sayings, item, first=place == 0)


def _nothing(sayings: Sayings) -> list[Strip]:
    edition = sayings.edition
    lines = edition.lines(sayings.word("nothing"), "section", edition.paper.measure, colour=QUIET)
    return strips_of(lines, x=0, width=edition.paper.measure)


def _anchor(day: date | None) -> str:
    return f"day:{day.isoformat()}" if day else "unplaced"
