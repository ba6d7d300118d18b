"""Reading the steps of a file: the newest at once, all of them from the worker, and later what comes anew."""

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from majlis.document import Document
from majlis.programme.refusal import Refusal
from majlis.ui.background import Progress
from majlis.ui.history.log import EMPTY, Log
from majlis.ui.live import Live

PAGE: Final = 300
"""Steps that are read at once; a longer history follows from the worker."""


class LogReader(QObject):
    """Keeps the log of a file as it is; `read` comes with each log, of which the first may be a page alone."""

    read = Signal(object)

    def __init__(self, live: Live, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._worker = live.worker()
        self._document: Document | None = None
        self._reading = False
        self._log = EMPTY

    @property
    def whole(self) -> bool:
        """Whether all steps are read."""
        return self._document is self._live.document and not self._reading

    def refresh(self) -> None:
        """Read what is new; a refusal becomes a notice."""
        try:
            self._refresh()
        except Refusal as refusal:
            self._live.notice.emit(str(refusal))

    def _refresh(self) -> None:
        document = self._live.document
        brought = document.brought()
        if self.whole and brought == self._log.brought:
            self._take(self._log.grown(document.steps(after=self._log.last), brought))
            return
        page = document.steps(newest=PAGE)
        if len(page) == PAGE and not self._reading:
            self._reading = True
            job = self._worker.start(
                "", lambda tell: _whole(document, tell), done=self._take_whole, failed=self._live.notice.emit
            )
            job.ended.connect(self._rest)
        self._document = document
        self._take(EMPTY.grown(page, brought))

    @Slot(object)
    def _take_whole(self, found: tuple[Document, Log]) -> None:
        document, log = found
        self._reading = False
        if document is not self._live.document or log.brought != document.brought():
            self.refresh()
        else:
            self._take(log.grown(document.steps(after=log.last), log.brought))

    @Slot()
    def _rest(self) -> None:
        self._reading = False

    def _take(self, log: Log) -> None:
        self._log = log
        self.read.emit(log)


def _whole(document: Document, tell: Progress) -> tuple[Document, Log]:
    brought, steps = document.brought(), document.steps()
    tell(0.5)
    return document, EMPTY.grown(steps, brought)
