"""What can still be read of a damaged file, gathered row by row into a sound database of the same shape.

The damaged file itself is never touched: a copy is read. Tables are read forwards and, from where that fails,
backwards and in leaps; rows of which SQLite can't find the way any more are looked for in the pages themselves.
"""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
import sqlite3
import time
from typing import Any, Final, cast

from sqlite_utils import Database

from majlis.programme.records import RECORDS
from majlis.programme.refusal import Refusal
from majlis.store.opening import LARGEST_FILE, copy_with_journal, journal_of
from majlis.store.pages import rows_in
from majlis.store.reading_on import Columns, Row, Table, read_on
from majlis.store.schema import APPLICATION_ID, set_up
from majlis.store.shapes import made_with, make
from majlis.store.values import LONGEST_VALUE, load_json

LONGEST: Final = 120.0
"""Seconds that the reading may take; what was not read by then counts as lost."""

MOST_STRAYS: Final = 200_000
"""Rows outside of all tables that are looked at."""

_FIRST_VERSION: Final = 1_000
_FIRST_MIGRATIONS: Final = 2
_HEAD: Final = b"SQLite format 3\0" + bytes((16, 0, 1, 1, 0, 64, 32, 32))

Progress = Callable[[float], None]


@dataclass(slots=True)
class Found:
    """What could be read: a sound database with it at `path`.

    `whole` are the tables of which every row was read, `counted` how many rows of a table an index knows where
    one can be read. `strays` are rows by table that stand in pages which no table claims any more: they may be
    old, and are to be believed only where nothing else is known.
    """

    path: Path
    whole: set[str] = field(default_factory=set)
    counted: dict[str, int] = field(default_factory=dict)
    strays: dict[str, list[Row]] = field(default_factory=dict)


def find(path: Path, folder: Path, progress: Progress) -> Found:
    """Gather what can be read of a damaged file in a folder of its own; raise `Refusal` where it can't be one."""
    copy = _copy(path, folder / "damaged")
    limit = _Limit(progress)
    limit.tell(0.1)
    found = Found(folder / "found")
    damaged = _opened(copy, limit)
    try:
        with closing(sqlite3.connect(found.path, isolation_level=None)) as target:
            target.execute("PRAGMA synchronous=OFF")
            make(Database(target), _migrations(damaged, copy))
            gathered = _Gathering(found, target, damaged, limit).gather(copy)
            set_up(target)
            found.whole |= {table.name for table in _tables(target)} - gathered  # an older file lacks some
    finally:
        if damaged is not None:
            damaged.close()
    return found


def _copy(path: Path, copy: Path) -> Path:
    try:
        if path.exists() and not path.is_file():
            raise Refusal(f"“{path}” is no ordinary file; choose a damaged file of Majlis.")
        if path.stat().st_size > LARGEST_FILE:
            raise Refusal(f"“{path}” is larger than any event; nothing of it is read.")
        copy_with_journal(path, copy)
    except FileNotFoundError:
        raise Refusal(f"There is no file “{path}”; check its name.") from None
    except OSError as error:
        raise Refusal(f"“{path}” can't be read: {error.strerror or error}.") from error
    head = _head(copy)
    if head.startswith(_HEAD[:16]) and int.from_bytes(head[68:72], "big") not in (0, APPLICATION_ID):
        raise Refusal(f"“{path}” is a database of another program, not a file of Majlis.")
    return copy


def _opened(copy: Path, limit: "_Limit") -> sqlite3.Connection | None:
    """Return a connection to a damaged copy, its journal or head mended where need be; None where none helps."""
    for mend in (_as_it_is, _without_journal, _with_another_head):
        mend(copy)
        connection = sqlite3.connect(copy, isolation_level=None)
        try:
            connection.text_factory = bytes
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
            connection.set_progress_handler(limit, 20_000)
            for pragma in ("trusted_schema=OFF", "writable_schema=ON", "mmap_size=0"):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlite3.Error:
            connection.close()
        else:
            return connection
    return None


def _as_it_is(_copy: Path) -> None:
    pass


def _without_journal(copy: Path) -> None:
    journal_of(copy).unlink(missing_ok=True)


def _with_another_head(copy: Path) -> None:
    with copy.open("rb+") as file:
        pages = file.seek(0, 2) // 4096
        for place, content in ((0, _HEAD), (28, pages.to_bytes(4, "big")), (32, bytes(8)), (44, b"\0\0\0\4")):
            file.seek(place)
            file.write(content)
        file.seek(56)
        file.write(b"\0\0\0\1")


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(100)


def _migrations(damaged: sqlite3.Connection | None, copy: Path) -> int | None:
    """Return how many migrations made the file, as it says; None for all of this version."""
    if damaged is not None:
        damaged.text_factory = str
        try:
            return made_with(damaged) or None
        except sqlite3.Error:
            pass
        finally:
            damaged.text_factory = bytes
    return _FIRST_MIGRATIONS if int.from_bytes(_head(copy)[60:64], "big") == _FIRST_VERSION else None


class _Limit:
    """Ends the reading when it takes too long, or when whoever is told of the progress raises to stop it."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._end = time.monotonic() + LONGEST
        self._next = 0.0
        self._share = 0.0

    @property
    def reached(self) -> bool:
        return time.monotonic() > self._end

    def tell(self, share: float) -> None:
        self._share = share
        self._progress(share)

    def __call__(self) -> int:
        """Say whether SQLite is to stop; it calls this now and then while it reads."""
        now = time.monotonic()
        if now > self._next:
            self._next = now + 0.2
            try:
                self._progress(self._share)
            except Exception:  # noqa: BLE001 - told again, and raised then, as soon as SQLite has stopped
                return 1
        return int(now > self._end)


class _Gathering:
    """Puts what can be read of each table into the sound database."""

    def __init__(
        self, found: Found, target: sqlite3.Connection, damaged: sqlite3.Connection | None, limit: _Limit
    ) -> None:
        self.found = found
        self.target = target
        self.damaged = damaged
        self.limit = limit
        self.tables = _tables(target)

    def gather(self, copy: Path) -> set[str]:
        """Take what there is and return the tables that were looked for."""
        self.target.execute("BEGIN")
        for table in self.tables:  # the migrations may have filled some
            self.target.execute(f'DELETE FROM "{table.name}"')  # noqa: S608 - our own names
        for number, table in enumerate(self.tables, start=1):
            if self.damaged is not None:
                self._read(self.damaged, table)
            self.limit.tell(0.1 + 0.6 * number / len(self.tables))
        if not self.found.whole.issuperset(table.name for table in self.tables):
            self._look_into_pages(copy)
        self.target.execute("COMMIT")
        self.limit.tell(0.8)
        return {table.name for table in self.tables}

    def _read(self, damaged: sqlite3.Connection, table: Table) -> None:
        refused: list[int] = []

        def take(number: int, row: Row) -> None:
            if not self._put(table, row):
                refused.append(number)

        read = read_on(damaged, table, take)
        if read.counted is not None:
            self.found.counted[table.name] = read.counted
        if read.whole and not refused:
            self.found.whole.add(table.name)

    def _put(self, table: Table, row: Row) -> bool:
        """Put a row into the sound database and say whether it could be; one that is there stays as it is."""
        if not _is_sound(table, row):
            return False
        marks = ", ".join("?" * len(table.columns))
        names = ", ".join(f'"{name}"' for name in table.columns)
        try:
            self.target.execute(f'INSERT INTO "{table.name}"({names}) VALUES({marks})', row)
        except sqlite3.Error:
            return False
        return True

    def _look_into_pages(self, copy: Path) -> None:
        lengths: dict[int, list[Table]] = {}
        for table in self.tables:
            if table.name not in self.found.whole:
                for length in {len(table.columns), table.shortest}:
                    lengths.setdefault(length, []).append(table)
        left = MOST_STRAYS
        for number, values in rows_in(copy):
            for table in lengths.get(len(values), ()):
                row = table.row(values, number)
                if table.name in ("steps", "changes"):
                    self._put(table, row)
                elif table.name in RECORDS:
                    self.found.strays.setdefault(table.name, []).append(row)
                    left -= 1
            if not left or self.limit.reached:
                return


def _tables(connection: sqlite3.Connection) -> list[Table]:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return [Table(name, _columns(connection, name)) for (name,) in rows if not name.startswith("_")]


def _columns(connection: sqlite3.Connection, table: str) -> Columns:
    rows = connection.execute("SELECT name, type FROM pragma_table_info(?)", (table,))
    return {str(name): str(kind) for name, kind in rows}


def _is_sound(table: Table, row: Row) -> bool:
    """Say whether a row of the journal says what the journal can say; all other tables are judged later."""
    told: Mapping[str, Any] = dict(zip(table.columns, row, strict=True))
    try:
        if table.name == "steps":
            datetime.fromisoformat(told["at"])
            return told["kind"] in ("edit", "undo", "redo")
        if table.name == "changes":
            fields: object = load_json(told["fields"])
            return told["record_table"] in RECORDS and isinstance(fields, dict) and _are_pairs(fields)
    except (ValueError, TypeError):
        return False
    return True


def _are_pairs(fields: dict[Any, Any]) -> bool:
    return all(isinstance(both, list) and len(cast("list[Any]", both)) in (2, 3) for both in fields.values())
