"""The inspectors: every field commits by itself, what is refused stays, and nothing typed is lost."""

from datetime import datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from majlis.programme.edits.records import amend, translate
from majlis.programme.edits.sessions import place
from majlis.programme.records import Absence, Link, Placement, Session, Span
from majlis.programme.texts import Texts
from majlis.ui.event_settings import EventSettings
from majlis.ui.fields.growing import Wrapping
from majlis.ui.fields.language_choice import LanguagesField
from majlis.ui.fields.plain import ChoiceField, ColourField
from majlis.ui.fields.times import TimeEdit
from majlis.ui.inspectors.form import Inspector
from majlis.ui.languages import LTR, RTL
from majlis.ui.lists.screen import ListScreen
from majlis.ui.live import Live
from majlis.ui.main_window import MainWindow


def inspector(window: MainWindow, table: str, key: str) -> Inspector:
    window.show_screen(table)
    screen = window.shown_screen
    assert isinstance(screen, ListScreen)
    screen.select((key,))
    return screen.inspector


def line(form: QWidget, name: str) -> QLineEdit:
    found = form.findChild(QLineEdit, f"field.{name}")
    assert isinstance(found, QLineEdit)
    return found


def wrapping(form: QWidget, name: str) -> Wrapping:
    found = form.findChild(Wrapping, f"field.{name}")
    assert isinstance(found, Wrapping)
    return found


def type_line(form: QWidget, name: str, text: str, qtbot: QtBot) -> None:
    editor = form.findChild(QWidget, f"field.{name}")
    assert isinstance(editor, QLineEdit | Wrapping)
    if isinstance(editor, Wrapping):
        editor.setPlainText(text)
    else:
        editor.setText(text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def choose(form: QWidget, name: str, text: str) -> None:
    combo = form.findChild(QComboBox, f"field.{name}")
    assert isinstance(combo, QComboBox)
    row = combo.findText(text, Qt.MatchFlag.MatchContains)
    assert row >= 0, [combo.itemText(number) for number in range(combo.count())]
    combo.setCurrentIndex(row)
    combo.activated.emit(row)


def press(form: QWidget, name: str, qtbot: QtBot) -> None:
    button = form.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def refusal(form: QWidget, name: str) -> str:
    found = form.findChild(QLabel, f"refusal.{name}")
    assert isinstance(found, QLabel)
    return found.text() if not found.isHidden() else ""


def test_each_language_has_a_field_in_its_own_direction(window: MainWindow, live: Live, qtbot: QtBot) -> None:
    form = inspector(window, "sessions", "panel")
    arabic = wrapping(form, "title.ar")
    assert arabic.placeholderText() == "not yet in Arabic"
    assert arabic.layoutDirection() == RTL
    assert wrapping(form, "title").layoutDirection() == LTR
    type_line(form, "title.ar", "لمن المخطوطة؟", qtbot)
    assert live.programme.sessions["panel"].title == Texts(en="Who owns a manuscript?", ar="لمن المخطوطة؟")
    type_line(form, "title.ar", "", qtbot)
    assert live.programme.sessions["panel"].title == Texts(en="Who owns a manuscript?")


def test_a_refusal_stands_beside_its_field_and_the_typed_text_stays(
    window: MainWindow, live: Live, qtbot: QtBot
) -> None:
    form = inspector(window, "sessions", "panel")
    before = live.programme
    type_line(form, "title", "", qtbot)
    assert "no title in any language" in refusal(form, "title")
    assert wrapping(form, "title").typed() == ""
    assert wrapping(form, "title").accessibleDescription() == refusal(form, "title")
    assert live.programme is before
    type_line(form, "title", "Mended", qtbot)
    assert refusal(form, "title") == ""
    assert live.programme.sessions["panel"].title == Texts(en="Mended")


def test_what_was_refused_is_there_again_when_one_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    form = inspector(window, "sessions", "panel")
    type_line(form, "title", "With \u202e override", qtbot)
    inspector(window, "sessions", "opening")
    assert wrapping(form, "title").typed() == "Opening"
    assert refusal(form, "title") == ""
    inspector(window, "sessions", "panel")
    assert wrapping(form, "title").typed() == "With \u202e override"
    assert "direction override" in refusal(form, "title")


def test_an_unrelated_change_leaves_what_is_typed(window: MainWindow, live: Live) -> None:
    form = inspector(window, "sessions", "panel")
    title = wrapping(form, "title")
    title.setPlainText("In the middle of a wo")
    live.make(lambda now: amend(now, now.sessions["panel"], expected=50))
    live.make(lambda now: translate(now, now.people["leila"], "name", "en", "Leyla"))
    assert title.typed() == "In the middle of a wo"
    spin = form.findChild(QSpinBox, "field.expected")
    assert isinstance(spin, QSpinBox)
    assert spin.value() == 50


def test_all_plain_fields_of_a_session_are_edited(window: MainWindow, live: Live, qtbot: QtBot) -> None:
    form = inspector(window, "sessions", "panel")
    minutes = form.findChild(QSpinBox, "field.minutes")
    assert isinstance(minutes, QSpinBox)
    assert minutes.value() == 75
    minutes.setValue(40)
    minutes.editingFinished.emit()
    choose(form, "kind", "Workshop")
    choose(form, "theme_id", "Poetry")
    choose(form, "state", "Confirmed")
    type_line(form, "equipment", "piano, two lamps", qtbot)
    type_line(form, "slug", "panel-1", qtbot)
    links = form.findChild(QPlainTextEdit, "field.links")
    assert isinstance(links, QPlainTextEdit)
    links.setFocus()
    links.setPlainText("The slides https://example.org/slides")
    qtbot.keyClick(links, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    form.commit()
    after = live.programme.sessions["panel"]
    assert after == Session(
        id="panel",
        key="3",
        kind="workshop",
        title=Texts(en="Who owns a manuscript?"),
        minutes=40,
        theme_id="poetry",
        equipment=("piano", "two lamps"),
        slug="panel-1",
        links=(Link("The slides", "https://example.org/slides"),),
        state="confirmed",
    )


def test_a_kind_of_ones_own_can_be_typed(window: MainWindow, live: Live, qtbot: QtBot) -> None:
    form = inspector(window, "sessions", "panel")
    combo = form.findChild(QComboBox, "field.kind")
    assert isinstance(combo, QComboBox)
    typed = combo.lineEdit()
    assert typed is not None
    typed.setText("fishbowl")
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert live.programme.sessions["panel"].kind == "fishbowl"


def test_a_bad_link_is_refused_where_it_stands(window: MainWindow, live: Live) -> None:
    form = inspector(window, "sessions", "panel")
    links = form.findChild(QPlainTextEdit, "field.links")
    assert isinstance(links, QPlainTextEdit)
    links.setPlainText("nothing but words")
    form.commit()
    assert "ends in no web address" in refusal(form, "links")
    inspector(window, "sessions", "opening")
    inspector(window, "sessions", "panel")
    assert links.toPlainText() == "nothing but words"


def test_a_session_is_placed_moved_pinned_and_taken_off(window: MainWindow, live: Live, qtbot: QtBot) -> None:
    form = inspector(window, "sessions", "panel")
    choose(form, "place", "Great Hall")
    press(form, "set.start", qtbot)
    start = form.findChild(QDateTimeEdit, "field.start")
    assert isinstance(start, TimeEdit)
    assert start.layoutDirection() == LTR
    start.put(datetime(2027, 10, 22, 14, 30))
    start.editingFinished.emit()
    pinned = form.findChild(QCheckBox, "field.pinned")
    assert isinstance(pinned, QCheckBox)
    qtbot.mouseClick(pinned, Qt.MouseButton.LeftButton, pos=QPoint(8, pinned.height() // 2))
    assert live.programme.placements_of("panel") == (
        Placement(
            id="panel@1", session_id="panel", place_id="hall", start=datetime(2027, 10, 22, 14, 30), pinned=True
        ),
    )
    press(form, "placement.add", qtbot)
    choose(form, "place.2", "Room of Mirrors")
    assert [one.place_id for one in live.programme.placements_of("panel")] == ["hall", "room"]
    press(form, "remove.placement.2", qtbot)
    press(form, "clear.start", qtbot)
    assert live.programme.placements_of("panel")[0].start is None
    choose(form, "place", "No place yet")
    assert live.programme.placements_of("panel") == ()


def test_people_are_added_recast_ordered_and_taken_off(window: MainWindow, live: Live, qtbot: QtBot) -> None:
    form = inspector(window, "sessions", "panel")
    adder = form.findChild(QLineEdit, "part.add")
    assert isinstance(adder, QLineEdit)
    adder.setText("Yusuf Kaya")
    press(form, "part.add.confirm", qtbot)
    adder.setText("Nadia Rahal")
    qtbot.keyClick(adder, Qt.Key.Key_Return)

    def cast() -> list[tuple[str, str]]:
        people = live.programme.people
        return [(people[one.person_id].name["en"], one.role) for one in live.programme.parts_of("panel")]

    assert cast() == [("Yusuf Kaya", "panellist"), ("Nadia Rahal", "panellist")]
    adder.setText("Yusuf Kaya")
    qtbot.keyClick(adder, Qt.Key.Key_Return)
    assert adder.text() == "Yusuf Kaya"
    assert [one.text() for one in form.findChildren(QLabel) if "already" in one.text()] == [
        "Yusuf Kaya is panellist of session “Who owns a manuscript?” already."
    ]
    up = [one for one in form.findChildren(QAbstractButton) if one.accessibleName() == "Move Nadia Rahal up"]
    qtbot.mouseClick(up[0], Qt.MouseButton.LeftButton)
    assert cast() == [("Nadia Rahal", "panellist"), ("Yusuf Kaya", "panellist")]
    choose(form, "role", "moderator")
    choose(form, "part.state", "Confirmed")
    assert cast()[0] == ("Nadia Rahal", "moderator")
    off = [one for one in form.findChildren(QAbstractButton) if one.accessibleName() == "Take Yusuf Kaya off"]
    qtbot.mouseClick(off[0], Qt.MouseButton.LeftButton)
    assert cast() == [("Nadia Rahal", "moderator")]
    assert live.programme.parts_of("panel")[0].state == "confirmed"


def test_a_name_is_completed_and_chosen_from_the_list(window: MainWindow, live: Live, qtbot: QtBot) -> None:
    window.activateWindow()
    form = inspector(window, "sessions", "panel")
    adder = form.findChild(QLineEdit, "part.add")
    assert isinstance(adder, QLineEdit)
    adder.setFocus()
    qtbot.keyClicks(adder, "nas")
    popup = adder.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    index = popup.model().index(0, 0)
    assert index.data() == "Dr Leila Nasser, House of Letters, Jordan"
    popup.setCurrentIndex(index)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.person_id for one in live.programme.parts_of("panel")] == ["leila"])
    qtbot.waitUntil(lambda: adder.text() == "")


def test_a_person_is_edited_whole(window: MainWindow, live: Live, qtbot: QtBot) -> None:
    form = inspector(window, "people", "yusuf")
    assert wrapping(form, "name.tr").typed() == "Yusuf Kaya"
    type_line(form, "honorific", "Prof.", qtbot)
    type_line(form, "contacts.email", "yusuf@example.org", qtbot)
    choose(form, "country", "Qatar")
    press(form, "set.arrival", qtbot)
    unlisted = form.findChild(QCheckBox, "field.unlisted")
    assert isinstance(unlisted, QCheckBox)
    unlisted.click()
    area = form.findChild(QPlainTextEdit, "field.biography")
    assert isinstance(area, QPlainTextEdit)
    area.setPlainText("Writes.\nReads.")
    press(form, "absence.add", qtbot)
    form.commit()
    after = live.programme.people["yusuf"]
    assert (after.honorific, after.contacts, after.country, after.unlisted, after.biography, after.arrival) == (
        Texts(en="Prof."),
        Texts(email="yusuf@example.org"),
        "QA",
        True,
        Texts(en="Writes.\nReads."),
        datetime(2027, 10, 21, 9),
    )
    (absence,) = live.programme.absences.values()
    assert (absence.person_id, absence.start, absence.end) == (
        "yusuf",
        datetime(2027, 10, 21, 9),
        datetime(2027, 10, 21, 18),
    )


def test_an_absence_is_changed_refused_and_removed(window: MainWindow, live: Live, qtbot: QtBot) -> None:
    form = inspector(window, "places", "hall")
    press(form, "absence.add", qtbot)
    end = form.findChild(TimeEdit, "field.absence.end")
    assert isinstance(end, TimeEdit)
    end.put(datetime(2027, 10, 20))
    end.editingFinished.emit()
    assert "end before it starts" in refusal(form, "absence.end")
    end.put(datetime(2027, 10, 21, 12))
    end.editingFinished.emit()
    type_line(form, "reason", "painters", qtbot)
    (absence,) = live.programme.absences.values()
    assert absence == Absence(
        id=absence.id,
        place_id="hall",
        start=datetime(2027, 10, 21, 9),
        end=datetime(2027, 10, 21, 12),
        reason="painters",
    )
    (button,) = [one for one in form.findChildren(QAbstractButton) if one.toolTip() == "Remove this absence"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert live.programme.absences == {}


def test_a_place_is_edited_whole(window: MainWindow, live: Live, qtbot: QtBot) -> None:
    form = inspector(window, "places", "room")
    choose(form, "parent_id", "Great Hall")
    seats = form.findChild(QSpinBox, "field.seats")
    assert isinstance(seats, QSpinBox)
    seats.setValue(seats.minimum())
    seats.editingFinished.emit()
    hours = form.findChild(QPlainTextEdit, "field.hours")
    assert isinstance(hours, QPlainTextEdit)
    hours.setPlainText("2027-10-21 19:00–01:30")
    form.commit()
    room = live.programme.places["room"]
    assert (room.parent_id, room.seats, room.hours) == (
        "hall",
        None,
        (Span(datetime(2027, 10, 21, 19), datetime(2027, 10, 22, 1, 30)),),
    )
    form = inspector(window, "places", "hall")
    choose(form, "parent_id", "Room of Mirrors")
    assert "can't lie within itself" in refusal(form, "parent_id")


def test_a_theme_has_a_colour_that_is_typed_or_chosen(window: MainWindow, live: Live, qtbot: QtBot) -> None:
    form = inspector(window, "themes", "poetry")
    type_line(form, "colour", "blue", qtbot)
    assert "is no colour" in refusal(form, "colour")
    type_line(form, "colour", "#B3392F", qtbot)
    assert live.programme.themes["poetry"].colour == "#b3392f"
    field = form.findChild(ColourField)
    assert isinstance(field, ColourField)
    field._choose(QColor("#102030"))
    assert live.programme.themes["poetry"].colour == "#102030"


def test_languages_are_ticked_in_a_menu(window: MainWindow, live: Live) -> None:
    form = inspector(window, "sessions", "panel")
    field = next(one for one in form.findChildren(LanguagesField) if one.name == "languages")
    for code in ("ar", "fr"):
        next(one for one in field._menu.actions() if one.data() == code).trigger()
    assert live.programme.sessions["panel"].languages == ("ar", "fr")
    assert field.editor.accessibleName() == "Spoken in: Arabic, French"
    next(one for one in field._menu.actions() if one.data() == "ar").trigger()
    assert live.programme.sessions["panel"].languages == ("fr",)


def test_a_choice_keeps_a_value_that_is_not_offered(qtbot: QtBot) -> None:
    field = ChoiceField("country", "Country", [("", "None"), ("JO", "Jordan")])
    qtbot.addWidget(field)
    field.show_stored("XX", afresh=True)
    assert field.read() == "XX"
    field.show_stored("JO")
    assert field.read() == "JO"


def test_the_problems_of_a_session_stand_above_its_fields(window: MainWindow, live: Live, qtbot: QtBot) -> None:
    form = inspector(window, "sessions", "opening")
    live.make(lambda now: place(now, "opening", "room", now.start_of("reading")))
    qtbot.waitUntil(lambda: any("opening" in one.about for one in live.problems))
    qtbot.waitUntil(form.problems.isVisible)
    sentences = {one.text() for one in form.problems.findChildren(QLabel)}
    assert {one.text for one in live.problems if "opening" in one.about} <= sentences


def test_the_event_is_edited_in_its_own_window(window: MainWindow, live: Live, qtbot: QtBot) -> None:
    action = window.findChild(QAction, "event.settings")
    assert isinstance(action, QAction)
    action.trigger()
    dialog = window.findChild(EventSettings)
    assert isinstance(dialog, EventSettings)
    type_line(dialog, "city", "Muscat", qtbot)
    assert dialog.isVisible()
    zone = dialog.findChild(QComboBox, "field.zone")
    assert isinstance(zone, QComboBox)
    zone.setCurrentText("Nowhere/City")
    zone.activated.emit(0)
    assert "is no time zone" in refusal(dialog, "zone")
    zone.setCurrentText("Asia/Muscat")
    zone.activated.emit(0)
    languages = next(one for one in dialog.findChildren(LanguagesField) if one.name == "languages")
    next(one for one in languages._menu.actions() if one.data() == "fr").trigger()
    assert wrapping(dialog, "title.fr").placeholderText() == "not yet in French"
    count = dialog.findChild(QSpinBox, "days.count")
    assert isinstance(count, QSpinBox)
    count.setValue(3)
    count.editingFinished.emit()
    friday = next(one for one in dialog.findChildren(QAbstractButton) if one.accessibleName() == "Friday")
    friday.click()
    event = live.programme.event
    assert (event.city["en"], event.zone, event.languages, event.weekend) == (
        "Muscat",
        "Asia/Muscat",
        ("en", "ar", "fr"),
        (5, 6, 7),
    )
    assert [day.date.day for day in live.programme.days_in_order()] == [21, 22, 23]
    title = wrapping(dialog, "title")
    title.setPlainText("Typed when closing")
    dialog.close()
    qtbot.waitUntil(lambda: live.programme.event.title["en"] == "Typed when closing")


def test_a_days_hours_and_name_are_set(window: MainWindow, live: Live, qtbot: QtBot) -> None:
    window.show_event_settings()
    dialog = window.findChild(EventSettings)
    assert isinstance(dialog, EventSettings)
    (opens,) = [one for one in dialog.findChildren(TimeEdit) if one.accessibleName() == "Thu 21 Oct 2027 begins"]
    opens.put(datetime(2027, 10, 21, 8, 15))
    opens.editingFinished.emit()
    assert live.programme.days["thursday"].start == datetime(2027, 10, 21, 8, 15)
    type_line(dialog, "name", "Day of arrivals", qtbot)
    assert live.programme.days["thursday"].name == Texts(en="Day of arrivals")
