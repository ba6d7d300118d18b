"""Many changes put in order for people: by the session, person, place, theme or event that each is about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from types import MappingProxyType
from typing import Final, Literal

from majlis.programme.edits.records import SINGULAR
from majlis.programme.journal.steps import FieldChange, Key, Step
from majlis.programme.journal.wording import FieldWords, Wording
from majlis.programme.names import sort_key
from majlis.programme.records import EVENT_ID

HOMES: Final = ("sessions", "people", "places", "themes", "events")
"""The tables by which changes are grouped, in the order in which they are shown."""

OWNERS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "placements": {"session_id": "sessions"},
        "parts": {"session_id": "sessions"},
        "absences": {"person_id": "people", "place_id": "places"},
    }
)
"""Table → the fields that name what its records belong to → the table of that."""

TOLD: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "placements": ("place_id", "start"),
        "parts": ("session_id", "person_id", "role", "state"),
        "absences": ("start", "end", "reason"),
        "days": ("date", "name"),
        "waivers": ("reason", "who"),
        "editions": ("number", "note"),
    }
)
"""The fields that say in a few words what a record is that belongs to another."""

Done = Literal["added", "removed", "changed", "brought back"]

_NO_STEPS: Final[Mapping[Key, Sequence[Step]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entry:
    """All that changes about one record and what belongs to it.

    `done` is what happens to the record itself, `who` are the people whose steps did it, and `at` is when the last
    of these was taken, None where no step tells.
    """

    table: str
    id: str
    name: str
    done: Done
    changes: tuple[FieldChange, ...]
    who: tuple[str, ...]
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one of the tables `HOMES`, sorted by name."""

    table: str
    entries: tuple[Entry, ...]


def grouped(
    changes: Iterable[FieldChange], wording: Wording, said: Mapping[Key, Sequence[Step]] = _NO_STEPS
) -> tuple[Group, ...]:
    """Return changes by what they are about; `said` are the steps that speak of each changed record."""
    by_home: dict[Key, list[FieldChange]] = {}
    for change in changes:
        by_home.setdefault(home_of(change, wording), []).append(change)
    entries = sorted((_entry(key, each, wording, said) for key, each in by_home.items()), key=_order)
    by_table = groupby(entries, key=lambda entry: entry.table)
    return tuple(Group(table, tuple(each)) for table, each in by_table)


def home_of(change: FieldChange, wording: Wording) -> Key:
    """Return the table and id of what a changed record belongs to."""
    if change.table in HOMES:
        return change.key
    record = wording.programme.tables[change.table].get(change.id)
    for field, table in OWNERS.get(change.table, {}).items():
        told = (*reversed(change.fields.get(field, ())), getattr(record, field, None))
        named = next(filter(None, told), None)
        if named is not None:
            return table, named
    return "events", EVENT_ID


def entry_in_words(entry: Entry, wording: Wording) -> tuple[FieldWords, ...]:
    """Return what changes about a record in words; what belongs to it and comes or goes is one field."""
    home = entry.table, entry.id
    words: list[FieldWords] = []
    for change in sorted(entry.changes, key=lambda change: change.key != home):
        said = wording.record(change)
        if change.key == home or (change.table == "placements" and said.done == "changed"):
            words += said.fields
        elif said.done in ("added", "removed"):
            before, after = (_summary(change, at, entry, wording) for at in (0, 1))
            words.append(FieldWords(SINGULAR[change.table].capitalize(), before, after))
        else:
            name = wording.name(change)
            words += (replace(field, field=f"{name}: {field.field}") for field in said.fields)
    return tuple(words)


def _summary(change: FieldChange, at: int, entry: Entry, wording: Wording) -> str:
    """Return in a few words what a record that belongs to an entry held before (0) or holds after (1)."""
    told = {
        field: wording.value(change.table, field, pair[at])
        for field, pair in change.fields.items()
        if field.partition(".")[0] in TOLD.get(change.table, ()) and pair[at] != entry.id
    }
    return ", ".join(filter(None, told.values()))


def steps_by_record(steps: Iterable[Step], changes: Mapping[int, Iterable[FieldChange]]) -> dict[Key, list[Step]]:
    """Return for each record the steps that speak of it."""
    said: dict[Key, list[Step]] = {}
    for step in steps:
        for change in changes.get(step.id, ()):
            said.setdefault(change.key, []).append(step)
    return said


def _entry(
    home: Key, changes: Sequence[FieldChange], wording: Wording, said: Mapping[Key, Sequence[Step]]
) -> Entry:
    own = next((change for change in changes if change.key == home), None)
    done: Done = "changed"
    if own is not None:
        done = "added" if own.makes else "removed" if own.removes else "changed"
    steps = sorted((step for change in changes for step in said.get(change.key, ())), key=lambda step: step.id)
    name = wording.name(own or FieldChange(*home, {}))
    who = tuple(dict.fromkeys(step.who for step in steps))
    return Entry(*home, name, done, tuple(changes), who, max((step.at for step in steps), default=None))


def _order(entry: Entry) -> tuple[int, str, str]:
    return HOMES.index(entry.table), sort_key(entry.name), entry.id
