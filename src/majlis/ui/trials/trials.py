"""Trials of one window's event: made and opened, brought back, thrown away."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from majlis.programme.refusal import Refusal
from majlis.store.trials import make_trial, original_of, steps_alone, throw_away
from majlis.ui.live import Live
from majlis.ui.sentences import tell
from majlis.ui.trials.asking import ThrowAwayQuestion, TrialQuestion
from majlis.ui.trials.banner import TrialBanner

if TYPE_CHECKING:
    from majlis.ui.main_window import MainWindow


class Trials(QObject):
    """Makes trials of a window's event and, where that is a trial itself, has its `banner`.

    `opened` carries the path of a file that is wanted in its own window; `returned` carries the event's own file
    and the trial that is to be brought back into it.
    """

    opened = Signal(object)
    returned = Signal(object, object)

    def __init__(self, live: Live, window: "MainWindow") -> None:
        super().__init__(window)
        self._live = live
        self._window = window
        self.original = original_of(live.document.path)
        self.banner = TrialBanner(self.original.stem, window) if self.original is not None else None
        if self.banner is not None:
            self.banner.back_wanted.connect(self.bring_back)
            self.banner.throw_away_wanted.connect(self.ask_throw_away)

    @Slot()
    def ask(self) -> None:
        """Ask whether a trial is to be made, make it, and open it."""
        box = TrialQuestion(self._live.document.path.stem, self._window)
        box.do.clicked.connect(self._make)
        box.open()

    @Slot()
    def bring_back(self) -> None:
        """Show what this trial would bring into its event."""
        self._window.commit_typing()
        if self.original is not None:
            self.returned.emit(self.original, self._live.document.path)

    @Slot()
    def ask_throw_away(self) -> None:
        """Ask whether this trial is to be thrown away, with what is nowhere else."""
        self._window.commit_typing()
        trial = self._live.document.path
        try:
            steps = steps_alone(trial)
        except Refusal as refusal:
            tell(self._window, self.tr("Throw the trial away"), str(refusal))
            return
        box = ThrowAwayQuestion(trial.stem, steps, self._window)
        box.do.clicked.connect(self._throw_away)
        box.open()

    @Slot()
    def _make(self) -> None:
        path = self._live.document.path
        words = self.tr("Making a trial")
        self._live.background.start(words, lambda _tell: make_trial(path), done=self._open, failed=self._refuse)

    @Slot(object)
    def _open(self, trial: Path) -> None:
        self.opened.emit(trial)

    @Slot()
    def _throw_away(self) -> None:
        trial = self._live.document.path
        self.opened.emit(self.original)  # first, or the program would end with its last window
        if self._window.close():
            try:
                throw_away(trial)
            except Refusal as refusal:
                tell(None, self.tr("Throw the trial away"), str(refusal))

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        tell(self._window, self.tr("Try something out"), sentence)
