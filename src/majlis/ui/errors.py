"""The window for errors that nobody foresaw: what happened, the traceback, and a button that copies it."""

from importlib.metadata import version
import platform
import sys
import threading
import traceback
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

SHOWN_AT_ONCE: Final = 3
"""Error windows that may stand open; a fault in painting would otherwise open hundreds."""


class ErrorWindow(QDialog):
    """Shows one unforeseen error with its traceback."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
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
        layout.addWidget(buttons)
        self.resize(720, 420)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())


class ErrorReporter(QObject):
    """Opens an error window for what no code caught, whichever thread it comes from."""

    _reported = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
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
        self._reported.emit(described(error, trace))

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(str)
    def _show(self, report: str) -> None:
        if len(self._open) < SHOWN_AT_ONCE:
            window = ErrorWindow(report)
            window.finished.connect(self._forget_closed)
            self._open.append(window)
            window.show()

    @Slot()
    def _forget_closed(self) -> None:
        self._open = [window for window in self._open if window.isVisible()]


def described(error: BaseException, trace: TracebackType | None) -> str:
    """Return a report of an error: the versions and the traceback."""
    versions = (
        f"Majlis {version('majlis')}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    )
    lines = traceback.format_exception(type(error), error, trace)
    return f"{versions}\n\n{''.join(lines)}"
