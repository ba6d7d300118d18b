"""Badges on sheets of A4, with the marks by which they are cut."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from majlis.calendars.words import number
from majlis.pages.badge import badge_marks
from majlis.pages.colours import INK
from majlis.pages.edition import MILLIMETRE, PAPERS, Edition
from majlis.pages.orders import Options, Printed, Progress, Steps
from majlis.pages.people import in_order
from majlis.pages.sayings import name_of_person
from majlis.pages.wording import word
from majlis.programme.programme import Programme
from majlis.programme.records import Person
from majlis.typesetting.blocks import Anchor, Bookmark, Mark, Page, Stroke, moved
from majlis.typesetting.painter import About, painted


@dataclass(frozen=True, slots=True)
class Sheet:
    """How badges lie on a sheet: how many across and down, how large one is, in points.

    Those side by side stand apart, so that a cut a little beside the mark shows no band of the neighbour.
    """

    across: int
    down: int
    width: float
    height: float


SHEETS: Final = {
    8: Sheet(2, 4, 90 * MILLIMETRE, 65 * MILLIMETRE),
    10: Sheet(2, 5, 90 * MILLIMETRE, 54 * MILLIMETRE),
}
"""The sheets by how many badges they hold."""

_GUTTER: Final = 8 * MILLIMETRE
_MARK: Final = 9.0
_LAID: Final = 0.7


def print_badges(programme: Programme, options: Options, progress: Progress) -> Printed:
    """Return a badge for each of the chosen people, or for everybody; the options are checked already."""
    edition = Edition(programme, options, PAPERS["a4"], Steps(progress, len(programme.people), _LAID))
    sheet = SHEETS[options.sheet]
    chosen = frozenset(options.people or programme.people)
    people = [person for person in in_order(edition, programme.people.values()) if person.id in chosen]
    pages = list(_pages(edition, sheet, people))
    title = edition.best(programme.event.title)[0] or word("untitled", edition.language)
    labels = [number(place + 1, edition.language) for place in range(len(pages))]
    about = About(title, edition.language, right_to_left=edition.right_to_left)
    pdf = painted(pages, about, labels, lambda done: progress(_LAID + (1 - _LAID) * done))
    return Printed(pdf, len(pages), edition.doubts())


def _pages(edition: Edition, sheet: Sheet, people: Sequence[Person]) -> Iterator[Page]:
    """Yield the sheets; without people there is one that is empty."""
    paper, count = edition.paper, sheet.across * sheet.down
    step = sheet.width + _GUTTER
    left = (paper.width - sheet.across * step + _GUTTER) / 2
    top = (paper.height - sheet.down * sheet.height) / 2
    for first in range(0, max(len(people), 1), count):
        marks: list[Mark] = [Anchor(f"sheet:{first}", 0), *_crop_marks(sheet, left, top)]
        some = people[first : first + count]
        for place, person in enumerate(some):
            edition.steps.step()
            x, y = left + place % sheet.across * step, top + place // sheet.across * sheet.height
            marks += [moved(mark, x, y) for mark in badge_marks(edition, person, sheet.width, sheet.height)]
        title = name_of_person(edition, some[0])[0] if some else "–"
        bookmark = Bookmark(title, f"sheet:{first}")
        yield Page(paper.width, paper.height, tuple(marks), (bookmark,), mirrored=edition.right_to_left)


def _crop_marks(sheet: Sheet, left: float, top: float) -> Iterator[Mark]:
    """Yield short lines in the margins where the sheet is cut."""
    step = sheet.width + _GUTTER
    right, bottom = left + sheet.across * step - _GUTTER, top + sheet.down * sheet.height
    for x in (
        edge
        for column in range(sheet.across)
        for edge in (left + column * step, left + column * step + sheet.width)
    ):
        yield Stroke(x, top - 4 - _MARK, x, top - 4, INK, 0.3)
        yield Stroke(x, bottom + 4, x, bottom + 4 + _MARK, INK, 0.3)
    for row in range(sheet.down + 1):
        y = top + row * sheet.height
        yield Stroke(left - 4 - _MARK, y, left - 4, y, INK, 0.3)
        yield Stroke(right + 4, y, right + 4 + _MARK, y, INK, 0.3)
