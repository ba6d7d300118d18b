"""What a reader found odd in a source, where, and what it did about it."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

LIMIT: Final = 200
"""Doubts of one sort that are told one by one; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One oddity: `where` is its place in the source, `text` says what was odd and what was done."""

    where: str
    text: str


class Doubts:
    """The doubts of one reading, bounded for each sort."""

    def __init__(self) -> None:
        self._told: list[Doubt] = []
        self._counts: Counter[str] = Counter()

    def add(self, sort: str, where: str, text: str) -> None:
        """Report a doubt; of each sort the first ones are told and the others counted."""
        self._counts[sort] += 1
        if self._counts[sort] <= LIMIT:
            self._told.append(Doubt(where, text))

    def all(self) -> tuple[Doubt, ...]:
        """Return what was reported, with a last line for each sort of which there was too much."""
        more = (
            Doubt(sort, f"{count - LIMIT:,} more of this sort, {count:,} in all.")
            for sort, count in self._counts.items()
            if count > LIMIT
        )
        return (*self._told, *more)
