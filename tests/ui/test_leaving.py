"""Closing a window in which something refused is typed."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
import pytest
from pytestqt.qtbot import QtBot

from majlis.document import Document
from majlis.programme.edits.records import amend
from majlis.ui.app import Program
from majlis.ui.event_settings import EventSettings
from majlis.ui.fields.growing import Wrapping
from majlis.ui.fields.times import TimeEdit
from majlis.ui.inspectors.drafts import drafts_of
from majlis.ui.inspectors.leaving import Question
from majlis.ui.main_window import MainWindow

WRONG = "With \u202e override"


def title_of(form: QWidget, name: str = "field.title") -> Wrapping:
    (found,) = (one for one in form.findChildren(Wrapping, name) if one.isVisible())
    return found


def type_title(window: MainWindow, key: str, text: str, qtbot: QtBot) -> None:
    window.reveal("sessions", key)
    title = title_of(window)
    title.setPlainText(text)
    qtbot.keyClick(title, Qt.Key.Key_Return)


def question(window: QWidget) -> Question | None:
    return next((one for one in window.findChildren(Question) if one.isVisible()), None)


def answer(window: QWidget, name: str, qtbot: QtBot) -> None:
    asked = question(window)
    assert asked is not None
    button = asked.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: question(window) is None)


def title_in(file: Path) -> str:
    with Document.open(file) as again:
        return again.programme.sessions["panel"].title["en"]


def test_a_window_with_a_refused_text_stays_open_and_shows_it(window: MainWindow, qtbot: QtBot) -> None:
    type_title(window, "panel", WRONG, qtbot)
    window.show_screen("people")
    assert not window.close()
    asked = question(window)
    assert asked is not None
    assert "“Title (English)” of “\u2068Who owns a manuscript?\u2069” was not saved." in asked.text()
    assert "direction override" in asked.informativeText()
    answer(window, "unsaved.back", qtbot)
    assert window.isVisible()
    assert window.shown_screen.id == "sessions"
    assert title_of(window).typed() == WRONG
    (sentence,) = (one for one in window.findChildren(QLabel, "refusal.title") if one.isVisible())
    assert "direction override" in sentence.text()


def test_what_is_mended_is_saved_and_the_window_closes(window: MainWindow, file: Path, qtbot: QtBot) -> None:
    type_title(window, "panel", WRONG, qtbot)
    assert not window.close()
    answer(window, "unsaved.back", qtbot)
    title_of(window).setPlainText("Mended")
    assert window.close()
    assert title_in(file) == "Mended"


def test_what_is_thrown_away_is_not_saved_and_the_window_closes(
    window: MainWindow, program: Program, file: Path, qtbot: QtBot
) -> None:
    type_title(window, "panel", WRONG, qtbot)
    assert not window.close()
    asked = question(window)
    assert asked is not None
    away = asked.findChild(QAbstractButton, "unsaved.discard")
    assert isinstance(away, QAbstractButton)
    away.click()
    qtbot.waitUntil(lambda: program.windows == [])
    assert title_in(file) == "Who owns a manuscript?"


def test_a_refused_text_of_another_record_is_shown_again(window: MainWindow, qtbot: QtBot) -> None:
    type_title(window, "panel", WRONG, qtbot)
    type_title(window, "reading", WRONG, qtbot)
    window.reveal("sessions", "opening")
    assert not window.close()
    asked = question(window)
    assert asked is not None
    assert "One more field" in asked.informativeText()
    answer(window, "unsaved.back", qtbot)
    assert title_of(window).typed() == WRONG


def test_the_window_asks_once_at_a_time(window: MainWindow, qtbot: QtBot) -> None:
    type_title(window, "panel", WRONG, qtbot)
    assert [window.close(), window.close()] == [False, False]
    assert len([one for one in window.findChildren(Question) if one.isVisible()]) == 1
    answer(window, "unsaved.back", qtbot)
    assert not window.close()
    answer(window, "unsaved.back", qtbot)


def test_a_text_put_back_by_hand_is_no_longer_refused(window: MainWindow, qtbot: QtBot) -> None:
    type_title(window, "panel", WRONG, qtbot)
    type_title(window, "panel", "Who owns a manuscript?", qtbot)
    assert drafts_of(window.live).waiting == ()
    assert window.close()


def test_a_refused_text_stays_where_the_event_gets_a_language(window: MainWindow, qtbot: QtBot) -> None:
    type_title(window, "panel", WRONG, qtbot)
    window.live.make(lambda now: amend(now, now.event, languages=("en", "ar", "fr")))
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(Wrapping, "field.title.fr")))
    assert title_of(window).typed() == WRONG
    assert not window.close()


def test_a_refused_text_of_a_removed_record_holds_nobody_up(window: MainWindow, qtbot: QtBot) -> None:
    type_title(window, "panel", WRONG, qtbot)
    window.shown_screen.delete()
    assert "panel" not in window.live.programme.sessions
    assert window.close()


def test_a_refused_time_holds_the_window_too(window: MainWindow, qtbot: QtBot) -> None:
    window.reveal("places", "hall")
    add = window.shown_screen.findChild(QAbstractButton, "absence.add")
    assert isinstance(add, QAbstractButton)
    add.click()
    end = window.shown_screen.findChild(TimeEdit, "field.absence.end")
    assert isinstance(end, TimeEdit)
    qtbot.waitUntil(end.isVisible)
    end.put(datetime(2027, 10, 20))
    end.editingFinished.emit()
    window.show_screen("people")
    assert not window.close()
    asked = question(window)
    assert asked is not None
    assert asked.text() == "Until was not saved."
    assert "It would end before it starts" in asked.informativeText()
    answer(window, "unsaved.back", qtbot)
    assert window.shown_screen.id == "places"


@pytest.mark.parametrize("button", ["unsaved.back", "unsaved.discard"])
def test_the_settings_of_the_event_ask_for_themselves(window: MainWindow, qtbot: QtBot, button: str) -> None:
    type_title(window, "panel", WRONG, qtbot)
    window.show_event_settings()
    dialog = window.findChild(EventSettings)
    assert isinstance(dialog, EventSettings)
    title_of(dialog).setPlainText(WRONG)
    dialog.close()
    assert dialog.isVisible()
    asked = question(dialog)
    assert asked is not None
    assert "Days of Meaning" in asked.text()
    answer(dialog, button, qtbot)
    assert [draft.table for draft in drafts_of(window.live).waiting].count("sessions") == 1
    assert dialog.isVisible() == (button == "unsaved.back")


def test_a_draft_is_taken_up_by_every_inspector(window: MainWindow, qtbot: QtBot) -> None:
    window.show_screen("timetable")
    window.shown_screen.reveal("placements", "reading@1")
    switch = window.findChild(QAbstractButton, "timetable.inspector")
    if switch is not None and not switch.isChecked():
        switch.click()
    type_here = title_of(window.shown_screen)
    type_here.setPlainText(WRONG)
    qtbot.keyClick(type_here, Qt.Key.Key_Return)
    window.reveal("sessions", "reading")
    elsewhere = title_of(window.shown_screen)
    assert elsewhere.typed() == WRONG
    elsewhere.setPlainText("A Reading at Noon")
    qtbot.keyClick(elsewhere, Qt.Key.Key_Return)
    window.show_screen("timetable")
    assert title_of(window.shown_screen).typed() == "A Reading at Noon"
