"""Turns what a source tells into one edit of the present programme: it adds and updates, and never deletes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from majlis.exchange.doubts import Doubts
from majlis.exchange.foreign_ids import acronym_for_others
from majlis.exchange.matching import Matching
from majlis.exchange.merging import merged
from majlis.exchange.told import Source, Told
from majlis.programme.edits.edit import Change, Edit
from majlis.programme.programme import Programme
from majlis.programme.records import Event, Part, Placement, Record

TABLES = ("events", "days", "places", "themes", "sessions", "placements", "people", "parts")
"""The tables that a source can tell of."""

_NAMING = ("title", "subtitle", "acronym", "venue", "city", "url")
"""The fields of an event of which any makes it somebody's; a source leaves it alone then."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An edit, and how many records of each table it adds, updates and finds as they are."""

    edit: Edit
    added: dict[str, int]
    updated: dict[str, int]
    unchanged: dict[str, int]


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
        self._changes: list[Change] = []
        self._counts: dict[str, Counter[str]] = {table: Counter() for table in TABLES}

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
        counts = {
            what: {table: counted[what] for table, counted in self._counts.items()}
            for what in ("added", "updated", "unchanged")
        }
        return Taken(Edit(label, tuple(self._changes)), counts["added"], counts["updated"], counts["unchanged"])

    def _change(self, before: Record | None, after: Record) -> None:
        if before is None:
            self._counts[after.table]["added"] += 1
        elif before == after:
            self._counts[after.table]["unchanged"] += 1
            return
        else:
            self._counts[after.table]["updated"] += 1
        self._changes.append(Change(before, after))

    def _event(self, event: Event) -> None:
        present = self._programme.event
        if not self._programme.sessions and not any(getattr(present, field) for field in _NAMING):
            self._change(present, replace(event, weekend=present.weekend))
            if present == Event():  # what every programme begins with is nobody's event yet
                counted = self._counts["events"]
                counted["added"], counted["updated"] = counted["updated"], 0
            return
        self._counts["events"]["unchanged"] += 1
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
            self._change(here, here or day)

    def _told(self, records: Iterable[Told[Record]]) -> None:
        for told in records:
            record = told.record
            here = self._matching.record(record)
            if here is None:
                self._change(None, self._matching.renamed(record))
            else:
                self._change(here, merged(self._programme, here, self._matching.renamed(record), told.fields))

    def _placements(self) -> None:
        by_session: dict[str, list[Placement]] = {}
        for placement in self._source.placements:
            renamed = cast("Placement", self._matching.renamed(placement))
            by_session.setdefault(renamed.session_id, []).append(renamed)
        for session_id, wanted in by_session.items():
            for before, after in self._matching.placements(session_id, wanted):
                self._change(before, after)

    def _parts(self) -> None:
        by_session: dict[str, list[Told[Part]]] = {}
        for told in self._source.parts:
            part = cast("Part", self._matching.renamed(told.record))
            by_session.setdefault(part.session_id, []).append(replace(told, record=part))
        for session_id, wanted in by_session.items():
            for before, after in self._matching.parts(session_id, wanted):
                self._change(before, after)
