"""Files made to harm: what SQLite can hold that would run, hang, overflow or mislead, and what is no file."""

from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
import os
from pathlib import Path
import shutil
import socket
import sqlite3
from typing import Final

from example import example
from majlis.document import Document

DEEP: Final = "[" * 100_000
"""JSON that is nested deeper than any reader goes."""


@contextmanager
def database(path: Path) -> Generator[sqlite3.Connection]:
    """Open a file as any other program would, without its checks and keys."""
    with closing(sqlite3.connect(path)) as db:
        yield db
        db.commit()


def _sql(*statements: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with database(path) as db:
            for statement in statements:
                db.execute(statement)

    return change


def _filled(statement: str, value: str | bytes | int) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with database(path) as db:
            db.execute(statement, (value,))

    return change


def _declared(table: str, old: str, new: str, *statements: str) -> Callable[[Path], None]:
    """Alter what a table says of itself behind SQLite's back, then run statements on it."""

    def change(path: Path) -> None:
        with database(path) as db:
            db.execute("PRAGMA writable_schema=ON")
            db.execute(
                "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = ?",
                (old, new, table),
            )
        with database(path) as db:
            for statement in statements:
                db.execute(statement)

    return change


def _many_tables(path: Path) -> None:
    with database(path) as db:
        db.execute("BEGIN")
        for number in range(600):
            db.execute(f"CREATE TABLE t{number}(a{', a'.join(map(str, range(40)))})")


def _many_rows(path: Path) -> None:
    with database(path) as db:
        db.execute(
            "WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM n WHERE x < 30000)"
            " INSERT INTO waivers SELECT 'w' || x, '', '[]', '', '' FROM n"
        )


def _two_roots(path: Path) -> None:
    with database(path) as db:
        db.execute("PRAGMA writable_schema=ON")
        db.execute(
            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'themes')"
            " WHERE name = 'places'"
        )


def _journal_of_many(path: Path) -> None:
    """Leave a journal that names another file, which SQLite would delete."""
    victim = path.with_name("victim.txt")
    victim.write_bytes(b"nothing\0")
    name = os.fsencode(victim)
    trailer = (1).to_bytes(4, "big") + name + len(name).to_bytes(4, "big")
    trailer += (sum(name) & 0xFFFFFFFF).to_bytes(4, "big") + bytes.fromhex("d9d505f920a163d7")
    path.with_name(f"{path.name}-journal").write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(504) + trailer)


def _byte(place: int, value: bytes) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[place : place + len(value)] = value
        path.write_bytes(content)

    return change


def _socket(path: Path) -> None:
    path.unlink()
    here = Path.cwd()
    os.chdir(path.parent)  # the names of sockets are short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _link(target: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        path.unlink()
        path.symlink_to(target)

    return change


def _fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _sparse(path: Path) -> None:
    os.truncate(path, 5_000_000_000)


_TITLE = "UPDATE sessions SET title = ? WHERE id = 'reading'"

HOSTILE: Final[dict[str, Callable[[Path], None]]] = {
    "trigger": _sql("CREATE TRIGGER t AFTER INSERT ON steps BEGIN DELETE FROM sessions; END"),
    "view with a trigger": _sql(
        "CREATE VIEW v AS SELECT 1", "CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN SELECT 1; END"
    ),
    "view without end": _sql(
        "CREATE VIEW v AS WITH RECURSIVE n(x) AS (VALUES(1) UNION ALL SELECT x + 1 FROM n) SELECT sum(x) FROM n"
    ),
    "older version's trigger": _sql(
        "PRAGMA user_version = 1", "CREATE TRIGGER t AFTER INSERT ON steps BEGIN DELETE FROM sessions; END"
    ),
    "older version's table": _sql("PRAGMA user_version = 1", "CREATE TABLE t(a CHECK (a > 0))"),
    "older version's index": _sql("PRAGMA user_version = 1", "CREATE INDEX i ON people(upper(hex(id)))"),
    "version without its migrations": _sql("DELETE FROM _sqlite_migrations"),
    "version with strange migrations": _sql("UPDATE _sqlite_migrations SET name = 'm9' || name"),
    "negative version": _sql("PRAGMA user_version = -1"),
    "newer version's generated column": _sql(
        "PRAGMA user_version = 1999",
        "ALTER TABLE people ADD COLUMN big TEXT AS (replace(hex(zeroblob(9000000)), '0', 'x'))",
    ),
    "newer version's index": _sql(
        "PRAGMA user_version = 1999", "CREATE INDEX i ON people(hex(zeroblob(9000000)))"
    ),
    "newer version without tables": _sql("PRAGMA user_version = 1999", "DROP TABLE parts"),
    "virtual table": _sql("CREATE VIRTUAL TABLE f USING fts5(a)"),
    "virtual table of no module": _sql(
        "PRAGMA writable_schema=ON",
        "INSERT INTO sqlite_schema VALUES('table', 'f', 'f', 0, 'CREATE VIRTUAL TABLE f USING nothing(a)')",
    ),
    "generated column": _sql("ALTER TABLE people ADD COLUMN big TEXT AS (hex(zeroblob(9000000)))"),
    "index on an expression": _sql("CREATE INDEX i ON people(upper(name))"),
    "partial index": _sql("CREATE INDEX i ON people(name) WHERE name > 'a'"),
    "check": _declared("people", '"name" TEXT NOT NULL', '"name" TEXT CHECK (length(hex(zeroblob(9e6))))'),
    "default": _declared("people", '"notes" TEXT NOT NULL', '"notes" TEXT DEFAULT (hex(zeroblob(9e6)))'),
    "no longer strict": _declared("sessions", "STRICT", "", "UPDATE sessions SET minutes = 'long'"),
    "strict again": _declared("places", "STRICT", "", "UPDATE places SET name = x'00'"),
    "statistics": _sql("ANALYZE"),
    "many tables": _many_tables,
    "many rows": _many_rows,
    "two tables in one": _two_roots,
    "a text of 60 MB": _filled(_TITLE, '{"en":"' + "x" * 60_000_000 + '"}'),
    "a text of 5 MB": _filled(_TITLE, '{"en":"' + "x" * 5_000_000 + '"}'),
    "a title of a book": _filled(_TITLE, '{"en":"' + "x y " * 20_000 + '"}'),
    "very long": _sql(
        "UPDATE sessions SET title = '{\"en\":\"' || replace(hex(zeroblob(4500)), '00', 'w ox') || '\"}'",
        "UPDATE sessions SET abstract = '{\"en\":\"' || replace(hex(zeroblob(48000)), '00', 'w ox') || '\"}'",
    ),
    "a step of 60 MB": _filled("UPDATE steps SET label = ?", "x" * 60_000_000),
    "a change of 60 MB": _filled("UPDATE changes SET fields = ? WHERE id = 1", "x" * 60_000_000),
    "a key of 60 MB": _filled("INSERT INTO waivers VALUES(?, '', '[]', '', '')", "x" * 60_000_000),
    "a file of 5 GB": _sparse,
    "no UTF-8": _sql("UPDATE sessions SET notes = CAST(x'ff' AS TEXT)"),
    "no UTF-8 in a step": _sql("UPDATE steps SET label = CAST(x'ff' AS TEXT)"),
    "no UTF-8 in a change": _sql("UPDATE changes SET fields = CAST(x'ff' AS TEXT)"),
    "half a character": _filled(_TITLE, '{"en": "\\ud83d"}'),
    "nothing between letters": _filled("UPDATE sessions SET notes = ?", "a\0b"),
    "deep JSON": _filled(_TITLE, DEEP),
    "deep JSON objects": _filled(_TITLE, '{"en":' * 50_000),
    "deep JSON in a change": _filled("UPDATE changes SET fields = ?", DEEP),
    "a step of no kind": _sql("UPDATE steps SET kind = 'hack'"),
    "a step at no time": _sql("UPDATE steps SET at = 'never'"),
    "a change of no table": _sql("UPDATE changes SET record_table = 'sqlite_schema'"),
    "a change with quotes": _sql("UPDATE changes SET record_table = 'x\"; DROP TABLE people; --'"),
    "a change of no field": _filled("UPDATE changes SET fields = ?", '{"nothing": [1, 2]}'),
    "a change of three": _filled("UPDATE changes SET fields = ?", '{"title": [1, 2, 3]}'),
    "a change that is a list": _filled("UPDATE changes SET fields = ?", "[1, 2]"),
    "a change of the wrong type": _filled("UPDATE changes SET fields = ?", '{"title": [7, 8]}'),
    "a huge number": _filled("UPDATE sessions SET minutes = ?", 2**63 - 1),
    "a huge negative number": _filled("UPDATE sessions SET minutes = ?", -(2**63)),
    "numbers as large as may be": _filled(
        "UPDATE sessions SET minutes = ?1, setup = ?1, expected = ?1", 2**31 - 1
    ),
    "a flag of seven": _sql("UPDATE placements SET pinned = 7"),
    "a list that is an object": _sql("UPDATE sessions SET languages = '{}'"),
    "numbers for texts": _filled(_TITLE, '{"en": 7}'),
    "endless digits": _filled("UPDATE events SET weekend = ?", "[" + "9" * 10_000 + "]"),
    "its own parent": _sql(
        "UPDATE sessions SET parent_id = id",
        "UPDATE themes SET parent_id = id",
        "UPDATE places SET parent_id = id",
    ),
    "parents in a ring": _sql(
        "UPDATE sessions SET parent_id ="
        " CASE id WHEN 'opening' THEN 'reading' WHEN 'reading' THEN 'panel' ELSE 'opening' END",
        "UPDATE places SET parent_id = CASE id WHEN 'hall' THEN 'room' ELSE 'hall' END",
    ),
    "no event": _sql("DELETE FROM events"),
    "two events": _sql(
        "INSERT INTO events SELECT 'other', title, subtitle, acronym, venue, city, zone, languages,"
        " print_languages, weekend, url FROM events"
    ),
    "a zone that is a path": _sql("UPDATE events SET zone = '../../../etc/passwd'"),
    "a language that is a path": _sql('UPDATE events SET languages = \'["../../etc", "x y"]\''),
    "no languages": _sql("UPDATE events SET languages = '[]', print_languages = '[]'"),
    "the first year": _sql(
        "UPDATE days SET date = '0001-01-01', start = '0001-01-01T00:00', end = '9999-12-31T23:59'"
    ),
    "the last minute": _sql("UPDATE placements SET start = '9999-12-31T23:59:59'"),
    "an offset": _sql("UPDATE placements SET start = '2027-10-21T09:00+03:00'"),
    "markup": _filled(_TITLE, '{"en": "<img src=file:///etc/passwd><script>x</script> %s {0} &amp;"}'),
    "a colour that is none": _sql("UPDATE themes SET colour = 'url(file:///etc/passwd)'"),
    "a kind that is none": _sql("UPDATE sessions SET kind = '../../x', state = 'dancing'"),
    "an empty key": _sql("INSERT INTO waivers VALUES('', '', '[]', '', '')"),
    "another encoding": _byte(59, b"\x02"),
    "write-ahead mode": _sql("PRAGMA journal_mode=WAL"),
    "a page size that lies": _byte(16, b"\x02\x00"),
    "a size that lies": _byte(28, b"\x7f\xff\xff\xff"),
    "a newer file format": _byte(18, b"\x09\x09"),
    "a free list that lies": _byte(32, b"\x00\x00\x00\x02\x00\x00\xff\xff"),
    "a journal of many": _journal_of_many,
    "a link in a ring": lambda path: _link(path.name)(path),
    "a link to nothing": _link("nowhere.majlis"),
    "a link to a device": _link("/dev/zero"),
    "a pipe": _fifo,
    "a socket": _socket,
    "a folder": _folder,
}
"""What is wrong with a file → what makes it so, out of the example."""


def hostile(kind: str, folder: Path, like: Path | None = None) -> Path:
    """Make a file of this kind in a folder and return its path; where asked for, a sound copy is made before."""
    path = folder / "a.majlis"
    Document.create(path, example()).close()
    if like is not None:
        shutil.copy(path, like)
    HOSTILE[kind](path)
    return path


def traces(path: Path) -> dict[str, bytes | None]:
    """Return what lies in a file's folder, byte by byte; None for what has no content."""
    found = (each for each in sorted(path.parent.rglob("*")) if not each.is_dir() or each.is_symlink())
    return {each.name: each.read_bytes() if _readable(each) else None for each in found}


def _readable(path: Path) -> bool:
    return path.is_file() and path.stat().st_size < 4_000_000_000
