"""Import and export from the window, by the worker, with a summary."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from example import example
from majlis.document import Document
from majlis.exchange.formats import FORMATS, LARGEST, write
from majlis.exchange.pictures import picture_of
from majlis.programme.edits.people import portray
from majlis.programme.edits.records import translate
from majlis.ui.app import open_window
from majlis.ui.export_dialog import ExportDialog
from majlis.ui.import_summary import ImportSummary
from majlis.ui.live import Live
from majlis.ui.main_window import MainWindow
from sample_pictures import photo


def summary(window: MainWindow, qtbot: QtBot) -> ImportSummary:
    qtbot.waitUntil(lambda: window.findChild(ImportSummary) is not None, timeout=10_000)
    found = window.findChild(ImportSummary)
    assert isinstance(found, ImportSummary)
    return found


def schedule(tmp_path: Path) -> Path:
    path = tmp_path / "schedule.xml"
    path.write_bytes(write(example(), "frab-xml"))
    return path


def test_an_import_is_one_edit_with_a_summary_and_undo_takes_it_back(
    window: MainWindow, live: Live, tmp_path: Path, qtbot: QtBot
) -> None:
    text = (schedule(tmp_path)).read_text("utf-8").replace("A Reading at Noon", "A Reading at Dusk")
    (tmp_path / "other.xml").write_text(text, "utf-8")
    before = live.programme
    window.exchange.import_file(tmp_path / "other.xml")
    dialog = summary(window, qtbot)
    assert live.programme != before
    assert dialog.findChild(QLabel) is not None
    live.undo()
    assert live.programme == before
    dialog.close()


def test_a_file_that_is_no_schedule_is_refused_in_a_sentence(
    window: MainWindow, live: Live, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear committee", encoding="utf-8")
    before = live.programme
    window.exchange.import_file(path)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert "letter.txt" in box.text()
    assert live.programme is before
    box.close()


def test_a_file_that_is_not_there_is_refused_in_a_sentence(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.exchange.import_file(tmp_path / "none.xml")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "can't be read" in box.text()
    box.close()


def test_an_import_during_which_something_was_typed_is_read_again(
    window: MainWindow, live: Live, tmp_path: Path, qtbot: QtBot
) -> None:
    window.exchange.import_file(schedule(tmp_path))
    live.make(lambda now: translate(now, now.sessions["panel"], "title", "en", "Typed meanwhile"))
    summary(window, qtbot).close()
    assert live.background.busy is False


def test_every_format_is_listed_and_written(window: MainWindow, live: Live, tmp_path: Path, qtbot: QtBot) -> None:
    window.exchange.ask_export()
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    written = [one for one in FORMATS if one.write]
    assert dialog.formats.count() == len(written)
    for one in written:
        path = tmp_path / f"out-{one.id}{one.suffix}"
        dialog.chosen.emit(one.id, path)
        qtbot.waitUntil(lambda: not live.background.busy)
        assert path.read_bytes() == write(live.programme, one.id)
    dialog.close()


def test_an_export_that_cant_be_written_says_so(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.exchange.export_file("frab-xml", tmp_path / "no folder" / "out.xml")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "can't be written" in box.text()
    box.close()


def test_a_whole_event_takes_its_photos_along(
    window: MainWindow, live: Live, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = picture_of(photo())
    live.document.do(portray(live.programme, live.programme.people["leila"], kept.hash), {kept.hash: kept.data})
    path = tmp_path / "whole.majlis.json"
    window.exchange.export_file("majlis-json", path)
    qtbot.waitUntil(lambda: path.exists() and not live.background.busy)
    assert path.read_bytes() == write(live.programme, "majlis-json", {kept.hash: kept.data}.get)
    Document.create(tmp_path / "other.majlis", example()).close()
    other = open_window(tmp_path / "other.majlis")
    other.exchange.import_file(path)
    summary(other, qtbot).close()
    assert other.live.programme == live.programme
    assert other.live.document.content(kept.hash) == kept.data
    other.undo()
    assert other.live.programme == example()
    other.close()


def test_without_its_file_an_event_is_exported_where_no_photos_go_along(
    window: MainWindow, live: Live, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = picture_of(photo())
    live.document.do(portray(live.programme, live.programme.people["leila"], kept.hash), {kept.hash: kept.data})
    file.unlink()
    window.exchange.export_file("ical", tmp_path / "out.ics")
    qtbot.waitUntil(lambda: (tmp_path / "out.ics").exists() and not live.background.busy)
    window.exchange.export_file("majlis-json", tmp_path / "out.json")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "There is no file" in box.text()
    box.close()
    assert not (tmp_path / "out.json").exists()


def test_a_file_beyond_all_measure_is_refused_unread(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    with (tmp_path / "huge.json").open("wb") as huge:
        huge.truncate(LARGEST + 1)
    window.exchange.import_file(tmp_path / "huge.json")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "has 476 MB, more than any programme" in box.text()
    box.close()
