"""The ways in which a programme alters, each a value with what was before and what is now.

Ids name records of the later programme, or of the earlier one where the record has gone.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from majlis.programme.records import Day
from majlis.programme.texts import Texts


@dataclass(frozen=True, slots=True)
class Slot:
    """A time and a place, either of which may be open."""

    start: datetime | None
    place_id: str | None


NOWHERE: Final = Slot(None, None)
"""The slot of what has neither time nor place."""


@dataclass(frozen=True, slots=True)
class Added:
    """A session that is new, held in these slots."""

    session_id: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A session that is not held any more; it was in these slots. `cancelled` ones still stand in print."""

    session_id: str
    slots: tuple[Slot, ...]
    cancelled: bool


@dataclass(frozen=True, slots=True)
class Revived:
    """A session that was cancelled and is held after all, in these slots."""

    session_id: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A session that is held at another time, in another place, or both; `placement_id` is the one that moved."""

    session_id: str
    placement_id: str
    before: Slot
    after: Slot

    @property
    def in_time(self) -> bool:
        """Whether it is held at another time."""
        return self.before.start != self.after.start

    @property
    def in_place(self) -> bool:
        """Whether it is held in another place."""
        return self.before.place_id != self.after.place_id


@dataclass(frozen=True, slots=True)
class Placed:
    """A session that was there already and got a slot, or is held once more."""

    session_id: str
    placement_id: str
    slot: Slot


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A session that lost a slot."""

    session_id: str
    slot: Slot


@dataclass(frozen=True, slots=True)
class Resized:
    """A session that is longer or shorter, in minutes."""

    session_id: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Regrouped:
    """A talk that another block holds, or none any more; the ids of the blocks."""

    session_id: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody who takes part in a session now, in these roles."""

    session_id: str
    person_id: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody who does not take part in a session any more; they had these roles."""

    session_id: str
    person_id: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recast:
    """Somebody who has other roles in a session."""

    session_id: str
    person_id: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Renamed:
    """A session, place, theme, person, day or event that is called otherwise in some language."""

    table: str
    id: str
    before: Texts
    after: Texts


@dataclass(frozen=True, slots=True)
class DayAltered:
    """A day of the event that is new, is gone, or has other hours or another date."""

    day_id: str
    before: Day | None
    after: Day | None


@dataclass(frozen=True, slots=True)
class Amended:
    """Any other difference of a record; `fields` are those that changed, none where it was added or removed."""

    table: str
    id: str
    done: Literal["added", "removed", "changed"]
    fields: tuple[str, ...] = ()


HeldAlteration = Added | Withdrawn | Revived | Moved | Placed | Unplaced | Resized | Regrouped
SessionAlteration = HeldAlteration | Joined | Left | Recast
Alteration = SessionAlteration | Renamed | DayAltered | Amended
