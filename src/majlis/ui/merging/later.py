"""The window of what is still open: where copies that were brought in disagree, settled one by one or all."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from majlis.programme.edits.edit import StaleEditError
from majlis.programme.refusal import Refusal
from majlis.ui.background import Background
from majlis.ui.differences.speech import wording
from majlis.ui.icons import pixmap
from majlis.ui.labels import label
from majlis.ui.live import Live
from majlis.ui.merging.disputes import Clashes, Dispute, DisputeKey, clashes, disputes_of
from majlis.ui.merging.pane import DisputesPane, FindClashes
from majlis.ui.merging.sizes import LARGE, fit
from majlis.ui.sentences import tell


class ConflictsWindow(QDialog):
    """Lists the open disagreements of a file; what is chosen is settled at once, as an edit like any other."""

    def __init__(self, live: Live, worker: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._settled: dict[DisputeKey, int] = {}
        self.setObjectName("conflicts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Where copies disagree"))
        self.pane = DisputesPane(worker, self)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self.pane.chosen.connect(self._settle)
        self.pane.all_chosen.connect(self._settle_all)
        self.pane.later.connect(self.close)
        live.conflicts_changed.connect(self.refresh)
        live.changed.connect(self._look_again)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is open now."""
        live = self._live
        self._settled = {}
        disputes = disputes_of(live.document.conflicts(), wording(live.programme))
        self.pane.show_disputes(disputes, {}, _finding(live))
        self.pane.setEnabled(not live.document.read_only)
        self._pages.setCurrentIndex(0 if disputes else 1)

    @Slot()
    def _look_again(self) -> None:
        """Show what is left of the disagreements while the worker looks for those of the changed programme."""
        self.pane.show_choices(self._settled)

    @Slot(object, int)
    def _settle(self, dispute: Dispute, number: int) -> None:
        if dispute.key in self._settled:
            return
        try:
            self._live.document.settle(dispute.conflict, dispute.sides[number].side)
        except Refusal as refusal:
            tell(self, self.windowTitle(), str(refusal))
            return
        self._settled[dispute.key] = number
        self.pane.show_choices(self._settled)
        self.pane.go_on()

    @Slot(bool)
    def _settle_all(self, theirs: bool) -> None:  # noqa: FBT001 - a slot
        try:
            self._live.document.settle_all(theirs=theirs)
        except Refusal as refusal:
            tell(self, self.windowTitle(), str(refusal))
            return
        self._settled = {dispute.key: dispute.nearest(theirs=theirs) for dispute in self.pane.model.disputes}
        self.pane.show_choices(self._settled)

    def _lay_out(self) -> None:
        empty = QWidget(self)
        mark = label("", empty)
        mark.setPixmap(pixmap("circle-check", "good", 24))
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = label(self.tr("All copies that were brought in agree."), empty, "heading", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        close = QPushButton(self.tr("Close"), empty)
        close.setObjectName("conflicts.close")
        close.clicked.connect(self.close)
        rows = QVBoxLayout(empty)
        rows.addStretch(1)
        for each in (mark, words):
            rows.addWidget(each)
        rows.addWidget(close, 0, Qt.AlignmentFlag.AlignCenter)
        rows.addStretch(1)
        self._pages.addWidget(self.pane)
        self._pages.addWidget(empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        fit(self, LARGE)


def _finding(live: Live) -> FindClashes:
    document = live.document

    def find(dispute: Dispute) -> Clashes:
        try:
            return clashes(document.programme, document.settling, dispute)
        except StaleEditError:  # something was changed just now; the disagreements are looked for again
            return ()

    return find
