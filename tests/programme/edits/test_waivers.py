"""Problems that the committee accepts."""

from datetime import datetime

import pytest

from example import example
from majlis.programme.edits.edit import apply
from majlis.programme.edits.sessions import place
from majlis.programme.edits.waivers import unwaive, waive
from majlis.programme.programme import Programme
from majlis.programme.records import Waiver
from majlis.programme.refusal import Refusal
from majlis.programme.rules import Problem, problems


def clashing() -> Programme:
    return apply(example(), place(example(), "panel", "hall", datetime(2027, 10, 21, 9, 30)))


def first(programme: Programme) -> Problem:
    return problems(programme)[0]


def test_a_waived_problem_stays_and_says_why() -> None:
    programme, problem = clashing(), first(clashing())
    edit = waive(programme, problem, reason=" They share the hall. ", who="Leila")
    after = apply(programme, edit)
    assert edit.label == "Waive Great Hall: “Opening” and “Who owns a manuscript?” are ther…"
    assert after.waivers[problem.fingerprint] == Waiver(
        id=problem.fingerprint,
        rule="place_double_booked",
        about=problem.about,
        reason="They share the hall.",
        who="Leila",
    )
    assert first(after).waived


def test_a_move_brings_a_waived_problem_back_and_other_edits_do_not() -> None:
    programme = clashing()
    waived = apply(programme, waive(programme, first(programme), reason="Agreed."))
    moved = apply(waived, place(waived, "panel", "hall", datetime(2027, 10, 21, 9, 35)))
    elsewhere = apply(waived, place(waived, "reading", "room", datetime(2027, 10, 22, 12)))
    assert (first(moved).waived, first(elsewhere).waived) == (False, True)


def test_a_waiver_taken_back_leaves_the_programme_as_it_was() -> None:
    programme = clashing()
    waived = apply(programme, waive(programme, first(programme), reason="Agreed."))
    back = unwaive(waived, first(waived))
    assert back.label.startswith("Take back the waiver of Great Hall: ")
    assert apply(waived, back) == programme


def test_a_waiver_needs_a_reason() -> None:
    with pytest.raises(Refusal, match="needs a reason"):
        waive(clashing(), first(clashing()), reason=" \n ")


def test_a_problem_is_waived_once() -> None:
    programme = clashing()
    waived = apply(programme, waive(programme, first(programme), reason="Agreed."))
    with pytest.raises(Refusal, match="waived already"):
        waive(waived, first(waived), reason="Again.")


def test_only_a_waived_problem_can_be_taken_up_again() -> None:
    with pytest.raises(Refusal, match="not waived"):
        unwaive(clashing(), first(clashing()))
