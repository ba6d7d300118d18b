"""The journal as the file holds it: rows to steps, changes and heads.

Every function raises `sqlite3.Error` where the file fails, and `ValueError` where a row is not what Majlis writes.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
import sqlite3
from typing import cast

from majlis.programme.journal import FieldChange, Heads, Journal, Key, Step, StepKind
from majlis.programme.records import OWNED, RECORDS, REFERENCES
from majlis.store.rows import dump
from majlis.store.values import load_json

Changes = dict[int, tuple[FieldChange, ...]]


def read_steps(connection: sqlite3.Connection, where: str = "", values: Sequence[object] = ()) -> tuple[Step, ...]:
    """Return the steps that a condition chooses, the oldest first."""
    counted = "(SELECT count(*) FROM changes WHERE step_id = steps.id)"
    sql = f'SELECT id, at, who, label, kind, "of", below, {counted} FROM steps {where} ORDER BY id'  # noqa: S608 - our own words
    return tuple(
        Step(key, _utc(at), who, label, cast("StepKind", kind), of, below, changes)
        for key, at, who, label, kind, of, below, changes in connection.execute(sql, values)
    )


def read_newest_steps(connection: sqlite3.Connection, after: int, count: int | None) -> tuple[Step, ...]:
    """Return the steps after one, at most the newest so many, the oldest first."""
    if count is None:
        return read_steps(connection, "WHERE id > ?", (after,))
    newest = "SELECT id FROM steps WHERE id > ? ORDER BY id DESC LIMIT ?"
    return read_steps(connection, f"WHERE id IN ({newest})", (after, count))


def read_steps_about(connection: sqlite3.Connection, table: str, key: str) -> frozenset[int]:
    """Return the ids of the steps that changed a record, or what belongs or belonged to it."""
    said = _said_of(connection, {(table, key), *_belongings(connection, table, key)})
    return frozenset(step for step, _ in said)


def read_changes(
    connection: sqlite3.Connection, where: str = "", values: Sequence[object] = ()
) -> Iterator[tuple[int, FieldChange]]:
    """Yield the changes that a condition chooses with their steps, in the order of both."""
    sql = f"SELECT step_id, record_table, record_id, fields FROM changes {where} ORDER BY step_id, id"  # noqa: S608 - our own words
    for step, table, key, fields in connection.execute(sql, values):
        try:
            yield step, _change(table, key, load_json(fields))
        except (TypeError, IndexError, KeyError, AttributeError, RecursionError) as error:
            raise ValueError(f"{table} {key}: {error}") from error


def read_journal(connection: sqlite3.Connection) -> Journal:
    """Return the whole journal."""
    steps = {step.id: step for step in read_steps(connection)}
    return Journal(steps, _by_step(read_changes(connection)), read_heads(connection), read_kept(connection))


def read_journal_about(connection: sqlite3.Connection, keys: Iterable[Key]) -> Journal:
    """Return what the journal says of some records, and all of the steps that removed one of them.

    What else such a step removed or changed is told whole, too.
    """
    said = _said_of(connection, keys)
    ends = sorted({step for (step, _), change in said.items() if change.removes})
    along = {
        change.key
        for part in _parts(ends)
        for _, change in read_changes(connection, f"WHERE step_id IN ({_marks(part)})", part)
    }
    said.update(_said_of(connection, along))
    changes = _by_step((step, said[step, key]) for step, key in sorted(said, key=lambda one: one[0]))
    steps = [
        step
        for part in _parts(sorted(changes))
        for step in read_steps(connection, f"WHERE id IN ({_marks(part)})", part)
    ]
    return Journal({step.id: step for step in steps}, changes, read_heads(connection), read_kept(connection))


def read_heads(connection: sqlite3.Connection) -> Heads:
    """Return the newest words where they are several."""
    heads: dict[Key, dict[str, frozenset[int]]] = {}
    for table, key, field, step in connection.execute("SELECT record_table, record_id, field, step_id FROM heads"):
        fields = heads.setdefault((table, key), {})
        fields[field] = fields.get(field, frozenset()) | {step}
    return heads


def read_kept(connection: sqlite3.Connection) -> frozenset[Key]:
    """Return the records that are there though they were removed."""
    return frozenset(connection.execute("SELECT record_table, record_id FROM kept"))


def _change(table: str, key: str, told: dict[str, list[object]]) -> FieldChange:
    if table not in RECORDS:
        raise ValueError(f"there is no table “{table[:40]}”")
    pairs = {field: (both[0], both[1]) for field, both in told.items()}
    return FieldChange(table, key, pairs, frozenset(field for field, both in told.items() if len(both) > 2))


def _said_of(connection: sqlite3.Connection, keys: Iterable[Key]) -> dict[tuple[int, Key], FieldChange]:
    return {
        (step, change.key): change
        for table, key in sorted(keys)
        for step, change in read_changes(connection, "WHERE record_table = ? AND record_id = ?", (table, key))
    }


def _belongings(connection: sqlite3.Connection, table: str, key: str) -> Iterator[Key]:
    """Yield the records that ever belonged to one; the scan for the quoted id passes over most rows unread."""
    owned = [(user, field) for user, field in sorted(OWNED) if REFERENCES[user][field] == table]
    for user, field in owned:
        where = "WHERE record_table = ? AND instr(fields, ?)"
        for _, change in read_changes(connection, where, (user, dump(key))):
            if key in change.fields.get(field, ()):
                yield change.key


def _by_step(said: Iterable[tuple[int, FieldChange]]) -> Changes:
    changes: dict[int, list[FieldChange]] = {}
    for step, change in said:
        changes.setdefault(step, []).append(change)
    return {step: tuple(each) for step, each in changes.items()}


def _parts(ids: Sequence[int]) -> Iterator[list[int]]:
    """Yield ids in parts that one statement can take."""
    for start in range(0, len(ids), 500):
        yield list(ids[start : start + 500])


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _utc(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
