"""What a row of each list shows: columns as data, each a function from programme and record to text."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from majlis.programme.kinds import kind
from majlis.programme.names import full_name, name_of, person_sort_key
from majlis.programme.programme import Programme
from majlis.programme.records import Person, Place, Session, Theme
from majlis.ui.languages import country_name

Text = Callable[[Programme, Any], str]
Key = Callable[[Programme, Any], Any]

LATE: Final = datetime.max


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `text` is what stands in it, `key` what it sorts by.

    Without a key it sorts by its text, and the first column by the record's name.
    `width` is in points of the screen; the first column takes what is left. `number` columns stand at the end.
    """

    id: str
    title: str
    text: Text
    width: int
    key: Key | None = None
    number: bool = False


def _people(programme: Programme, session: Session) -> str:
    languages = programme.event.languages
    parts = programme.parts_of(session.id)
    return ", ".join(dict.fromkeys(full_name(programme.people[part.person_id], languages) for part in parts))


def _theme(programme: Programme, session: Session) -> str:
    theme = programme.themes.get(session.theme_id or "")
    return name_of(programme, theme) if theme else ""


def _where(programme: Programme, session: Session) -> str:
    ids = (placed.place_id for placed in programme.placements_of(session.id) if placed.place_id)
    return ", ".join(name_of(programme, programme.places[key]) for key in ids)


def _when(programme: Programme, session: Session) -> str:
    starts = sorted(placed.start for placed in programme.placements_of(session.id) if placed.start)
    if not starts:
        return ""
    more = f" +{len(starts) - 1}" if len(starts) > 1 else ""
    return f"{starts[0]:%a %d %b, %H:%M}{more}"


def _start(programme: Programme, session: Session) -> datetime:
    return programme.start_of(session.id) or LATE


def _parts_by(programme: Programme, person: Person) -> int:
    return len({part.session_id for part in programme.parts_by(person.id)})


def _held_in(programme: Programme, place: Place) -> int:
    return len(programme.naming("placements", "place_id", place.id))


def _sessions_on(programme: Programme, theme: Theme) -> int:
    return len(programme.naming("sessions", "theme_id", theme.id))


def _above(programme: Programme, record: Place | Theme) -> str:
    above = programme.tables[record.table].get(record.parent_id or "")
    return name_of(programme, above) if above else ""


def _some(count: int | None) -> str:
    return f"{count:,}" if count else ""


COLUMNS: Final[dict[str, tuple[Column, ...]]] = {
    "sessions": (
        Column("title", "Title", name_of, 250),
        Column("when", "When", _when, 132, _start),
        Column("place", "Place", _where, 112),
        Column("people", "People", _people, 140),
        Column("theme", "Theme", _theme, 106),
        Column("kind", "Kind", lambda now, one: kind(one.kind).name.best(("en", *now.event.languages)), 92),
        Column(
            "minutes", "Min", lambda _now, one: str(one.minutes), 52, lambda _now, one: one.minutes, number=True
        ),
        Column("state", "State", lambda _now, one: one.state.capitalize(), 88),
    ),
    "people": (
        Column(
            "name",
            "Name",
            lambda now, one: full_name(one, now.event.languages),
            260,
            lambda now, one: person_sort_key(one, now.event.languages[0]),
        ),
        Column("country", "Country", lambda _now, one: country_name(one.country) if one.country else "", 150),
        Column("organisation", "Organisation", lambda now, one: one.organisation.best(now.event.languages), 220),
        Column("parts", "Sessions", lambda now, one: _some(_parts_by(now, one)), 78, _parts_by, number=True),
        Column(
            "arrival",
            "Arrives",
            lambda _now, one: f"{one.arrival:%a %d %b, %H:%M}" if one.arrival else "",
            128,
            lambda _now, one: one.arrival or LATE,
        ),
    ),
    "places": (
        Column("name", "Name", name_of, 260),
        Column("parent", "Lies in", _above, 180),
        Column(
            "seats", "Seats", lambda _now, one: _some(one.seats), 70, lambda _now, one: one.seats or 0, number=True
        ),
        Column("sessions", "Sessions", lambda now, one: _some(_held_in(now, one)), 78, _held_in, number=True),
        Column("equipment", "Equipment", lambda _now, one: ", ".join(one.equipment), 180),
        Column(
            "order", "Order", lambda _now, one: str(one.position), 60, lambda _now, one: one.position, number=True
        ),
    ),
    "themes": (
        Column("name", "Name", name_of, 280),
        Column("parent", "Part of", _above, 180),
        Column(
            "sessions", "Sessions", lambda now, one: _some(_sessions_on(now, one)), 78, _sessions_on, number=True
        ),
        Column(
            "order", "Order", lambda _now, one: str(one.position), 60, lambda _now, one: one.position, number=True
        ),
    ),
}
"""The columns of each list, the name first."""
