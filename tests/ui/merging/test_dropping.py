"""An event that is dropped on a window: opened, brought in, or refused in a sentence."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from copies import colleague_copy, retitle
from example import example
from majlis.document import Document
from majlis.ui.app import Program
from majlis.ui.dropping import is_event_file
from majlis.ui.main_window import MainWindow
from majlis.ui.merging.window import MergeWindow


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def asked(window: MainWindow, qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    return box


def press(box: QMessageBox, name: str) -> None:
    button = box.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def test_a_dropped_copy_is_brought_in(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    drop(window, colleague_copy(file, "Noor", retitle("Hers")))
    box = asked(window, qtbot)
    assert "copy of this event" in box.text()
    press(box, "dropped.bring_in")
    merge = window.findChild(MergeWindow)
    assert isinstance(merge, MergeWindow)
    qtbot.waitUntil(lambda: merge.page == "preview")
    merge.reject()


def test_a_dropped_copy_is_opened_in_its_own_window(
    program: Program, window: MainWindow, file: Path, qtbot: QtBot
) -> None:
    copy = colleague_copy(file, "Noor", retitle("Hers"))
    drop(window, copy)
    press(asked(window, qtbot), "dropped.open")
    assert [one.live.document.path for one in program.windows] == [file, copy]


def test_another_event_is_offered_as_an_import(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "other.majlis"
    Document.create(other, example()).close()
    drop(window, other)
    box = asked(window, qtbot)
    assert "another event" in box.text()
    box.reject()


def test_what_is_unsound_is_refused_in_a_sentence(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    letter = tmp_path / "letter.majlis"
    letter.write_text("Dear committee", encoding="utf-8")
    drop(window, letter)
    box = asked(window, qtbot)
    assert "letter.majlis" in box.text()
    box.close()


def test_the_open_file_itself_is_only_brought_to_the_front(
    program: Program, window: MainWindow, file: Path
) -> None:
    drop(window, file)
    assert program.windows == [window]


def test_an_event_is_known_by_its_ending_or_its_first_bytes(tmp_path: Path, file: Path) -> None:
    unnamed = tmp_path / "copy"
    unnamed.write_bytes(file.read_bytes())
    schedule = tmp_path / "schedule.xml"
    schedule.write_text("<schedule/>", encoding="utf-8")
    assert [is_event_file(path) for path in (file, unnamed, schedule, tmp_path)] == [True, True, False, False]
