"""What migrations do to the data of older files: pure functions of it, so copies migrated apart still merge."""

import json
import sqlite3
from typing import Any, Final

_TEXTS: Final = {
    "events": ("title", "subtitle", "venue", "city"),
    "days": ("name",),
    "places": ("name",),
    "themes": ("name", "description"),
    "sessions": ("title", "subtitle", "abstract", "description"),
    "people": ("name", "sort_name", "badge_name", "honorific", "organisation", "biography", "contacts"),
}
"""The fields that held a text in each of several languages in format 1.0."""


def say_by_language(connection: sqlite3.Connection) -> None:
    """Say what format 1.0 told of a whole text language by language: `title.ar` and `title.en` for `title`."""
    rows = connection.execute("SELECT id, record_table, fields FROM changes").fetchall()
    for key, table, text in rows:
        fields = json.loads(text)
        if told := [field for field in _TEXTS.get(table, ()) if field in fields]:
            for field in told:
                fields.update(_by_language(field, *fields.pop(field)))
            dumped = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
            connection.execute("UPDATE changes SET fields = ? WHERE id = ?", (dumped, key))


def find_what_is_undone(connection: sqlite3.Connection) -> None:
    """Note what can be undone and redone, which format 1.0 read from all steps each time."""
    undo: list[int] = []
    redo: list[int] = []
    for key, kind, of in connection.execute('SELECT id, kind, "of" FROM steps ORDER BY id').fetchall():
        below = undo[-1] if undo else None
        if kind == "edit":
            undo.append(key)
            redo.clear()
        else:
            source, target = (undo, redo) if kind == "undo" else (redo, undo)
            if of in source:
                source.remove(of)
            below = target[-1] if target else None
            target.append(key)
        connection.execute("UPDATE steps SET below = ? WHERE id = ?", (below, key))
    top = (undo[-1] if undo else None, redo[-1] if redo else None)
    connection.execute("INSERT INTO here(id, undo, redo) VALUES(1, ?, ?)", top)


def _by_language(field: str, old: dict[str, str] | None, new: dict[str, str] | None) -> dict[str, tuple[Any, Any]]:
    before, after = old or {}, new or {}
    whole = old is None or new is None
    return {
        f"{field}.{language}": (before.get(language), after.get(language))
        for language in sorted(before.keys() | after.keys())
        if whole or before.get(language) != after.get(language)
    }
