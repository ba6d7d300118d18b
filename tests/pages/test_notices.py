"""What errata say at which door."""

from dataclasses import replace
from datetime import date, datetime

from hypothesis import given

from example import HALL, LEILA, OPENING, PANEL, READING, THURSDAY, example
from majlis.pages.notices import Notice, errata_of
from majlis.programme.alterations import Alteration, Slot
from majlis.programme.edits.edit import Edit, apply
from majlis.programme.edits.event import set_hours
from majlis.programme.edits.people import assign
from majlis.programme.edits.records import add, amend, remove
from majlis.programme.edits.sessions import place, place_again, resize, unplace
from majlis.programme.programme import Programme
from majlis.programme.records import Session
from majlis.programme.texts import Texts
from strategies import programmes

THURSDAY_DATE, FRIDAY_DATE = date(2027, 10, 21), date(2027, 10, 22)
NINE = datetime(2027, 10, 21, 9)
TEN = datetime(2027, 10, 21, 10)
FRIDAY_TEN = datetime(2027, 10, 22, 10)


def everything(_item: Alteration) -> bool:
    return True


def doors(
    *edits: Edit, old: Programme | None = None
) -> dict[tuple[date | None, str | None], list[tuple[str, str, Slot | None, Slot | None]]]:
    """Return at each door what is said: of which session, the status, where it was and where it went."""
    before = old or example()
    after = before
    for edit in edits:
        after = apply(after, edit)
    found = errata_of(before, after, everything).doors
    return {
        (day, key): [(each.session.id, each.status, each.before, each.now) for each in notices]
        for day, places in found.items()
        for key, notices in places.items()
    }


def test_another_time_is_said_at_its_door_alone() -> None:
    assert doors(place(example(), "opening", "hall", TEN)) == {
        (THURSDAY_DATE, "hall"): [("opening", "new_time", Slot(NINE, "hall"), None)]
    }


def test_another_place_is_said_at_both_doors() -> None:
    assert doors(place(example(), "opening", "room", NINE)) == {
        (THURSDAY_DATE, "hall"): [("opening", "moved", None, Slot(NINE, "room"))],
        (THURSDAY_DATE, "room"): [("opening", "new_place", Slot(NINE, "hall"), None)],
    }


def test_another_day_is_said_on_both() -> None:
    assert doors(place(example(), "opening", "room", FRIDAY_TEN)) == {
        (THURSDAY_DATE, "hall"): [("opening", "moved", None, Slot(FRIDAY_TEN, "room"))],
        (FRIDAY_DATE, "room"): [("opening", "new_slot", Slot(NINE, "hall"), None)],
    }


def test_what_is_gone_is_said_where_it_was_to_be() -> None:
    programme = example()
    gone = {(THURSDAY_DATE, "hall"): [("opening", "cancelled", None, None)]}
    assert doors(amend(programme, OPENING, state="cancelled")) == gone
    assert doors(remove(programme, [OPENING])) == gone
    assert doors(unplace(programme, "opening")) == {
        (THURSDAY_DATE, "hall"): [("opening", "moved", None, Slot(None, None))],
        (None, None): [("opening", "changed", Slot(NINE, "hall"), None)],
    }


def test_a_session_that_is_held_twice_says_only_what_changed() -> None:
    twice = apply(example(), place_again(example(), "opening", "room", TEN))
    assert doors(remove(twice, [twice.placements["opening@2"]]), old=twice) == {
        (THURSDAY_DATE, "room"): [("opening", "cancelled", None, None)]
    }
    assert doors(place_again(example(), "opening", "room", TEN)) == {
        (THURSDAY_DATE, "room"): [("opening", "new_time", None, None)]
    }
    assert doors(resize(twice, "opening", 30), old=twice) == {
        (THURSDAY_DATE, "hall"): [("opening", "changed", None, None)],
        (THURSDAY_DATE, "room"): [("opening", "changed", None, None)],
    }


def test_new_and_revived_sessions_and_those_without_a_time() -> None:
    programme = example()
    film = Session(id="film", title=Texts(en="A Film"))
    assert doors(add(programme, film)) == {(None, None): [("film", "new", None, None)]}
    gone = programme.changed([("sessions", "opening", replace(OPENING, state="cancelled"))])
    back = amend(gone, gone.sessions["opening"], state="accepted")
    assert doors(back, old=gone) == {(THURSDAY_DATE, "hall"): [("opening", "revived", None, None)]}
    assert doors(assign(programme, PANEL, LEILA, "chair")) == {(None, None): [("panel", "changed", None, None)]}


def test_a_talk_is_looked_for_where_its_block_is() -> None:
    inner = apply(example(), amend(example(), PANEL, parent_id="reading"))
    assert doors(resize(inner, "panel", 10), old=inner) == {
        (THURSDAY_DATE, "room"): [("panel", "changed", None, None)]
    }
    own = apply(inner, place(inner, "panel", "hall", TEN))
    noon = Slot(datetime(2027, 10, 21, 12), "room")
    assert doors(unplace(own, "panel"), old=own) == {
        (THURSDAY_DATE, "hall"): [("panel", "moved", None, noon)],
        (THURSDAY_DATE, "room"): [("panel", "new_slot", Slot(TEN, "hall"), None)],
    }


def test_doors_stand_by_day_place_and_time() -> None:
    programme = example()
    edits = (
        place(programme, "panel", "room", FRIDAY_TEN),
        resize(programme, "reading", 30),
        resize(programme, "opening", 30),
        place_again(programme, "reading", "hall", NINE.replace(hour=8)),
    )
    assert list(doors(*edits)) == [(THURSDAY_DATE, "hall"), (THURSDAY_DATE, "room"), (FRIDAY_DATE, "room")]
    assert [each[0] for each in doors(*edits)[THURSDAY_DATE, "hall"]] == ["reading", "opening"]


def test_names_and_hours_are_said_at_the_end_and_notes_never() -> None:
    programme = example()
    after = programme
    for edit in (
        amend(programme, HALL, name=Texts(en="Grand Hall")),
        amend(programme, programme.people["yusuf"], name=Texts(en="Yousef")),
        amend(programme, programme.themes["poetry"], name=Texts(en="Verse")),
        amend(programme, READING, notes="Flowers"),
        set_hours(THURSDAY, TEN.time(), THURSDAY.end.time()),
    ):
        after = apply(after, edit)
    found = errata_of(programme, after, everything)
    assert [type(item).__name__ for item in found.further] == ["DayAltered", "Renamed", "Renamed"]
    assert found.doors == {}
    assert found
    assert not errata_of(programme, programme, everything)


@given(programmes(), programmes())
def test_every_notice_stands_at_its_own_door(old: Programme, new: Programme) -> None:
    for day, places in errata_of(old, new, everything).doors.items():
        for key, notices in places.items():
            for notice in notices:
                assert isinstance(notice, Notice)
                assert notice.slot.place_id == key
                assert (notice.slot.start is None) == (day is None)
