"""Every rule: what it finds, whom it names, and what it lets pass."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from hypothesis import given

from example import HALL, LEILA, OPENING, PANEL, READING, ROOM, example
from majlis.demo import demo_programme
from majlis.programme.edits.edit import apply
from majlis.programme.edits.people import assign
from majlis.programme.edits.sessions import place, place_again
from majlis.programme.programme import Programme
from majlis.programme.records import Absence, Place, Record, Session, Span, Waiver
from majlis.programme.rules import RULES, Problem, problems
from majlis.programme.texts import Texts
from strategies import programmes


def at(hour: int, minute: int = 0, day: int = 21) -> datetime:
    return datetime(2027, 10, day, hour, minute)


def found(programme: Programme, rule: str) -> list[Problem]:
    return [problem for problem in problems(programme) if problem.rule == rule]


def holding(*records: Record) -> Programme:
    return example().changed((record.table, record.id, record) for record in records)


def test_the_demo_has_no_problem() -> None:
    assert problems(demo_programme()) == ()


def test_the_example_lacks_what_it_lacks() -> None:
    assert [(problem.rule, problem.about) for problem in problems(example())] == [
        ("unplaced", ("panel",)),
        ("no_theme", ("panel",)),
        ("no_people", ("panel",)),
    ]


def test_every_rule_says_itself_in_words_and_has_an_id_of_its_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.words.endswith(".") for rule in RULES)


def test_two_sessions_in_one_place() -> None:
    programme = apply(example(), place(example(), "panel", "hall", at(9, 30)))
    (problem,) = found(programme, "place_double_booked")
    assert problem.severity == "error"
    assert problem.text == (
        "Great Hall: “Opening” and “Who owns a manuscript?” are there at one time, 2027-10-21 09:30–10:00."
    )
    assert problem.about == ("panel", "opening", "hall")


def test_sessions_that_only_touch_share_nothing() -> None:
    programme = apply(example(), place(example(), "panel", "hall", at(10)))
    assert found(programme, "place_double_booked") == []


def test_a_booked_venue_takes_its_rooms() -> None:
    house = Place(id="house", name=Texts(en="House"))
    programme = holding(house, replace(HALL, parent_id="house"), replace(ROOM, parent_id="house"))
    clash = apply(programme, place(programme, "panel", "house", at(9)))
    (problem,) = found(clash, "place_double_booked")
    assert problem.text.startswith("Great Hall: ")
    beside = apply(programme, place(programme, "panel", "room", at(9)))
    assert found(beside, "place_double_booked") == []


def test_a_block_and_its_talks_share_their_place() -> None:
    programme = holding(replace(PANEL, parent_id="opening", minutes=30))
    programme = apply(programme, place(programme, "panel", "hall", at(9)))
    assert found(programme, "place_double_booked") == []
    second = holding(replace(PANEL, parent_id="opening", minutes=30), replace(READING, parent_id="opening"))
    second = apply(second, place(second, "panel", "hall", at(9)))
    second = apply(second, place(second, "reading", "hall", at(9, 15)))
    assert len(found(second, "place_double_booked")) == 1


def test_a_cancelled_session_is_in_nobodys_way() -> None:
    programme = holding(replace(PANEL, state="cancelled"))
    programme = apply(programme, place(programme, "panel", "hall", at(9)))
    assert problems(programme) == ()


def test_a_person_in_two_sessions() -> None:
    programme = apply(example(), place(example(), "panel", "room", at(9, 30)))
    programme = apply(programme, assign(programme, PANEL, LEILA, "panellist"))
    (problem,) = found(programme, "person_double_booked")
    assert problem.text == (
        "Leila Nasser is in “Opening” (Great Hall) and in “Who owns a manuscript?” (Room of Mirrors) at one time, "
        "2027-10-21 09:30–10:00."
    )
    declined = replace(programme.parts["panel:leila:panellist"], state="declined")
    assert found(programme.changed([("parts", declined.id, declined)]), "person_double_booked") == []


def test_a_chair_of_a_block_may_speak_in_it() -> None:
    programme = holding(replace(READING, parent_id="opening"))
    programme = apply(programme, place(programme, "reading", "hall", at(9)))
    assert found(programme, "person_double_booked") == []


def test_a_closed_place() -> None:
    hours = (Span(at(10), at(12)),)
    (problem,) = found(holding(replace(HALL, hours=hours)), "place_closed")
    assert problem.text == (
        "Great Hall is closed for “Opening” at 2027-10-21 09:00–10:00 (open 2027-10-21 10:00–12:00)."
    )
    absence = Absence(id="x", place_id="hall", start=at(8), end=at(9, 30), reason="repairs")
    (problem,) = found(holding(absence), "place_closed")
    assert "(repairs, 2027-10-21 08:00–09:30)" in problem.text


def test_a_person_who_is_not_there() -> None:
    late = replace(LEILA, arrival=at(9, 30), departure=at(12, 15))
    texts = [problem.text for problem in found(holding(late), "person_unavailable")]
    assert texts == [
        "Leila Nasser arrives only at 2027-10-21 09:30, and “Opening” in Great Hall is at 2027-10-21 09:00–10:00.",
        (
            "Leila Nasser leaves at 2027-10-21 12:15, and “A Reading at Noon” in Room of Mirrors is at "
            "2027-10-21 12:00–12:45."
        ),
    ]
    away = Absence(id="x", person_id="yusuf", start=at(12, 30), end=at(13), reason="a call")
    (problem,) = found(holding(away), "person_unavailable")
    assert problem.text.startswith("Yusuf Kaya is away 2027-10-21 12:30–13:00 (a call), and")


def test_outside_the_event() -> None:
    early = apply(example(), place(example(), "panel", "hall", at(8)))
    (problem,) = found(early, "outside_event")
    assert problem.text.endswith("but that day lasts 2027-10-21 09:00–18:00.")
    after = apply(example(), place(example(), "panel", "hall", at(9, day=25)))
    (problem,) = found(after, "outside_event")
    assert problem.text.endswith("but the event lasts from 2027-10-21 to 2027-10-22.")
    no_days = after.changed([("days", "thursday", None), ("days", "friday", None)])
    assert found(no_days, "outside_event") == []


def test_an_exhibition_stays_open_over_the_night() -> None:
    programme = holding(replace(PANEL, minutes=30 * 60))
    programme = apply(programme, place(programme, "panel", "hall", at(10)))
    assert found(programme, "outside_event") == []


def test_impossible_lengths() -> None:
    (problem,) = found(holding(replace(OPENING, minutes=0)), "impossible_length")
    assert problem.text == "“Opening”, 2027-10-21 09:00, lasts 0 min; give it a length."
    assert len(found(holding(replace(PANEL, minutes=-5)), "impossible_length")) == 1


def test_talks_outside_their_block() -> None:
    programme = holding(replace(READING, parent_id="opening"))
    (problem,) = found(programme, "outside_parent")
    assert problem.about == ("reading", "opening")
    full = holding(replace(READING, parent_id="opening"), replace(PANEL, parent_id="opening"))
    texts = [problem.text for problem in found(full, "outside_parent")]
    assert "“Opening” at 2027-10-21 09:00 lasts 60 min, but its 2 talks take 120 min." in texts


def test_turnover() -> None:
    programme = holding(replace(OPENING, clearing=10), replace(PANEL, setup=15))
    programme = apply(programme, place(programme, "panel", "hall", at(10, 10)))
    (problem,) = found(programme, "turnover_too_short")
    assert problem.text == (
        "Great Hall: 10 min between “Opening” and “Who owns a manuscript?” at 2027-10-21 10:10, but clearing and "
        "setting up take 25 min."
    )
    later = apply(programme, place(programme, "panel", "hall", at(10, 25)))
    assert found(later, "turnover_too_short") == []
    clash = apply(programme, place(programme, "panel", "hall", at(9, 30)))
    assert found(clash, "turnover_too_short") == []


def test_a_place_too_small() -> None:
    (problem,) = found(holding(replace(OPENING, expected=301)), "place_too_small")
    assert problem.text == (
        "Great Hall has 300 seats, but 301 people are expected at “Opening”, 2027-10-21 09:00–10:00."
    )


def test_a_session_twice_at_one_time() -> None:
    programme = apply(example(), place_again(example(), "opening", "room", at(9, 30)))
    (problem,) = found(programme, "same_session_twice")
    assert problem.about == ("opening",)
    apart = apply(example(), place_again(example(), "opening", "room", at(15)))
    assert found(apart, "same_session_twice") == []


def test_what_is_missing_of_a_time_or_place() -> None:
    def missing(place_id: str | None, start: datetime | None) -> list[str]:
        return [
            each.text for each in found(apply(example(), place(example(), "panel", place_id, start)), "unplaced")
        ]

    assert missing("hall", None) == ["“Who owns a manuscript?” has no time yet."]
    assert missing(None, at(15)) == ["“Who owns a manuscript?” has no place yet."]
    assert missing(None, None) == ["“Who owns a manuscript?” has no time and no place yet."]
    assert missing("hall", at(15)) == []


def test_a_break_needs_no_place_and_a_talk_has_its_blocks() -> None:
    rest = apply(holding(replace(PANEL, kind="break")), place(example(), "panel", None, at(15)))
    assert problems(rest) == ()
    talk = holding(replace(PANEL, parent_id="opening"))
    assert [problem.rule for problem in problems(talk) if problem.about[0] == "panel"] == ["no_theme", "no_people"]


def test_people_of_the_talks_are_people_of_the_block() -> None:
    programme = holding(Session(id="block", kind="paper_session"), replace(READING, parent_id="block"))
    assert all(problem.about != ("block",) for problem in found(programme, "no_people"))


def test_a_waiver_is_bound_to_the_facts() -> None:
    programme = apply(example(), place(example(), "panel", "hall", at(9, 30)))
    (problem,) = found(programme, "place_double_booked")
    waiver = Waiver(id=problem.fingerprint, rule=problem.rule, about=problem.about, reason="a shared stage")
    waived = programme.changed([("waivers", waiver.id, waiver)])
    (problem,) = found(waived, "place_double_booked")
    assert problem.waived
    retitled = waived.changed([("sessions", "opening", replace(OPENING, title=Texts(en="Opening!")))])
    assert found(retitled, "place_double_booked")[0].waived
    moved = apply(waived, place(waived, "panel", "hall", at(9, 35)))
    assert not found(moved, "place_double_booked")[0].waived


def pairs(programme: Programme) -> set[frozenset[str]]:
    """Say the obvious reading of the first rule: every pair of placements in one place at one time."""
    held = [placed for placed in programme.placements.values() if programme.span_of(placed)]
    ignored = ("cancelled", "rejected")

    def clash(one: str, other: str) -> bool:
        first, second = programme.placements[one], programme.placements[other]
        a, b = programme.span_of(first), programme.span_of(second)
        sessions = [programme.sessions[each.session_id] for each in (first, second)]
        return (
            a is not None
            and b is not None
            and first.place_id is not None
            and first.place_id == second.place_id
            and max(a.start, b.start) < min(a.end, b.end)
            and sessions[0] != sessions[1]
            and all(session.state not in ignored for session in sessions)
        )

    ids = [each.id for each in held]
    return {
        frozenset((programme.placements[one].session_id, programme.placements[other].session_id))
        for one in ids
        for other in ids
        if one < other and clash(one, other)
    }


def sessions_about(found_problems: Iterable[Problem]) -> set[frozenset[str]]:
    return {frozenset(problem.about[:2]) for problem in found_problems}


@given(programmes(6))
def test_the_sweep_finds_what_the_obvious_reading_finds(programme: Programme) -> None:
    assert sessions_about(found(programme, "place_double_booked")) == pairs(programme)


@given(programmes())
def test_problems_are_about_records_that_are_there(programme: Programme) -> None:
    ids = {record.id for record in programme.records()}
    assert all(set(problem.about) <= ids and problem.text.endswith(".") for problem in problems(programme))
