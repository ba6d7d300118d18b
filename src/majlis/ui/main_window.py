"""The window of one file: rail, header, screens and status area put together, and no more."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QFocusEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from majlis.ui import about, window_memory
from majlis.ui.announcement import Announcement
from majlis.ui.backups.window import BackupsWindow
from majlis.ui.commands import Action, Command, fill_menus
from majlis.ui.dropping import dropped_file, is_event_file
from majlis.ui.event_settings import EventSettings
from majlis.ui.exchanging import Exchanging
from majlis.ui.guard import guarded
from majlis.ui.header import Header
from majlis.ui.history.screen import HistoryScreen
from majlis.ui.inspectors.leaving import Ways, may_close
from majlis.ui.labels import upright
from majlis.ui.languages import LTR, RTL
from majlis.ui.live import Live
from majlis.ui.look import Scheme, look
from majlis.ui.merging.opening import Merging
from majlis.ui.rail import Rail
from majlis.ui.screen import Screen
from majlis.ui.screens import SCREENS
from majlis.ui.sharing.names import NamesDialog
from majlis.ui.sharing.sharing import Sharing
from majlis.ui.status import Status
from majlis.ui.trials.trials import Trials
from majlis.ui.window_commands import WINDOW_COMMANDS


class MainWindow(QMainWindow):
    """Shows one file; `new_wanted`, `open_wanted` and `file_dropped` ask the program for another.

    `look_wanted` carries the path of a backup that is to be opened, to be read.
    """

    new_wanted = Signal()
    open_wanted = Signal()
    file_dropped = Signal(object)
    look_wanted = Signal(object)
    closed = Signal()

    def __init__(self, live: Live) -> None:
        super().__init__()
        self.live = live
        live.setParent(self)
        self.setObjectName("main")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._stack = QStackedWidget(self)
        self._screens = {kind.id: kind(live, self._stack) for kind in SCREENS}
        self.exchange = Exchanging(live, self)
        self.merging = Merging(live, self)
        self.trials = Trials(live, self)
        self._announcement: Announcement | None = None
        self._rows = QVBoxLayout()
        self._actions = {action.command.id: action for action in self._all_actions()}
        self.header = Header(live, self._actions, self)
        self.rail = Rail(list(self._screens.values()), self)
        status = Status(live, self)
        status.conflicts.clicked.connect(self.merging.show_conflicts)
        self.setStatusBar(status)
        self.sharing = Sharing(live, self)
        self._lay_out()
        self._connect()
        self._refresh()
        window_memory.recall(self, self._screens)

    @property
    def shown_screen(self) -> Screen:
        """The screen that is shown."""
        return self._screens[self._stack.currentWidget().objectName()]

    @property
    def writable(self) -> bool:
        """Whether the file can be changed."""
        return not self.live.document.read_only

    @property
    def scheme(self) -> Scheme:
        """The colour scheme that the user chose."""
        return look().scheme

    @property
    def mirrored(self) -> bool:
        """Whether the windows run from right to left."""
        return QApplication.layoutDirection() == RTL

    @Slot(str)
    def show_screen(self, key: str) -> None:
        """Show a screen by its id."""
        self._stack.setCurrentWidget(self._screens[key])
        self.rail.show_chosen(key)
        self._refresh()

    @Slot(str, str)
    def reveal(self, table: str, key: str) -> None:
        """Show a record on the first screen that shows records of its table."""
        for name, screen in self._screens.items():
            if table in screen.tables and name == _home_of(table, self._screens):
                self.show_screen(name)
                screen.reveal(table, key)

    @Slot(str, str)
    def show_history(self, table: str, key: str) -> None:
        """Show all that was done to a record, there or gone."""
        self.show_screen("history")
        screen = self.shown_screen
        if isinstance(screen, HistoryScreen):
            screen.show_record(table, key)

    def show_history_of_chosen(self) -> None:
        """Show all that was done to the record that is chosen."""
        for key in self.shown_screen.selection:
            record = self.live.programme.find(key)
            if record is not None:
                self.show_history(record.table, key)
                return

    def show_steps(self, words: str, steps: frozenset[int]) -> None:
        """Show some steps of the history, and in words which they are."""
        self.show_screen("history")
        screen = self.shown_screen
        if isinstance(screen, HistoryScreen):
            screen.show_steps(words, steps)

    def announce(self, bar: Announcement) -> None:
        """Show a bar over the screens, in the place of the one before."""
        self.end_announcement()
        self._announcement = bar
        self._rows.insertWidget(1, bar)
        bar.show()

    def end_announcement(self) -> None:
        """Take away the bar over the screens."""
        if self._announcement is not None:
            self._announcement.end()
        self._announcement = None

    def add(self, key: str) -> None:
        """Add a record on a screen."""
        self.show_screen(key)
        self.shown_screen.add()

    def commit_typing(self) -> None:
        """Make an edit of what is being typed, wherever that is."""
        for screen in self._screens.values():
            screen.commit()
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            QApplication.sendEvent(
                focused, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.OtherFocusReason)
            )

    def undo(self) -> None:
        """Take back the last edit, what is being typed counting as one."""
        self.commit_typing()
        self.live.undo()

    def redo(self) -> None:
        """Make again what was undone last."""
        self.commit_typing()
        self.live.redo()

    def choose_scheme(self, scheme: Scheme) -> None:
        """Take on a colour scheme."""
        look().choose(scheme)
        self._refresh()

    def turn_direction(self) -> None:
        """Mirror the windows, or mirror them back."""
        QApplication.setLayoutDirection(LTR if self.mirrored else RTL)
        self._refresh()

    def show_event_settings(self) -> None:
        """Open the settings of the event."""
        EventSettings(self.live, self).show()

    def show_backups(self) -> None:
        """List the copies of the file."""
        self.commit_typing()
        window = BackupsWindow(self.live, self)
        window.look_wanted.connect(self.look_wanted)
        window.show()

    def show_names(self) -> None:
        """Ask what the user and this laptop are called."""
        dialog = NamesDialog(self)
        dialog.form.renamed.connect(self.sharing.begin_anew)
        dialog.show()

    def show_about(self) -> None:
        """Say what Majlis is, and under which licences it comes."""
        about.About(self).show()

    def show_shortcuts(self) -> None:
        """List the shortcuts of all commands."""
        about.Shortcuts(list(self._actions.values()), self).show()

    def _all_actions(self) -> Iterator[Action]:
        for command in WINDOW_COMMANDS:
            yield Action(command, self, self)
        for number, screen in enumerate(self._screens.values(), start=1):
            yield Action(_going(screen, number), self, self)
            for command in screen.commands:
                yield Action(command, screen, self)

    def _lay_out(self) -> None:
        self.addActions(list(self._actions.values()))
        fill_menus(self.menuBar(), self._actions.values())
        self.rail.add_foot(self._actions["event.settings"], self.tr("Event"))
        page = QWidget(self)
        rows = self._rows
        page.setLayout(rows)
        columns = QHBoxLayout()
        for layout in (rows, columns):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        for screen in self._screens.values():
            self._stack.addWidget(screen)
        columns.addWidget(self.rail)
        columns.addWidget(upright(page))
        columns.addWidget(self._stack, 1)
        rows.addWidget(self.header)
        if self.trials.banner is not None:
            rows.addWidget(self.trials.banner)
        rows.addLayout(columns, 1)
        self.setCentralWidget(page)
        self.setMinimumSize(900, 560)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_screen)
        self.header.search.found.connect(self.reveal)
        self.header.print_wanted.connect(self._show_prints)
        for screen in self._screens.values():
            screen.wanted.connect(self.reveal)
            screen.selected.connect(self._refresh_actions)
        self.live.changed.connect(self._refresh)
        self.live.problems_changed.connect(self.rail.refresh)
        self.live.conflicts_changed.connect(self._refresh_actions)

    @Slot()
    def _show_prints(self) -> None:
        self.show_screen("prints")

    @Slot()
    def _refresh(self) -> None:
        event = self.live.programme.event
        name = event.title.best(event.languages) or self.live.document.path.stem
        self.setWindowTitle(f"{name} – {self.live.document.path.name} – Majlis")
        self.header.refresh()
        self.rail.refresh()
        bar = self.statusBar()
        if isinstance(bar, Status):
            bar.refresh()
        self._refresh_actions()

    @Slot()
    def _refresh_actions(self) -> None:
        for action in self._actions.values():
            action.refresh()

    @override
    @guarded(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        self.commit_typing()
        if not may_close(self, self.live, Ways(self.reveal, self.show_screen)):
            event.ignore()
            return
        window_memory.remember(self, self._screens)
        self.live.close()
        self.closed.emit()
        super().closeEvent(event)

    @override
    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            if is_event_file(path):
                self.merging.take_dropped(path)
            else:
                self.file_dropped.emit(path)


def _home_of(table: str, screens: dict[str, Screen]) -> str:
    own = next((name for name in screens if name == table), None)
    return own or next((name for name, screen in screens.items() if table in screen.tables), "")


def _going(screen: Screen, number: int) -> Command:
    key = screen.id
    return Command(
        id=f"go.{key}",
        text=screen.title,
        menu="Go",
        shortcut=f"Ctrl+{number}",
        icon=screen.icon,
        run=lambda window: window.show_screen(key),
    )
