"""The look-ups of a programme."""

from dataclasses import replace
from datetime import date, datetime

from hypothesis import given

from example import OPENING, PANEL, READING, example
from majlis.programme.programme import Programme, end_of
from majlis.programme.records import Day, Place, Placement, Session, Span
from majlis.programme.texts import Texts
from strategies import programmes


def test_a_programme_without_records_has_an_event() -> None:
    assert Programme.of().event.title == Texts()


def test_lookups_of_the_example() -> None:
    programme = example()
    assert [part.person_id for part in programme.parts_of("reading")] == ["yusuf", "leila"]
    assert {part.session_id for part in programme.parts_by("leila")} == {"opening", "reading"}
    assert [placed.id for placed in programme.placements_in("hall")] == ["opening@1"]
    assert programme.find("leila") == programme.people["leila"]
    assert programme.find("nobody") is None
    assert programme.start_of("panel") is None
    assert programme.span_of(programme.placements["reading@1"]) == Span(
        datetime(2027, 10, 21, 12), datetime(2027, 10, 21, 12, 45)
    )
    assert programme.span_of(Placement(id="x", session_id="panel")) is None


def test_a_day_is_found_by_its_hours_then_by_its_date() -> None:
    night = Day(
        id="night", date=date(2027, 10, 23), start=datetime(2027, 10, 23, 20), end=datetime(2027, 10, 24, 2)
    )
    programme = example().changed([("days", "night", night)])
    assert programme.day_of(datetime(2027, 10, 24, 1)) == night
    assert programme.day_of(datetime(2027, 10, 23, 8)) == night
    assert programme.day_of(datetime(2027, 11, 1)) is None


def test_trees_are_read_parents_first_and_circles_end() -> None:
    a = Place(id="a", name=Texts(en="A"), parent_id="b", position=1)
    b = Place(id="b", name=Texts(en="B"), parent_id="a")
    venue = Place(id="v", name=Texts(en="V"), position=5)
    room = Place(id="r", name=Texts(en="R"), parent_id="v")
    programme = Programme.of([a, b, room, venue])
    assert {place.id for place in programme.places_in_order()} == {"a", "b", "v", "r"}
    assert [place.id for place in programme.places_in_order()][:2] == ["v", "r"]
    assert programme.places_above("a") == ("b", "a")


def test_talks_of_a_block_stand_by_time() -> None:
    talks = [replace(READING, parent_id="panel"), replace(OPENING, parent_id="panel")]
    programme = example().changed([("sessions", talk.id, talk) for talk in talks])
    assert [talk.id for talk in programme.talks_of("panel")] == ["opening", "reading"]
    assert programme.blocks_of("reading") == ("panel",)


def test_a_circle_of_blocks_ends() -> None:
    programme = Programme.of([Session(id="a", parent_id="b"), Session(id="b", parent_id="a")])
    assert programme.blocks_of("a") == ("b", "a")


def test_lengths_beyond_the_calendar_end_with_it() -> None:
    assert end_of(datetime(2027, 1, 1), 10**12) == datetime.max
    assert end_of(datetime(2027, 1, 1), -(10**12)) == datetime.min


def test_dangling_references_are_named() -> None:
    programme = example().changed([("themes", "poetry", None)])
    assert [(record.id, field) for record, field in programme.dangling()] == [("reading", "theme_id")]


@given(programmes())
def test_who_uses_a_record_is_who_names_it(programme: Programme) -> None:
    for session in programme.sessions.values():
        users = {user.id for user, _ in programme.users_of(session)}
        assert users == {
            *(placed.id for placed in programme.placements_of(session.id)),
            *(part.id for part in programme.parts_of(session.id)),
            *(talk.id for talk in programme.talks_of(session.id)),
        }


def test_unplaced_sessions_have_no_placements() -> None:
    assert example().placements_of(PANEL.id) == ()
