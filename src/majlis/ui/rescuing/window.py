"""The window for a damaged file: what is wrong, and the two ways to go on."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from majlis.document import restore
from majlis.programme.refusal import Refusal
from majlis.rescue import Rescued, newest_sound_backup, rescue
from majlis.store.backups import Backup
from majlis.ui.background import Background
from majlis.ui.backups.words import moment_in_words
from majlis.ui.buttons import make_main
from majlis.ui.guard import guarded
from majlis.ui.icons import pixmap, set_icon
from majlis.ui.labels import label
from majlis.ui.languages import isolated
from majlis.ui.new_event import SUFFIX, with_suffix
from majlis.ui.rescuing.outcome import head_in_words, outcome_in_words


class RescueWindow(QDialog):
    """Says that a file is damaged and offers to go on; `opened` carries the path of what is to be opened then."""

    opened = Signal(object)

    def __init__(self, path: Path, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rescue")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("{name} is damaged").format(name=path.name))
        self._path = path
        self._backup: Backup | None = None
        self._new: Path | None = None
        self._worker = Background(self)
        self._mark = label("", self)
        self.head = label(self.windowTitle(), self, "title", wrap=True)
        self.words = label(sentence, self, wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.refusal = label("", self, "error", wrap=True)
        self.refusal.setObjectName("rescue.refusal")
        self.bar = QProgressBar(self)
        self.restore = QPushButton(self.tr("Looking for a sound backup …"), self)
        self.save = QPushButton(self.tr("Save what can still be read…"), self)
        self.open_new = QPushButton(self.tr("Open it"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self._ways = QFrame(self)
        self._lay_out()
        self._worker.start("", lambda _tell: newest_sound_backup(path), done=self._offer, failed=self._offer_none)

    def save_as(self, new: Path) -> None:
        """Save what can still be read in a new file, in the worker."""
        self._new = new
        self._set_busy(busy=True)
        job = self._worker.start(
            "", lambda tell: rescue(self._path, new, tell), done=self._tell_outcome, failed=self._refuse
        )
        job.progress.connect(self._show_progress)

    def _lay_out(self) -> None:
        self._mark.setPixmap(pixmap("octagon-alert", "error"))
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._mark)
        top.addWidget(self.head, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setSpacing(12)
        rows.addLayout(top)
        rows.addWidget(self.words)
        rows.addWidget(self._shaped_ways())
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How much is saved"))
        self.bar.hide()
        self.refusal.hide()
        rows.addWidget(self.bar)
        rows.addWidget(self.refusal)
        rows.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.open_new.setObjectName("rescue.open")
        self.open_new.hide()
        self.close_button.setObjectName("rescue.close")
        self.close_button.clicked.connect(self.reject)
        self.open_new.clicked.connect(self._open_new)
        for button in (self.open_new, self.close_button):
            foot.addWidget(button)
        rows.addLayout(foot)
        self.setMinimumWidth(560)

    def _shaped_ways(self) -> QFrame:
        self.restore.setObjectName("rescue.restore")
        self.save.setObjectName("rescue.save")
        set_icon(self.restore, "rotate-ccw", "on_accent")
        set_icon(self.save, "download")
        make_main(self.restore)
        self.restore.setEnabled(False)
        self.restore.clicked.connect(self._restore)
        self.save.clicked.connect(self._ask_where)
        back = self.tr("It takes the place of the damaged file, which is kept among the backups.")
        read = self.tr("It goes into a new file; the damaged one is left as it is. A count says what was lost.")
        rows = QVBoxLayout(self._ways)
        rows.setContentsMargins(0, 6, 0, 0)
        rows.setSpacing(6)
        self._about_restore = label(back, self._ways, "muted", wrap=True)
        for button, about in ((self.restore, self._about_restore), (self.save, label(read, self._ways, "muted"))):
            about.setWordWrap(True)
            button.setAccessibleDescription(about.text())
            rows.addWidget(button)
            rows.addWidget(about)
            rows.addSpacing(6)
        return self._ways

    def _offer(self, backup: Backup | None) -> None:
        self._backup = backup
        if backup is None:
            self._offer_none()
            return
        at = isolated(moment_in_words(backup.at))
        self.restore.setText(self.tr("Open the newest sound backup, of {at}").format(at=at))
        self.restore.setEnabled(True)
        self.restore.setFocus()

    @Slot(str)
    def _offer_none(self, *_: object) -> None:
        self.restore.setText(self.tr("There is no sound backup"))
        self._about_restore.hide()
        make_main(self.save)
        set_icon(self.save, "download", "on_accent")
        self.save.setFocus()

    @Slot()
    def _restore(self) -> None:
        if self._backup is None:
            return
        try:
            restore(self._path, self._backup.name)
        except Refusal as refusal:
            self._refuse(str(refusal))
            return
        self.opened.emit(self._path)
        self.accept()

    @Slot()
    def _ask_where(self) -> None:
        proposed = self._path.with_name(f"{self._path.stem} {self.tr('recovered')}{SUFFIX}")
        kinds = self.tr("Majlis events") + f" (*{SUFFIX})"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save what can be read as"), str(proposed), kinds)
        if path:
            self.save_as(with_suffix(path))

    def _set_busy(self, *, busy: bool) -> None:
        self._ways.setEnabled(not busy)
        self.bar.setVisible(busy)
        self.refusal.hide()
        self.close_button.setText(self.tr("Cancel") if busy else self.tr("Close"))

    @Slot(float)
    def _show_progress(self, part: float) -> None:
        self.bar.setValue(round(part * 100))

    def _tell_outcome(self, rescued: Rescued) -> None:
        self._set_busy(busy=False)
        self._ways.hide()
        self._mark.setPixmap(
            pixmap("circle-check", "good") if rescued.complete else pixmap("triangle-alert", "warning")
        )
        self.head.setText(head_in_words(rescued))
        where = self.tr("Saved in {name}.").format(name=isolated(rescued.path.name))
        self.words.setText(f"{outcome_in_words(rescued)}\n{where}")
        self.open_new.show()
        self.adjustSize()
        make_main(self.open_new)
        self.open_new.setFocus()

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self._set_busy(busy=False)
        self.refusal.setText(sentence)
        self.refusal.show()

    @Slot()
    def _open_new(self) -> None:
        self.opened.emit(self._new)
        self.accept()

    @override
    @guarded(None)
    def done(self, result: int) -> None:
        self._worker.stop()
        super().done(result)
