"""The log of steps: marks of undo, redo and taking back, filters, and lines by day."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from majlis.programme.journal import Step, StepKind, history
from majlis.ui.history.log import EMPTY, Entry, Log, Wanted

NOON = datetime(2027, 10, 20, 12, tzinfo=UTC)


def step(key: int, who: str = "Noor", kind: StepKind = "edit", of: int | None = None, days: int = 0) -> Step:
    return Step(key, NOON + timedelta(days=days, minutes=key), who, f"Step {key}", kind, of)


def log_of(*steps: Step, brought: frozenset[int] = frozenset()) -> Log:
    return EMPTY.grown(steps, brought)


def ids(log: Log, wanted: Wanted) -> list[int]:
    return [entry.step.id for day in wanted.of(log) for entry in day.entries]


def entries(log: Log) -> list[Entry]:
    return [entry for day in log.days for entry in day.entries]


@some.composite
def journals(draw: some.DrawFn) -> list[Step]:
    """Make steps of which some undo or redo earlier ones."""
    steps: list[Step] = []
    for key in range(1, draw(some.integers(1, 12))):
        kind: StepKind = draw(some.sampled_from(["edit", "undo", "redo"])) if steps else "edit"
        of = draw(some.sampled_from(steps)).id if kind != "edit" else None
        steps.append(step(key, kind=kind, of=of))
    return steps


@given(journals(), some.integers(0, 12))
def test_a_log_that_grew_is_as_one_that_was_read_whole_and_marks_what_the_journal_marks(
    steps: list[Step], at: int
) -> None:
    whole = log_of(*steps)
    assert log_of(*steps[:at]).grown(steps[at:], frozenset()) == whole
    marked = {one.id for one in history(steps) if one.undone}
    assert {entry.step.id for entry in entries(whole) if whole.state_of(entry.step) == "undone"} == marked
    assert [entry.step.id for entry in entries(whole)] == [one.id for one in history(steps)]


def test_what_was_taken_back_says_so_until_that_is_undone() -> None:
    first, back = step(1), step(2, of=1)
    log = log_of(first, back)
    assert (log.state_of(first), log.state_of(back)) == ("taken back", "")
    log = log.grown([step(3, kind="undo", of=2)], frozenset())
    assert (log.state_of(first), log.state_of(back)) == ("", "undone")
    log = log.grown([step(4, kind="redo", of=3)], frozenset())
    assert (log.state_of(first), log.state_of(back)) == ("taken back", "")


def test_filters_take_what_is_wanted() -> None:
    log = log_of(step(1), step(2, "Sami"), step(3, "Sami", days=3), brought=frozenset({2}))
    assert ids(log, Wanted()) == [3, 2, 1]
    assert ids(log, Wanted(who="Sami")) == [3, 2]
    assert ids(log, Wanted(brought=True)) == [2]
    assert ids(log, Wanted(day=log.days[0].day)) == [3]
    assert ids(log, Wanted(words="STEP sami 2")) == [2]
    assert ids(log, Wanted(steps=frozenset({1, 3}), who="Noor")) == [1]
    assert log.people() == {"Noor": 1, "Sami": 2}


def test_each_day_counts_its_people_and_a_filter_leaves_out_empty_days() -> None:
    log = log_of(step(1), step(2, "Sami"), step(3, "Sami"), step(4, "Sami", days=3))
    assert [([entry.step.id for entry in day.entries], dict(day.people)) for day in log.days] == [
        ([4], {"Sami": 1}),
        ([3, 2, 1], {"Sami": 2, "Noor": 1}),
    ]
    assert [dict(day.people) for day in Wanted(who="Noor").of(log)] == [{"Noor": 1}]
    assert Wanted(words="nothing").of(log) == ()
