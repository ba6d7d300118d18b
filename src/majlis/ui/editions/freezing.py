"""The dialog that freezes the programme: what that means, what is open, and a note."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from majlis.programme.edits.wording import check_text
from majlis.programme.refusal import Refusal
from majlis.ui.buttons import make_main
from majlis.ui.labels import label


class Freezing(QDialog):
    """Asks for the note of an edition; `wanted` carries it."""

    wanted = Signal(str)

    def __init__(self, number: int, errors: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("edition.freeze.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Freeze as edition {number}").format(number=number))
        self.note = QLineEdit(self)
        self.note.setObjectName("edition.freeze.note")
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("What it is for, as in “To the printer”"))
        self.refusal = label("", self, "error", wrap=True)
        self.refusal.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(label(self.windowTitle(), self, "title"))
        rows.addWidget(label(self._meaning(), self, wrap=True))
        if errors:
            rows.addWidget(label(self._warning(errors), self, "error", wrap=True))
        rows.addWidget(self.note)
        rows.addWidget(self.refusal)
        rows.addWidget(self._buttons())
        self.setMinimumWidth(480)
        self.note.setFocus()

    def _meaning(self) -> str:
        return self.tr(
            "The programme is kept as it is now, as you print it or give it out. Later Majlis can say what has "
            "changed since, and whom to tell. You go on working as before."
        )

    def _warning(self, errors: int) -> str:
        if errors == 1:
            return self.tr("One error is open; look at the problems before you print.")
        return self.tr("{errors} errors are open; look at the problems before you print.").format(errors=errors)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        freeze = buttons.addButton(self.tr("Freeze"), QDialogButtonBox.ButtonRole.AcceptRole)
        freeze.setObjectName("edition.freeze.do")
        make_main(freeze)
        buttons.accepted.connect(self._freeze)
        buttons.rejected.connect(self.reject)
        return buttons

    @Slot()
    def _freeze(self) -> None:
        try:
            note = check_text("note", self.note.text())
        except Refusal as refusal:
            self.refusal.setText(str(refusal))
            self.refusal.show()
        else:
            self.wanted.emit(note)
            self.accept()
