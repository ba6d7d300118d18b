"""Which steps the files of a shared folder hold: each is read once, and again only where it changed."""

from array import array
from dataclasses import dataclass
from pathlib import Path
import time
from typing import Final

from majlis.programme.refusal import Refusal
from majlis.store.folder import Signature, signature_of
from majlis.store.private import private_copy
from majlis.store.seal import is_sealed

AGAIN: Final = 30.0
"""Seconds after which a file that was refused is read once more though it looks the same: it may be whole now."""

LARGEST: Final = 1_000_000_000
"""Bytes beyond which a file in the folder is not read."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a file: the ids of its steps in order, or in a sentence why they can't be."""

    signature: Signature
    steps: "array[int]"
    refusal: str
    at: float

    @property
    def due(self) -> bool:
        """Whether a file that was refused is worth another look."""
        return bool(self.refusal) and time.monotonic() - self.at > AGAIN


class Reads:
    """Remembers what was read of each file."""

    def __init__(self) -> None:
        self._known: dict[Path, Read] = {}

    def read(self, path: Path) -> Read | None:
        """Return what a file holds, None where there is none or it is no ordinary file."""
        signature = signature_of(path)
        if signature is None:
            self._known.pop(path, None)
            return None
        known = self._known.get(path)
        if known is None or known.signature != signature or known.due:
            known = self._known[path] = _read(path, signature)
        return known

    def note(self, path: Path, steps: frozenset[int]) -> None:
        """Remember which steps a file holds that was just written."""
        signature = signature_of(path)
        if signature is not None:
            self._known[path] = Read(signature, array("q", sorted(steps)), "", time.monotonic())


def _read(path: Path, signature: Signature) -> Read:
    steps, refusal = array("q"), ""
    try:
        steps = _steps(path, signature)
    except (Refusal, OSError) as error:
        refusal = str(error).replace(str(path), path.name)
    return Read(signature, steps, refusal, time.monotonic())


def _steps(path: Path, signature: Signature) -> "array[int]":
    if signature[0] > LARGEST:
        raise Refusal(f"“{path}” is larger than any event, and is not read.")
    with private_copy(path) as copy:
        steps = array("q", sorted(copy.step_ids()))
        if not steps:
            raise Refusal(f"“{path}” has no history, so nothing can be brought in from it.")
        # without a seal only the journal itself can tell whether the copy is of one piece
        if not is_sealed(copy.path) and (odd := copy.verify()):
            raise Refusal(f"“{path}” is damaged ({odd[0]}); take another copy.")
    return steps
