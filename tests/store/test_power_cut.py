"""The power goes at any moment: every edit that was acknowledged is there, and no file is torn."""

from pathlib import Path
from random import Random
import shutil

import pytest

from power_cut import after_cut, cuts, recorded
from rounds import LONG, SEED, rounds
from workloads import WORKLOADS

TIMES = {"edits": 50, "undo": 24}
"""How often a piece of work is done while it is recorded, where that is not six times."""

ELSEWHERE = {"commands"}
"""What starts processes of its own, and is edits after all."""


@pytest.mark.parametrize("name", [name for name in WORKLOADS if name not in ELSEWHERE])
@pytest.mark.parametrize("recording_number", range(10 if LONG else 1))
def test_after_a_power_cut_nothing_is_torn_and_nothing_acknowledged_is_lost(
    recording_number: int, name: str, tmp_path: Path
) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    recording = recorded(name, folder, TIMES.get(name, 6))
    random = Random(f"{name} {SEED} {recording_number}")  # noqa: S311 - cuts that repeat themselves by their seed
    for _ in rounds(15, 100):
        files, said = after_cut(recording, random.choice(cuts(recording)), random)
        shutil.rmtree(folder)
        for path, content in files.items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_bytes(content)
        folder.mkdir(exist_ok=True)
        WORKLOADS[name].judge(folder, said)
