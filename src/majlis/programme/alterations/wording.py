"""Alterations in English sentences, with the names and the old and new values of what they are about."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from majlis.programme.alterations.kinds import (
    Added,
    Alteration,
    Amended,
    DayAltered,
    HeldAlteration,
    Joined,
    Left,
    Moved,
    Placed,
    Recast,
    Regrouped,
    Renamed,
    Resized,
    Revived,
    Slot,
    Unplaced,
    Withdrawn,
)
from majlis.programme.alterations.telling import effective_slots
from majlis.programme.edits.records import SINGULAR
from majlis.programme.journal.wording import field_in_words
from majlis.programme.names import UNTITLED, name_of
from majlis.programme.programme import Programme
from majlis.programme.records import Day, Record
from majlis.programme.texts import Texts

DayWords = Callable[[date], str]


@dataclass(frozen=True, slots=True)
class Wording:
    """Says alterations between two programmes; names are the later ones, `day_words` says a day."""

    old: Programme
    new: Programme
    day_words: DayWords = date.isoformat

    def sentence(self, item: Alteration) -> str:
        """Return an alteration as a sentence of its own."""
        match item:
            case Renamed(table, _, before, after):
                return self._renamed(table, before, after)
            case DayAltered(_, before, after):
                return self._day(before, after)
            case Amended(table, key, done, fields):
                said = " and ".join(field_in_words(name).lower() for name in fields)
                return f"{self._called(table, key)} was {done}{f' ({said})' if said else ''}."
            case Joined() | Left() | Recast():
                return self._person(item)
            case _:
                return self._session(item)

    def mark(self, item: Alteration) -> str:
        """Return an alteration in a few words, as they stand beside a session; "" for what a mark leaves out."""
        match item:
            case Added():
                return "new"
            case Revived():
                return "takes place after all"
            case Placed():
                return "new at this time"
            case Moved(before=before, after=after):
                return f"moved from {self._apart(before, after)}"
            case Resized(before=minutes):
                return f"lasted {minutes} min"
            case _:
                return ""

    def session(self, session_id: str) -> str:
        """Return a session's title in quotation marks."""
        return f"“{self.name('sessions', session_id)}”"

    def name(self, table: str, key: str) -> str:
        """Return what a record is called, or was called where it has gone."""
        for programme in (self.new, self.old):
            if key in programme.tables[table]:
                return name_of(programme, programme.tables[table][key])
        return UNTITLED

    def slot(self, slot: Slot) -> str:
        """Return a time and place in words."""
        return f"{self._when(slot)}, {self.place(slot.place_id)}"

    def place(self, place_id: str | None) -> str:
        """Return what a place is called, or that there is none yet."""
        return self.name("places", place_id) if place_id else "no place yet"

    def _session(self, item: HeldAlteration) -> str:
        title = self.session(item.session_id)
        match item:
            case Added(_, slots):
                return f"{title} is new: {self._slots(slots)}."
            case Withdrawn(_, slots, cancelled):
                done = "is cancelled" if cancelled else "was taken out of the programme"
                return f"{title} {done}; it was to be {self._slots(slots)}."
            case Revived(_, slots):
                return f"{title} takes place after all: {self._slots(slots)}."
            case Moved():
                return f"{title} moved {self._way(item)}."
            case Placed(_, _, slot):
                return f"{title} is now at {self.slot(slot)}."
            case Unplaced(_, slot):
                return f"{title} is no longer at {self.slot(slot)}."
            case Resized(key, before, after):
                slots = effective_slots(self.new, key)
                return f"{title} lasts {after} minutes instead of {before} ({self._slots(slots)})."
            case Regrouped(_, before, after):
                return f"{title} {self._regrouped(before, after)}."

    def _person(self, item: Joined | Left | Recast) -> str:
        title, name = self.session(item.session_id), self.name("people", item.person_id)
        match item:
            case Joined(roles=roles):
                return f"{name} joins {title} as {_listed(roles)}."
            case Left(roles=roles):
                return f"{name} is no longer {_listed(roles)} of {title}."
            case Recast(before=before, after=after):
                return f"{name} is {_listed(after)} instead of {_listed(before)} of {title}."

    def _way(self, item: Moved) -> str:
        before, after = item.before, item.after
        if not item.in_time:
            at = f" ({self._at(after.start)})" if after.start else ""
            return f"from {self.place(before.place_id)} to {self.place(after.place_id)}{at}"
        if item.in_place:
            return f"from {self.slot(before)} to {self._when(after, before)}, {self.place(after.place_id)}"
        there = f" ({self.place(after.place_id)})" if after.place_id else ""
        return f"from {self._when(before)} to {self._when(after, before)}{there}"

    def _apart(self, slot: Slot, other: Slot) -> str:
        """Return what of a slot differs from another one."""
        said = [self._when(slot, other)] if slot.start != other.start else []
        if slot.place_id != other.place_id:
            said.append(self.place(slot.place_id))
        return ", ".join(said)

    def _when(self, slot: Slot, beside: Slot | None = None) -> str:
        """Return the time of a slot, without the day where it is that of the slot beside it."""
        if slot.start is None:
            return "no time yet"
        same_day = beside and beside.start and beside.start.date() == slot.start.date()
        return f"{slot.start:%H:%M}" if same_day else self._at(slot.start)

    def _slots(self, slots: tuple[Slot, ...]) -> str:
        return " and ".join(self.slot(slot) for slot in slots) or "without a time yet"

    def _at(self, moment: datetime) -> str:
        return f"{self.day_words(moment.date())} {moment:%H:%M}"

    def _regrouped(self, before: str | None, after: str | None) -> str:
        if after is None:
            return f"is no longer part of {self.session(before or '')}"
        instead = f" instead of {self.session(before)}" if before else ""
        return f"is part of {self.session(after)}{instead}"

    def _renamed(self, table: str, before: Texts, after: Texts) -> str:
        languages = dict.fromkeys((*self.new.event.languages, *before, *after))
        changed = [each for each in languages if before.get(each) != after.get(each)]
        several = len(before) > 1 or len(after) > 1
        said = [_renamed_in(before, after, each, f" ({each})" if several else "") for each in changed]
        return f"{SINGULAR[table].capitalize()} {', '.join(said)}."

    def _day(self, before: Day | None, after: Day | None) -> str:
        if before is None or after is None:
            record = after or before
            said = self.day_words(record.date) if record else ""
            return f"{said} is {'a day' if after else 'no longer a day'} of the event."
        same = before.date == after.date
        was = _hours(before) if same else f"{self.day_words(before.date)} {_hours(before)}"
        return f"{self.day_words(after.date)} is {_hours(after)} instead of {was}."

    def _called(self, table: str, key: str) -> str:
        for programme in (self.new, self.old):
            record: Record | None = programme.tables[table].get(key)
            if record is not None:
                return f"{SINGULAR[table].capitalize()} “{name_of(programme, record)}”"
        return SINGULAR[table].capitalize()


def sentences(
    old: Programme, new: Programme, items: Iterable[Alteration], day_words: DayWords = date.isoformat
) -> tuple[str, ...]:
    """Return alterations as sentences."""
    wording = Wording(old, new, day_words)
    return tuple(wording.sentence(item) for item in items)


def _hours(day: Day) -> str:
    return f"{day.start:%H:%M}–{day.end:%H:%M}"


def _listed(roles: tuple[str, ...]) -> str:
    return " and ".join(role.replace("_", " ") for role in roles)


def _renamed_in(before: Texts, after: Texts, language: str, tag: str) -> str:
    if language not in before:
        return f"“{before.best() or '–'}” is now also called “{after[language]}”{tag}"
    if language not in after:
        return f"“{before[language]}”{tag} was taken away"
    return f"“{before[language]}” is now “{after[language]}”{tag}"
