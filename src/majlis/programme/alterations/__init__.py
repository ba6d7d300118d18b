"""What altered between the programme as it was given out and the programme as it is.

`kinds` has a value for each way in which a programme alters, `finding` compares two programmes, `telling` groups
what it found by session, by place, and by the people who have to hear of it, `wording` says it in English
sentences. All are pure functions of two programmes: they know nothing of files, of the journal and of paper.
"""

from majlis.programme.alterations.finding import alterations, session_alterations
from majlis.programme.alterations.kinds import (
    Added,
    Alteration,
    Amended,
    DayAltered,
    Joined,
    Left,
    Moved,
    Placed,
    Recast,
    Regrouped,
    Renamed,
    Resized,
    Revived,
    SessionAlteration,
    Slot,
    Unplaced,
    Withdrawn,
)
from majlis.programme.alterations.telling import Told, by_place, by_session, people_to_tell

__all__ = [
    "Added",
    "Alteration",
    "Amended",
    "DayAltered",
    "Joined",
    "Left",
    "Moved",
    "Placed",
    "Recast",
    "Regrouped",
    "Renamed",
    "Resized",
    "Revived",
    "SessionAlteration",
    "Slot",
    "Told",
    "Unplaced",
    "Withdrawn",
    "alterations",
    "by_place",
    "by_session",
    "people_to_tell",
    "session_alterations",
]
