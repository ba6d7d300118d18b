"""The window for errors that nobody foresaw: what happened, the traceback, and a button that copies it."""

from collections.abc import Callable
import sys
import threading
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from majlis.store.reports import described, keep
from majlis.ui.labels import label
from majlis.ui.languages import isolated

SHOWN_AT_ONCE: Final = 3
"""Error windows that may stand open; a fault in painting would otherwise open hundreds."""

REPORTED_AT_MOST: Final = 50
"""Different errors of one sitting that are reported."""


class ErrorWindow(QDialog):
    """Shows one unforeseen error with its traceback, and where the report of it is kept ("" for nowhere)."""

    def __init__(self, report: str, path: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("error")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong in Majlis"))
        self.report = QPlainTextEdit(report, self)
        self.report.setReadOnly(True)
        self.report.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.report.setAccessibleName(self.tr("What happened, for the makers of Majlis"))
        words = QLabel(
            self.tr(
                "This is a fault in Majlis, not in what you did. Your file is as it was before, and everything "
                "that you saw as saved is saved. Please copy the report and send it to whoever looks after Majlis "
                "for you."
            ),
            self,
        )
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("error.copy")
        copy.clicked.connect(self._copy)
        close = buttons.addButton(self.tr("Go on"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self.report, 1)
        if path:
            kept = label(self.tr("Kept as {path}").format(path=isolated(path)), self, "muted", wrap=True)
            kept.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(kept)
        layout.addWidget(buttons)
        self.resize(720, 420)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())


class ErrorReporter(QObject):
    """Keeps a report of what no code caught, whichever thread it comes from, and has somebody tell of it.

    `tell` is given the report and where it is kept, and says whether a window told of it; where none does, an
    error window opens. The same error is reported once.
    """

    _reported = Signal(str, str)

    def __init__(self, parent: QObject, tell: Callable[[str, str], bool] = lambda _report, _path: False) -> None:
        super().__init__(parent)
        self._tell = tell
        self._known: set[str] = set()
        self._open: list[ErrorWindow] = []
        self._reported.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Have everything that no code catches reported here."""
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Report an error to the terminal and, once Qt is at rest, in a window."""
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        told = described(error, trace, f"Qt {qVersion()}, ")
        if told not in self._known and len(self._known) < REPORTED_AT_MOST:
            self._known.add(told)
            self._reported.emit(told, str(keep(told, kind.__name__) or ""))

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str, str)
    def _show(self, report: str, path: str) -> None:
        if self._tell(report, path):
            return
        if len(self._open) < SHOWN_AT_ONCE:
            window = ErrorWindow(report, path)
            window.finished.connect(self._forget_closed)
            self._open.append(window)
            window.show()

    @Slot()
    def _forget_closed(self) -> None:
        self._open = [window for window in self._open if window.isVisible()]
