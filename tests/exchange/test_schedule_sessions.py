"""Which people and which events of a schedule are the same, and which are not."""

import pytest

from exchange.sources import (
    GUID,
    OTHER_GUID,
    doubts,
    event,
    imported,
    names,
    only_session,
    reading,
    rooms,
    starts,
    xml,
)
from majlis.programme.ids import placement_id
from majlis.programme.texts import Texts

LISTED = "<persons><person id='7'><name>Mira Sol</name><biography>Paints.</biography></person></persons>"


def test_an_event_with_a_name_is_left_alone_and_another_acronym_is_doubted() -> None:
    before = imported(xml(event()))
    after = reading(xml(event(id="2", title="Paper"), acronym="candles", title="Candles"), before)
    assert (after.updated["events"], after.unchanged["events"]) == (0, 1)
    assert [doubt.text for doubt in after.doubts] == [
        "is candles, but this programme is lanterns; it was brought in all the same"
    ]


def test_names_are_under_the_main_language_of_their_script() -> None:
    source = xml(event("<person id='1'>Mira Sol</person><person id='2'>ميرا سول</person>", language="de"))
    people = {person.name for person in imported(source).people.values()}
    assert people == {Texts(de="Mira Sol"), Texts(ar="ميرا سول")}


def test_line_breaks_and_overrides_in_names_are_cleaned_and_told() -> None:
    source = xml(event("<person id='7'>Mira\n  Sol</person>", title="Ink \u202etxt"))
    programme = imported(source)
    assert names(programme) == ["Mira Sol"]
    assert only_session(programme).title.best() == "Ink txt"
    assert len(doubts(source)) == 2


@pytest.mark.parametrize(
    ("first", "second", "people"),
    [
        ("id='0'>Mira Sol", "id='0'>Ben Oak", ["Ben Oak", "Mira Sol"]),
        ("id='0'>Mira Sol", "id='0'>mira  sol", ["Mira Sol"]),
        ("id='3'>Mira Sol", "id='3'>Ben Oak", ["Ben Oak", "Mira Sol"]),
        ("id='3'>Mira Sol", "id='4'>Mira Sol", ["Mira Sol", "Mira Sol"]),
        ("id='3'>Mira Sol", ">Mira Sol", ["Mira Sol"]),
        (f"guid='{GUID}'>Mira Sol", f"guid='{GUID.upper()}'>Mira Sol", ["Mira Sol"]),
        (f"guid='{GUID}'>Mira Sol", ">Mira Sol", ["Mira Sol"]),
        (">Mira Sol", "> ", ["Mira Sol"]),
        ("code='AB'>Mira Sol", "code='CD'>Mira Sol", ["Mira Sol", "Mira Sol"]),
    ],
)
def test_people_are_told_apart(first: str, second: str, people: list[str]) -> None:
    source = xml(event(f"<person {first}</person>"), event(f"<person {second}</person>", id="2", title="Paper"))
    assert names(imported(source)) == people


def test_an_id_that_several_people_share_is_told() -> None:
    source = xml(event("<person id='3'>Mira Sol</person><person id='3'>Ben Oak</person>"))
    assert doubts(source) == [
        "has the id 3 together with others (Mira Sol, Ben Oak); people were told apart by other signs"
    ]
    assert {person.key for person in imported(source).people.values()} == {""}


def test_a_person_twice_in_an_event_has_one_part_and_a_role_is_kept() -> None:
    twice = "<person id='7' role='moderator'>Mira Sol</person>" * 2
    assert [part.role for part in imported(xml(event(twice))).parts.values()] == ["moderator"]


def test_a_name_is_never_split() -> None:
    source = xml(event("<person id='7'>Mira Sol &amp; Ben Oak (moderator)</person>"))
    assert names(imported(source)) == ["Mira Sol & Ben Oak (moderator)"]


def test_listed_people_bring_their_biographies() -> None:
    programme = imported(xml(event("<person id='7'>Mira Sol</person>"), before=LISTED))
    (person,) = programme.people.values()
    assert person.biography == Texts(en="Paints.")


def test_an_event_that_stands_twice_is_held_twice() -> None:
    source = xml(event(guid=GUID), event(guid=OTHER_GUID, date="2027-05-01T15:00:00+02:00", start="15:00"))
    programme = imported(source)
    assert only_session(programme).id == GUID
    assert starts(programme) == ["2027-05-01 10:00", "2027-05-01 15:00"]
    assert sorted(programme.placements) == [placement_id(GUID, 1), placement_id(GUID, 2)]


def test_events_that_share_an_id_are_two_sessions() -> None:
    source = xml(event(guid=GUID), event(guid=OTHER_GUID, title="Paper", slug="paper-slug"))
    sessions = imported(source).sessions
    assert {session.key for session in sessions.values()} == {"1", "1 paper-slug"}
    assert doubts(source) == ["has the id of another event; its key became '1 paper-slug'"]


def test_events_that_share_a_guid_are_two_sessions() -> None:
    source = xml(event(guid=GUID), event(guid=GUID, id="2", title="Paper"))
    programme = imported(source)
    assert len(programme.sessions) == 2
    assert GUID not in programme.sessions
    assert any("of another event" in text for text in doubts(source))


def test_without_ids_the_slug_or_the_title_is_the_key() -> None:
    source = xml(
        event(id="-", slug="ink-slug"),
        event(id="-", title="Lunch"),
        event(id="-", title="Lunch", start="12:00", date="-"),
    )
    programme = imported(source)
    assert {session.key for session in programme.sessions.values()} == {"ink-slug", "lunch"}
    assert len(programme.placements) == 3


def test_a_guid_that_two_rooms_share_tells_them_not() -> None:
    shared = f"<day date='2027-05-01'><room name='Yard' guid='{GUID}'/><room name='Attic' guid='{GUID}'/></day>"
    programme = imported(xml(event(), before=shared))
    assert rooms(programme) == ["Yard", "Attic", "Hall"]
    assert GUID not in programme.places


def test_the_room_that_holds_an_event_wins_over_the_one_that_it_names() -> None:
    source = xml(event(room="Cellar"))
    assert rooms(imported(source)) == ["Hall"]
    assert doubts(source) == ["says room 'Cellar' but stands under 'Hall'; that was taken"]
