"""A file of Majlis: opened safely, read whole, and written one edit at a time."""

from collections.abc import Container, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
import os
from pathlib import Path
import sqlite3
from tempfile import TemporaryDirectory
from typing import Final, Self

from sqlite_utils import Database

from majlis.programme.edits.edit import Edit
from majlis.programme.ids import content_hash
from majlis.programme.journal import FieldChange, Journal, Merged, Step, fold
from majlis.programme.plain import from_plain
from majlis.programme.programme import Programme
from majlis.programme.records import RECORDS, Event, Record
from majlis.programme.refusal import Refusal
from majlis.store.backups import Backup, back_up, roll
from majlis.store.bulk import uncollected
from majlis.store.disk import sync
from majlis.store.journal_rows import (
    read_changes,
    read_heads,
    read_journal,
    read_journal_about,
    read_kept,
    read_newest_steps,
    read_steps,
    read_steps_about,
)
from majlis.store.lock import WriteLock
from majlis.store.opening import Damaged, Header, check, connect, damage_told, read_header
from majlis.store.rows import reader, to_row
from majlis.store.schema import VERSION, set_up
from majlis.store.watching import Watch
from majlis.store.writing import write_edit, write_merge

_TABLES: Final = tuple(RECORDS)


class File:
    """One open file; `read_only` says in a sentence why it can only be read, or is "".

    Make one with `create` or `open`; close it, or use it as a context. Every method raises `Refusal` where the
    disk or the file fails, and what was written before stays.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: WriteLock | None, read_only: str) -> None:
        self.path = path
        self._scratch: TemporaryDirectory[str] | None = None
        self.read_only = read_only
        self._connection = connection
        self._lock = lock
        self._db = Database(connection)
        self._watch = Watch(path, connection)

    @classmethod
    def create(cls, path: Path, step: Step, edit: Edit, contents: Mapping[str, bytes] | None = None) -> Self:
        """Make a file whose first step is this edit of an empty programme; raise `Refusal` where there is one."""
        if path.exists():
            raise Refusal(f"There is a file “{path}” already; choose another name.")
        part = path.with_name(f".{path.name}.part")
        try:
            part.unlink(missing_ok=True)
            _make(part, step, edit, contents or {})
            if path.exists():
                raise Refusal(f"There is a file “{path}” already; choose another name.")
            part.replace(path)
            sync(path.absolute().parent)
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
        if why and header.version < VERSION:
            return cls._open_older(path, why)
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

    @classmethod
    def _open_older(cls, path: Path, why: str) -> Self:
        """Open a file of an older format that can't be migrated in place: a copy of it is, and is read."""
        scratch = TemporaryDirectory(prefix="majlis-")
        copy = Path(scratch.name) / path.name
        try:
            copy.write_bytes(path.read_bytes())
            file = cls.open(copy)
        except OSError as error:
            scratch.cleanup()
            raise Refusal(f"“{path}” can't be read: {error.strerror or error}.") from error
        except Refusal as refusal:
            scratch.cleanup()
            raise Refusal(str(refusal).replace(str(copy), str(path))) from None
        file.path, file.read_only, file._scratch = path, why, scratch  # noqa: SLF001 - our own class
        return file

    def close(self) -> None:
        """Let go of the file; a second call does nothing."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()
        if self._scratch is not None:
            self._scratch.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @uncollected()
    def read(self) -> Programme:
        """Return the programme that the file holds."""
        return Programme.of(self._records())

    def write(self, step: Step, edit: Edit, contents: Mapping[str, bytes] | None = None) -> None:
        """Write an edit, its step and the contents that it names in one transaction, onto the disk."""
        self._check_writable()
        with damage_told(self.path), self._watch.writing(), self._transaction():
            write_edit(self._db, step, edit, contents or {})

    def bring_in(self, merged: Merged, contents: Mapping[str, bytes]) -> None:
        """Write what a merge brings in one transaction; when this returns it is on the disk."""
        self._check_writable()
        with damage_told(self.path), self._watch.writing(), self._transaction():
            write_merge(self._db, merged, contents)

    def last_step(self) -> int:
        """Return the highest id of a step, 0 where there is none."""
        with damage_told(self.path):
            return self._connection.execute("SELECT coalesce(max(id), 0) FROM steps").fetchone()[0]

    def here(self) -> tuple[Step | None, Step | None]:
        """Return the steps that this copy can undo and redo next."""
        with self._journal_told():
            row = self._connection.execute("SELECT undo, redo FROM here").fetchone() or (None, None)
            undo, redo = (read_steps(self._connection, "WHERE id = ?", (key,)) for key in row)
        return next(iter(undo), None), next(iter(redo), None)

    def steps(self, *, after: int = 0, newest: int | None = None) -> tuple[Step, ...]:
        """Return the journal's steps, the oldest first: those after one, and at most the newest so many."""
        with self._journal_told():
            return read_newest_steps(self._connection, after, newest)

    def steps_about(self, table: str, key: str) -> frozenset[int]:
        """Return the steps that changed a record, or what belongs or belonged to it."""
        with self._journal_told():
            return read_steps_about(self._connection, table, key)

    def changes_of(self, step_id: int) -> tuple[FieldChange, ...]:
        """Return what a step did, in its order."""
        with self._journal_told():
            return tuple(change for _, change in read_changes(self._connection, "WHERE step_id = ?", (step_id,)))

    def step_ids(self) -> frozenset[int]:
        """Return the ids of all steps."""
        with damage_told(self.path):
            return frozenset(key for (key,) in self._connection.execute("SELECT id FROM steps"))

    def journal(self) -> Journal:
        """Return the whole journal."""
        with self._journal_told():
            return read_journal(self._connection)

    def journal_since(self, known: Container[int]) -> Journal:
        """Return the journal with the changes of those steps alone that are not known."""
        with self._journal_told():
            steps = {step.id: step for step in read_steps(self._connection)}
            changes = {key: self.changes_of(key) for key in steps if key not in known}
            return Journal(steps, changes, read_heads(self._connection), read_kept(self._connection))

    def journal_unsettled(self) -> Journal:
        """Return what the journal says of the records on which copies disagree."""
        with self._journal_told():
            heads, kept = read_heads(self._connection), read_kept(self._connection)
            return read_journal_about(self._connection, heads.keys() | kept)

    def brought(self) -> frozenset[int]:
        """Return the steps that merges brought here."""
        with damage_told(self.path):
            return frozenset(key for (key,) in self._connection.execute("SELECT step_id FROM brought"))

    def content(self, key: str) -> bytes | None:
        """Return the picture or snapshot with this hash, None where there is none or its bytes are damaged."""
        with damage_told(self.path):
            row = self._connection.execute("SELECT data FROM contents WHERE id = ?", (key,)).fetchone()
        data = bytes(row[0]) if row else None
        return data if data is not None and content_hash(data) == key else None

    def contents(self) -> frozenset[str]:
        """Return the hashes of all pictures and snapshots."""
        with damage_told(self.path):
            return frozenset(key for (key,) in self._connection.execute("SELECT id FROM contents"))

    @uncollected()
    def verify(self) -> tuple[str, ...]:
        """Return in sentences where the tables are not what the journal says; none where all is well."""
        with damage_told(self.path):
            found = self._connection.execute("PRAGMA integrity_check(3)").fetchall()
            broken = [row[0] for row in found if row[0] != "ok"]
        try:
            told = {key: from_plain(key[0], plain) for key, plain in fold(self.journal()).items()}
        except (ValueError, TypeError, KeyError) as error:
            return (*broken, f"The journal is damaged: {str(error)[:80]}")
        there = {(record.table, record.id): record for record in self._records()}
        odd = [
            f"{table} {key}: the table and the journal differ"
            for table, key in sorted(told.keys() | there.keys())
            if told.get((table, key)) != there.get((table, key))
        ]
        return (*broken, *odd)

    def back_up(self, why: str) -> Backup:
        """Copy the file as it is now into the folder of its backups."""
        return back_up(self._connection, self.path, why)

    def roll(self, today: date) -> Backup | None:
        """Copy the file as it is before the first change of a day; None where this day has a copy already."""
        return roll(self._connection, self.path, today)

    def _records(self) -> Iterator[Record]:
        try:
            with damage_told(self.path):
                for table in _TABLES:
                    cursor = self._connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own names
                    read = reader(table, [column[0] for column in cursor.description])
                    yield from map(read, cursor)
        except (ValueError, TypeError, KeyError) as error:
            raise Damaged(
                f"“{self.path}” holds a value that no Majlis writes ({str(error)[:80]}); use a backup."
            ) from error

    def _check_writable(self) -> None:
        if self.read_only:
            raise Refusal(f"“{self.path.name}” was not changed. {self.read_only}")

    @contextmanager
    def _journal_told(self) -> Generator[None]:
        try:
            with damage_told(self.path):
                yield
        except ValueError as error:
            raise Damaged(f"The journal of “{self.path}” is damaged ({str(error)[:80]}); use a backup.") from error

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


def _make(path: Path, step: Step, edit: Edit, contents: Mapping[str, bytes]) -> None:
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
                write_edit(db, step, edit, contents)
        finally:
            connection.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _make_writable(connection: sqlite3.Connection, path: Path, version: int) -> None:
    for pragma in ("query_only=OFF", "foreign_keys=ON", "journal_mode=DELETE", "synchronous=EXTRA"):
        connection.execute(f"PRAGMA {pragma}")
    if version < VERSION:
        back_up(connection, path, f"before format {VERSION // 1000}.{VERSION % 1000}")
        connection.execute("PRAGMA foreign_keys=OFF")
        set_up(connection)
        connection.execute("PRAGMA foreign_keys=ON")
        check(connection, path, Header(VERSION, ""))


def _remove_quietly(path: Path) -> None:
    for leftover in (path, path.with_name(f"{path.name}-journal")):
        with suppress(OSError):
            leftover.unlink()
