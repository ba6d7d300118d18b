"""One round of sharing: put this laptop's copy where it says more, and look what the others have. Without Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
import time

from majlis.programme.refusal import Refusal
from majlis.store.share import Copy, Look, SharedFolder


@dataclass(frozen=True, slots=True)
class Round:
    """What came of a round: what the folder holds, why the copy could not be put, how long it took."""

    folder: Path
    look: Look
    trouble: str
    at: datetime
    seconds: float


def go_round(shared: SharedFolder) -> Round:
    """Put and look; raise `Refusal` where not even looking is possible: a locked folder can be read."""
    begun, trouble = time.monotonic(), ""
    try:
        shared.put()
    except Refusal as refusal:
        trouble = str(refusal)
    look = shared.look()
    return Round(shared.folder, look, trouble, datetime.now(UTC), time.monotonic() - begun)


def worth_showing(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """Return for each laptop its copies with news, or the newest where none has: a sync engine leaves old ones."""
    by_laptop: dict[str, list[Copy]] = {}
    for copy in copies:
        by_laptop.setdefault(copy.tag, []).append(copy)
    shown: list[Copy] = []
    for each in by_laptop.values():
        shown += [copy for copy in each if copy.news] or [max(each, key=lambda copy: copy.at)]
    return tuple(shown)
