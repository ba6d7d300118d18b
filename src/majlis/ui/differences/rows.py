"""The rows of a tree of differences as values: groups, the records in them, and what changed about each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal

from majlis.programme.edits.records import SINGULAR
from majlis.programme.journal.grouping import Entry, Group, entry_in_words
from majlis.programme.journal.steps import Key
from majlis.programme.journal.wording import FieldWords, Wording

GROUPED: Final = 12
"""Records above which they are put into groups that open and close."""

HEADINGS: Final = {
    "sessions": "Sessions",
    "people": "People",
    "places": "Places",
    "themes": "Themes",
    "events": "The event",
}

Kind = Literal["group", "record", "field"]
Note = Callable[[Entry], str]
"""What stands at the end of a record's row: who changed it and when."""


def _none() -> tuple["Row", ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    A group has its name and count, a record its name, what was `done` to it and a `note` at the row's end, a field
    its name and its `words`. `children` makes the rows below when they are first seen, `records` counts the
    records among them and itself, `key` is the record's.
    """

    kind: Kind
    text: str
    done: str = ""
    note: str = ""
    words: FieldWords | None = None
    key: Key | None = None
    records: int = 1
    children: Callable[[], tuple["Row", ...]] = _none

    @property
    def spoken(self) -> str:
        """The whole row as a sentence, for a screen reader and the clipboard."""
        if self.words is None:
            return ", ".join(filter(None, (self.text, self.done, self.note)))
        before, after = self.words.before, self.words.after
        if not before:
            return f"{self.text}: “{after}” added"
        if not after:
            return f"{self.text}: “{before}” removed"
        return f"{self.text}: “{before}” became “{after}”"


def rows_of(
    groups: Iterable[Group], wording: Wording, note: Note = lambda _: "", grouped_above: int = GROUPED
) -> tuple[Row, ...]:
    """Return the rows of grouped changes: groups of records where there are many, else the records alone."""
    groups = tuple(groups)
    if sum(len(group.entries) for group in groups) <= grouped_above:
        return tuple(_record(entry, wording, note, alone=True) for group in groups for entry in group.entries)
    return tuple(_group(group, wording, note) for group in groups)


def _group(group: Group, wording: Wording, note: Note) -> Row:
    heading = f"{HEADINGS[group.table]} ({len(group.entries):,})"
    return Row(
        "group",
        heading,
        records=len(group.entries),
        children=lambda: tuple(_record(entry, wording, note, alone=False) for entry in group.entries),
    )


def _record(entry: Entry, wording: Wording, note: Note, *, alone: bool) -> Row:
    name = f"{SINGULAR[entry.table].capitalize()} “{entry.name}”" if alone else entry.name
    return Row(
        "record",
        name,
        entry.done,
        note(entry),
        key=(entry.table, entry.id),
        children=lambda: _fields(entry, wording),
    )


def _fields(entry: Entry, wording: Wording) -> tuple[Row, ...]:
    return tuple(Row("field", words.field, words=words) for words in entry_in_words(entry, wording))
