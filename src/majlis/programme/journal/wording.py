"""Steps, changes and conflicts in words: each record by name, each of its fields before and after."""

from collections.abc import Callable, Iterable, Mapping
import dataclasses
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final

from majlis.programme.edits.records import SINGULAR
from majlis.programme.journal.conflicts import Conflict, Side
from majlis.programme.journal.steps import BEING, FieldChange, Key
from majlis.programme.kinds import kind
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
    "position": "Order",
    "key": "Source’s id",
}
"""Fields that are called otherwise than their name."""

TIMES: Final = frozenset({"start", "end", "arrival", "departure"})
MINUTES: Final = frozenset({"minutes", "setup", "clearing"})
PICTURES: Final = frozenset({"photo", "snapshot"})

DayWords = Callable[[date], str]
"""How a day is said, as “Thu 21 Oct”."""

Spoken = Mapping[str, Callable[[str], str]]
"""How the values of a field are said, as a country by its name; under "language" that of a text's language."""


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field with what it held before and after, "" for nothing; `language` is that of a text, else ""."""

    field: str
    before: str
    after: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class RecordWords:
    """What a step did to a record: `done` is added, removed, changed or confirmed."""

    record: str
    done: str
    fields: tuple[FieldWords, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Says changes in the names of a programme; `gone` are the names of records that it does not hold."""

    programme: Programme
    day_words: DayWords = date.isoformat
    spoken: Spoken = dataclasses.field(default_factory=lambda: MappingProxyType({}))
    gone: Mapping[Key, str] = dataclasses.field(default_factory=lambda: MappingProxyType({}))

    def knowing(self, changes: Iterable[FieldChange]) -> "Wording":
        """Return a wording that also knows the names that these changes tell of what is gone."""
        told = {change.key: name for change in changes if (name := self._told_name(change))}
        return dataclasses.replace(self, gone={**told, **self.gone})

    def record(self, change: FieldChange) -> RecordWords:
        """Return what was done to a record, field by field; ids are said as the names that they have now."""
        fields = tuple(self._fields(change))
        done = "removed" if change.removes else "added" if change.makes else "changed" if fields else "confirmed"
        return RecordWords(self.title(change), done, fields)

    def title(self, change: FieldChange) -> str:
        """Return what a change is about, as in `Session “Opening”`."""
        return f"{SINGULAR[change.table].capitalize()} “{self.name(change)}”"

    def name(self, change: FieldChange) -> str:
        """Return what the record is called, or was where it is gone."""
        record = self.programme.tables[change.table].get(change.id)
        if record is not None:
            return name_of(self.programme, record)
        return self._told_name(change) or self.gone.get(change.key, "") or self._named_by(change) or change.id

    def value(self, table: str, field: str, value: Any) -> str:  # noqa: ANN401 - plain JSON values
        """Return a field's plain value as people read it, "" for nothing; ids are said as names."""
        target = REFERENCES.get(table, {}).get(field)
        if value is None or value == []:
            return ""
        if target is not None:
            return self._named(target, str(value))
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, list):
            return ", ".join(self._say(field, self._piece(each)) for each in value)
        if field in MINUTES:
            return f"{value} min"
        if field in TIMES or field == "date":
            return self._moment(str(value))
        if field in PICTURES and value:
            return f"picture {str(value)[:6]}" if field == "photo" else f"programme {str(value)[:6]}"
        if field == "kind":
            return kind(str(value)).name.best(("en",))
        return self._say(field, str(value))

    def field(self, field: str) -> str:
        """Return what people call a field, with the language of a text; `BEING` is the record itself."""
        name, _, language = field.partition(".")
        return field_in_words(f"{name}.{self._say('language', language)}" if language else name)

    def conflict(self, conflict: Conflict) -> str:
        """Return a conflict as a sentence: what it is about, what each side says and when, and what holds now."""
        about = self.about(conflict)
        if conflict.field == BEING:
            said = " and ".join(self.side(conflict, side) for side in conflict.sides)
            return f"{about}: {said}; it was kept."
        said = " against ".join(self.side(conflict, side) for side in conflict.sides)
        now = self.value(conflict.table, conflict.field, conflict.now) or "nothing"
        return f"{about}, {_lower(self.field(conflict.field))}: {said}; now it is {now}."

    def about(self, conflict: Conflict) -> str:
        """Return the record that a conflict is about, as in `Session “Opening”`."""
        record = self.programme.tables[conflict.table].get(conflict.id)
        name = name_of(self.programme, record) if record is not None else conflict.id
        return f"{SINGULAR[conflict.table].capitalize()} “{name}”"

    def side(self, conflict: Conflict, side: Side) -> str:
        """Return one side of a conflict: its value, who said it and when (local time of this laptop)."""
        if side.step is None:
            return "something needs it"
        who = f"{side.step.who}, {side.step.at.astimezone():%Y-%m-%d %H:%M}"
        if conflict.field == BEING:
            return f"{'removed' if side.removed else 'changed'} ({who})"
        return f"{self.value(conflict.table, conflict.field, side.value) or 'nothing'} ({who})"

    def _fields(self, change: FieldChange) -> Iterable[FieldWords]:
        whole = change.makes or change.removes
        for field, pair in change.fields.items():
            before, after = (
                "" if whole and not value else self.value(change.table, field, value) for value in pair
            )
            if field != BEING and before != after:
                language = field.partition(".")[2]
                yield FieldWords(self.field(field), before, after, language)

    def _say(self, field: str, text: str) -> str:
        return self.spoken[field](text) if text and field in self.spoken else text

    def _named(self, table: str, key: str) -> str:
        record = self.programme.tables[table].get(key)
        if record is not None:
            return name_of(self.programme, record)
        return self.gone.get((table, key)) or f"a {SINGULAR[table]} that is gone"

    def _piece(self, value: Any) -> str:  # noqa: ANN401 - plain JSON values
        if isinstance(value, Mapping):
            return " – ".join(str(each) for each in value.values() if each)
        if isinstance(value, list):
            return " – ".join(self._moment(str(each)) for each in value if each)
        return str(value)

    def _moment(self, text: str) -> str:
        day, _, time = text.partition("T")
        try:
            return f"{self.day_words(datetime.fromisoformat(day).date())} {time}".rstrip()
        except ValueError:
            return text

    def _told_name(self, change: FieldChange) -> str:
        """Return the name of a record that is gone where its change tells it: the one after it, or before."""
        called = (_told(change, field, at) for field in ("title", "name") for at in (1, 0))
        names = (texts.best(self.programme.event.languages) for texts in called)
        return next(filter(None, names), "")

    def _named_by(self, change: FieldChange) -> str:
        """Return the names of the records that a record which is gone named."""
        names = (
            self.value(change.table, field, next(filter(None, change.fields.get(field, ())), None))
            for field in REFERENCES.get(change.table, {})
        )
        return ", ".join(filter(None, names))


def in_words(programme: Programme, change: FieldChange, day_words: DayWords = date.isoformat) -> RecordWords:
    """Return what a step did to a record."""
    return Wording(programme, day_words).record(change)


def all_in_words(
    programme: Programme, changes: Iterable[FieldChange], day_words: DayWords = date.isoformat
) -> tuple[RecordWords, ...]:
    """Return what a step did to each of its records."""
    changes = tuple(changes)
    wording = Wording(programme, day_words).knowing(changes)
    return tuple(wording.record(change) for change in changes)


def conflict_in_words(programme: Programme, conflict: Conflict, day_words: DayWords = date.isoformat) -> str:
    """Return a conflict as a sentence: what it is about, what each side says and when, and what holds now."""
    return Wording(programme, day_words).conflict(conflict)


def field_in_words(field: str) -> str:
    """Return what people call a field, with the language of a text; `BEING` is the record itself."""
    if field == BEING:
        return "Whether it is there"
    name, _, language = field.partition(".")
    words = FIELDS.get(name, name.replace("_", " ").capitalize())
    return f"{words} ({language})" if language else words


def names_in_words(programme: Programme, ids: Iterable[str], most: int = 4) -> str:
    """Return the records with these ids by name, as in `“Opening”, “Panel” and 2 more`; "" for none."""
    records = [programme.find(key) for key in dict.fromkeys(ids)]
    names = [f"“{name_of(programme, record)}”" for record in records if record is not None]
    gone = len(records) - len(names)
    names = list(dict.fromkeys(names))
    said, more = names[:most], len(names[most:])
    said += [f"{more} more"] if more else []
    said += ["what is gone meanwhile"] if gone else []
    return " and ".join(filter(None, (", ".join(said[:-1]), *said[-1:])))


def _told(change: FieldChange, field: str, at: int) -> Texts:
    """Return what a change tells of a text before (0) or after it (1)."""
    told = ((name.partition("."), pair[at]) for name, pair in change.fields.items())
    return Texts({language: text for (name, _, language), text in told if name == field and text})


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
