"""Alterations in sentences."""

from dataclasses import replace
from datetime import date, datetime

from hypothesis import given

from example import HALL, LEILA, OPENING, PANEL, READING, THURSDAY, example
from majlis.programme.alterations import alterations
from majlis.programme.alterations.wording import Wording, sentences
from majlis.programme.edits.edit import Edit, apply
from majlis.programme.edits.event import set_days, set_hours
from majlis.programme.edits.people import assign, dismiss, recast
from majlis.programme.edits.records import add, amend, remove
from majlis.programme.edits.sessions import place, place_again, resize, unplace
from majlis.programme.programme import Programme
from majlis.programme.records import Session
from majlis.programme.texts import Texts
from strategies import programmes

NINE = datetime(2027, 10, 21, 9)
FRIDAY_TEN = datetime(2027, 10, 22, 10)


def said(*edits: Edit, old: Programme | None = None) -> list[str]:
    """Return in sentences what edits did, each made for the example."""
    before = old or example()
    after = before
    for edit in edits:
        after = apply(after, edit)
    return list(sentences(before, after, alterations(before, after)))


def marks(*edits: Edit) -> list[str]:
    after = example()
    for edit in edits:
        after = apply(after, edit)
    wording = Wording(example(), after)
    return [wording.mark(item) for item in alterations(example(), after)]


def test_moves_name_what_changed_and_where_it_is_now() -> None:
    programme = example()
    later = NINE.replace(hour=10, minute=30)
    assert said(place(programme, "opening", "hall", later)) == [
        "“Opening” moved from 2027-10-21 09:00 to 10:30 (Great Hall)."
    ]
    assert said(place(programme, "opening", "room", NINE)) == [
        "“Opening” moved from Great Hall to Room of Mirrors (2027-10-21 09:00)."
    ]
    assert said(place(programme, "opening", "room", FRIDAY_TEN)) == [
        "“Opening” moved from 2027-10-21 09:00, Great Hall to 2027-10-22 10:00, Room of Mirrors."
    ]
    assert said(place(programme, "opening", None, None)) == [
        "“Opening” is no longer at 2027-10-21 09:00, Great Hall."
    ]
    assert said(place(programme, "opening", "hall", None)) == [
        "“Opening” moved from 2027-10-21 09:00 to no time yet (Great Hall)."
    ]
    assert said(place(programme, "opening", None, NINE)) == [
        "“Opening” moved from Great Hall to no place yet (2027-10-21 09:00)."
    ]


def test_sessions_come_go_and_come_again() -> None:
    programme = example()
    cancelled = amend(programme, OPENING, state="cancelled")
    assert said(cancelled) == ["“Opening” is cancelled; it was to be 2027-10-21 09:00, Great Hall."]
    assert said(remove(programme, [OPENING])) == [
        "“Opening” was taken out of the programme; it was to be 2027-10-21 09:00, Great Hall."
    ]
    assert said(add(programme, Session(id="film", title=Texts(en="A Film")))) == [
        "“A Film” is new: without a time yet."
    ]
    gone = apply(programme, cancelled)
    back = amend(gone, gone.sessions["opening"], state="confirmed")
    assert said(back, old=gone) == ["“Opening” takes place after all: 2027-10-21 09:00, Great Hall."]


def test_slots_lengths_blocks_and_titles() -> None:
    programme = example()
    assert said(
        place(programme, "panel", "hall", FRIDAY_TEN), place_again(programme, "opening", "room", NINE)
    ) == [
        "“Opening” is now at 2027-10-21 09:00, Room of Mirrors.",
        "“Who owns a manuscript?” is now at 2027-10-22 10:00, Great Hall.",
    ]
    assert said(unplace(programme, "opening")) == ["“Opening” is no longer at 2027-10-21 09:00, Great Hall."]
    assert said(resize(programme, "opening", 75)) == [
        "“Opening” lasts 75 minutes instead of 60 (2027-10-21 09:00, Great Hall)."
    ]
    assert said(amend(programme, PANEL, parent_id="opening")) == ["“Who owns a manuscript?” is part of “Opening”."]
    inner = apply(programme, amend(programme, PANEL, parent_id="opening"))
    assert said(amend(inner, inner.sessions["panel"], parent_id="reading"), old=inner) == [
        "“Who owns a manuscript?” is part of “A Reading at Noon” instead of “Opening”."
    ]
    assert said(amend(inner, inner.sessions["panel"], parent_id=None), old=inner) == [
        "“Who owns a manuscript?” is no longer part of “Opening”."
    ]
    assert said(amend(programme, PANEL, title=Texts(en="Whose book?"))) == [
        "Session “Who owns a manuscript?” is now “Whose book?”."
    ]
    assert said(amend(programme, OPENING, title=Texts(en="Opening", fr="Ouverture"))) == [
        "Session “الافتتاح” (ar) was taken away, “الافتتاح” is now also called “Ouverture” (fr)."
    ]


def test_people_places_and_days() -> None:
    programme = example()
    yusuf = programme.parts["reading:yusuf:reader"]
    assert said(assign(programme, PANEL, LEILA, "time_keeper"), dismiss(programme, yusuf)) == [
        "Yusuf Kaya is no longer reader of “A Reading at Noon”.",
        "Leila Nasser joins “Who owns a manuscript?” as time keeper.",
    ]
    assert said(recast(programme, yusuf, "chair")) == [
        "Yusuf Kaya is chair instead of reader of “A Reading at Noon”."
    ]
    assert said(amend(programme, HALL, name=HALL.name.but({"en": "Grand Hall"}))) == [
        "Place “Great Hall” is now “Grand Hall” (en)."
    ]
    assert said(set_hours(THURSDAY, THURSDAY.start.time().replace(hour=10), THURSDAY.end.time())) == [
        "2027-10-21 is 10:00–18:00 instead of 09:00–18:00."
    ]
    assert said(set_days(programme, THURSDAY.date, 1)) == ["2027-10-22 is no longer a day of the event."]
    assert said(set_days(programme, THURSDAY.date, 3)) == ["2027-10-23 is a day of the event."]


def test_the_rest_is_said_by_field() -> None:
    programme = example()
    assert said(amend(programme, READING, expected=20, notes="Tea")) == [
        "Session “A Reading at Noon” was changed (expected and notes)."
    ]
    assert said(remove(programme, [programme.themes["poetry"]]))[0] == "Theme “Poetry” was removed."


def test_days_are_said_in_the_words_that_one_asks_for() -> None:
    old, new = example(), apply(example(), place(example(), "opening", "hall", FRIDAY_TEN))
    assert sentences(old, new, alterations(old, new), lambda day: f"{day:%a}") == (
        "“Opening” moved from Thu 09:00 to Fri 10:00 (Great Hall).",
    )


def test_marks_are_a_few_words_for_what_shows_on_a_timetable() -> None:
    programme = example()
    assert marks(place(programme, "opening", "room", NINE.replace(hour=10))) == ["moved from 09:00, Great Hall"]
    assert marks(place(programme, "opening", "hall", FRIDAY_TEN)) == ["moved from 2027-10-21 09:00"]
    assert marks(place(programme, "panel", "hall", NINE)) == ["new at this time"]
    assert marks(resize(programme, "opening", 30), amend(programme, HALL, name=Texts(en="X"))) == [
        "lasted 60 min",
        "",
    ]
    assert marks(add(programme, Session(id="film", title=Texts(en="A Film")))) == ["new"]
    gone = example().changed([("sessions", "opening", replace(OPENING, state="cancelled"))])
    (back,) = alterations(gone, example())
    assert Wording(gone, example()).mark(back) == "takes place after all"


@given(programmes(), programmes())
def test_any_alteration_has_its_sentence(old: Programme, new: Programme) -> None:
    for text in sentences(old, new, alterations(old, new), date.isoformat):
        assert text.endswith(".")
