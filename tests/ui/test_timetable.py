"""The timetable in a window: dragged by the mouse, carried by keys, seen by assistive tools."""

from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton
import pytest
from pytestqt.qtbot import QtBot

from example import FRIDAY, THURSDAY
from majlis.pages.grid import Point
from majlis.programme.edits.records import add, remove
from majlis.programme.edits.sessions import place
from majlis.programme.records import Placement, Session
from majlis.programme.texts import Texts
from majlis.ui.languages import LTR, RTL
from majlis.ui.live import Live
from majlis.ui.look import look
from majlis.ui.main_window import MainWindow
from majlis.ui.timetable.screen import TimetableScreen
from mouse import drag, hover, move, press, release

Key = Qt.Key
NINE = datetime(2027, 10, 21, 9)


@pytest.fixture
def screen(window: MainWindow, qtbot: QtBot) -> TimetableScreen:
    """Return the shown timetable, large enough for the whole day."""
    window.resize(1400, 1000)
    window.show_screen("timetable")
    found = window.findChild(TimetableScreen)
    assert isinstance(found, TimetableScreen)
    qtbot.waitUntil(lambda: len(found.view.cards.cards) == 2)
    found.bar.zoom.setValue(0)
    return found


def card_rect(screen: TimetableScreen, placement_id: str) -> QRect:
    return screen.view.visualRect(screen.view.cards.index_of(placement_id))


def point_at(screen: TimetableScreen, place_id: str | None, start: datetime) -> QPoint:
    """Return the pixel in the middle of a place at a time."""
    assert screen.view.sheet is not None
    sheet = screen.view.sheet
    box = sheet.between(place_id, start, 5)
    return screen.view.shown_point(Point(box.x + box.width / 2, sheet.row_of(start)))


def placed(live: Live, placement_id: str) -> tuple[str | None, datetime | None] | None:
    placement = live.programme.placements.get(placement_id)
    return (placement.place_id, placement.start) if placement else None


def in_tray(screen: TimetableScreen) -> list[str]:
    return [one.session_id for one in screen.tray.list.waiting.shown]


def clash(screen: TimetableScreen, qtbot: QtBot) -> None:
    screen.live.make(lambda now: place(now, "panel", "hall", NINE + timedelta(minutes=30)))
    qtbot.waitUntil(lambda: any(card.severity == "error" for card in screen.view.cards.cards))


def test_a_session_is_dragged_from_the_tray_to_a_place_and_time(screen: TimetableScreen) -> None:
    tray, view = screen.tray.list, screen.view
    start = tray.visualRect(tray.waiting.index(0)).center()
    target = point_at(screen, "room", NINE.replace(hour=14, minute=10))
    end = tray.viewport().mapFromGlobal(view.viewport().mapToGlobal(target))
    drag(tray.viewport(), start, end)
    assert placed(screen.live, "panel@1") == ("room", NINE.replace(hour=14))
    assert (in_tray(screen), view.current_placement) == ([], "panel@1")
    screen.live.undo()
    assert (placed(screen.live, "panel@1"), in_tray(screen)) == (None, ["panel"])


def test_a_card_is_dragged_to_another_place_and_time(screen: TimetableScreen) -> None:
    view = screen.view.viewport()
    start = card_rect(screen, "opening@1").center()
    shift = point_at(screen, "room", NINE.replace(hour=15)) - point_at(screen, "hall", NINE)
    drag(view, start, start + shift)
    assert placed(screen.live, "opening@1") == ("room", NINE.replace(hour=15))
    assert screen.live.document.undo_label == "Move session “Opening”"
    screen.live.undo()
    assert placed(screen.live, "opening@1") == ("hall", NINE)


def test_the_foot_of_a_card_changes_its_length(screen: TimetableScreen) -> None:
    rect = card_rect(screen, "opening@1")
    foot = QPoint(rect.center().x(), rect.bottom() - 1)
    hover(screen.view.viewport(), foot)
    assert screen.view.viewport().cursor().shape() == Qt.CursorShape.SizeVerCursor
    half_an_hour = point_at(screen, "hall", NINE + timedelta(minutes=30)) - point_at(screen, "hall", NINE)
    drag(screen.view.viewport(), foot, foot + half_an_hour)
    assert screen.live.programme.sessions["opening"].minutes == 90
    assert placed(screen.live, "opening@1") == ("hall", NINE)


def test_hovering_says_whom_a_session_clashes_with(screen: TimetableScreen) -> None:
    start = card_rect(screen, "reading@1").center()
    shift = point_at(screen, "hall", NINE) - point_at(screen, "room", NINE.replace(hour=12))
    drag(screen.view.viewport(), start, start + shift, drop=False)
    tip = screen._pointer.tip
    assert tip.isVisible()
    assert tip.text == (
        "09:00–09:45, Great Hall\n"
        "Great Hall: “A Reading at Noon” and “Opening” are there at one time, Thu 21 Oct 09:00–09:45.\n"
        "Leila Nasser is in “A Reading at Noon” (Great Hall) and in “Opening” (Great Hall) at one time, "
        "Thu 21 Oct 09:00–09:45."
    )
    free = point_at(screen, "hall", NINE.replace(hour=14)) - point_at(screen, "room", NINE.replace(hour=12))
    move(screen.view.viewport(), start + free)
    assert tip.text == "14:00–14:45, Great Hall\nFree"
    release(screen.view.viewport(), start + free)
    assert not tip.isVisible()


def test_escape_puts_back_what_is_dragged(screen: TimetableScreen, qtbot: QtBot) -> None:
    view = screen.view
    start = card_rect(screen, "opening@1").center()
    drag(view.viewport(), start, start + QPoint(0, 120), drop=False)
    qtbot.keyClick(view, Key.Key_Escape)
    release(view.viewport(), start + QPoint(0, 120))
    assert placed(screen.live, "opening@1") == ("hall", NINE)
    assert screen.live.document.undo_label == "Make the event"


def test_escape_puts_back_what_is_dragged_from_the_tray(screen: TimetableScreen, qtbot: QtBot) -> None:
    tray = screen.tray.list
    start = tray.visualRect(tray.waiting.index(0)).center()
    drag(tray.viewport(), start, start + QPoint(400, 100), drop=False)
    assert screen.mover.carry is not None
    qtbot.keyClick(tray, Key.Key_Escape)
    assert screen.mover.carry is None
    release(tray.viewport(), start + QPoint(400, 100))
    assert placed(screen.live, "panel@1") is None


def test_a_card_dragged_to_the_tray_is_taken_off(screen: TimetableScreen) -> None:
    view = screen.view.viewport()
    start = card_rect(screen, "opening@1").center()
    tray = view.mapFromGlobal(screen.tray.mapToGlobal(screen.tray.rect().center()))
    drag(view, start, tray, drop=False)
    assert screen._pointer.tip.text == "Opening\nDrop it here to take it off the timetable."
    release(view, tray)
    assert placed(screen.live, "opening@1") is None
    assert in_tray(screen) == ["opening", "panel"]


def test_of_two_placements_only_the_one_that_is_dragged_to_the_tray_goes(screen: TimetableScreen) -> None:
    again = Placement(id="opening@2", session_id="opening", place_id="room", start=NINE.replace(hour=16))
    screen.live.make(lambda now: add(now, again))
    screen.view.choose("opening@2")
    screen.unplace_chosen()
    assert (placed(screen.live, "opening@2"), placed(screen.live, "opening@1")) == (None, ("hall", NINE))


def test_a_drop_outside_changes_nothing(screen: TimetableScreen) -> None:
    view = screen.view.viewport()
    start = card_rect(screen, "opening@1").center()
    drag(view, start, QPoint(start.x(), -70))
    assert placed(screen.live, "opening@1") == ("hall", NINE)
    assert screen.mover.carry is None


def test_lingering_over_a_day_turns_to_it(screen: TimetableScreen, qtbot: QtBot) -> None:
    view = screen.view.viewport()
    start = card_rect(screen, "opening@1").center()
    tab = view.mapFromGlobal(screen.bar.days.mapToGlobal(screen.bar.days.tabRect(1).center()))
    drag(view, start, tab, drop=False)
    assert screen._pointer.tip.text == "Opening\nWait to turn to this day."
    qtbot.waitUntil(lambda: screen.bar.days.currentIndex() == 1)
    target = point_at(screen, "room", datetime(2027, 10, 22, 11)) + QPoint(0, start.y() - card_top(screen))
    move(view, target)
    release(view, target)
    assert placed(screen.live, "opening@1") == ("room", datetime(2027, 10, 22, 11))


def card_top(screen: TimetableScreen) -> int:
    """Return where the opening's card began on its day."""
    return point_at(screen, "hall", datetime(2027, 10, 22, 9)).y()


def test_arrows_walk_the_sessions(screen: TimetableScreen, qtbot: QtBot) -> None:
    view = screen.view
    view.choose("opening@1")
    qtbot.keyClick(view, Key.Key_Right)
    assert view.current_placement == "reading@1"
    qtbot.keyClick(view, Key.Key_Left)
    assert view.current_placement == "opening@1"
    qtbot.keyClick(view, Key.Key_End)
    assert view.current_placement == "reading@1"


def test_a_session_is_moved_by_keys(screen: TimetableScreen, qtbot: QtBot) -> None:
    view = screen.view
    view.choose("opening@1")
    for key in (Key.Key_M, Key.Key_Right, Key.Key_Down, Key.Key_Down, Key.Key_Plus):
        qtbot.keyClick(view, key)
    qtbot.keyClick(view, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert placed(screen.live, "opening@1") == ("hall", NINE)
    assert screen._pointer.tip.text.startswith("09:30–10:35, Room of Mirrors\nRoom of Mirrors has 40 seats")
    qtbot.keyClick(view, Key.Key_Return)
    assert placed(screen.live, "opening@1") == ("room", NINE.replace(minute=30))
    assert screen.live.programme.sessions["opening"].minutes == 65
    screen.live.undo()
    assert (placed(screen.live, "opening@1"), screen.live.programme.sessions["opening"].minutes) == (
        ("hall", NINE),
        60,
    )


def test_a_move_by_keys_can_be_given_up(screen: TimetableScreen, qtbot: QtBot) -> None:
    screen.view.choose("opening@1")
    for key in (Key.Key_M, Key.Key_Down, Key.Key_Escape):
        qtbot.keyClick(screen.view, key)
    assert screen.live.document.undo_label == "Make the event"


def test_a_session_is_carried_to_another_day_by_keys(screen: TimetableScreen, qtbot: QtBot) -> None:
    screen.view.choose("opening@1")
    for key in (Key.Key_M, Key.Key_2, Key.Key_Return):
        qtbot.keyClick(screen.view, key)
    assert placed(screen.live, "opening@1") == ("hall", datetime(2027, 10, 22, 9))
    assert screen.view.current_placement == "opening@1"


def test_a_session_of_the_tray_is_placed_by_keys(screen: TimetableScreen, qtbot: QtBot) -> None:
    screen.tray.choose("panel")
    qtbot.keyClick(screen.tray.list, Key.Key_M)
    for key in (Key.Key_Right, Key.Key_Return):
        qtbot.keyClick(screen.view, key)
    place_id, start = placed(screen.live, "panel@1") or (None, None)
    assert (place_id, start is not None and start.date()) == ("room", THURSDAY.date)


def test_keys_change_the_length_and_take_off(screen: TimetableScreen, qtbot: QtBot) -> None:
    screen.view.choose("opening@1")
    qtbot.keyClick(screen.view, Key.Key_Minus)
    assert screen.live.programme.sessions["opening"].minutes == 55
    qtbot.keyClick(screen.view, Key.Key_Delete)
    assert placed(screen.live, "opening@1") is None


def test_digits_go_to_days(screen: TimetableScreen, qtbot: QtBot) -> None:
    qtbot.keyClick(screen.view, Key.Key_2)
    assert screen.bar.days.currentIndex() == 1
    assert screen.view.cards.cards == ()


def test_enter_leads_into_the_fields_and_a_double_click_to_the_session(
    screen: TimetableScreen, qtbot: QtBot
) -> None:
    screen.view.choose("opening@1")
    qtbot.keyClick(screen.view, Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is None or screen.side.isAncestorOf(focus)
    at = card_rect(screen, "reading@1").center()
    with qtbot.waitSignal(screen.wanted) as wanted:
        qtbot.mouseDClick(screen.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert wanted.args == ["sessions", "reading"]


def test_a_clash_is_outlined_counted_and_gone_to(screen: TimetableScreen, qtbot: QtBot) -> None:
    clash(screen, qtbot)
    assert screen.bar.clashes.text() == "2 clashes"
    screen.go_to_day(1)
    screen.go_to_next_clash()
    assert (screen.bar.days.currentIndex(), screen.view.current_placement) == (0, "opening@1")
    screen.go_to_next_clash()
    assert screen.view.current_placement == "panel@1"
    screen.go_to_next_clash()
    assert screen.view.current_placement == "opening@1"


def test_every_session_is_there_for_assistive_tools(screen: TimetableScreen) -> None:
    found = QAccessible.queryAccessibleInterface(screen.view)
    names = [found.child(row).text(QAccessible.Text.Name) for row in range(screen.view.cards.rowCount())]
    assert names == [
        "Opening, 09:00–10:00, Great Hall, Leila Nasser",
        "A Reading at Noon, 12:00–12:45, Room of Mirrors, Yusuf Kaya, Leila Nasser",
    ]
    assert found.child(0).rect().isValid()


def test_the_models_keep_qts_rules(screen: TimetableScreen) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, mode) for model in (screen.view.cards, screen.tray.list.waiting)]
    screen.live.make(lambda now: place(now, "panel", "hall", NINE))
    screen.live.undo()
    assert len(testers) == 2


def test_an_edit_elsewhere_keeps_what_is_chosen(screen: TimetableScreen) -> None:
    screen.view.choose("reading@1")
    screen.live.make(lambda now: place(now, "panel", "hall", NINE))
    assert screen.view.current_placement == "reading@1"


def test_an_undo_while_something_is_carried_lets_go_of_it(screen: TimetableScreen) -> None:
    screen.live.make(lambda now: place(now, "panel", "hall", NINE.replace(hour=14)))
    screen.view.choose("panel@1")
    screen.carry_chosen()
    screen.live.undo()
    assert (screen.mover.carry, screen.view.current_placement) == (None, "")


def test_the_tray_is_filtered_by_any_words(screen: TimetableScreen) -> None:
    screen.focus_filter()
    screen.tray.filter.setText("manu OWNS")
    assert in_tray(screen) == ["panel"]
    screen.tray.filter.setText("poetry")
    assert in_tray(screen) == []


def test_a_mirrored_day_is_painted_and_carried_from_right_to_left(
    screen: TimetableScreen, window: MainWindow, qtbot: QtBot
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    try:
        application.setLayoutDirection(RTL)
        qtbot.waitUntil(lambda: screen.view.isRightToLeft() and screen.view.sheet is not None)
        qtbot.waitUntil(lambda: card_rect(screen, "opening@1").left() > card_rect(screen, "reading@1").left())
        assert not screen.grab().isNull()
        screen.view.choose("opening@1")
        qtbot.keyClick(screen.view, Key.Key_Left)
        assert screen.view.current_placement == "reading@1"
        start = card_rect(screen, "reading@1").center()
        shift = point_at(screen, "hall", NINE.replace(hour=15)) - point_at(screen, "room", NINE.replace(hour=12))
        drag(screen.view.viewport(), start, start + shift)
        assert placed(screen.live, "reading@1") == ("hall", NINE.replace(hour=15))
    finally:
        application.setLayoutDirection(LTR)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_card_is_painted(screen: TimetableScreen, qtbot: QtBot, scheme: str) -> None:
    prayer = Session(id="prayer", kind="prayer", title=Texts(ar="صلاة الظهر"), minutes=25)
    talk = Session(id="talk", parent_id="reading", title=Texts(en="Talk"), minutes=20)
    for record in (
        prayer,
        talk,
        Placement(id="prayer@1", session_id="prayer", start=NINE.replace(hour=13)),
        Placement(id="talk@1", session_id="talk", place_id="room", start=NINE.replace(hour=12), pinned=True),
    ):
        screen.live.make(lambda now, record=record: add(now, record))
    clash(screen, qtbot)
    look().choose("dark" if scheme == "dark" else "light")
    screen.view.now = NINE.replace(hour=11)
    screen.view.choose("opening@1")
    hover(screen.view.viewport(), card_rect(screen, "panel@1").center())
    shapes = {card.placement_id: card.shape for card in screen.view.cards.cards}
    assert shapes == {
        "prayer@1": "band",
        "opening@1": "card",
        "panel@1": "card",
        "reading@1": "holder",
        "talk@1": "card",
    }
    assert not screen.grab().isNull()


def test_zooming_keeps_the_middle_in_sight(screen: TimetableScreen) -> None:
    view = screen.view
    for _ in range(8):
        wheel(screen)
    assert screen.bar.zoom.value() == 8
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = screen.page.middle()
    screen.bar.zoom_by(1)
    after = screen.page.middle()
    assert before is not None
    assert after is not None
    assert abs(after - before) <= timedelta(minutes=40)
    assert screen.view.sheet is not None
    assert screen.view.sheet.scale.minute == screen.bar.minute


def wheel(screen: TimetableScreen) -> None:
    """Turn the wheel one notch with Ctrl held."""
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(screen.view.viewport().mapToGlobal(QPoint(50, 50))),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(screen.view.viewport(), event)


def test_without_places_it_says_what_to_do(screen: TimetableScreen, window: MainWindow) -> None:
    screen.live.make(lambda now: remove(now, now.places.values()))
    assert not screen.view.isVisible()
    button = screen._nothing.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.text() == "Add a place"
    button.click()
    assert len(screen.live.programme.places) == 1


def test_without_days_it_says_what_to_do(screen: TimetableScreen) -> None:
    screen.live.make(lambda now: remove(now, [*now.days.values(), *now.placements.values()]))
    assert screen._nothing.isVisible()


def test_commands_work_on_what_is_chosen(screen: TimetableScreen, window: MainWindow) -> None:
    pin = window.findChild(QAction, "timetable.pin")
    assert isinstance(pin, QAction)
    assert not pin.isEnabled()
    screen.view.choose("opening@1")
    assert (pin.isEnabled(), pin.text()) == (True, "Pin")
    pin.trigger()
    assert screen.live.programme.placements["opening@1"].pinned
    assert pin.text() == "Unpin"
    screen.duplicate()
    assert len(in_tray(screen)) == 2
    screen.delete()
    assert "opening" not in screen.live.programme.sessions


def test_days_and_placements_are_revealed(window: MainWindow, screen: TimetableScreen) -> None:
    window.show_screen("people")
    window.reveal("days", FRIDAY.id)
    assert screen.bar.days.currentIndex() == 1
    window.reveal("placements", "reading@1")
    assert (screen.bar.days.currentIndex(), screen.selection) == (0, ("reading",))


def test_the_screen_finds_its_state_again(screen: TimetableScreen) -> None:
    screen.go_to_day(1)
    screen.bar.tray.setChecked(False)
    kept = screen.save_state()
    screen.bar.tray.setChecked(True)
    screen.go_to_day(0)
    screen.restore_state(kept)
    screen._refresh()
    assert (screen.bar.days.currentIndex(), screen.bar.tray.isChecked(), screen.tray.isVisible()) == (
        1,
        False,
        False,
    )


def test_a_press_that_hardly_moves_is_a_click(screen: TimetableScreen) -> None:
    at = card_rect(screen, "opening@1").center()
    press(screen.view.viewport(), at)
    move(screen.view.viewport(), at + QPoint(2, 1))
    release(screen.view.viewport(), at + QPoint(2, 1))
    assert (screen.view.current_placement, screen.mover.carry) == ("opening@1", None)


def test_the_menu_of_a_card_offers_what_the_commands_do(screen: TimetableScreen, qtbot: QtBot) -> None:
    screen._show_menu("opening@1", QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert "timetable.unplace" in [action.objectName() for action in menu.actions()]
    menu.close()
