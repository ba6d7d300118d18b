"""The rows of the demo as records: the event, its days, places, themes, sessions and where they are held."""

from collections.abc import Iterator
from datetime import date
from random import Random

from majlis.demo.casting import people_of
from majlis.demo.material import Material, Row, chance, record_id
from majlis.programme.edits.event import day_on
from majlis.programme.ids import part_id, placement_id
from majlis.programme.plain import from_plain
from majlis.programme.records import EVENT_ID, Record


def records_of(material: Material, seed: int) -> Iterator[Record]:
    """Yield every record of a programme."""
    yield from_plain("events", {"id": EVENT_ID, **material.event})
    for day in material.days:
        yield _day(day)
    for position, place in enumerate(material.places):
        yield _place(place, position, material)
    for position, theme in enumerate(material.themes):
        yield from_plain("themes", {**theme, **_own(theme), "position": position})
    yield from people_of(material, seed)
    for session in material.sessions:
        yield from _session(session, chance(seed, f"audience {session['id']}"))
    for number, absence in enumerate(material.absences, start=1):
        yield _absence(absence, number)


def _day(row: Row) -> Record:
    hours = {name: f"{row['date']}T{row[name]}" for name in ("start", "end")}
    return from_plain("days", {**row, **hours, "id": day_on(date.fromisoformat(row["date"])).id})


def _place(row: Row, position: int, material: Material) -> Record:
    hours = [
        [f"{day}T{opens}", f"{day}T{closes}"] for day in material.dates for opens, closes in row.get("hours", ())
    ]
    return from_plain("places", {**row, **_own(row), "position": position, "hours": hours})


def _session(row: Row, dice: Random) -> Iterator[Record]:
    session_id = record_id(row["id"])
    named = {f"{name}_id": record_id(row[name]) for name in ("theme", "parent") if name in row}
    audience = {"expected": _audience(row["expected"], dice)} if "expected" in row else {}
    yield from_plain("sessions", {"state": "confirmed", **row, **_own(row), **named, **audience})
    for number, start in enumerate(row["start"], start=1):
        placed = {"session_id": session_id, "start": start, "pinned": row.get("pinned", False)}
        where = record_id(row["place"]) if "place" in row else None
        yield from_plain("placements", {"id": placement_id(session_id, number), "place_id": where, **placed})
    for position, (person, role, *state) in enumerate(row.get("people", ())):
        person_id = record_id(person)
        part = {"session_id": session_id, "person_id": person_id, "role": role, "position": position}
        state_of_part = state[0] if state else "confirmed"
        yield from_plain("parts", {"id": part_id(session_id, person_id, role), "state": state_of_part, **part})


def _audience(between: list[int], dice: Random) -> int:
    """Return a number between two, round where a guess would be."""
    least, most = between
    return dice.randrange(least, most + 1, 5 if least >= 30 else 1)


def _absence(row: Row, number: int) -> Record:
    named = {f"{name}_id": record_id(row[name]) for name in ("person", "place") if name in row}
    return from_plain("absences", {**row, **named, "id": record_id(f"absence {number}")})


def _own(row: Row) -> Row:
    parent = {"parent_id": record_id(row["parent"])} if "parent" in row else {}
    return {"id": record_id(row["id"]), "key": row["id"], **parent}
