"""How the timetable scrolls, zooms, is painted when narrow, and answers to what is pointed at."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
import pytest
from pytestqt.qtbot import QtBot

from majlis.programme.edits.records import add, amend
from majlis.programme.records import Place, Placement, Session
from majlis.programme.texts import Texts
from majlis.ui.main_window import MainWindow
from majlis.ui.timetable.axes import PlacesAxis
from majlis.ui.timetable.screen import TimetableScreen
from majlis.ui.timetable.tray_list import TrayList
from mouse import drag, hover, move, release

Key = Qt.Key
NINE = datetime(2027, 10, 21, 9)


@pytest.fixture
def screen(window: MainWindow, qtbot: QtBot) -> TimetableScreen:
    """Return the shown timetable with twelve more places, so that it has to be scrolled both ways."""
    window.resize(1000, 600)
    for number in range(12):
        new = Place(id=f"more{number}", name=Texts(en=f"Room {number}"), position=10 + number)
        window.live.make(lambda now, new=new: add(now, new))
    window.show_screen("timetable")
    found = window.findChild(TimetableScreen)
    assert isinstance(found, TimetableScreen)
    qtbot.waitUntil(lambda: len(found.view.cards.cards) == 2)
    found.bar.zoom.setValue(10)
    found.view.verticalScrollBar().setValue(0)
    return found


def centre(screen: TimetableScreen, placement_id: str) -> QPoint:
    return screen.view.visualRect(screen.view.cards.index_of(placement_id)).center()


def test_the_day_scrolls_while_something_is_held_at_its_edge(screen: TimetableScreen, qtbot: QtBot) -> None:
    view = screen.view
    start = centre(screen, "opening@1")
    corner = QPoint(view.viewport().width() - 3, view.viewport().height() - 3)
    drag(view.viewport(), start, corner, drop=False)
    across, down = view.horizontalScrollBar(), view.verticalScrollBar()
    qtbot.waitUntil(lambda: across.value() == across.maximum() and down.value() == down.maximum())
    assert screen.mover.carry is not None
    assert screen.mover.carry.place_id == "more11"
    release(view.viewport(), corner)
    placement = screen.live.programme.placements["opening@1"]
    assert (placement.place_id, placement.start is not None and placement.start > NINE.replace(hour=15)) == (
        "more11",
        True,
    )
    # what was dropped is chosen, and stays in sight
    assert view.current_placement == "opening@1"


def test_what_is_carried_by_keys_stays_in_sight(screen: TimetableScreen, qtbot: QtBot) -> None:
    view = screen.view
    view.choose("opening@1")
    qtbot.keyClick(view, Key.Key_M)
    for _ in range(13):
        qtbot.keyClick(view, Key.Key_Right)
    assert screen.mover.carry is not None
    assert screen.mover.carry.place_id == "more11"
    assert view.horizontalScrollBar().value() == view.horizontalScrollBar().maximum()
    for _ in range(30):
        qtbot.keyClick(view, Key.Key_Up)
    assert screen.mover.carry.start == NINE
    qtbot.keyClick(view, Key.Key_X)
    qtbot.keyClick(view, Key.Key_Escape)
    assert screen.mover.carry is None


def test_pages_and_ends_are_walked(screen: TimetableScreen, qtbot: QtBot) -> None:
    view = screen.view
    late = Placement(id="opening@2", session_id="opening", place_id="hall", start=NINE.replace(hour=16))
    screen.live.make(lambda now: add(now, late))
    qtbot.keyClick(view, Key.Key_Home)
    assert view.current_placement == "opening@1"
    qtbot.keyClick(view, Key.Key_PageDown)
    assert view.current_placement == "opening@2"
    assert view.verticalScrollBar().value() > 0
    qtbot.keyClick(view, Key.Key_PageUp)
    assert view.current_placement == "opening@1"
    assert view.verticalScrollBar().value() == 0


def test_narrow_and_short_cards_are_painted_and_widened(screen: TimetableScreen, qtbot: QtBot) -> None:
    for number in range(4):
        extra = Session(
            id=f"extra{number}", title=Texts(ar=f"جلسة موازية {number}"), minutes=5 if number == 3 else 60
        )
        held = Placement(id=f"extra{number}@1", session_id=extra.id, place_id="hall", start=NINE)
        for record in (extra, held):
            screen.live.make(lambda now, record=record: add(now, record))
    qtbot.waitUntil(lambda: sum(card.severity == "error" for card in screen.view.cards.cards) == 5)
    screen.bar.zoom.setValue(0)
    assert not screen.grab().isNull()
    screen.bar.zoom.setValue(20)
    hover(screen.view.viewport(), centre(screen, "extra1@1"))
    screen.view.choose("extra2@1")
    assert not screen.grab().isNull()
    model = screen.view.selectionModel()
    index = screen.view.cards.index_of("extra2@1")
    region = screen.view.visualRegionForSelection(QItemSelection(index, index))
    assert region.boundingRect().width() > screen.view.visualRect(index).width()
    screen.view.setSelection(
        QRect(centre(screen, "extra0@1"), QPoint(0, 0)), QItemSelectionModel.SelectionFlag.Clear
    )
    assert not model.hasSelection() or model.currentIndex() == index


def test_bands_are_chosen_carried_and_stay_without_a_place(screen: TimetableScreen, qtbot: QtBot) -> None:
    pause = Session(id="pause", kind="break", title=Texts(en="Coffee"), minutes=30)
    held = Placement(id="pause@1", session_id="pause", start=NINE.replace(hour=11))
    for record in (pause, held):
        screen.live.make(lambda now, record=record: add(now, record))
    view = screen.view
    view.choose("pause@1")
    start = QPoint(view.viewport().width() // 2, centre(screen, "pause@1").y())
    minute = screen.bar.minute
    drag(view.viewport(), start, start + QPoint(40, round(30 * minute)))
    assert screen.live.programme.placements["pause@1"] == Placement(
        id="pause@1", session_id="pause", start=NINE.replace(hour=11, minute=30)
    )
    outside = amend(screen.live.programme, pause, minutes=30)
    assert not outside
    screen.live.make(lambda now: amend(now, held_now(screen), start=NINE.replace(hour=19)))
    qtbot.waitUntil(lambda: any(card.severity == "error" for card in view.cards.cards))
    view.choose("pause@1")
    assert not screen.grab().isNull()
    view.choose("opening@1")
    view.choose("pause@1")
    assert not screen.grab().isNull()


def held_now(screen: TimetableScreen) -> Placement:
    return screen.live.programme.placements["pause@1"]


def test_a_break_from_the_tray_is_placed_across_all_places(screen: TimetableScreen, qtbot: QtBot) -> None:
    pause = Session(id="pause", kind="break", title=Texts(en="Coffee"), minutes=30)
    screen.live.make(lambda now: add(now, pause))
    tray = screen.tray.list
    assert screen.tray.choose("pause")
    qtbot.keyClick(tray, Key.Key_M)
    for key in (Key.Key_Right, Key.Key_Return):
        qtbot.keyClick(screen.view, key)
    (placed,) = screen.live.programme.placements_of("pause")
    assert placed.place_id is None


def test_places_say_their_whole_name_where_they_are_pointed_at(screen: TimetableScreen, qtbot: QtBot) -> None:
    axis = screen.findChild(PlacesAxis)
    assert isinstance(axis, PlacesAxis)
    assert axis.accessibleDescription().startswith("Great Hall, 300 seats; Room of Mirrors, 40 seats; Room 0")
    for at, words in ((QPoint(10, 5), "Great Hall, 300 seats"), (QPoint(-500, 5), "")):
        event = QHelpEvent(QEvent.Type.ToolTip, at, axis.mapToGlobal(at))
        QApplication.sendEvent(axis, event)
        assert words in QToolTip.text()
    QToolTip.hideText()


def test_the_menu_opens_by_mouse_and_by_key(screen: TimetableScreen, qtbot: QtBot) -> None:
    view = screen.view
    at = (
        centre(screen, "reading@1") if centre(screen, "reading@1").y() < view.viewport().height() else QPoint(5, 5)
    )
    for reason, where in (
        (QContextMenuEvent.Reason.Mouse, centre(screen, "opening@1")),
        (QContextMenuEvent.Reason.Keyboard, at),
    ):
        with qtbot.waitSignal(view.menu_wanted) as wanted:
            event = QContextMenuEvent(reason, where, view.viewport().mapToGlobal(where))
            QApplication.sendEvent(view.viewport(), event)
        assert wanted.args is not None
        assert wanted.args[0] == "opening@1"
        popup = QApplication.activePopupWidget()
        assert popup is not None
        popup.close()


def test_a_press_beside_all_cards_chooses_none(screen: TimetableScreen, qtbot: QtBot) -> None:
    view = screen.view
    view.choose("opening@1")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(view.viewport().width() - 20, 200))
    assert (view.current_placement, screen.selection) == ("", ())


def test_a_file_that_can_only_be_read_is_not_carried_about(
    screen: TimetableScreen, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(screen.live.document._file, "read_only", "It was opened to be read.")
    view = screen.view
    start = centre(screen, "opening@1")
    with qtbot.waitSignal(screen.live.notice) as notice:
        drag(view.viewport(), start, start + QPoint(0, 90), drop=False)
    assert notice.args == ["It was opened to be read."]
    move(view.viewport(), start + QPoint(0, 120))
    assert screen.mover.carry is None
    tray = screen.tray.list
    drag(tray.viewport(), tray.visualRect(tray.waiting.index(0)).center(), QPoint(300, 100))
    screen.view.choose("opening@1")
    screen.carry_chosen()
    assert (screen.mover.carry, screen.tray.list.drag.active) == (None, False)


def test_the_tray_opens_sessions_and_draws_them(screen: TimetableScreen, qtbot: QtBot) -> None:
    tray = screen.tray.list
    assert isinstance(tray, TrayList)
    at = tray.visualRect(tray.waiting.index(0)).center()
    with qtbot.waitSignal(tray.opened) as opened:
        qtbot.mouseDClick(tray.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == ["panel"]
    tray.setCurrentIndex(tray.waiting.index(0))
    with qtbot.waitSignal(tray.opened):
        qtbot.keyClick(tray, Key.Key_Return)
    qtbot.keyClick(tray, Key.Key_Down)
    qtbot.mouseMove(tray.viewport(), at)
    assert "Panel" in str(tray.waiting.index(0).data(Qt.ItemDataRole.ToolTipRole))
    assert not tray.grab().isNull()


def test_zoom_buttons_and_commands_go_both_ways(screen: TimetableScreen) -> None:
    screen.bar._larger.click()
    assert screen.bar.zoom.value() == 11
    screen.bar._smaller.click()
    screen.bar._smaller.click()
    assert screen.bar.zoom.value() == 9


def test_now_is_shown_on_the_day_that_it_is(screen: TimetableScreen, qtbot: QtBot) -> None:
    today = datetime.now(UTC).replace(tzinfo=None)
    day = screen.live.programme.days["thursday"]
    start = today.replace(minute=0, second=0, microsecond=0) - timedelta(hours=3)
    now_day = {"date": start.date(), "start": start, "end": start + timedelta(hours=12)}
    screen.live.make(lambda now: amend(now, now.event, zone="UTC"))
    screen.live.make(lambda now: amend(now, day, **now_day))
    screen.reveal("days", "thursday")
    screen.page._tell_time()
    assert screen.view.now is not None
    assert not screen.grab().isNull()
    assert screen.page.middle() is not None
