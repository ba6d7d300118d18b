"""What a programme was, by what could be read of its file: tables first, gaps from the journal, then strays.

Where the whole journal was read, it is the programme. Otherwise a row of a table is believed before the journal,
and the journal before rows that no table claims. A value that can't be is taken from the next of these, or falls
back to what a new record has; a record without which another makes no sense takes that with it.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import MISSING, dataclass, fields, replace
import sqlite3
from typing import Any, Final, cast

from majlis.programme.ids import content_hash
from majlis.programme.journal import Journal, Key, fold
from majlis.programme.plain import Plain, from_plain, parse_field, plain_value
from majlis.programme.programme import Programme
from majlis.programme.records import EVENT_ID, OWNED, RECORDS, REFERENCES, Event, Record
from majlis.programme.refusal import Refusal
from majlis.store.journal_rows import read_journal
from majlis.store.recovery import Found
from majlis.store.rows import dump, json_fields, to_row
from majlis.store.values import bounded, load_json

_EVENT: Final = ("events", EVENT_ID)
_SMALL: Final = frozenset({"heads", "kept", "brought", "here"})
JOURNAL: Final = _SMALL | {"steps", "changes"}
"""The tables of the journal, and what this copy knows of it."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What was saved: a programme whose references all hold, and the pictures and snapshots that it names.

    `steps` is how many steps of the history are known whole, 0 where some are lost: then none can be kept.
    `saved` and `lost` count records by table; of the tables in `unsure` more may be lost than is known. In
    `doubtful` are records of which table and journal, both whole, tell different things.
    """

    programme: Programme
    contents: Mapping[str, bytes]
    steps: int
    saved: Mapping[str, int]
    lost: Mapping[str, int]
    unsure: tuple[str, ...]
    doubtful: tuple[Key, ...] = ()


def mended(found: Found) -> Mended:
    """Return what was saved of what could be read; raise `Refusal` where that is nothing."""
    with closing(sqlite3.connect(found.path)) as connection:
        mending = _Mending(found, connection)
        return mending.by_journal() or mending.by_tables()


class _Mending:
    """Puts a programme together from the sound database that `recovery` made."""

    def __init__(self, found: Found, connection: sqlite3.Connection) -> None:
        self.found = found
        self.connection = connection
        self.journal = _journal(connection)
        self.whole = self._is_whole()

    def by_journal(self) -> Mended | None:
        """Return the programme that the whole journal tells, None where it is not whole or tells of none."""
        if not self.whole or not self.journal.steps:
            return None
        try:
            told = fold(self.journal)
            programme = Programme.of(from_plain(table, plain) for (table, _), plain in told.items())
            for records in programme.tables.values():
                for record in records.values():
                    bounded(record.table, to_row(record))
        except (ValueError, TypeError, KeyError, IndexError, Refusal):
            return None
        if next(programme.dangling(), None) is not None or not programme.event.languages:
            return None
        saved = self._mended(programme, len(self.journal.steps), {}, ())
        return replace(saved, doubtful=tuple(self._doubtful(programme)))

    def by_tables(self) -> Mended:
        """Return the programme that tables, journal and strays tell together."""
        told = self._told()
        gone = {change.key for _, change in self.journal.said() if change.removes}
        records: dict[Key, Record] = {}
        lost: dict[str, int] = {}
        for table in RECORDS:
            rows = self._rows(table)
            strays = self._strays(table) if table not in self.found.whole else {}
            known = rows.keys() if table in self.found.whole else {**rows, **told.get(table, {}), **strays}.keys()
            for key in known if table != "events" else (EVENT_ID,):
                sources = [each[key] for each in (rows, told.get(table, {}), strays) if key in each]
                if not sources or (sources == [strays.get(key)] and (table, key) in gone):
                    continue
                record = _record(table, key, sources)
                if record is None:
                    lost[table] = lost.get(table, 0) + 1
                else:
                    records[table, key] = record
        if records.keys() <= {_EVENT} and records.get(_EVENT, Event()) == Event():
            raise Refusal("Nothing in this file can be read any more; use a backup or another copy.")
        for table, _ in _without_what_they_need(records):
            lost[table] = lost.get(table, 0) + 1
        for table, counted in self.found.counted.items():
            saved = sum(1 for other, _ in records if other == table)
            if table in RECORDS and table not in self.found.whole:
                lost[table] = max(lost.get(table, 0), counted - saved)
        unsure = tuple(table for table in RECORDS if table not in self.found.whole)
        return self._mended(Programme.of(records.values()), 0, lost, unsure)

    def _mended(
        self, programme: Programme, steps: int, lost: Mapping[str, int], unsure: tuple[str, ...]
    ) -> Mended:
        saved = {table: len(records) for table, records in programme.tables.items() if records}
        missing = {table: count for table, count in lost.items() if count > 0}
        return Mended(programme, dict(self._contents()), steps, saved, missing, unsure)

    def _doubtful(self, programme: Programme) -> Iterator[Key]:
        for table in self.found.whole & RECORDS.keys():
            rows, told = self._rows(table), programme.tables[table]
            for key in rows.keys() | told.keys():
                if key not in rows or _record(table, key, [rows[key]]) != told.get(key):
                    yield table, key

    def _contents(self) -> Iterator[tuple[str, bytes]]:
        for key, data in self.connection.execute("SELECT id, data FROM contents"):
            if content_hash(data) == key:
                yield key, data

    def _is_whole(self) -> bool:
        """Say whether all of the journal was read, be it from the pages: no number of a change is missing."""
        count, last = self.connection.execute("SELECT count(*), coalesce(max(id), 0) FROM changes").fetchone()
        if count != last or self.journal.changes.keys() - self.journal.steps.keys():
            return False
        if self.found.whole >= JOURNAL:
            return True
        told = count == self.found.counted.get("changes")
        return told and self.found.whole >= _SMALL and self.journal.changes.keys() == self.journal.steps.keys()

    def _told(self) -> dict[str, dict[str, Plain]]:
        """Return what the journal tells, as far as it can be read, by table and id."""
        try:
            told = fold(Journal(self.journal.steps, self.journal.changes))
        except (ValueError, TypeError, KeyError, IndexError):
            return {}
        tables: dict[str, dict[str, Plain]] = {}
        for (table, key), plain in told.items():
            tables.setdefault(table, {})[key] = plain
        return tables

    def _rows(self, table: str) -> dict[str, Plain]:
        cursor = self.connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own names
        names = [column[0] for column in cursor.description]
        return dict(_plain_rows(table, names, cursor))

    def _strays(self, table: str) -> dict[str, Plain]:
        names = [row[1] for row in self.connection.execute(f'PRAGMA table_info("{table}")')]
        rows = dict(_plain_rows(table, names, self.found.strays.get(table, ())))
        return {key: plain for key, plain in rows.items() if _record(table, key, [plain], strictly=True)}


def _journal(connection: sqlite3.Connection) -> Journal:
    try:
        return read_journal(connection)
    except (ValueError, sqlite3.Error):
        return Journal({}, {})


def _plain_rows(table: str, names: list[str], rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[str, Plain]]:
    as_json = json_fields(table)
    for row in rows:
        values = dict(zip(names, row, strict=False))
        key = values.get("id")
        if isinstance(key, str) and key:
            yield key, {name: _loaded(value) if name in as_json else value for name, value in values.items()}


def _loaded(value: object) -> object:
    try:
        return load_json(value)
    except ValueError:
        return None


def _record(table: str, key: str, sources: list[Plain], *, strictly: bool = False) -> Record | None:
    """Return the record that the first sources with a possible value for each field make, None where none do.

    Strictly means that a value which can't be makes the whole no record.
    """
    record = _as_it_stands(table, {**sources[0], "id": key})
    if record is not None or strictly:
        return record
    kind = RECORDS[table]
    values: dict[str, object] = {"id": key}
    for each in fields(kind)[1:]:
        offered = [plain[each.name] for plain in sources if each.name in plain]
        possible = [value for value in offered if _is_possible(table, key, each.name, value)]
        if possible:
            values[each.name] = parse_field(table, each.name, possible[0])
        elif each.default is MISSING and each.default_factory is MISSING:
            return None
    return kind(**cast("dict[str, Any]", values))


def _as_it_stands(table: str, plain: Plain) -> Record | None:
    try:
        record = from_plain(table, plain)
        bounded(table, to_row(record))
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, Refusal):
        return None
    return None if isinstance(record, Event) and not record.languages else record


def _is_possible(table: str, key: str, name: str, value: object) -> bool:
    if (table, name) == ("events", "languages") and not value:
        return False
    try:
        plain = plain_value(parse_field(table, name, value))
        bounded(table, {"id": key, name: dump(plain) if name in json_fields(table) else plain})
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, Refusal):
        return False
    return True


def _without_what_they_need(records: dict[Key, Record]) -> list[Key]:
    """Empty the references to what is gone, take away what makes no sense without it, and return what went."""
    went: list[Key] = []
    changed = True
    while changed:
        changed = False
        for table, key in tuple(records):
            for name, target in REFERENCES.get(table, {}).items():
                named = getattr(records[table, key], name)
                if named is None or (target, named) in records:
                    continue
                changed = True
                if (table, name) in OWNED:
                    del records[table, key]
                    went.append((table, key))
                    break
                records[table, key] = replace(records[table, key], **{name: None})
    records.setdefault(_EVENT, Event())
    return went
