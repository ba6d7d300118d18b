"""The planted defects: each rule finds its own once, and nothing else is found."""

import pytest

from majlis.demo import SIZES, Size, demo_programme
from majlis.demo.planting import DEFECTS
from majlis.programme.rules import RULES, problems


def test_there_are_twelve_and_each_is_of_a_rule_of_its_own() -> None:
    assert list(DEFECTS) == [
        "place_double_booked",
        "person_double_booked",
        "place_closed",
        "person_unavailable",
        "outside_event",
        "outside_parent",
        "turnover_too_short",
        "place_too_small",
        "same_session_twice",
        "unplaced",
        "no_theme",
        "no_people",
    ]
    assert set(DEFECTS) <= {rule.id for rule in RULES}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("seed", [1449, 1, 20271021])
def test_exactly_the_twelve_are_found(size: Size, seed: int) -> None:
    found = [problem.rule for problem in problems(demo_programme(size, with_problems=True, seed=seed))]
    assert found == list(DEFECTS)


@pytest.mark.parametrize("rule", DEFECTS)
def test_each_defect_by_itself_is_found_by_its_rule_alone(rule: str) -> None:
    clean = demo_programme()
    found = problems(clean.changed(DEFECTS[rule](clean)))
    assert [problem.rule for problem in found] == [rule]


def test_the_defects_are_told_in_sentences_about_what_was_changed() -> None:
    texts = [problem.text for problem in problems(demo_programme(with_problems=True))]
    assert texts[4:6] == [
        "“The Ferryman’s Daughter” is at 2027-10-21 21:00–22:45, but that day lasts 2027-10-21 09:00–22:30.",
        (
            "“Five ways to leave a word alone” is at 2027-10-21 14:15–14:40, outside its block “Words that do not "
            "cross” at 2027-10-21 14:30–15:45."
        ),
    ]
