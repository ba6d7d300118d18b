"""The journal: every step that anybody took, field by field; undo, history, merge and conflicts are read from it.

`steps` says what a step and its changes are, `back` takes one back, `words` and `fold` say what a set of steps
means, `merge` unites the steps of two copies, and `conflicts` finds where they disagree. All are pure functions of
values; the store writes rows and steps together.
"""

from majlis.programme.journal.back import inverse_of
from majlis.programme.journal.conflicts import Conflict, Side, conflicts_of, settle
from majlis.programme.journal.fold import fold
from majlis.programme.journal.merge import Merged, merge
from majlis.programme.journal.steps import (
    BEING,
    FieldChange,
    Heads,
    Journal,
    Key,
    Step,
    StepKind,
    field_changes,
    history,
    next_id,
    settled,
)

__all__ = [
    "BEING",
    "Conflict",
    "FieldChange",
    "Heads",
    "Journal",
    "Key",
    "Merged",
    "Side",
    "Step",
    "StepKind",
    "conflicts_of",
    "field_changes",
    "fold",
    "history",
    "inverse_of",
    "merge",
    "next_id",
    "settle",
    "settled",
]
