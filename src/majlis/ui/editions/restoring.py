"""The question before an edition is restored: how much goes back, and that it is one step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from majlis.ui.editions.findings import Findings


class Restoring(QMessageBox):
    """Asks whether an edition is to be restored; `restore` is the button that does."""

    def __init__(self, findings: Findings, parent: QWidget) -> None:
        super().__init__(parent)
        number = findings.edition.number
        self.setObjectName("edition.restore.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Restore edition {number}").format(number=number))
        self.setText(self.tr("Make the programme what it was in edition {number}?").format(number=number))
        self.setInformativeText(self._consequence(findings.count))
        self.restore = QPushButton(self.tr("Restore"), self)
        self.restore.setObjectName("edition.restore.do")
        self.addButton(self.restore, QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.addButton(QMessageBox.StandardButton.Cancel))

    def _consequence(self, count: int) -> str:
        changes = self.tr("One change goes back.") if count == 1 else self.tr("{count} changes go back.")
        rest = self.tr("The editions and the problems that you accepted stay. It is one step; Undo takes it back.")
        return f"{changes.format(count=f'{count:,}')} {rest}"
