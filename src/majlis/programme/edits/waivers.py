"""Edits of what the committee accepts: waive a problem with a reason, and take that back."""

from majlis.programme.edits.edit import Change, Edit
from majlis.programme.edits.wording import check_text
from majlis.programme.programme import Programme
from majlis.programme.records import Waiver
from majlis.programme.refusal import Refusal
from majlis.programme.rules import Problem

LABEL_LIMIT = 60
"""Characters of a problem's sentence that stand in a label."""


def waive(programme: Programme, problem: Problem, *, reason: str, who: str = "") -> Edit:
    """Accept a problem as long as its facts stay; raise `Refusal` without a reason, or where it is waived."""
    words = check_text("reason", reason)
    if not words:
        raise Refusal("A waiver needs a reason; write why the committee accepts this.")
    before = programme.waivers.get(problem.fingerprint)
    if before is not None:
        raise Refusal("This is waived already; take the waiver back first to give another reason.")
    after = Waiver(
        id=problem.fingerprint,
        rule=problem.rule,
        about=problem.about,
        reason=words,
        who=check_text("name", who),
    )
    return Edit(f"Waive {_quoted(problem)}", (Change(None, after),))


def unwaive(programme: Programme, problem: Problem) -> Edit:
    """Take the waiver of a problem back; raise `Refusal` where there is none."""
    before = programme.waivers.get(problem.fingerprint)
    if before is None:
        raise Refusal("This is not waived; there is no waiver to take back.")
    return Edit(f"Take back the waiver of {_quoted(problem)}", (Change(before, None),))


def _quoted(problem: Problem) -> str:
    text = problem.text.rstrip(".")
    return text if len(text) <= LABEL_LIMIT else text[: LABEL_LIMIT - 1].rstrip() + "…"
