"""When the copy is put and the folder looked into, and what came of that: all in a worker that may get stuck."""

from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from majlis.programme.refusal import Refusal
from majlis.store.laptop import this_laptop
from majlis.store.share import Copy, Look, SharedFolder, first_step
from majlis.ui.background import Background
from majlis.ui.live import Live
from majlis.ui.sharing.bringing import BringingIn
from majlis.ui.sharing.button import SharingButton
from majlis.ui.sharing.choice import choose, chosen_folder, forget, shared_file
from majlis.ui.sharing.panel import SharingPanel
from majlis.ui.sharing.rounds import Round, go_round

if TYPE_CHECKING:
    from majlis.ui.main_window import MainWindow

AFTER_CHANGE: Final = 2_000
"""Milliseconds without a change after which the copy is put."""

LONGEST: Final = 120_000
"""Milliseconds that a slow folder may be left alone: it is given ten times as long as a round took."""

EVERY: Final = 15_000
"""Milliseconds after which the folder is looked into in any case."""

SLOW: Final = 20_000
"""Milliseconds after which a folder that does not answer is told as such."""

PATIENCE: Final = 2.0
"""Seconds that a closing window waits for its last round."""

_FIRST_PERMANENT: Final = 2
"""Where those widgets of the status bar begin that no message hides: behind its picture and its words."""

_STUCK: Final[list[Background]] = []
"""Workers of closed windows that a folder holds up; they must live as long as it does."""


class Sharing(QObject):
    """Shares the event of one window; `changed` comes whenever there is something else to show.

    `look` is what the folder was last found to hold, None before, and `at` when that was; `trouble` is a sentence
    where the folder can't be used, `away` says that it can't even be read; `other_file` is another file of the
    event on this laptop that is shared instead of this one.
    """

    changed = Signal()

    def __init__(self, live: Live, window: "MainWindow") -> None:
        super().__init__(window)
        self.folder: Path | None = None
        self.other_file: Path | None = None
        self.look: Look | None = None
        self.trouble = ""
        self.away = False
        self.at: datetime | None = None
        self._live = live
        self._window = window
        self._worker = Background(self)
        self._shared: SharedFolder | None = None
        self._first = _first_step(live)
        self._unput = self._running = self._again = False
        self._watcher = QFileSystemWatcher(self)
        self._soon, self._every, self._slow = (QTimer(self) for _ in range(3))
        self._bringing = BringingIn(live, window)
        self._set_up()
        self._begin()

    @property
    def news(self) -> tuple[Copy, ...]:
        """The copies that have something new and can be reached."""
        return () if self.look is None or self.away else self.look.news

    def share_through(self, folder: Path) -> None:
        """Share the event through a folder from now on."""
        choose(self._first, folder, self._live.document.path)
        self._begin()

    def end(self) -> None:
        """Share the event no more; what lies in the folder stays there."""
        forget(self._first)
        self._begin()

    @Slot()
    def begin_anew(self) -> None:
        """Take over another name of this laptop."""
        self._begin()

    @Slot()
    def go_round(self) -> None:
        """Put and look now, or as soon as the round that runs is done."""
        if self._shared is None:
            return
        self._again = self._running
        if self._running:
            return
        self._running, self._unput = True, False
        self._slow.start()
        shared = self._shared
        job = self._worker.start("", lambda _tell: go_round(shared), done=self._take, failed=self._refuse)
        job.ended.connect(self._end_round)

    def bring_in(self, copy: Copy) -> None:
        """Show what a copy would bring."""
        self._window.merging.open(copy.path)

    @Slot()
    def bring_in_all(self) -> None:
        """Bring in the news of every copy."""
        self._bringing.start(self.news)

    @Slot()
    def show_panel(self) -> SharingPanel:
        """Show all of this, and let it be changed."""
        shown = self._window.findChild(SharingPanel)
        panel = shown if isinstance(shown, SharingPanel) else SharingPanel(self, self._window)
        panel.show()
        panel.raise_()
        panel.activateWindow()
        return panel

    @Slot()
    def stop(self) -> None:
        """Put what is not put yet and end; a folder that does not answer is not waited for."""
        for timer in (self._soon, self._every, self._slow):
            timer.stop()
        shared, done = self._shared if self._unput else None, Event()
        self._shared = None
        if self._worker.busy or shared is not None:
            self._worker.start("", lambda _tell: _last(shared, done))
            if not done.wait(PATIENCE):
                self._worker.setParent(None)
                _STUCK.append(self._worker)
                return
        self._worker.stop()

    def _set_up(self) -> None:
        for timer, milliseconds in ((self._soon, AFTER_CHANGE), (self._slow, SLOW), (self._every, EVERY)):
            timer.setInterval(milliseconds)
            timer.setSingleShot(timer is not self._every)
        self._soon.timeout.connect(self.go_round)
        self._every.timeout.connect(self.go_round)
        self._slow.timeout.connect(self._tell_slow)
        self._watcher.directoryChanged.connect(self._come_soon)
        self._live.changed.connect(self._note_change)
        self._window.closed.connect(self.stop)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._welcome_back)
        self._window.statusBar().insertPermanentWidget(_FIRST_PERMANENT, SharingButton(self, self._window))

    def _begin(self) -> None:
        shared = shared_file(self._first)
        self.other_file = shared if shared != self._live.document.path.resolve() else None
        self.folder = chosen_folder(self._first) if self._first and self.other_file is None else None
        self.look, self.trouble, self.away, self.at, self._shared = None, "", False, None, None
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        if self.folder is not None:
            choose(self._first, self.folder, self._live.document.path)
            self._shared = SharedFolder(self._live.document.path, self.folder, this_laptop())
            self._every.start()
            self.go_round()
        else:
            self._every.stop()
        self.changed.emit()

    @Slot(object)
    def _take(self, done: Round) -> None:
        if done.folder != self.folder:
            return
        self.look, self.trouble, self.away, self.at = done.look, done.trouble, False, done.at
        self._unput = self._unput or bool(done.trouble)
        self._soon.setInterval(min(max(AFTER_CHANGE, round(done.seconds * 10_000)), LONGEST))
        # only once the folder has answered: a drive that is away would hold up whoever asks, here the window
        if str(done.folder) not in self._watcher.directories():
            self._watcher.addPath(str(done.folder))
        self.changed.emit()

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        if self._shared is not None:
            self.trouble, self.away, self._unput = sentence, True, True
            self.changed.emit()

    @Slot()
    def _end_round(self) -> None:
        self._running = False
        self._slow.stop()
        if self._again:
            self.go_round()

    @Slot()
    def _note_change(self) -> None:
        self._unput = True
        self._come_soon()

    @Slot()
    def _come_soon(self) -> None:
        if self._shared is not None:
            self._soon.start()

    @Slot(Qt.ApplicationState)
    def _welcome_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.go_round()

    @Slot()
    def _tell_slow(self) -> None:
        words = self.tr("“{folder}” has not answered for {seconds} seconds; its drive is slow or gone.")
        self.trouble, self.away = words.format(folder=self.folder, seconds=SLOW // 1000), True
        self.changed.emit()


def _first_step(live: Live) -> int:
    try:
        return first_step(live.document.path)
    except Refusal:
        return 0


def _last(shared: SharedFolder | None, done: Event) -> None:
    try:
        if shared is not None:
            shared.put()
    finally:
        done.set()
