"""The screen of the history: steps by day, filters, what a step changed, and taking back."""

from datetime import datetime
from pathlib import Path
import shutil

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu, QToolButton
import pytest
from pytestqt.qtbot import QtBot

from majlis import document as documents
from majlis.document import Document
from majlis.programme.edits.people import assign
from majlis.programme.edits.records import amend, translate
from majlis.programme.edits.sessions import place
from majlis.ui.differences.rows import Row
from majlis.ui.history import reading
from majlis.ui.history.model import day_in_words
from majlis.ui.history.screen import HistoryScreen
from majlis.ui.inspectors.people import PersonInspector
from majlis.ui.languages import isolated
from majlis.ui.live import Live
from majlis.ui.main_window import MainWindow

PLACED = "Place session “Who owns a manuscript?”"
RETITLED = "Retitle session “Opening”"
BEGUN = "Make the event"


@pytest.fixture
def screen(window: MainWindow) -> HistoryScreen:
    """Return the shown history of the example after two edits."""
    window.live.make(lambda now: translate(now, now.sessions["opening"], "title", "en", "The Opening"))
    window.live.make(lambda now: place(now, "panel", "hall", datetime(2027, 10, 21, 14)))
    return history_of(window)


def history_of(window: MainWindow) -> HistoryScreen:
    window.show_screen("history")
    found = window.findChild(HistoryScreen)
    assert isinstance(found, HistoryScreen)
    return found


def labels(screen: HistoryScreen) -> list[str]:
    return [step.label for step in screen.model.steps]


def choose(screen: HistoryScreen, label: str) -> None:
    step = next(step for step in screen.model.steps if step.label == label)
    screen.table.choose(screen.model.row_of(step.id))


def told(row: Row) -> tuple[str, list[str]]:
    return row.spoken, [child.spoken for child in row.children()]


def shown(screen: HistoryScreen) -> list[tuple[str, list[str]]]:
    """Return what is shown of a step: its records, and of each the fields before and after."""
    return [told(row) for row in screen.changes.tree.differences.rows]


def notices(live: Live) -> list[str]:
    heard: list[str] = []
    live.notice.connect(heard.append)
    return heard


def test_steps_stand_newest_first_below_their_day_with_what_they_changed(screen: HistoryScreen) -> None:
    assert labels(screen) == [PLACED, RETITLED, BEGUN]
    (heading,) = screen.model.days
    step = screen.model.steps[0]
    words = f"{day_in_words(heading.day)}   3 steps by {isolated(step.who)}"
    assert screen.model.index(0, 0).data() == words
    assert not screen.model.index(0, 0).flags() & Qt.ItemFlag.ItemIsSelectable
    assert screen.table.columnSpan(0, 0) == 4
    assert shown(screen) == [
        (
            "Session “Who owns a manuscript?”, changed",
            ["Placement: “Great Hall, Thu 21 Oct 14:00” added"],
        )
    ]
    choose(screen, RETITLED)
    assert shown(screen) == [
        ("Session “The Opening”, changed", ["Title (English): “Opening” became “The Opening”"]),
    ]


def test_what_is_undone_is_struck_out_and_says_so(screen: HistoryScreen) -> None:
    screen.undo.click()
    assert "panel@1" not in screen.live.programme.placements
    index = screen.model.index(1, 1)
    assert index.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{PLACED}, undone"
    step = screen.model.step_at(1)
    assert step is not None
    assert screen.model.index(1, 2).data() == f"{isolated(step.who)} (undone)"
    assert not screen.changes.take_back.isEnabled()
    screen.redo.click()
    assert screen.model.state_of(step) == ""
    assert not screen.redo.isEnabled()


def test_steps_are_filtered_by_words_person_and_day(screen: HistoryScreen, qtbot: QtBot) -> None:
    screen.focus_filter()
    screen.filters.words.setText("opening")
    qtbot.waitUntil(lambda: labels(screen) == [RETITLED])
    assert shown(screen)[0][0] == "Session “The Opening”, changed"
    screen.filters.words.setText("nothing like it")
    qtbot.waitUntil(lambda: labels(screen) == [])
    assert not screen.changes.tree.isVisible()
    assert not screen.changes.take_back.isVisible()
    screen.filters.words.clear()
    qtbot.waitUntil(lambda: len(labels(screen)) == 3)
    assert [screen.filters.who.itemData(row) for row in range(screen.filters.who.count())] == [
        None,
        screen.model.steps[0].who,
    ]
    screen.filters.day.setCurrentIndex(1)
    screen.filters.who.setCurrentIndex(1)
    assert len(labels(screen)) == 3


def test_a_new_step_is_shown_to_whoever_looks_at_the_newest(screen: HistoryScreen) -> None:
    screen.live.make(lambda now: amend(now, now.sessions["panel"], minutes=60))
    assert screen.chosen == screen.model.steps[0]
    choose(screen, RETITLED)
    screen.live.make(lambda now: amend(now, now.sessions["panel"], minutes=70))
    assert screen.chosen is not None
    assert screen.chosen.label == RETITLED


def test_a_hidden_history_is_read_when_it_is_shown(screen: HistoryScreen, window: MainWindow) -> None:
    window.show_screen("people")
    screen.live.make(lambda now: amend(now, now.sessions["panel"], minutes=60))
    assert len(labels(screen)) == 3
    window.show_screen("history")
    assert len(labels(screen)) == 4
    assert not screen.grab().isNull()


def test_a_step_is_taken_back_as_a_new_one_and_what_came_later_is_named(screen: HistoryScreen) -> None:
    live = screen.live
    live.make(lambda now: translate(now, now.sessions["opening"], "title", "en", "Third title"))
    live.make(lambda now: amend(now, now.sessions["opening"], minutes=50))
    live.make(
        lambda now: translate(now, now.sessions["opening"], "title", "ar", "البداية"),
    )
    heard = notices(live)
    choose(screen, PLACED)
    screen.changes.take_back.click()
    assert live.programme.placements_of("panel") == ()
    assert labels(screen)[0] == f"Take back: {PLACED}"
    assert heard == [f"Taken back: {PLACED}"]
    step = next(step for step in screen.model.steps if step.label == PLACED)
    assert screen.model.state_of(step) == "taken back"
    live.undo()
    assert screen.model.state_of(step) == ""
    assert live.programme.placements_of("panel") != ()
    choose(screen, RETITLED)
    screen.take_back()
    assert live.programme.sessions["opening"].title["en"] == "Third title"
    assert heard[-1] == (f"“{RETITLED}” can't be taken back: everything it did was changed or is used since.")


def test_what_came_later_is_left_alone_and_named(window: MainWindow, live: Live) -> None:
    live.make(lambda now: amend(now, now.sessions["panel"], minutes=60, kind="reading"))
    screen = history_of(window)
    (changed,) = (step for step in screen.model.steps if step.label.startswith("Change"))
    live.make(lambda now: amend(now, now.sessions["panel"], minutes=80))
    heard = notices(live)
    choose(screen, changed.label)
    screen.take_back()
    panel = live.programme.sessions["panel"]
    assert (panel.minutes, panel.kind) == (80, "panel")
    assert heard == [f"Taken back, leaving alone “Who owns a manuscript?”, changed or used since: {changed.label}"]


def test_undo_says_what_a_merge_made_it_leave_alone(
    window: MainWindow, live: Live, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = file.with_name("noor.majlis")
    live.make(lambda now: amend(now, now.sessions["panel"], minutes=60))
    shutil.copyfile(file, copy)
    with Document.open(copy) as other:
        other.do(amend(other.programme, other.programme.sessions["panel"], minutes=80))
    live.document.merge(live.document.news_in(copy))
    heard = notices(live)
    label = live.document.undo_label
    window.undo()
    assert live.programme.sessions["panel"].minutes == 80
    assert heard == [f"Nothing to take back: “Who owns a manuscript?” was changed or is used since ({label})"]


def test_the_history_of_one_record_is_shown_and_left_again(screen: HistoryScreen, window: MainWindow) -> None:
    window.live.make(lambda now: assign(now, now.sessions["panel"], now.people["leila"], "chair"))
    screen.show_record("sessions", "panel")
    assert labels(screen) == ["Make Leila Nasser chair of session “Who owns a manuscript?”", PLACED, BEGUN]
    assert screen.filters.about.isVisible()
    screen.filters.everything.click()
    assert len(labels(screen)) == 4
    assert not screen.filters.about.isVisible()
    screen.show_record("people", "nobody")
    assert labels(screen) == []


def test_the_history_of_what_is_chosen_is_opened_from_everywhere(window: MainWindow, live: Live) -> None:
    live.make(lambda now: translate(now, now.sessions["opening"], "title", "en", "The Opening"))
    action = window.findChild(QAction, "record.history")
    assert isinstance(action, QAction)
    window.reveal("people", "leila")
    assert action.isEnabled()
    window.reveal("sessions", "opening")
    action.trigger()
    screen = history_of(window)
    assert window.shown_screen is screen
    assert labels(screen) == [RETITLED, BEGUN]
    window.show_history("people", "leila")
    assert labels(screen) == [BEGUN]
    assert not action.isEnabled()
    window.reveal("people", "leila")
    inspector = window.findChild(PersonInspector)
    assert isinstance(inspector, PersonInspector)
    button = inspector.findChild(QToolButton, "inspector.history")
    assert isinstance(button, QToolButton)
    button.click()
    assert screen.isVisible()
    assert labels(screen) == [BEGUN]


def test_menus_lead_to_records_and_people(screen: HistoryScreen, window: MainWindow, qtbot: QtBot) -> None:
    at = screen.table.visualRect(screen.model.index(2, 1)).center()
    screen.table.customContextMenuRequested.emit(at)
    menu = screen.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert screen.chosen is not None
    who = screen.chosen.who
    assert [action.text() for action in menu.actions()] == ["Take back this step", f"Only the steps of {who}"]
    menu.actions()[1].trigger()
    assert screen.filters.who.currentData() == who
    menu.close()
    screen.table.customContextMenuRequested.emit(screen.table.visualRect(screen.model.index(0, 0)).center())
    choose(screen, RETITLED)
    tree = screen.changes.tree
    tree.history_wanted.emit("sessions", "opening")
    assert labels(screen) == [RETITLED, BEGUN]
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert window.shown_screen.id == "sessions"
    assert window.shown_screen.selection == ("opening",)


def test_what_a_merge_brought_says_whose_it_is(
    window: MainWindow, live: Live, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = file.with_name("noor.majlis")
    shutil.copyfile(file, copy)
    monkeypatch.setattr(documents, "user_name", lambda: "Noor")
    with Document.open(copy) as other:
        other.do(translate(other.programme, other.programme.sessions["opening"], "title", "en", "Hers"))
    live.document.merge(live.document.news_in(copy))
    screen = history_of(window)
    assert screen.model.index(1, 2).data() == f"{isolated('Noor')} (brought in)"
    assert screen.model.index(1, 2).data(Qt.ItemDataRole.DecorationRole) is not None
    screen.show_brought()
    assert labels(screen) == [RETITLED]
    assert screen.filters.who.currentText() == "Brought in by merges"


def test_a_long_history_shows_its_newest_steps_at_once_and_the_rest_soon(
    window: MainWindow, live: Live, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PAGE", 3)
    for minutes in range(10, 16):
        live.make(lambda now, minutes=minutes: amend(now, now.sessions["panel"], minutes=minutes))
    screen = history_of(window)
    assert not screen.reader.whole
    assert len(labels(screen)) == 3
    live.make(lambda now: amend(now, now.sessions["panel"], minutes=99))
    assert len(labels(screen)) == 3
    qtbot.waitUntil(lambda: screen.reader.whole)
    assert len(labels(screen)) == 8
    live.undo()
    step = screen.model.step_at(1)
    assert step is not None
    assert screen.model.state_of(step) == "undone"


def test_the_keyboard_passes_over_the_days(screen: HistoryScreen, qtbot: QtBot) -> None:
    screen.table.setFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_End)
    assert screen.chosen == screen.model.steps[-1]
    qtbot.keyClick(screen.table, Qt.Key.Key_Up)
    assert screen.chosen == screen.model.steps[-2]
    qtbot.keyClick(screen.table, Qt.Key.Key_Home)
    assert screen.chosen == screen.model.steps[0]
    qtbot.keyClick(screen.table, Qt.Key.Key_Up)
    assert screen.chosen == screen.model.steps[0]


def test_the_model_keeps_qts_rules(screen: HistoryScreen) -> None:
    tester = QAbstractItemModelTester(screen.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    screen.live.undo()
    assert tester.model() is screen.model
    assert screen.model.headerData(1, Qt.Orientation.Horizontal) == "What"


def test_the_screen_finds_its_splitter_again(screen: HistoryScreen) -> None:
    kept = screen.save_state()
    screen.restore_state(kept)
    assert screen.save_state() == kept
