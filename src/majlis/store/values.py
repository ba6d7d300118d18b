"""What one value in a file may hold: the bounds are kept where it is written and asked for where it is opened."""

from collections.abc import Mapping
import json
import sqlite3
from typing import Any, Final, TypeVar

from majlis.programme.bounds import LARGEST_NUMBER, longest
from majlis.programme.records import RECORDS
from majlis.programme.refusal import Refusal

LONGEST_VALUE: Final = 30_000_000
"""Bytes that one value in a file may have, a picture or a step of an import included."""

Row = TypeVar("Row", bound=Mapping[str, str | int | None])


def bounded(table: str, row: Row) -> Row:
    """Return a row as it is; raise `Refusal` where one of its values is more than a file may hold."""
    for column, value in row.items():
        if isinstance(value, str) and len(value) > longest(column):
            raise Refusal(
                f"The {column} of “{str(row['id'])[:60]}” ({table}) has {len(value):,} letters; at most "
                f"{longest(column):,} can be kept. Shorten it; nothing was changed."
            )
        if isinstance(value, int) and abs(value) > LARGEST_NUMBER:
            raise Refusal(
                f"The {column} of “{str(row['id'])[:60]}” ({table}) is larger than {LARGEST_NUMBER:,} and can't "
                "be kept; nothing was changed."
            )
    return row


def load_json(text: object) -> Any:  # noqa: ANN401 - JSON values have no narrower type
    """Return what a JSON text in the file says; raise `ValueError` where it is none, too deep, or no Unicode."""
    if not isinstance(text, str):
        raise ValueError(f"{text!r} is no JSON text")
    try:
        value = json.loads(text)
    except RecursionError:
        raise ValueError("a JSON text is nested too deep") from None
    if "\\u" in text and not _is_unicode(text):
        raise ValueError("a JSON text holds half a character")
    return value


def _is_unicode(text: str) -> bool:
    try:
        json.dumps(json.loads(text), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def oddity(connection: sqlite3.Connection) -> str:
    """Say which value in a file no Majlis writes there, or ""; raises `sqlite3.Error` for one of over 30 MB."""
    tables = [str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    for table in tables:
        said = _oversized(connection, table)
        if said:
            return said
    if connection.execute("SELECT 1 FROM events WHERE languages = '[]' LIMIT 1").fetchone():
        return "the event has no language"
    return ""


def _oversized(connection: sqlite3.Connection, table: str) -> str:
    columns = [
        (str(name), kind == "INTEGER")
        for name, kind in connection.execute("SELECT name, type FROM pragma_table_info(?)", (table,))
    ]
    sizes = ", ".join(f'max({"abs" if number else "length"}("{name}"))' for name, number in columns)
    found = connection.execute(f'SELECT {sizes} FROM "{table}"').fetchone()  # noqa: S608 - names of our own tables
    if table not in RECORDS:
        return ""
    for (name, number), size in zip(columns, found, strict=True):
        if size is not None and size > (LARGEST_NUMBER if number else longest(name)):
            return f"the {name} of a row of {table} is too large"
    return ""
