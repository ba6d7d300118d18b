"""Every rule in one list, and the one way to check a programme against them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from majlis.programme.programme import Programme
from majlis.programme.rules.bookings import (
    person_double_booked,
    place_double_booked,
    same_session_twice,
    turnover_too_short,
)
from majlis.programme.rules.gaps import no_people, no_theme, unplaced
from majlis.programme.rules.people import person_unavailable
from majlis.programme.rules.places import place_closed, place_too_small
from majlis.programme.rules.problem import Finding, Problem, Severity
from majlis.programme.rules.times import impossible_length, outside_event, outside_parent
from majlis.programme.rules.view import View


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id is the name of the function that finds its breaches, its words are that one's docstring."""

    find: Callable[[View], Iterator[Finding]]
    severity: Severity

    @property
    def id(self) -> str:
        """The stable id of the rule."""
        return self.find.__name__

    @property
    def words(self) -> str:
        """The rule in words."""
        return " ".join((self.find.__doc__ or "").split())


RULES: Final = (
    Rule(place_double_booked, "error"),
    Rule(person_double_booked, "error"),
    Rule(place_closed, "error"),
    Rule(person_unavailable, "error"),
    Rule(outside_event, "error"),
    Rule(impossible_length, "error"),
    Rule(outside_parent, "error"),
    Rule(turnover_too_short, "warning"),
    Rule(place_too_small, "warning"),
    Rule(same_session_twice, "warning"),
    Rule(unplaced, "note"),
    Rule(no_theme, "note"),
    Rule(no_people, "note"),
)


def problems(
    programme: Programme,
    languages: tuple[str, ...] = (),
    day_words: Callable[[date], str] = date.isoformat,
) -> tuple[Problem, ...]:
    """Return every problem of a programme, errors first, each rule's together; waived ones say so.

    The sentences call things by their names in the given languages, else in the event's.
    """
    view = View.of(programme, languages, day_words)
    found = (
        Problem(rule.id, rule.severity, finding.text, finding.about, finding.facts)
        for rule in RULES
        for finding in rule.find(view)
    )
    return tuple(
        replace(problem, waived=True) if problem.fingerprint in programme.waivers else problem for problem in found
    )
