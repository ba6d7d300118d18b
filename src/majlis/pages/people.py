"""The people of a programme: who they are, where there is a biography, and an index of all that are listed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final
import unicodedata

from majlis.calendars.words import comma, country_name, number
from majlis.pages.colours import QUIET
from majlis.pages.edition import Edition
from majlis.pages.sayings import DOT, name_of_person
from majlis.programme.names import full_name, person_sort_key
from majlis.programme.records import Person
from majlis.typesetting.blocks import Anchor, Strip, strips_of
from majlis.typesetting.styles import Span

_OTHERS: Final = "#"
"""What names that begin with no letter stand under."""


def listed_people(edition: Edition) -> list[Person]:
    """Return everybody who may be printed in an index, in the order of their names."""
    return in_order(edition, (person for person in edition.programme.people.values() if not person.unlisted))


def in_order(edition: Edition, people: Iterable[Person]) -> list[Person]:
    """Return people in the order of their names, those in the edition's own script first."""
    return sorted(people, key=lambda person: (_letter_group(edition, person), *_sort_key(edition, person)))


def people_with_biographies(edition: Edition) -> list[Person]:
    """Return those of the listed people who have a biography."""
    return [person for person in listed_people(edition) if edition.best(person.biography)[0]]


def biography_strips(edition: Edition, people: Sequence[Person], width: float) -> Iterator[Strip]:
    """Yield each person's name, where they come from, and the biography."""
    for person in people:
        edition.steps.step()
        head = _head(edition, person, width)
        yield Strip(0.0, (Anchor(f"person:{person.id}", 0),), space=9.0, label=_letter(edition, person))
        yield from head
        yield from _biography(edition, person, width)


def index_strips(
    edition: Edition, width: float, found: Mapping[str, int], anchors: Mapping[str, Sequence[str]]
) -> Iterator[Strip]:
    """Yield every listed person with the pages that they are met on, under the letters of the alphabet.

    `anchors` are those of the sessions that a person takes part in, by the person's id.
    """
    letter = ""
    for person in listed_people(edition):
        edition.steps.step()
        own = _letter(edition, person)
        opening = own != letter
        if opening:
            letter = own
            lines = edition.lines(letter, "section", width, colour=edition.accent)
            yield from strips_of(lines, x=0, width=width, tag="H2", space=8.0, whole=True)
        yield from _index_entry(edition, person, width, found, anchors.get(person.id, ()), kept=opening)


def _index_entry(
    edition: Edition,
    person: Person,
    width: float,
    found: Mapping[str, int],
    anchors: Sequence[str],
    *,
    kept: bool,
) -> list[Strip]:
    name, language = name_of_person(edition, person)
    second, second_language = edition.under(person.name)
    spans = [Span(name, edition.style("small", language))]
    if second:
        spans.append(Span(f"  {second}", edition.style("small", second_language, colour=QUIET)))
    spans += page_spans(edition, found, [f"person:{person.id}", *anchors])
    paragraph = edition.paragraph(spans, "small", direction="rtl" if edition.right_to_left else "ltr")
    strips = strips_of(edition.whole_lines(paragraph, width), x=0, width=width, space=1.2, kept=kept, whole=True)
    label = _letter(edition, person)
    return [Strip(first.height, first.marks, first.space, first.kept, label) for first in strips[:1]] + strips[1:]


def page_spans(edition: Edition, found: Mapping[str, int], anchors: Sequence[str]) -> list[Span]:
    """Return the numbers of the pages that anchors stand on, each once and each a link, after a comma."""
    pages: dict[int, str] = {}
    for anchor in anchors:
        if anchor in found:
            pages.setdefault(found[anchor], anchor)
    quiet = edition.style("small", colour=QUIET)
    return [
        span
        for page, anchor in sorted(pages.items())
        for span in (
            Span(comma(edition.language), quiet),
            Span(number(page, edition.language), edition.style("small", colour=edition.accent, link=f"#{anchor}")),
        )
    ]


def _head(edition: Edition, person: Person, width: float) -> Iterator[Strip]:
    language = person.name.language(edition.languages)
    name = full_name(person, edition.languages)
    if not person.name:
        name, language = name_of_person(edition, person)
    second, second_language = edition.under(person.name)
    country = country_name(person.country, edition.language) if person.country else ""
    where = DOT.join(filter(None, (edition.best(person.organisation)[0], country)))
    for lines, tag in (
        (edition.lines(name, "title", width, language=language), "H3"),
        (edition.lines(second, "small", width, language=second_language, colour=QUIET), "P"),
        (edition.lines(where, "note", width), "P"),
    ):
        for strip in strips_of(lines, x=0, width=width, tag=tag, whole=True):
            yield Strip(strip.height, strip.marks, kept=True)


def _biography(edition: Edition, person: Person, width: float) -> Iterator[Strip]:
    text, language = edition.best(person.biography)
    first = True
    for piece in filter(None, (part.strip() for part in text.split("\n"))):
        made = edition.paragraph([Span(piece, edition.style("text", language))], "text", hyphenate=True)
        yield from strips_of(made.lines(width), x=0, width=width, space=1.6, kept=first)
        first = False


def _sort_key(edition: Edition, person: Person) -> tuple[str, str]:
    return person_sort_key(person, person.name.language(edition.languages)), person.id


def _letter(edition: Edition, person: Person) -> str:
    """Return the letter that a person stands under."""
    key = _sort_key(edition, person)[0]
    return key[0].upper()[:1] if key and key[0].isalpha() else _OTHERS


def _letter_group(edition: Edition, person: Person) -> tuple[bool, bool, str]:
    """Return what keeps those under one letter together: the edition's own script first, no letters last."""
    letter = _letter(edition, person)
    if letter == _OTHERS:
        return True, True, letter
    arabic = unicodedata.bidirectional(letter) in {"R", "AL"}
    return False, arabic != edition.right_to_left, letter
