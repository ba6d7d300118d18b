"""A whole programme as compressed bytes and back: what an edition keeps of the day it was given out.

The bytes are JSON under zlib: each table as its fields and a row of plain values for each record, in the order of
the ids. The same programme gives the same bytes. What is read may come from a stranger's file, so it is bounded,
and it is a programme or refused.
"""

from collections.abc import Iterator, Mapping
import json
import re
from typing import Any, Final, cast
import zlib

from majlis.programme.plain import field_types, from_plain, to_plain
from majlis.programme.programme import Programme
from majlis.programme.records import RECORDS, Record
from majlis.programme.refusal import Refusal

LARGEST: Final = 64_000_000
"""Bytes that a snapshot may unpack to: twice as many as ten thousand sessions with long texts have."""

_LEVEL: Final = 9
_FORMAT: Final = 1
_LARGEST_WHOLE: Final = 2**63
_HALF_CHARACTER: Final = re.compile(rb"(?<!\\)(?:\\\\)*\\u[dD][89a-fA-F]")


def pack(programme: Programme) -> bytes:
    """Return a programme as bytes; the same programme gives the same. Raise `Refusal` for an endless one."""
    tables = {
        table: {
            "fields": list(field_types(table)),
            "rows": [list(to_plain(record).values()) for _, record in sorted(records.items())],
        }
        for table, records in programme.tables.items()
    }
    text = json.dumps({"format": _FORMAT, "tables": tables}, ensure_ascii=False, separators=(",", ":")).encode()
    if len(text) > LARGEST:
        raise Refusal(f"The programme has over {LARGEST // 1_000_000} MB of text, too much to freeze; shorten it.")
    return zlib.compress(text, _LEVEL)


def unpack(data: bytes) -> Programme:
    """Return the programme that `pack` made these bytes of; raise `Refusal` for any others.

    Tables and fields that this version does not know are passed over, those that it lacks get their defaults.
    """
    try:
        programme = Programme.of(_records(_json(data)))
    except (ValueError, TypeError, KeyError, RecursionError, zlib.error) as error:
        raise Refusal(f"The snapshot of an edition is damaged ({str(error)[:80]}); use a backup.") from error
    if next(programme.dangling(), None) is not None or len(programme.tables["events"]) > 1:
        raise Refusal("The snapshot of an edition is damaged (its records don't fit together); use a backup.")
    return programme


def _json(data: bytes) -> object:
    unpacking = zlib.decompressobj()
    text = unpacking.decompress(data, LARGEST)
    if not unpacking.eof:
        raise ValueError("it is cut off, or larger than any programme")
    if _HALF_CHARACTER.search(text):
        raise ValueError("it holds half a character")
    return json.loads(text)


def _records(snapshot: object) -> Iterator[Record]:
    for table, held in _named(_named(snapshot, "a snapshot").get("tables"), "tables").items():
        if table in RECORDS:
            fields, rows = (_listed(_named(held, table).get(name), name) for name in ("fields", "rows"))
            for row in rows:
                yield _record(table, fields, _listed(row, "a row"))


def _record(table: str, fields: list[Any], row: list[Any]) -> Record:
    record = from_plain(table, dict(zip(fields, row, strict=True)))
    if any(isinstance(value, int) and abs(value) >= _LARGEST_WHOLE for value in row):
        raise ValueError("it holds a figure beyond all measure")
    return record


def _named(value: object, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"there are no {what}")
    return cast("Mapping[str, Any]", value)


def _listed(value: object, what: str) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"there are no {what}")
    return cast("list[Any]", value)
