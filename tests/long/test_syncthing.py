"""Three laptops with real files over three real Syncthing instances on the loopback, parted and joined at random.

    MAJLIS_LONG_MINUTES=60 .venv/bin/python -m pytest tests/long/test_syncthing.py -s

In the end all hold the same, and whatever anybody was told is saved. Needs the Debian package syncthing (1.19).
"""

from collections import Counter
from collections.abc import Iterator
from itertools import permutations
import os
from pathlib import Path
from random import Random
import time

import pytest

from laptops import Laptop, check_all_equal, committee
from long.syncthing import Syncthing, wait_until

MINUTES = float(os.environ.get("MAJLIS_LONG_MINUTES", "2"))
SEED = int(os.environ.get("MAJLIS_LONG_SEED", "1"))


class Committee:
    """Three people, their laptops, and what carries their folders."""

    def __init__(self, folder: Path) -> None:
        self.random = Random(SEED)  # noqa: S311 - seeded, so that it repeats as far as clocks let it
        self.laptops = committee(folder, "amina bilal chen")
        self.engines = [Syncthing(folder / f"engine-{laptop.name}", laptop.folder) for laptop in self.laptops]
        self.counts: Counter[str] = Counter()
        self.parted: set[tuple[int, int]] = set()
        self.down: set[int] = set()

    def start(self) -> None:
        """Start the engines and let each know the others."""
        for engine in self.engines:
            engine.start()
        for engine in self.engines:
            engine.know(other for other in self.engines if other is not engine)

    def work(self, seconds: float) -> None:
        """Let them work for a time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            chance = self.random.random()
            if chance < 0.55:
                self._edit()
            elif chance < 0.85:
                self._share(self.random.choice(self.laptops))
            elif chance < 0.95:
                self._part_or_join()
            elif chance < 0.97:
                self._crash_or_start()
            else:
                time.sleep(self.random.random() * 4)
            time.sleep(self.random.random() * 0.3)

    def come_together(self) -> None:
        """Join all again, and share until nobody has news for another."""
        for number in tuple(self.down):
            self._start(number)
        for pair in tuple(self.parted):
            self._part(pair, parted=False)
        for _ in range(10):
            came = self.counts["steps that came in"]
            for laptop in self.laptops:
                self._share(laptop)
            for engine in self.engines:
                engine.rescan()
            wait_until(self._is_carried, 300)
            alike = len({self._steps(laptop) for laptop in self.laptops}) == 1
            if alike and self.counts["steps that came in"] == came:
                return
        raise AssertionError("the laptops never came to hold the same steps")

    def stop(self) -> None:
        """End the engines."""
        for engine in self.engines:
            engine.kill()

    def _edit(self) -> None:
        laptop = self.random.choice(self.laptops)
        count = len(laptop.saved)
        laptop.edit(self.random, self.random.randrange(1, 6))
        self.counts["edits"] += len(laptop.saved) - count

    def _share(self, laptop: Laptop) -> None:
        told = laptop.share("--take")
        self.counts["shares"] += 1
        self.counts["puts"] += told["put"]
        self.counts["steps that came in"] += told["steps"]
        self.counts["conflicts told"] += len(told["conflicts"])
        self.counts["files passed over"] += len(told["passed_over"])
        self.counts["copies refused"] += len(told["refused"])
        self.counts["sync-conflict copies met"] += sum("sync-conflict" in one["file"] for one in told["copies"])

    def _part_or_join(self) -> None:
        pair = self.random.choice(list(permutations(range(3), 2)))
        if not self.down.intersection(pair):
            self._part(pair, parted=pair not in self.parted)

    def _part(self, pair: tuple[int, int], *, parted: bool) -> None:
        self.engines[pair[0]].part_from(self.engines[pair[1]], parted=parted)
        self.counts["partings" if parted else "joinings"] += 1
        (self.parted.add if parted else self.parted.discard)(pair)

    def _crash_or_start(self) -> None:
        number = self.random.randrange(3)
        if number in self.down:
            self._start(number)
        else:
            self.engines[number].kill()
            self.down.add(number)
            self.counts["engines killed"] += 1

    def _start(self, number: int) -> None:
        self.engines[number].start()
        self.down.discard(number)

    def _is_carried(self) -> bool:
        return all(
            engine.has_all_of(other for other in self.engines if other is not engine) for engine in self.engines
        )

    def _steps(self, laptop: Laptop) -> frozenset[int]:
        with laptop.open() as document:
            return frozenset(step.id for step in document.steps())


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Committee]:
    made = Committee(tmp_path)
    try:
        made.start()
        yield made
    finally:
        made.stop()


def test_three_laptops_over_syncthing_are_equal_in_the_end(
    three: Committee, capsys: pytest.CaptureFixture[str]
) -> None:
    three.work(MINUTES * 60)
    three.come_together()
    steps = check_all_equal(three.laptops)
    saved = set[int]().union(*(laptop.saved for laptop in three.laptops))
    with capsys.disabled():
        told = f"{MINUTES:g} minutes, {steps} steps, {len(saved)} of them told as saved"
        print(f"\n{told}; {dict(three.counts)}")  # noqa: T201 - what an hour of work came to
    assert len(saved) > 10
    assert three.counts["steps that came in"] > 0
