"""What a programme is checked against: `RULES` is the table of contents, `problems` goes through it.

A rule is a short function whose docstring says it in words; it reads a programme and yields problems. A problem is
a sentence that names who, where and when, with the ids that it is about. Rules never refuse data: real programmes
hold clashes. The modules group the rules by what they look at: `times`, `bookings`, `people`, `places`, `gaps`.

`nearby` says what `problems` says of one session, fast enough for every move of a mouse.
"""

from majlis.programme.rules.nearby import problems_about
from majlis.programme.rules.problem import Problem, Severity
from majlis.programme.rules.register import RULES, Rule, problems

__all__ = ["RULES", "Problem", "Rule", "Severity", "problems", "problems_about"]
