"""The screen of editions, used as a person would."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton
import pytest
from pytestqt.qtbot import QtBot

from example import example
from majlis.programme.edits.records import add, amend, remove
from majlis.programme.edits.sessions import place, resize
from majlis.programme.records import Edition
from majlis.ui.editions.changes import KEY
from majlis.ui.editions.freezing import Freezing
from majlis.ui.editions.restoring import Restoring
from majlis.ui.editions.screen import EditionsScreen
from majlis.ui.main_window import MainWindow
from majlis.ui.prints.screen import PrintsScreen
from majlis.ui.status import Status

TEN = datetime(2027, 10, 21, 10)
PATIENCE = 10_000


@pytest.fixture
def screen(window: MainWindow) -> EditionsScreen:
    """Return the shown screen of editions, with none yet."""
    window.resize(1200, 800)
    window.show_screen("editions")
    found = window.findChild(EditionsScreen)
    assert isinstance(found, EditionsScreen)
    return found


@pytest.fixture
def changed(screen: EditionsScreen, qtbot: QtBot) -> EditionsScreen:
    """Return the screen with one edition, since which the opening moved."""
    screen.live.document.freeze("To the printer")
    screen.live.make(lambda now: place(now, "opening", "room", TEN))
    wait_count(screen, qtbot, 1)
    return screen


def wait_count(screen: EditionsScreen, qtbot: QtBot, count: int) -> None:
    """Wait until it is found what changed since the chosen edition, and that it is so much."""

    def ready() -> bool:
        found = screen.changes.findings
        return found is not None and found.edition == screen.chosen and found.count == count

    qtbot.waitUntil(ready, timeout=PATIENCE)


def shown(screen: EditionsScreen) -> dict[str, list[str]]:
    rows = screen.changes.tree.rows
    heads = [rows.item(row) for row in range(rows.rowCount())]
    return {head.text(): [head.child(row).text() for row in range(head.rowCount())] for head in heads}


def listed(screen: EditionsScreen) -> list[str]:
    model = screen.list.editions
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def notices(screen: EditionsScreen) -> str:
    status = screen.window().findChild(Status)
    assert isinstance(status, Status)
    return status.words.text()


def freeze(screen: EditionsScreen, qtbot: QtBot, note: str) -> None:
    """Freeze an edition as a person does."""
    count = len(screen.live.programme.editions)
    button = screen.freeze if count else screen.nothing.freeze
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = screen.window().findChild(Freezing)
    assert isinstance(dialog, Freezing)
    dialog.note.insert(note)
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(screen.live.programme.editions) == count + 1, timeout=PATIENCE)


def test_the_first_edition_is_frozen_from_what_explains_it(screen: EditionsScreen, qtbot: QtBot) -> None:
    assert screen.nothing.isVisible()
    assert screen.nothing.freeze.text() == "Freeze as edition 1…"
    freeze(screen, qtbot, "To the printer")
    assert listed(screen) == ["Edition 1: To the printer"]
    assert screen.freeze.text() == "Freeze as edition 2…"
    wait_count(screen, qtbot, 0)
    assert screen.changes._empty.text() == "Nothing has changed since this edition."
    assert notices(screen) == "Edition 1 is frozen."
    edition = screen.chosen
    assert edition is not None
    assert screen.live.document.edition_programme(edition) == example()


def test_a_new_edition_is_chosen_and_says_what_changed_since(changed: EditionsScreen, qtbot: QtBot) -> None:
    assert shown(changed) == {
        "Opening, Thu 21 Oct 10:00, Room of Mirrors": [
            "Moved from Thu 21 Oct 09:00, Great Hall to 10:00, Room of Mirrors."
        ]
    }
    freeze(changed, qtbot, "")
    wait_count(changed, qtbot, 0)
    assert listed(changed) == ["Edition 2", "Edition 1: To the printer"]
    qtbot.keyClick(changed.list, Qt.Key.Key_Down)
    wait_count(changed, qtbot, 1)
    assert changed.desk._since.text() == "Changed since edition 1"
    assert len(shown(changed)) == 1


def test_changes_are_shown_by_person_and_place_and_filtered(changed: EditionsScreen, qtbot: QtBot) -> None:
    moved = "“Opening” moved from Thu 21 Oct 09:00, Great Hall to 10:00, Room of Mirrors"
    qtbot.mouseClick(changed.changes.switches["people"], Qt.MouseButton.LeftButton)
    assert shown(changed) == {"Dr Leila Nasser": [f"{moved} (speaker)."]}
    qtbot.mouseClick(changed.changes.switches["places"], Qt.MouseButton.LeftButton)
    assert shown(changed) == {"Great Hall": [f"{moved}."], "Room of Mirrors": [f"{moved}."]}
    texts = [switch.text() for switch in changed.changes.switches.values()]
    assert texts == ["By session 1", "By person 1", "By place 2"]
    changed.focus_filter()
    qtbot.keyClicks(changed.changes.filter, "mirrors great")
    qtbot.keyClicks(changed.changes.filter, " nothing")
    qtbot.waitUntil(lambda: shown(changed) == {}, timeout=PATIENCE)
    assert changed.changes._empty.text() == "Nothing that changed matches this filter."
    changed.changes.filter.clear()
    qtbot.waitUntil(lambda: len(shown(changed)) == 2, timeout=PATIENCE)


def test_what_is_about_nobody_says_so(changed: EditionsScreen, qtbot: QtBot) -> None:
    changed.live.undo()
    changed.live.make(lambda now: amend(now, now.themes["poetry"], colour="#123456"))
    wait_count(changed, qtbot, 1)
    qtbot.waitUntil(lambda: "Places, people and the rest" in shown(changed))
    words: list[str] = []
    for switch in list(changed.changes.switches.values())[1:]:
        switch.click()
        words.append(changed.changes._empty.text())
    assert words == ["Nobody has to be told of anything.", "Nothing changed that concerns a place."]
    changed.copy_people()
    assert notices(changed) == "Nobody has to be told of anything."


def test_enter_goes_to_the_session_on_the_timetable(changed: EditionsScreen, qtbot: QtBot) -> None:
    tree = changed.changes.tree
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    with qtbot.waitSignal(changed.wanted) as wanted:
        qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert wanted.args == ["placements", "opening@1"]
    window = changed.window()
    assert isinstance(window, MainWindow)
    assert window.shown_screen.id == "timetable"


def test_what_is_not_placed_or_gone_is_gone_to_or_said(changed: EditionsScreen, qtbot: QtBot) -> None:
    changed.live.make(lambda now: resize(now, "panel", 30))
    wait_count(changed, qtbot, 2)
    with qtbot.waitSignal(changed.wanted) as wanted:
        changed.changes.wanted.emit("sessions", "panel")
    assert wanted.args == ["sessions", "panel"]
    changed.live.make(lambda now: remove(now, [now.sessions["panel"]]))
    changed.changes.wanted.emit("sessions", "panel")
    assert notices(changed) == "It is not in the programme any more."


def test_the_people_to_tell_are_copied(changed: EditionsScreen, qtbot: QtBot) -> None:
    qtbot.mouseClick(changed.desk.copy, Qt.MouseButton.LeftButton)
    moved = "“Opening” moved from Thu 21 Oct 09:00, Great Hall to 10:00, Room of Mirrors."
    assert QGuiApplication.clipboard().text() == f"Dr Leila Nasser\n- {moved}"
    assert notices(changed) == "The list is copied, with 1 to tell."


def test_errata_and_sheets_are_shown_as_they_will_be_printed(changed: EditionsScreen, qtbot: QtBot) -> None:
    window = changed.window()
    prints = window.findChild(PrintsScreen)
    assert isinstance(prints, PrintsScreen)
    qtbot.mouseClick(changed.desk.errata, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: prints.form.product.currentData() == "errata", timeout=PATIENCE)
    qtbot.waitUntil(lambda: prints.maker.printed is not None and not prints.maker.busy, timeout=PATIENCE)
    changed.print_sheets()
    qtbot.waitUntil(lambda: prints.form.product.currentData() == "sheets", timeout=PATIENCE)
    assert prints.form.whom.currentData() == "changed"
    order = prints.form.order
    assert order is not None
    assert order.since == changed.chosen
    qtbot.waitUntil(lambda: not prints.maker.busy, timeout=PATIENCE)


def test_an_edition_is_restored_as_one_step(changed: EditionsScreen, qtbot: QtBot) -> None:
    changed.live.make(lambda now: remove(now, [now.people["yusuf"]]))
    wait_count(changed, qtbot, 3)
    before = changed.live.programme
    qtbot.mouseClick(changed.desk.restore, Qt.MouseButton.LeftButton)
    box = changed.window().findChild(Restoring)
    assert isinstance(box, Restoring)
    assert box.informativeText().startswith("3 changes go back.")
    qtbot.mouseClick(box.restore, Qt.MouseButton.LeftButton)
    assert changed.live.programme.placements == example().placements
    assert changed.live.document.undo_label == "Restore edition 1"
    wait_count(changed, qtbot, 0)
    changed.ask_restore()
    assert notices(changed) == "The programme is as it was in edition 1; there is nothing to restore."
    changed.live.undo()
    assert changed.live.programme == before


def test_the_note_is_changed_where_it_stands(changed: EditionsScreen, qtbot: QtBot) -> None:
    note = changed.desk.note
    note.selectAll()
    qtbot.keyClicks(note, "For the sponsors")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    assert listed(changed) == ["Edition 1: For the sponsors"]
    assert changed.live.document.undo_label == "Change the note of edition 1"
    note.selectAll()
    qtbot.keyClicks(note, "x" * 1_001)
    changed.commit()
    assert "1,000 are the most" in notices(changed)
    assert note.text() == "For the sponsors"


def test_an_edition_is_removed_and_comes_back(changed: EditionsScreen) -> None:
    assert changed.selection == (changed.live.programme.editions_in_order()[0].id,)
    changed.delete()
    assert changed.nothing.isVisible()
    changed.live.undo()
    assert listed(changed) == ["Edition 1: To the printer"]


def test_a_note_with_a_break_is_refused_in_the_dialog(screen: EditionsScreen, qtbot: QtBot) -> None:
    screen.ask_freeze()
    dialog = screen.window().findChild(Freezing)
    assert isinstance(dialog, Freezing)
    dialog.note.setText("x" * 2_000)
    freeze_button = dialog.findChild(QPushButton, "edition.freeze.do")
    assert isinstance(freeze_button, QPushButton)
    freeze_button.click()
    assert "2,000 characters" in dialog.refusal.text()
    assert screen.live.programme.editions == {}
    dialog.reject()


def test_the_dialog_warns_of_open_errors(screen: EditionsScreen, qtbot: QtBot) -> None:
    screen.live.make(lambda now: place(now, "panel", "hall", datetime(2027, 10, 21, 9, 30)))
    qtbot.waitUntil(lambda: any(each.severity == "error" for each in screen.live.problems), timeout=PATIENCE)
    dialog = Freezing(2, 1, screen)
    assert dialog._warning(1) == "One error is open; look at the problems before you print."
    assert dialog._warning(3).startswith("3 errors are open")
    dialog.close()


def test_a_snapshot_that_is_missing_is_said(screen: EditionsScreen, qtbot: QtBot) -> None:
    edition = Edition(id="gone", number=7, at=TEN, snapshot="nowhere")
    screen.live.make(lambda now: add(now, edition))
    missing = "The programme of edition 7 is missing in this file or damaged"
    qtbot.waitUntil(lambda: screen.changes._empty.text().startswith(missing), timeout=PATIENCE)
    assert not screen.desk.restore.isEnabled()
    assert not screen.desk.copy.isEnabled()


def test_the_screen_keeps_its_view_and_its_splitter(changed: EditionsScreen) -> None:
    changed.changes.switches["places"].click()
    kept = changed.save_state()
    changed.changes.switches["people"].click()
    changed.restore_state(kept)
    assert changed.changes.view == "places"
    assert changed.save_state() == kept


def test_a_hidden_screen_is_read_when_it_is_shown(
    changed: EditionsScreen, window: MainWindow, qtbot: QtBot
) -> None:
    window.show_screen("people")
    changed.live.make(lambda now: resize(now, "reading", 30))
    assert len(shown(changed)) == 1
    window.show_screen("editions")
    wait_count(changed, qtbot, 2)


def test_many_changes_say_how_many_are_left_out(
    changed: EditionsScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("majlis.ui.editions.changes.LIMIT", 1)
    changed.live.make(lambda now: resize(now, "reading", 30))
    wait_count(changed, qtbot, 2)
    assert list(shown(changed))[-1] == "and 1 more; filter to find them"
    assert changed.changes.tree.rows.item(1).data(KEY) is None
    changed.changes.tree.setCurrentIndex(changed.changes.tree.rows.index(1, 0))
    changed.changes.tree.open_wanted.emit()


def test_every_command_is_an_action_that_knows_when_it_can_run(
    changed: EditionsScreen, window: MainWindow, qtbot: QtBot
) -> None:
    actions = {
        name: window.findChild(QAction, name)
        for name in ("go.editions", "edition.freeze", "edition.copy_people", "edition.restore")
    }
    assert all(isinstance(each, QAction) and each.isEnabled() for each in actions.values())
    freeze_action = actions["edition.freeze"]
    assert freeze_action is not None
    assert freeze_action.text() == "Freeze as edition 2…"
    window.show_screen("people")
    assert freeze_action.isEnabled()
    restore_action = actions["edition.restore"]
    assert restore_action is not None
    assert not restore_action.isEnabled()


def test_the_lists_keep_qts_rules_and_are_painted_from_both_sides(
    changed: EditionsScreen, window: MainWindow, qtbot: QtBot
) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(each, mode) for each in (changed.list.editions, changed.changes.tree.rows)]
    freeze(changed, qtbot, "ملاحظة")
    assert len(testers) == 2
    assert not changed.grab().isNull()
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert not changed.grab().isNull()
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    changed.reveal("editions", changed.list.editions.editions[1].id)
    assert changed.list.currentIndex().row() == 1
    tip = changed.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert tip.startswith("Edition 1: To the printer, ")


def test_a_low_window_has_icons_alone_in_its_rail(window: MainWindow, qtbot: QtBot) -> None:
    def style() -> Qt.ToolButtonStyle:
        button = window.rail._buttons["editions"]
        return button.toolButtonStyle()

    window.resize(1000, 900)
    qtbot.waitUntil(lambda: style() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    window.resize(900, 560)
    qtbot.waitUntil(lambda: style() == Qt.ToolButtonStyle.ToolButtonIconOnly)
