"""Where the people of several copies disagree: newest words that differ, of which none knew of the others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Self

from majlis.programme.edits.edit import Change, Confirmation, Edit
from majlis.programme.edits.records import quoted, remove
from majlis.programme.journal.steps import BEING, UNITS, Journal, Key, Step, spoken, unspoken
from majlis.programme.journal.words import (
    GONE,
    Emptied,
    Mark,
    Said,
    Word,
    is_value,
    keeps_alive,
    newest,
    removals,
    same,
    words_of,
)
from majlis.programme.plain import from_plain
from majlis.programme.programme import Programme
from majlis.programme.records import OWNED, REFERENCES, Record
from majlis.programme.refusal import Refusal

_NO_HEADS: Final[Mapping[str, frozenset[int]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Side:
    """One word in a conflict: the step that said it, its plain value, and whether it is a removal of the record.

    `theirs` says that a merge brought the step here; without a step the record is there since another needs it.
    """

    step: Step | None
    value: Any
    removed: bool = False
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field (or field and language, or `BEING`) of a record on which the newest words differ.

    `base` is what both sides knew, None where it is not told; `sides` stand in the order of their steps, and `now`
    is what the programme holds: the newest value. On `BEING` one side removed the record, and it is there since
    another changed it or needs it; then the values are None for the removal and 1 for the others.
    """

    table: str
    id: str
    field: str
    base: Any
    now: Any
    sides: tuple[Side, ...]

    def side(self, *, theirs: bool) -> Side:
        """Return the newest word of theirs or of this copy; where all came from one of both, what holds or not."""
        mine = [side for side in self.sides if side.theirs == theirs]
        if len(mine) < len(self.sides) and mine:
            return mine[-1]
        holding = [side for side in self.sides if (side.value == self.now) != theirs]
        return (holding or list(self.sides))[-1]


def conflicts_of(
    journal: Journal, programme: Programme, brought: frozenset[int] = frozenset()
) -> tuple[Conflict, ...]:
    """Return the open conflicts of a programme, record by record.

    The journal needs to hold what was said of the records in its `heads` and `kept`; `brought` are the steps that
    came by merges.
    """
    asked = journal.heads.keys() | journal.kept
    said: dict[Key, list[Said]] = {}
    for step, change in journal.said():
        if change.key in asked:
            said.setdefault(change.key, []).append((step, change))
    found: list[Conflict] = []
    for key in sorted(asked):
        record = programme.tables[key[0]].get(key[1])
        if record is not None and key in said:
            found += _Reading(journal, record, said[key]).conflicts(brought)
    return tuple(found)


def settle(programme: Programme, conflict: Conflict, side: Side, journal: Journal) -> Edit:
    """Return a person's word for one side of a conflict: an edit that knows of all sides.

    Fields that mean something only together are settled together. The journal is as for `conflicts_of`. Raises
    `Refusal` where the record is gone, or the side names something that is.
    """
    record = programme.tables[conflict.table].get(conflict.id)
    if record is None:
        raise Refusal("What this was about is gone; there is nothing left to settle.")
    if conflict.field == BEING:
        return _settle_being(programme, record, side, journal)
    values = _side_values(conflict, side, record, journal)
    after = from_plain(conflict.table, unspoken(conflict.table, conflict.id, {**spoken(record), **values}))
    _check_named(programme, after)
    changes = () if after == record else (Change(record, after),)
    words = conflict.field.partition(".")[0].removesuffix("_id")
    label = f"Settle {words} of {quoted(programme, record)}"
    return Edit(label, changes, (Confirmation(after, frozenset(values)),))


def _settle_being(programme: Programme, record: Record, side: Side, journal: Journal) -> Edit:
    if side.removed:
        gone = remove(programme, [record])
        return Edit(f"Settle: {gone.label[0].lower()}{gone.label[1:]}", gone.changes)
    stays = _Reading.of(journal, record).confirmation()
    return Edit(f"Settle: keep {quoted(programme, record)}", (), (stays,))


def _side_values(conflict: Conflict, side: Side, record: Record, journal: Journal) -> dict[str, Any]:
    values = {conflict.field: side.value}
    unit = UNITS.get(conflict.table, ())
    if conflict.field not in unit:
        return values
    now = spoken(record)
    changes = journal.changes[side.step.id] if side.step else ()
    said = next((each for each in changes if each.key == (conflict.table, conflict.id)), None)
    told: Mapping[str, tuple[Any, Any]] = said.fields if said else {}
    return {field: told.get(field, (None, now.get(field)))[1] for field in unit} | values


def _check_named(programme: Programme, record: Record) -> None:
    for field, target in REFERENCES.get(record.table, {}).items():
        named = getattr(record, field)
        if named is not None and named not in programme.tables[target]:
            raise Refusal(
                f"That {field.removesuffix('_id')} was removed meanwhile; bring it back in the history first, "
                "or choose the other side."
            )


class _Reading:
    """What was said of one record."""

    def __init__(self, journal: Journal, record: Record, said: Sequence[Said]) -> None:
        self.journal = journal
        self.record = record
        self.said = dict(said)
        self.words = words_of(said)
        self.heads = newest(self.words, journal.heads.get((record.table, record.id), _NO_HEADS).get)

    @classmethod
    def of(cls, journal: Journal, record: Record) -> Self:
        """Read what a journal says of a record."""
        key = record.table, record.id
        return cls(journal, record, [one for one in journal.said() if one[1].key == key])

    def confirmation(self) -> Confirmation:
        """Return the word that this record stays, on every field that a removal spoke of.

        What the removal took along stays back since it was in vain; so its word on `BEING` is not answered.
        """
        gone = (field for field, heads in self.heads.items() if any(value is GONE for _, value in heads))
        return Confirmation(self.record, frozenset(gone) - {BEING})

    def conflicts(self, brought: frozenset[int]) -> Iterable[Conflict]:
        """Yield the conflicts on this record."""
        lost = self._disputed()
        if lost and not self._goes_with_another(lost):
            yield self._being(lost, brought)
        now = spoken(self.record)
        for field, heads in self.heads.items():
            meant = [word for word in heads if is_value(word)]
            if field != BEING and any(not same(word[1], meant[0][1]) for word in meant):
                sides = tuple(self._side(word, brought) for word in meant)
                yield Conflict(*self._key, field, self._base(field, meant), now.get(field), sides)

    def _disputed(self) -> frozenset[int]:
        """Return the removals that nobody who knew of them has answered yet."""
        if not keeps_alive(self.heads):
            return removals(self.heads)
        spoken_of = (heads for field, heads in self.heads.items() if field != BEING)
        mixed = (heads for heads in spoken_of if any(value is not GONE for _, value in heads))
        return frozenset(step for heads in mixed for step, value in heads if value is GONE)

    @property
    def _key(self) -> tuple[str, str]:
        return self.record.table, self.record.id

    def _side(self, word: Word, brought: frozenset[int]) -> Side:
        step, value = word
        return Side(self.journal.steps[step], value, theirs=step in brought)

    def _being(self, lost: frozenset[int], brought: frozenset[int]) -> Conflict:
        others = {step for heads in self.heads.values() for step, value in heads if value is not GONE}
        sides = [
            Side(self.journal.steps[step], None, removed=True, theirs=step in brought) for step in sorted(lost)
        ]
        stays = [Side(self.journal.steps[step], 1, theirs=step in brought) for step in sorted(others - lost)]
        sides += stays or [Side(None, 1, theirs=not any(side.theirs for side in sides))]
        return Conflict(*self._key, BEING, 1, 1, tuple(sides))

    def _goes_with_another(self, lost: frozenset[int]) -> bool:
        """Return whether the same removal took what this record belongs to, and is told there."""
        if keeps_alive(self.heads):
            return False
        targets = REFERENCES.get(self.record.table, {})
        named = {
            (target, getattr(self.record, field))
            for field, target in targets.items()
            if (self.record.table, field) in OWNED
        }
        return any(
            change.removes and change.key in named for step in lost for change in self.journal.changes[step]
        )

    def _base(self, field: str, meant: Sequence[Word]) -> Any:  # noqa: ANN401 - JSON values have no narrower type
        """Return the value that the words go back to: followed back by value, the newest that all share."""
        trails = [self._trail(field, step) for step, _ in meant]
        shared = set(trails[0]).intersection(*trails[1:])
        if not shared:
            return trails[0][min(trails[0])]
        return trails[0][max(shared)]

    def _trail(self, field: str, step: int) -> dict[int, Any]:
        """Return the words before a word, each step that it may have known with the value that it left."""
        trail: dict[int, Any] = {}
        at: int | None = step
        while at is not None:
            old = self.said[at].fields.get(field, (None, None))[0]
            before = [
                (earlier, value)
                for earlier, value in self.words[field]
                if earlier < at and same(None if isinstance(value, (Mark, Emptied)) else value, old)
            ]
            at = before[-1][0] if before else None
            trail[-1 if at is None else at] = old
        return trail
