"""A disagreement as it is shown: what it is about, the sides in words, and which of them would clash."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from majlis.calendars.words import short_day
from majlis.programme.edits.edit import Edit, apply
from majlis.programme.journal import BEING, Conflict, Side
from majlis.programme.journal.steps import UNITS
from majlis.programme.journal.wording import Wording
from majlis.programme.programme import Programme
from majlis.programme.records import REFERENCES
from majlis.programme.refusal import Refusal
from majlis.programme.rules import Problem, problems, problems_about

NEARBY: Final = 30
"""Sessions that a disagreement may concern for each to be checked by itself; beyond, the whole programme is."""

DisputeKey = tuple[str, str, str]
Clashes = tuple[tuple[str, ...], ...]
Settling = Callable[[Conflict, Side], Edit]


@dataclass(frozen=True, slots=True)
class SideWords:
    """One side in words: its text ("" for nothing), who said it and when, and whether it holds until settled."""

    side: Side
    text: str
    who: str
    at: datetime | None
    holds: bool


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict in words, with this copy's side before theirs.

    `base` is what both sides knew, "" where it was nothing or is not told.
    """

    conflict: Conflict
    about: str
    field: str
    language: str
    base: str
    sides: tuple[SideWords, ...]

    @property
    def key(self) -> DisputeKey:
        """The table, id and field."""
        return self.conflict.table, self.conflict.id, self.conflict.field

    @property
    def being(self) -> bool:
        """Whether it is about the record's being there at all."""
        return self.conflict.field == BEING

    def nearest(self, *, theirs: bool) -> int:
        """Return the number of the side that is theirs, or this copy's."""
        side = self.conflict.side(theirs=theirs)
        return next(number for number, each in enumerate(self.sides) if each.side == side)


def disputes_of(conflicts: Iterable[Conflict], words: Wording) -> tuple[Dispute, ...]:
    """Return conflicts in words, those of one record together."""
    found = (_dispute(one, words) for one in together(conflicts))
    return tuple(sorted(found, key=lambda one: (one.about, one.conflict.id, not one.being)))


def together(conflicts: Iterable[Conflict]) -> tuple[tuple[Conflict, ...], ...]:
    """Return conflicts as they are settled: those on fields that mean something only together are one."""
    found: dict[DisputeKey, list[Conflict]] = {}
    for conflict in conflicts:
        unit = UNITS.get(conflict.table, ())
        field = unit[0] if conflict.field in unit else conflict.field
        found.setdefault((conflict.table, conflict.id, field), []).append(conflict)
    return tuple(map(tuple, found.values()))


def clashes(programme: Programme, settling: Settling, dispute: Dispute) -> Clashes:
    """Return for each side the sentences of the errors that it would bring and another side would not.

    `settling` says by which edit of the programme a side would hold. A side that can't be had says why.
    """
    found: list[dict[str, Problem]] = []
    refused: dict[int, str] = {}
    for number, side in enumerate(dispute.sides):
        try:
            edit = settling(dispute.conflict, side.side)
        except Refusal as refusal:
            refused[number] = str(refusal)
            found.append({})
        else:
            found.append(_errors(programme, edit, dispute.conflict))
    common = set(found[0]).intersection(*found[1:]) if found else set[str]()
    return tuple(
        (refused[number],) if number in refused else tuple(text for text in errors if text not in common)
        for number, errors in enumerate(found)
    )


def _dispute(conflicts: Sequence[Conflict], words: Wording) -> Dispute:
    first, being = conflicts[0], conflicts[0].field == BEING
    fields = [words.field(each.field) for each in conflicts]
    field = "" if being else " and ".join((fields[0], *(name.lower() for name in fields[1:])))
    base = "" if being else _listed(words.value(each.table, each.field, each.base) for each in conflicts)
    sides = tuple(_side(conflicts, side, words) for side in sorted(first.sides, key=lambda side: side.theirs))
    return Dispute(first, words.about(first), field, first.field.partition(".")[2], base, sides)


def _side(conflicts: Sequence[Conflict], side: Side, words: Wording) -> SideWords:
    step = side.step
    who, at = (step.who, step.at) if step else ("", None)
    if conflicts[0].field == BEING:
        text = "Removed" if side.removed else step.label if step else "Something else needs it"
        return SideWords(side, text, who, at, holds=not side.removed)
    said = [(each, next((one.value for one in each.sides if one.step == step), each.now)) for each in conflicts]
    text = _listed(words.value(each.table, each.field, value) for each, value in said)
    return SideWords(side, text, who, at, holds=all(value == each.now for each, value in said))


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(filter(None, texts))


def _errors(programme: Programme, edit: Edit, conflict: Conflict) -> dict[str, Problem]:
    """Return the errors around what a conflict is about, after an edit, by their sentences."""
    after = apply(programme, edit)
    concerned = {
        *_sessions(programme, conflict.table, conflict.id),
        *_sessions(after, conflict.table, conflict.id),
    }
    there = [key for key in sorted(concerned) if key in after.sessions]
    if conflict.table in {"events", "days"} or len(there) > NEARBY:
        found = problems(after, day_words=short_day)
    else:
        found = tuple(one for key in there for one in problems_about(after, key, day_words=short_day))
    return {one.text: one for one in found if one.severity == "error" and not one.waived}


def _sessions(programme: Programme, table: str, key: str) -> Iterator[str]:
    """Yield the sessions that a record concerns: itself, those that it names, or those that name it."""
    record = programme.tables[table].get(key)
    if record is None:
        return
    if table == "sessions":
        yield key
    for field, target in REFERENCES.get(table, {}).items():
        named = getattr(record, field)
        if named is not None and (target == "sessions" or table == "absences"):
            yield from _sessions(programme, target, named)
    if table in {"people", "places"}:
        for user, _ in programme.users_of(record):
            yield from _sessions(programme, user.table, user.id) if user.table in {"parts", "placements"} else ()
