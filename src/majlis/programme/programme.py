"""A programme as one immutable value: records by id, and look-ups that an edit updates instead of rebuilding."""

from collections.abc import Iterable, Iterator, Mapping
import dataclasses
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final, Self, TypeVar, cast

from majlis.programme.records import (
    EVENT_ID,
    RECORDS,
    REFERENCES,
    Absence,
    Day,
    Edition,
    Event,
    Part,
    Person,
    Place,
    Placement,
    Record,
    Session,
    Span,
    Theme,
    Waiver,
)

AnyRecord = TypeVar("AnyRecord", bound=Record)
Table = Mapping[str, Record]
Index = Mapping[str, tuple[str, ...]]

NOTHING: Final[Index] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Programme:
    """All records of an event by table and id, and for each reference who names whom.

    `tables` is table → id → record. `users` is (table, field) → id named → ids of the records that name it.
    Make one with `Programme.of`, and the next one from it with `changed`; unchanged tables are shared.
    """

    tables: Mapping[str, Table]
    users: Mapping[tuple[str, str], Index] = dataclasses.field(compare=False, repr=False)

    @classmethod
    def of(cls, records: Iterable[Record] = ()) -> Self:
        """Make a programme of records in any order; without an `Event` among them it gets an empty one."""
        tables: dict[str, dict[str, Record]] = {table: {} for table in RECORDS}
        tables["events"][EVENT_ID] = Event()
        users: dict[tuple[str, str], dict[str, list[str]]] = {
            (table, name): {} for table, names in REFERENCES.items() for name in names
        }
        for record in records:
            tables[record.table][record.id] = record
        for table, fields in REFERENCES.items():
            for field in fields:
                index = users[table, field]
                for record in tables[table].values():
                    if (named := getattr(record, field)) is not None:
                        index.setdefault(named, []).append(record.id)
        frozen = {key: {named: tuple(ids) for named, ids in index.items()} for key, index in users.items()}
        return cls(tables, frozen)

    def changed(self, changes: Iterable[tuple[str, str, Record | None]]) -> Self:
        """Return the programme with each (table, id) holding the given record, or nothing where it is None."""
        tables = dict(self.tables)
        users = dict(self.users)
        copied: dict[str, dict[str, Record]] = {}
        copied_users: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
        for table, key, after in changes:
            if table not in copied:
                tables[table] = copied[table] = dict(self.tables[table])
            records = copied[table]
            before = records.pop(key, None) if after is None else records.get(key)
            if after is not None:
                records[key] = after
            for field in REFERENCES.get(table, ()):
                old = before and getattr(before, field)
                new = after and getattr(after, field)
                if old != new:
                    if (table, field) not in copied_users:
                        users[table, field] = copied_users[table, field] = dict(self.users[table, field])
                    _rename(copied_users[table, field], key, old, new)
        return type(self)(tables, users)

    def table(self, kind: type[AnyRecord]) -> Mapping[str, AnyRecord]:
        """Return the records of one kind by id."""
        return cast("Mapping[str, AnyRecord]", self.tables[kind.table])

    @property
    def event(self) -> Event:
        """The conference or festival itself."""
        return cast("Event", self.tables["events"][EVENT_ID])

    @property
    def days(self) -> Mapping[str, Day]:
        """The days of the event by id."""
        return self.table(Day)

    @property
    def places(self) -> Mapping[str, Place]:
        """The places by id."""
        return self.table(Place)

    @property
    def themes(self) -> Mapping[str, Theme]:
        """The themes by id."""
        return self.table(Theme)

    @property
    def sessions(self) -> Mapping[str, Session]:
        """The sessions by id."""
        return self.table(Session)

    @property
    def placements(self) -> Mapping[str, Placement]:
        """The placements by id."""
        return self.table(Placement)

    @property
    def people(self) -> Mapping[str, Person]:
        """The people by id."""
        return self.table(Person)

    @property
    def parts(self) -> Mapping[str, Part]:
        """The parts by id."""
        return self.table(Part)

    @property
    def absences(self) -> Mapping[str, Absence]:
        """The absences by id."""
        return self.table(Absence)

    @property
    def waivers(self) -> Mapping[str, Waiver]:
        """The waivers by id."""
        return self.table(Waiver)

    @property
    def editions(self) -> Mapping[str, Edition]:
        """The editions by id."""
        return self.table(Edition)

    def editions_in_order(self) -> tuple[Edition, ...]:
        """Return the editions in the order in which they were frozen."""
        return tuple(sorted(self.editions.values(), key=lambda edition: (edition.number, edition.at, edition.id)))

    def records(self) -> Iterator[Record]:
        """Yield every record, table by table."""
        for table in self.tables.values():
            yield from table.values()

    def find(self, key: str) -> Record | None:
        """Return the record with this id in whatever table, or None."""
        return next((table[key] for table in self.tables.values() if key in table), None)

    def naming(self, table: str, field: str, key: str) -> tuple[str, ...]:
        """Return the ids of the records of a table whose field names this id."""
        return self.users[table, field].get(key, ())

    def users_of(self, record: Record) -> Iterator[tuple[Record, str]]:
        """Yield each record that names this one, with the field by which it does."""
        for table, fields in REFERENCES.items():
            for field, target in fields.items():
                if target == record.table:
                    for key in self.naming(table, field, record.id):
                        yield self.tables[table][key], field

    def placements_of(self, session_id: str) -> tuple[Placement, ...]:
        """Return a session's placements in the order of their ids."""
        return tuple(self.placements[key] for key in sorted(self.naming("placements", "session_id", session_id)))

    def placements_in(self, place_id: str) -> tuple[Placement, ...]:
        """Return what is placed in a place, in no order."""
        return tuple(self.placements[key] for key in self.naming("placements", "place_id", place_id))

    def parts_of(self, session_id: str) -> tuple[Part, ...]:
        """Return who does what in a session, in the committee's order."""
        parts = (self.parts[key] for key in self.naming("parts", "session_id", session_id))
        return tuple(sorted(parts, key=lambda part: (part.position, part.id)))

    def parts_by(self, person_id: str) -> tuple[Part, ...]:
        """Return a person's parts, in no order."""
        return tuple(self.parts[key] for key in self.naming("parts", "person_id", person_id))

    def talks_of(self, session_id: str) -> tuple[Session, ...]:
        """Return the talks that a block holds, by their start and then by title."""
        talks = (self.sessions[key] for key in self.naming("sessions", "parent_id", session_id))
        return tuple(sorted(talks, key=lambda talk: (self.start_of(talk.id) or datetime.max, talk.title.best())))

    def start_of(self, session_id: str) -> datetime | None:
        """Return when a session starts first, or None where it has no time."""
        starts = [placed.start for placed in self.placements_of(session_id) if placed.start]
        return min(starts, default=None)

    def span_of(self, placement: Placement) -> Span | None:
        """Return from when until when a placement lasts, or None where it has no time."""
        if placement.start is None:
            return None
        return Span(placement.start, end_of(placement.start, self.sessions[placement.session_id].minutes))

    def blocks_of(self, session_id: str) -> tuple[str, ...]:
        """Return the ids of the blocks that hold a session, the nearest first; a circle ends where it closes."""
        blocks: list[str] = []
        at = self.sessions[session_id].parent_id
        while at is not None and at in self.sessions and at not in blocks:
            blocks.append(at)
            at = self.sessions[at].parent_id
        return tuple(blocks)

    def places_above(self, place_id: str) -> tuple[str, ...]:
        """Return the ids of the places that a place lies in, the nearest first."""
        above: list[str] = []
        at = self.places[place_id].parent_id
        while at is not None and at in self.places and at not in above:
            above.append(at)
            at = self.places[at].parent_id
        return tuple(above)

    def days_in_order(self) -> tuple[Day, ...]:
        """Return the days by date."""
        return tuple(sorted(self.days.values(), key=lambda day: (day.date, day.id)))

    def day_of(self, moment: datetime) -> Day | None:
        """Return the day whose hours hold this moment, else the one of its date, else None."""
        days = self.days_in_order()
        within = (day for day in days if day.start <= moment < day.end)
        return next(within, None) or next((day for day in days if day.date == moment.date()), None)

    def places_in_order(self) -> tuple[Place, ...]:
        """Return the places as a tree reads: each followed by those in it, by position and name."""
        return tuple(_tree(self.places, self.users["places", "parent_id"]))

    def themes_in_order(self) -> tuple[Theme, ...]:
        """Return the themes as a tree reads: each followed by those under it, by position and name."""
        return tuple(_tree(self.themes, self.users["themes", "parent_id"]))

    def dangling(self) -> Iterator[tuple[Record, str]]:
        """Yield each record that names one that is not there, with the field by which it does."""
        for table, fields in REFERENCES.items():
            for field, target in fields.items():
                there = self.tables[target]
                for named, keys in self.users[table, field].items():
                    if named not in there:
                        yield from ((self.tables[table][key], field) for key in keys)


def end_of(start: datetime, minutes: int) -> datetime:
    """Return when something ends; a length beyond the calendar ends with it."""
    try:
        return start + timedelta(minutes=minutes)
    except OverflowError:
        return datetime.max if minutes > 0 else datetime.min


def _rename(index: dict[str, tuple[str, ...]], key: str, old: str | None, new: str | None) -> None:
    if old is not None:
        rest = tuple(user for user in index[old] if user != key)
        if rest:
            index[old] = rest
        else:
            del index[old]
    if new is not None:
        index[new] = (*index.get(new, ()), key)


def _tree(records: Mapping[str, AnyRecord], children: Index) -> Iterator[AnyRecord]:
    def order(key: str) -> tuple[int, str, str]:
        record = cast("Place | Theme", records[key])
        return record.position, record.name.best(), key

    seen: set[str] = set()

    def walk(keys: Iterable[str]) -> Iterator[AnyRecord]:
        for key in sorted(keys, key=order):
            if key not in seen:
                seen.add(key)
                yield records[key]
                yield from walk(children.get(key, ()))

    tops = (key for key, record in records.items() if getattr(record, "parent_id", None) not in records)
    yield from walk(tops)
    yield from walk(key for key in records if key not in seen)  # what only a circle of parents holds
