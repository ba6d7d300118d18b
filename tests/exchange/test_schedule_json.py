"""Reading schedule.json: frab's, pretalx's and the VOC's shapes, and what is none of them."""

import json

import pytest

from exchange.sources import (
    CONFERENCE,
    GUID,
    OTHER_GUID,
    dates,
    doubts,
    event,
    imported,
    json_event,
    names,
    only_session,
    reading,
    rooms,
    schedule_json,
    starts,
    xml,
)
from majlis.programme.records import Link
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts


def refusal(source: bytes, format_id: str | None = None) -> str:
    with pytest.raises(Refusal) as caught:
        reading(source, format_id=format_id)
    return str(caught.value)


def test_an_event_becomes_a_session_with_all_that_it_tells() -> None:
    source = schedule_json(
        json_event(
            id=12,
            guid=GUID,
            type="Workshop",
            track="Craft",
            abstract="Short",
            url="https://lantern.example/12",
            links=[{"title": "On ink", "url": "https://lantern.example/ink"}, "https://lantern.example/x"],
            persons=[{"id": 7, "public_name": "Mira Sol", "biography": "Paints."}],
        )
    )
    programme = imported(source)
    session = only_session(programme)
    assert (session.id, session.key, session.kind, session.minutes) == (GUID, "12", "workshop", 30)
    assert (session.title, session.abstract) == (Texts(en="Ink"), Texts(en="Short"))
    assert session.links == (
        Link("On ink", "https://lantern.example/ink"),
        Link("https://lantern.example/x", "https://lantern.example/x"),
    )
    (person,) = programme.people.values()
    assert (person.key, person.name, person.biography) == ("7", Texts(en="Mira Sol"), Texts(en="Paints."))
    assert (starts(programme), rooms(programme)) == (["2027-05-01 10:00"], ["Hall"])
    assert programme.event.zone == "Europe/Berlin"
    assert reading(source).format == "schedule-json"


def test_texts_in_several_languages_are_taken_whole() -> None:
    title = {"en": "Ink", "de": "Tinte", "xx-unknown": ""}
    source = schedule_json(
        json_event(title=title, track={"name": {"en": "Craft", "de": "Handwerk"}}, type={"en": "Talk"})
    )
    programme = imported(source)
    assert only_session(programme).title == Texts(en="Ink", de="Tinte")
    assert only_session(programme).kind == "talk"
    assert [theme.name for theme in programme.themes.values()] == [Texts(en="Craft", de="Handwerk")]


def test_languages_of_texts_are_languages_of_the_event() -> None:
    source = schedule_json(json_event(title={"fr": "Encre", "de": "Tinte"}, language=None))
    assert set(imported(source).event.languages) == {"fr", "de"}


@pytest.mark.parametrize("person", [{"name": "Mira Sol"}, {"public_name": "Mira Sol", "name": "M."}, "Mira Sol"])
def test_every_shape_of_a_person_is_read(person: object) -> None:
    assert names(imported(schedule_json(json_event(persons=[person])))) == ["Mira Sol"]


def test_a_person_of_the_xml_is_the_same_in_the_json() -> None:
    xml_source = xml(event("<person id='7'>Mira Sol</person>"))
    json_source = schedule_json(json_event(persons=[{"code": "ABCDEF", "guid": GUID, "name": "Mira  Sol"}]))
    after = reading(json_source, imported(xml_source))
    assert (after.added["people"], after.added["parts"], after.added["sessions"]) == (0, 0, 0)
    assert names(imported(json_source, xml_source)) == ["Mira Sol"]


def test_null_values_are_nothing() -> None:
    nothing = dict.fromkeys(("track", "room", "start", "date", "persons", "links", "subtitle", "url", "language"))
    source = schedule_json(day={"rooms": {"": [json_event(**nothing)]}})
    programme = imported(source)
    assert only_session(programme).theme_id is None
    assert (starts(programme), rooms(programme)) == ([], [])


def test_rooms_are_read_from_a_list_and_from_the_conference() -> None:
    listed = {"rooms": [{"name": "Yard", "events": [json_event(room="Yard")]}]}
    capacity = [{"name": "Attic", "guid": GUID, "capacity": 40}, {"name": "Yard", "capacity": None}]
    programme = imported(schedule_json(day=listed, rooms=capacity))
    assert rooms(programme) == ["Attic", "Yard"]
    assert programme.places[GUID].seats == 40
    assert starts(programme) == ["2027-05-01 10:00"]


def test_tracks_bring_their_colours() -> None:
    source = schedule_json(json_event(track="Craft"), tracks=[{"name": "Craft", "color": "#112233"}, "Song"])
    themes = imported(source).themes_in_order()
    assert [(theme.name.best(), theme.colour) for theme in themes] == [("Craft", "#112233"), ("Song", "")]


def test_events_of_a_day_and_days_of_a_schedule_without_conference_days() -> None:
    days = [{"date": "2027-05-01", "events": [json_event()]}]
    source = json.dumps({"schedule": {"conference": {"title": "Lanterns"}, "days": days}}).encode()
    assert dates(imported(source)) == ["2027-05-01"]
    assert rooms(imported(source)) == ["Hall"]


def test_the_outer_object_may_be_missing() -> None:
    source = json.dumps({"conference": {**CONFERENCE, "days": []}}).encode()
    assert imported(source).event.acronym == "lanterns"


def test_odd_values_are_left_out_and_told() -> None:
    source = schedule_json(json_event(title=["x"], duration=45.5, language=["en", "de"]), "no event", 7)
    assert only_session(imported(source)).minutes == 46
    assert only_session(imported(source)).languages == ("en", "de")
    assert doubts(source).count("is no event; left out") == 2


def test_three_figures_of_pretalx_begin_with_days() -> None:
    source = json.loads(schedule_json(json_event(duration="1:00:00")))
    source["generator"] = {"name": "pretalx"}
    assert only_session(imported(json.dumps(source).encode())).minutes == 1_440


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_encoding_of_json_is_read(encoding: str) -> None:
    source = schedule_json(json_event(title="Été")).decode().encode(encoding)
    assert only_session(imported(source)).title.best() == "Été"


def test_names_twice_in_an_object_are_no_harm() -> None:
    source = schedule_json(json_event()).replace(b'"title": "Ink"', b'"title": "Pen", "title": "Ink"')
    assert only_session(imported(source)).title.best() == "Ink"


@pytest.mark.parametrize(
    ("source", "part"),
    [
        (b'{"schedule": {"conference":\n {"title": }}}', "line 2, column 12"),
        (b'{"conference": {"title": NaN}}', "NaN"),
        (b'{"conference": ' + b"[" * 100_000, "within each other"),
        (b'{"conference": "\xff\xfe"}', "no UTF-8"),
        (b'{"conference": {}}', "an object with conference"),
        (b'{"sessions": [], "speakers": []}', "an object with sessions, speakers"),
        (b"[1, 2]", "a list"),
        (b"{}", "an empty object"),
        (b'{"conference": ' + b"9" * 5_000 + b"}", "a number that can't be read"),
    ],
)
def test_what_is_no_schedule_is_refused_with_the_reason(source: bytes, part: str) -> None:
    assert part in refusal(source)


def test_a_single_value_is_no_schedule() -> None:
    assert "a single value" in refusal(b"12", "schedule-json")


def test_version_2_is_read_with_its_list_of_events_and_people() -> None:
    held = {
        "guid": GUID,
        "start": "2027-05-02T00:15:00+02:00",
        "end": "2027-05-02T00:55:00+02:00",
        "room": {"name": "Yard", "slug": "yard"},
        "title": "Late ink",
        "language": "en",
        "track": {"slug": "craft"},
        "participants": [{"guid": OTHER_GUID, "name": "Mira Sol", "role": "reader"}],
    }
    schedule = {
        "version": "2",
        "conference": {
            **CONFERENCE,
            "tracks": [{"name": "Craft & Song", "slug": "craft", "colors": {"light": "#AABBCC"}}],
            "days": [
                {"date": "2027-05-01", "start": "2027-05-01T09:00:00+02:00", "end": "2027-05-02T02:00:00+02:00"}
            ],
        },
        "events": [held],
        "persons": [{"guid": OTHER_GUID, "name": "Mira Sol", "biography": "Reads."}],
    }
    programme = imported(json.dumps({"schedule": schedule}).encode())
    session = only_session(programme)
    assert (session.id, session.minutes, starts(programme)) == (GUID, 40, ["2027-05-02 00:15"])
    assert (rooms(programme), dates(programme)) == (["Yard"], ["2027-05-01"])
    assert [(theme.name.best(), theme.colour) for theme in programme.themes.values()] == [
        ("Craft & Song", "#aabbcc")
    ]
    assert programme.people[OTHER_GUID].biography == Texts(en="Reads.")
    assert [part.role for part in programme.parts.values()] == ["reader"]


def test_an_end_before_the_start_is_no_length() -> None:
    source = schedule_json(json_event(duration=None, end="2027-05-01T09:00:00+02:00"))
    assert only_session(imported(source)).minutes == 30


def test_a_schedule_without_events_says_so() -> None:
    assert doubts(schedule_json()) == ["holds no events; no session came of it"]


def test_halves_of_characters_are_replaced() -> None:
    source = schedule_json(json_event(title="Ink \ud800"), day={"rooms": {"Hall \udfff": [json_event(room=None)]}})
    assert rooms(imported(source)) == ["Hall \ufffd"]
