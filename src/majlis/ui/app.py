"""The program with windows: it opens files, one window each, and shows the welcome page while there is none."""

import os
from pathlib import Path
import sys
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from majlis.demo import demo_programme
from majlis.document import Document
from majlis.programme.refusal import Refusal
from majlis.store.opening import Damaged
from majlis.store.reports import crash_of_last_time, log_crashes
from majlis.ui.announcement import Announcement
from majlis.ui.dropping import is_event_file
from majlis.ui.errors import ErrorReporter, ErrorWindow
from majlis.ui.import_summary import ImportSummary
from majlis.ui.live import Live
from majlis.ui.look import look
from majlis.ui.main_window import MainWindow
from majlis.ui.merging.opening import open_merge
from majlis.ui.new_event import SUFFIX, NewEvent, documents_folder
from majlis.ui.new_from_schedule import NewFromSchedule
from majlis.ui.rescuing.window import RescueWindow
from majlis.ui.sentences import tell
from majlis.ui.settings import remember_file
from majlis.ui.welcome import Welcome

if TYPE_CHECKING:
    from majlis.exchange.formats import Reading


class Program(QObject):
    """Every open window; there is one in an application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.windows: list[MainWindow] = []
        self.welcome: Welcome | None = None
        look()
        app.aboutToQuit.connect(self.close_all)

    def show_welcome(self, sentence: str = "") -> Welcome:
        """Show the welcome page, with a sentence where a file was refused."""
        if self.welcome is None:
            page = Welcome()
            page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            page.new_wanted.connect(self.ask_new)
            page.open_wanted.connect(self.ask_open)
            page.demo_wanted.connect(self.open_demo)
            page.file_wanted.connect(self.try_open)
            page.destroyed.connect(self._forget_welcome)
            self.welcome = page
        self.welcome.refuse(sentence)
        self.welcome.show()
        return self.welcome

    def open(self, path: Path) -> MainWindow:
        """Return the shown window of a file; raise `Refusal` where it can't be opened."""
        return self._shown(path) or self.show_document(Document.open(path))

    @Slot(object)
    def look_into(self, path: Path) -> None:
        """Open a backup in a window of its own, to be read."""
        try:
            if self._shown(path) is None:
                self.show_document(Document.open(path, writable=False), remembered=False)
        except Refusal as refusal:
            self._refuse(str(refusal))

    @Slot(object)
    def show_document(self, document: Document, *, remembered: bool = True) -> MainWindow:
        """Return the shown window of an open document."""
        window = MainWindow(Live(document))
        self.windows.append(window)
        window.new_wanted.connect(self.ask_new)
        window.open_wanted.connect(self.ask_open)
        window.file_dropped.connect(self._take_dropped)
        window.look_wanted.connect(self.look_into)
        window.closed.connect(self._forget_closed)
        window.trials.opened.connect(self.try_open)
        window.trials.returned.connect(self._bring_back)
        if remembered:
            remember_file(document.path)
        window.show()
        if self.welcome is not None:
            self.welcome.close()
        return window

    @Slot(object)
    def try_open(self, path: Path) -> MainWindow | None:
        """Open a file, offer to make an event of a schedule, or say why neither can be."""
        if path.is_file() and not is_event_file(path):
            self.offer_new(path)
            return None
        try:
            return self.open(path)
        except Damaged as damage:
            self.offer_rescue(path, str(damage))
        except Refusal as refusal:
            self._refuse(str(refusal))
        return None

    def offer_rescue(self, path: Path, sentence: str) -> RescueWindow:
        """Say that a file is damaged and offer its newest backup, or what can still be read of it."""
        self._refuse("" if self.welcome is None else sentence)
        window = RescueWindow(path, sentence, self._front())
        window.opened.connect(self.try_open)
        window.show()
        return window

    def tell_fault(self, report: str, path: str) -> bool:
        """Tell of an error that nobody foresaw in the front window; return whether there is one."""
        front = next((window for window in self.windows if window.isActiveWindow()), None)
        window = front or (self.windows[-1] if self.windows else None)
        if window is None or window.isHidden():
            return False
        words = self.tr("Something went wrong in Majlis. Your file is as it was, and a report is kept.")
        _offer_report(window, words, report, path)
        return True

    def tell_crash(self, path: Path) -> None:
        """Tell that the program fell down last time, in the front window or on the welcome page."""
        words = self.tr(
            "Majlis ended suddenly last time. Everything that was saved is there, and a report is kept."
        )
        try:
            report = path.read_text("utf-8", "replace")
        except OSError:
            return
        if self.windows:
            _offer_report(self.windows[-1], words, report, str(path))
        else:
            self._refuse(f"{words} {path}")

    @Slot()
    def ask_open(self) -> None:
        """Ask for a file and open it."""
        kinds = self.tr("Majlis events") + f" (*{SUFFIX});;" + self.tr("All files") + " (*)"
        path, _ = QFileDialog.getOpenFileName(
            self._front(), self.tr("Open an event"), str(documents_folder()), kinds
        )
        if path:
            self.try_open(Path(path))

    @Slot()
    def ask_new(self) -> None:
        """Ask what a new event needs."""
        dialog = NewEvent(self._front())
        dialog.made.connect(self.show_document)
        dialog.show()

    def offer_new(self, path: Path) -> None:
        """Offer to make a new event of a schedule."""
        self._refuse("")
        dialog = NewFromSchedule(path, self._front())
        dialog.made.connect(self._show_made)
        dialog.refused.connect(self._refuse)
        dialog.begin()

    @Slot()
    def open_demo(self) -> None:
        """Open the demo event in a file of its own, in a folder of passing things."""
        try:
            path = Path(mkdtemp(prefix="majlis-"), f"demo{SUFFIX}")
            self.show_document(Document.create(path, demo_programme()))
        except (Refusal, OSError) as refusal:
            self._refuse(str(refusal))

    @Slot()
    def close_all(self) -> None:
        """Close every window, and with each its file."""
        for window in tuple(self.windows):
            window.close()

    @Slot(object)
    def _take_dropped(self, path: Path) -> None:
        if is_event_file(path):
            self.try_open(path)
            return
        window = self.sender()
        if isinstance(window, MainWindow) and window.writable:
            window.exchange.import_file(path)

    @Slot(object, object, str)
    def _show_made(self, document: Document, reading: "Reading", source: str) -> None:
        ImportSummary(source, reading, self.show_document(document), fresh=True).show()

    @Slot(object, object)
    def _bring_back(self, original: Path, trial: Path) -> None:
        window = self.try_open(original)
        if window is not None:
            open_merge(window, trial)

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        if self.welcome is not None:
            self.welcome.refuse(sentence)
        elif sentence:
            tell(self._front(), "Majlis", sentence)

    def _shown(self, path: Path) -> MainWindow | None:
        """Return the window that shows a file already, in front of the others; None where none does."""
        for window in self.windows:
            if os.path.realpath(window.live.document.path) == os.path.realpath(path):
                window.raise_()
                window.activateWindow()
                return window
        return None

    def _front(self) -> QWidget | None:
        active = QApplication.activeWindow()
        return active or self.welcome or (self.windows[-1] if self.windows else None)

    @Slot()
    def _forget_closed(self) -> None:
        self.windows = [window for window in self.windows if window is not self.sender()]

    @Slot()
    def _forget_welcome(self) -> None:
        self.welcome = None


def _offer_report(window: MainWindow, words: str, report: str, path: str) -> None:
    bar = Announcement(words, window, "octagon-alert")
    show = QCoreApplication.translate("Program", "Show the report")
    bar.offer(show, "error.show", lambda: ErrorWindow(report, path, window).show())
    window.announce(bar)


def program() -> Program:
    """Return the program of the running application, made where there is none yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a window needs a running QApplication")
    return app.findChild(Program) or Program(app)


def open_window(path: Path | str) -> MainWindow:
    """Return the shown main window of a file; raise `Refusal` where it can't be opened."""
    return program().open(Path(path))


def start(path: Path | None = None) -> int:
    """Run the program with its windows until the last one closes; return its exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("Majlis")
    running = program()
    ErrorReporter(app, running.tell_fault).install()
    crash = crash_of_last_time()
    app.aboutToQuit.connect(log_crashes())
    if path is None:
        running.show_welcome()
    else:
        try:
            running.open(path)
        except Damaged as damage:
            running.show_welcome(str(damage))
            running.offer_rescue(path, str(damage))
        except Refusal as refusal:
            running.show_welcome(str(refusal))
    if crash is not None:
        running.tell_crash(crash)
    return app.exec()
