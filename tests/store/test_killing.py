"""The program killed at any moment: what was said to be done is done, and what lies there is whole."""

import os
from pathlib import Path
from random import Random
import signal
import subprocess
import sys
import time

import pytest

from majlis.programme.refusal import Refusal
from majlis.store.lock import WriteLock
from rounds import SEED, rounds
import workloads
from workloads import WORKLOADS, Workload

LONGEST = {"commands": 1.5}
"""Seconds after which a piece of work is killed at the latest, where that is not a third of one."""


def killed(name: str, workload: Workload, folder: Path, after: float) -> int:
    """Do a piece of work, kill it and all that it started after some seconds, and return how often it was done."""
    workload.prepare(folder)
    line = [sys.executable, workloads.__file__, name, str(folder)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(after)
        os.killpg(process.pid, signal.SIGKILL)
        said = process.stdout.read().split()
    _wait_until_let_go(folder / "a.majlis")
    return int(said[-1]) if said else 0


def _wait_until_let_go(path: Path) -> None:
    """Wait until what the killed one had started is dead too: its lock is free then."""
    for _ in range(200):
        try:
            WriteLock(path).release()
        except Refusal:
            time.sleep(0.02)
        else:
            return


@pytest.mark.parametrize("name", WORKLOADS)
@pytest.mark.parametrize("number", rounds(2, 300))
def test_after_a_kill_nothing_is_torn_and_nothing_acknowledged_is_lost(
    number: int, name: str, tmp_path: Path
) -> None:
    workload = WORKLOADS[name]
    random = Random(f"{name} {SEED} {number}")  # noqa: S311 - moments that repeat as far as a clock lets them
    done = killed(name, workload, tmp_path, random.uniform(0, LONGEST.get(name, 0.35)))
    workload.judge(tmp_path, done)
