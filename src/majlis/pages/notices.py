"""What errata say at each door: a notice for each session that altered, where it is now and where it was."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from majlis.pages.alteration_words import AlterationWord
from majlis.programme.alterations import (
    Added,
    Alteration,
    Amended,
    DayAltered,
    Moved,
    Placed,
    Renamed,
    Revived,
    Slot,
    Unplaced,
    Withdrawn,
    alterations,
    by_session,
)
from majlis.programme.alterations.finding import slots_of
from majlis.programme.alterations.kinds import NOWHERE
from majlis.programme.alterations.telling import effective_slots
from majlis.programme.programme import Programme
from majlis.programme.records import Session

Status = AlterationWord | Literal["cancelled"]


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said of a session where people look for it.

    `slot` is when and where this notice stands, `status` what happened, in a word. `before` is where the session
    was, `now` where it went, None where that is not to be said; `items` are what else altered.
    """

    session: Session
    slot: Slot
    status: Status
    before: Slot | None = None
    now: Slot | None = None
    items: tuple[Alteration, ...] = ()


Doors = dict[date | None, dict[str | None, tuple[Notice, ...]]]
"""The notices by day, None for no time yet, and by place, None for no place yet."""


@dataclass(frozen=True, slots=True)
class Errata:
    """Everything that is to be read of what altered: at the doors, and what is about no session."""

    doors: Doors
    further: tuple[Alteration, ...]

    def __bool__(self) -> bool:
        return bool(self.doors or self.further)


def errata_of(old: Programme, new: Programme, shows: Callable[[Alteration], bool]) -> Errata:
    """Return what people should read who hold the old programme in their hands, as far as print `shows` it."""
    printed = [item for item in alterations(old, new) if shows(item) and not isinstance(item, Amended)]
    grouped = by_session(old, new, printed)
    further = tuple(item for item in grouped.pop(None, ()) if _is_further(item))
    notices = [each for key, items in grouped.items() if key for each in notices_of(old, new, key, items)]
    return Errata(_by_door(old, new, notices), further)


def notices_of(old: Programme, new: Programme, session_id: str, items: Sequence[Alteration]) -> Iterator[Notice]:
    """Yield the notices of one session: one at each slot where something altered, one at each that it left."""
    session = new.sessions.get(session_id) or old.sessions[session_id]
    if any(isinstance(item, Withdrawn) for item in items):
        for slot in effective_slots(old, session_id) or (NOWHERE,):
            yield Notice(session, slot, "cancelled")
        return
    slots = effective_slots(new, session_id) or (NOWHERE,)
    said = tuple(item for item in items if not isinstance(item, Moved | Placed | Unplaced))
    came = _came(items, slots, own=bool(slots_of(new, session_id)))
    for slot in slots:
        if said or slot in came:
            yield Notice(session, slot, _status(said, slot, came), came.get(slot), None, said)
    for item in items:
        match item:
            case Moved(before=before, after=after) if _door(new, before) != _door(new, after):
                yield Notice(session, before, "moved", now=after)
            case Unplaced(slot=slot) if slots_of(new, session_id):
                yield Notice(session, slot, "cancelled")
            case Unplaced(slot=slot):
                yield Notice(session, slot, "moved", now=slots[0])
            case _:
                pass


def _came(items: Sequence[Alteration], slots: Sequence[Slot], *, own: bool) -> dict[Slot, Slot | None]:
    """Return the slots that are new for a session, each with the one that it came from, or None."""
    came: dict[Slot, Slot | None] = {}
    for item in items:
        match item:
            case Moved(before=before, after=after):
                came[after] = before
            case Placed(slot=slot):
                came[slot] = None
            case Unplaced(slot=slot) if not own:
                came.setdefault(slots[0], slot)
            case _:
                pass
    return came


def _status(said: Sequence[Alteration], slot: Slot, came: dict[Slot, Slot | None]) -> Status:
    """Return in a word what happened to a session as it is held in a slot."""
    if any(isinstance(item, Added) for item in said):
        return "new"
    if any(isinstance(item, Revived) for item in said):
        return "revived"
    if slot not in came:
        return "changed"
    before = came[slot]
    if slot == NOWHERE:
        return "changed"
    if before is None or before.place_id == slot.place_id:
        return "new_time"
    return "new_place" if before.start == slot.start else "new_slot"


def _is_further(item: Alteration) -> bool:
    match item:
        case Renamed("places" | "people" | "days" | "events") | DayAltered():
            return True
        case _:
            return False


def _by_door(old: Programme, new: Programme, notices: Sequence[Notice]) -> Doors:
    places = (place.id for programme in (new, old) for place in programme.places_in_order())
    order = {key: number for number, key in enumerate(dict.fromkeys(places))}
    doors: dict[date | None, dict[str | None, list[Notice]]] = {}
    for notice in sorted(notices, key=lambda each: _sort_key(new, order, each)):
        day, place = _door(new, notice.slot)
        doors.setdefault(day, {}).setdefault(place, []).append(notice)
    return {day: {place: tuple(found) for place, found in some.items()} for day, some in doors.items()}


def _sort_key(new: Programme, order: dict[str, int], notice: Notice) -> tuple[date, int, datetime, str, str]:
    day, place = _door(new, notice.slot)
    start = notice.slot.start or datetime.max
    return day or date.max, order.get(place or "", -1), start, notice.session.title.best(), notice.session.id


def _door(programme: Programme, slot: Slot) -> tuple[date | None, str | None]:
    """Return the day and place of a slot; the hours after midnight belong to the day before."""
    if slot.start is None:
        return None, slot.place_id
    day = programme.day_of(slot.start)
    return (day.date if day else slot.start.date()), slot.place_id
