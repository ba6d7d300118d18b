"""Writing schedule.xml and schedule.json: required parts, unique names, offsets, and what is left out."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
import json
import re
from typing import Any
from uuid import UUID

from hypothesis import assume, given, settings
import pytest

from example import example
from exchange.sources import imported, only_session, reading
from majlis.exchange.foreign_ids import guid_of, repeat_guid
from majlis.exchange.formats import write
from majlis.exchange.xml_tree import Element, parse_xml
from majlis.programme.edits.event import day_on
from majlis.programme.programme import Programme
from majlis.programme.records import Event, Link, Part, Person, Place, Placement, Record, Session, Theme
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts
from strategies import programmes

LANTERNS = Event(title=Texts(en="Lanterns"), acronym="lanterns", zone="Europe/Berlin")
SPRING, AUTUMN = datetime(2027, 5, 1, 10), datetime(2027, 11, 6, 10)
EVENT_PARTS = ("room", "title", "subtitle", "type", "date", "start", "duration", "abstract", "slug", "track")
JSON_PARTS = {
    *("abstract", "date", "duration", "guid", "id", "language", "links", "persons", "room", "slug", "start"),
    *("subtitle", "title", "track", "type", "url"),
}


def held(session: Session, *starts: datetime, place: str | None = None) -> list[Record]:
    """Return a session and its placements."""
    placements = (
        Placement(id=f"{session.id}@{number}", session_id=session.id, start=start, place_id=place)
        for number, start in enumerate(starts, 1)
    )
    return [session, *placements]


def tree(programme: Programme) -> Element:
    """Return the XML of a programme as elements."""
    return parse_xml(write(programme, "frab-xml"))


def xml_events(programme: Programme) -> list[Element]:
    """Return the events of a programme's XML."""
    return [event for day in tree(programme).all("day") for room in day.all("room") for event in room.all("event")]


def conference(programme: Programme) -> Mapping[str, Any]:
    """Return the conference of a programme's JSON."""
    return json.loads(write(programme, "schedule-json"))["schedule"]["conference"]


def json_events(programme: Programme) -> Iterator[Mapping[str, Any]]:
    """Yield the events of a programme's JSON."""
    for day in conference(programme)["days"]:
        for events in day["rooms"].values():
            yield from events


@settings(deadline=None, max_examples=30)
@given(programmes())
def test_every_event_has_what_the_schemas_want(programme: Programme) -> None:
    assume(programme.days)
    events = xml_events(programme)
    for event in events:
        assert [event.first(name) is not None for name in EVENT_PARTS] == [True] * len(EVENT_PARTS)
        assert re.fullmatch(r"[0-9]{2}:[0-9]{2}", event.word("start"))
        assert re.fullmatch(r"[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?", event.word("duration"))
        assert re.fullmatch(r"[a-z0-9_]{4,}-[a-z0-9_-]{4,}", event.word("slug"))
        assert str(UUID(event.attributes["guid"])) == event.attributes["guid"]
        assert int(event.attributes["id"]) > 0
        assert set(event.attributes) == {"guid", "id"}
        assert datetime.fromisoformat(event.word("date")).tzinfo is not None
    for names in (
        [event.attributes["guid"] for event in events],
        [event.attributes["id"] for event in events],
        [event.word("slug") for event in events],
    ):
        assert len(set(names)) == len(names)
    assert [JSON_PARTS - set(event) for event in json_events(programme)] == [set()] * len(events)


def test_the_example_is_written_whole() -> None:
    root = tree(example())
    assert [child.name for child in root.children] == ["generator", "version", "conference", "day", "day"]
    assert [day.attributes for day in root.all("day")] == [
        {
            "index": str(number),
            "date": f"2027-10-{20 + number}",
            "start": f"2027-10-{20 + number}T09:00:00+03:00",
            "end": f"2027-10-{20 + number}T18:00:00+03:00",
        }
        for number in (1, 2)
    ]
    opening, noon = xml_events(example())
    assert (opening.attributes["id"], opening.word("title"), opening.word("language")) == ("1", "الافتتاح", "ar")
    assert [noon.word(name) for name in ("title", "track", "type", "duration", "date")] == [
        "A Reading at Noon",
        "Poetry",
        "reading",
        "00:45",
        "2027-10-21T12:00:00+03:00",
    ]
    persons = noon.first("persons") or Element("", 0)
    assert [person.text for person in persons.children] == ["Yusuf Kaya", "Leila Nasser"]


def test_the_json_of_the_example_has_roles_rooms_and_tracks() -> None:
    told = conference(example())
    assert (told["acronym"], told["time_zone_name"], told["daysCount"]) == ("meaning_2027", "Asia/Qatar", 2)
    assert told["tracks"] == [{"name": "Poetry", "color": "#2e5fd0"}]
    assert [(room["name"], room["capacity"]) for room in told["rooms"]] == [
        ("Great Hall", 300),
        ("Room of Mirrors", 40),
    ]
    noon = list(json_events(example()))[1]
    assert [(person["name"], person["role"]) for person in noon["persons"]] == [
        ("Yusuf Kaya", "reader"),
        ("Leila Nasser", "host"),
    ]
    assert noon["url"] == f"urn:uuid:{noon['guid']}"


def test_offsets_follow_the_clock_of_the_place() -> None:
    tokyo = Place(id="tokyo", name=Texts(en="Tokyo"), zone="Asia/Tokyo")
    programme = Programme.of(
        [LANTERNS, tokyo, *held(Session(id="a"), SPRING, AUTUMN), *held(Session(id="b"), SPRING, place="tokyo")]
    )
    assert sorted(event.word("date") for event in xml_events(programme)) == [
        "2027-05-01T10:00:00+02:00",
        "2027-05-01T10:00:00+09:00",
        "2027-11-06T10:00:00+01:00",
    ]


def test_a_session_that_is_held_twice_has_two_events_and_is_one_again() -> None:
    session = Session(id=guid_of("twice"), key="5", slug="lanterns-my-slug", title=Texts(en="Ink"))
    programme = Programme.of([LANTERNS, *held(session, SPRING, AUTUMN)])
    first, second = xml_events(programme)
    assert (first.attributes, first.word("slug")) == ({"guid": session.id, "id": "5"}, "lanterns-my-slug")
    assert second.attributes["guid"] == repeat_guid(session.id, 2)
    assert second.attributes["id"] != "5"
    for format_id in ("frab-xml", "schedule-json"):
        again = imported(write(programme, format_id))
        assert (only_session(again).id, only_session(again).key, len(again.placements)) == (session.id, "5", 2)


def test_keys_and_slugs_that_are_shared_or_odd_are_replaced() -> None:
    sessions = [
        Session(id="a", key="5", slug="lanterns-same", title=Texts(en="Ink")),
        Session(id="b", key="5", slug="lanterns-same", title=Texts(en="Pen")),
        Session(id="c", key="x7", slug="No Slug!", title=Texts(ar="حبر")),
    ]
    programme = Programme.of([LANTERNS, *(record for session in sessions for record in held(session, SPRING))])
    events = xml_events(programme)
    assert all(int(event.attributes["id"]) >= 1_000_000_000 for event in events)
    assert len({event.word("slug") for event in events}) == 3
    assert reading(write(programme, "frab-xml"), programme).updated["sessions"] == 0


def test_what_is_not_for_others_is_left_out() -> None:
    people = [
        Person(id="mira", name=Texts(en="Mira Sol")),
        Person(id="ben", name=Texts(en="Ben Oak")),
        Person(id="x"),
    ]
    parts = [
        Part(id="1", session_id="a", person_id="mira", state="declined"),
        Part(id="2", session_id="a", person_id="ben"),
        Part(id="3", session_id="a", person_id="x"),
    ]
    programme = Programme.of(
        [
            LANTERNS,
            *people,
            *parts,
            *held(Session(id="a"), SPRING),
            *held(Session(id="b", state="cancelled"), SPRING),
            *held(Session(id="c", state="rejected"), SPRING),
            Session(id="d"),
        ]
    )
    (event,) = xml_events(programme)
    assert [person.text for person in (event.first("persons") or event).children] == ["Ben Oak"]
    (told,) = json_events(programme)
    assert [person["name"] for person in told["persons"]] == ["Ben Oak"]


def test_a_session_without_a_place_stands_in_a_room_without_a_name() -> None:
    programme = Programme.of([LANTERNS, *held(Session(id="a", kind="break"), SPRING)])
    (day,) = tree(programme).all("day")
    assert [room.attributes for room in day.all("room")] == [{"name": ""}]
    assert list(conference(programme)["days"][0]["rooms"]) == [""]
    assert imported(write(programme, "frab-xml")).places == {}


def test_a_start_outside_the_days_gets_a_day_of_its_own() -> None:
    programme = Programme.of([LANTERNS, day_on(date(2027, 5, 1)), *held(Session(id="a"), AUTUMN)])
    assert [day.attributes["date"] for day in tree(programme).all("day")] == ["2027-05-01", "2027-11-06"]


def test_a_start_after_midnight_stands_on_the_day_whose_hours_hold_it() -> None:
    day = day_on(date(2027, 5, 1), closes=datetime(2027, 5, 1, 2).time())
    programme = Programme.of([LANTERNS, day, *held(Session(id="a"), datetime(2027, 5, 2, 1))])
    assert [day.attributes["date"] for day in tree(programme).all("day")] == ["2027-05-01"]
    assert [event.word("date") for event in xml_events(programme)] == ["2027-05-02T01:00:00+02:00"]


def test_what_looks_like_mark_up_comes_back_as_it_was_typed() -> None:
    session = Session(id="a", title=Texts(en="Q&amp;A <now>"), abstract=Texts(en="Use <b> for\n\n  bold &lt;"))
    programme = Programme.of([LANTERNS, *held(session, SPRING)])
    for format_id in ("frab-xml", "schedule-json"):
        again = only_session(imported(write(programme, format_id)))
        assert (again.title, again.abstract) == (session.title, session.abstract)


def test_lengths_beyond_four_days_come_back() -> None:
    programme = Programme.of([LANTERNS, *held(Session(id="a", minutes=5 * 1_440, kind="exhibition"), SPRING)])
    for format_id in ("frab-xml", "schedule-json"):
        assert only_session(imported(write(programme, format_id))).minutes == 5 * 1_440


def test_addresses_are_written_only_where_they_are_such() -> None:
    links = (Link("", "https://x.example/a b"), Link("Door", "the red door"))
    sessions = [
        Session(id="a", url="https://x.example/é", links=links),
        Session(id="b", url="the red door"),
    ]
    programme = Programme.of([LANTERNS, *(record for session in sessions for record in held(session, SPRING))])
    first, second = xml_events(programme)
    assert (first.word("url"), second.word("url")) == ("https://x.example/%C3%A9", "")
    assert [link.attributes["href"] for link in (first.first("links") or first).children] == [
        "https://x.example/a b",
        "the red door",
    ]
    assert [link["url"] for event in json_events(programme) for link in event["links"]] == [
        "https://x.example/a%20b"
    ]


def test_the_event_has_its_address_and_a_zone_that_the_schema_knows() -> None:
    event = Event(title=Texts(en="Lanterns"), zone="Etc/GMT-1", url="https://x.example")
    programme = Programme.of(
        [event, day_on(date(2027, 5, 1)), Theme(id="t", name=Texts(en="Craft"), colour="blue")]
    )
    told = tree(programme).first("conference") or Element("", 0)
    assert (told.word("url"), told.word("time_zone_name")) == ("https://x.example", "Etc/GMT-1")
    assert [track.attributes for track in told.all("track")] == [{"name": "Craft"}]
    assert ("time_zone_name" in conference(programme), conference(programme)["url"]) == (
        False,
        "https://x.example",
    )


@pytest.mark.parametrize("format_id", ["frab-xml", "schedule-json"])
def test_an_event_without_days_is_refused(format_id: str) -> None:
    with pytest.raises(Refusal, match="no days yet"):
        write(Programme.of([LANTERNS, Session(id="a")]), format_id)


def test_the_version_tells_whether_anything_changed() -> None:
    other = Programme.of(
        [*example().records(), Placement(id="x@1", session_id="panel", start=datetime(2027, 10, 22, 9))]
    )
    assert tree(example()).word("version") == tree(example()).word("version") != tree(other).word("version")


@pytest.mark.parametrize("format_id", ["frab-xml", "schedule-json"])
def test_the_ends_of_the_calendar_are_written(format_id: str) -> None:
    ends = (datetime.min, datetime.max.replace(microsecond=0))
    assert write(Programme.of([LANTERNS, *held(Session(id="a"), *ends)]), format_id)
