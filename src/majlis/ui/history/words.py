"""What a step changed, in words: each record by name, each of its fields before and after."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from majlis.programme.edits.records import SINGULAR
from majlis.programme.journal import BEING, FieldChange
from majlis.programme.names import UNTITLED, name_of
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
    was, is_ = change.fields.get(BEING, (1, 1))
    done = "changed" if was and is_ else "added" if is_ else "removed"
    fields = tuple(
        each for field, pair in change.fields.items() if field for each in _field(programme, change, field, *pair)
    )
    name = _name(programme, change)
    return RecordWords(f"{SINGULAR[change.table].capitalize()} “{name}”", done, fields)


def _field(programme: Programme, change: FieldChange, field: str, before: Any, after: Any) -> Iterator[FieldWords]:  # noqa: ANN401 - plain JSON values
    name = FIELDS.get(field, field.replace("_", " ").capitalize())
    if isinstance(before, Mapping) or isinstance(after, Mapping):
        for language in sorted({*(before or {}), *(after or {})}):
            old, new = (before or {}).get(language, ""), (after or {}).get(language, "")
            if old != new:
                yield FieldWords(f"{name} ({language})", old, new)
        return
    old, new = (_value(programme, change.table, field, each) for each in (before, after))
    if old != new:
        yield FieldWords(name, old, new)


def _value(programme: Programme, table: str, field: str, value: Any) -> str:  # noqa: ANN401 - plain JSON values
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
    for field in ("title", "name"):
        for texts in reversed(change.fields.get(field, ())):
            if texts:
                return Texts(texts).best(programme.event.languages) or UNTITLED
    return _named_by(programme, change) or change.id


def _named_by(programme: Programme, change: FieldChange) -> str:
    """Return the names of the records that a record which is gone named."""
    names = (
        _value(programme, change.table, field, next(filter(None, change.fields.get(field, ())), None))
        for field in REFERENCES.get(change.table, {})
    )
    return ", ".join(filter(None, names))


def all_in_words(programme: Programme, changes: Iterable[FieldChange]) -> tuple[RecordWords, ...]:
    """Return what a step did to each of its records."""
    return tuple(in_words(programme, change) for change in changes)
