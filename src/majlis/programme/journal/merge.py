"""Merging two copies of one event: the union of their steps, and what these mean together.

A copy always holds its whole past, so which words are newest in the union follows from those that are newest in
each copy: what both hold, and what the other has never heard of. The result is the same whichever copy asks, in
any order, any number of times.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from majlis.programme.edits.edit import Change, Edit
from majlis.programme.journal.fold import Folding
from majlis.programme.journal.steps import BEING, LAST_ID, FieldChange, Heads, Journal, Key, Step
from majlis.programme.journal.words import Said, newest, words_of
from majlis.programme.plain import Plain, from_plain
from majlis.programme.programme import Programme
from majlis.programme.records import RECORDS, REFERENCES, Record
from majlis.programme.refusal import Refusal

_NONE: Final[Mapping[str, frozenset[int]]] = MappingProxyType({})
_DAMAGED: Final = "The other copy's journal is damaged"


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brings: the other's new steps with their changes, and the edit that they come to here.

    `heads` and `kept` are those of the whole union.
    """

    new: tuple[Step, ...]
    changes: Mapping[int, tuple[FieldChange, ...]]
    edit: Edit
    heads: Heads
    kept: frozenset[Key]

    @property
    def count(self) -> int:
        """How many changes of records come in."""
        return sum(len(changes) for changes in self.changes.values())


def merge(mine: Journal, theirs: Journal, programme: Programme, label: str = "Merge") -> Merged:
    """Return what the steps of another copy bring to a programme; `theirs` need hold changes of new steps only.

    Raises `Refusal` where the two are no copies of one event, or the other's journal is not sound.
    """
    new = theirs.steps.keys() - mine.steps.keys()
    _check(mine, theirs, new)
    return _Union(mine, theirs, new, programme).merged(label)


class _Union:
    """The steps of two copies, and what is asked of them."""

    def __init__(self, mine: Journal, theirs: Journal, new: set[int], programme: Programme) -> None:
        self.mine = mine
        self.theirs = theirs
        self.new = {step: theirs.changes.get(step, ()) for step in sorted(new)}
        self.programme = programme
        self.changes = {**mine.changes, **self.new}
        self.by_record: dict[Key, list[Said]] = {}
        for step in sorted(self.changes):
            for change in self.changes[step]:
                self.by_record.setdefault(change.key, []).append((step, change))

    def merged(self, label: str) -> Merged:
        touched = self._touched()
        heads = self._heads(touched)
        folding = Folding(
            lambda key: self.by_record.get(key, ()),
            lambda step: self.changes.get(step, ()),
            heads,
            lambda key: key[1] in self.programme.tables[key[0]],
            self._needed,
        )
        told = folding.fold(touched)
        kept = frozenset(key for key, state in folding.states.items() if state.kept)
        steps = tuple(self.theirs.steps[step] for step in self.new)
        return Merged(steps, self.new, self._edit(label, told), heads, kept)

    def _touched(self) -> set[Key]:
        """Return the records that may not be as they were, those last that a removal in vain had brought back."""
        touched = {change.key for changes in self.new.values() for change in changes}
        touched |= self.mine.heads.keys() | self.theirs.heads.keys() | self.mine.kept | self.theirs.kept
        for key in tuple(touched):
            ends = {step for step, change in self.by_record.get(key, ()) if change.removes}
            touched |= {change.key for step in ends for change in self.changes[step] if _names(change, key)}
        return self._with_what_brings_back(touched)

    def _with_what_brings_back(self, touched: set[Key]) -> set[Key]:
        """Return these records and those on whose removal in vain it may depend how they are."""
        queue = list(touched)
        while queue:
            for _, change in self.by_record.get(queue.pop(), ()):
                for named in _brought_back_by(change):
                    if named in self.by_record and named not in touched:
                        touched.add(named)
                        queue.append(named)
        return touched

    def _heads(self, touched: Iterable[Key]) -> Heads:
        """Return the newest words where they are several: only where both copies have said something."""
        found: dict[Key, Mapping[str, frozenset[int]]] = {}
        unknown_there = (step for step in self.mine.changes if step not in self.theirs.steps)
        mine = {change.key for step in unknown_there for change in self.mine.changes[step]}
        for key in (mine | self.mine.heads.keys() | self.theirs.heads.keys()).intersection(touched):
            words = words_of(self.by_record.get(key, ()))
            here, there = self._newest(self.mine, key), self._newest(self.theirs, key)
            several = {field: heads for field in words if len(heads := self._union(field, here, there)) > 1}
            if several:
                found[key] = several
        return found

    def _union(self, field: str, here: "_Newest", there: "_Newest") -> frozenset[int]:
        mine, theirs = here(field), there(field)
        unknown_there = frozenset(step for step in mine if step not in self.theirs.steps)
        unknown_here = frozenset(step for step in theirs if step not in self.mine.steps)
        return mine & theirs | unknown_there | unknown_here

    def _newest(self, side: Journal, key: Key) -> "_Newest":
        said = [(step, change) for step, change in self.by_record.get(key, ()) if step in side.steps]
        return _Newest(said, side.heads.get(key, _NONE))

    def _needed(self, key: Key, folding: Folding) -> bool:
        table, named = key
        return any(
            (user, other) not in folding.states
            for user, fields in REFERENCES.items()
            for field, target in fields.items()
            if target == table
            for other in self.programme.naming(user, field, named)
        )

    def _edit(self, label: str, told: Mapping[Key, Plain | None]) -> Edit:
        changes: list[Change] = []
        for table in RECORDS:
            for (_, key), plain in sorted((item for item in told.items() if item[0][0] == table), key=_by_id):
                before = self.programme.tables[table].get(key)
                after = None if plain is None else _record(table, plain)
                if after is None and table == "events":
                    raise Refusal(f"{_DAMAGED}: it removes the event itself. Take another copy.")
                if before != after:
                    changes.append(Change(before, after))
        _check_references(self.programme, changes)
        return Edit(label, tuple(changes))


class _Newest:
    """The steps of one copy whose words on a field of one record are the newest there."""

    def __init__(self, said: list[Said], several: Mapping[str, frozenset[int]]) -> None:
        words = words_of(said)
        self.heads = {
            field: frozenset(step for step, _ in heads) for field, heads in newest(words, several.get).items()
        }
        # on a field that this copy never heard of, its word is that the record came or went
        self.being = self.heads.get(BEING, frozenset())

    def __call__(self, field: str) -> frozenset[int]:
        return self.heads.get(field, self.being)


def _check(mine: Journal, theirs: Journal, new: set[int]) -> None:
    common = mine.steps.keys() & theirs.steps.keys()
    if not common:
        raise Refusal("The two files are not copies of one event: they have no step of their history in common.")
    for key in common:
        ours, other = mine.steps[key], theirs.steps[key]
        if (ours.at, ours.who, ours.label) != (other.at, other.who, other.label):
            raise Refusal(
                f"{_DAMAGED}: it tells of the step “{ours.label[:60]}” in another way. Take another copy."
            )
    if any(not 0 < key <= LAST_ID for key in new):
        raise Refusal(f"{_DAMAGED}: it has a step from beyond the calendar. Take another copy.")
    unknown = {change.table for step in new for change in theirs.changes.get(step, ())} - RECORDS.keys()
    if unknown:
        raise Refusal(f"{_DAMAGED}: it tells of {min(unknown)[:40]!r}, which no event has.")


def _names(change: FieldChange, key: Key) -> bool:
    targets = REFERENCES.get(change.table, {})
    return any(
        target == key[0] and change.fields.get(name, (None,))[0] == key[1] for name, target in targets.items()
    )


def _brought_back_by(change: FieldChange) -> Iterator[Key]:
    """Yield the records that would undo this change by being there: what it belonged to, or named until then."""
    for field, target in REFERENCES.get(change.table, {}).items():
        named = change.fields.get(field, (None,))[0]
        if isinstance(named, str) and (change.removes or field in change.emptied):
            yield target, named


def _record(table: str, plain: Plain) -> Record:
    try:
        return from_plain(table, plain)
    except (ValueError, TypeError, KeyError) as error:
        raise Refusal(f"{_DAMAGED}: {str(error)[:80]}. Take another copy.") from error


def _check_references(programme: Programme, changes: Iterable[Change]) -> None:
    there = {(change.table, change.id): change.after for change in changes}
    for change in there.values():
        if change is None:
            continue
        for field, target in REFERENCES.get(change.table, {}).items():
            named = getattr(change, field)
            if named is not None and not there.get((target, named), programme.tables[target].get(named)):
                raise Refusal(f"{_DAMAGED}: a {change.table} names what never was. Take another copy.")


def _by_id(item: tuple[Key, object]) -> str:
    return item[0][1]
