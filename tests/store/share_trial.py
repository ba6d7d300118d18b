"""A trial of four laptops whose folders a sync engine carries badly: late, torn, mixed, in any order."""

from itertools import permutations
from pathlib import Path
from random import Random

from laptops import Laptop, check_all_equal, committee

ACTIONS = 30


class Engine:
    """Carries copies from folder to folder, in any order, some of them torn."""

    def __init__(self, laptops: list[Laptop], random: Random) -> None:
        self.laptops = laptops
        self.random = random
        self.torn = 0

    def carry(self, *, badly: bool) -> None:
        """Carry each laptop's copies to each other one; badly means that some arrive in part or not at all."""
        for source, target in permutations(self.laptops, 2):
            for path in source.folder.glob("*.majlis"):
                if f" {source.name} " in path.name and not (badly and self.random.random() < 0.4):
                    there = target.folder / self._arriving_as(path, badly=badly)
                    there.write_bytes(self._arrived(path.read_bytes(), there, badly=badly))

    def _arriving_as(self, path: Path, *, badly: bool) -> str:
        conflict = badly and self.random.random() < 0.1
        return f"{path.stem}.sync-conflict-20261122-101112-ABCDEFG.majlis" if conflict else path.name

    def _arrived(self, content: bytes, there: Path, *, badly: bool) -> bytes:
        if not badly or self.random.random() < 0.6:
            return content
        self.torn += 1
        cut = self.random.randrange(len(content))
        old = there.read_bytes() if there.exists() else b""
        rest = self.random.choice((b"", bytes(len(content) - cut), old[cut:]))
        return content[:cut] + rest


def run_trial(folder: Path, seed: int) -> tuple[int, int]:
    """Let four people work; return how many steps all have in the end and how many copies were torn."""
    random = Random(seed)  # noqa: S311 - seeded, so that it repeats
    laptops = committee(folder, "amina bilal chen dora")
    engine = Engine(laptops, random)
    for _ in range(ACTIONS):
        laptop, chance = random.choice(laptops), random.random()
        if chance < 0.5:
            laptop.edit(random, random.randrange(1, 4))
        elif chance < 0.65:
            laptop.put()
        elif chance < 0.8:
            laptop.take()
        else:
            engine.carry(badly=True)
    for _ in range(2):
        for laptop in laptops:
            laptop.put()
        engine.carry(badly=False)
        for laptop in laptops:
            laptop.take()
    return check_all_equal(laptops), engine.torn
