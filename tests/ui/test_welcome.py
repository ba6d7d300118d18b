"""The welcome page: a new event, recent files, the demo, and files that are dropped."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
import pytest
from pytestqt.qtbot import QtBot

from example import example
from majlis.document import Document
from majlis.exchange.formats import write
from majlis.ui.app import Program
from majlis.ui.dropping import dropped_file, is_event_file
from majlis.ui.main_window import MainWindow
from majlis.ui.new_event import NewEvent, proposed_path, with_suffix
from majlis.ui.new_from_schedule import NewFromSchedule
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


@pytest.fixture
def schedule(tmp_path: Path) -> Path:
    """Return the path of a schedule of another program."""
    path = tmp_path / "schedule.xml"
    path.write_bytes(write(example(), "frab-xml"))
    return path


def offered(page: QWidget, qtbot: QtBot) -> NewFromSchedule:
    """Return the form of a new event, when it has read the schedule."""
    form = page.findChild(NewFromSchedule)
    assert isinstance(form, NewFromSchedule)
    make = form.findChild(QAbstractButton, "new.schedule.make")
    assert isinstance(make, QAbstractButton)
    qtbot.waitUntil(make.isEnabled)
    assert form.isVisible()
    return form


@pytest.mark.parametrize("format_id", ["frab-xml", "schedule-json"])
def test_a_schedule_dropped_on_the_welcome_page_makes_an_event(
    program: Program, tmp_path: Path, qtbot: QtBot, format_id: str
) -> None:
    path = tmp_path / "from elsewhere"
    path.write_bytes(write(example(), format_id))
    page = program.show_welcome()
    drop(page, path)
    form = offered(page, qtbot)
    assert form.found.text().splitlines() == [
        "\u2068Days of Meaning\u2069",
        "21–22 October 2027",
        "2 sessions, 2 people, 2 places, 1 theme",
    ]
    assert form.path.text().endswith("Days of Meaning.majlis")
    form.path.setText(str(tmp_path / "made"))
    click(form, "new.schedule.make", qtbot)
    (window,) = program.windows
    assert window.live.document.path == tmp_path / "made.majlis"
    assert len(window.live.programme.sessions) == 2
    assert window.findChild(QWidget, "import.summary") is not None
    qtbot.waitUntil(lambda: program.welcome is None)


@pytest.mark.parametrize(("bad", "said"), [(1, "1 doubt, told afterwards"), (2, "2 doubts, told afterwards")])
def test_what_a_schedule_leaves_in_doubt_is_counted_beforehand(
    program: Program, schedule: Path, qtbot: QtBot, bad: int, said: str
) -> None:
    text = schedule.read_text("utf-8").replace(">Yusuf Kaya", ">\u202eYusuf Kaya")
    if bad == 2:
        text = text.replace("A Reading at Noon</title>", "\u202eA Reading</title>")
    schedule.write_text(text, "utf-8")
    page = program.show_welcome()
    drop(page, schedule)
    form = offered(page, qtbot)
    assert form.found.text().splitlines()[-1] == said
    form.close()


def test_an_event_of_a_schedule_never_replaces_a_file(
    program: Program, schedule: Path, file: Path, qtbot: QtBot
) -> None:
    before = file.read_bytes()
    page = program.show_welcome()
    drop(page, schedule)
    form = offered(page, qtbot)
    form.path.setText(str(file))
    click(form, "new.schedule.make", qtbot)
    assert file.name in form.refusal.text()
    assert (file.read_bytes(), program.windows) == (before, [])
    form.close()
    qtbot.waitUntil(lambda: page.findChild(NewFromSchedule) is None)


def test_what_is_neither_event_nor_schedule_is_refused_on_the_page(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "holiday.jpg"
    path.write_bytes(b"\xff\xd8 no schedule")
    page = program.show_welcome()
    drop(page, path)
    qtbot.waitUntil(lambda: page.refusal.text() != "")
    assert page.refusal.isVisible()
    assert page.refusal.text().startswith("\u2068holiday.jpg\u2069: The file is of no format that is known.")
    qtbot.waitUntil(lambda: page.findChild(NewFromSchedule) is None)


def test_a_schedule_opened_beside_a_window_makes_an_event_of_its_own(
    program: Program, window: MainWindow, schedule: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    assert program.try_open(schedule) is None
    form = offered(window, qtbot)
    form.path.setText(str(tmp_path / "beside.majlis"))
    click(form, "new.schedule.make", qtbot)
    assert [one.live.document.path.name for one in program.windows] == ["example.majlis", "beside.majlis"]


def test_a_schedule_dropped_on_the_window_is_imported(
    program: Program, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "schedule.xml"
    path.write_bytes(write(example(), "frab-xml"))
    drop(window, path)
    qtbot.waitUntil(lambda: window.findChild(QWidget, "import.summary") is not None)


def test_an_event_dropped_on_the_window_opens_beside_it_where_that_is_wanted(
    program: Program, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.majlis"
    Document.create(other, example()).close()
    drop(window, other)
    qtbot.waitUntil(lambda: window.findChild(QAbstractButton, "dropped.open") is not None)
    click(window, "dropped.open", qtbot)
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


def test_a_file_is_proposed_under_a_name_that_can_be() -> None:
    names = [proposed_path(title).name for title in ("Ink/Paper: a day", "...", "x" * 200, "مجلس")]
    assert names == ["Ink Paper  a day.majlis", "event.majlis", "x" * 80 + ".majlis", "مجلس.majlis"]
