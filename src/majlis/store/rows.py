"""Records as rows of their tables and back: lists and texts by language are JSON, flags are 0 or 1."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
import json
import sqlite3
from typing import Any, get_origin

from majlis.programme.plain import field_types, from_plain, to_plain
from majlis.programme.records import Record
from majlis.programme.texts import Texts
from majlis.store.values import load_json

Row = dict[str, str | int | None]


@cache
def json_fields(table: str) -> frozenset[str]:
    """Return the fields of a table that stand in the file as JSON."""
    kinds = field_types(table).items()
    return frozenset(name for name, kind in kinds if kind is Texts or get_origin(kind) is tuple)


def dump(value: object) -> str:
    """Return a JSON value as the file holds it: short, and readable in every script."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def to_row(record: Record) -> Row:
    """Return a record as a row: column → text, whole number or None."""
    as_json = json_fields(record.table)
    return {
        name: dump(value) if name in as_json else int(value) if isinstance(value, bool) else value
        for name, value in to_plain(record).items()
    }


def reader(table: str, columns: Sequence[str]) -> Callable[[sqlite3.Row | tuple[Any, ...]], Record]:
    """Return a function from rows with these columns to records, passing over columns of newer versions.

    The function raises `ValueError`, `TypeError` or `KeyError` where a row is not what it should be.
    """
    known = field_types(table)
    as_json = json_fields(table)
    chosen = [(number, name, name in as_json) for number, name in enumerate(columns) if name in known]

    def read(row: sqlite3.Row | tuple[Any, ...]) -> Record:
        values: Mapping[str, object] = {
            name: _load(row[number]) if structured else row[number] for number, name, structured in chosen
        }
        return from_plain(table, values)

    return read


def _load(text: object) -> object:
    if text == "{}":
        return {}
    if text == "[]":
        return ()
    return load_json(text)
