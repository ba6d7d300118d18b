"""The list screens: add, duplicate, remove, filter, sort, and rows that follow every edit."""

from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from majlis.programme.edits.people import assign
from majlis.programme.edits.records import add, amend, remove, translate
from majlis.programme.edits.sessions import place
from majlis.programme.records import Session
from majlis.programme.texts import Texts
from majlis.ui.fields.field import Field
from majlis.ui.fields.growing import Wrapping
from majlis.ui.lists.model import RecordModel
from majlis.ui.lists.screen import ListScreen
from majlis.ui.live import Live
from majlis.ui.main_window import MainWindow


def shown(window: MainWindow, name: str = "sessions") -> ListScreen:
    window.show_screen(name)
    screen = window.shown_screen
    assert isinstance(screen, ListScreen)
    return screen


def titles(model: RecordModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def trigger(window: MainWindow, key: str) -> None:
    action = window.findChild(QAction, key)
    assert isinstance(action, QAction)
    action.trigger()


@pytest.mark.parametrize("name", ["sessions", "people", "places", "themes"])
def test_qt_finds_nothing_wrong_with_a_model(window: MainWindow, qtmodeltester: ModelTester, name: str) -> None:
    qtmodeltester.check(shown(window, name).model, force_py=True)


def test_a_row_says_when_where_and_who(window: MainWindow) -> None:
    model = shown(window).model
    assert [model.index(1, column).data() for column in range(model.columnCount())] == [
        *("Opening", "Thu 21 Oct, 09:00", "Great Hall", "Dr Leila Nasser", "", "Opening", "60", "Accepted")
    ]
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)] == [
        "Title",
        "When",
        "Place",
    ]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(QModelIndex()) is None


def test_titles_sort_and_those_without_a_time_stand_last(window: MainWindow) -> None:
    screen = shown(window)
    assert titles(screen.model) == ["A Reading at Noon", "Opening", "Who owns a manuscript?"]
    screen.select(("opening",))
    screen.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert titles(screen.model) == ["Opening", "A Reading at Noon", "Who owns a manuscript?"]
    screen.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert titles(screen.model) == ["Who owns a manuscript?", "A Reading at Noon", "Opening"]
    assert screen.selection == ("opening",)


def test_the_filter_finds_across_scripts_and_counts(window: MainWindow, qtbot: QtBot) -> None:
    screen = shown(window)
    screen.filter.setText("قراءه")
    assert titles(screen.model) == ["A Reading at Noon"]
    counts = [one.text() for one in screen.findChildren(QLabel) if one.property("role") == "count"]
    assert counts == ["1 / 3"]
    screen.filter.setText("no such words")
    assert titles(screen.model) == []
    assert not screen.table.isVisible()
    qtbot.mouseClick(screen._empty.clear, Qt.MouseButton.LeftButton)
    assert len(titles(screen.model)) == 3


def test_an_empty_list_says_what_to_do_and_its_button_adds(window: MainWindow, qtbot: QtBot) -> None:
    screen = shown(window, "themes")
    screen.select(("poetry",))
    qtbot.keyClick(screen.table, Qt.Key.Key_Delete)
    assert window.live.programme.themes == {}
    assert screen._empty.isVisible()
    qtbot.mouseClick(screen._empty.add, Qt.MouseButton.LeftButton)
    assert len(window.live.programme.themes) == 1


@pytest.mark.parametrize(
    ("command", "table", "field"),
    [
        ("session.add", "sessions", "field.title"),
        ("person.add", "people", "field.name"),
        ("theme.add", "themes", "field.name"),
        ("place.add", "places", "field.name"),
    ],
)
def test_a_new_record_is_selected_and_its_name_can_be_typed(
    window: MainWindow, qtbot: QtBot, command: str, table: str, field: str
) -> None:
    window.activateWindow()
    before = set(window.live.programme.tables[table])
    trigger(window, command)
    (new,) = window.live.programme.tables[table].keys() - before
    screen = shown(window, table)
    assert screen.selection == (new,)
    name = screen.findChild(Wrapping, field)
    assert isinstance(name, Wrapping)
    qtbot.waitUntil(name.hasFocus)
    qtbot.keyClicks(name, "Something new")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    record = window.live.programme.tables[table][new]
    texts = getattr(record, field.removeprefix("field."))
    assert texts == Texts(en="Something new")


def test_a_new_record_is_shown_though_a_filter_would_hide_it(window: MainWindow) -> None:
    screen = shown(window)
    screen.filter.setText("reading")
    trigger(window, "session.add")
    assert screen.filter.text() == ""
    assert len(screen.selection) == 1


def test_the_delete_key_removes_all_that_is_selected_and_undo_brings_it_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    screen = shown(window)
    screen.select(("opening", "panel"))
    assert screen.selection == ("opening", "panel")
    before = window.live.programme
    qtbot.keyClick(screen.table, Qt.Key.Key_Delete)
    assert titles(screen.model) == ["A Reading at Noon"]
    assert screen.selection == ("reading",)
    window.undo()
    assert window.live.programme == before


def test_several_sessions_are_duplicated_with_their_people_in_one_step(window: MainWindow) -> None:
    screen = shown(window)
    screen.select(("opening", "reading"))
    before = window.live.programme
    trigger(window, "edit.duplicate")
    assert len(window.live.programme.sessions) == 5
    assert len(window.live.programme.parts) == 6
    assert len(screen.selection) == 2
    window.undo()
    assert window.live.programme == before


@pytest.mark.parametrize(("name", "key"), [("people", "leila"), ("places", "hall"), ("themes", "poetry")])
def test_a_copy_has_the_same_name_and_an_id_of_its_own(window: MainWindow, name: str, key: str) -> None:
    screen = shown(window, name)
    screen.select((key,))
    screen.duplicate()
    (copy,) = screen.selection
    assert copy != key
    record = window.live.programme.tables[name][copy]
    assert getattr(record, "name", None) == getattr(window.live.programme.tables[name][key], "name", None)


def test_nothing_selected_nothing_done(window: MainWindow) -> None:
    screen = shown(window)
    before = window.live.programme
    screen.delete()
    screen.duplicate()
    assert window.live.programme is before
    action = window.findChild(QAction, "edit.delete")
    assert isinstance(action, QAction)
    assert not action.isEnabled()


def test_a_retitled_row_moves_and_stays_selected_without_a_reset(window: MainWindow, qtbot: QtBot) -> None:
    screen = shown(window)
    screen.select(("panel",))
    with qtbot.assertNotEmitted(screen.model.modelReset), qtbot.waitSignal(screen.model.rowsMoved):
        window.live.make(lambda now: translate(now, now.sessions["panel"], "title", "en", "After all"))
    assert titles(screen.model) == ["A Reading at Noon", "After all", "Opening"]
    assert screen.selection == ("panel",)


def test_rows_follow_what_others_say_of_them(window: MainWindow, live: Live) -> None:
    model = shown(window).model
    live.make(lambda now: translate(now, now.people["leila"], "name", "en", "Leyla Nasser"))
    live.make(lambda now: translate(now, now.places["hall"], "name", "en", "Small Hall"))
    live.make(lambda now: amend(now, now.sessions["opening"], theme_id="poetry"))
    live.make(lambda now: translate(now, now.themes["poetry"], "name", "en", "Verse"))
    live.make(lambda now: place(now, "opening", "hall", datetime(2027, 10, 21, 10)))
    assert [model.index(1, column).data() for column in range(1, 5)] == [
        "Thu 21 Oct, 10:00",
        "Small Hall",
        "Dr Leyla Nasser",
        "Verse",
    ]
    live.make(lambda now: assign(now, now.sessions["panel"], now.people["yusuf"], "moderator"))
    people = shown(window, "people").model
    assert people.index(people.row_of("yusuf"), 3).data() == "2"


def test_the_filter_follows_an_edit(window: MainWindow, live: Live) -> None:
    screen = shown(window)
    screen.filter.setText("manuscript")
    assert titles(screen.model) == ["Who owns a manuscript?"]
    live.make(lambda now: translate(now, now.sessions["panel"], "title", "en", "Who owns a page?"))
    assert titles(screen.model) == []
    live.make(lambda now: translate(now, now.sessions["opening"], "title", "en", "Opening the manuscript"))
    assert titles(screen.model) == ["Opening the manuscript"]
    live.make(lambda now: remove(now, (now.sessions["opening"],)))
    assert titles(screen.model) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the law holds from any state
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["add", "retitle", "remove"]), st.integers(0, 9), st.text("abcz", max_size=3)),
        max_size=12,
    ),
    descending=st.booleans(),
    query=st.sampled_from(["", "a", "zz"]),
)
def test_rows_that_follow_edits_are_the_rows_made_anew(
    model_and_live: tuple[RecordModel, Live], steps: list[tuple[str, int, str]], *, descending: bool, query: str
) -> None:
    model, live = model_and_live
    order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
    model.filter(query)
    model.sort(0, order)
    for verb, number, text in steps:
        key = f"s{number}"
        session = live.programme.sessions.get(key)
        if verb == "add" and session is None:
            live.do(add(live.programme, Session(id=key, title=Texts(en=text))))
        elif verb == "retitle" and session is not None and text:
            live.do(translate(live.programme, session, "title", "en", text))
        elif verb == "remove" and session is not None:
            live.do(remove(live.programme, (session,)))
    followed = list(model.ids)
    model.rebuild()
    assert followed == model.ids


@pytest.fixture
def model_and_live(window: MainWindow, live: Live) -> tuple[RecordModel, Live]:
    return shown(window).model, live


def test_return_goes_to_the_fields_and_typing_is_kept_when_another_row_is_chosen(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    screen = shown(window)
    screen.select(("panel",))
    screen.table.setFocus()
    qtbot.keyClick(screen.table, Qt.Key.Key_Return)
    title = screen.findChild(Wrapping, "field.title")
    assert isinstance(title, Wrapping)
    qtbot.waitUntil(title.hasFocus)
    title.setPlainText("Typed, not confirmed")
    screen.select(("opening",))
    assert window.live.programme.sessions["panel"].title["en"] == "Typed, not confirmed"
    assert title.typed() == "Opening"


def test_a_part_in_a_persons_inspector_leads_to_the_session(window: MainWindow, qtbot: QtBot) -> None:
    screen = shown(window, "people")
    screen.select(("yusuf",))
    (button,) = [
        one for one in screen.inspector.findChildren(QAbstractButton) if one.property("session") == "reading"
    ]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.shown_screen.id == "sessions"
    assert window.shown_screen.selection == ("reading",)


def test_many_selected_show_a_sentence_instead_of_fields(window: MainWindow) -> None:
    screen = shown(window)
    screen.select(("opening", "panel", "reading"))
    assert screen._hint.isVisible()
    assert screen._hint.text().startswith("3 selected")
    chosen = screen.table.selectionModel()
    chosen.clearSelection()
    chosen.setCurrentIndex(QModelIndex(), QItemSelectionModel.SelectionFlag.Clear)
    assert screen._hint.text().startswith("Choose a row")


def test_columns_and_splitter_are_found_again(window: MainWindow) -> None:
    screen = shown(window)
    screen.table.horizontalHeader().resizeSection(2, 222)
    state = screen.save_state()
    screen.table.horizontalHeader().resizeSection(2, 99)
    screen.restore_state(state)
    assert screen.table.columnWidth(2) == 222


def test_ctrl_l_leads_to_the_filter(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    screen = shown(window)
    trigger(window, "edit.filter")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is screen.filter)


def test_a_line_field_keeps_its_name(window: MainWindow) -> None:
    screen = shown(window)
    screen.select(("opening",))
    names = {one.name for one in screen.inspector.findChildren(Field)}
    assert {"title", "title.ar", "subtitle", "url"} <= names
