"""The screen of problems: always as the programme is, filtered, gone to, waived and taken up again."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
import pytest
from pytestqt.qtbot import QtBot

from majlis.programme.edits.records import amend
from majlis.programme.edits.sessions import place
from majlis.ui.main_window import MainWindow
from majlis.ui.problems.model import PROBLEM
from majlis.ui.problems.screen import ProblemsScreen

CLASH = "Great Hall: “Opening” and “Who owns a manuscript?” are there at one time, Thu 21 Oct 09:30–10:00."


@pytest.fixture
def screen(window: MainWindow, qtbot: QtBot) -> ProblemsScreen:
    """Return the shown problems of the example with one clash."""
    window.live.make(lambda now: place(now, "panel", "hall", datetime(2027, 10, 21, 9, 30)))
    window.show_screen("problems")
    found = window.findChild(ProblemsScreen)
    assert isinstance(found, ProblemsScreen)
    qtbot.waitUntil(lambda: CLASH in sentences(found))
    return found


def groups(screen: ProblemsScreen) -> list[str]:
    return [screen.model.item(row).text() for row in range(screen.model.rowCount())]


def sentences(screen: ProblemsScreen) -> list[str]:
    return [problem.text for problem in screen.model.shown]


def choose(screen: ProblemsScreen, text: str) -> None:
    problem = next(each for each in screen.model.shown if each.text == text)
    item = screen.model.item_of(problem.fingerprint)
    assert item is not None
    screen.tree.setCurrentIndex(item.index())


def test_problems_stand_by_rule_with_their_number(screen: ProblemsScreen) -> None:
    assert groups(screen) == ["Places that are taken twice (1)", "Without a theme (1)", "Without people (1)"]
    assert screen.switches["error"].text() == "Errors 1"
    assert screen.badge() == 1


def test_they_are_filtered_by_severity_rule_and_words(screen: ProblemsScreen) -> None:
    screen.switches["note"].setChecked(False)
    assert groups(screen) == ["Places that are taken twice (1)"]
    screen.switches["note"].setChecked(True)
    screen.rule.setCurrentIndex(screen.rule.findData("no_people"))
    assert groups(screen) == ["Without people (1)"]
    screen.rule.setCurrentIndex(0)
    screen.focus_filter()
    screen.filter.setText("GREAT opening")
    assert sentences(screen) == [CLASH]
    screen.filter.setText("nowhere")
    assert screen._empty.isVisible()
    assert screen._empty.text() == "No problem matches these filters."


def test_enter_goes_where_a_problem_is_mended(screen: ProblemsScreen, qtbot: QtBot) -> None:
    choose(screen, CLASH)
    with qtbot.waitSignal(screen.wanted) as wanted:
        qtbot.keyClick(screen.tree, Qt.Key.Key_Return)
    assert wanted.args == ["placements", "panel@1"]
    choose(screen, next(text for text in sentences(screen) if text.startswith("Nobody")))
    with qtbot.waitSignal(screen.wanted) as wanted:
        screen.details.open_first()
    assert wanted.args == ["sessions", "panel"]


def test_every_record_of_a_problem_is_offered(screen: ProblemsScreen, qtbot: QtBot) -> None:
    choose(screen, CLASH)
    buttons = [each for each in screen.details.findChildren(QPushButton) if each.property("record")]
    assert [each.accessibleName() for each in buttons] == [
        "session: Who owns a manuscript?",
        "Show on the timetable",
        "session: Opening",
        "Show on the timetable",
        "place: Great Hall",
    ]
    with qtbot.waitSignal(screen.wanted) as wanted:
        buttons[-1].click()
    assert wanted.args == ["places", "hall"]


def test_a_problem_is_waived_with_a_reason_and_taken_up_again(screen: ProblemsScreen, qtbot: QtBot) -> None:
    choose(screen, CLASH)
    screen.details.waive.click()
    assert not screen.live.programme.waivers
    screen.details.reason.setText("They share the hall.")
    screen.details.waive.click()
    (waiver,) = screen.live.programme.waivers.values()
    assert (waiver.rule, waiver.reason) == ("place_double_booked", "They share the hall.")
    qtbot.waitUntil(lambda: CLASH not in sentences(screen))
    assert screen.badge() == 0
    screen.waived.setChecked(True)
    assert sentences(screen) == [CLASH]
    choose(screen, CLASH)
    assert screen.details._waived.text() == f"Waived by {waiver.who}: They share the hall."
    screen.details.unwaive.click()
    assert not screen.live.programme.waivers
    qtbot.waitUntil(lambda: screen._empty.text() == "Nothing is waived.")


def test_what_is_mended_goes_and_the_next_one_is_chosen(screen: ProblemsScreen, qtbot: QtBot) -> None:
    choose(screen, CLASH)
    screen.live.make(lambda now: place(now, "panel", "hall", datetime(2027, 10, 21, 14)))
    qtbot.waitUntil(lambda: CLASH not in sentences(screen))
    assert screen.chosen is not None
    assert screen.chosen.rule == "no_theme"


def test_a_folded_rule_stays_folded(screen: ProblemsScreen, qtbot: QtBot) -> None:
    screen.tree.setExpanded(screen.model.index(1, 0), False)  # noqa: FBT003 - Qt's own signature
    screen.live.make(lambda now: amend(now, now.sessions["panel"], theme_id="poetry"))
    screen.live.make(lambda now: amend(now, now.sessions["reading"], theme_id=None))
    qtbot.waitUntil(lambda: any("Noon" in text for text in sentences(screen)))
    assert [screen.tree.isExpanded(screen.model.index(row, 0)) for row in range(3)] == [True, False, True]


def test_sentences_wrap_and_are_painted(screen: ProblemsScreen, window: MainWindow) -> None:
    index = screen.model.index(0, 0, screen.model.index(0, 0))
    window.resize(1400, 800)
    screen.tree.doItemsLayout()
    high = screen.tree.visualRect(index).height()
    window.resize(900, 800)
    screen._splitter.setSizes([100, 1000])
    screen.tree.doItemsLayout()
    assert screen.tree.visualRect(index).height() > high
    assert not screen.grab().isNull()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"error: {CLASH}"
    assert index.data(PROBLEM).text == CLASH


def test_the_model_keeps_qts_rules(screen: ProblemsScreen) -> None:
    tester = QAbstractItemModelTester(screen.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    screen.filter.setText("hall")
    screen.filter.clear()
    assert tester.model() is screen.model


def test_the_screen_finds_its_splitter_again(screen: ProblemsScreen) -> None:
    kept = screen.save_state()
    screen._splitter.setSizes([400, 800])
    screen.restore_state(kept)
    assert screen.save_state() == kept
