"""Going back to the copy that was made before a merge, after it is said what that takes away."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from majlis.document import Backup, Document, list_backups
from majlis.programme.journal import Step, history
from majlis.programme.refusal import Refusal
from majlis.ui.background import Progress
from majlis.ui.differences.speech import moment_in_words
from majlis.ui.languages import isolated
from majlis.ui.live import Live
from majlis.ui.sentences import tell

WHY = "before merge"
"""How a backup is marked that a merge made."""

NAMED = 4
"""Steps of this copy that are named; of more the number is told."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What going back to a copy takes away: the steps that are not in it, newest first, and which were brought."""

    backup: Backup
    steps: tuple[Step, ...]
    brought: frozenset[int]


class Returning(QObject):
    """Asks whether to go back to the copy made before the last merge, and does; then `gone_back` comes."""

    gone_back = Signal()

    def __init__(self, live: Live, window: QWidget) -> None:
        super().__init__(window)
        self._live = live
        self._window = window
        self._loss: Loss | None = None

    def ask(self) -> None:
        """Find the newest copy made before a merge and have the worker see what would be lost."""
        document = self._live.document
        copies = [backup for backup in list_backups(document.path) if backup.why == WHY]
        if not copies:
            self._live.notice.emit(self.tr("No copy was made before a merge; nothing was brought in by one yet"))
            return
        self._live.background.start(
            self.tr("Looking into the copy"),
            lambda tell_: find_loss(document, copies[0], tell_),
            done=self._confirm,
            failed=self._refuse,
        )

    @Slot(object)
    def _confirm(self, loss: Loss) -> None:
        self._loss = loss
        box = QMessageBox(self._window)
        box.setObjectName("merge.back.confirm")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("Go back to before the merge"))
        box.setText(self._question(loss))
        box.setInformativeText(
            self.tr("The file as it is now is kept among its backups, so that you can come back here.")
        )
        going = box.addButton(self.tr("Go back"), QMessageBox.ButtonRole.AcceptRole)
        going.setObjectName("merge.back.do")
        staying = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(staying)
        box.accepted.connect(self._go)
        box.open()

    def _question(self, loss: Loss) -> str:
        words = self.tr("Go back to how it was before the merge, {at}? This takes away {what}.")
        if not loss.steps:
            words = self.tr("All is as it was before the merge, {at}; going back changes nothing.")
        return words.format(at=isolated(moment_in_words(loss.backup.at)), what=self._lost(loss))

    def _lost(self, loss: Loss) -> str:
        people = Counter(step.who for step in loss.steps if step.id in loss.brought)
        own = [step.label for step in loss.steps if step.id not in loss.brought]
        one, many = self.tr("1 step of {who}"), self.tr("{count} steps of {who}")
        said = [
            (one if count == 1 else many).format(count=f"{count:,}", who=isolated(who))
            for who, count in people.most_common()
        ]
        one, many = self.tr("1 step made here since"), self.tr("{count} steps made here since")
        if own:
            named = "; ".join(isolated(label) for label in own[:NAMED])
            rest = "" if len(own) <= NAMED else " …"
            said.append(f"{(one if len(own) == 1 else many).format(count=f'{len(own):,}')} ({named}{rest})")
        return self.tr(" and ").join(filter(None, (", ".join(said[:-1]), *said[-1:])))

    @Slot()
    def _go(self) -> None:
        if self._loss is None:
            return
        try:
            self._live.go_back(self._loss.backup)
        except Refusal as refusal:
            self._refuse(str(refusal))
            return
        self.gone_back.emit()
        at = isolated(moment_in_words(self._loss.backup.at))
        self._live.notice.emit(self.tr("All is as it was before the merge, {at}").format(at=at))

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        tell(self._window, self.tr("Go back to before the merge"), sentence)


def find_loss(document: Document, backup: Backup, tell_: Progress) -> Loss:
    """Return what going back to a backup takes away; called in the worker."""
    with Document.open(backup.path, writable=False) as old:
        known = {step.id for step in old.steps()}
    tell_(0.5)
    lost = tuple(step for step in history(document.steps()) if step.id not in known)
    return Loss(backup, lost, document.brought())
