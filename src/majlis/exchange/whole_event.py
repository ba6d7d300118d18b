"""Takes a whole event in: by id where the programme is empty or of the same event, else by key and name."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import cast

from majlis.exchange.contents import Bringing
from majlis.exchange.doubts import Doubts
from majlis.exchange.folding import fold
from majlis.exchange.intake import is_nobodys
from majlis.exchange.majlis_json import WholeEvent
from majlis.exchange.other_event import take_programme
from majlis.exchange.taken import Pair, Taken, taken_of, without_circles
from majlis.exchange.told import Told
from majlis.programme.programme import Programme
from majlis.programme.records import OWNED, RECORDS, REFERENCES, Day, Edition, Event, Person, Record

_READ = 0.3
"""The share of the work that is done when the document is read."""

_OF_THIS_EVENT = ("places", "themes", "sessions", "placements", "people", "parts")
"""The tables by whose ids one sees that two programmes are of one event; days have the same ids everywhere."""


def take_whole(
    programme: Programme, whole: WholeEvent, label: str, doubts: Doubts, progress: Callable[[float], None]
) -> Taken:
    """Return the edit that brings a programme what a whole event holds.

    By id where the programme is empty or of the same event: what is there gets each field that the source gives,
    what is not is added, nothing is deleted. Otherwise by key and name, as any other event is taken in.
    """
    if not is_nobodys(programme) and not _is_same_event(programme, whole.records):
        records = _without_torn(Programme.of(), whole.records, doubts)
        other = Programme.of(told.record for table in records.values() for told in table.values())
        return take_programme(programme, other, label, whole.content, doubts)
    records = _without_torn(programme, whole.records, doubts)
    taking = _Taking(programme, Bringing(whole.content, doubts))
    pairs = list(taking.pairs(records, progress))
    if not is_nobodys(programme):
        pairs = without_circles(programme, pairs)
    return taken_of(label, pairs, RECORDS, doubts, taking.bringing.taken)


def _is_same_event(programme: Programme, records: Mapping[str, Mapping[str, Told[Record]]]) -> bool:
    """Say whether records are of a programme's own event: they have ids in common, and so have the names.

    Ids alone would not tell: another event that was taken in left its ids here.
    """
    shared = any(programme.tables[table].keys() & records.get(table, {}).keys() for table in _OF_THIS_EVENT)
    events = [cast("Event", told.record) for told in records.get("events", {}).values()]
    return shared and all(_are_called_alike(programme.event, event) for event in events)


def _are_called_alike(here: Event, told: Event) -> bool:
    if here.acronym and here.acronym == told.acronym:
        return True
    names, others = (set(map(fold, event.title.values())) for event in (here, told))
    return bool(names & others) or not (names or here.acronym)


def _without_torn(
    programme: Programme, records: Mapping[str, Mapping[str, Told[Record]]], doubts: Doubts
) -> dict[str, dict[str, Told[Record]]]:
    """Return the records without references to what is nowhere; one that makes no sense then is left out."""
    there = {table: programme.tables[table].keys() | records.get(table, {}).keys() for table in RECORDS}
    whole: dict[str, dict[str, Told[Record]]] = {}
    for table, rows in records.items():
        whole[table] = {}
        for key, told in rows.items():
            torn = {
                field
                for field, target in REFERENCES.get(table, {}).items()
                if (named := getattr(told.record, field)) is not None and named not in there[target]
            }
            for field in sorted(torn):
                doubts.add("torn references", told.where, f"names a {field} that is nowhere; that was left out")
            if not any((table, field) in OWNED for field in torn):
                emptied = replace(told.record, **dict.fromkeys(torn))
                whole[table][key] = replace(told, record=emptied)
    return whole


class _Taking:
    """Takes the records of a whole event one by one, each under its own id."""

    def __init__(self, programme: Programme, bringing: Bringing) -> None:
        self.bringing = bringing
        self._programme = programme
        self._photos = {person.photo for person in programme.people.values()}
        self._snapshots = {edition.snapshot for edition in programme.editions.values()}
        self._dates = {day.date for day in programme.days.values()}

    def pairs(
        self, records: Mapping[str, Mapping[str, Told[Record]]], progress: Callable[[float], None]
    ) -> Iterator[Pair]:
        """Yield each record as it is here and as it will be; a day that is here under another id stays."""
        count = sum(map(len, records.values()))
        done = 0
        for table in RECORDS:
            for told in records.get(table, {}).values():
                progress(_READ + (1 - _READ) * done / count)
                done += 1
                here = self._programme.tables[table].get(told.record.id)
                is_known_day = isinstance(told.record, Day) and told.record.date in self._dates
                if here is not None or not is_known_day:
                    yield here, self._after(here, told)

    def _after(self, here: Record | None, told: Told[Record]) -> Record:
        """Return a record as it is afterwards, its photo or snapshot taken where that is new and sound."""
        after = told.record
        if here is not None:
            after = replace(here, **{field: getattr(told.record, field) for field in told.fields})
        if isinstance(after, Person) and after.photo and after.photo not in self._photos:
            kept = self.bringing.picture(after.photo, told.where)
            if kept is not None:
                after = replace(after, photo=kept)
            elif here is not None:
                after = replace(after, photo=cast("Person", here).photo)
        if isinstance(after, Edition) and after.snapshot and after.snapshot not in self._snapshots:
            self.bringing.snapshot(after.snapshot, told.where)
        return after
