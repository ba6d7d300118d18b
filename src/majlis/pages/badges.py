"""Badges on sheets of A4: the name in two scripts, titles, where somebody comes from, what they are, and a code."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from majlis.calendars.words import country_name, number
from majlis.pages.badge_codes import code_boxes
from majlis.pages.badge_roles import badge_role
from majlis.pages.colours import INK, QUIET, WHITE, text_on
from majlis.pages.edition import MILLIMETRE, PAPERS, Edition, Role
from majlis.pages.orders import Options, Printed, Progress
from majlis.pages.people import in_order
from majlis.pages.sayings import DOT, name_of_person
from majlis.pages.wording import word
from majlis.programme.programme import Programme
from majlis.programme.records import Person
from majlis.typesetting.blocks import Anchor, Area, Bookmark, Mark, Page, Squares, Stroke, Words, moved
from majlis.typesetting.lines import Line, height_of
from majlis.typesetting.painter import About, painted
from majlis.typesetting.styles import Span


@dataclass(frozen=True, slots=True)
class Sheet:
    """How badges lie on a sheet: how many across and down, and how large one is, in points."""

    across: int
    down: int
    width: float
    height: float


SHEETS: Final = {
    8: Sheet(2, 4, 90 * MILLIMETRE, 65 * MILLIMETRE),
    10: Sheet(2, 5, 90 * MILLIMETRE, 54 * MILLIMETRE),
}
"""The sheets by how many badges they hold."""

_PAD: Final = 9.0
_BAND: Final = 25.0
_CODE: Final = 44.0
_FIRST_FLOOR: Final = 15.0
_SECOND_FLOOR: Final = 10.0
_NAME: Final = 34.0
"""The size of a name that has room, in points; and the floors under which none is set."""

_MARK: Final = 9.0
_LAID: Final = 0.7


def print_badges(programme: Programme, options: Options, progress: Progress) -> Printed:
    """Return a badge for each of the chosen people, or for everybody; the options are checked already."""
    edition = Edition(programme, options, PAPERS["a4"])
    sheet = SHEETS[options.sheet]
    chosen = frozenset(options.people or programme.people)
    people = [person for person in in_order(edition, programme.people.values()) if person.id in chosen]
    pages = list(_pages(edition, sheet, people, progress))
    title = edition.best(programme.event.title)[0] or word("untitled", edition.language)
    labels = [number(place + 1, edition.language) for place in range(len(pages))]
    about = About(title, edition.language, right_to_left=edition.right_to_left)
    pdf = painted(pages, about, labels, lambda done: progress(_LAID + (1 - _LAID) * done))
    return Printed(pdf, len(pages), edition.doubts())


def _pages(edition: Edition, sheet: Sheet, people: Sequence[Person], progress: Progress) -> Iterator[Page]:
    """Yield the sheets; without people there is one that is empty."""
    paper, count = edition.paper, sheet.across * sheet.down
    left = (paper.width - sheet.across * sheet.width) / 2
    top = (paper.height - sheet.down * sheet.height) / 2
    for first in range(0, max(len(people), 1), count):
        progress(_LAID * first / max(len(people), 1))
        marks: list[Mark] = [Anchor(f"sheet:{first}", 0), *_crop_marks(sheet, left, top)]
        some = people[first : first + count]
        for place, person in enumerate(some):
            x, y = left + place % sheet.across * sheet.width, top + place // sheet.across * sheet.height
            marks += [moved(mark, x, y) for mark in badge_marks(edition, sheet, person)]
        title = name_of_person(edition, some[0])[0] if some else "–"
        bookmark = Bookmark(title, f"sheet:{first}")
        yield Page(paper.width, paper.height, tuple(marks), (bookmark,), mirrored=edition.right_to_left)


def _crop_marks(sheet: Sheet, left: float, top: float) -> Iterator[Mark]:
    """Yield short lines in the margins where the sheet is cut."""
    right, bottom = left + sheet.across * sheet.width, top + sheet.down * sheet.height
    for column in range(sheet.across + 1):
        x = left + column * sheet.width
        yield Stroke(x, top - 4 - _MARK, x, top - 4, INK, 0.3)
        yield Stroke(x, bottom + 4, x, bottom + 4 + _MARK, INK, 0.3)
    for row in range(sheet.down + 1):
        y = top + row * sheet.height
        yield Stroke(left - 4 - _MARK, y, left - 4, y, INK, 0.3)
        yield Stroke(right + 4, y, right + 4 + _MARK, y, INK, 0.3)


def badge_marks(edition: Edition, sheet: Sheet, person: Person) -> Iterator[Mark]:
    """Yield the marks of one badge, from its upper start corner."""
    width, height = sheet.width, sheet.height
    inside = width - 2 * _PAD
    role, colour = badge_role(edition, person)
    foot = height - _BAND
    yield Area(0, foot, width, _BAND, fill=colour)
    said = _one_line(edition, person, role, "section", width - 2 * _PAD, _BAND - 3, text_on(colour), size=15)
    yield Words(_PAD, foot + (_BAND - height_of(said)) / 2, inside, said)
    title, language = edition.best(edition.programme.event.title)
    heading = edition.cut(title, "note", inside, 11, floor=5.5, language=language, colour=QUIET)
    yield Words(_PAD, 6, inside, heading)
    yield Stroke(_PAD, 19, width - _PAD, 19, colour, 0.8)
    yield Squares(code_boxes(person, width - _PAD - _CODE, foot - 5 - _CODE, _CODE), INK)
    below = _origin(edition, person, inside - _CODE - 6)
    yield from _names(edition, person, inside, foot - 5 - max(_CODE, height_of(below)) - 22)
    yield Words(_PAD, foot - 5 - height_of(below), inside - _CODE - 6, below)


def _names(edition: Edition, person: Person, width: float, room: float) -> Iterator[Mark]:
    """Yield the titles, the name, and the name in a second script, in the middle of the room under the heading."""
    made = list(_name_lines(edition, person, width, room))
    y = 22 + max(0.0, (room - sum(map(height_of, made))) / 2)
    for lines in made:
        yield Words(_PAD, y, width, lines)
        y += height_of(lines)


def _name_lines(edition: Edition, person: Person, width: float, room: float) -> Iterator[tuple[Line, ...]]:
    forms = person.badge_name or person.name
    first, language = edition.best(forms)
    if not first:
        first, language = name_of_person(edition, person)
    second, second_language = _second_form(edition, person, language)
    honorific = person.honorific.get(language, "").strip()
    if honorific:
        titles = edition.cut(honorific, "small", width, 22, floor=6.5, language=language, colour=QUIET)
        room -= height_of(titles)
        yield titles
    share = room * (0.64 if second else 1.0)
    lines = _big(edition, person, first, language, width, share, _FIRST_FLOOR)
    yield lines
    if second:
        yield _big(edition, person, second, second_language, width, room - height_of(lines), _SECOND_FLOOR)


def _second_form(edition: Edition, person: Person, language: str) -> tuple[str, str]:
    """Return the name in the second language asked for, else in another script than the first, else nothing."""
    forms = {**person.name, **person.badge_name}
    first = forms.get(language, "")
    wanted = [edition.second] if edition.second else [*edition.programme.event.print_languages, *forms]
    for other in wanted:
        text = forms.get(other or "", "").strip()
        if other and other != language and text and (edition.second or _other_script(text, first)):
            return text, other
    return "", ""


def _other_script(one: str, other: str) -> bool:
    """Say whether two texts share no letter at all, as in two scripts."""
    return not ({*filter(str.isalpha, one.casefold())} & {*filter(str.isalpha, other.casefold())})
