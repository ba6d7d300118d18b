"""The programmes of editions, each read in a worker when it is first asked for, and kept as long as the window."""

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from majlis.programme.programme import Programme
from majlis.programme.records import Edition
from majlis.programme.refusal import Refusal
from majlis.programme.snapshot import unpack
from majlis.ui.live import Live

KEPT: Final = 4
"""Programmes that are kept; whoever looks at more of them waits again."""


class Shelf(QObject):
    """Programmes of editions by the hash of their snapshot; `changed` comes when one is read, or can't be."""

    changed = Signal()

    def __init__(self, live: Live) -> None:
        super().__init__(live)
        self._live = live
        self._worker = live.worker()
        self._programmes: dict[str, Programme] = {}
        self._refusals: dict[str, str] = {}
        self._asked: set[str] = set()
        live.changed.connect(self._try_again)

    def programme(self, edition: Edition) -> Programme | None:
        """Return the programme of an edition, or None while it is read and where it can't be."""
        found = self._programmes.get(edition.snapshot)
        if found is None and edition.snapshot not in self._asked and edition.snapshot not in self._refusals:
            self._read(edition)
        return found

    def refusal(self, edition: Edition) -> str:
        """Return why the programme of an edition can't be read, in a sentence, or ""."""
        return self._refusals.get(edition.snapshot, "")

    def put(self, edition: Edition, programme: Programme) -> None:
        """Keep the programme of an edition that was just frozen."""
        self._programmes[edition.snapshot] = programme
        while len(self._programmes) > KEPT:
            del self._programmes[next(iter(self._programmes))]

    def _read(self, edition: Edition) -> None:
        key = edition.snapshot
        try:
            data = self._live.document.snapshot_of(edition)
        except Refusal as refusal:
            self._refusals[key] = str(refusal)
            return
        self._asked.add(key)
        self._worker.start("", lambda _tell: _opened(edition, data), done=self._take)

    @Slot()
    def _try_again(self) -> None:
        self._refusals.clear()

    @Slot(object)
    def _take(self, found: tuple[Edition, Programme | str]) -> None:
        edition, programme = found
        self._asked.discard(edition.snapshot)
        if isinstance(programme, str):
            self._refusals[edition.snapshot] = programme
        else:
            self.put(edition, programme)
        self.changed.emit()


def shelf_of(live: Live) -> Shelf:
    """Return the shelf of a document, made where there is none yet."""
    found = live.findChild(Shelf)
    return found if isinstance(found, Shelf) else Shelf(live)


def latest(programme: Programme) -> Edition | None:
    """Return the edition that was frozen last, or None."""
    editions = programme.editions_in_order()
    return editions[-1] if editions else None


def _opened(edition: Edition, data: bytes) -> tuple[Edition, Programme | str]:
    try:
        return edition, unpack(data)
    except Refusal as refusal:
        return edition, str(refusal)
