"""Steps and their changes: what a person did once, and what it did to each record, field by field.

A field of a `FieldChange` is a record's field, or field and language (`title.ar`) of a text, so that two people
can translate one title apart. Under `BEING` stands whether the record was and is there.
"""

from collections.abc import Iterable, Iterator, Mapping
import dataclasses
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
import secrets
from types import MappingProxyType
from typing import Any, Final, Literal

from majlis.programme.edits.edit import Change, Confirmation, Edit
from majlis.programme.plain import Plain, field_types, to_plain
from majlis.programme.records import REFERENCES, Record
from majlis.programme.texts import Texts

Key = tuple[str, str]
"""A record's table and id."""

Heads = Mapping[Key, Mapping[str, frozenset[int]]]
"""For each field on which the newest words are several steps, none of which knew of the others: those steps."""

BEING: Final = ""
"""Stands among the fields of a change for the record's being there: 0 or 1."""

EPOCH: Final = 1_704_067_200_000
"""Milliseconds from 1970 to 2024, from where the ids of steps count."""

NOISE: Final = 22
"""Random bits at the end of a step's id, so that two laptops never give the same."""

LAST_ID: Final = (1 << 62) - 1
"""The highest id that a step may have, of the year 2058: beyond it the clock of some laptop is out of its mind."""

UNITS: Final[Mapping[str, tuple[str, ...]]] = {
    "placements": ("place_id", "start"),
    "days": ("date", "start", "end"),
    "absences": ("start", "end"),
}
"""Fields that mean something only together: a word on one is a word on all."""

StepKind = Literal["edit", "undo", "redo"]


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the journal: who did what when, in words.

    `id` orders the steps and is never before a step it knows of; `at` is in UTC; `of` is the step that an undo or
    redo takes back, `below` the step that is next to be undone (after an undo: redone) once this one is. `undone`
    says that the step does not hold at present, `changes` on how many records it told.
    """

    id: int
    at: datetime
    who: str
    label: str
    kind: StepKind = "edit"
    of: int | None = None
    below: int | None = None
    changes: int = 0
    undone: bool = False


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a step did to one record: field → (value before, value after), as plain JSON values.

    `emptied` are the references that named a record which the same step removed.
    """

    table: str
    id: str
    fields: Mapping[str, tuple[Any, Any]]
    emptied: frozenset[str] = frozenset()

    @property
    def key(self) -> Key:
        """The table and id of the record."""
        return self.table, self.id

    @property
    def makes(self) -> bool:
        """Whether the record was not there before."""
        return self.fields.get(BEING) == (0, 1)

    @property
    def removes(self) -> bool:
        """Whether the record is not there afterwards."""
        return self.fields.get(BEING, (1, 1))[1] == 0


@dataclass(frozen=True, slots=True)
class Journal:
    """Steps by id with their changes, the heads that are several, and the records kept though they were removed.

    `kept` are records on which the newest words are removals, and which are there because something needs them.
    """

    steps: Mapping[int, Step]
    changes: Mapping[int, tuple[FieldChange, ...]]
    heads: Heads = dataclasses.field(default_factory=lambda: MappingProxyType({}))
    kept: frozenset[Key] = frozenset()

    def said(self) -> Iterator[tuple[int, FieldChange]]:
        """Yield every change with its step, in the order of the steps."""
        for step in sorted(self.changes):
            for change in self.changes[step]:
                yield step, change


def settled(
    heads: Heads, kept: frozenset[Key], changes: Iterable[FieldChange]
) -> tuple[dict[Key, Mapping[str, frozenset[int]]], frozenset[Key]]:
    """Return the heads that are several, and the kept records, after changes by somebody who has seen them all."""
    left = dict(heads)
    spoken_of: set[Key] = set()
    for change in changes:
        spoken_of.add(change.key)
        fields = left.pop(change.key, {})
        rest = {} if BEING in change.fields else fields
        if rest := {field: steps for field, steps in rest.items() if field not in change.fields}:
            left[change.key] = rest
    return left, kept - spoken_of


def next_id(last: int, milliseconds: int) -> int:
    """Return the id of a step taken at this time since 1970; it is after the last one whatever the clock says."""
    wall = max(milliseconds - EPOCH, 0)
    before = last >> NOISE
    return (wall if wall > before else before + 1) << NOISE | secrets.randbits(NOISE)


def field_changes(edit: Edit) -> tuple[FieldChange, ...]:
    """Return what an edit does to each record, field by field, with the words that only confirm what is there."""
    removed = {(change.table, change.id) for change in edit.changes if change.after is None}
    again = {(each.record.table, each.record.id): each for each in edit.confirms}
    changed = [
        _field_change(change, removed, again.pop((change.table, change.id), None)) for change in edit.changes
    ]
    return (*changed, *(_confirmed(each) for each in again.values()))


def spoken(record: Record) -> Plain:
    """Return a record as its words: field, or field and language → plain value, without the id."""
    values: Plain = {}
    for field, value in to_plain(record).items():
        if field in text_fields(record.table):
            values.update({f"{field}.{language}": text for language, text in value.items()})
        elif field != "id":
            values[field] = value
    return values


def unspoken(table: str, key: str, values: Mapping[str, Any]) -> Plain:
    """Return the plain record that words make; words on fields that this version does not know are passed over."""
    known = field_types(table)
    plain: Plain = {"id": key}
    for name, value in values.items():
        field, dot, language = name.partition(".")
        if not dot and field in known:
            plain[field] = value
        elif dot and field in text_fields(table) and value is not None:
            plain.setdefault(field, {})[language] = value
    return plain


@cache
def text_fields(table: str) -> frozenset[str]:
    """Return the fields of a table that hold a text in each of several languages."""
    return frozenset(field for field, kind in field_types(table).items() if kind is Texts)


def history(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return what people did, newest first; undo and redo are marks on what they took back or brought again."""
    edits: dict[int, Step] = {}
    meant: dict[int, int] = {}
    for step in steps:
        edit = step.id if step.kind == "edit" or step.of is None else meant.get(step.of, step.of)
        meant[step.id] = edit
        if step.kind == "edit":
            edits[step.id] = step
        elif edit in edits:
            edits[edit] = replace(edits[edit], undone=step.kind == "undo")
    return tuple(reversed(edits.values()))


def _field_change(change: Change, removed: set[Key], again: Confirmation | None) -> FieldChange:
    before = spoken(change.before) if change.before else {}
    after = spoken(change.after) if change.after else {}
    if not before or not after:
        fields = {field: (before.get(field), after.get(field)) for field in {**before, **after}}
        return FieldChange(change.table, change.id, {**fields, BEING: (int(bool(before)), int(bool(after)))})
    said = again.fields if again else frozenset[str]()
    fields = {
        field: (before.get(field), after.get(field))
        for field in {**before, **after, **dict.fromkeys(sorted(said))}
        if field in said or before.get(field) != after.get(field)
    }
    emptied = _emptied(change.table, fields, removed)
    unit = UNITS.get(change.table, ())
    if not emptied.issuperset(fields.keys() & set(unit)):
        fields.update({field: (before[field], after[field]) for field in unit})
    return FieldChange(change.table, change.id, fields, emptied)


def _emptied(table: str, fields: Mapping[str, tuple[Any, Any]], removed: set[Key]) -> frozenset[str]:
    targets = REFERENCES.get(table, {})
    named = ((field, targets.get(field), old) for field, (old, new) in fields.items() if new is None)
    return frozenset(field for field, target, old in named if target is not None and (target, old) in removed)


def _confirmed(again: Confirmation) -> FieldChange:
    record = again.record
    values = spoken(record)
    unit = UNITS.get(record.table, ())
    fields = again.fields.union(unit) if again.fields.intersection(unit) else again.fields
    return FieldChange(
        record.table, record.id, {field: (values.get(field), values.get(field)) for field in sorted(fields)}
    )
