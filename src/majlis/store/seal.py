"""Seals: how a copy that others carry is told from one that was cut short, mixed or altered on its way.

A seal is a tail of 52 bytes behind the database, which SQLite passes over: a mark, the change counter from the
database's head, and the SHA-256 of all that stands before. A copy that was half overwritten in place can hold new
steps and old changes and still be a sound database; merged, it would lose these changes for good. A seal is void
where the counter is another one: somebody has worked in the copy since, and SQLite does not know of seals.
"""

import hashlib
import os
from pathlib import Path
from typing import Final

from majlis.programme.refusal import Refusal

_MARK: Final = b"Majlis seal 001\n"
_COUNTER: Final = slice(24, 28)
_TAIL: Final = len(_MARK) + 4 + hashlib.sha256().digest_size
_BLOCK: Final = 1 << 20


def copy_sealed(source: Path, target: Path) -> None:
    """Copy a database under a seal, onto the disk; raise `OSError` where that can't be."""
    digest = hashlib.sha256()
    counter = b""
    with source.open("rb") as reader, target.open("wb") as writer:
        while block := reader.read(_BLOCK):
            counter = counter or block[_COUNTER]
            digest.update(block)
            writer.write(block)
        writer.write(_MARK + counter + digest.digest())
        writer.flush()
        os.fsync(writer.fileno())


def is_sealed(path: Path) -> bool:
    """Return whether a file ends in a seal that is not void; raise `OSError` where it can't be read."""
    return bool(_seal(path))


def check_seal(path: Path) -> None:
    """Raise `Refusal` where a file is not what its seal says; one without a seal, or with a void one, passes."""
    seal = _seal(path)
    if not seal:
        return
    digest = hashlib.sha256()
    left = path.stat().st_size - _TAIL
    with path.open("rb") as file:
        while left > 0 and (block := file.read(min(_BLOCK, left))):
            digest.update(block)
            left -= len(block)
    if digest.digest() != seal:
        raise Refusal(
            f"“{path}” is not whole: it was altered or cut on its way. Wait for it, or take another copy."
        )


def _seal(path: Path) -> bytes:
    """Return the digest that a file's seal holds, or b"" where there is none or it is void."""
    with path.open("rb") as file:
        counter = file.read(_COUNTER.stop)[_COUNTER]
        file.seek(max(path.stat().st_size - _TAIL, 0))
        tail = file.read(_TAIL)
    sealed = len(tail) == _TAIL and tail.startswith(_MARK + counter)
    return tail[len(_MARK) + 4 :] if sealed else b""
