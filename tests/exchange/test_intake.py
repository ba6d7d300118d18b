"""What a source changes in a programme that is there: it updates what it gives, and deletes nothing."""

from dataclasses import replace
from typing import Any

import pytest

from exchange.sources import (
    GUID,
    OTHER_GUID,
    event,
    imported,
    json_event,
    only_session,
    reading,
    schedule_json,
    starts,
    xml,
)
from majlis.programme.edits.edit import apply
from majlis.programme.ids import placement_id
from majlis.programme.programme import Programme
from majlis.programme.records import Event, Link, Part, Placement, Record
from majlis.programme.texts import Texts

MIRA = "<person id='7'>Mira Sol</person>"
BEN = "<person id='8'>Ben Oak</person>"


def changed(programme: Programme, record: Record, **values: Any) -> Programme:  # noqa: ANN401 - each field has its own type
    after = replace(record, **values)
    return programme.changed([(record.table, record.id, after)])


def after(programme: Programme, source: bytes) -> Programme:
    return apply(programme, reading(source, programme).edit)


def test_the_same_source_again_changes_nothing() -> None:
    source = xml(event(MIRA + BEN, guid=GUID, track="Craft"), event(id="2", title="Paper"))
    again = reading(source, imported(source))
    assert again.edit.changes == ()
    assert again.unchanged == {
        "events": 1,
        "days": 1,
        "places": 1,
        "themes": 1,
        "sessions": 2,
        "placements": 2,
        "people": 2,
        "parts": 2,
    }


def test_the_event_of_a_programme_without_one_is_added() -> None:
    first = reading(xml(event(guid=GUID)))
    assert (first.added["events"], first.updated["events"], first.unchanged["events"]) == (1, 0, 0)
    assert first.updated == dict.fromkeys(first.updated, 0)
    assert first.edit.changes[0].before == Event()


def test_the_event_of_a_programme_that_has_a_language_is_updated() -> None:
    first = reading(xml(event(guid=GUID)), Programme.of([Event(languages=("ar",))]))
    assert (first.added["events"], first.updated["events"]) == (0, 1)


def test_what_the_source_changed_is_updated_and_the_rest_stays() -> None:
    programme = imported(xml(event(MIRA, guid=GUID, abstract="Old")))
    session = only_session(programme)
    programme = changed(programme, session, notes="Ours", expected=40, title=session.title.but({"ar": "حبر"}))
    programme = after(programme, xml(event(MIRA, guid=GUID, title="Ink and Paper", duration="00:45")))
    session = only_session(programme)
    assert session.title == Texts(en="Ink and Paper", ar="حبر")
    assert (session.minutes, session.notes, session.expected) == (45, "Ours", 40)
    assert session.abstract == Texts(en="Old")


def test_a_text_that_is_there_in_another_language_is_no_news() -> None:
    programme = imported(xml(event(guid=GUID)))
    programme = changed(programme, only_session(programme), title=Texts(fr="Ink"))
    assert reading(xml(event(guid=GUID)), programme).edit.changes == ()


def test_what_the_source_lacks_stays() -> None:
    programme = imported(xml(event(MIRA), event(id="2", title="Paper")))
    programme = after(programme, xml(event()))
    assert (len(programme.sessions), len(programme.people), len(programme.parts)) == (2, 1, 1)


def test_a_moved_session_is_moved_and_stays_pinned() -> None:
    programme = imported(xml(event(guid=GUID)))
    programme = changed(programme, programme.placements[placement_id(GUID)], pinned=True)
    programme = after(programme, xml(event(guid=GUID, start="12:00", date="-")))
    (placement,) = programme.placements.values()
    assert (placement.id, placement.pinned, starts(programme)) == (placement_id(GUID), True, ["2027-05-01 12:00"])


def test_a_second_time_is_added_beside_the_first() -> None:
    later = event(guid=OTHER_GUID, start="15:00", date="-")
    programme = after(imported(xml(event(guid=GUID))), xml(event(guid=GUID), later))
    assert starts(programme) == ["2027-05-01 10:00", "2027-05-01 15:00"]
    assert sorted(programme.placements) == [placement_id(GUID, 1), placement_id(GUID, 2)]


def test_a_time_that_we_added_stays() -> None:
    programme = imported(xml(event(guid=GUID)))
    again = Placement(id=placement_id(GUID, 2), session_id=GUID)
    programme = programme.changed([("placements", again.id, again)])
    assert reading(xml(event(guid=GUID)), programme).edit.changes == ()


@pytest.mark.parametrize(
    ("fields", "sessions"),
    [
        ({"guid": OTHER_GUID}, 1),
        ({"guid": OTHER_GUID, "title": "Retitled"}, 1),
        ({"guid": OTHER_GUID, "start": "12:00", "date": "-"}, 1),
        ({"guid": OTHER_GUID, "title": "Retitled", "start": "12:00", "date": "-"}, 2),
        ({"guid": OTHER_GUID, "id": "9"}, 2),
    ],
)
def test_a_session_with_another_guid_is_known_by_its_key_and_its_title_or_time(
    fields: dict[str, str], sessions: int
) -> None:
    programme = after(imported(xml(event(guid=GUID))), xml(event(**fields)))
    assert len(programme.sessions) == sessions


def test_two_sessions_of_a_source_are_never_one_of_ours() -> None:
    programme = after(imported(xml(event(guid=GUID))), xml(event(id="1"), event(id="01", title="Ink")))
    assert len(programme.sessions) == 2


def test_a_renamed_person_of_the_same_source_stays_one() -> None:
    programme = after(imported(xml(event(MIRA))), xml(event("<person id='7'>Mira Sol-Vale</person>")))
    (person,) = programme.people.values()
    assert person.name == Texts(en="Mira Sol-Vale")


def test_a_person_of_another_source_with_the_same_key_is_another() -> None:
    programme = after(
        imported(xml(event(MIRA))), xml(event("<person id='7'>Ada Fern</person>"), acronym="candles")
    )
    assert len(programme.people) == 2


def test_people_of_one_name_and_two_ids_stay_two() -> None:
    programme = after(imported(xml(event(MIRA))), xml(event(MIRA + "<person id='9'>Mira Sol</person>")))
    assert sorted(person.key for person in programme.people.values()) == ["7", "9"]


def test_a_person_who_is_typed_already_is_not_added_again() -> None:
    programme = imported(xml(event("<person>Mira Sol</person>")))
    programme = after(programme, xml(event(MIRA)))
    (person,) = programme.people.values()
    assert person.key == "7"


def test_a_role_that_we_gave_stays() -> None:
    programme = imported(xml(event(MIRA, guid=GUID)))
    (part,) = programme.parts.values()
    chair = Part(id=f"{part.id}!", session_id=GUID, person_id=part.person_id, role="chair")
    programme = programme.changed([("parts", part.id, None), ("parts", chair.id, chair)])
    assert reading(xml(event(MIRA, guid=GUID)), programme).edit.changes == ()


def test_a_role_of_the_source_is_added() -> None:
    programme = imported(xml(event(MIRA, guid=GUID)))
    programme = after(programme, xml(event("<person id='7' role='chair'>Mira Sol</person>", guid=GUID)))
    assert {part.role for part in programme.parts.values()} == {"speaker", "chair"}


def test_people_get_the_order_of_the_source_once() -> None:
    source = xml(event(BEN + "<person id='9'>Ada Fern</person>" + MIRA, guid=GUID))
    programme = after(imported(xml(event(MIRA + BEN, guid=GUID))), source)
    parts = programme.parts_of(GUID)
    assert [programme.people[part.person_id].key for part in parts] == ["8", "9", "7"]
    assert [part.position for part in parts] == [0, 1, 2]
    assert reading(source, programme).edit.changes == ()


def test_links_and_languages_are_added_to_those_that_are_there() -> None:
    ours, theirs = Link("Ours", "https://a.example/"), Link("Theirs", "https://b.example/")
    programme = imported(xml(event(guid=GUID)))
    programme = changed(programme, only_session(programme), links=(ours,), languages=("ar",))
    link = f"<link href='{theirs.url}'>{theirs.title}</link>"
    programme = after(programme, xml(event("", link, guid=GUID)))
    assert only_session(programme).links == (ours, theirs)
    assert only_session(programme).languages == ("ar", "en")


def test_a_theme_is_changed_by_the_source_and_never_emptied() -> None:
    programme = imported(xml(event(guid=GUID, track="Craft")))
    craft = only_session(programme).theme_id
    programme = after(programme, xml(event(guid=GUID, track="Song")))
    assert programme.themes[only_session(programme).theme_id or ""].name == Texts(en="Song")
    programme = after(programme, xml(event(guid=GUID)))
    assert only_session(programme).theme_id not in {None, craft}


def test_a_place_is_known_by_its_name_in_any_language() -> None:
    programme = imported(xml(event(guid=GUID)))
    (place,) = programme.places.values()
    programme = changed(programme, place, name=Texts(ar="القاعة", en="hall"), seats=50, position=9)
    programme = after(programme, schedule_json(json_event(guid=GUID), rooms=[{"name": "Hall", "capacity": 60}]))
    (place,) = programme.places.values()
    assert (place.seats, place.position, place.name["ar"]) == (60, 9, "القاعة")


def test_a_day_that_is_missing_is_added_and_ours_keep_their_hours() -> None:
    programme = imported(xml(event()))
    (day,) = programme.days.values()
    programme = changed(programme, day, start=day.start.replace(hour=7))
    programme = after(programme, xml(event(), event(id="2", title="Late", date="2027-05-03T10:00:00+02:00")))
    assert [one.start.hour for one in programme.days_in_order()] == [7, 10]
