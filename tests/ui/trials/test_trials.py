"""Trials in the window: made, worked in, brought back, thrown away."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox
import pytest
from pytestqt.qtbot import QtBot

from example import example
from majlis.document import Document
from majlis.programme.edits.sessions import place, resize
from majlis.store.trials import make_trial
from majlis.ui.app import Program, open_window
from majlis.ui.fields.growing import Wrapping
from majlis.ui.look import look
from majlis.ui.main_window import MainWindow
from majlis.ui.merging.window import MergeWindow
from majlis.ui.sharing.choice import choose
from majlis.ui.trials.asking import ThrowAwayQuestion, TrialQuestion
from majlis.ui.trials.banner import TrialBanner

TEN = datetime(2027, 10, 21, 10)
PATIENCE = 15_000


def answer(window: MainWindow, kind: type[TrialQuestion | ThrowAwayQuestion], qtbot: QtBot) -> None:
    """Agree to the question that a window asks."""
    box = window.findChild(kind)
    assert isinstance(box, kind)
    qtbot.mouseClick(box.do, Qt.MouseButton.LeftButton)


def trial_window(program: Program, qtbot: QtBot) -> MainWindow:
    """Return the window of the trial once it is there."""

    def there() -> MainWindow | None:
        return next((each for each in program.windows if each.trials.banner is not None), None)

    qtbot.waitUntil(lambda: there() is not None, timeout=PATIENCE)
    found = there()
    assert found is not None
    return found


@pytest.fixture
def trial(window: MainWindow, program: Program, qtbot: QtBot) -> MainWindow:
    """Return the window of a trial of the example, made as a user would."""
    action = window.findChild(QAction, "file.trial")
    assert isinstance(action, QAction)
    action.trigger()
    answer(window, TrialQuestion, qtbot)
    return trial_window(program, qtbot)


def test_a_trial_opens_beside_its_event_and_says_what_it_is(trial: MainWindow, window: MainWindow) -> None:
    assert trial.live.document.path.name == "example trial 1.majlis"
    banner = trial.trials.banner
    assert banner is not None
    assert banner.isVisible()
    assert banner.words.text() == "Trial of “\u2068example\u2069”: nothing that you do here changes it."
    assert banner.accessibleName() == banner.words.text()
    assert window.trials.banner is None
    trial.live.make(lambda now: resize(now, "panel", 20))
    assert window.live.programme == example()
    assert not trial.grab().isNull()


def test_what_was_tried_is_brought_back_by_a_merge(trial: MainWindow, window: MainWindow, qtbot: QtBot) -> None:
    trial.live.make(lambda now: place(now, "opening", "room", TEN))
    banner = trial.trials.banner
    assert banner is not None
    qtbot.mouseClick(banner.back, Qt.MouseButton.LeftButton)
    merging = window.findChild(MergeWindow)
    assert isinstance(merging, MergeWindow)
    qtbot.waitUntil(lambda: merging.page == "preview", timeout=PATIENCE)
    merging.preview.agreed.emit()
    qtbot.waitUntil(lambda: window.live.programme.placements == trial.live.programme.placements, timeout=PATIENCE)


def test_what_is_being_typed_in_a_trial_comes_along(trial: MainWindow, window: MainWindow, qtbot: QtBot) -> None:
    trial.activateWindow()
    trial.show_screen("sessions")
    trial.shown_screen.reveal("sessions", "panel")
    title = trial.shown_screen.findChild(Wrapping, "field.title")
    assert isinstance(title, Wrapping)
    title.setFocus()
    qtbot.waitUntil(title.hasFocus)
    title.setPlainText("Typed, not confirmed")
    trial.trials.bring_back()
    assert trial.live.programme.sessions["panel"].title["en"] == "Typed, not confirmed"
    merging = window.findChild(MergeWindow)
    assert isinstance(merging, MergeWindow)
    qtbot.waitUntil(lambda: merging.page == "preview", timeout=PATIENCE)
    merging.reject()


def test_a_trial_is_thrown_away_and_its_event_is_there(
    trial: MainWindow, window: MainWindow, program: Program, qtbot: QtBot
) -> None:
    path, event = trial.live.document.path, window.live.document.path
    trial.live.make(lambda now: place(now, "opening", "room", TEN))
    window.close()
    qtbot.waitUntil(lambda: program.windows == [trial])
    banner = trial.trials.banner
    assert banner is not None
    qtbot.mouseClick(banner.throw_away, Qt.MouseButton.LeftButton)
    box = trial.findChild(ThrowAwayQuestion)
    assert isinstance(box, ThrowAwayQuestion)
    assert box.informativeText() == "One step that was taken in it is nowhere else, and will be lost."
    assert box.defaultButton() is box.cancel
    qtbot.mouseClick(box.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not path.exists(), timeout=PATIENCE)
    assert [each.live.document.path for each in program.windows] == [event]
    assert program.windows[0].live.programme == example()


def test_a_long_name_is_cut_on_the_button_and_read_out_whole(window: MainWindow) -> None:
    banner = TrialBanner("R&D " * 20, window)
    assert banner.back.text() == "Bring back into R&&D R&&D R&&D R&&D R&&D R&&D R&&D R&&D…"
    assert banner.back.accessibleName() == f"Bring back into {'R&D ' * 20}…"
    before = banner._mark.pixmap().toImage()
    look().choose("dark")
    assert banner._mark.pixmap().toImage() != before
    look().choose("system")


def test_the_question_counts_what_would_be_lost(trial: MainWindow, window: MainWindow) -> None:
    assert ThrowAwayQuestion("t", 2, window).informativeText().startswith("2 steps that were taken")
    nothing = ThrowAwayQuestion("t", 0, window)
    assert nothing.informativeText() == "Everything that was done in it is in the event already."
    assert nothing.defaultButton() is nothing.do


def test_a_trial_of_a_shared_event_is_not_shared(
    program: Program, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    with Document.open(file) as document:
        first = min(step.id for step in document.steps())
    choose(first, folder, file)
    shown = open_window(make_trial(file))
    assert shown.sharing.folder is None
    assert shown.sharing.other_file == file.resolve()
    shown.live.make(lambda now: resize(now, "panel", 20))
    shown.close()
    assert list(folder.iterdir()) == []


def test_an_event_that_is_gone_is_said(trial: MainWindow, window: MainWindow, qtbot: QtBot) -> None:
    original = window.live.document.path
    window.close()
    original.unlink()
    trial.trials.ask_throw_away()
    said = trial.findChild(QMessageBox, "sentence")
    assert isinstance(said, QMessageBox)
    assert "is not beside it any more" in said.text()
    said.close()


def test_a_trial_that_cannot_be_made_is_said(window: MainWindow, qtbot: QtBot) -> None:
    window.trials._refuse("There is no space left.")
    said = window.findChild(QMessageBox, "sentence")
    assert isinstance(said, QMessageBox)
    assert said.text() == "There is no space left."
    said.close()
