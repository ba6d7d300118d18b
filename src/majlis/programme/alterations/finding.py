"""Comparing two programmes: each difference is found once, and what has no kind of its own is an `Amended`.

Nothing is found between two programmes just where they are equal, editions and waivers aside.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from datetime import datetime
from itertools import zip_longest
from typing import Final

from majlis.programme.alterations.kinds import (
    NOWHERE,
    Added,
    Alteration,
    Amended,
    DayAltered,
    Joined,
    Left,
    Moved,
    Placed,
    Recast,
    Regrouped,
    Renamed,
    Resized,
    Revived,
    Slot,
    Unplaced,
    Withdrawn,
)
from majlis.programme.names import name_of
from majlis.programme.programme import Programme
from majlis.programme.records import RECORDS, Part, Placement, Record, Session

NOT_HELD: Final = frozenset({"cancelled", "rejected"})
"""The states in which a session is not held."""

_UNSAID: Final = frozenset({"editions", "waivers"})
_NAMES: Final = {"sessions": "title", "places": "name", "themes": "name", "people": "name", "events": "title"}
_SLOT: Final = frozenset({"session_id", "place_id", "start"})
_PART: Final = frozenset({"session_id", "person_id", "role"})
_HOURS: Final = frozenset({"date", "start", "end"})

Key = tuple[str, str]


def alterations(old: Programme, new: Programme) -> tuple[Alteration, ...]:
    """Return what altered: first of the sessions by time and title, then of days, places, people and the rest."""
    found = _Found(old, new)
    for key in sorted(_touched(old, new), key=lambda key: _order(old, new, key)):
        found.session(key)
    for table in ("days", "places", "people", "events", "themes"):
        found.table(table)
    return (*found.items, *found.rest())


def session_alterations(old: Programme, new: Programme, session_id: str) -> tuple[Alteration, ...]:
    """Return what altered of one session and of who takes part in it, without the rest of its fields."""
    found = _Found(old, new)
    found.session(session_id)
    return tuple(found.items)


def is_held(session: Session | None) -> bool:
    """Say whether a session is there and neither cancelled nor rejected."""
    return session is not None and session.state not in NOT_HELD


def slots_of(programme: Programme, session_id: str) -> tuple[Slot, ...]:
    """Return when and where a session is held by placements of its own, the earliest first."""
    slots = [_slot(placed) for placed in programme.placements_of(session_id)]
    return tuple(sorted((slot for slot in slots if slot != NOWHERE), key=_slot_order))


def roles_of(programme: Programme, session_id: str) -> dict[str, tuple[str, ...]]:
    """Return the roles of each person who takes part in a session and has not declined, by id."""
    roles: dict[str, tuple[str, ...]] = {}
    if session_id in programme.sessions:
        for part in programme.parts_of(session_id):
            if part.state != "declined":
                roles[part.person_id] = (*roles.get(part.person_id, ()), part.role)
    return roles


@dataclass
class _Found:
    """Collects what is found, and which fields of which records are said with that."""

    old: Programme
    new: Programme
    items: list[Alteration] = field(default_factory=list[Alteration])
    said: dict[Key, frozenset[str] | None] = field(default_factory=dict[Key, frozenset[str] | None])
    """The fields of a record that are said, None where all is."""

    def session(self, key: str) -> None:
        """Find what altered of a session."""
        before, after = self.old.sessions.get(key), self.new.sessions.get(key)
        if is_held(before) and is_held(after):
            self._still_held(key)
            return
        if is_held(after):
            slots = slots_of(self.new, key)
            known = before is not None and before.state == "cancelled"
            self.items.append(Revived(key, slots) if known else Added(key, slots))
        elif is_held(before):
            cancelled = after is not None and after.state == "cancelled"
            self.items.append(Withdrawn(key, slots_of(self.old, key), cancelled))
        else:
            return
        self.said["sessions", key] = None
        for programme in (self.old, self.new):
            if key in programme.sessions:
                owned = (*programme.placements_of(key), *programme.parts_of(key))
                self.said.update({(each.table, each.id): None for each in owned})

    def table(self, table: str) -> None:
        """Find new names, and what altered of days."""
        for before, after in _differing(self.old, self.new, table):
            key = _one_of(before, after).id
            if table == "days":
                self._day(key)
            elif before is not None and after is not None:
                self._name(before, after)

    def rest(self) -> Iterator[Amended]:
        """Yield what differs and is not said yet, table by table."""
        for table in RECORDS:
            if table not in _UNSAID:
                for before, after in _differing(self.old, self.new, table):
                    yield from self._unsaid(before, after)

    def _still_held(self, key: str) -> None:
        before, after = self.old.sessions[key], self.new.sessions[key]
        self._name(before, after)
        if before.minutes != after.minutes:
            self._say(Resized(key, before.minutes, after.minutes), "sessions", key, {"minutes"})
        if before.parent_id != after.parent_id:
            self._say(Regrouped(key, before.parent_id, after.parent_id), "sessions", key, {"parent_id"})
        self._slots(key)
        self._people(key)

    def _slots(self, key: str) -> None:
        old = {each.id: each for each in self.old.placements_of(key)}
        new = {each.id: each for each in self.new.placements_of(key)}
        for both in old.keys() & new.keys():
            if _slot(old[both]) == _slot(new[both]):
                del old[both], new[both]
        for before, after in _paired(old, new):
            was, now = (_slot(each) if each else NOWHERE for each in (before, after))
            if was == now:
                continue
            if now == NOWHERE:
                self.items.append(Unplaced(key, was))
            elif after is not None:
                placed = Placed(key, after.id, now) if was == NOWHERE else Moved(key, after.id, was, now)
                self.items.append(placed)
            for each in (before, after):
                if each is not None:
                    self._note("placements", each.id, _SLOT)

    def _people(self, key: str) -> None:
        before, after = roles_of(self.old, key), roles_of(self.new, key)
        for person in dict.fromkeys((*before, *after)):
            had, has = before.get(person, ()), after.get(person, ())
            if sorted(had) == sorted(has):
                continue
            if not had:
                self.items.append(Joined(key, person, has))
            else:
                self.items.append(Recast(key, person, had, has) if has else Left(key, person, had))
            for programme in (self.old, self.new):
                for part in programme.parts_of(key):
                    if part.person_id == person:
                        declined = part.state == "declined"
                        self._note("parts", part.id, _PART | {"state"} if declined else _PART)

    def _day(self, key: str) -> None:
        before, after = self.old.days.get(key), self.new.days.get(key)
        if before is None or after is None:
            self.items.append(DayAltered(key, before, after))
            self.said["days", key] = None
            return
        if any(getattr(before, name) != getattr(after, name) for name in _HOURS):
            self._say(DayAltered(key, before, after), "days", key, _HOURS)
        if before.name != after.name:
            self._say(Renamed("days", key, before.name, after.name), "days", key, {"name"})

    def _name(self, before: Record, after: Record) -> None:
        name = _NAMES[after.table]
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            self._say(Renamed(after.table, after.id, was, now), after.table, after.id, {name})

    def _say(self, item: Alteration, table: str, key: str, names: Iterable[str]) -> None:
        self.items.append(item)
        self._note(table, key, names)

    def _note(self, table: str, key: str, names: Iterable[str]) -> None:
        there = self.said.get((table, key), frozenset())
        if there is not None:
            self.said[table, key] = there | frozenset(names)

    def _unsaid(self, before: Record | None, after: Record | None) -> Iterator[Amended]:
        record = _one_of(before, after)
        said = self.said.get((record.table, record.id), frozenset())
        if said is None:
            return
        if before is None or after is None:
            if not said:
                yield Amended(record.table, record.id, "removed" if after is None else "added")
            return
        names = (each.name for each in fields(record))
        changed = tuple(name for name in names if getattr(before, name) != getattr(after, name))
        if left := tuple(name for name in changed if name not in said):
            yield Amended(record.table, record.id, "changed", left)


def _differing(old: Programme, new: Programme, table: str) -> Iterator[tuple[Record | None, Record | None]]:
    before, after = old.tables[table], new.tables[table]
    for key, was in before.items():
        now = after.get(key)
        if now is not was and now != was:
            yield was, now
    yield from ((None, now) for key, now in after.items() if key not in before)


def _touched(old: Programme, new: Programme) -> set[str]:
    """Return the ids of the sessions of which something may have altered."""
    pairs = (pair for table in ("sessions", "placements", "parts") for pair in _differing(old, new, table))
    return {_session_of(record) for pair in pairs for record in pair if record is not None}


def _session_of(record: Record) -> str:
    return record.session_id if isinstance(record, Placement | Part) else record.id


def _one_of(before: Record | None, after: Record | None) -> Record:
    record = after or before
    if record is None:
        raise ValueError("a difference needs a record on one side")
    return record


def _slot(placement: Placement) -> Slot:
    return Slot(placement.start, placement.place_id)


def _slot_order(slot: Slot) -> tuple[datetime, str]:
    return slot.start or datetime.max, slot.place_id or ""


def _paired(
    old: dict[str, Placement], new: dict[str, Placement]
) -> Iterator[tuple[Placement | None, Placement | None]]:
    """Yield placements that belong together: those of one slot, those of one id, then the others by time."""
    by_slot = {_slot(each): key for key, each in sorted(new.items(), reverse=True)}
    for key, each in sorted(old.items()):
        if (other := by_slot.pop(_slot(each), None)) is not None:
            yield old.pop(key), new.pop(other)
    for key in sorted(old.keys() & new.keys()):
        yield old.pop(key), new.pop(key)
    for before, after in zip_longest(_by_time(old), _by_time(new)):  # noqa: UP028 - typed as no pairs
        yield before, after


def _by_time(placements: dict[str, Placement]) -> list[Placement]:
    return sorted(placements.values(), key=lambda placed: (*_slot_order(_slot(placed)), placed.id))


def _order(old: Programme, new: Programme, key: str) -> tuple[datetime, str, str]:
    for programme in (new, old):
        if key in programme.sessions:
            start = programme.start_of(key) or datetime.max
            return start, name_of(programme, programme.sessions[key]), key
    return datetime.max, "", key
