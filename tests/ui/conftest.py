"""Windows on real files: the example that everybody knows, saved in a folder of the test's own."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication
import pytest
from pytestqt.qtbot import QtBot

from example import example
from majlis.document import Document
from majlis.ui.app import Program, open_window
from majlis.ui.inspectors.leaving import discard
from majlis.ui.live import Live
from majlis.ui.main_window import MainWindow


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the path of a file that holds the example."""
    path = tmp_path / "example.majlis"
    Document.create(path, example()).close()
    return path


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    """Run a program of its own for one test, and close its windows."""
    running = Program(qapp)
    yield running
    running.close_all()
    for left in tuple(running.windows):  # something refused is typed there
        discard(left, left.live)
        left.close()
    if running.welcome is not None:
        running.welcome.close()
    running.setParent(None)
    running.deleteLater()


@pytest.fixture
def window(program: Program, file: Path, qtbot: QtBot) -> MainWindow:
    """Return the shown window of the example."""
    shown = open_window(file)
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def live(window: MainWindow) -> Live:
    """Return the live document of the window."""
    return window.live
