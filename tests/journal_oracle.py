"""What a set of steps means, by brute force and with the true past of every step: shares no code with the journal.

`pasts` is step → all steps that whoever took it knew of. Slow on purpose: everything is read from the definition.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from majlis.programme.journal import FieldChange
from majlis.programme.records import OWNED, REFERENCES

Key = tuple[str, str]
Step = int
GONE, ABSENT = "<gone>", "<absent>"


class Meaning:
    """The records that are there after some steps, with the values of their fields."""

    def __init__(
        self,
        steps: Iterable[Step],
        pasts: Mapping[Step, frozenset[Step]],
        changes: Mapping[Step, Iterable[FieldChange]],
    ) -> None:
        self.pasts = pasts
        self.said = [(step, change) for step in sorted(steps) for change in changes[step]]
        self.keys = {(change.table, change.id) for _, change in self.said}
        self.heads = {key: self._heads(key) for key in self.keys}
        own = {
            key
            for key in self.keys
            if any(
                any(value != GONE and not self._emptied(value) for _, value in heads)
                or GONE not in [value for _, value in heads]
                for heads in self.heads[key].values()
            )
        }
        self.there = set(own)
        while True:
            more = {key for one in self.there for key in self._brings(one)} & self.keys
            if more <= self.there:
                break
            self.there |= more
        self.kept = self.there - own

    def records(self) -> dict[Key, dict[str, Any]]:
        """Return the values of every record that is there, without what is absent."""
        found: dict[Key, dict[str, Any]] = {}
        for key in self.there:
            values = {field: self._value(key, field) for field in self.heads[key] if field}
            found[key] = {field: value for field, value in values.items() if value != ABSENT}
        return found

    def several(self) -> dict[Key, dict[str, frozenset[Step]]]:
        """Return the newest words where they are several."""
        found = {
            key: {field: frozenset(step for step, _ in heads) for field, heads in fields.items() if len(heads) > 1}
            for key, fields in self.heads.items()
        }
        return {key: fields for key, fields in found.items() if fields}

    def disputed(self) -> set[tuple[str, str, str]]:
        """Return the fields on which people disagree, and under "" the records that were removed in vain."""
        found: set[tuple[str, str, str]] = set()
        for key in self.there:
            for field, heads in self.heads[key].items():
                values = {repr(value) for _, value in heads if self._meant(value)}
                if field and len(values) > 1:
                    found.add((*key, field))
            lost = self._disputed_removals(key)
            if lost and not (key in self.kept and self._goes_with_another(key, lost)):
                found.add((*key, ""))
        return found

    def _words(self, key: Key) -> dict[str, list[tuple[Step, Any]]]:
        mine = [(step, change) for step, change in self.said if (change.table, change.id) == key]
        fields = {field for _, change in mine for field in change.fields}
        words: dict[str, list[tuple[Step, Any]]] = {field: [] for field in fields}
        for step, change in mine:
            was, is_ = change.fields.get("", (1, 1))
            for field in fields:
                if not is_:
                    words[field].append((step, GONE))
                elif field in change.emptied:
                    words[field].append((step, ("emptied", change.fields[field][0])))
                elif field in change.fields:
                    words[field].append((step, change.fields[field][1]))
                elif not was:
                    words[field].append((step, ABSENT))
        return words

    def _heads(self, key: Key) -> dict[str, list[tuple[Step, Any]]]:
        return {
            field: [word for word in words if not any(word[0] in self.pasts[other] for other, _ in words)]
            for field, words in self._words(key).items()
        }

    def _lost(self, key: Key) -> set[Step]:
        return {step for heads in self.heads[key].values() for step, value in heads if value == GONE}

    def _disputed_removals(self, key: Key) -> set[Step]:
        if key in self.kept:
            return self._lost(key)
        spoken = [heads for field, heads in self.heads[key].items() if field]
        mixed = [heads for heads in spoken if any(value != GONE for _, value in heads)]
        return {step for heads in mixed for step, value in heads if value == GONE}

    def _brings(self, key: Key) -> Iterable[Key]:
        table, name = key
        for field, target in REFERENCES.get(table, {}).items():
            value = self._value(key, field) if field in self.heads[key] else None
            if value is not None:
                yield target, value
        lost = self._lost(key)
        for step, change in self.said:
            if step in lost and change.fields.get("", (1, 1))[1] == 0:
                other = change.table, change.id
                belongs = any(
                    target == table and (change.table, field) in OWNED and change.fields[field][0] == name
                    for field, target in REFERENCES.get(change.table, {}).items()
                )
                if belongs and self._lost(other) <= lost:
                    yield other

    def _value(self, key: Key, field: str) -> Any:  # noqa: ANN401 - JSON values
        heads = self.heads[key][field]
        meant = [value for _, value in heads if self._meant(value)]
        if meant:
            return meant[-1]
        emptied = [word for word in heads if self._emptied(word[1])]
        if emptied:
            in_vain = [value[1] for step, value in emptied if self._in_vain(key[0], field, value[1], step)]
            return in_vain[-1] if in_vain else None
        if any(value == ABSENT for _, value in heads):
            return ABSENT
        step, value = [word for word in self._words(key)[field] if word[1] != GONE][-1]
        if self._emptied(value):
            return value[1] if self._in_vain(key[0], field, value[1], step) else None
        return value

    def _in_vain(self, table: str, field: str, named: str, step: Step) -> bool:
        target = REFERENCES[table][field], named
        return target in self.there and step in self._lost(target)

    def _goes_with_another(self, key: Key, lost: set[Step]) -> bool:
        owners = {
            (target, self._value(key, field))
            for field, target in REFERENCES.get(key[0], {}).items()
            if (key[0], field) in OWNED
        }
        return any(
            step in lost and (change.table, change.id) in owners and change.fields.get("", (1, 1))[1] == 0
            for step, change in self.said
        )

    @staticmethod
    def _emptied(value: object) -> bool:
        return isinstance(value, tuple)

    def _meant(self, value: object) -> bool:
        return value not in (GONE, ABSENT) and not self._emptied(value)
