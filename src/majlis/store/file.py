"""A file of Majlis: opened safely, read whole, and written one edit at a time."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
import json
import os
from pathlib import Path
import sqlite3
from typing import Final, Self, cast

from sqlite_utils import Database

from majlis.programme.edits.edit import Edit
from majlis.programme.journal import FieldChange, Step, StepKind, field_changes, fold
from majlis.programme.plain import to_plain
from majlis.programme.programme import Programme
from majlis.programme.records import RECORDS, Event, Record
from majlis.programme.refusal import Refusal
from majlis.store.backups import Backup, back_up
from majlis.store.lock import WriteLock
from majlis.store.opening import check, connect, damage_told, read_header
from majlis.store.rows import dump, reader, to_row
from majlis.store.schema import VERSION, set_up

_TABLES: Final = tuple(RECORDS)


class File:
    """One open file; `read_only` says in a sentence why it can only be read, or is "".

    Make one with `create` or `open`; close it, or use it as a context. Every method raises `Refusal` where the
    disk or the file fails, and what was written before stays.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: WriteLock | None, read_only: str) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._lock = lock
        self._db = Database(connection)

    @classmethod
    def create(cls, path: Path, step: Step, edit: Edit) -> Self:
        """Make a file whose first step is this edit of an empty programme; raise `Refusal` where there is one."""
        if path.exists():
            raise Refusal(f"There is a file “{path}” already; choose another name.")
        part = path.with_name(f".{path.name}.part")
        try:
            part.unlink(missing_ok=True)
            _make(part, step, edit)
            if path.exists():
                raise Refusal(f"There is a file “{path}” already; choose another name.")
            part.replace(path)
        except FileNotFoundError:
            raise Refusal(f"There is no folder “{path.absolute().parent}”; make it first.") from None
        except OSError as error:
            raise Refusal(f"“{path}” can't be made: {error.strerror or error}.") from error
        finally:
            _remove_quietly(part)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, writable: bool = True) -> Self:
        """Open a file; one that only can be read, or that need not be written, is opened to read alone."""
        header = read_header(path)
        why = header.read_only if writable else "It was opened to be read."
        lock = None if why else WriteLock(path)
        connection = None
        try:
            with damage_told(path):
                connection = connect(path, writable=not why)
                check(connection, path, header)
                if not why:
                    _make_writable(connection, path, header.version)
        except BaseException:
            if connection is not None:
                connection.close()
            if lock is not None:
                lock.release()
            raise
        return cls(path, connection, lock, why)

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self) -> Programme:
        """Return the programme that the file holds."""
        return Programme.of(self._records())

    def write(self, step: Step, edit: Edit) -> None:
        """Write an edit and its step in one transaction; when this returns they are on the disk."""
        if self.read_only:
            raise Refusal(f"“{self.path.name}” was not changed. {self.read_only}")
        with damage_told(self.path), self._transaction():
            _write(self._db, step, edit)

    def steps(self) -> tuple[Step, ...]:
        """Return the journal's steps, the oldest first."""
        sql = (
            'SELECT id, at, who, label, kind, "of", (SELECT count(*) FROM changes WHERE step_id = steps.id)'
            " FROM steps ORDER BY id"
        )
        with damage_told(self.path):
            return tuple(
                Step(key, _utc(at), who, label, cast("StepKind", kind), of, changes)
                for key, at, who, label, kind, of, changes in self._connection.execute(sql)
            )

    def changes_of(self, step_id: int) -> tuple[FieldChange, ...]:
        """Return what a step did, in its order."""
        return tuple(self._changes("WHERE step_id = ?", (step_id,)))

    def verify(self) -> tuple[str, ...]:
        """Return in sentences where the tables are not what the journal says; none where all is well."""
        with damage_told(self.path):
            found = self._connection.execute("PRAGMA integrity_check(3)").fetchall()
            broken = [row[0] for row in found if row[0] != "ok"]
        told = fold(self._changes("", ()))
        there = {(record.table, record.id): to_plain(record) for record in self._records()}
        odd = [
            f"{table} {key}: the table and the journal differ"
            for table, key in sorted(told.keys() | there.keys())
            if told.get((table, key)) != there.get((table, key))
        ]
        return (*broken, *odd)

    def back_up(self, why: str) -> Backup:
        """Copy the file as it is now into the folder of its backups."""
        return back_up(self._connection, self.path, why)

    def _records(self) -> Iterator[Record]:
        try:
            with damage_told(self.path):
                for table in _TABLES:
                    cursor = self._connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own names
                    read = reader(table, [column[0] for column in cursor.description])
                    yield from map(read, cursor)
        except (ValueError, TypeError, KeyError) as error:
            raise Refusal(
                f"“{self.path}” holds a value that no Majlis writes ({str(error)[:80]}); use a backup."
            ) from error

    def _changes(self, where: str, values: tuple[int, ...]) -> Iterator[FieldChange]:
        sql = f"SELECT record_table, record_id, fields FROM changes {where} ORDER BY step_id, id"  # noqa: S608 - our own words
        try:
            with damage_told(self.path):
                for table, key, fields in self._connection.execute(sql, values):
                    pairs = {field: (old, new) for field, (old, new) in json.loads(fields).items()}
                    yield FieldChange(table, key, pairs)
        except (ValueError, TypeError) as error:
            raise Refusal(f"The journal of “{self.path}” is damaged ({str(error)[:80]}); use a backup.") from error

    @contextmanager
    def _transaction(self) -> Generator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            self._connection.execute("PRAGMA defer_foreign_keys=ON")
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise


def _make(path: Path, step: Step, edit: Edit) -> None:
    with damage_told(path):
        path.touch(exist_ok=False)
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous=OFF")
            set_up(connection)
            db = Database(connection)
            with db.atomic():
                connection.execute("PRAGMA defer_foreign_keys=ON")
                db.table("events").insert(to_row(Event()))
                _write(db, step, edit)
        finally:
            connection.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _write(db: Database, step: Step, edit: Edit) -> None:
    db.table("steps").insert(
        {
            "id": step.id,
            "at": step.at.isoformat(timespec="milliseconds"),
            "who": step.who,
            "label": step.label,
            "kind": step.kind,
            "of": step.of,
        }
    )
    for change in field_changes(edit):
        db.execute(
            "INSERT INTO changes(step_id, record_table, record_id, fields) VALUES(?, ?, ?, ?)",
            (step.id, change.table, change.id, dump(change.fields)),
        )
    for change in edit.changes:
        if change.after is None:
            db.execute(f'DELETE FROM "{change.table}" WHERE id = ?', (change.id,))  # noqa: S608 - our own names
    for table, records in _by_table(change.after for change in edit.changes).items():
        db.table(table).upsert_all((to_row(record) for record in records), pk="id")


def _by_table(records: Iterable[Record | None]) -> dict[str, list[Record]]:
    tables: dict[str, list[Record]] = {}
    for record in records:
        if record is not None:
            tables.setdefault(record.table, []).append(record)
    return tables


def _make_writable(connection: sqlite3.Connection, path: Path, version: int) -> None:
    for pragma in ("query_only=OFF", "foreign_keys=ON", "journal_mode=DELETE", "synchronous=EXTRA"):
        connection.execute(f"PRAGMA {pragma}")
    if version < VERSION:
        back_up(connection, path, f"before format {VERSION // 1000}.{VERSION % 1000}")
        connection.execute("PRAGMA foreign_keys=OFF")
        set_up(connection)
        connection.execute("PRAGMA foreign_keys=ON")


def _remove_quietly(path: Path) -> None:
    for leftover in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            leftover.unlink()


def _utc(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
