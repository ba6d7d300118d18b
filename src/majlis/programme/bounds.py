"""How long the texts of a record may be and how large its numbers, so that every laptop can open every file."""

from dataclasses import replace
import json
from typing import Final, TypeVar

from majlis.programme.plain import field_types
from majlis.programme.records import Record
from majlis.programme.texts import Texts

LONGEST_TEXT: Final = 1_000_000
"""Letters that a field of running text may have, in all its languages together, as JSON."""

LONGEST_LINE: Final = 20_000
"""Letters that any other field of a record may have, in all its languages together, as JSON."""

LARGEST_NUMBER: Final = 2**31 - 1
"""The largest whole number in a field of a record; the smallest is its negative."""

RUNNING: Final = frozenset({"abstract", "description", "biography", "notes", "links", "hours", "reason", "about"})
"""The fields that hold running text, or lists without end."""

AnyRecord = TypeVar("AnyRecord", bound=Record)

_ROOM: Final = 1_000
"""Letters left for what surrounds the texts of several languages."""


def longest(field: str) -> int:
    """Return how many letters a field may have."""
    return LONGEST_TEXT if field in RUNNING else LONGEST_LINE


def shortened(record: AnyRecord) -> tuple[AnyRecord, tuple[str, ...]]:
    """Return a record with its texts cut to what a file may hold, and the fields that were cut."""
    cut: dict[str, str | Texts] = {}
    for field in field_types(record.table):
        value = getattr(record, field)
        if isinstance(value, str) and len(value) > longest(field):
            cut[field] = value[: longest(field) - 1] + "…"
        elif isinstance(value, Texts) and sum(map(_written, value.values())) > longest(field) - _ROOM:
            cut[field] = _shared_out(value, (longest(field) - _ROOM) // max(len(value), 1))
    return (replace(record, **cut), tuple(cut)) if cut else (record, ())


def _shared_out(texts: Texts, most: int) -> Texts:
    return Texts({language: _cut(text, most) for language, text in texts.items()})


def _cut(text: str, most: int) -> str:
    if _written(text) <= most:
        return text
    room = most - 1
    for end, letter in enumerate(text):
        room -= _written(letter)
        if room < 0:
            return text[:end].rstrip() + "…"
    return text


def _written(text: str) -> int:
    """Return how many letters a text takes in JSON, where quotation marks, line ends and the like take several."""
    return len(json.dumps(text, ensure_ascii=False)) - 2
