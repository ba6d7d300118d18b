"""The welcome page: a new event, recent files, the demo, and files that are dropped."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from example import example
from majlis.document import Document
from majlis.exchange.formats import write
from majlis.ui.app import Program, is_event_file
from majlis.ui.dropping import dropped_file
from majlis.ui.main_window import MainWindow
from majlis.ui.new_event import NewEvent, with_suffix
from majlis.ui.settings import recent_files, remember_file


def click(page: QWidget, name: str, qtbot: QtBot) -> None:
    button = page.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def drop(target: QWidget, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none)
    target.dragEnterEvent(enter)
    assert enter.isAccepted()
    target.dropEvent(QDropEvent(QPointF(9, 9), copy, data, left, none))


def test_the_demo_opens_in_a_window_and_the_welcome_page_closes(program: Program, qtbot: QtBot) -> None:
    page = program.show_welcome()
    click(page, "welcome.demo", qtbot)
    (window,) = program.windows
    assert window.isVisible()
    assert window.live.programme.event.title["en"] == "Bridges of Meaning"
    qtbot.waitUntil(lambda: program.welcome is None)


def test_a_new_event_is_made_saved_and_shown(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    page = program.show_welcome()
    click(page, "welcome.new", qtbot)
    form = page.findChild(NewEvent)
    assert isinstance(form, NewEvent)
    click(form, "new.make", qtbot)
    assert form.refusal.text() == "The event has no title yet; write one."
    title = form.findChild(QLineEdit, "new.title")
    assert isinstance(title, QLineEdit)
    title.setText("Days: of Light")
    assert form.path.text().endswith("Days of Light.majlis") or form.path.text().endswith("Days  of Light.majlis")
    form.path.setText(str(tmp_path / "light"))
    form.days.setValue(2)
    form.zone.setCurrentText("Asia/Qatar")
    click(form, "new.make", qtbot)
    (window,) = program.windows
    assert window.live.document.path == tmp_path / "light.majlis"
    assert len(window.live.programme.days) == 2
    assert window.live.programme.event.zone == "Asia/Qatar"


def test_a_new_event_never_replaces_a_file(program: Program, file: Path, qtbot: QtBot) -> None:
    before = file.read_bytes()
    program.show_welcome()
    program.ask_new()
    assert program.welcome is not None
    form = program.welcome.findChild(NewEvent)
    assert isinstance(form, NewEvent)
    form.title.setText("Another")
    form.path.setText(str(file))
    click(form, "new.make", qtbot)
    assert file.name in form.refusal.text()
    assert file.read_bytes() == before
    form.close()


def test_recent_files_are_offered_and_those_that_are_gone_are_not(
    program: Program, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    gone = tmp_path / "gone.majlis"
    gone.touch()
    remember_file(gone)
    remember_file(file)
    gone.unlink()
    assert recent_files() == [file]
    page = program.show_welcome()
    assert page.recent.count() == 1
    page.recent.itemActivated.emit(page.recent.item(0))
    assert [one.live.document.path for one in program.windows] == [file]


def test_a_file_dropped_on_the_welcome_page_opens(program: Program, file: Path) -> None:
    drop(program.show_welcome(), file)
    assert [one.live.document.path for one in program.windows] == [file]


def test_a_schedule_dropped_on_the_window_is_imported(
    program: Program, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "schedule.xml"
    path.write_bytes(write(example(), "frab-xml"))
    drop(window, path)
    qtbot.waitUntil(lambda: window.findChild(QWidget, "import.summary") is not None)


def test_an_event_dropped_on_the_window_opens_beside_it(
    program: Program, window: MainWindow, tmp_path: Path
) -> None:
    other = tmp_path / "other.majlis"
    Document.create(other, example()).close()
    drop(window, other)
    assert len(program.windows) == 2


def test_what_is_dropped_must_be_one_file(tmp_path: Path) -> None:
    data = QMimeData()
    assert dropped_file(data) is None
    data.setUrls([QUrl("https://example.org/schedule.xml")])
    assert dropped_file(data) is None
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    assert dropped_file(data) is None


def test_an_event_is_told_from_a_schedule_by_ending_or_first_bytes(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "renamed.backup"
    copy.write_bytes(file.read_bytes())
    text = tmp_path / "schedule.xml"
    text.write_text("<schedule/>")
    assert [is_event_file(path) for path in (file, copy, text, tmp_path / "none.xml")] == [
        True,
        True,
        False,
        False,
    ]


def test_the_ending_is_added_where_it_is_left_out() -> None:
    assert with_suffix("folder/event").name == "event.majlis"
    assert with_suffix("folder/event.db").name == "event.db"
