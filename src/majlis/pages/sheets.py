"""A sheet for each person: their sessions with day, time, place and role, and what changed of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from majlis.calendars.words import country_name, number
from majlis.pages.alteration_sayings import Sayings
from majlis.pages.badge import second_form
from majlis.pages.colours import QUIET
from majlis.pages.edition import MILLIMETRE, PAPERS, Edition, Role
from majlis.pages.engagement_strips import day_strips, lost_strips
from majlis.pages.engagements import Agenda, agenda_of, agendas
from majlis.pages.leaves import Leaves
from majlis.pages.notice_strips import CHANGED, pill_marks
from majlis.pages.orders import Options, Printed, Progress, Since, Steps
from majlis.pages.people import in_order
from majlis.pages.sayings import DOT, name_of_person
from majlis.pages.wording import word
from majlis.programme.programme import Programme
from majlis.programme.records import Person
from majlis.typesetting.blocks import Anchor, Bookmark, Mark, Strip, Stroke, Words, strips_of
from majlis.typesetting.lines import Line, height_of
from majlis.typesetting.painter import About, painted

PAGE: Final = replace(
    PAPERS["a4"], inner=20 * MILLIMETRE, outer=20 * MILLIMETRE, bottom=18 * MILLIMETRE, columns=1, scale=1.45
)
"""A4 to hold in one's hand: one column, the margins alike on all pages."""

_LAID: Final = 0.7
_NAME: Final = 110.0
"""Points that a name is high at most."""


def print_sheets(programme: Programme, options: Options, progress: Progress) -> Printed:
    """Return a sheet for each of the chosen people, or everybody who takes part; the options are checked already.

    With `options.changed` only those for whom something altered since the edition have one.
    """
    since = options.since or Since(0, datetime.min, programme)
    edition = Edition(programme, options, PAGE, Steps(progress, len(programme.people), _LAID))
    sayings = Sayings(edition, since)
    found = agendas(since.programme, programme, sayings.shows)
    asked = {key: found.get(key) or agenda_of(programme, key) for key in options.people or found}
    chosen = {key: each for key, each in asked.items() if each.changed or not options.changed}
    leaves = Leaves(edition)
    for person in in_order(edition, (programme.people[key] for key in chosen)):
        edition.steps.step()
        _lay(sayings, person, chosen[person.id], leaves)
    if not leaves.pages:
        leaves.flow(_sentence(edition, sayings.word("nothing" if options.changed else "no_sessions")), 1, "")
    title = edition.best(programme.event.title)[0] or word("untitled", edition.language)
    labels = [number(page + 1, edition.language) for page in range(len(leaves.pages))]
    about = About(title, edition.language, right_to_left=edition.right_to_left)
    pdf = painted(leaves.pages, about, labels, lambda done: progress(_LAID + (1 - _LAID) * done))
    return Printed(pdf, len(leaves.pages), edition.doubts())


def _lay(sayings: Sayings, person: Person, agenda: Agenda, leaves: Leaves) -> None:
    edition = sayings.edition
    name = name_of_person(edition, person)[0]
    marks, height = _head(sayings, person, changed=agenda.changed)
    strips = [
        strip
        for day, engagements in agenda.days(edition.programme).items()
        for strip in day_strips(sayings, day, engagements, person.id)
    ]
    strips += lost_strips(sayings, agenda.lost)
    leaves.flow(
        strips or _sentence(edition, sayings.word("no_sessions")),
        1,
        name[:60],
        opening=[Anchor(f"person:{person.id}", 0), *marks],
        opening_height=height,
        bookmarks=[Bookmark(name, f"person:{person.id}")],
    )


def _head(sayings: Sayings, person: Person, *, changed: bool) -> tuple[list[Mark], float]:
    """Return whose sheet it is, in two scripts, and since when what is marked on it changed."""
    edition = sayings.edition
    measure = edition.paper.measure
    marks: list[Mark] = []
    y = 0.0
    for lines, tag in _names(edition, person):
        marks.append(Words(0, y, measure, lines, tag))
        y += height_of(lines) + 2
    if changed:
        pill, height = pill_marks(edition, sayings.since_words("changed_since"), CHANGED, 0, y + 4, measure)
        marks += pill
        y += height + 6
    marks.append(Stroke(0, y + 6, measure, y + 6, edition.accent, 1.2))
    return marks, y + 16


def _names(edition: Edition, person: Person) -> Iterator[tuple[tuple[Line, ...], str]]:
    measure = edition.paper.measure
    name, language = name_of_person(edition, person)
    second, second_language = second_form(edition, person, name, language)
    honorific = person.honorific.get(language, "").strip()
    country = country_name(person.country, edition.language) if person.country else ""
    where = DOT.join(filter(None, (edition.best(person.organisation)[0], country)))
    pieces: tuple[tuple[str, Role, str, str], ...] = (
        (honorific, "small", "P", language),
        (name, "heading", "H1", language),
        (second, "section", "P", second_language),
        (where, "small", "P", ""),
    )
    for text, role, tag, spoken in pieces:
        if text:
            colour = "" if tag == "H1" else QUIET
            yield edition.cut(text, role, measure, _NAME, floor=8, language=spoken, colour=colour), tag


def _sentence(edition: Edition, text: str) -> list[Strip]:
    lines = edition.lines(text, "title", edition.paper.measure, colour=QUIET)
    return strips_of(lines, x=0, width=edition.paper.measure)
