"""Reading a table on past what is damaged: forwards, backwards, and in leaps over what neither way reaches."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
import sqlite3
from typing import Any, Final

Value = str | int | bytes | None
Row = tuple[Value, ...]
Columns = Mapping[str, str]
"""A column's name → what it holds: TEXT, INTEGER or BLOB."""

_MOST_LEAPS: Final = 5_000
_LONGEST_LEAP: Final = 1 << 40


@dataclass(frozen=True, slots=True)
class Table:
    """A table of ours: its name and its columns."""

    name: str
    columns: Columns

    @property
    def index(self) -> str:
        """The index that knows every row, or "" where there is none."""
        if self.name == "changes":
            return "changes_step_id"
        return f"sqlite_autoindex_{self.name}_1" if next(iter(self.columns.values())) == "TEXT" else ""

    @property
    def shortest(self) -> int:
        """How many values a row has at least: columns that came later are missing in older rows."""
        return len(self.columns) - (1 if self.name == "steps" else 0)

    def row(self, values: tuple[Any, ...], number: int) -> Row:
        """Return values as they stand in a page as a row: the number is the key, and missing ones are nothing."""
        kinds = list(self.columns.values())
        padded = (*values, *(None,) * (len(kinds) - len(values)))
        row = tuple(_read(value, kind) for value, kind in zip(padded, kinds, strict=True))
        return (number, *row[1:]) if kinds[0] == "INTEGER" and row[0] is None else row


@dataclass(frozen=True, slots=True)
class Read:
    """Whether every row of a table was read, and how many its index knows, None where that can't be read."""

    whole: bool
    counted: int | None


def read_on(connection: sqlite3.Connection, table: Table, take: Callable[[int, Row], None]) -> Read:
    """Give every row that can be read of a table to `take`, with its number, each once."""
    reading = _Reading(connection, table, take)
    whole = reading.forwards(-1)
    if not whole:
        reading.leap()
    counted = reading.count()
    return Read(whole and counted in (None, len(reading.taken)), counted)


class _Reading:
    """Reads one table of a damaged database, whose texts come as bytes."""

    def __init__(self, connection: sqlite3.Connection, table: Table, take: Callable[[int, Row], None]) -> None:
        self.connection = connection
        self.table = table
        self.take = take
        self.taken: set[int] = set()
        self.reached = 0
        names = ", ".join(f"[{name}]" for name in table.columns)  # a name in quotes could be taken for a text
        self.sql = f'SELECT rowid, {names} FROM "{table.name}"'  # noqa: S608 - our own names

    def forwards(self, after: int, before: int | None = None) -> bool:
        until = "" if before is None else f" AND rowid < {before}"
        return self._read(f"{self.sql} WHERE rowid > {after}{until} ORDER BY rowid")

    def leap(self) -> None:
        """Read what lies behind a damaged place, and behind the next, up to what can be read from the end."""
        last = max(self.taken, default=0)
        self._read(f"{self.sql} WHERE rowid > {last} ORDER BY rowid DESC")
        first = self.reached if len(self.taken) and self.reached > last else _LONGEST_LEAP
        leap = 1
        for _ in range(_MOST_LEAPS):
            if last + leap >= first:
                return
            known = len(self.taken)
            if self.forwards(last + leap, first):
                return
            if len(self.taken) > known:
                last, leap = self.reached, 1
            else:
                leap *= 2

    def count(self) -> int | None:
        if not self.table.index:
            return None
        sql = f'SELECT count(*) FROM "{self.table.name}" INDEXED BY "{self.table.index}"'  # noqa: S608 - our own names
        try:
            return int(self.connection.execute(sql).fetchone()[0])
        except sqlite3.Error:
            return None

    def _read(self, sql: str) -> bool:
        kinds = list(self.table.columns.values())
        try:
            for number, *values in self.connection.execute(sql):
                self.reached = number
                if number not in self.taken:
                    self.taken.add(number)
                    self.take(number, tuple(map(_read, values, kinds)))
        except (sqlite3.Error, OverflowError):
            return False
        return True


def _read(value: object, kind: str) -> Value:
    """Return a value that came as bytes as its column has it; letters that are none become marks."""
    if isinstance(value, bytes):
        return value if kind == "BLOB" else value.decode("utf-8", "replace")
    return value if isinstance(value, int) else None
