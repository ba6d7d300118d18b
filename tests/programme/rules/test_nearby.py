"""What is asked of one session against what all rules say of it."""

from dataclasses import replace
from datetime import datetime
from time import process_time

from hypothesis import given
from hypothesis import strategies as st
import pytest

from example import example
from majlis.programme.edits.edit import apply
from majlis.programme.edits.sessions import place
from majlis.programme.edits.waivers import waive
from majlis.programme.programme import Programme
from majlis.programme.records import Part, Place, Placement, Session
from majlis.programme.rules import problems, problems_about
from majlis.programme.texts import Texts
from strategies import programmes, times


def told(programme: Programme, session_id: str) -> set[object]:
    return {problem for problem in problems(programme) if session_id in problem.about}


@given(programmes(), st.data())
def test_a_session_has_the_problems_that_all_rules_find(programme: Programme, data: st.DataObject) -> None:
    parents = st.none() | st.sampled_from([*programme.sessions, None])
    places = st.none() | st.sampled_from([*programme.places, None])
    changed = [replace(each, parent_id=data.draw(parents)) for each in programme.sessions.values()]
    moved = [replace(each, parent_id=data.draw(places)) for each in programme.places.values()]
    programme = programme.changed((each.table, each.id, each) for each in (*changed, *moved))
    for key in programme.sessions:
        where = data.draw(places)
        after = apply(programme, place(programme, key, where, data.draw(times)))
        assert set(problems_about(after, key)) == told(after, key)


@given(programmes())
def test_the_facts_are_the_same_in_whatever_words(programme: Programme) -> None:
    worded = problems(programme, ("fr", "ar"), lambda day: f"le {day:%d/%m}")
    assert [each.fingerprint for each in worded] == [each.fingerprint for each in problems(programme)]


def test_a_dragged_session_hears_of_whom_it_clashes_with() -> None:
    programme = apply(example(), place(example(), "panel", "hall", datetime(2027, 10, 21, 9, 30)))
    assert [problem.rule for problem in problems_about(programme, "panel")] == [
        "place_double_booked",
        "no_theme",
        "no_people",
    ]


def test_a_waived_problem_says_so() -> None:
    programme = apply(example(), place(example(), "panel", "hall", datetime(2027, 10, 21, 9, 30)))
    clash = problems_about(programme, "panel")[0]
    programme = apply(programme, waive(programme, clash, reason="They share the hall."))
    assert problems_about(programme, "panel")[0] == replace(clash, waived=True)


@pytest.mark.benchmark
def test_a_drop_is_judged_within_a_frame_among_nine_hundred() -> None:
    places = [Place(id=f"place{n}", name=Texts(en=f"Place {n}")) for n in range(30)]
    sessions = [Session(id=f"session{n}", title=Texts(en=f"Session {n}")) for n in range(900)]
    placed = [
        Placement(
            id=f"session{n}@1",
            session_id=f"session{n}",
            place_id=f"place{n % 30}",
            start=datetime(2027, 10, 21, 9 + n // 30 % 10),
        )
        for n in range(900)
    ]
    parts = [
        Part(id=f"part{n}", session_id=f"session{n}", person_id=each.person_id)
        for n, each in enumerate(example().parts.values())
    ]
    programme = Programme.of([*example().records(), *places, *sessions, *placed, *parts])
    began = process_time()
    for minute in range(50):
        after = apply(programme, place(programme, "session5", "place7", datetime(2027, 10, 21, 9, minute)))
        problems_about(after, "session5")
    assert (process_time() - began) / 50 < 0.004
