"""What the tables of a file look like, and whether it is what the migrations of some version make.

A definition is compared by its words, not by its letters: names may be quoted in any of SQLite's ways, which
another sqlite-utils may choose. What only a hostile or damaged file holds (triggers, views, virtual tables,
generated columns, indexes on expressions, checks, tables of nobody's) is named in words.
"""

from collections.abc import Iterator, Mapping
from functools import cache
import re
import sqlite3
from typing import Final

from sqlite_utils import Database

from majlis.store.schema import VERSION, migrations

Shape = Mapping[tuple[str, str], tuple[str, ...]]
"""(table or index, its name) → the words of its definition."""

_WORD: Final = re.compile(r'"(?:[^"]|"")*"|\[[^\]]*\]|`[^`]*`|\'(?:[^\']|\'\')*\'|\w+|\S')
_LONGEST_DEFINITION: Final = 20_000
_MOST_DEFINITIONS: Final = 500


def oddities(connection: sqlite3.Connection, version: int) -> tuple[str, ...]:
    """Return what a file of this version holds or lacks against what Majlis makes; nothing where it is ours."""
    rows = connection.execute(
        "SELECT type, name, substr(sql, 1, ?) FROM sqlite_schema WHERE sql IS NOT NULL LIMIT ?",
        (_LONGEST_DEFINITION, _MOST_DEFINITIONS),
    ).fetchall()
    if len(rows) == _MOST_DEFINITIONS:
        return ("hundreds of tables",)
    shape = {(str(kind), str(name)): _words(str(sql)) for kind, name, sql in rows}
    odd = [*_foreign(shape)]
    if odd:
        return tuple(odd)
    if version > VERSION:
        return tuple(_missing(shape) or _newer_oddities(connection, shape))
    expected = _shape_after(made_with(connection))
    return (
        *(f"{kind} {name}" for kind, name in sorted(expected.keys() ^ shape.keys())),
        *(name for (kind, name), words in expected.items() if shape.get((kind, name), words) != words),
    )


def _words(sql: str) -> tuple[str, ...]:
    return tuple(_unquoted(word) for word in _WORD.findall(sql))


def _unquoted(word: str) -> str:
    if len(word) > 1 and word[0] in '"[`':
        word = word[1:-1].replace('""', '"')
    return word if word.startswith("'") else word.lower()


def _foreign(shape: Shape) -> Iterator[str]:
    for (kind, name), words in shape.items():
        if kind not in ("table", "index"):
            yield f"{kind} {name}"
        elif words[1:2] == ("virtual",):
            yield f"virtual table {name}"


def _missing(shape: Shape) -> list[str]:
    return [
        f"no {kind} {name}" for kind, name in sorted(_shape_after(None).keys() - shape.keys()) if kind == "table"
    ]


def _newer_oddities(connection: sqlite3.Connection, shape: Shape) -> Iterator[str]:
    """Yield what a newer version may not have either: whatever computes something where it is read."""
    for kind, name in shape:
        if kind == "table":
            hidden = connection.execute("SELECT 1 FROM pragma_table_xinfo(?) WHERE hidden LIMIT 1", (name,))
        else:
            hidden = connection.execute("SELECT 1 FROM pragma_index_xinfo(?) WHERE cid = -2 LIMIT 1", (name,))
        if hidden.fetchone():
            yield f"computed values in {name}"


def made_with(connection: sqlite3.Connection) -> int:
    """Return how many migrations made the file, as it says itself; 0 where they aren't ours in a row."""
    if not connection.execute(
        "SELECT 1 FROM sqlite_schema WHERE name = ?", (migrations.migrations_table,)
    ).fetchone():
        return 0
    sql = f'SELECT name FROM "{migrations.migrations_table}" WHERE migration_set = ? ORDER BY id LIMIT 1000'  # noqa: S608 - sqlite-utils' own name
    made = [str(name) for (name,) in connection.execute(sql, (migrations.name,))]
    ours = _names()
    return len(made) if made == list(ours[: len(made)]) else 0


def make(db: Database, count: int | None = None) -> None:
    """Make the tables of the first so many migrations in an empty database, or of all of them."""
    later = _names()[count:] if count is not None else ()
    migrations.apply(db, stop_before=later[:1])


@cache
def _names() -> tuple[str, ...]:
    return tuple(each.name for each in migrations.pending(Database(memory=True)))


@cache
def _shape_after(count: int | None) -> Shape:
    """Return what the first so many migrations make, or all of them."""
    db = Database(memory=True)
    make(db, count)
    rows = db.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {(kind, name): _words(sql) for kind, name, sql in rows}
