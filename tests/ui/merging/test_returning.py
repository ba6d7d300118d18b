"""Going back to the copy that was made before a merge, after it is said what that takes away."""

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox
import pytest
from pytestqt.qtbot import QtBot

from copies import colleague_copy, lengthen, retitle
from majlis.document import Document, list_backups
from majlis.ui.history.screen import HistoryScreen
from majlis.ui.live import Live
from majlis.ui.main_window import MainWindow
from majlis.ui.merging.returning import WHY

PLAIN = str.maketrans("", "", "\u2068\u2069")


def question(window: MainWindow, qtbot: QtBot) -> QMessageBox:
    action = window.findChild(QAction, "merge.back")
    assert isinstance(action, QAction)
    action.trigger()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "merge.back.confirm") is not None)
    found = window.findChild(QMessageBox, "merge.back.confirm")
    assert isinstance(found, QMessageBox)
    return found


def test_what_is_lost_is_told_and_all_is_as_it_was_before(
    window: MainWindow, live: Live, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    live.make(lengthen(50))
    before = live.programme
    copy = colleague_copy(file, "Noor", retitle("Hers"), retitle("البداية", "ar"))
    live.document.merge(live.document.news_in(copy))
    live.make(lengthen(90))
    window.show_screen("history")
    box = question(window, qtbot)
    words = box.text().translate(PLAIN)
    assert words.endswith(
        "This takes away 2 steps of Noor and 1 step made here since "
        "(Change minutes of session “Who owns a manuscript?”)."
    )
    merged = live.programme
    box.accept()
    assert live.programme == before
    assert [one.why for one in list_backups(file)] == ["before restore", WHY, "daily"]
    history = window.shown_screen
    assert isinstance(history, HistoryScreen)
    assert history.model.steps[0].label == "Change minutes of session “Who owns a manuscript?”"
    live.make(retitle("Goes on"))
    live.undo()
    with Document.open(list_backups(file)[0].path, writable=False) as kept:
        assert kept.programme == merged
    window.close()
    with Document.open(file) as again:
        assert again.programme == before
        assert again.verify() == ()


def test_whoever_stays_keeps_all(window: MainWindow, live: Live, file: Path, qtbot: QtBot) -> None:
    live.document.merge(live.document.news_in(colleague_copy(file, "Noor", retitle("Hers"))))
    merged = live.programme
    question(window, qtbot).reject()
    assert live.programme is merged


def test_without_a_merge_there_is_nothing_to_go_back_to(window: MainWindow, live: Live) -> None:
    heard: list[str] = []
    live.notice.connect(heard.append)
    window.merging.go_back()
    assert heard == ["No copy was made before a merge; nothing was brought in by one yet"]


def test_going_back_twice_says_that_nothing_changes(
    window: MainWindow, live: Live, file: Path, qtbot: QtBot
) -> None:
    live.document.merge(live.document.news_in(colleague_copy(file, "Noor", retitle("Hers"))))
    question(window, qtbot).accept()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is None)
    assert question(window, qtbot).text().translate(PLAIN).startswith("All is as it was before the merge")


def test_a_copy_that_is_damaged_is_refused_and_the_file_stays(
    window: MainWindow, live: Live, file: Path, qtbot: QtBot
) -> None:
    live.document.merge(live.document.news_in(colleague_copy(file, "Noor", retitle("Hers"))))
    box = question(window, qtbot)
    merged = live.programme
    list_backups(file)[0].path.write_bytes(b"SQLite format 3\0 and no more")
    box.accept()
    assert live.programme == merged
    sentence = window.findChild(QMessageBox, "sentence")
    assert isinstance(sentence, QMessageBox)
    assert sentence.text() != ""
    sentence.close()
    live.make(retitle("Goes on"))
    assert live.programme.sessions["opening"].title["en"] == "Goes on"
