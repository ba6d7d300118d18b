"""The steps as a list to be looked through: newest first, by day, with what was undone and what was brought in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import Final

from majlis.programme.journal import Step
from majlis.programme.search import fold


@dataclass(frozen=True, slots=True)
class Entry:
    """A step that somebody took, the day on which this laptop's clock has it, and what it is found by."""

    step: Step
    day: date
    folded: str


@dataclass(frozen=True, slots=True)
class Day:
    """The steps that were taken one after another on a day, newest first, and who took how many of them."""

    day: date
    entries: tuple[Entry, ...]
    people: Mapping[str, int]

    @classmethod
    def of(cls, day: date, entries: Iterable[Entry]) -> "Day":
        """Make a day of its steps."""
        entries = tuple(entries)
        return cls(day, entries, Counter(entry.step.who for entry in entries))


@dataclass(frozen=True, slots=True)
class Log:
    """All steps but undo and redo, by day; those are marks on what they took back or brought again.

    A clock that was put back makes a day come twice. `undone` are the steps that do not hold at present, `takes`
    says of a step which later one took it back, and `brought` are those that merges brought here. `meant` says
    which step each undo and redo is about, `last` is the id of the newest step of any kind.
    """

    days: tuple[Day, ...] = ()
    undone: frozenset[int] = frozenset()
    takes: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    brought: frozenset[int] = frozenset()
    meant: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    last: int = 0

    def grown(self, steps: Iterable[Step], brought: frozenset[int]) -> "Log":
        """Return the log with the steps that were taken since, the oldest of them first."""
        new: list[Entry] = []
        undone, takes, meant, last = set(self.undone), dict(self.takes), dict(self.meant), self.last
        for step in steps:
            last = step.id
            if step.kind == "edit":
                new.append(Entry(step, step.at.astimezone().date(), fold(f"{step.label}\n{step.who}")))
                if step.of is not None:
                    takes[step.of] = step.id
            elif step.of is not None:
                meant[step.id] = about = meant.get(step.of, step.of)
                (undone.add if step.kind == "undo" else undone.discard)(about)
        return Log(self._with(new), frozenset(undone), takes, brought, meant, last)

    def state_of(self, step: Step) -> str:
        """Return whether a step is "undone" or "taken back" at present, or ""."""
        if step.id in self.undone:
            return "undone"
        taken = self.takes.get(step.id)
        return "taken back" if taken is not None and taken not in self.undone else ""

    def people(self) -> Counter[str]:
        """Return who took how many steps."""
        counted = Counter[str]()
        for day in self.days:
            counted.update(day.people)
        return counted

    def _with(self, new: list[Entry]) -> tuple[Day, ...]:
        """Return the days with entries that came later, the oldest of them first."""
        if not new:
            return self.days
        newest = self.days[0] if self.days and self.days[0].day == new[0].day else None
        before, days = (newest.entries, self.days[1:]) if newest else ((), self.days)
        grouped = groupby((*reversed(new), *before), key=lambda entry: entry.day)
        return (*(Day.of(day, entries) for day, entries in grouped), *days)


EMPTY: Final = Log()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which steps are shown: those of somebody, of a day, that a merge brought, with words, and among `steps`."""

    who: str = ""
    day: date | None = None
    brought: bool = False
    words: str = ""
    steps: frozenset[int] | None = None

    def of(self, log: Log) -> tuple[Day, ...]:
        """Return the wanted steps of a log, and only the days that have any."""
        if self == ALL:
            return log.days
        words = fold(self.words).split()
        days = (
            day for day in log.days if self.day in (None, day.day) and (not self.who or self.who in day.people)
        )
        wanted = ((day, tuple(self._among(day, log, words))) for day in days)
        return tuple(Day.of(day.day, entries) for day, entries in wanted if entries)

    def _among(self, day: Day, log: Log, words: list[str]) -> Iterator[Entry]:
        for entry in day.entries:
            step = entry.step
            if (
                (not self.who or step.who == self.who)
                and (not self.brought or step.id in log.brought)
                and (self.steps is None or step.id in self.steps)
                and all(word in entry.folded for word in words)
            ):
                yield entry


ALL: Final = Wanted()
