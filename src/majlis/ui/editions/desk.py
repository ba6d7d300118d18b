"""One edition beside the list: when it was frozen, its note, what changed since, and what to do about that."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from majlis.programme.records import Edition
from majlis.ui.editions.changes import Changes
from majlis.ui.editions.findings import Findings
from majlis.ui.editions.listing import frozen_words
from majlis.ui.icons import set_icon
from majlis.ui.labels import label


class Desk(QFrame):
    """Shows an edition; `noted` carries the note that was typed."""

    noted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._since = label("", self, "heading", wrap=True)
        self._when = label("", self, "muted", wrap=True)
        self.note = QLineEdit(self)
        self.changes = Changes(self)
        self.errata = self._button("errata", "printer", self.tr("Print the errata"))
        self.sheets = self._button("sheets", "user", self.tr("Print sheets for people"))
        self.copy = self._button("copy", "clipboard-copy", self.tr("Copy the list of people to tell"))
        self.restore = self._button("restore", "rotate-ccw", self.tr("Restore this edition…"))
        self._lay_out()
        self.note.editingFinished.connect(self.commit)

    def show_edition(self, edition: Edition, *, writable: bool) -> None:
        """Show another edition, or the same one anew; what is being typed stays."""
        self._since.setText(self.tr("Changed since edition {number}").format(number=edition.number))
        self._when.setText(self.tr("Frozen {when}").format(when=frozen_words(edition)))
        self.note.setReadOnly(not writable)
        if not (self.note.isModified() and self.note.hasFocus()):
            self.show_note(edition.note)

    def show_note(self, note: str) -> None:
        """Show a note as it is kept."""
        self.note.setText(note)
        self.note.setModified(False)

    def show_findings(self, findings: Findings | None, why: str = "", *, writable: bool) -> None:
        """Show what changed, or in a sentence why that can't be said."""
        self.changes.show_findings(findings, why)
        for button in (self.errata, self.sheets, self.copy):
            button.setEnabled(findings is not None)
        self.restore.setEnabled(findings is not None and writable)

    @Slot()
    def commit(self) -> None:
        """Tell of the note that was typed."""
        if self.note.isModified():
            self.note.setModified(False)
            self.noted.emit(self.note.text())

    def _button(self, name: str, picture: str, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"editions.{name}")
        set_icon(button, picture)
        return button

    def _lay_out(self) -> None:
        self.note.setObjectName("edition.note")
        self.note.setAccessibleName(self.tr("Note of the edition"))
        self.note.setPlaceholderText(self.tr("What this edition was for"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.errata, self.sheets, self.copy):
            foot.addWidget(button)
        foot.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self._since, 1)
        head.addWidget(self.restore)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 14, 14, 12)
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addWidget(self._when)
        rows.addWidget(self.note)
        rows.addSpacing(6)
        rows.addWidget(self.changes, 1)
        rows.addLayout(foot)
