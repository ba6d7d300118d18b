"""Ids of records: random for what a person adds, made of its parts for what links or comes from elsewhere.

Pictures and snapshots have their bytes' own hash for an id.
"""

import hashlib
from typing import Final
from uuid import UUID, uuid4, uuid5

_SOURCES: Final = UUID("6f1d3c1a-55c2-4f0e-9d2b-3c1c9a7d5e10")


def new_id() -> str:
    """Return a fresh random id (a UUID of version 4)."""
    return str(uuid4())


def source_id(*parts: str) -> str:
    """Return the id for what a source calls by these words: the same words give the same id on every laptop."""
    return str(uuid5(_SOURCES, "\x1f".join(parts)))


def placement_id(session_id: str, number: int = 1) -> str:
    """Return the id of a session's first, second, … placement, so that two people placing it place it once."""
    return f"{session_id}@{number}"


def part_id(session_id: str, person_id: str, role: str) -> str:
    """Return the id of a part, so that two people adding the same part add one."""
    return f"{session_id}:{person_id}:{role}"


def content_hash(data: bytes) -> str:
    """Return the hash by which a picture or snapshot is known: the SHA-256 of its bytes, in small hex digits."""
    return hashlib.sha256(data).hexdigest()
