"""What the timetable marks as altered since the edition that was frozen last."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
import pytest
from pytestqt.qtbot import QtBot

from example import example
from majlis.programme.edits.edit import Edit, apply
from majlis.programme.edits.records import add, amend
from majlis.programme.edits.sessions import place, place_again, resize
from majlis.programme.records import Edition, Session
from majlis.programme.texts import Texts
from majlis.ui.main_window import MainWindow
from majlis.ui.shelf import shelf_of
from majlis.ui.timetable.screen import TimetableScreen
from majlis.ui.timetable.since import marks_of

TEN = datetime(2027, 10, 21, 10)


@pytest.fixture
def screen(window: MainWindow) -> TimetableScreen:
    """Return the timetable of the example, frozen and then altered."""
    window.live.document.freeze()
    window.live.make(lambda now: place(now, "opening", "room", TEN))
    found = window.findChild(TimetableScreen)
    assert isinstance(found, TimetableScreen)
    return found


def words(screen: TimetableScreen, placement: str) -> str:
    card = screen.view.cards.card(screen.view.cards.index_of(placement))
    assert card is not None
    return card.since


def switch(window: MainWindow) -> QAction:
    found = window.findChild(QAction, "view.since_edition")
    assert isinstance(found, QAction)
    return found


def test_a_moved_session_says_from_where_in_its_tip_and_aloud(screen: TimetableScreen, qtbot: QtBot) -> None:
    moved = "Since edition 1: moved from 09:00, Great Hall"
    qtbot.waitUntil(lambda: words(screen, "opening@1") == moved)
    assert words(screen, "reading@1") == ""
    index = screen.view.cards.index_of("opening@1")
    assert moved in index.data(Qt.ItemDataRole.ToolTipRole)
    assert moved in index.data(Qt.ItemDataRole.AccessibleTextRole)
    before = screen.grab().toImage()
    screen.live.undo()
    assert words(screen, "opening@1") == ""
    assert screen.grab().toImage() != before


def test_the_marks_are_switched_off_and_on_and_kept(
    screen: TimetableScreen, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: words(screen, "opening@1") != "")
    assert switch(window).isChecked()
    switch(window).trigger()
    assert words(screen, "opening@1") == ""
    assert not switch(window).isChecked()
    kept = screen.save_state()
    switch(window).trigger()
    screen.restore_state(kept)
    assert not screen.since.shown


def test_without_an_edition_there_is_nothing_to_switch(window: MainWindow) -> None:
    assert not switch(window).isEnabled()
    window.live.document.freeze()
    assert switch(window).isEnabled()


def test_a_marked_day_is_painted_from_both_sides_and_with_clashes(
    screen: TimetableScreen, window: MainWindow, qtbot: QtBot
) -> None:
    window.live.make(lambda now: place(now, "panel", "room", TEN))
    window.live.make(lambda now: place(now, "reading", None, TEN.replace(hour=15)))
    qtbot.waitUntil(lambda: words(screen, "panel@1") == "Since edition 1: new at this time")
    qtbot.waitUntil(lambda: any(card.severity for card in screen.view.cards.cards))
    window.resize(1000, 700)
    first = screen.grab().toImage()
    screen.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    screen.page.restyle()
    assert screen.grab().toImage() != first


def test_a_snapshot_that_is_missing_is_asked_for_again_after_a_change(window: MainWindow) -> None:
    edition = Edition(id="e", number=1, at=TEN, snapshot="nowhere")
    window.live.make(lambda now: add(now, edition))
    shelf = shelf_of(window.live)
    assert shelf.programme(edition) is None
    assert shelf.refusal(edition).startswith("The programme of edition 1 is missing")
    window.live.make(lambda now: resize(now, "opening", 30))
    assert shelf_of(window.live) is shelf
    assert shelf.programme(edition) is None
    assert shelf.refusal(edition).startswith("The programme of edition 1 is missing")


def test_what_holds_for_a_session_stands_on_all_its_placements() -> None:
    def marks(*edits: Edit, session: str) -> dict[str, str]:
        after = example()
        for edit in edits:
            after = apply(after, edit)
        return marks_of(example(), after, session, "Since edition 2")

    again = place_again(example(), "opening", "room", TEN)
    assert marks(resize(example(), "opening", 30), again, session="opening") == {
        "opening@1": "Since edition 2: lasted 60 min",
        "opening@2": "Since edition 2: lasted 60 min, new at this time",
    }
    film = add(example(), Session(id="film", title=Texts(en="A Film")))
    placed = place(apply(example(), film), "film", "hall", TEN)
    assert marks(film, placed, session="film") == {"film@1": "Since edition 2: new"}
    assert marks(amend(example(), example().sessions["opening"], notes="Tea"), session="opening") == {}
