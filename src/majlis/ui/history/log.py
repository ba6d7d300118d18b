"""The steps as a list to be looked through: newest first, by day, with what was undone and what was brought in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
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
class Log:
    """All steps but undo and redo, newest first; those are marks on what they took back or brought again.

    `undone` are the steps that do not hold at present, `takes` says of a step which later one took it back, and
    `brought` are those that merges brought here. `meant` says which step each undo and redo is about, `last` is
    the id of the newest step of any kind.
    """

    entries: tuple[Entry, ...] = ()
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
        entries = (*reversed(new), *self.entries)
        return Log(entries, frozenset(undone), takes, brought, meant, last)

    def state_of(self, step: Step) -> str:
        """Return whether a step is "undone" or "taken back" at present, or ""."""
        if step.id in self.undone:
            return "undone"
        taken = self.takes.get(step.id)
        return "taken back" if taken is not None and taken not in self.undone else ""

    def people(self) -> Counter[str]:
        """Return who took how many steps."""
        return Counter(entry.step.who for entry in self.entries)

    def days(self) -> Counter[date]:
        """Return how many steps were taken on each day."""
        return Counter(entry.day for entry in self.entries)


EMPTY: Final = Log()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which steps are shown: those of somebody, of a day, that a merge brought, with words, and among `steps`."""

    who: str = ""
    day: date | None = None
    brought: bool = False
    words: str = ""
    steps: frozenset[int] | None = None

    def of(self, log: Log) -> Iterator[Entry]:
        """Yield the wanted entries of a log."""
        words = fold(self.words).split()
        for entry in log.entries:
            step = entry.step
            if (
                (not self.who or step.who == self.who)
                and (self.day is None or entry.day == self.day)
                and (not self.brought or step.id in log.brought)
                and (self.steps is None or step.id in self.steps)
                and all(word in entry.folded for word in words)
            ):
                yield entry


@dataclass(frozen=True, slots=True)
class Heading:
    """A day in the list: how many steps stand below it, and who took how many of them."""

    day: date
    people: Mapping[str, int]

    @property
    def count(self) -> int:
        """How many steps stand below it."""
        return sum(self.people.values())


Line = Entry | Heading


def by_day(entries: Iterable[Entry]) -> tuple[Line, ...]:
    """Return entries with a heading before those of each day."""
    lines: list[Line] = []
    at, people = -1, Counter[str]()
    for entry in entries:
        if at < 0 or entry.day != lines[at].day:
            at, people = len(lines), Counter[str]()
            lines.append(Heading(entry.day, people))
        people[entry.step.who] += 1
        lines.append(entry)
    return tuple(lines)
