"""What nobody foresaw: the guard keeps it from Qt, and the error window shows it."""

from pathlib import Path
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
import pytest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from majlis.store.reports import described, reports_folder
from majlis.ui.announcement import Announcement
from majlis.ui.app import Program
from majlis.ui.errors import SHOWN_AT_ONCE, ErrorReporter, ErrorWindow
from majlis.ui.guard import guarded
from majlis.ui.main_window import MainWindow


class Faulty(QWidget):
    """A widget whose painting fails."""

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        raise ZeroDivisionError("painted by nought")

    @override
    @guarded(QSize(10, 20))
    def sizeHint(self) -> QSize:
        raise ZeroDivisionError("sized by nought")


def windows() -> list[ErrorWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, ErrorWindow) and one.isVisible()]


@pytest.fixture
def hook(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """Collect what reaches the hook of last resort."""
    seen: list[BaseException] = []

    def take(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        seen.append(error)

    monkeypatch.setattr(sys, "excepthook", take)
    return seen


def test_a_guarded_method_returns_its_default_and_reports(hook: list[BaseException], qtbot: QtBot) -> None:
    widget = Faulty()
    qtbot.addWidget(widget)
    assert widget.sizeHint() == QSize(10, 20)
    widget.show()
    qtbot.waitUntil(lambda: "painted by nought" in map(str, hook))
    assert str(hook[0]) == "sized by nought"


def test_the_error_window_shows_the_traceback_and_copies_it(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    reporter = ErrorReporter(qapp)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter.install()
    error = ZeroDivisionError("by nought")
    sys.excepthook(ZeroDivisionError, error, None)
    qtbot.waitUntil(lambda: len(windows()) == 1)
    (window,) = windows()
    assert "ZeroDivisionError: by nought" in window.report.toPlainText()
    copy = window.findChild(QAbstractButton, "error.copy")
    assert isinstance(copy, QAbstractButton)
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == window.report.toPlainText()
    assert "by nought" in capfd.readouterr().err
    window.close()
    qtbot.waitUntil(lambda: windows() == [])


def test_an_error_in_a_thread_is_shown_too_and_never_too_many(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reporter = ErrorReporter(qapp)
    monkeypatch.setattr(threading, "excepthook", reporter._report_thread)
    for number in range(SHOWN_AT_ONCE + 2):
        for _ in range(2):
            thread = threading.Thread(target=int, args=(f"number {number}",), name=str(number))
            thread.start()
            thread.join()
    qtbot.waitUntil(lambda: len(windows()) == SHOWN_AT_ONCE)
    for window in windows():
        window.close()


def test_a_report_names_the_versions() -> None:
    report = described(ValueError("odd"), None)
    assert report.startswith("Majlis ")
    assert "Python 3." in report
    assert report.endswith("ValueError: odd\n")


def test_the_window_tells_of_an_error_and_shows_the_report_that_was_kept(
    window: MainWindow, program: Program, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    reporter = ErrorReporter(program, program.tell_fault)
    for _ in range(3):
        reporter.report(ZeroDivisionError, ZeroDivisionError("by nought"), None)
    qtbot.waitUntil(lambda: window.findChild(Announcement) is not None)
    assert windows() == []
    (kept,) = reports_folder().iterdir()
    assert "by nought" in kept.read_text("utf-8")
    show = window.findChild(QAbstractButton, "error.show")
    assert isinstance(show, QAbstractButton)
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)
    (shown,) = windows()
    assert shown.report.toPlainText() == kept.read_text("utf-8")
    assert any(kept.name in each.text() for each in shown.findChildren(QLabel))
    shown.close()
    window.close()
    assert not program.tell_fault("report", "")


def test_a_crash_of_last_time_is_told_with_its_report(
    window: MainWindow, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    report = tmp_path / "2027 crash.txt"
    report.write_text("Fatal Python error", "utf-8")
    program.tell_crash(report)
    bar = window.findChild(Announcement)
    assert isinstance(bar, Announcement)
    assert "ended suddenly last time" in bar.words.text()
    window.close()
    qtbot.waitUntil(lambda: program.windows == [])
    page = program.show_welcome()
    program.tell_crash(report)
    assert str(report) in page.refusal.text()
    program.tell_crash(tmp_path / "nothing.txt")


def test_ctrl_c_in_the_terminal_quits(qapp: QApplication, qtbot: QtBot) -> None:
    owner = QObject()
    ErrorReporter(owner).report(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert windows() == []
