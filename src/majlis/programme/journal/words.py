"""What was ever said on the fields of one record, and which of these words are the newest.

A word is a step and the value that it gave a field. A removal is a word on every field that the record ever had,
and so is a making: fields that it does not name are absent from then on. A word is the newest where no later one
knew of it; such words are the heads of their field, mostly one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
import json
from typing import Any, Final

from majlis.programme.journal.steps import FieldChange


class Mark(Enum):
    """What a word says that is no value: that the record goes, or that it comes without this field."""

    GONE = "gone"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Emptied:
    """The word of a step that removed what the field named, so that it names nothing; `named` is the id."""

    named: str


Word = tuple[int, Any]
"""A step, and the plain value that it gave, a `Mark`, or an `Emptied`."""

Words = Mapping[str, Sequence[Word]]
"""Field → its words in the order of their steps."""

Said = tuple[int, FieldChange]

GONE: Final = Mark.GONE
ABSENT: Final = Mark.ABSENT


def words_of(said: Sequence[Said]) -> dict[str, list[Word]]:
    """Return all words on one record from what was said of it, in the order of the steps."""
    fields = dict.fromkeys(field for _, change in said for field in change.fields)
    words: dict[str, list[Word]] = {field: [] for field in fields}
    for step, change in said:
        for field in fields if change.makes or change.removes else change.fields:
            _say(words[field], step, _value(change, field))
    return words


def newest(words: Words, known: Callable[[str], Iterable[int] | None]) -> dict[str, tuple[Word, ...]]:
    """Return the heads of each field: those steps that are known to be, else the last word."""
    heads: dict[str, tuple[Word, ...]] = {}
    for field, spoken in words.items():
        steps = known(field)
        heads[field] = tuple(word for word in spoken if word[0] in steps) if steps else (spoken[-1],)
    return heads


def is_value(word: Word) -> bool:
    """Return whether a word gives a value that somebody meant."""
    return not isinstance(word[1], (Mark, Emptied))


def keeps_alive(heads: Mapping[str, Sequence[Word]]) -> bool:
    """Return whether a record is there by the newest words on it: all of them removals means that it is not.

    A word that merely empties a field, since what it named went, is no reason to keep a record against a removal
    that did not know of it; where it knew of all removals, the record was there then and still is.
    """
    return any(_gives_life(spoken) for spoken in heads.values())


def _gives_life(heads: Sequence[Word]) -> bool:
    meant = any(is_value(word) or word[1] is ABSENT for word in heads)
    return meant or all(value is not GONE for _, value in heads)


def removals(heads: Mapping[str, Sequence[Word]]) -> frozenset[int]:
    """Return the steps whose removal of the record is among the newest words."""
    return frozenset(step for spoken in heads.values() for step, value in spoken if value is GONE)


def value_of(
    words: Sequence[Word], heads: Sequence[Word], in_vain: Callable[[str, int], bool] = lambda _named, _step: False
) -> Any:  # noqa: ANN401 - JSON values have no narrower type
    """Return what a field of a record that is there holds: a plain value, or `ABSENT`.

    The newest of the heads that give a value; a field that only lost what it named is empty, or names it still
    where the step removed that in vain; where all heads are removals, the record has what it had last.
    """
    meant = [word for word in heads if is_value(word)]
    if meant:
        return meant[-1][1]
    for spoken in (heads, words):
        left = [word for word in spoken if word[1] is not GONE]
        emptied = [(step, value.named) for step, value in left if isinstance(value, Emptied)]
        if spoken is heads and emptied:
            return next((named for step, named in reversed(emptied) if in_vain(named, step)), None)
        if left:
            step, value = left[-1]
            if isinstance(value, Emptied):
                return value.named if in_vain(value.named, step) else None
            return value
    return ABSENT


def same(one: object, other: object) -> bool:
    """Return whether two plain values are the same to the letter; 1 and true are not."""
    return one is other or json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _value(change: FieldChange, field: str) -> Any:  # noqa: ANN401 - as above
    if change.removes:
        return GONE
    if field not in change.fields:
        return ABSENT
    if field in change.emptied:
        return Emptied(change.fields[field][0])
    return change.fields[field][1]


def _say(words: list[Word], step: int, value: object) -> None:
    if words and words[-1][0] == step:
        words.pop()
    words.append((step, value))
