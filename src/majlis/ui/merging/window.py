"""The window in which a colleague's copy is brought in: reading it, the preview, and what was refused."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from majlis.programme.refusal import Refusal
from majlis.ui.background import Background, Job
from majlis.ui.guard import guarded
from majlis.ui.labels import label
from majlis.ui.languages import isolated
from majlis.ui.live import Live
from majlis.ui.merging.incoming import Incoming, read
from majlis.ui.merging.preview import Preview
from majlis.ui.merging.sizes import LARGE, SMALL, fit

Finished = Callable[[Incoming], object]


class MergeWindow(QDialog):
    """Reads a file in the worker, shows what it would bring, and brings that in where somebody agrees.

    `finished_with` is called with what came in once it is here.
    """

    def __init__(
        self, live: Live, path: Path, worker: Background, finished_with: Finished, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._path = path
        self._finished_with = finished_with
        self._incoming: Incoming | None = None
        self._job: Job | None = None
        self.setObjectName("merge")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bring in {name}").format(name=isolated(path.name)))
        self._pages = QStackedWidget(self)
        self._reading = QWidget(self)
        self._doing = label("", self._reading, "heading", wrap=True)
        self.progress = QProgressBar(self._reading)
        self.cancel = QPushButton(self.tr("Cancel"), self._reading)
        self._refused = QWidget(self)
        self.refusal = label("", self._refused, wrap=True)
        self.preview = Preview(worker, self)
        self._lay_out()
        self.preview.agreed.connect(self._bring_in)
        self.preview.closed.connect(self.reject)
        self.cancel.clicked.connect(self.reject)
        self.read()

    @property
    def page(self) -> str:
        """What is shown: "reading", "preview" or "refused"."""
        pages = {self._reading: "reading", self.preview: "preview", self._refused: "refused"}
        return pages[self._pages.currentWidget()]

    def read(self) -> None:
        """Read the file, again where it was read before."""
        document, path = self._live.document, self._path
        name = isolated(path.name)
        self._doing.setText(self.tr("Reading {name}").format(name=name))
        self.cancel.setEnabled(True)
        self._pages.setCurrentWidget(self._reading)
        self._job = self._live.background.start(
            self.tr("Reading {name}").format(name=name),
            lambda tell: read(document, path, tell),
            done=self._show,
            failed=self._refuse,
        )
        self._job.progress.connect(self._tell)
        self._job.cancelled.connect(self._end)

    @override
    @guarded(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        self._stop()
        super().closeEvent(event)

    @override
    @guarded(None)
    def reject(self) -> None:
        self._stop()
        super().reject()

    @Slot()
    def _end(self) -> None:
        """Close where somebody else stopped the reading."""
        if self._job is not None:
            self._job = None
            self.reject()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @Slot(float)
    def _tell(self, share: float) -> None:
        self.progress.setValue(round(share * 1000))

    @Slot(object)
    def _show(self, incoming: Incoming) -> None:
        if self._job is None:  # it was closed meanwhile
            return
        self._job = None
        self._incoming = incoming
        self.preview.show_incoming(incoming)
        self._pages.setCurrentWidget(self.preview)
        fit(self, SMALL if incoming.empty else LARGE)
        self.preview.tree.setFocus()

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self._job = None
        self.refusal.setText(sentence)
        fit(self, SMALL)
        self._pages.setCurrentWidget(self._refused)

    @Slot()
    def _bring_in(self) -> None:
        self._doing.setText(self.tr("Bringing it in"))
        self.progress.setValue(1000)
        self.cancel.setEnabled(False)
        self._pages.setCurrentWidget(self._reading)
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        QTimer.singleShot(0, self, self._take)

    @Slot()
    def _take(self) -> None:
        try:
            brought = self._taken()
        except Refusal as refusal:
            self._refuse(str(refusal))
            return
        finally:
            QApplication.restoreOverrideCursor()
        if brought is None:
            self._live.notice.emit(self.tr("The event was changed meanwhile; look again at what would come in"))
            self.read()
            return
        self.accept()
        self._finished_with(brought)

    def _taken(self) -> Incoming | None:
        """Bring in what is shown and settle what was chosen; None where it was read for another programme."""
        incoming, document = self._incoming, self._live.document
        if incoming is None or incoming.programme is not document.programme:
            return None
        if incoming.reading is not None:
            document.back_up("before import")
            document.do(incoming.reading.edit, incoming.reading.contents)
        elif incoming.news is not None:
            document.merge(incoming.news)
            sides = dict(self.preview.chosen())
            open_ones = {(one.table, one.id, one.field): one for one in document.conflicts()}
            document.settle_each((open_ones[key], side) for key, side in sides.items() if key in open_ones)
        return incoming

    def _lay_out(self) -> None:
        self.cancel.setObjectName("merge.stop")
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("How much is read"))
        rows = QVBoxLayout(self._reading)
        rows.setContentsMargins(40, 20, 40, 20)
        rows.setSpacing(14)
        rows.addStretch(1)
        rows.addWidget(self._doing)
        rows.addWidget(self.progress)
        rows.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignTrailing)
        rows.addStretch(1)
        self.refusal.setObjectName("merge.refusal")
        self.refusal.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        close = QPushButton(self.tr("Close"), self._refused)
        close.setObjectName("merge.close")
        close.clicked.connect(self.reject)
        said = QVBoxLayout(self._refused)
        said.setContentsMargins(40, 20, 40, 20)
        said.setSpacing(14)
        said.addStretch(1)
        said.addWidget(label(self.tr("This file can’t be brought in"), self._refused, "heading", wrap=True))
        said.addWidget(self.refusal)
        said.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        said.addStretch(1)
        for page in (self._reading, self.preview, self._refused):
            self._pages.addWidget(page)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        fit(self, SMALL)
