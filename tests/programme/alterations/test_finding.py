"""What altered between two programmes: each kind, and the laws."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from example import HALL, LEILA, OPENING, PANEL, READING, THURSDAY, example
from majlis.programme.alterations import (
    Added,
    Alteration,
    Amended,
    DayAltered,
    Joined,
    Left,
    Moved,
    Placed,
    Recast,
    Regrouped,
    Renamed,
    Resized,
    Revived,
    Slot,
    Unplaced,
    Withdrawn,
    alterations,
    session_alterations,
)
from majlis.programme.edits.edit import Edit, apply
from majlis.programme.edits.event import set_days, set_hours
from majlis.programme.edits.people import assign, dismiss, recast
from majlis.programme.edits.records import add, amend, duplicate, remove
from majlis.programme.edits.sessions import place, place_again, unplace
from majlis.programme.programme import Programme
from majlis.programme.records import Edition, Part, Placement, Record, Session, Waiver
from majlis.programme.texts import Texts
from strategies import programmes

NINE = datetime(2027, 10, 21, 9)
NOON = datetime(2027, 10, 21, 12)
THERE = Slot(NINE, "hall")


def since(*edits: Edit, old: Programme | None = None) -> tuple[Alteration, ...]:
    """Return what altered by edits of the example, each made for the example."""
    before = old or example()
    after = before
    for edit in edits:
        after = apply(after, edit)
    return alterations(before, after)


def changed(*records: Record) -> Programme:
    return example().changed((each.table, each.id, each) for each in records)


def set_to(record: Record, **values: Any) -> Edit:  # noqa: ANN401 - each field has its own type
    return amend(example(), record, **values)


def test_a_session_that_moves_says_from_where_to_where() -> None:
    move = place(example(), "opening", "room", NOON)
    (moved,) = since(move)
    assert moved == Moved("opening", "opening@1", THERE, Slot(NOON, "room"))
    assert isinstance(moved, Moved)
    assert (moved.in_time, moved.in_place) == (True, True)
    (later,) = since(place(example(), "opening", "hall", NOON))
    assert isinstance(later, Moved)
    assert (later.in_time, later.in_place) == (True, False)


def test_a_session_gets_a_time_loses_it_and_is_held_again() -> None:
    programme = example()
    assert since(place(programme, "panel", "hall", NOON)) == (Placed("panel", "panel@1", Slot(NOON, "hall")),)
    assert since(unplace(programme, "opening")) == (Unplaced("opening", THERE),)
    assert since(place_again(programme, "opening", "room", NOON)) == (
        Placed("opening", "opening@2", Slot(NOON, "room")),
    )


def test_a_placement_under_another_id_is_the_same_one_moved() -> None:
    other = Placement(id="imported", session_id="opening", place_id="room", start=NOON)
    new = changed(other).changed([("placements", "opening@1", None)])
    assert alterations(example(), new) == (Moved("opening", "imported", THERE, Slot(NOON, "room")),)
    same = replace(other, place_id="hall", start=NINE)
    new = changed(same).changed([("placements", "opening@1", None)])
    assert alterations(example(), new) == (
        Amended("placements", "opening@1", "removed"),
        Amended("placements", "imported", "added"),
    )


def test_two_placements_that_trade_their_ids_moved_nowhere() -> None:
    second = Placement(id="opening@2", session_id="opening", place_id="room", start=NOON)
    first = example().placements["opening@1"]
    old = changed(second)
    new = changed(replace(first, place_id="room", start=NOON), replace(second, place_id="hall", start=NINE))
    assert {type(item) for item in alterations(old, new)} == {Amended}


def test_a_session_is_new_cancelled_revived_or_taken_out() -> None:
    programme = example()
    cancelled = changed(replace(OPENING, state="cancelled"))
    new = Session(id="film", title=Texts(en="A Film"))
    assert since(add(programme, new)) == (Added("film", ()),)
    assert alterations(programme, cancelled) == (Withdrawn("opening", (THERE,), cancelled=True),)
    assert alterations(cancelled, programme) == (Revived("opening", (THERE,)),)
    assert since(remove(programme, [OPENING])) == (Withdrawn("opening", (THERE,), cancelled=False),)
    rejected = changed(replace(OPENING, state="rejected"))
    assert alterations(rejected, programme) == (Added("opening", (THERE,)),)
    assert alterations(cancelled, rejected) == (Amended("sessions", "opening", "changed", ("state",)),)


def test_what_belongs_to_a_new_session_is_said_with_it() -> None:
    (item,) = since(duplicate(example(), OPENING))
    assert isinstance(item, Added)


def test_titles_lengths_and_blocks() -> None:
    named = Texts(en="First Words", ar="الافتتاح")
    assert since(set_to(OPENING, title=named, minutes=75)) == (
        Renamed("sessions", "opening", OPENING.title, named),
        Resized("opening", 60, 75),
    )
    assert since(set_to(READING, parent_id="opening")) == (Regrouped("reading", None, "opening"),)


def test_people_join_leave_and_change_their_roles() -> None:
    programme = example()
    leila = programme.people["leila"]
    speaks = programme.parts["opening:leila:speaker"]
    assert since(assign(programme, PANEL, leila, "chair")) == (Joined("panel", "leila", ("chair",)),)
    assert since(dismiss(programme, speaks)) == (Left("opening", "leila", ("speaker",)),)
    assert since(recast(programme, speaks, "chair")) == (Recast("opening", "leila", ("speaker",), ("chair",)),)
    assert since(assign(programme, OPENING, leila, "host")) == (
        Recast("opening", "leila", ("speaker",), ("speaker", "host")),
    )
    assert since(set_to(speaks, state="declined")) == (Left("opening", "leila", ("speaker",)),)
    assert since(set_to(speaks, state="invited")) == (Amended("parts", speaks.id, "changed", ("state",)),)


def test_somebody_who_declined_was_never_there() -> None:
    declined = Part(id="d", session_id="panel", person_id="leila", state="declined")
    assert alterations(example(), changed(declined)) == (Amended("parts", "d", "added"),)


def test_names_of_places_and_people_and_hours_of_days() -> None:
    hall, name = Texts(en="Grand Hall", ar="القاعة الكبرى"), Texts(en="Layla Nasser", ar="ليلى ناصر")
    programme = example()
    assert since(set_to(HALL, name=hall)) == (Renamed("places", "hall", HALL.name, hall),)
    assert since(set_to(LEILA, name=name)) == (Renamed("people", "leila", LEILA.name, name),)
    hours = set_hours(THURSDAY, NINE.time().replace(hour=10), THURSDAY.end.time())
    after = apply(programme, hours)
    assert since(hours) == (DayAltered("thursday", THURSDAY, after.days["thursday"]),)
    day = Texts(en="First day")
    assert since(set_to(THURSDAY, name=day)) == (Renamed("days", "thursday", THURSDAY.name, day),)
    (gone,) = since(set_days(programme, THURSDAY.date, 1))
    assert gone == DayAltered("friday", programme.days["friday"], None)


def test_everything_else_is_said_by_its_fields() -> None:
    programme = example()
    assert since(set_to(OPENING, notes="Flowers", expected=150)) == (
        Amended("sessions", "opening", "changed", ("expected", "notes")),
    )
    assert since(remove(programme, [programme.themes["poetry"]])) == (
        Amended("themes", "poetry", "removed"),
        Amended("sessions", "reading", "changed", ("theme_id",)),
    )
    pinned = replace(programme.placements["opening@1"], pinned=True)
    assert alterations(programme, changed(pinned)) == (Amended("placements", "opening@1", "changed", ("pinned",)),)


def test_sessions_come_by_time_and_then_the_rest() -> None:
    programme = example()
    items = since(
        set_to(HALL, name=Texts(en="Grand Hall")),
        place(programme, "panel", "hall", datetime(2027, 10, 22, 9)),
        set_to(READING, minutes=50),
        set_to(OPENING, minutes=50),
    )
    assert items == (
        Resized("opening", 60, 50),
        Resized("reading", 45, 50),
        Placed("panel", "panel@1", Slot(datetime(2027, 10, 22, 9), "hall")),
        Renamed("places", "hall", HALL.name, Texts(en="Grand Hall")),
    )


def told_apart(programme: Programme) -> dict[str, object]:
    return {**programme.tables, "editions": None, "waivers": None}


@given(programmes())
def test_nothing_altered_since_now_whatever_was_frozen_and_waived(programme: Programme) -> None:
    more = (Edition(id="e", number=1, at=NINE), Waiver(id="w", rule="no_people"))
    after = programme.changed((each.table, each.id, each) for each in more)
    assert alterations(programme, after) == alterations(after, programme) == ()


@given(programmes(), programmes())
def test_nothing_altered_just_where_both_are_equal(old: Programme, new: Programme) -> None:
    assert (alterations(old, new) == ()) == (told_apart(old) == told_apart(new))


@given(programmes(), st.data())
def test_any_single_difference_is_found(old: Programme, data: st.DataObject) -> None:
    other = data.draw(programmes())
    records = [each for each in other.records() if each.table not in ("editions", "waivers")]
    record = data.draw(st.sampled_from(records))
    new = Programme.of([*old.records(), record])
    if next(new.dangling(), None) is None:
        assert (alterations(old, new) == ()) == (told_apart(old) == told_apart(new))


@given(programmes(), programmes())
def test_one_session_alters_as_it_does_among_all(old: Programme, new: Programme) -> None:
    items = alterations(old, new)
    for key in {*old.sessions, *new.sessions}:
        alone = session_alterations(old, new, key)
        assert alone == tuple(
            item
            for item in items
            if (isinstance(item, Renamed) and (item.table, item.id) == ("sessions", key))
            or getattr(item, "session_id", None) == key
        )
