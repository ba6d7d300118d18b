"""Taking a step back: its inverse in the programme as it is now, which leaves alone what came later."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from majlis.programme.edits.edit import Change, Edit
from majlis.programme.journal.steps import BEING, FieldChange, Key, spoken, unspoken
from majlis.programme.plain import from_plain
from majlis.programme.programme import Programme
from majlis.programme.records import OWNED, REFERENCES, Record


def inverse_of(label: str, changes: Iterable[FieldChange], programme: Programme) -> tuple[Edit, tuple[str, ...]]:
    """Return the edit that takes a step back in the present programme, and the ids of what it leaves alone.

    What somebody changed or uses since stays as it is: a field is set back where it still has the step's value, a
    record made by the step goes where it is untouched, one that went comes back where what it needs is there.
    """
    changes = tuple(changes)
    back = _Back(programme, changes)
    for change in reversed(changes):
        if change.removes:
            back.bring_back(change)
        elif not change.makes:
            back.set_back(change)
    back.unmake([change for change in reversed(changes) if change.makes])
    return Edit(label, tuple(back.done.values())), tuple(back.kept)


class _Back:
    """Takes the changes of one step back: first what changed or went, then what was made, which may be in use."""

    def __init__(self, programme: Programme, changes: tuple[FieldChange, ...]) -> None:
        self.programme = programme
        self.coming = {change.key for change in changes if change.removes}
        self.done: dict[Key, Change] = {}
        self.kept: list[str] = []

    def unmake(self, made: Sequence[FieldChange]) -> None:
        after = self.programme.changed((each.table, each.id, each.after) for each in self.done.values())
        there = [change for change in made if change.id in after.tables[change.table]]
        going = _unused(after, {change.key for change in there if _untouched(after, change)})
        for change in there:
            if change.key in going:
                self._note(Change(self.programme.tables[change.table][change.id], None))
            else:
                self.kept.append(change.id)

    def bring_back(self, change: FieldChange) -> None:
        present = self.programme.tables[change.table].get(change.id)
        if present is not None:
            self.kept.append(change.id)
            return
        values = {field: old for field, (old, _) in change.fields.items() if field != BEING}
        for field in REFERENCES.get(change.table, {}):
            if not self._there(change.table, field, values.get(field)):
                if (change.table, field) in OWNED:
                    self.kept.append(change.id)
                    return
                values[field] = None
        self._note(Change(None, _record(change.key, values)))

    def set_back(self, change: FieldChange) -> None:
        present = self.programme.tables[change.table].get(change.id)
        changed = {field: both for field, both in change.fields.items() if field != BEING and both[0] != both[1]}
        if present is None:
            if changed:
                self.kept.append(change.id)
            return
        now = spoken(present)
        old = {
            field: old
            for field, (old, new) in changed.items()
            if now.get(field) == new and self._there(change.table, field, old)
        }
        if len(old) < len(changed):
            self.kept.append(change.id)
        if old:
            self._note(Change(present, _record(change.key, {**now, **old})))

    def _note(self, change: Change) -> None:
        self.done[change.table, change.id] = change

    def _there(self, table: str, field: str, named: str | None) -> bool:
        target = REFERENCES.get(table, {}).get(field)
        if target is None or named is None:
            return True
        done = self.done.get((target, named))
        if done is not None:
            return done.after is not None
        return named in self.programme.tables[target] or (target, named) in self.coming


def _untouched(programme: Programme, change: FieldChange) -> bool:
    made = {field: new for field, (_, new) in change.fields.items() if field != BEING}
    return programme.tables[change.table][change.id] == _record(change.key, made)


def _unused(programme: Programme, going: set[Key]) -> set[Key]:
    """Return those records that nothing names but what goes with them."""

    def used(key: Key) -> bool:
        record = programme.tables[key[0]][key[1]]
        return any((user.table, user.id) not in going for user, _ in programme.users_of(record))

    while staying := {key for key in going if used(key)}:
        going -= staying
    return going


def _record(key: Key, values: Mapping[str, Any]) -> Record:
    return from_plain(key[0], unspoken(*key, values))
