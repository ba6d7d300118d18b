"""Has products made in the worker: one at a time, the last order only."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
import gc

from PySide6.QtCore import QObject, Signal, Slot

from majlis.pages.orders import Options, Printed, Since
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal
from majlis.programme.snapshot import unpack
from majlis.ui.background import Job, Progress
from majlis.ui.live import Live
from majlis.ui.prints.order import Order


class Maker(QObject):
    """Makes what is ordered of the programme as it is; `changed` comes when it begins and when it ends.

    `printed` is what was made last, with its `order`; `refusal` is the sentence where it could not be made.
    """

    changed = Signal()
    made = Signal()

    def __init__(self, live: Live, parent: QObject) -> None:
        super().__init__(parent)
        self.printed: Printed | None = None
        self.order: Order | None = None
        self.refusal = ""
        self._live = live
        self._programme: Programme | None = None
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return self._job is not None

    @property
    def stale(self) -> bool:
        """Whether the programme has changed since something was made of it."""
        return self._programme is not self._live.programme

    def make(self, order: Order, text: str) -> None:
        """Make an order; `text` says in words what is done. What is being made is given up."""
        if self._job is not None:
            self._job.cancel()
        self.order, self.refusal = order, ""
        programme = self._programme = self._live.programme
        try:
            snapshot = self._live.document.snapshot_of(order.since) if order.since else b""
        except Refusal as refusal:
            self._job, self.refusal = None, str(refusal)
            self.changed.emit()
            return
        self._job = self._live.background.start(text, lambda tell: _printed(programme, order, snapshot, tell))
        self._job.done.connect(self._take)
        self._job.failed.connect(self._refuse)
        self._job.ended.connect(self._end)
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Give up what is being made."""
        if self._job is not None:
            self._job.cancel()

    @Slot(object)
    def _take(self, printed: Printed) -> None:
        if self.sender() is self._job:
            self.printed = printed
            self.made.emit()

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        if self.sender() is self._job:
            self.refusal = sentence

    @Slot()
    def _end(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self.changed.emit()


def _printed(programme: Programme, order: Order, snapshot: bytes, tell: Progress) -> Printed:
    from majlis.pages.products import print_product  # noqa: PLC0415 - slow to load (see `offer_of`)

    with _without_long_pauses():
        return print_product(programme, order.product, _with_edition(order, snapshot), tell)


def _with_edition(order: Order, snapshot: bytes) -> Options:
    if order.since is None:
        return order.options
    return replace(order.options, since=Since(order.since.number, order.since.at, unpack(snapshot)))


@contextmanager
def _without_long_pauses() -> Generator[None]:
    """Keep the garbage collector still: going through all pages of a book, it would stop the window for long."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
