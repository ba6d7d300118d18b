"""What is still open after a merge: counted, listed, and settled one by one or all."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
import pytest
from pytestqt.qtbot import QtBot

from copies import colleague_copy, lengthen, retitle
from majlis.programme.edits.records import remove
from majlis.ui.live import Live
from majlis.ui.main_window import MainWindow
from majlis.ui.merging.later import ConflictsWindow


def counted(window: MainWindow) -> str:
    button = window.statusBar().findChild(QPushButton, "status.conflicts")
    assert isinstance(button, QPushButton)
    return button.text().strip("\u2068\u2069") if button.isVisible() else ""


@pytest.fixture
def merged(window: MainWindow, live: Live, file: Path, qtbot: QtBot) -> MainWindow:
    """Return a window in whose event two disagreements are open."""
    copy = colleague_copy(file, "Noor", retitle("Hers"), lengthen(90))
    live.make(retitle("Mine"))
    live.make(lengthen(50))
    live.document.merge(live.document.news_in(copy))
    qtbot.waitUntil(lambda: len(live.conflicts) == 2)
    return window


def open_ones(window: MainWindow) -> ConflictsWindow:
    action = window.findChild(QAction, "merge.conflicts")
    assert isinstance(action, QAction)
    assert action.isEnabled()
    action.trigger()
    found = window.findChild(ConflictsWindow)
    assert isinstance(found, ConflictsWindow)
    return found


def test_open_disagreements_are_counted_and_listed(merged: MainWindow) -> None:
    assert counted(merged) == "2 disagreements"
    action = merged.findChild(QAction, "merge.conflicts")
    assert isinstance(action, QAction)
    assert action.text() == "Where copies disagree (2)…"
    shown = open_ones(merged)
    assert [(one.about, one.field) for one in shown.pane.model.disputes] == [
        ("Session “Mine”", "Title (English)"),
        ("Session “Who owns a manuscript?”", "Length"),
    ]
    assert merged.merging.show_conflicts() is shown
    shown.pane.leave.click()
    assert not shown.isVisible()
    assert counted(merged) == "2 disagreements"


def test_each_is_settled_at_once_by_a_key_and_can_be_undone(merged: MainWindow, live: Live, qtbot: QtBot) -> None:
    shown = open_ones(merged)
    qtbot.keyClick(shown.pane.list, Qt.Key.Key_2)
    assert live.programme.sessions["opening"].title["en"] == "Hers"
    assert shown.pane.dispute is not None
    assert shown.pane.dispute.field == "Length"
    qtbot.waitUntil(lambda: counted(merged) == "1 disagreement")
    assert len(shown.pane.model.disputes) == 1
    qtbot.keyClick(shown.pane.list, Qt.Key.Key_1)
    qtbot.keyClick(shown.pane.list, Qt.Key.Key_2)
    assert live.programme.sessions["panel"].minutes == 50
    qtbot.waitUntil(lambda: counted(merged) == "")
    close = shown.findChild(QPushButton, "conflicts.close")
    assert isinstance(close, QPushButton)
    assert close.isVisible()
    close.click()
    live.undo()
    live.undo()
    assert live.programme.sessions["opening"].title["en"] == "Mine"


def test_all_are_settled_as_one_step(merged: MainWindow, live: Live, qtbot: QtBot) -> None:
    shown = open_ones(merged)
    shown.pane.all_theirs.click()
    assert live.document.undo_label == "Settle 2 conflicts"
    assert (live.programme.sessions["opening"].title["en"], live.programme.sessions["panel"].minutes) == (
        "Hers",
        90,
    )
    qtbot.waitUntil(lambda: live.conflicts == ())
    assert shown.pane.dispute is None


def test_keys_that_choose_nothing_are_left_alone(merged: MainWindow, live: Live, qtbot: QtBot) -> None:
    shown = open_ones(merged)
    steps = len(live.document.history())
    qtbot.keyClick(shown.pane.list, Qt.Key.Key_5)
    qtbot.keyClick(shown.pane.list, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shown.pane, Qt.Key.Key_A)
    assert len(live.document.history()) == steps
    qtbot.keyClick(shown.pane, Qt.Key.Key_1)
    assert len(live.document.history()) == steps + 1


def test_what_was_removed_meanwhile_is_said_to_be(merged: MainWindow, live: Live, qtbot: QtBot) -> None:
    shown = open_ones(merged)
    dispute = shown.pane.model.disputes[1]
    live.make(lambda now: remove(now, [now.sessions["panel"]]))
    shown.pane.chosen.emit(dispute, 0)
    qtbot.waitUntil(lambda: shown.findChild(QPushButton) is not None and len(live.conflicts) == 1)
    assert [one.about for one in shown.pane.model.disputes] == ["Session “Mine”"]
