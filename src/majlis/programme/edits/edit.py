"""An edit: a label and what it does to each record; how it is applied, undone and made from two programmes."""

from collections.abc import Iterable
from dataclasses import dataclass

from majlis.programme.programme import Programme
from majlis.programme.records import RECORDS, Record


class StaleEditError(Exception):
    """An edit was made for another state of the programme than the one it is applied to."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None where it was not or will not be there. Never None on both sides."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record after, or before where it goes."""
        record = self.after or self.before
        if record is None:
            raise ValueError("a change needs a record on one side")
        return record

    @property
    def table(self) -> str:
        """The table of the record."""
        return self.record.table

    @property
    def id(self) -> str:
        """The id of the record."""
        return self.record.id


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A record as it is after the edit, and the fields that it is a person's word on, changed or not."""

    record: Record
    fields: frozenset[str]


@dataclass(frozen=True, slots=True)
class Edit:
    """What a user does once: a label in words, at most one change for each record, and what it confirms."""

    label: str
    changes: tuple[Change, ...]
    confirms: tuple[Confirmation, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changes or self.confirms)


def apply(programme: Programme, edit: Edit) -> Programme:
    """Return the programme after an edit; raise `StaleEditError` where a record is not as the edit expects it."""
    for change in edit.changes:
        present = programme.tables[change.table].get(change.id)
        if present != change.before:
            raise StaleEditError(f"{change.table} {change.id}: {present!r} instead of {change.before!r}")
    changed = {(change.table, change.id): change.after for change in edit.changes}
    for confirmation in edit.confirms:
        record = confirmation.record
        key = record.table, record.id
        if changed.get(key, programme.tables[record.table].get(record.id)) != record:
            raise StaleEditError(f"{record.table} {record.id} is not what is confirmed")
    return programme.changed((change.table, change.id, change.after) for change in edit.changes)


def inverse(edit: Edit) -> Edit:
    """Return the edit that takes this one back, under the same label."""
    return Edit(edit.label, tuple(Change(change.after, change.before) for change in reversed(edit.changes)))


def difference(label: str, old: Programme, new: Programme) -> Edit:
    """Return the edit that leads from one programme to another."""
    return Edit(label, tuple(_changes(old, new)))


def together(label: str, edits: Iterable[Edit]) -> Edit:
    """Return one edit that does what these do one after another; what it confirms is what is left of that."""
    first: dict[tuple[str, str], Record | None] = {}
    last: dict[tuple[str, str], Record | None] = {}
    again: dict[tuple[str, str], Confirmation] = {}
    for edit in edits:
        for each in edit.confirms:
            key = each.record.table, each.record.id
            fields = again[key].fields | each.fields if key in again else each.fields
            again[key] = Confirmation(each.record, fields)
        for change in edit.changes:
            key = change.table, change.id
            first.setdefault(key, change.before)
            last[key] = change.after
    changes = (Change(first[key], last[key]) for key in first if first[key] != last[key])
    left = ((last.get(key, each.record), each.fields) for key, each in again.items())
    confirms = tuple(Confirmation(record, fields) for record, fields in left if record is not None)
    return Edit(label, tuple(changes), confirms)


def _changes(old: Programme, new: Programme) -> Iterable[Change]:
    for table in RECORDS:
        before, after = old.tables[table], new.tables[table]
        if before is after:
            continue
        for key, record in before.items():
            if (now := after.get(key)) != record:
                yield Change(record, now)
        yield from (Change(None, record) for key, record in after.items() if key not in before)
