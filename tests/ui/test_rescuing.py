"""A damaged file in the window: its newest sound backup is offered, and what can still be read of it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
import pytest
from pytestqt.qtbot import QtBot

from example import example
from majlis.document import Document
from majlis.programme.edits.records import amend
from majlis.rescue import Rescued
from majlis.store.backups import backups
from majlis.ui.app import Program
from majlis.ui.rescuing.outcome import head_in_words, outcome_in_words
from majlis.ui.rescuing.window import RescueWindow

PAGE = 4096


def click(button: QPushButton, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def damaged(file: Path, *, backup: bool) -> Path:
    """Damage the page of the sessions in the file of the example, of which there is a backup or none."""
    with Document.open(file) as document:
        if backup:
            document.back_up("by hand")
        document.do(amend(document.programme, document.programme.sessions["reading"], minutes=50))
        root = document._file._connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'sessions'"
        ).fetchone()[0]
    for copy in backups(file):
        if copy.why == "daily":
            copy.path.unlink()
    content = bytearray(file.read_bytes())
    content[(root - 1) * PAGE : root * PAGE] = b"\xa5" * PAGE
    file.write_bytes(content)
    return file


def offered(program: Program, file: Path, qtbot: QtBot, *, backup: bool) -> RescueWindow:
    """Open a damaged file, with or without a backup, and return what is shown when that was looked for."""
    page = program.show_welcome()
    assert program.try_open(damaged(file, backup=backup)) is None
    (shown,) = page.findChildren(RescueWindow)
    assert "is damaged" in page.refusal.text()
    qtbot.waitUntil(lambda: "Looking" not in shown.restore.text())
    return shown


def test_the_newest_sound_backup_takes_the_place_of_the_file(program: Program, file: Path, qtbot: QtBot) -> None:
    shown = offered(program, file, qtbot, backup=True)
    broken = file.read_bytes()
    assert shown.restore.text().startswith("Open the newest sound backup")
    click(shown.restore, qtbot)
    (window,) = program.windows
    assert window.live.programme == example()
    assert window.writable
    assert window.live.document.path == file
    aside = next(copy for copy in backups(file) if copy.why == "damaged")
    assert aside.path.read_bytes() == broken


def test_without_a_backup_what_can_be_read_is_saved_and_opened(
    program: Program,
    file: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = offered(program, file, qtbot, backup=False)
    assert (shown.restore.text(), shown.restore.isEnabled()) == ("There is no sound backup", False)
    new = file.with_name("new")

    def choose(*_: object) -> tuple[str, str]:
        return str(new), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    before = file.read_bytes()
    click(shown.save, qtbot)
    qtbot.waitUntil(shown.open_new.isVisible)
    assert shown.head.text() == "Everything was saved"
    assert "3 sessions" in shown.words.text()
    assert "The history was saved whole: 2 steps." in shown.words.text()
    click(shown.open_new, qtbot)
    (window,) = program.windows
    assert window.live.document.path == new.with_suffix(".majlis")
    assert window.live.programme.sessions["reading"].minutes == 50
    assert file.read_bytes() == before


def test_what_can_not_be_saved_is_told_and_can_be_tried_elsewhere(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    shown = offered(program, file, qtbot, backup=False)
    shown.save_as(file)
    qtbot.waitUntil(shown.refusal.isVisible)
    assert "already" in shown.refusal.text()
    assert shown.save.isEnabled()
    shown.close()


def test_it_can_be_closed_while_it_saves(program: Program, file: Path, qtbot: QtBot) -> None:
    shown = offered(program, file, qtbot, backup=False)
    shown.save_as(file.with_name("new.majlis"))
    assert shown.close_button.text() == "Cancel"
    click(shown.close_button, qtbot)
    qtbot.waitUntil(lambda: not list(file.parent.glob(".*part")))


def test_a_backup_that_is_taken_away_meanwhile_is_told(program: Program, file: Path, qtbot: QtBot) -> None:
    shown = offered(program, file, qtbot, backup=True)
    for copy in backups(file):
        copy.path.unlink()
    click(shown.restore, qtbot)
    assert "has no backup" in shown.refusal.text()
    shown.close()


@pytest.mark.parametrize(
    ("rescued", "head", "words"),
    [
        (
            Rescued(Path("n"), {"events": 1, "days": 2}, {}, (), 1),
            "Everything was saved",
            "Saved: 2 days.\nThe history was saved whole: 1 step.",
        ),
        (
            Rescued(Path("n"), {"days": 2}, {}, (), 7, (("days", "a"), ("days", "b"))),
            "The programme was saved",
            (
                "Saved: 2 days.\nOf 2 records (days) the file told two things; check these.\n"
                "The history was saved whole: 7 steps."
            ),
        ),
        (
            Rescued(Path("n"), {"days": 2}, {"people": 3}, ("people", "parts"), 0),
            "What could be read was saved",
            (
                "Saved: 2 days.\nLost: 3 people.\nMore may be missing among: people, parts. Check these.\n"
                "The history could not be saved, since some of it is lost; it begins anew."
            ),
        ),
    ],
)
def test_the_outcome_is_told_in_words(rescued: Rescued, head: str, words: str) -> None:
    assert (head_in_words(rescued), outcome_in_words(rescued)) == (head, words)
