"""What somebody wants printed, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from majlis.programme.programme import Programme

Progress = Callable[[float], None]
"""Called with the part that is done, from 0 to 1; what it raises stops the printing."""


_EVERY: Final = 16
"""After how many steps somebody is told."""

USUAL_SHEET: Final = 8
"""How many badges stand on a sheet where nobody asks for another number."""


@dataclass(frozen=True, slots=True)
class Since:
    """The programme as it was given out in an edition of this number, at a time in UTC."""

    number: int
    at: datetime
    programme: Programme


@dataclass(frozen=True, slots=True)
class Options:
    """How a product is printed.

    `language` is the edition's, "" for the event's main one; the `second_language` stands under the first in
    titles and names. `paper` is "a4" or "a5", "" for what the product is usually printed on. The book leaves out
    what a switch turns off. Badges stand `sheet` to a page, for the `people` with these ids, or for all. Errata
    and sheets tell what changed `since` an edition; with `changed` only sheets on which something did are made.
    """

    language: str = ""
    second_language: str | None = None
    paper: str = ""
    grid: bool = True
    abstracts: bool = True
    biographies: bool = True
    indexes: bool = True
    sheet: int = USUAL_SHEET
    people: tuple[str, ...] = ()
    since: Since | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sentence about something that could not be printed as it should be, and the id of the record, if one."""

    record_id: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished product: the PDF, how many pages it has, and what somebody should look at."""

    pdf: bytes
    pages: int
    doubts: tuple[Doubt, ...] = ()


class Steps:
    """Tells somebody every few steps how far the work is, up to a share of the whole."""

    def __init__(self, progress: Progress, total: int, share: float) -> None:
        self._progress = progress
        self._total = max(total, 1)
        self._share = share
        self._done = 0

    def step(self) -> None:
        """Count one step; what the progress raises goes through."""
        self._done += 1
        if self._done % _EVERY == 0:
            self._progress(self._share * min(1.0, self._done / self._total))


def no_progress(done: float) -> None:
    """Tell nobody how far the work is."""
    del done
