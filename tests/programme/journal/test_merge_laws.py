"""Copies of one event, edited apart and merged in any order, mean what their steps mean by brute force."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from journal_world import bring_together, run
from majlis.programme.journal import fold
from majlis.programme.plain import from_plain, to_plain


@given(st.integers(0, 2**32), st.integers(5, 60))
def test_merges_in_any_order_mean_what_the_steps_mean(seed: int, rounds: int) -> None:
    world = run(seed, rounds)
    bring_together(world, Random(seed))  # noqa: S311 - dice, no secrets
    first = world.copies[0]
    for other in world.copies[1:]:
        assert other.programme == first.programme
        assert other.journal == first.journal
    assert not list(first.programme.dangling())


@given(st.integers(0, 2**32), st.integers(5, 60))
def test_the_fold_of_a_journal_is_the_programme_at_any_time(seed: int, rounds: int) -> None:
    for copy in run(seed, rounds).copies:
        told = {key: to_plain(from_plain(key[0], plain)) for key, plain in fold(copy.journal).items()}
        assert told == {(record.table, record.id): to_plain(record) for record in copy.programme.records()}
