"""Whom and what an alteration concerns: sessions, places, and the people who have to hear of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from majlis.programme.alterations.finding import roles_of, slots_of
from majlis.programme.alterations.kinds import (
    Added,
    Alteration,
    Amended,
    DayAltered,
    Joined,
    Left,
    Moved,
    Placed,
    Recast,
    Renamed,
    SessionAlteration,
    Slot,
    Unplaced,
    Withdrawn,
)
from majlis.programme.names import person_sort_key
from majlis.programme.programme import Programme

LEADING: Final = frozenset({"chair", "moderator", "host"})
"""Roles of those who lead a session: they hear of each talk in it, and of who comes and goes."""

Group = TypeVar("Group")


@dataclass(frozen=True, slots=True)
class Told:
    """What one person has to hear: each alteration with the roles that they have in what it is about."""

    person_id: str
    items: tuple[tuple[Alteration, tuple[str, ...]], ...]


def session_of(old: Programme, new: Programme, item: Alteration) -> str | None:
    """Return the session that an alteration is about, or None."""
    match item:
        case Renamed("sessions", key) | Amended("sessions", key):
            return key
        case Amended("placements" | "parts" as table, key):
            record = new.tables[table].get(key) or old.tables[table][key]
            return str(getattr(record, "session_id", ""))
        case Renamed() | DayAltered() | Amended():
            return None
        case _:
            return item.session_id


def by_session(
    old: Programme, new: Programme, items: Iterable[Alteration]
) -> dict[str | None, tuple[Alteration, ...]]:
    """Return alterations by the session that they are about; under None, at the end, what is about none."""
    found = _grouped((session_of(old, new, item), item) for item in items)
    rest = found.pop(None, ())
    return {**found, None: rest} if rest else {**found}


def by_place(old: Programme, new: Programme, items: Iterable[Alteration]) -> dict[str, tuple[Alteration, ...]]:
    """Return alterations by each place that they concern, where it was and where it is, in the places' order."""
    found = _grouped((key, item) for item in items for key in dict.fromkeys(_places(old, new, item)))
    places = (place.id for programme in (new, old) for place in programme.places_in_order())
    return {key: found[key] for key in dict.fromkeys(places) if key in found}


def people_to_tell(old: Programme, new: Programme, items: Iterable[Alteration]) -> tuple[Told, ...]:
    """Return who has to hear what, in the order of their names.

    Whoever takes part in a session hears when it is new, cancelled, moved, longer or called otherwise, also by
    the block that holds their talk; whoever leads a session hears of its talks, and of who comes and goes.
    """
    found: dict[str, dict[Alteration, tuple[str, ...]]] = {}
    for item in items:
        for person, roles in _concerned(old, new, item):
            found.setdefault(person, {}).setdefault(item, roles)
    told = (Told(person, tuple(heard.items())) for person, heard in found.items())
    return tuple(sorted(told, key=lambda each: _name_order(old, new, each.person_id)))


def effective_slots(programme: Programme, session_id: str) -> tuple[Slot, ...]:
    """Return when and where a session is held: in its own slots, else in those of the nearest block with any."""
    for key in (session_id, *programme.blocks_of(session_id)):
        if slots := slots_of(programme, key):
            return slots
    return ()


def held_within(programme: Programme, session_id: str) -> Iterator[str]:
    """Yield the talks that are held when and where their block is: those without a slot of their own."""
    seen = {session_id}
    waiting = [session_id]
    while waiting:
        for key in programme.naming("sessions", "parent_id", waiting.pop()):
            if key not in seen and not slots_of(programme, key):
                seen.add(key)
                waiting.append(key)
                yield key


def _grouped(pairs: Iterable[tuple[Group, Alteration]]) -> dict[Group, tuple[Alteration, ...]]:
    found: dict[Group, list[Alteration]] = {}
    for key, item in pairs:
        found.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in found.items()}


def _concerned(old: Programme, new: Programme, item: Alteration) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each person whom an alteration concerns with their roles, those now before those then."""
    match item:
        case Amended() | DayAltered():
            return
        case Renamed("people", key):
            yield key, ()
        case Renamed("places", key):
            for placed in new.placements_in(key):
                yield from roles_of(new, placed.session_id).items()
        case Renamed("sessions", key):
            yield from _taking_part(old, new, key)
        case Renamed():
            return
        case Joined(key, person, roles) | Left(key, person, roles) | Recast(key, person, after=roles):
            yield person, roles
            yield from _leading(new, key)
        case _:
            yield from _of_session(old, new, item)


def _of_session(old: Programme, new: Programme, item: SessionAlteration) -> Iterator[tuple[str, tuple[str, ...]]]:
    key = item.session_id
    yield from _taking_part(old, new, key)
    for programme in (new, old):
        if key in programme.sessions:
            if not isinstance(item, Added):
                for talk in held_within(programme, key):
                    yield from roles_of(programme, talk).items()
            for block in programme.blocks_of(key):
                yield from _leading(programme, block)


def _taking_part(old: Programme, new: Programme, session_id: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for programme in (new, old):
        yield from roles_of(programme, session_id).items()


def _leading(programme: Programme, session_id: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for person, roles in roles_of(programme, session_id).items():
        if LEADING.intersection(roles):
            yield person, roles


def _places(old: Programme, new: Programme, item: Alteration) -> Iterator[str]:
    match item:
        case Renamed("places", key):
            yield key
            return
        case Moved(_, _, before, after):
            slots: tuple[Slot, ...] = (after, before)
        case Placed(_, _, slot) | Unplaced(_, slot):
            slots = (slot,)
        case Withdrawn(key) | Renamed("sessions", key):
            slots = effective_slots(new if isinstance(item, Renamed) else old, key)
        case Renamed() | Amended() | DayAltered():
            return
        case _:
            slots = effective_slots(new, item.session_id)
    yield from (slot.place_id for slot in slots if slot.place_id is not None)


def _name_order(old: Programme, new: Programme, person_id: str) -> tuple[str, str]:
    person = new.people.get(person_id) or old.people[person_id]
    return person_sort_key(person, person.name.language(new.event.languages)), person_id
