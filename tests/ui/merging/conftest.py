"""Windows in which a colleague's copy is brought in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from majlis.ui.main_window import MainWindow
from majlis.ui.merging.opening import open_merge
from majlis.ui.merging.window import MergeWindow


@pytest.fixture
def shown(window: MainWindow, qtbot: QtBot) -> Callable[[Path], MergeWindow]:
    """Return a function that opens the merge of a file and waits until it is read."""

    def open_(path: Path) -> MergeWindow:
        made = open_merge(window, path)
        qtbot.waitUntil(lambda: made.page != "reading", timeout=20_000)
        return made

    return open_
