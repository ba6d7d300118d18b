"""The main window on a real file: screens, undo, search, and what it finds again."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
import pytest
from pytestqt.qtbot import QtBot

from majlis.document import Document
from majlis.programme.edits.records import translate
from majlis.programme.edits.sessions import place
from majlis.programme.refusal import Refusal
from majlis.ui.app import Program, open_window
from majlis.ui.commands import Action
from majlis.ui.fields.growing import Wrapping
from majlis.ui.languages import LTR, RTL
from majlis.ui.lists.screens import SessionsScreen
from majlis.ui.live import Live
from majlis.ui.main_window import MainWindow
from majlis.ui.screens import SCREENS


def screen(window: MainWindow) -> SessionsScreen:
    window.show_screen("sessions")
    found = window.findChild(SessionsScreen)
    assert isinstance(found, SessionsScreen)
    return found


def edit(screen_: QWidget, name: str) -> Wrapping:
    found = screen_.findChild(Wrapping, name)
    assert isinstance(found, Wrapping)
    return found


def test_each_screen_has_its_name_and_a_button_that_shows_it(window: MainWindow, qtbot: QtBot) -> None:
    for kind in SCREENS:
        button = window.findChild(QAbstractButton, f"go.{kind.id}")
        assert isinstance(button, QAbstractButton)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        shown = window.findChild(QWidget, kind.id)
        assert isinstance(shown, QWidget)
        assert shown.isVisible()
        assert button.isChecked()


@pytest.mark.parametrize(
    "key",
    [
        *("file.new", "file.open", "file.import", "file.export", "edit.undo", "edit.redo", "edit.duplicate"),
        *("edit.delete", "edit.find", "session.add", "person.add", "theme.add", "place.add", "event.settings"),
        *("view.light", "view.dark", "view.system", "help.about"),
    ],
)
def test_every_command_of_the_contract_is_an_action(window: MainWindow, key: str) -> None:
    action = window.findChild(QAction, key)
    assert isinstance(action, QAction)
    assert action.text()


def test_no_two_commands_share_a_shortcut(window: MainWindow) -> None:
    keys = [key.toString() for action in window.findChildren(Action) for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_every_button_and_editor_has_an_accessible_name(window: MainWindow) -> None:
    for name in ("sessions", "people", "themes", "places"):
        window.show_screen(name)
        window.reveal(name, next(iter(window.live.programme.tables[name])))
    own = [
        one
        for one in (*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit))
        if one.isVisible()
        and one.objectName() != "qt_spinbox_lineedit"
        and "IconButton" not in str(one.metaObject().className())
        and not (isinstance(one, QLineEdit) and isinstance(one.parent(), QComboBox))
    ]
    mute = [f"{type(one).__name__} {one.objectName()}" for one in own if not (one.accessibleName() or one.text())]
    assert mute == []


def test_a_retitled_session_is_saved_undone_and_there_when_opened_again(
    window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    sessions = screen(window)
    sessions.reveal("sessions", "panel")
    title = edit(sessions, "field.title")
    title.setFocus()
    title.setPlainText("Who owns a poem?")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert window.live.programme.sessions["panel"].title["en"] == "Who owns a poem?"
    undo = window.findChild(QAction, "edit.undo")
    assert isinstance(undo, QAction)
    assert undo.text() == "Undo Retitle session “Who owns a manuscript?”"
    undo.trigger()
    assert title.typed() == "Who owns a manuscript?"
    redo = window.findChild(QAction, "edit.redo")
    assert isinstance(redo, QAction)
    redo.trigger()
    assert title.typed() == "Who owns a poem?"
    window.close()
    with Document.open(file) as again:
        assert again.programme.sessions["panel"].title["en"] == "Who owns a poem?"


def test_undo_commits_what_is_being_typed_and_takes_it_back(window: MainWindow) -> None:
    sessions = screen(window)
    sessions.reveal("sessions", "panel")
    title = edit(sessions, "field.title")
    window.activateWindow()
    title.setFocus()
    title.setPlainText("Half a thou")
    window.undo()
    assert title.typed() == "Who owns a manuscript?"
    window.redo()
    assert title.typed() == "Half a thou"


def test_closing_saves_what_is_being_typed(window: MainWindow, file: Path) -> None:
    sessions = screen(window)
    sessions.reveal("sessions", "panel")
    title = edit(sessions, "field.title")
    title.setFocus()
    title.setPlainText("Typed to the last")
    window.close()
    with Document.open(file) as again:
        assert again.programme.sessions["panel"].title["en"] == "Typed to the last"


def test_the_search_finds_a_person_and_shows_them(window: MainWindow, qtbot: QtBot) -> None:
    search = window.header.search
    search.start()
    qtbot.keyClicks(search, "leila")
    assert search.results.isVisible()
    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Up)
    people = [search.results.item(row).text() for row in range(search.results.count())]
    assert people == ["Leila Nasser", "A Reading at Noon", "Opening"]
    search.results.setCurrentRow(0)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert window.shown_screen.id == "people"
    assert window.shown_screen.selection == ("leila",)
    assert not search.results.isVisible()


def test_the_search_runs_a_command(window: MainWindow, qtbot: QtBot) -> None:
    window.header.search.start()
    qtbot.keyClicks(window.header.search, "right to left")
    qtbot.keyClick(window.header.search, Qt.Key.Key_Return)
    assert QApplication.layoutDirection() == RTL
    window.turn_direction()
    assert QApplication.layoutDirection() == LTR


def test_a_search_without_findings_says_so_and_escape_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    search = window.header.search
    search.start()
    qtbot.keyClicks(search, "zzzz")
    assert search.results.item(0).text() == "Nothing found; try fewer letters"
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert not search.results.isVisible()


def test_the_window_finds_its_screen_again(program: Program, file: Path) -> None:
    first = open_window(file)
    first.show_screen("people")
    first.close()
    assert program.windows == []
    assert open_window(file).shown_screen.id == "people"


def test_a_file_that_is_open_is_shown_in_its_window(program: Program, window: MainWindow, file: Path) -> None:
    assert program.open(file) is window


def test_the_status_says_where_all_is_saved_and_how_many_sessions_wait(window: MainWindow) -> None:
    words = [one.text() for one in window.statusBar().findChildren(QLabel) if one.text()]
    assert words == [
        "All changes saved to \u2068example.majlis\u2069",
        "3 sessions, 1 unscheduled",
        "Asia/Qatar (UTC+03:00)",
    ]


def test_a_file_that_can_only_be_read_says_so_and_offers_no_change(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    with Document.open(file):
        reader = program.show_document(Document.open(file, writable=False))
        assert not reader.writable
        action = reader.findChild(QAction, "session.add")
        assert isinstance(action, QAction)
        assert not action.isEnabled()
        edit_ = translate(reader.live.programme, reader.live.programme.sessions["panel"], "title", "en", "Never")
        assert not reader.live.do(edit_)
        with pytest.raises(Refusal, match=r"example\.majlis"):
            reader.live.document.do(edit_)
        reader.close()


def test_what_is_no_event_is_refused_in_a_sentence(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "letter.majlis"
    path.write_text("Dear committee", encoding="utf-8")
    with pytest.raises(Refusal):
        open_window(path)
    page = program.show_welcome()
    assert program.try_open(path) is None
    assert "letter.majlis" in page.refusal.text()
    assert page.refusal.isVisible()


def test_a_notice_is_shown_for_a_while(window: MainWindow, live: Live) -> None:
    live.notice.emit("A sentence")
    bar = window.statusBar()
    words = bar.findChild(QLabel, "status.saved")
    assert isinstance(words, QLabel)
    assert words.text() == "A sentence"


def test_the_problems_are_found_soon_after_an_edit(live: Live, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not live._checks.busy)
    with qtbot.waitSignal(live.problems_changed):
        live.make(lambda now: translate(now, now.sessions["opening"], "title", "en", "Another"))
        session = live.programme.sessions["opening"]
        live.make(lambda now: place(now, session.id, "room", now.start_of("reading")))
    assert any("opening" in problem.about for problem in live.problems)


def test_the_scheme_is_chosen_and_remembered(window: MainWindow, program: Program) -> None:
    for scheme in ("dark", "light", "system"):
        action = window.findChild(QAction, f"view.{scheme}")
        assert isinstance(action, QAction)
        action.trigger()
        assert window.scheme == scheme
        assert action.isChecked()


def test_about_shortcuts_and_settings_open_and_close(window: MainWindow, qtbot: QtBot) -> None:
    for key, name in (
        ("help.about", "about"),
        ("help.shortcuts", "shortcuts"),
        ("event.settings", "event.settings.dialog"),
        ("file.export", "export"),
    ):
        action = window.findChild(QAction, key)
        assert isinstance(action, QAction)
        action.trigger()
        opened = window.findChild(QWidget, name)
        assert isinstance(opened, QWidget)
        assert opened.isVisible()
        opened.close()
        qtbot.waitUntil(lambda name=name: window.findChild(QWidget, name) is None)
