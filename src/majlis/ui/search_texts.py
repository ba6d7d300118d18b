"""What every record is found by, folded once and kept until the record, or what its text is made of, changes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import nsmallest
from operator import itemgetter
from typing import Final

from majlis.programme.edits.edit import Edit
from majlis.programme.names import name_of, sort_key
from majlis.programme.programme import Programme
from majlis.programme.records import Part, Person, Record, Session, Theme
from majlis.programme.search import fold, searched

FOUND_IN: Final = ("sessions", "people", "places", "themes")
"""The tables that are searched, in the order in which what is found stands."""

_ORDER: Final = itemgetter(0, 1, 2, 3)


class SearchTexts:
    """The folded text of each record that can be found, made when it is first asked for.

    `programme` gives the present programme. Call `forget` with every edit before anybody asks again.
    """

    def __init__(self, programme: Callable[[], Programme]) -> None:
        self._programme = programme
        self._folded: dict[str, dict[str, str]] = {table: {} for table in FOUND_IN}
        self._names: dict[tuple[str, str], str] = {}
        self._called: dict[tuple[str, str], str] = {}

    def of(self, table: str) -> Mapping[str, str]:
        """Return what each record of a table is found by, folded, by id."""
        folded, records = self._folded[table], self._programme().tables[table]
        if len(folded) < len(records):
            programme = self._programme()
            folded.update({key: searched(programme, records[key]) for key in records.keys() - folded.keys()})
        return folded

    def sort_key(self, record: Record) -> str:
        """Return what a record of the present programme sorts by."""
        key = record.table, record.id
        if key not in self._names:
            self._names[key] = sort_key(name_of(self._programme(), record))
        return self._names[key]

    def warm(self, folded: Mapping[str, Mapping[str, str]]) -> None:
        """Take over texts that were folded elsewhere; what is there already is newer."""
        for table, texts in folded.items():
            self._folded[table] = {**texts, **self._folded[table]}

    def forget(self, edit: Edit) -> None:
        """Drop the texts that an edit has made stale."""
        programme = self._programme()
        for change in edit.changes:
            for record in filter(None, (change.before, change.after)):
                for table, key in _touched(programme, record):
                    self._folded.get(table, {}).pop(key, None)
                    self._names.pop((table, key), None)
                    self._called.pop((table, key), None)
        if any(change.table == "events" for change in edit.changes):
            self._names.clear()
            self._called.clear()

    def find(self, query: str, limit: int) -> list[Record]:
        """Return records that hold every word of a query, so many of each table: those called so come first."""
        words = fold(query).split()
        if not words:
            return []
        programme = self._programme()
        found: list[tuple[int, int, str, str, Record]] = []
        for number, table in enumerate(FOUND_IN):
            hits = [programme.tables[table][key] for key, text in self.of(table).items() if holds(text, words)]
            ranked = ((self._rank(hit, words), number, self.sort_key(hit), hit.id, hit) for hit in hits)
            found.extend(nsmallest(limit, ranked, key=_ORDER))
        return [hit[-1] for hit in sorted(found, key=_ORDER)]

    def _rank(self, record: Record, words: list[str]) -> int:
        key = record.table, record.id
        if key not in self._called:
            self._called[key] = fold(name_of(self._programme(), record))
        name = self._called[key]
        if name.startswith(words[0]):
            return 0
        return 1 if holds(name, words) else 2


def holds(text: str, words: list[str]) -> bool:
    """Say whether every one of some folded words stands in a folded text."""
    return all(word in text for word in words)


def folded_texts(programme: Programme, tell: Callable[[float], None]) -> dict[str, dict[str, str]]:
    """Return the folded text of every record that can be found; pure, for the worker."""
    records: list[Record] = [record for table in FOUND_IN for record in programme.tables[table].values()]
    folded: dict[str, dict[str, str]] = {table: {} for table in FOUND_IN}
    for number, record in enumerate(records):
        if number % 100 == 0:
            tell(number / len(records))
        folded[record.table][record.id] = searched(programme, record)
    return folded


def _touched(programme: Programme, record: Record) -> Iterator[tuple[str, str]]:
    yield record.table, record.id
    sessions: Iterable[str] = ()
    match record:
        case Person():
            sessions = (part.session_id for part in programme.parts_by(record.id))
        case Theme():
            sessions = programme.naming("sessions", "theme_id", record.id)
        case Part():
            sessions = (record.session_id,)
        case Session():
            sessions = ()
        case _:
            pass
    yield from (("sessions", key) for key in sessions)
