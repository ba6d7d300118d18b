"""The journal: every step that anybody took, field by field, and what can be undone of it.

A `Step` is what a person did once; a `FieldChange` is what it did to one record: for each field the plain JSON
value before and after, and under `BEING` whether the record was and is there. The tables of the file are always
the journal, folded (`fold`). Undo appends a step that is the inverse of another; so does redo.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
import secrets
from typing import Any, Final, Literal

from majlis.programme.edits.edit import Change, Edit
from majlis.programme.plain import Plain, from_plain, parse_field, to_plain
from majlis.programme.programme import Programme
from majlis.programme.records import EVENT_ID, OWNED, REFERENCES, Event, Record

BEING: Final = ""
"""Stands among the fields of a change for the record's being there: 0 or 1."""

EPOCH: Final = 1_704_067_200_000
"""Milliseconds from 1970 to 2024, from where the ids of steps count."""

NOISE: Final = 22
"""Random bits at the end of a step's id, so that two laptops never give the same."""

StepKind = Literal["edit", "undo", "redo"]


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the journal: who did what when, in words.

    `id` orders the steps and is never before a step it knows of; `at` is in UTC; `of` is the step that an undo or
    redo takes back. `undone` says that the step does not hold at present, `changes` on how many records it told.
    """

    id: int
    at: datetime
    who: str
    label: str
    kind: StepKind = "edit"
    of: int | None = None
    changes: int = 0
    undone: bool = False


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a step did to one record: field → (value before, value after), as plain JSON values."""

    table: str
    id: str
    fields: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Stacks:
    """What can be undone and redone: the ids of steps, the next one last."""

    undo: tuple[int, ...]
    redo: tuple[int, ...]


def next_id(last: int, milliseconds: int) -> int:
    """Return the id of a step taken at this time since 1970; it is after the last one whatever the clock says."""
    wall = max(milliseconds - EPOCH, 0)
    before = last >> NOISE
    return (wall if wall > before else before + 1) << NOISE | secrets.randbits(NOISE)


def field_changes(edit: Edit) -> tuple[FieldChange, ...]:
    """Return what an edit does to each record, field by field."""
    return tuple(_field_change(change) for change in edit.changes)


def stacks(steps: Iterable[Step]) -> Stacks:
    """Return what can be undone and redone after these steps, oldest first; an edit empties the redo."""
    undo: list[int] = []
    redo: list[int] = []
    for step in steps:
        if step.kind == "edit":
            undo.append(step.id)
            redo.clear()
        else:
            source, target = (undo, redo) if step.kind == "undo" else (redo, undo)
            if step.of in source:
                source.remove(step.of)
            target.append(step.id)
    return Stacks(tuple(undo), tuple(redo))


def history(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return what people did, newest first; undo and redo are marks on what they took back or brought again."""
    edits: dict[int, Step] = {}
    meant: dict[int, int] = {}
    for step in steps:
        edit = step.id if step.of is None else meant.get(step.of, step.of)
        meant[step.id] = edit
        if step.kind == "edit":
            edits[step.id] = step
        elif edit in edits:
            edits[edit] = replace(edits[edit], undone=step.kind == "undo")
    return tuple(reversed(edits.values()))


def inverse_of(label: str, changes: Iterable[FieldChange], programme: Programme) -> tuple[Edit, tuple[str, ...]]:
    """Return the edit that takes a step back in the present programme, and the ids of what it leaves alone.

    What somebody changed or uses since stays as it is: a field is set back where it still has the step's value, a
    record made by the step goes where it is untouched, one that went comes back where what it needs is there.
    """
    changes = tuple(changes)
    back = _Back(programme, {(change.table, change.id) for change in changes})
    for change in reversed(changes):
        back.take(change)
    return Edit(label, tuple(back.done.values())), tuple(back.kept)


def fold(changes: Iterable[FieldChange]) -> dict[tuple[str, str], Plain]:
    """Return the records that a whole journal tells of, as plain JSON objects by table and id."""
    records: dict[tuple[str, str], Plain] = {("events", EVENT_ID): to_plain(Event())}
    for change in changes:
        key = change.table, change.id
        was, is_ = change.fields.get(BEING, (1, 1))
        if not is_:
            records.pop(key, None)
            continue
        record = records.setdefault(key, {"id": change.id}) if was else {"id": change.id}
        record.update({field: new for field, (_, new) in change.fields.items() if field != BEING})
        records[key] = record
    return records


def _field_change(change: Change) -> FieldChange:
    before = to_plain(change.before) if change.before else {}
    after = to_plain(change.after) if change.after else {}
    fields = {
        field: (before.get(field), after.get(field))
        for field in (after or before)
        if field != "id" and (before.get(field) != after.get(field) or not before or not after)
    }
    if not before or not after:
        fields[BEING] = (int(bool(before)), int(bool(after)))
    return FieldChange(change.table, change.id, fields)


class _Back:
    """Takes the changes of one step back, one after another."""

    def __init__(self, programme: Programme, step: set[tuple[str, str]]) -> None:
        self.programme = programme
        self.step = step
        self.done: dict[tuple[str, str], Change] = {}
        self.kept: list[str] = []

    def take(self, change: FieldChange) -> None:
        was, is_ = change.fields.get(BEING, (1, 1))
        present = self.programme.tables[change.table].get(change.id)
        if is_ and not was:
            self._unmake(change, present)
        elif was and not is_:
            self._bring_back(change, present)
        else:
            self._set_back(change, present)

    def _unmake(self, change: FieldChange, present: Record | None) -> None:
        if present is None:
            return
        untouched = all(to_plain(present)[field] == new for field, (_, new) in change.fields.items() if field)
        if untouched and not self._used(present):
            self._note(Change(present, None))
        else:
            self.kept.append(change.id)

    def _bring_back(self, change: FieldChange, present: Record | None) -> None:
        if present is not None:
            self.kept.append(change.id)
            return
        values = {field: old for field, (old, _) in change.fields.items() if field}
        for field in REFERENCES.get(change.table, {}):
            if not self._there(change.table, field, values.get(field)):
                if (change.table, field) in OWNED:
                    self.kept.append(change.id)
                    return
                values[field] = None
        self._note(Change(None, from_plain(change.table, {"id": change.id, **values})))

    def _set_back(self, change: FieldChange, present: Record | None) -> None:
        if present is None:
            self.kept.append(change.id)
            return
        plain = to_plain(present)
        values = {
            field: parse_field(change.table, field, old)
            for field, (old, new) in change.fields.items()
            if plain[field] == new and self._there(change.table, field, old)
        }
        if len(values) < len(change.fields):
            self.kept.append(change.id)
        if values:
            self._note(Change(present, replace(present, **values)))

    def _note(self, change: Change) -> None:
        self.done[change.table, change.id] = change

    def _there(self, table: str, field: str, named: str | None) -> bool:
        target = REFERENCES.get(table, {}).get(field)
        if target is None or named is None:
            return True
        done = self.done.get((target, named))
        if done is not None:
            return done.after is not None
        return named in self.programme.tables[target] or (target, named) in self.step

    def _used(self, record: Record) -> bool:
        return any((user.table, user.id) not in self.step for user, _ in self.programme.users_of(record))
