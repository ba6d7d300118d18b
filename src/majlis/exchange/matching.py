"""Which record of the programme is the one that a source tells of: by id, by key, by name."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TypeVar, cast

from majlis.exchange.folding import fold
from majlis.exchange.foreign_ids import guid_of, own_number
from majlis.exchange.told import Source, Told
from majlis.programme.ids import part_id, placement_id
from majlis.programme.programme import Programme
from majlis.programme.records import REFERENCES, Part, Person, Place, Placement, Record, Session, Theme
from majlis.programme.texts import Texts

Named = TypeVar("Named", Place, Theme, Person)
Judge = Callable[[Record, Record], bool]


class Matching:
    """The ids that a source's records have in a programme; a record of the programme is never taken for two."""

    def __init__(self, programme: Programme, source: Source) -> None:
        self._programme = programme
        self._source = source
        self._ids: dict[tuple[str, str], str] = {}
        self._taken: set[tuple[str, str]] = set()
        self._starts = _starts(source.placements)
        same_source = bool(source.event.acronym) and source.event.acronym == programme.event.acronym
        self._parents = {
            (told.record.table, told.record.id): told.record for told in (*source.places, *source.themes)
        }
        if source.of_majlis and same_source:
            self._match(_with_own_keys(source.places, programme), _keys, _always)
            self._match(_with_own_keys(source.themes, programme), _keys, _always)
        self._match(source.places, _names, self._same_branch)
        self._match(source.themes, _names, self._same_branch)
        self._match(source.people, _keys, _same_name)
        if same_source:
            self._match([one for one in source.people if one.record.id in source.trusted_people], _keys, _always)
        self._match(source.people, _names, _compatible_keys)
        if source.of_majlis:
            self._match(source.sessions, _keys, _same_title)
            self._match(source.sessions, _names, self._same_start)
            self._match(source.sessions, _names, self._one_unplaced)
        else:
            self._match(source.sessions, _keys, self._same_session)

    def record(self, record: Record) -> Record | None:
        """Return the programme's record that a told one is, or None where it is new."""
        here = self._ids.get((record.table, record.id))
        return None if here is None else self._programme.tables[record.table][here]

    def renamed(self, record: Record) -> Record:
        """Return a told record with the ids of the programme, its own and those that it names."""
        names = {
            field: self._id(target, named)
            for field, target in REFERENCES.get(record.table, {}).items()
            if (named := getattr(record, field)) is not None
        }
        return replace(record, id=self._id(record.table, record.id), **names)

    def placements(self, session_id: str, wanted: list[Placement]) -> Iterator[tuple[Placement | None, Placement]]:
        """Yield each told placement of a session with the programme's: the same one, else the next, else none."""
        there = list(self._programme.placements_of(session_id)) if session_id in self._programme.sessions else []
        taken = {placement.id for placement in there}
        left = list(wanted)
        for is_same in (_is_just_there, self._same_placement):
            for told in tuple(left):
                same = next((one for one in there if is_same(one, told)), None)
                if same is not None:
                    left.remove(told)
                    there.remove(same)
                    yield same, same
        for told in left:
            if there:
                here = there.pop(0)
                start, place_id = told.start or here.start, told.place_id or here.place_id
                yield here, replace(here, start=start, place_id=place_id)
            else:
                number = next(n for n in range(1, len(taken) + 2) if placement_id(session_id, n) not in taken)
                taken.add(placement_id(session_id, number))
                yield None, replace(told, id=placement_id(session_id, number))

    def parts(self, session_id: str, wanted: list[Told[Part]]) -> Iterator[tuple[Part | None, Part]]:
        """Yield each told part of a session with the programme's, in the source's order of people."""
        there = list(self._programme.parts_of(session_id)) if session_id in self._programme.sessions else []
        pairs: list[tuple[Part | None, Part]] = []
        for told in wanted:
            here = _part_here(there, told)
            if here is None:
                part = told.record
                pairs.append((None, replace(part, id=part_id(session_id, part.person_id, part.role))))
            else:
                there.remove(here)
                pairs.append((here, here))
        orders = [(after.position, after.id) for _, after in pairs]
        if orders == sorted(orders):
            yield from pairs
        else:
            yield from ((before, replace(after, position=at)) for at, (before, after) in enumerate(pairs))

    def _id(self, table: str, told_id: str) -> str:
        return self._ids.get((table, told_id), told_id)

    def _match(self, told: Iterable[Told[Record]], signs: Callable[[Record], set[str]], judge: Judge) -> None:
        records = [one.record for one in told if (one.record.table, one.record.id) not in self._ids]
        if not records:
            return
        here = self._programme.tables[records[0].table]
        by_guid = {guid_of(key): key for key in here}
        for record in records:
            self._take(record, here.get(record.id) or here.get(by_guid.get(record.id, "")))
        by_sign: dict[str, list[Record]] = defaultdict(list)
        for one in here.values():
            for sign in signs(one):
                by_sign[sign].append(one)
        for record in records:
            if (record.table, record.id) not in self._ids:
                found = (one for sign in sorted(signs(record)) for one in by_sign[sign] if judge(record, one))
                free = (one for one in found if (one.table, one.id) not in self._taken)
                self._take(record, min(free, key=lambda one: self._is_alias(record, one), default=None))

    def _is_alias(self, told: Record, here: Record) -> bool:
        """Say whether a record is called otherwise first of all, and only in another language as is told."""
        return fold(_called(here).best(self._programme.event.languages)) not in map(fold, _called(told).values())

    def _take(self, record: Record, here: Record | None) -> None:
        if here is not None and (here.table, here.id) not in self._taken:
            self._taken.add((here.table, here.id))
            self._ids[record.table, record.id] = here.id

    def _same_session(self, told: Record, here: Record) -> bool:
        return _same_title(told, here) or bool(self._starts_here(here) & self._starts.get(told.id, set()))

    def _same_start(self, told: Record, here: Record) -> bool:
        return _compatible_keys(told, here) and bool(self._starts_here(here) & self._starts.get(told.id, set()))

    def _one_unplaced(self, told: Record, here: Record) -> bool:
        placed = bool(self._starts_here(here)) and bool(self._starts.get(told.id))
        return _compatible_keys(told, here) and not placed

    def _starts_here(self, here: Record) -> set[datetime]:
        return {placed.start for placed in self._programme.placements_of(here.id) if placed.start is not None}

    def _same_branch(self, told: Record, here: Record) -> bool:
        """Say whether a place or theme may be the same: one that lies within another lies within the same one."""
        theirs = self._parents.get((told.table, getattr(told, "parent_id", None) or ""))
        ours = self._programme.tables[here.table].get(getattr(here, "parent_id", None) or "")
        if theirs is None or ours is None:
            return True
        return self._id(told.table, theirs.id) == ours.id or bool(_names(theirs) & _names(ours))

    def _same_placement(self, here: Placement, told: Placement) -> bool:
        if here.start != told.start:
            return False
        if told.place_id is None or told.place_id == here.place_id:
            return True
        return self._same_place(here.place_id, told.place_id)

    def _same_place(self, here: str | None, told: str) -> bool:
        places = self._programme.places
        if here is None or told not in places:
            return False
        return bool(_names(places[here]) & _names(places[told]))


def _with_own_keys(told: Iterable[Told[Record]], programme: Programme) -> list[Told[Record]]:
    """Return the told places or themes whose key nothing else has, neither in the source nor in the programme."""
    told = list(told)
    theirs = Counter(key for one in told for key in _keys(one.record))
    tables = {one.record.table for one in told}
    ours = Counter(key for table in tables for one in programme.tables[table].values() for key in _keys(one))
    return [one for one in told if all(theirs[key] == 1 and ours[key] <= 1 for key in _keys(one.record))]


def _is_just_there(here: Placement, told: Placement) -> bool:
    return (here.start, here.place_id) == (told.start, told.place_id)


def _starts(placements: Iterable[Placement]) -> dict[str, set[datetime]]:
    starts: dict[str, set[datetime]] = defaultdict(set)
    for placement in placements:
        if placement.start is not None:
            starts[placement.session_id].add(placement.start)
    return starts


def _part_here(there: list[Part], told: Told[Part]) -> Part | None:
    theirs = [part for part in there if part.person_id == told.record.person_id]
    if "role" not in told.fields:
        return next(iter(theirs), None)
    return next((part for part in theirs if part.role == told.record.role), None)


def _names(record: Record) -> set[str]:
    return {folded for name in _called(record).values() if (folded := fold(name))}


def _called(record: Record) -> Texts:
    return record.title if isinstance(record, Session) else cast("Place | Theme | Person", record).name


def _keys(record: Record) -> set[str]:
    key = cast("Session | Person | Place | Theme", record).key
    return {key} if key else set()


def _always(_told: Record, _here: Record) -> bool:
    return True


def _same_title(told: Record, here: Record) -> bool:
    return bool(_names(told) & _names(here))


def _same_name(told: Record, here: Record) -> bool:
    return bool(_names(told) & _names(here))


def _compatible_keys(told: Record, here: Record) -> bool:
    told_key, here_key = cast("Person | Session", told).key, cast("Person | Session", here).key
    if not told_key or not here_key or told_key == here_key:
        return True
    return (own_number(told_key) is None) != (own_number(here_key) is None)
