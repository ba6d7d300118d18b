"""What the user and the laptop are called, for the history and for the other laptops."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from majlis.programme.refusal import Refusal
from majlis.store.laptop import LONGEST_NAME, host_name, login_name, rename, this_laptop
from majlis.ui.labels import label


class NamesForm(QWidget):
    """Two fields, kept when typing in them ends; `renamed` comes after a change. An empty one is the system's."""

    renamed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.user = self._field("names.user", self.tr("Your name, as the history shows it"), login_name())
        self.laptop = self._field("names.laptop", self.tr("This laptop’s name, as others see it"), host_name())
        self.refusal = label("", self, "error", wrap=True)
        self.refusal.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for column, (field, words) in enumerate(
            ((self.user, self.tr("Your name")), (self.laptop, self.tr("This laptop")))
        ):
            above = label(words, self, "label")
            above.setBuddy(field)
            grid.addWidget(above, 0, column)
            grid.addWidget(field, 1, column)
            field.editingFinished.connect(self._keep)
        grid.addWidget(self.refusal, 2, 0, 1, 2)
        self._show()

    def _field(self, name: str, words: str, known: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(name)
        field.setAccessibleName(words)
        field.setToolTip(words)
        field.setPlaceholderText(known)
        field.setMaxLength(LONGEST_NAME)
        return field

    def _show(self) -> None:
        laptop = this_laptop()
        self.user.setText(laptop.user if laptop.user != login_name() else "")
        self.laptop.setText(laptop.name if laptop.name != host_name() else "")

    @Slot()
    def _keep(self) -> None:
        before = this_laptop()
        try:
            changed = rename(name=self.laptop.text(), user=self.user.text()) != before
        except Refusal as refusal:
            self.refusal.setText(str(refusal))
            self.refusal.show()
            return
        self.refusal.hide()
        if changed:
            self._show()
            self.renamed.emit()


class NamesDialog(QDialog):
    """The window around the two fields."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("names")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Your name"))
        self.form = NamesForm(self)
        words = self.tr(
            "The history says who did what, and a shared folder whose copy is whose. Without a name of your own "
            "it is what this system calls you."
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)  # Return ends the typing in a field, not the window
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(label(self.tr("Your name"), self, "title"))
        rows.addWidget(label(words, self, "muted", wrap=True))
        rows.addWidget(self.form)
        rows.addStretch(1)
        rows.addWidget(buttons)
        self.resize(480, 240)
