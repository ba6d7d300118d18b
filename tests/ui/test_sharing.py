"""Sharing from the window: this laptop's copy, others' news, a folder that comes and goes, and the names."""

from pathlib import Path
import shutil

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QMessageBox, QPushButton
import pytest
from pytestqt.qtbot import QtBot

from example import example
from majlis.document import Document
from majlis.programme.edits.records import amend, translate
from majlis.store.laptop import Laptop, this_laptop
from majlis.store.share import SharedFolder, first_step
from majlis.ui.announcement import Announcement
from majlis.ui.app import Program, open_window
from majlis.ui.languages import LTR, RTL
from majlis.ui.look import look
from majlis.ui.main_window import MainWindow
from majlis.ui.merging.window import MergeWindow
from majlis.ui.sharing import sharing as timing
from majlis.ui.sharing.button import SharingButton
from majlis.ui.sharing.choice import shared_file
from majlis.ui.sharing.names import NamesDialog
from majlis.ui.sharing.panel import SharingPanel
from majlis.ui.sharing.rows import LaptopRow


class Other:
    """Another laptop with a copy of the event."""

    def __init__(self, name: str, file: Path, folder: Path) -> None:
        self.file = file.parent / name / file.name
        self.file.parent.mkdir()
        shutil.copy(file, self.file)
        self.folder = folder
        self.laptop = Laptop(name * 4, name, name)

    def edit(self, minutes: int, session: str = "panel") -> None:
        """Change something and put the copy."""
        with Document.open(self.file) as document:
            document.do(amend(document.programme, document.programme.sessions[session], minutes=minutes))
        self.put()

    def put(self) -> None:
        """Put the copy."""
        SharedFolder(self.file, self.folder, self.laptop).put()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "shared"
    made.mkdir()
    return made


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the copy soon after a change."""
    monkeypatch.setattr(timing, "AFTER_CHANGE", 50)
    monkeypatch.setattr(timing, "EVERY", 200)


@pytest.fixture
def shared(quick: None, window: MainWindow, folder: Path, qtbot: QtBot) -> MainWindow:
    """Return the window of the example, which is shared."""
    window.sharing.share_through(folder)
    qtbot.waitUntil(lambda: window.sharing.at is not None)
    return window


def button(window: MainWindow) -> SharingButton:
    found = window.findChild(SharingButton)
    assert isinstance(found, SharingButton)
    return found


def panel_of(window: MainWindow) -> SharingPanel:
    action = window.findChild(QAction, "file.share")
    assert isinstance(action, QAction)
    action.trigger()
    found = window.findChild(SharingPanel)
    assert isinstance(found, SharingPanel)
    return found


def rows(panel: SharingPanel) -> list[LaptopRow]:
    return [row for row in panel.findChildren(LaptopRow) if row.isVisible()]


def programme_there(folder: Path) -> object:
    (path,) = folder.glob("*.majlis")
    with Document.open(path, writable=False) as copy:
        return copy.programme


def test_nothing_is_shared_until_somebody_says_so(window: MainWindow, folder: Path) -> None:
    assert window.sharing.folder is None
    assert not button(window).isVisible()
    panel = panel_of(window)
    assert panel.choose.isVisible()
    assert not panel.end.isVisible()
    assert list(folder.iterdir()) == []


def test_a_folder_is_chosen_in_the_panel(quick: None, window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    panel = panel_of(window)
    panel.choose.click()
    dialog = panel.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(str(folder))
    dialog.accept()
    qtbot.waitUntil(lambda: "Your copy is there" in panel.state.text())
    assert programme_there(folder) == example()
    assert panel.change.isVisible()
    assert button(window).accessibleName() == "Shared"
    panel.end.click()
    assert not button(window).isVisible()
    assert panel.choose.isVisible()
    assert len(list(folder.iterdir())) == 1


def test_a_change_is_put_there_a_moment_later(shared: MainWindow, folder: Path, qtbot: QtBot) -> None:
    live = shared.live
    live.make(lambda now: translate(now, now.sessions["panel"], "title", "en", "Who owns it?"))
    qtbot.waitUntil(lambda: programme_there(folder) == live.programme)


def test_the_last_change_is_put_there_when_the_window_closes(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    window.sharing.share_through(folder)
    qtbot.waitUntil(lambda: window.sharing.at is not None)
    live = window.live
    live.make(lambda now: translate(now, now.sessions["panel"], "title", "en", "Who owns it?"))
    window.close()
    assert programme_there(folder) == live.programme


def test_the_choice_survives_closing_and_moving_the_file(
    quick: None, program: Program, window: MainWindow, file: Path, folder: Path, qtbot: QtBot
) -> None:
    window.sharing.share_through(folder)
    window.close()
    moved = file.rename(file.with_name("moved.majlis"))
    again = open_window(moved)
    qtbot.waitUntil(lambda: again.sharing.at is not None)
    assert again.sharing.folder == folder
    assert shared_file(first_step(moved)) == moved.resolve()


def test_a_second_copy_on_this_laptop_is_not_shared_because_the_first_is(
    shared: MainWindow, file: Path, folder: Path, qtbot: QtBot
) -> None:
    trial = file.with_name("trial.majlis")
    shutil.copy(file, trial)
    window = open_window(trial)
    assert window.sharing.folder is None
    panel = panel_of(window)
    assert "example.majlis" in panel.state.text()
    window.sharing.share_through(folder)
    qtbot.waitUntil(lambda: window.sharing.at is not None)
    assert shared_file(first_step(trial)) == trial.resolve()


def test_news_of_one_laptop_lead_to_what_they_would_bring(
    shared: MainWindow, file: Path, folder: Path, qtbot: QtBot
) -> None:
    amina = Other("amina", file, folder)
    amina.edit(80)
    qtbot.waitUntil(lambda: "1 change from" in button(shared).accessibleName())
    amina.edit(85)
    qtbot.waitUntil(lambda: "2 changes from" in button(shared).accessibleName())
    assert "amina" in button(shared).accessibleName()
    qtbot.mouseClick(button(shared), Qt.MouseButton.LeftButton)
    merging = shared.findChild(MergeWindow)
    assert isinstance(merging, MergeWindow)
    qtbot.waitUntil(lambda: not shared.live.background.busy)
    merging.reject()


def test_news_of_several_laptops_are_listed_and_brought_in_together(
    shared: MainWindow, file: Path, folder: Path, qtbot: QtBot
) -> None:
    others = [Other(name, file, folder) for name in ("amina", "bilal")]
    Other("chen", file, folder).put()
    others[0].edit(80)
    others[1].edit(30, "reading")
    qtbot.waitUntil(lambda: button(shared).accessibleName() == "2 changes from 2 laptops")
    qtbot.mouseClick(button(shared), Qt.MouseButton.LeftButton)
    panel = shared.findChild(SharingPanel)
    assert isinstance(panel, SharingPanel)
    qtbot.waitUntil(lambda: len(rows(panel)) == 3)
    told = [row.accessibleName() for row in rows(panel)]
    assert [name.split("\u2069")[0].strip("\u2068") for name in told] == ["amina", "bilal", "chen"]
    assert [name.rsplit(", ", 1)[1] for name in told] == ["1 change", "1 change", "nothing new"]
    panel.bring_in_all.click()
    qtbot.waitUntil(lambda: shared.findChild(Announcement) is not None, timeout=10_000)
    sessions = shared.live.programme.sessions
    assert (sessions["panel"].minutes, sessions["reading"].minutes) == (80, 30)
    qtbot.waitUntil(lambda: button(shared).accessibleName() == "Shared", timeout=10_000)
    assert not panel.bring_in_all.isVisible()
    bar = shared.findChild(Announcement)
    assert isinstance(bar, Announcement)
    assert "2 changes came in from" in bar.words.text()
    show = shared.findChild(QPushButton, "sharing.show")
    assert isinstance(show, QPushButton)
    show.click()
    assert shared.shown_screen.id == "history"


def test_disagreements_that_came_in_are_offered(
    shared: MainWindow, file: Path, folder: Path, qtbot: QtBot
) -> None:
    others = [Other(name, file, folder) for name in ("amina", "bilal")]
    others[0].edit(80)
    others[1].edit(90)
    qtbot.waitUntil(lambda: len(shared.sharing.news) == 2)
    shared.sharing.bring_in_all()
    shared.sharing.bring_in_all()
    qtbot.waitUntil(lambda: shared.findChild(QPushButton, "sharing.conflicts") is not None, timeout=10_000)
    assert len(shared.live.document.conflicts()) == 1


def test_a_copy_that_cant_be_brought_in_is_told_and_the_others_come(
    shared: MainWindow, file: Path, folder: Path, qtbot: QtBot
) -> None:
    amina, odd = Other("amina", file, folder), Other("odd", file, folder)
    with Document.open(odd.file) as document:
        document._file._connection.execute("UPDATE steps SET label = label || '!'")
    amina.edit(80)
    odd.edit(90)
    qtbot.waitUntil(lambda: len(shared.sharing.news) == 2)
    shared.sharing.bring_in_all()
    qtbot.waitUntil(lambda: shared.findChild(QMessageBox) is not None, timeout=10_000)
    box = shared.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "in another way" in box.text()
    assert shared.live.programme.sessions["panel"].minutes == 80
    box.close()


def test_bringing_in_can_be_stopped(shared: MainWindow, file: Path, folder: Path, qtbot: QtBot) -> None:
    for name in ("amina", "bilal"):
        Other(name, file, folder).edit(80)
    qtbot.waitUntil(lambda: len(shared.sharing.news) == 2)
    jobs = []
    shared.live.background.started.connect(jobs.append)
    shared.sharing.bring_in_all()
    jobs[0].cancel()
    qtbot.waitUntil(lambda: not shared.live.background.busy)
    assert shared.live.programme == example()
    assert len(jobs) == 1
    shared.sharing.bring_in_all()
    qtbot.waitUntil(lambda: shared.live.programme != example(), timeout=10_000)


def test_a_window_can_be_closed_while_copies_come_in(
    shared: MainWindow, file: Path, folder: Path, qtbot: QtBot
) -> None:
    for name in ("amina", "bilal"):
        Other(name, file, folder).edit(80)
    qtbot.waitUntil(lambda: len(shared.sharing.news) == 2)
    shared.sharing.bring_in_all()
    shared.close()
    with Document.open(file) as document:
        assert document.verify() == ()


def test_a_folder_that_goes_is_told_and_used_again_when_it_is_back(
    shared: MainWindow, file: Path, folder: Path, qtbot: QtBot
) -> None:
    amina = Other("amina", file, folder)
    amina.edit(80)
    panel = panel_of(shared)
    qtbot.waitUntil(lambda: len(rows(panel)) == 1)
    away = folder.rename(folder.with_name("pulled out"))
    qtbot.waitUntil(lambda: button(shared).accessibleName() == "Not shared just now")
    assert "is not there" in panel.state.text()
    assert "is not there" in button(shared).accessibleDescription()
    assert [row.look.isEnabled() for row in rows(panel)] == [False]
    shared.live.make(lambda now: translate(now, now.sessions["panel"], "title", "en", "Who owns it?"))
    away.rename(folder)
    qtbot.waitUntil(lambda: "1 change from" in button(shared).accessibleName())
    assert [row.look.isEnabled() for row in rows(panel)] == [True]
    mine = next(path for path in folder.glob("*.majlis") if "amina" not in path.name)
    qtbot.waitUntil(lambda: len(history(mine)) == 2)


def history(path: Path) -> tuple[object, ...]:
    with Document.open(path, writable=False) as document:
        return document.history()


def test_a_folder_that_never_was_there_is_told(
    quick: None, window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    panel = panel_of(window)
    window.sharing.share_through(folder / "nothing")
    qtbot.waitUntil(lambda: "is not there" in panel.state.text())
    words = [one.text() for one in panel.findChildren(QLabel) if one.isVisible()]
    assert "What the other laptops have is seen once the folder can be read." in words


def test_news_are_offered_from_a_folder_where_the_copy_cant_be_put(
    shared: MainWindow, file: Path, folder: Path, qtbot: QtBot
) -> None:
    (mine,) = folder.glob("*.majlis")
    mine.unlink()
    mine.mkdir()
    Other("amina", file, folder).edit(80)
    qtbot.waitUntil(lambda: "1 change from" in button(shared).accessibleName() and bool(shared.sharing.trouble))
    assert "can't be used just now" in panel_of(shared).state.text()
    mine.rmdir()
    qtbot.waitUntil(lambda: not shared.sharing.trouble)


def test_what_is_passed_over_is_said(shared: MainWindow, folder: Path, qtbot: QtBot) -> None:
    for number in range(6):
        (folder / f"letter {number}.majlis").write_text("Dear committee")
    panel = panel_of(shared)
    qtbot.waitUntil(panel.passed_over.isVisible)
    lines = panel.passed_over.text().splitlines()
    assert len(lines) == 6
    assert "letter 0.majlis" in lines[1]
    assert lines[-1] == "and 2 more"


def test_copies_that_a_sync_engine_left_are_shown_only_for_their_news(
    shared: MainWindow, file: Path, folder: Path, qtbot: QtBot
) -> None:
    amina = Other("amina", file, folder)
    amina.put()
    (path,) = folder.glob("*amina*")
    shutil.copy(path, path.with_name(f"{path.stem}.sync-conflict-20261122-101112-ABCDEFG.majlis"))
    panel = panel_of(shared)
    qtbot.waitUntil(lambda: shared.sharing.look is not None and len(shared.sharing.look.copies) == 2)
    qtbot.waitUntil(lambda: len(rows(panel)) == 1)
    path.unlink()
    qtbot.waitUntil(lambda: shared.sharing.look is not None and len(shared.sharing.look.copies) == 1)
    qtbot.waitUntil(lambda: len(rows(panel)) == 1)


def test_an_earlier_copy_of_this_laptop_is_called_so(shared: MainWindow, folder: Path, qtbot: QtBot) -> None:
    live = shared.live
    backup = live.document.back_up("by hand")
    live.make(lambda now: translate(now, now.sessions["panel"], "title", "en", "Who owns it?"))
    qtbot.waitUntil(lambda: programme_there(folder) == live.programme)
    live.go_back(backup)
    qtbot.waitUntil(lambda: button(shared).accessibleName() == "1 change from this laptop, earlier")
    panel = panel_of(shared)
    qtbot.waitUntil(lambda: len(rows(panel)) == 1)
    (row,) = rows(panel)
    assert "This laptop, earlier" in row.accessibleName()


def test_a_drive_that_does_not_answer_is_told(
    quick: None, window: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.sharing.share_through(folder)
    qtbot.waitUntil(lambda: window.sharing.at is not None)
    window.sharing._tell_slow()
    assert button(window).accessibleName() == "Not shared just now"
    assert "has not answered" in button(window).accessibleDescription()
    window.sharing.go_round()
    qtbot.waitUntil(lambda: button(window).accessibleName() == "Shared")


def test_coming_back_to_the_window_is_a_look(window: MainWindow, file: Path, folder: Path, qtbot: QtBot) -> None:
    window.sharing.share_through(folder)
    qtbot.waitUntil(lambda: window.sharing.at is not None)
    window.sharing._watcher.removePaths(window.sharing._watcher.directories())
    Other("amina", file, folder).edit(80)
    window.sharing._welcome_back(Qt.ApplicationState.ApplicationInactive)
    window.sharing._welcome_back(Qt.ApplicationState.ApplicationActive)
    window.sharing._welcome_back(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: len(window.sharing.news) == 1)


def test_names_are_kept_and_used(shared: MainWindow, folder: Path, qtbot: QtBot) -> None:
    action = shared.findChild(QAction, "file.name")
    assert isinstance(action, QAction)
    action.trigger()
    dialog = shared.findChild(NamesDialog)
    assert isinstance(dialog, NamesDialog)
    form = dialog.form
    qtbot.keyClicks(form.user, "Amina")
    qtbot.keyClick(form.user, Qt.Key.Key_Return)
    assert dialog.isVisible()
    form.laptop.setText("Amina’s laptop")
    form.laptop.editingFinished.emit()
    assert (this_laptop().user, this_laptop().name) == ("Amina", "Amina’s laptop")
    qtbot.waitUntil(lambda: [path.name for path in folder.glob("*Amina’s laptop*")] != [])
    qtbot.waitUntil(lambda: len(list(folder.glob("*.majlis"))) == 1)
    shared.live.make(lambda now: translate(now, now.sessions["panel"], "title", "en", "Who owns it?"))
    assert shared.live.document.history()[0].who == "Amina"
    dialog.close()


def test_names_that_cant_be_kept_are_told(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = panel_of(window).names
    (tmp_path / "in the way").touch()
    monkeypatch.setenv("MAJLIS_SETTINGS", str(tmp_path / "in the way"))
    form.user.setText("Amina")
    form.user.editingFinished.emit()
    assert "can't be kept" in form.refusal.text()
    assert form.refusal.isVisible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("way", [LTR, RTL])
def test_the_panel_stands_in_both_directions_and_schemes(
    shared: MainWindow, file: Path, folder: Path, qtbot: QtBot, scheme: str, way: Qt.LayoutDirection
) -> None:
    Other("amina", file, folder).edit(80)
    panel = panel_of(shared)
    qtbot.waitUntil(lambda: len(rows(panel)) == 1)
    look().choose("dark" if scheme == "dark" else "light")
    panel.setLayoutDirection(way)
    assert panel.grab().width() > 0
    buttons = [one for one in panel.findChildren(QAbstractButton) if one.isVisible()]
    assert [one.objectName() for one in buttons if not (one.accessibleName() or one.text())] == []
    assert [one.objectName() for one in buttons if one.focusPolicy() == Qt.FocusPolicy.NoFocus] == []
    look().choose("light")
