"""One badge: titles and name in two scripts, where somebody comes from, a code, a band with the role."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from majlis.calendars.words import country_name
from majlis.pages.badge_codes import code_boxes
from majlis.pages.badge_roles import badge_role
from majlis.pages.colours import INK, QUIET, text_on
from majlis.pages.edition import HYPHENS, Edition, Role
from majlis.pages.sayings import name_of_person
from majlis.programme.records import Person
from majlis.typesetting.blocks import Area, Mark, Squares, Stroke, Words
from majlis.typesetting.characters import script_of
from majlis.typesetting.lines import Line, height_of
from majlis.typesetting.paragraph import Fitted
from majlis.typesetting.styles import Span

_PAD: Final = 12.0
_HEAD: Final = 21.0
"""Points from the upper edge to the rule under the event's title."""

_FIRST_FLOOR: Final = 15.0
_SECOND_FLOOR: Final = 10.0
"""Points under which a name is not set without telling somebody."""

_ONE_LINE: Final = 1.3
"""How many times the floor a name is set at least in one line, before it takes several."""

_SMALLER: Final = 0.95
_SMALLEST: Final = 3.0
"""Points under which a name is cut, since nobody could read it."""


def badge_marks(edition: Edition, person: Person, width: float, height: float) -> Iterator[Mark]:
    """Yield the marks of a badge of this size, from its upper start corner."""
    inside = width - 2 * _PAD
    role, colour = badge_role(edition, person)
    foot = height * 0.865
    code = height * 0.235
    yield from _band(edition, role, colour, foot, width, height)
    title, language = edition.best(edition.programme.event.title)
    heading = edition.cut(title, "note", inside, 11, floor=5.5, language=language, colour=QUIET)
    yield Words(_PAD, 7, inside, heading)
    yield Stroke(_PAD, _HEAD, width - _PAD, _HEAD, colour, 0.8)
    yield Squares(code_boxes(person, width - _PAD - code, foot - 6 - code, code), INK)
    origin = _origin(edition, person, inside - code - 8, code)
    low = foot - 6 - max(code, height_of(origin))
    yield from _names(edition, person, inside, _HEAD + 3, low - 2)
    yield Words(_PAD, foot - 6 - height_of(origin), inside - code - 8, origin)


def second_form(edition: Edition, person: Person, first: str, language: str) -> tuple[str, str]:
    """Return the name in the second language asked for, else in another script than the first, else nothing."""
    forms = {**person.name, **person.badge_name}
    wanted = [edition.second] if edition.second else [*edition.programme.event.print_languages, *sorted(forms)]
    for other in wanted:
        text = forms.get(other, "").strip()
        if other != language and text and text != first and (edition.second or _script(text) != _script(first)):
            return text, other
    return "", ""


def _band(edition: Edition, role: str, colour: str, foot: float, width: float, height: float) -> Iterator[Mark]:
    yield Area(0, foot, width, height - foot, fill=colour)
    paint = text_on(colour)
    lines = edition.cut(role, "role", width - 2 * _PAD, height - foot - 2, floor=8, colour=paint)
    yield Words(_PAD, foot + (height - foot - height_of(lines)) / 2, width - 2 * _PAD, lines)


def _origin(edition: Edition, person: Person, width: float, height: float) -> tuple[Line, ...]:
    """Return the organisation and the country, the country last."""
    organisation, language = edition.best(person.organisation)
    country = country_name(person.country, edition.language) if person.country else ""
    lower = edition.cut(country, "section", width, 16, floor=7, colour=INK) if country else ()
    room = height - height_of(lower)
    upper = edition.cut(organisation, "small", width, room, floor=6, language=language) if organisation else ()
    return (*upper, *lower)


def _names(edition: Edition, person: Person, width: float, top: float, low: float) -> Iterator[Mark]:
    """Yield the titles, the name, and the name in a second script, in the middle of the room for them."""
    made = list(_name_lines(edition, person, width, low - top))
    y = top + max(0.0, (low - top - sum(map(height_of, made))) / 2)
    for lines in made:
        yield Words(_PAD, y, width, lines)
        y += height_of(lines)


def _name_lines(edition: Edition, person: Person, width: float, room: float) -> Iterator[tuple[Line, ...]]:
    first, language = edition.best(person.badge_name or person.name)
    if not first:
        first, language = name_of_person(edition, person)
    second, second_language = second_form(edition, person, first, language)
    honorific = person.honorific.get(language, "").strip()
    if honorific:
        titles = edition.cut(honorific, "section", width, 26, floor=7, language=language, colour=QUIET)
        room -= height_of(titles)
        yield titles
    share = room * (0.6 if second else 1.0)
    lines = _large(edition, person, (first, language), "name", width, share, _FIRST_FLOOR)
    yield lines
    if second:
        rest = room - height_of(lines)
        yield _large(edition, person, (second, second_language), "second_name", width, rest, _SECOND_FLOOR)


def _large(
    edition: Edition,
    person: Person,
    form: tuple[str, str],
    role: Role,
    width: float,
    height: float,
    floor: float,
) -> tuple[Line, ...]:
    """Return a name as large as it goes; under the floor somebody is told, and one that can't be read is cut."""
    name, language = form
    span = Span(name, edition.style(role, language))
    paragraph = edition.paragraph([span], role)
    fitted = paragraph.fit(width, height, floor * _ONE_LINE, most_lines=1)
    if fitted.overflows or fitted.strained or len(fitted.lines) > 1:
        fitted = _over_lines(edition, span, role, width, height, floor)
    if not fitted.overflows and not fitted.strained:
        return fitted.lines
    edition.doubt(
        person.id, f"The name “{name[:60]}” does not fit a badge at a readable size; add a form for badges."
    )
    if not fitted.overflows:
        return fitted.lines
    for anywhere in (False, True):
        smaller = paragraph.fit(width, height, _SMALLEST, anywhere=anywhere)
        if not smaller.overflows and smaller.strained == anywhere:
            return smaller.lines
    return edition.cut(name, role, width, height, floor=_SMALLEST, language=language)


def _over_lines(edition: Edition, span: Span, role: Role, width: float, height: float, floor: float) -> Fitted:
    """Set a name over several lines; what has a hyphen gets a line of its own, if there is a size for that."""
    style = span.style
    while style.size > floor:
        fitted = edition.paragraph([Span(_apart(span.text), style)], role).fit(width, height, floor)
        if fitted.overflows or fitted.strained:
            break
        if not any(line.text.endswith(HYPHENS) for line in fitted.lines[:-1]):
            return fitted
        style = replace(style, size=fitted.size * _SMALLER)
    return edition.paragraph([span], role).fit(width, height, floor)


def _apart(name: str) -> str:
    """Return a name with line ends around what has a hyphen."""
    words = name.split(" ")
    ends = ("\n" if "-" in one + other else " " for one, other in pairwise(words))
    return words[0] + "".join(f"{end}{word}" for end, word in zip(ends, words[1:], strict=True))


def _script(text: str) -> str:
    return next((script_of(letter) for letter in text if letter.isalpha()), "")
