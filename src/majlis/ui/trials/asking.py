"""The questions about trials: whether to make one, and whether to throw one away with what was done in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from majlis.ui.languages import isolated


class Question(QMessageBox):
    """Asks before something is done; `do` is the button that does it."""

    def __init__(self, name: str, title: str, sentence: str, more: str, do: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(title)
        self.setText(sentence)
        self.setInformativeText(more)
        self.do = QPushButton(do, self)
        self.do.setObjectName(f"{name}.do")
        self.addButton(self.do, QMessageBox.ButtonRole.AcceptRole)
        self.cancel = self.addButton(QMessageBox.StandardButton.Cancel)


class TrialQuestion(Question):
    """Asks whether a trial is to be made."""

    def __init__(self, event: str, parent: QWidget) -> None:
        title = self.tr("Try something out")
        sentence = self.tr("Try something out in a copy of “{event}”?").format(event=isolated(event))
        more = self.tr(
            "The copy opens in a window of its own. What you do there stays there, until you bring it back or "
            "throw it away; nobody else sees it."
        )
        super().__init__("file.trial", title, sentence, more, self.tr("Make the trial"), parent)
        self.setDefaultButton(self.do)


class ThrowAwayQuestion(Question):
    """Asks whether a trial is to be thrown away with so many steps that are nowhere else."""

    def __init__(self, trial: str, steps: int, parent: QWidget) -> None:
        title = self.tr("Throw the trial away")
        sentence = self.tr("Throw “{trial}” away?").format(trial=isolated(trial))
        if steps == 0:
            more = self.tr("Everything that was done in it is in the event already.")
        elif steps == 1:
            more = self.tr("One step that was taken in it is nowhere else, and will be lost.")
        else:
            more = self.tr("{steps} steps that were taken in it are nowhere else, and will be lost.")
        super().__init__("trial.throw_away", title, sentence, more.format(steps=f"{steps:,}"), title, parent)
        self.setDefaultButton(self.do if steps == 0 else self.cancel)
