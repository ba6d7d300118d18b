"""What the words on records mean together: which are there, and what each holds.

A record is there while one of its newest words is no removal. A removal that others did not know of loses: to a
word on the record, and to a record that needs this one. A removal that lost counts for nothing, so what it took
along comes back: the records that belong to this one alone, and the references that it emptied. Each of these can
only bring more back, so the meaning is the same in whatever order it is found.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from majlis.programme.journal.steps import BEING, FieldChange, Heads, Journal, Key, unspoken
from majlis.programme.journal.words import (
    ABSENT,
    Said,
    Word,
    keeps_alive,
    newest,
    removals,
    value_of,
    words_of,
)
from majlis.programme.plain import Plain
from majlis.programme.records import EVENT_ID, OWNED, REFERENCES

_EVENT: Final = ("events", EVENT_ID)
_NO_HEADS: Final[Mapping[str, frozenset[int]]] = MappingProxyType({})


@dataclass(slots=True)
class State:
    """One record: its words and heads by field, and whether it is there by them or only because it is needed.

    `lost` are the steps that removed it in vain, known once it is there.
    """

    words: dict[str, list[Word]]
    heads: dict[str, tuple[Word, ...]]
    alive: bool
    kept: bool = False
    lost: frozenset[int] = field(default_factory=frozenset)

    @property
    def there(self) -> bool:
        """Whether the record is there."""
        return self.alive or self.kept


class Folding:
    """Finds the meaning of a set of steps for some records and those that they bring back.

    `said` gives all that was ever said of a record, `step` what a step did, `heads` the newest words where they
    are several; `outside` says whether a record that nobody asked for is there, `needed` whether such a record
    names this one. `kept` are records to take as needed from the start.
    """

    def __init__(
        self,
        said: Callable[[Key], Iterable[Said]],
        step: Callable[[int], Iterable[FieldChange]],
        heads: Heads,
        outside: Callable[[Key], bool],
        needed: Callable[[Key, "Folding"], bool],
    ) -> None:
        self.states: dict[Key, State] = {}
        self._said = said
        self._step = step
        self._heads = heads
        self._outside = outside
        self._needed = needed
        self._queue: list[Key] = []
        self._told: set[tuple[Key, Key, str]] = set()

    def fold(self, keys: Iterable[Key], kept: Iterable[Key] = ()) -> dict[Key, Plain | None]:
        """Return the plain record of each key, and of those that came along; None for what is not there."""
        for key in keys:
            self._state(key)
        for key in kept:
            self._keep(key)
        while True:
            while self._queue:
                self._settle(self._queue.pop())
            if not self._keep_needed():
                return {key: self._plain(key, state) for key, state in self.states.items()}

    def _state(self, key: Key) -> State | None:
        if key not in self.states:
            said = list(self._said(key))
            if not said:
                return None
            words = words_of(said)
            heads = newest(words, self._heads.get(key, _NO_HEADS).get)
            self.states[key] = State(words, heads, keeps_alive(heads))
            if self.states[key].alive:
                self._queue.append(key)
        return self.states[key]

    def _keep(self, key: Key) -> None:
        state = self._state(key)
        if state is not None and not state.there:
            state.kept = True
            self._queue.append(key)

    def _keep_needed(self) -> bool:
        dead = [key for key, state in self.states.items() if not state.there and self._needed(key, self)]
        for key in dead:
            self._keep(key)
        return bool(dead)

    def _settle(self, key: Key) -> None:
        state = self.states[key]
        state.lost = removals(state.heads)
        for step in sorted(state.lost):
            for change in self._step(step):
                self._bring_back(key, state.lost, change)
        self._keep_named(key, state)

    def _keep_named(self, key: Key, state: State) -> None:
        for name, target in REFERENCES.get(key[0], {}).items():
            named = self.value(state, target, name)
            if isinstance(named, str) and not (
                (target, named) not in self.states and self._outside((target, named))
            ):
                self._keep((target, named))

    def _bring_back(self, key: Key, lost: frozenset[int], change: FieldChange) -> None:
        """Let a removal that was in vain count for nothing on another record that it changed."""
        for name, target in REFERENCES.get(change.table, {}).items():
            if target != key[0] or change.fields.get(name, (None,))[0] != key[1]:
                continue
            other = self._state(change.key)
            if other is None:
                continue
            if change.removes and (change.table, name) in OWNED and removals(other.heads) <= lost:
                self._keep(change.key)
            elif name in change.emptied and (key, change.key, name) not in self._told:
                # once is enough: two records that emptied each other would tell one another for ever
                self._told.add((key, change.key, name))
                if other.there:
                    self._queue.append(change.key)

    def value(self, state: State, target: str, name: str) -> Any:  # noqa: ANN401 - JSON values have no narrower type
        """Return what a reference of a record names: where what it lost is there after all, it names that."""
        return value_of(
            state.words.get(name, ()),
            state.heads.get(name, ()),
            lambda named, step: self._in_vain((target, named), step),
        )

    def _in_vain(self, key: Key, step: int) -> bool:
        state = self.states.get(key)
        return state is not None and state.there and step in state.lost

    def _plain(self, key: Key, state: State) -> Plain | None:
        if not state.there:
            return None
        targets = REFERENCES.get(key[0], {})
        values: Plain = {}
        for name, words in state.words.items():
            if name == BEING:
                continue
            value = (
                self.value(state, targets[name], name) if name in targets else value_of(words, state.heads[name])
            )
            if value is not ABSENT:
                values[name] = value
        return unspoken(*key, values)


def fold(journal: Journal) -> dict[Key, Plain]:
    """Return the records that a whole journal tells of, as plain JSON objects by table and id."""
    said: dict[Key, list[Said]] = {}
    for step, change in journal.said():
        said.setdefault(change.key, []).append((step, change))
    folding = Folding(
        lambda key: said.get(key, ()),
        lambda step: journal.changes.get(step, ()),
        journal.heads,
        lambda _key: False,
        lambda _key, _folding: False,
    )
    told = folding.fold(said, journal.kept)
    records = {key: plain for key, plain in told.items() if plain is not None}
    records.setdefault(_EVENT, {"id": EVENT_ID})
    return records
