"""The window of the backups: what it lists, a look into one, the way back, and a new one by hand."""

import shutil

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
import pytest
from pytestqt.qtbot import QtBot

from majlis.document import Document
from majlis.programme.edits.records import amend
from majlis.store.backups import backup_folder, backups
from majlis.ui.app import Program
from majlis.ui.backups.model import SESSIONS, SIZE, WHEN, WHY
from majlis.ui.backups.window import BackupsWindow
from majlis.ui.backups.words import size_in_words, why_in_words
from majlis.ui.commands import Action
from majlis.ui.languages import LTR, RTL
from majlis.ui.main_window import MainWindow
from majlis.ui.settings import recent_files


def opened(window: MainWindow, qtbot: QtBot) -> BackupsWindow:
    """Show the backups by their command and wait until each was looked into."""
    action = window.findChild(Action, "file.backups")
    assert isinstance(action, Action)
    action.trigger()
    shown = window.findChildren(BackupsWindow)[-1]
    qtbot.waitUntil(lambda: len(shown.model.glances) == len(shown.model.copies))
    return shown


def changed(window: MainWindow, minutes: int) -> None:
    window.live.make(lambda now: amend(now, now.sessions["reading"], minutes=minutes))


def click(button: QPushButton, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def cells(shown: BackupsWindow, column: int) -> list[str]:
    rows = range(shown.model.rowCount())
    return [
        str(shown.model.data(shown.model.index(row, column))).strip("\u2066\u2067\u2068\u2069") for row in rows
    ]


@pytest.fixture
def filled(window: MainWindow) -> MainWindow:
    """Return a window whose file has two copies: with 45 and with 50 minutes of reading."""
    window.live.document.back_up("before import")
    changed(window, 50)
    window.live.document.back_up("by hand")
    changed(window, 55)
    return window


def test_without_copies_it_says_so_and_makes_the_first(window: MainWindow, qtbot: QtBot) -> None:
    shown = opened(window, qtbot)
    nothing = shown.findChild(QLabel, "backups.nothing")
    assert isinstance(nothing, QLabel)
    assert nothing.isVisible()
    assert (shown.look.isEnabled(), shown.back.isEnabled(), shown.make.isEnabled()) == (False, False, True)
    click(shown.make, qtbot)
    qtbot.waitUntil(lambda: cells(shown, SESSIONS) == ["3"])
    assert cells(shown, WHY) == ["By hand"]
    assert [copy.why for copy in backups(window.live.document.path)] == ["by hand"]


def test_it_lists_when_why_sessions_and_size(filled: MainWindow, qtbot: QtBot) -> None:
    shown = opened(filled, qtbot)
    newest = backups(filled.live.document.path)[0]
    assert cells(shown, WHY) == ["By hand", "Before a schedule was imported"]
    assert cells(shown, SESSIONS) == ["3", "3"]
    assert cells(shown, SIZE)[0] == size_in_words(newest.path.stat().st_size).strip("\u2066\u2067\u2068\u2069")
    assert f"{newest.at:%Y, %H:%M}" in cells(shown, WHEN)[0]
    assert shown.chosen == newest


def test_a_copy_is_looked_into_in_a_window_that_changes_nothing(
    filled: MainWindow, program: Program, qtbot: QtBot
) -> None:
    shown = opened(filled, qtbot)
    shown.table.setCurrentIndex(shown.model.index(1, WHEN))
    click(shown.look, qtbot)
    looked = program.windows[-1]
    assert looked.live.programme.sessions["reading"].minutes == 45
    assert not looked.writable
    assert looked.live.document.path not in recent_files()
    shown.table.doubleClicked.emit(shown.model.index(1, WHEN))
    assert program.windows == [filled, looked]


def test_going_back_is_asked_and_keeps_the_present_state(filled: MainWindow, qtbot: QtBot) -> None:
    shown = opened(filled, qtbot)
    shown.table.setCurrentIndex(shown.model.index(1, WHEN))
    click(shown.back, qtbot)
    qtbot.waitUntil(lambda: bool(shown.findChildren(QMessageBox)))
    (box,) = shown.findChildren(QMessageBox)
    assert "2 steps that were taken since are not in it" in box.informativeText()
    do = box.findChild(QPushButton, "backups.confirm.do")
    assert isinstance(do, QPushButton)
    click(do, qtbot)
    assert filled.live.programme.sessions["reading"].minutes == 45
    assert filled.writable
    qtbot.waitUntil(lambda: cells(shown, WHY)[0] == "Before going back to another copy")
    changed(filled, 60)
    newest = backups(filled.live.document.path)[0]
    with Document.open(newest.path, writable=False) as before:
        assert before.programme.sessions["reading"].minutes == 55


def test_a_damaged_copy_is_marked_and_can_not_be_chosen(filled: MainWindow, qtbot: QtBot) -> None:
    newest = backups(filled.live.document.path)[0]
    newest.path.write_bytes(newest.path.read_bytes()[:9000])
    shown = opened(filled, qtbot)
    assert cells(shown, SESSIONS) == ["can’t be opened", "3"]
    qtbot.waitUntil(lambda: not shown.look.isEnabled())
    assert not shown.back.isEnabled()
    assert "damaged" in shown.refusal.text()
    shown.table.setCurrentIndex(shown.model.index(1, WHEN))
    assert shown.look.isEnabled()
    assert shown.refusal.text() == ""


def test_where_no_copy_can_be_made_it_says_why(window: MainWindow, qtbot: QtBot) -> None:
    backup_folder(window.live.document.path).write_text("in the way")
    shown = opened(window, qtbot)
    click(shown.make, qtbot)
    qtbot.waitUntil(lambda: "No copy can be made" in shown.refusal.text())
    assert shown.make.isEnabled()


def test_where_no_daily_copy_can_be_made_a_notice_says_so_once(window: MainWindow, qtbot: QtBot) -> None:
    backup_folder(window.live.document.path).write_text("in the way")
    said: list[str] = []
    window.live.notice.connect(said.append)
    changed(window, 50)
    changed(window, 55)
    assert window.live.programme.sessions["reading"].minutes == 55
    assert len(said) == 1
    assert "No copy can be made" in said[0]


def test_a_copy_that_vanished_meanwhile_is_refused(filled: MainWindow, program: Program, qtbot: QtBot) -> None:
    shown = opened(filled, qtbot)
    shutil.rmtree(backup_folder(filled.live.document.path))
    click(shown.look, qtbot)
    assert program.windows == [filled]
    for box in filled.findChildren(QMessageBox):
        box.close()
    click(shown.back, qtbot)
    qtbot.waitUntil(lambda: "There is no file" in shown.refusal.text())
    assert shown.model.rowCount() == 0


def test_a_file_that_is_only_read_keeps_its_copies_as_they_are(
    filled: MainWindow, program: Program, qtbot: QtBot
) -> None:
    copy = backups(filled.live.document.path)[0].path
    backup_folder(copy).mkdir()
    shutil.copy(copy, backup_folder(copy) / copy.name)
    program.look_into(copy)
    looked = program.windows[-1]
    shown = opened(looked, qtbot)
    assert (shown.make.isEnabled(), shown.back.isEnabled()) == (False, False)


def test_it_is_told_in_words_and_works_from_right_to_left(filled: MainWindow, qtbot: QtBot) -> None:
    assert why_in_words("before format 1.1") == "Before a newer Majlis took over the file"
    assert why_in_words("something else") == "Something else"
    assert size_in_words(2_345_678).strip("\u2066\u2067\u2068\u2069") == "2.3 MB"
    filled.turn_direction()
    try:
        shown = opened(filled, qtbot)
        assert shown.layoutDirection() == RTL
        assert shown.chosen is not None
        assert not shown.grab().isNull()
    finally:
        filled.turn_direction()
    assert filled.layoutDirection() == LTR


def test_the_model_keeps_qts_rules(filled: MainWindow, qtbot: QtBot) -> None:
    shown = opened(filled, qtbot)
    tester = QAbstractItemModelTester(shown.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    filled.live.document.back_up("by hand")
    shown.refresh()
    qtbot.waitUntil(lambda: len(shown.model.glances) == 3)
    assert tester.model() is shown.model
    assert shown.model.headerData(WHEN, Qt.Orientation.Horizontal) == "When"
    assert shown.model.headerData(WHEN, Qt.Orientation.Vertical) is None


def test_every_part_has_a_name_for_those_who_do_not_see_it(filled: MainWindow, qtbot: QtBot) -> None:
    shown = opened(filled, qtbot)
    assert shown.table.accessibleName() == "Backups, newest first"
    assert all(button.text() and button.objectName() for button in (shown.look, shown.back, shown.make))
