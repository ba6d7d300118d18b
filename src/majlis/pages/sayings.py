"""What the pages say about a record: its people with their roles, its place and theme, if it is printed at all."""

from collections.abc import Iterator
from typing import Final

from majlis.calendars.words import joined, language_name
from majlis.pages.edition import Edition
from majlis.pages.wording import kind_word, role_word, word
from majlis.programme.kinds import kinds
from majlis.programme.names import full_name
from majlis.programme.programme import Programme
from majlis.programme.records import Day, Part, Person, Placement, Session

DOT: Final = "\u00a0· "
_LONGEST_NAME: Final = 300
"""Characters of a name that stand beside others; the indexes and lists of its own have it whole."""
_UNPRINTED: Final = frozenset({"rejected"})
_SPEAKS: Final = frozenset({"speaker", "author"})
_PLAIN_KINDS: Final = frozenset({"talk", "paper", "lecture", "other"})


def is_printed(session: Session) -> bool:
    """Say whether a session belongs in print; what was cancelled does, and says so."""
    return session.state not in _UNPRINTED


def title_of(edition: Edition, session: Session) -> tuple[str, str]:
    """Return a session's title and the language it is in."""
    text, language = edition.best(session.title)
    return (text, language) if text else (word("untitled", edition.language), edition.language)


def parts_in(programme: Programme, session_id: str) -> Iterator[tuple[Part, Person]]:
    """Yield who takes part in a session, without those who declined."""
    for part in programme.parts_of(session_id):
        person = programme.people.get(part.person_id)
        if person is not None and part.state != "declined":
            yield part, person


def people_line(edition: Edition, session: Session) -> str:
    """Return who takes part in a session, each with what they do where it is not simply speaking."""
    return joined((_person(edition, part, person) for part, person in _people(edition, session)), edition.language)


def name_of_person(edition: Edition, person: Person) -> tuple[str, str]:
    """Return a person's name without titles, and its language."""
    text, language = edition.best(person.name)
    return (text, language) if text else (word("untitled", edition.language), edition.language)


def place_name(edition: Edition, place_id: str | None) -> str:
    """Return what a place is called, or that it is to be announced."""
    place = edition.programme.places.get(place_id or "")
    name = edition.best(place.name)[0] if place else ""
    if place is not None:
        return name or place.key or word("untitled", edition.language)
    return word("no_place", edition.language)


def theme_name(edition: Edition, session: Session) -> str:
    """Return what a session's theme is called, or "" where it has none."""
    theme = edition.programme.themes.get(session.theme_id or "")
    return beside_others(edition, theme.id, edition.best(theme.name)[0]) if theme else ""


def meta_line(edition: Edition, session: Session, placement: Placement | None) -> str:
    """Return where a session is held, of what kind it is, its theme and the languages that are spoken."""
    quiet_place = placement is None or (placement.place_id is None and is_service(session))
    said = [
        word("cancelled", edition.language) if session.state == "cancelled" else "",
        "" if quiet_place else _place(edition, placement.place_id if placement else None),
        kind_word(session.kind, edition.language) if _kind_is_said(session) else "",
        theme_name(edition, session),
        _languages(edition, session),
    ]
    return DOT.join(text for text in said if text)


def is_service(session: Session) -> bool:
    """Say whether a session serves the guests, as a meal or a break does, and stays quiet in print."""
    known = kinds().get(session.kind)
    return known is not None and known.service


def day_name(edition: Edition, day: Day) -> str:
    """Return the day's own name, or "" where it has none."""
    return beside_others(edition, day.id, edition.best(day.name)[0])


def beside_others(edition: Edition, record_id: str | None, name: str) -> str:
    """Return a name as it stands beside others: of one without an end the beginning, and somebody is told."""
    if len(name) <= _LONGEST_NAME:
        return name
    edition.doubt(record_id, f"The name “{name[:60]}…” is too long to stand whole beside others; shorten it.")
    return f"{name[:_LONGEST_NAME].rstrip()}…"


def _kind_is_said(session: Session) -> bool:
    return session.kind in kinds() and session.kind not in _PLAIN_KINDS and not is_service(session)


def _languages(edition: Edition, session: Session) -> str:
    if set(session.languages) <= {edition.language} and not session.interpretation:
        return ""
    spoken = [language_name(code, edition.language) for code in session.languages]
    others = [language_name(code, edition.language) for code in session.interpretation]
    arrow = "←" if edition.right_to_left else "→"
    into = f" {arrow} {joined(others, edition.language)}" if others else ""
    return joined(spoken, edition.language) + into


def _people(edition: Edition, session: Session) -> Iterator[tuple[Part, Person]]:
    yield from parts_in(edition.programme, session.id)


def _person(edition: Edition, part: Part, person: Person) -> str:
    name = beside_others(edition, person.id, full_name(person, edition.languages))
    return name if part.role in _SPEAKS else f"{name} ({role_word(part.role, edition.language)})"


def _place(edition: Edition, place_id: str | None) -> str:
    return beside_others(edition, place_id, place_name(edition, place_id))
