"""The tables of a file and the migrations that make them. A released migration is never edited."""

from collections.abc import Mapping
from functools import cache
import re
import sqlite3
from typing import Final

from sqlite_utils import Database
from sqlite_utils.db import ForeignKey
from sqlite_utils.migrations import Migrations

from majlis.store.older import find_what_is_undone, say_by_language

APPLICATION_ID: Final = 0x4D4A4C53
"""The letters MJLS: how a file of Majlis is told from another program's database."""

MAJOR: Final = 1
MINOR: Final = 1
VERSION: Final = MAJOR * 1000 + MINOR
"""Stands in the file as user_version; a newer major is refused, a newer minor is opened to read."""

migrations = Migrations("majlis")


def _columns(kind: type[str] | type[int], *names: str) -> dict[str, type[str] | type[int]]:
    return dict.fromkeys(names, kind)


def _create(
    db: Database,
    table: str,
    columns: Mapping[str, type[str] | type[int]],
    optional: tuple[str, ...] = (),
    references: Mapping[str, str] | None = None,
) -> None:
    references = references or {}
    db.table(table).create(
        dict(columns),
        pk="id",
        not_null={column for column in columns if column not in optional},
        foreign_keys=[ForeignKey(table, column, other, "id") for column, other in references.items()],
        strict=True,
    )
    for column in references:
        db.table(table).create_index([column], index_name=f"{table}_{column}")


@migrations()
def m001_records(db: Database) -> None:
    """Make a table for each record; texts by language and lists are JSON, times are local."""
    text, whole = str, int
    _create(
        db,
        "events",
        _columns(text, "id", "title", "subtitle", "acronym", "venue", "city", "zone")
        | _columns(text, "languages", "print_languages", "weekend", "url"),
    )
    _create(db, "days", _columns(text, "id", "date", "start", "end", "name"))
    _create(
        db,
        "places",
        {"id": text, "key": text, "parent_id": text, "name": text, "position": whole, "seats": whole}
        | _columns(text, "equipment", "hours", "zone", "notes"),
        ("parent_id", "seats"),
        {"parent_id": "places"},
    )
    _create(
        db,
        "themes",
        {"id": text, "key": text, "parent_id": text, "name": text, "colour": text, "position": whole}
        | {"description": text},
        ("parent_id",),
        {"parent_id": "themes"},
    )
    _create(
        db,
        "sessions",
        _columns(text, "id", "key", "kind", "title", "subtitle", "abstract", "description")
        | {"theme_id": text, "parent_id": text, "minutes": whole, "setup": whole, "clearing": whole}
        | {"languages": text, "interpretation": text, "equipment": text, "expected": whole}
        | _columns(text, "state", "notes", "slug", "url", "links"),
        ("theme_id", "parent_id", "expected"),
        {"theme_id": "themes", "parent_id": "sessions"},
    )
    _create(
        db,
        "placements",
        {"id": text, "session_id": text, "place_id": text, "start": text, "pinned": whole},
        ("place_id", "start"),
        {"session_id": "sessions", "place_id": "places"},
    )
    _create(
        db,
        "people",
        _columns(text, "id", "key", "name", "sort_name", "badge_name", "honorific", "country")
        | _columns(text, "organisation", "biography", "contacts", "languages", "category", "photo")
        | {"arrival": text, "departure": text, "unlisted": whole, "notes": text},
        ("arrival", "departure"),
    )
    _create(
        db,
        "parts",
        {"id": text, "session_id": text, "person_id": text, "role": text, "position": whole, "state": text},
        (),
        {"session_id": "sessions", "person_id": "people"},
    )
    _create(
        db,
        "absences",
        _columns(text, "id", "person_id", "place_id", "start", "end", "reason"),
        ("person_id", "place_id"),
        {"person_id": "people", "place_id": "places"},
    )
    _create(db, "waivers", _columns(text, "id", "rule", "about", "reason", "who"))


@migrations()
def m002_journal(db: Database) -> None:
    """Make the journal: steps, and what each did to each record, field by field."""
    _create(
        db,
        "steps",
        {"id": int, "at": str, "who": str, "label": str, "kind": str, "of": int},
        ("of",),
    )
    _create(
        db,
        "changes",
        {"id": int, "step_id": int, "record_table": str, "record_id": str, "fields": str},
        (),
        {"step_id": "steps"},
    )
    db.table("changes").create_index(["record_table", "record_id"], index_name="changes_record")


@migrations()
def m003_merge(db: Database) -> None:
    """Make room for merges, editions and pictures; say changes of texts language by language.

    `heads` are newest words that are several, `kept` records that are there though they were removed, `brought`
    the steps that a merge brought, `here` what this copy can undo and redo, `contents` pictures and snapshots by
    the SHA-256 of their bytes.
    """
    db.table("steps").add_column("below", int)
    _create(
        db,
        "editions",
        {"id": str, "number": int, "at": str, "who": str, "note": str, "snapshot": str},
    )
    for table, columns in (
        ("heads", ("record_table", "record_id", "field")),
        ("kept", ("record_table", "record_id")),
    ):
        kinds: dict[str, type[str | int]] = dict.fromkeys(columns, str)
        kinds |= {"step_id": int} if table == "heads" else {}
        db.table(table).create(kinds, pk=tuple(kinds), not_null=set(kinds), strict=True)
    db.table("brought").create({"step_id": int}, pk="step_id", strict=True)
    db.table("here").create({"id": int, "undo": int, "redo": int}, pk="id", not_null={"id"}, strict=True)
    db.table("contents").create({"id": str, "data": bytes}, pk="id", not_null={"id", "data"}, strict=True)
    say_by_language(db.conn)
    find_what_is_undone(db.conn)


def set_up(connection: sqlite3.Connection) -> None:
    """Bring a database, empty or older, to this version."""
    db = Database(connection)
    migrations.apply(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")


def structure(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Return what a database is made of: (type, name) → its definition, blanks made alike."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    return {(kind, name): re.sub(r"\s+", " ", sql).strip() for kind, name, sql in rows}


@cache
def expected_structure() -> Mapping[tuple[str, str], str]:
    """Return what the migrations of this version make."""
    connection = sqlite3.connect(":memory:")
    try:
        set_up(connection)
        return structure(connection)
    finally:
        connection.close()
