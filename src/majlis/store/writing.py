"""Rows and journal, written together: an edit with its step, or what a merge brings."""

from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from majlis.programme.edits.edit import Edit
from majlis.programme.journal import FieldChange, Heads, Key, Merged, Step, field_changes, settled
from majlis.programme.records import Record
from majlis.store.journal_rows import read_heads, read_kept
from majlis.store.rows import dump, to_row
from majlis.store.values import bounded


def write_edit(db: Database, step: Step, edit: Edit, contents: Mapping[str, bytes]) -> None:
    """Write an edit with its step, and the contents that it names; the caller opens and ends the transaction."""
    changes = field_changes(edit)
    _write_steps(db, [(step, changes)])
    _write_contents(db, contents)
    _write_records(db, edit)
    _write_here(db, step)
    heads, kept = read_heads(db.conn), read_kept(db.conn)
    if heads or kept:
        _write_heads(db, *settled(heads, kept, changes))


def write_merge(db: Database, merged: Merged, contents: Mapping[str, bytes]) -> None:
    """Write what a merge brings; the caller opens and ends the transaction."""
    _write_steps(db, ((step, merged.changes[step.id]) for step in merged.new))
    db.conn.executemany("INSERT INTO brought(step_id) VALUES(?)", [(step.id,) for step in merged.new])
    _write_contents(db, contents)
    _write_records(db, merged.edit)
    _write_heads(db, merged.heads, merged.kept)


def _write_steps(db: Database, steps: Iterable[tuple[Step, Iterable[FieldChange]]]) -> None:
    told = [(step, tuple(changes)) for step, changes in steps]
    db.conn.executemany(
        'INSERT INTO steps(id, at, who, label, kind, "of", below) VALUES(?, ?, ?, ?, ?, ?, ?)',
        [
            (
                step.id,
                step.at.isoformat(timespec="milliseconds"),
                step.who,
                step.label,
                step.kind,
                step.of,
                step.below,
            )
            for step, _ in told
        ],
    )
    db.conn.executemany(
        "INSERT INTO changes(step_id, record_table, record_id, fields) VALUES(?, ?, ?, ?)",
        [(step.id, change.table, change.id, dump(_told(change))) for step, changes in told for change in changes],
    )


def _told(change: FieldChange) -> dict[str, tuple[object, ...]]:
    return {field: (*both, 1) if field in change.emptied else both for field, both in change.fields.items()}


def _write_contents(db: Database, contents: Mapping[str, bytes]) -> None:
    for key, data in contents.items():
        db.execute("INSERT OR IGNORE INTO contents(id, data) VALUES(?, ?)", (key, data))


def _write_records(db: Database, edit: Edit) -> None:
    for change in edit.changes:
        if change.after is None:
            db.execute(f'DELETE FROM "{change.table}" WHERE id = ?', (change.id,))  # noqa: S608 - our own names
    for table, records in _by_table(change.after for change in edit.changes).items():
        db.table(table).upsert_all((bounded(table, to_row(record)) for record in records), pk="id")


def _write_here(db: Database, step: Step) -> None:
    """Note what this copy can undo and redo after a step: an edit leaves nothing to redo."""
    undo, redo = db.execute("SELECT undo, redo FROM here").fetchone() or (None, None)
    taken = (
        db.execute("SELECT below FROM steps WHERE id = ?", (step.of,)).fetchone() if step.kind != "edit" else None
    )
    below = taken[0] if taken else None
    undo, redo = {"edit": (step.id, None), "undo": (below, step.id), "redo": (step.id, below)}[step.kind]
    db.execute("INSERT OR REPLACE INTO here(id, undo, redo) VALUES(1, ?, ?)", (undo, redo))


def _write_heads(db: Database, heads: Heads, kept: Iterable[Key]) -> None:
    db.execute("DELETE FROM heads")
    db.execute("DELETE FROM kept")
    rows = [
        (*key, field, step)
        for key, fields in heads.items()
        for field, steps in fields.items()
        for step in sorted(steps)
    ]
    db.conn.executemany("INSERT INTO heads(record_table, record_id, field, step_id) VALUES(?, ?, ?, ?)", rows)
    db.conn.executemany("INSERT INTO kept(record_table, record_id) VALUES(?, ?)", sorted(kept))


def _by_table(records: Iterable[Record | None]) -> dict[str, list[Record]]:
    tables: dict[str, list[Record]] = {}
    for record in records:
        if record is not None:
            tables.setdefault(record.table, []).append(record)
    return tables
