"""Turns what a source tells into one edit of the present programme: it adds and updates, and never deletes."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from majlis.exchange.doubts import Doubts
from majlis.exchange.foreign_ids import acronym_for_others
from majlis.exchange.matching import Matching
from majlis.exchange.merging import merged
from majlis.exchange.taken import Pair, Taken, taken_of, without_circles
from majlis.exchange.told import Source, Told
from majlis.programme.programme import Programme
from majlis.programme.records import Absence, Event, Part, Placement, Record

TABLES = ("events", "days", "places", "themes", "sessions", "placements", "people", "parts")
"""The tables that every source can tell of."""

_NAMING = ("title", "subtitle", "acronym", "venue", "city", "url")
"""The fields of an event of which any makes it somebody's; a source leaves it alone then."""


def is_nobodys(programme: Programme) -> bool:
    """Say whether a programme has neither sessions nor the name of an event, so that it takes on any."""
    return not programme.sessions and not any(getattr(programme.event, field) for field in _NAMING)


def take_in(programme: Programme, source: Source, label: str, doubts: Doubts) -> Taken:
    """Return the edit that brings a programme what a source tells."""
    return _Intake(programme, source, doubts).taken(label)


class _Intake:
    """Collects the changes of one source, table by table, each record under the id that it has here."""

    def __init__(self, programme: Programme, source: Source, doubts: Doubts) -> None:
        self._programme = programme
        self._source = source
        self._doubts = doubts
        self._matching = Matching(programme, source)
        self._pairs: list[Pair] = []
        self._keys: dict[str, set[str]] = {}

    def taken(self, label: str) -> Taken:
        """Return all changes, with what is named before what names it."""
        source = self._source
        self._event(source.event)
        self._days()
        self._told(source.places)
        self._told(source.themes)
        self._told(source.people)
        self._told(source.sessions)
        self._placements()
        self._parts()
        self._absences()
        tables = (*TABLES, "absences") if source.of_majlis else TABLES
        return taken_of(label, without_circles(self._programme, self._pairs), tables, self._doubts)

    def _event(self, event: Event) -> None:
        present = self._programme.event
        if is_nobodys(self._programme):
            weekend = event.weekend if self._source.of_majlis else present.weekend
            self._pairs.append((present, replace(event, weekend=weekend)))
            return
        self._pairs.append((present, present))
        if (
            event.acronym
            and present.acronym
            and acronym_for_others(event.acronym) != acronym_for_others(present.acronym)
        ):
            self._doubts.add(
                "event",
                "conference",
                f"is {event.acronym}, but this programme is {present.acronym}; it was brought in all the same",
            )

    def _days(self) -> None:
        there = {day.date: day for day in self._programme.days_in_order()}
        for day in self._source.days:
            here = there.get(day.date) or self._programme.days.get(day.id)
            self._pairs.append((here, here or day))

    def _told(self, records: Iterable[Told[Record]]) -> None:
        for told in records:
            record = told.record
            here = self._matching.record(record)
            after = self._matching.renamed(record)
            if here is not None:
                fields = told.fields - self._fields_of_others(record)
                after = merged(self._programme, here, after, fields, keeps_names=self._source.of_majlis)
            self._pairs.append((here, after))

    def _fields_of_others(self, told: Record) -> set[str]:
        """Return the key where a source that is a programme has one by which another record is known here."""
        if not self._source.of_majlis:
            return set()
        records = self._programme.tables[told.table].values()
        keys = self._keys.setdefault(told.table, {getattr(one, "key", "") for one in records})
        return {"key"} if getattr(told, "key", "") in keys else set()

    def _placements(self) -> None:
        by_session: dict[str, list[Placement]] = {}
        for placement in self._source.placements:
            renamed = cast("Placement", self._matching.renamed(placement))
            by_session.setdefault(renamed.session_id, []).append(renamed)
        for session_id, wanted in by_session.items():
            self._pairs.extend(self._matching.placements(session_id, wanted))

    def _parts(self) -> None:
        by_session: dict[str, list[Told[Part]]] = {}
        for told in self._source.parts:
            part = cast("Part", self._matching.renamed(told.record))
            by_session.setdefault(part.session_id, []).append(replace(told, record=part))
        for session_id, wanted in by_session.items():
            self._pairs.extend(self._matching.parts(session_id, wanted))

    def _absences(self) -> None:
        there = {
            (one.person_id, one.place_id, one.start, one.end): one for one in self._programme.absences.values()
        }
        for absence in self._source.absences:
            told = cast("Absence", self._matching.renamed(absence))
            same = there.get((told.person_id, told.place_id, told.start, told.end))
            here = self._programme.absences.get(told.id)
            self._pairs.append((same, same) if same else (here, told))
