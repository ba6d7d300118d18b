"""The screen of the history: steps, what they changed, undo and redo."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
import pytest
from pytestqt.qtbot import QtBot

from example import example
from majlis.programme.edits.edit import Edit, apply
from majlis.programme.edits.records import add, amend, remove, translate
from majlis.programme.edits.sessions import place
from majlis.programme.journal import field_changes
from majlis.programme.programme import Programme
from majlis.programme.records import Place, Span
from majlis.programme.texts import Texts
from majlis.ui.history.screen import HistoryScreen
from majlis.programme.journal.wording import FieldWords, RecordWords, in_words
from majlis.ui.main_window import MainWindow


@pytest.fixture
def screen(window: MainWindow) -> HistoryScreen:
    """Return the shown history of the example after two edits."""
    window.live.make(lambda now: translate(now, now.sessions["opening"], "title", "en", "The Opening"))
    window.live.make(lambda now: place(now, "panel", "hall", datetime(2027, 10, 21, 14)))
    window.show_screen("history")
    found = window.findChild(HistoryScreen)
    assert isinstance(found, HistoryScreen)
    return found


def labels(screen: HistoryScreen) -> list[str]:
    return [step.label for step in screen.model.steps]


def shown(screen: HistoryScreen) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Return what is shown of a step: its records, and of each the fields before and after."""
    model = screen.changes.model
    heads = [model.item(row) for row in range(model.rowCount())]
    return [
        (
            head.text(),
            [
                (head.child(row, 0).text(), head.child(row, 1).text(), head.child(row, 2).text())
                for row in range(head.rowCount())
            ],
        )
        for head in heads
    ]


def test_steps_stand_newest_first_with_what_they_changed(screen: HistoryScreen) -> None:
    assert labels(screen) == [
        "Place session “Who owns a manuscript?”",
        "Retitle session “Opening”",
        "Make the event",
    ]
    assert shown(screen) == [
        (
            "Placement “Who owns a manuscript?”, added",
            [
                ("Session", "–", "Who owns a manuscript?"),
                ("Place", "–", "Great Hall"),
                ("Start", "–", "2027-10-21 14:00"),
                ("Pinned", "–", "no"),
            ],
        )
    ]
    screen.table.selectRow(1)
    assert shown(screen) == [("Session “The Opening”, changed", [("Title (en)", "Opening", "The Opening")])]


def test_what_is_undone_is_struck_out_and_says_so(screen: HistoryScreen) -> None:
    screen.undo.click()
    assert "panel@1" not in screen.live.programme.placements
    step = screen.model.steps[0]
    index = screen.model.index(0, 1)
    assert step.undone
    assert index.data(Qt.ItemDataRole.FontRole).strikeOut()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Place session “Who owns a manuscript?”, undone"
    assert screen.model.index(0, 2).data() == f"{step.who} (undone)"
    screen.redo.click()
    assert not screen.model.steps[0].undone
    assert not screen.redo.isEnabled()


def test_steps_are_filtered_by_words(screen: HistoryScreen) -> None:
    screen.focus_filter()
    screen.filter.setText("opening")
    assert labels(screen) == ["Retitle session “Opening”"]
    assert shown(screen)[0][0] == "Session “The Opening”, changed"
    screen.filter.setText("nothing like it")
    assert (labels(screen), screen.changes.tree.isVisible()) == ([], False)


def test_a_new_step_is_shown_to_whoever_looks_at_the_newest(screen: HistoryScreen) -> None:
    screen.live.make(lambda now: amend(now, now.sessions["panel"], minutes=60))
    assert screen.chosen == screen.model.steps[0]
    screen.table.selectRow(2)
    screen.live.make(lambda now: amend(now, now.sessions["panel"], minutes=70))
    assert screen.chosen is not None
    assert screen.chosen.label == "Retitle session “Opening”"


def test_a_hidden_history_is_read_when_it_is_shown(screen: HistoryScreen, window: MainWindow) -> None:
    window.show_screen("people")
    screen.live.make(lambda now: amend(now, now.sessions["panel"], minutes=60))
    assert len(labels(screen)) == 3
    window.show_screen("history")
    assert len(labels(screen)) == 4
    assert not screen.grab().isNull()


def test_the_model_keeps_qts_rules(screen: HistoryScreen, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(screen.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    screen.live.undo()
    assert tester.model() is screen.model
    assert screen.model.headerData(1, Qt.Orientation.Horizontal) == "What"


def test_the_screen_finds_its_splitter_again(screen: HistoryScreen) -> None:
    kept = screen.save_state()
    screen.restore_state(kept)
    assert screen.save_state() == kept


def test_a_long_step_says_how_much_is_left_out(screen: HistoryScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("majlis.ui.history.changes.LIMIT", 5)
    screen.table.selectRow(2)
    assert shown(screen)[-1] == ("and 11 more records", [])


def words_of(programme: Programme, edit: Edit) -> list[RecordWords]:
    after = apply(programme, edit)
    return [in_words(after, change) for change in field_changes(edit)]


def test_values_are_said_as_people_say_them() -> None:
    programme = example()
    hours = (Span(datetime(2027, 10, 21, 9), datetime(2027, 10, 21, 18)),)
    hall = programme.places["hall"]
    assert words_of(programme, amend(programme, hall, hours=hours, equipment=("bell", "screen"), seats=None)) == [
        RecordWords(
            "Place “Great Hall”",
            "changed",
            (
                FieldWords("Seats", "300", ""),
                FieldWords("Equipment", "", "bell, screen"),
                FieldWords("Hours", "", "2027-10-21 09:00 – 2027-10-21 18:00"),
            ),
        )
    ]
    opening = programme.sessions["opening"]
    (words,) = words_of(programme, amend(programme, opening, theme_id="poetry", minutes=30))
    assert words.fields == (FieldWords("Theme", "", "Poetry"), FieldWords("Length", "60 min", "30 min"))


def test_what_is_gone_keeps_its_name() -> None:
    programme = example()
    found = words_of(programme, remove(programme, [programme.people["leila"]]))
    assert [each.record for each in found if each.done == "removed"] == [
        "Part “A Reading at Noon, person leila”",
        "Part “Opening, person leila”",
        "Person “Leila Nasser”",
    ]
    new = Place(id="attic", name=Texts(en="Attic"))
    assert words_of(programme, add(programme, new))[0].record == "Place “Attic”"
