"""A sound file made of a database whose journal is whole: its tables anew, and nothing of the history lost."""

from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
import sqlite3

from sqlite_utils import Database

from majlis.programme.programme import Programme
from majlis.programme.records import RECORDS
from majlis.programme.refusal import Refusal
from majlis.store.disk import sync
from majlis.store.file import File
from majlis.store.opening import Damaged, damage_told
from majlis.store.rows import to_row


def rebuild(gathered: Path, programme: Programme, contents: Iterable[str], target: Path) -> None:
    """Make a file of a gathered database whose journal tells this programme, with the contents of these hashes.

    Raises `Damaged` where the outcome is not sound after all, and `Refusal` where the file can't be made.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        with damage_told(target), closing(sqlite3.connect(gathered, isolation_level=None)) as connection:
            _renew(connection, programme, contents)
            connection.execute("VACUUM INTO ?", (str(part),))
        _check(part)
        if target.exists():
            raise Refusal(f"There is a file “{target}” already; choose another name.")
        sync(part)
        part.replace(target)
        sync(target.absolute().parent)
    except OSError as error:
        raise Refusal(f"“{target}” can't be made: {error.strerror or error}.") from error
    finally:
        with suppress(OSError):
            part.unlink()


def _renew(connection: sqlite3.Connection, programme: Programme, contents: Iterable[str]) -> None:
    db = Database(connection)
    connection.execute("BEGIN")
    for table in RECORDS:
        connection.execute(f'DELETE FROM "{table}"')  # noqa: S608 - our own names
        db.table(table).insert_all(to_row(record) for record in programme.tables[table].values())
    connection.execute("CREATE TEMP TABLE sound(id)")
    connection.executemany("INSERT INTO sound VALUES(?)", [(key,) for key in contents])
    connection.execute("DELETE FROM contents WHERE id NOT IN (SELECT id FROM sound)")
    for way in ("undo", "redo"):
        connection.execute(f"UPDATE here SET {way} = NULL WHERE {way} NOT IN (SELECT id FROM steps)")  # noqa: S608 - the two
    connection.execute("COMMIT")


def _check(part: Path) -> None:
    with File.open(part) as file:
        wrong = file.verify()
        dangling = next(file.read().dangling(), None)
    if wrong or dangling:
        raise Damaged(f"“{part}” came out unsound ({wrong[0] if wrong else 'a reference is torn'}).")
