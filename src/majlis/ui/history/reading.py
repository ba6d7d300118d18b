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
        self._whole: Document | None = None
        self._reading: Document | None = None
        self._log = EMPTY

    @property
    def whole(self) -> bool:
        """Whether all steps are read."""
        return self._whole is self._live.document

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
        self._whole = None
        page = document.steps(newest=PAGE)
        if len(page) < PAGE:
            self._whole = document
        elif self._reading is not document:
            self._begin(document)
        self._take(EMPTY.grown(page, brought))

    def _begin(self, document: Document) -> None:
        self._reading = document
        words = self._live.notice.emit
        job = self._worker.start("", lambda tell: _whole(document, tell), done=self._take_whole, failed=words)
        job.ended.connect(self._rest)

    @Slot(object)
    def _take_whole(self, found: tuple[Document, Log]) -> None:
        document, log = found
        self._reading = None
        if document is self._live.document:
            self._whole, self._log = document, log
            self.refresh()

    @Slot()
    def _rest(self) -> None:
        self._reading = None

    def _take(self, log: Log) -> None:
        self._log = log
        self.read.emit(log)


def _whole(document: Document, tell: Progress) -> tuple[Document, Log]:
    brought, steps = document.brought(), document.steps()
    tell(0.5)
    return document, EMPTY.grown(steps, brought)
