"""Forty committees of four laptops over folders with torn copies; each seed repeats its trial."""

from pathlib import Path

import pytest

from store.share_trial import run_trial


@pytest.mark.parametrize("seed", range(100, 140))
def test_all_hold_the_same_in_the_end(tmp_path: Path, seed: int) -> None:
    steps, _ = run_trial(tmp_path, seed)
    assert steps > 10
