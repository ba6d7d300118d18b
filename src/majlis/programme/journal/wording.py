"""What a step changed, in words: each record by name, each of its fields before and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from majlis.programme.edits.records import SINGULAR
from majlis.programme.journal.conflicts import Conflict, Side
from majlis.programme.journal.steps import BEING, FieldChange
from majlis.programme.names import name_of
from majlis.programme.programme import Programme
from majlis.programme.records import REFERENCES
from majlis.programme.texts import Texts

FIELDS: Final = {
    "minutes": "Length",
    "theme_id": "Theme",
    "parent_id": "Part of",
    "place_id": "Place",
    "session_id": "Session",
    "person_id": "Person",
    "start": "Start",
    "state": "State",
    "print_languages": "Languages in print",
    "clearing": "Clearing",
    "setup": "Set-up",
}
"""Fields that are called otherwise than their name."""


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field with what it held before and after, "" for nothing."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RecordWords:
    """What a step did to a record: `done` is added, removed or changed."""

    record: str
    done: str
    fields: tuple[FieldWords, ...]


def in_words(programme: Programme, change: FieldChange) -> RecordWords:
    """Return what a step did to a record; ids are said as the names that they have now."""
    done = "removed" if change.removes else "added" if change.makes else "changed"
    fields: list[FieldWords] = []
    for field, pair in change.fields.items():
        before, after = (value_in_words(programme, change.table, field, each) for each in pair)
        if field != BEING and before != after:
            fields.append(FieldWords(field_in_words(field), before, after))
    return RecordWords(f"{SINGULAR[change.table].capitalize()} “{_name(programme, change)}”", done, tuple(fields))


def all_in_words(programme: Programme, changes: Iterable[FieldChange]) -> tuple[RecordWords, ...]:
    """Return what a step did to each of its records."""
    return tuple(in_words(programme, change) for change in changes)


def field_in_words(field: str) -> str:
    """Return what people call a field, with the language of a text."""
    name, _, language = field.partition(".")
    words = FIELDS.get(name, name.replace("_", " ").capitalize())
    return f"{words} ({language})" if language else words


def value_in_words(programme: Programme, table: str, field: str, value: Any) -> str:  # noqa: ANN401 - plain JSON values
    """Return a field's plain value as people read it, "" for nothing; ids are said as names."""
    target = REFERENCES.get(table, {}).get(field)
    if value is None or value == []:
        return ""
    if target is not None:
        record = programme.tables[target].get(str(value))
        return name_of(programme, record) if record is not None else f"{SINGULAR[target]} {value}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_piece(each) for each in value)
    if field in {"minutes", "setup", "clearing"}:
        return f"{value} min"
    return str(value).replace("T", " ") if field in {"start", "end", "arrival", "departure"} else str(value)


def _piece(value: Any) -> str:  # noqa: ANN401 - plain JSON values
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        return " – ".join(str(each).replace("T", " ") for each in value if each)
    return str(value)


def _name(programme: Programme, change: FieldChange) -> str:
    record = programme.tables[change.table].get(change.id)
    if record is not None:
        return name_of(programme, record)
    called = (_told_name(change, field, side) for field in ("title", "name") for side in (1, 0))
    names = (texts.best(programme.event.languages) for texts in called)
    return next(filter(None, names), "") or _named_by(programme, change) or change.id


def _told_name(change: FieldChange, field: str, side: int) -> Texts:
    """Return what a change tells of a record's name before (0) or after it (1)."""
    told = ((name.partition("."), pair[side]) for name, pair in change.fields.items())
    return Texts({language: text for (name, _, language), text in told if name == field and text})


def _named_by(programme: Programme, change: FieldChange) -> str:
    """Return the names of the records that a record which is gone named."""
    names = (
        value_in_words(programme, change.table, field, next(filter(None, change.fields.get(field, ())), None))
        for field in REFERENCES.get(change.table, {})
    )
    return ", ".join(filter(None, names))


def conflict_in_words(programme: Programme, conflict: Conflict) -> str:
    """Return a conflict as a sentence: what it is about, what each side says and when, and what holds now."""
    record = programme.tables[conflict.table].get(conflict.id)
    name = name_of(programme, record) if record is not None else conflict.id
    about = f"{SINGULAR[conflict.table].capitalize()} “{name}”"
    if conflict.field == BEING:
        said = " and ".join(side_in_words(programme, conflict, side) for side in conflict.sides)
        return f"{about}: {said}; it was kept."
    said = " against ".join(side_in_words(programme, conflict, side) for side in conflict.sides)
    now = value_in_words(programme, conflict.table, conflict.field, conflict.now) or "nothing"
    return f"{about}, {field_in_words(conflict.field).lower()}: {said}; now it is {now}."


def side_in_words(programme: Programme, conflict: Conflict, side: Side) -> str:
    """Return one side of a conflict: its value, who said it and when (local time of this laptop)."""
    if side.step is None:
        return "something needs it"
    who = f"{side.step.who}, {side.step.at.astimezone():%Y-%m-%d %H:%M}"
    if conflict.field == BEING:
        return f"{'removed' if side.removed else 'changed'} ({who})"
    return f"{value_in_words(programme, conflict.table, conflict.field, side.value) or 'nothing'} ({who})"
