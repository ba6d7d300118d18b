"""The demo event in its three sizes: what it holds, that it repeats, and that there is nothing to complain of."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final

import pytest

from majlis.demo import SIZES, Size, demo_programme
from majlis.demo.material import core_material, record_id
from majlis.exchange.formats import read, write
from majlis.programme.kinds import kind, kinds
from majlis.programme.programme import Programme, end_of
from majlis.programme.records import PART_STATES, ROLES, SESSION_STATES, Session
from majlis.programme.rules import problems
from majlis.programme.texts import Texts

PRINTED: Final = ("en", "ar", "fr")
FULL: Final = demo_programme()
LARGE: Final = demo_programme("large")

PRAYERS: Final = (("12:54", "13:26"), ("15:51", "16:28"), ("18:21", "18:43"), ("19:41", "20:13"))
"""Each adhan until its prayer is over, on the event's days in Istanbul."""


def counts(programme: Programme) -> dict[str, int]:
    return {table: len(records) for table, records in programme.tables.items() if records}


def texts_of(programme: Programme) -> list[tuple[str, Texts]]:
    event = programme.event
    return [
        *(("event", texts) for texts in (event.title, event.subtitle, event.venue, event.city)),
        *((str(day.date), day.name) for day in programme.days.values()),
        *((place.key, place.name) for place in programme.places.values()),
        *((theme.key, theme.name) for theme in programme.themes.values()),
        *(
            (one.key, texts)
            for one in programme.sessions.values()
            for texts in (one.title, one.subtitle, one.abstract)
        ),
        *((one.key, texts) for one in programme.people.values() for texts in (one.organisation, one.biography)),
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seed", [1449, 1, 20271021])
def test_there_is_nothing_to_complain_of(size: Size, seed: int) -> None:
    assert problems(demo_programme(size, seed=seed)) == ()


def test_the_full_event_is_as_large_as_was_promised() -> None:
    assert counts(FULL) == {
        "events": 1,
        "days": 3,
        "places": 7,
        "themes": 8,
        "sessions": 60,
        "placements": 76,
        "people": 80,
        "parts": 121,
        "absences": 6,
    }
    assert len({person.country for person in FULL.people.values()}) == 30


def test_the_small_one_is_a_day_and_holds_only_what_it_needs() -> None:
    small = demo_programme("small")
    assert [day.date for day in small.days_in_order()] == [date(2027, 10, 21)]
    assert len(small.sessions) == 14
    assert {part.person_id for part in small.parts.values()} == set(small.people)
    assert {session.theme_id for session in small.sessions.values()} - {None} == set(small.themes)


def test_the_large_one_has_six_hundred_sessions_over_eight_days_and_holds_the_full_one() -> None:
    assert counts(LARGE)["sessions"] == 600
    assert len(LARGE.days) == 8
    assert set(FULL.sessions) <= set(LARGE.sessions)
    by_day = Counter(LARGE.day_of(placed.start) for placed in LARGE.placements.values() if placed.start)
    assert min(by_day.values()) > 60
    titles = [session.title for session in LARGE.sessions.values()]
    assert len(set(titles)) == len(titles)


def test_people_have_the_same_names_in_every_size() -> None:
    names = {key: person.name for key, person in FULL.people.items()}
    assert {key: LARGE.people[key].name for key in names} == names
    small = {key: person.name for key, person in demo_programme("small").people.items()}
    assert small == {key: names[key] for key in small}


@pytest.mark.parametrize("size", SIZES)
def test_the_same_seed_makes_the_same_programme_to_the_byte(size: Size) -> None:
    assert write(demo_programme(size), "majlis-json") == write(demo_programme(size), "majlis-json")


def test_another_seed_makes_other_people_of_the_same_programme() -> None:
    other = demo_programme(seed=7)
    assert counts(other) == counts(FULL)
    assert {one.name for one in other.people.values()} != {one.name for one in FULL.people.values()}


@pytest.mark.parametrize("programme", [FULL, LARGE], ids=["full", "large"])
def test_what_is_printed_is_there_in_every_print_language(programme: Programme) -> None:
    lacking = [(key, texts) for key, texts in texts_of(programme) if texts and not set(PRINTED) <= set(texts)]
    assert lacking == []


def test_texts_are_tidy() -> None:
    for key, texts in texts_of(LARGE):
        for language, text in texts.items():
            assert text == " ".join(text.split(" ")).strip(), (key, language)
            assert "  " not in text, (key, language)
            assert "'" not in text, (key, language)
            assert '"' not in text, (key, language)
        assert not any(f" {mark}" in texts.get("fr", "") for mark in ":;?!»"), key


def test_every_session_that_is_no_service_has_an_abstract_of_two_to_four_sentences() -> None:
    def sentences(text: str) -> int:
        return len([piece for piece in text.replace("?", ".").replace("!", ".").split(".") if piece.strip()])

    lengths = {
        session.key: sentences(session.abstract["en"])
        for session in FULL.sessions.values()
        if not kind(session.kind).service
    }
    assert {key: length for key, length in lengths.items() if not 2 <= length <= 4} == {}


def test_every_kind_of_session_is_held() -> None:
    assert {session.kind for session in FULL.sessions.values()} == set(kinds())


def test_every_person_has_a_part_and_a_name_in_two_scripts() -> None:
    assert {part.person_id for part in LARGE.parts.values()} == set(LARGE.people)
    for person in LARGE.people.values():
        assert {"en", "ar"} <= set(person.name), person.key
        assert "\u0600" <= person.name["ar"][0] <= "\u06ff", person.key
    names = [person.name["en"] for person in LARGE.people.values()]
    assert len(set(names)) == len(names)


def test_several_people_have_a_name_in_a_third_script() -> None:
    own = Counter(language for person in FULL.people.values() for language in person.name)
    assert {"fa", "ur", "kk", "uz-Cyrl", "zh", "bn"} <= set(own)


def test_everybody_can_be_reached_at_an_address_of_their_own_that_nobody_has() -> None:
    addresses = [person.contacts["email"] for person in LARGE.people.values()]
    assert len(set(addresses)) == len(addresses)
    assert all(address.endswith("@bridges.example") for address in addresses)


def test_words_are_those_that_the_program_knows() -> None:
    for session in LARGE.sessions.values():
        assert session.kind in kinds()
        assert session.state in SESSION_STATES
    for part in LARGE.parts.values():
        assert part.role in ROLES
        assert part.state in PART_STATES
    assert {part.state for part in FULL.parts.values()} == {"confirmed", "invited"}
    assert {session.state for session in FULL.sessions.values()} == {"confirmed", "accepted"}


def test_what_a_session_needs_is_in_its_place() -> None:
    for placed in LARGE.placements.values():
        session = LARGE.sessions[placed.session_id]
        place = LARGE.places[placed.place_id] if placed.place_id else None
        assert set(session.equipment) <= set(place.equipment if place else ()), session.key


def test_interpretation_is_offered_only_where_there_are_booths() -> None:
    assert all("booths" in session.equipment for session in FULL.sessions.values() if session.interpretation)


@pytest.mark.parametrize("programme", [FULL, LARGE], ids=["full", "large"])
def test_nothing_but_the_exhibition_is_held_at_prayer(programme: Programme) -> None:
    for placed in programme.placements.values():
        session = programme.sessions[placed.session_id]
        if session.kind in {"prayer", "friday_prayer", "exhibition"} or placed.start is None:
            continue
        times = PRAYERS if placed.start.weekday() != 4 else (("12:30", "13:45"), *PRAYERS[1:])
        for adhan, over in times:
            since, until = (datetime.fromisoformat(f"{placed.start.date()}T{clock}") for clock in (adhan, over))
            assert end_of(placed.start, session.minutes) <= since or placed.start >= until, session.key


def test_nobody_has_less_than_forty_minutes_between_two_sessions() -> None:
    for person in LARGE.people.values():
        held = sorted(
            (placed.start, end_of(placed.start, session.minutes), session)
            for session in (LARGE.sessions[part.session_id] for part in LARGE.parts_by(person.id))
            for placed in LARGE.placements_of(session.id)
            if placed.start and session.kind != "exhibition"
        )
        gaps = [later[0] - earlier[1] for earlier, later in pairwise(held)]
        assert all(gap >= timedelta(minutes=40) for gap in gaps), person.key


def test_sessions_of_one_theme_are_never_held_side_by_side() -> None:
    def family(session: Session) -> str:
        return (FULL.blocks_of(session.id) or (session.id,))[-1]

    held = [
        (placed.start, end_of(placed.start, session.minutes), session)
        for placed in FULL.placements.values()
        for session in [FULL.sessions[placed.session_id]]
        if placed.start and session.theme_id
    ]
    clashes = {
        (one[2].key, other[2].key)
        for one in held
        for other in held
        if one[2].theme_id == other[2].theme_id
        and family(one[2]) != family(other[2])
        and one[0] < other[1]
        and other[0] < one[1]
    }
    assert clashes == set()


def test_each_day_has_evenings_and_three_tracks_at_once() -> None:
    for day in FULL.days_in_order():
        held = [
            (placed.start, end_of(placed.start, FULL.sessions[placed.session_id].minutes))
            for placed in FULL.placements.values()
            if placed.start and placed.place_id and placed.start.date() == day.date
        ]
        assert max(sum(start <= at < end for start, end in held) for at, _ in held) >= 3
        assert any(start.hour >= 20 for start, _ in held)


def test_the_exhibition_is_shown_at_its_three_stops() -> None:
    tours = FULL.talks_of(record_id("exhibition"))
    assert [tour.title["en"].partition(":")[0] for tour in tours] == [
        "First stop, London",
        "Second stop, Kuala Lumpur",
        "Third stop, Istanbul",
    ]


def test_rows_name_only_what_is_there() -> None:
    assert list(LARGE.dangling()) == []
    material = core_material()
    people = {row["id"] for row in material.people}
    assert {key for row in material.sessions for key, *_ in row.get("people", ())} == people


def test_what_is_exported_comes_back_as_it_was() -> None:
    reading = read(write(FULL, "majlis-json"), Programme.of())
    again = Programme.of().changed((each.table, each.id, each.after) for each in reading.edit.changes)
    assert reading.doubts == ()
    assert again.tables == FULL.tables
