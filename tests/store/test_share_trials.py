"""Four laptops over folders with torn copies: in the end all hold the same, and all that was saved anywhere."""

from pathlib import Path

import pytest

from store.share_trial import run_trial


@pytest.mark.parametrize("seed", range(2))
def test_all_hold_the_same_in_the_end(tmp_path: Path, seed: int) -> None:
    steps, torn = run_trial(tmp_path, seed)
    assert steps > 10
    assert torn
