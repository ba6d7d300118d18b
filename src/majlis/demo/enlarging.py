"""The demo at festival size: more days, a second house, and hundreds of sessions made from word lists."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import cycle
from random import Random
from typing import Final

from majlis.demo.guests import guests
from majlis.demo.material import Material, Row, chance, read_rows, spans_of
from majlis.demo.wording import Wording
from majlis.programme.kinds import kind
from majlis.programme.plain import plain_time

_SESSIONS: Final = 600
_PAPERS: Final = 3
"""The papers of a block."""

_FRIDAY: Final = 4
_SLOTS: Final = ((time(9, 15), 75), (time(11), 75), (time(14, 30), 75), (time(16, 30), 75))
_FRIDAY_SLOTS: Final = ((time(9, 15), 75), (time(11), 60), (time(14, 45), 60), (time(16, 30), 75))
_EVENING: Final = (time(20, 15), 75)
"""When sessions are held, and how many minutes; all prayers lie between."""

_BY_DAY: Final = (
    "paper_session", "panel", "lecture", "paper_session", "workshop", "dialogue", "paper_session", "talk",
    "reading", "paper_session", "book_launch",
)  # fmt: skip
_BY_NIGHT: Final = ("performance", "reading", "film", "poetry")
_MOST_BY_NIGHT: Final = 2
_PARTS: Final[dict[str, tuple[str, ...]]] = {
    "paper_session": ("chair",),
    "paper": ("speaker",),
    "panel": ("panellist", "panellist", "panellist", "moderator"),
    "lecture": ("speaker", "chair"),
    "workshop": ("host", "speaker"),
    "dialogue": ("panellist", "panellist", "moderator"),
    "talk": ("speaker",),
    "reading": ("reader", "reader", "host"),
    "book_launch": ("author", "host"),
    "performance": ("performer", "performer", "performer"),
    "film": ("director", "host"),
    "poetry": ("reader", "reader", "reader", "host"),
}
_LANGUAGES: Final = (["en"], ["en", "ar"], ["fr", "ar"], ["ar"], ["en", "fr"], ["fr"])


@dataclass(slots=True)
class _Slot:
    """A stretch of a day with the places and themes that are still free in it; `evening` wants other kinds."""

    start: datetime
    minutes: int
    places: list[Row]
    themes: list[str]
    evening: bool


@dataclass(slots=True)
class _Company:
    """The guests in turn; nobody is asked twice on a day."""

    queue: deque[str]
    busy: set[tuple[str, date]] = field(default_factory=set[tuple[str, date]])

    def ask(self, day: date) -> str:
        while (self.queue[0], day) in self.busy:
            self.queue.rotate(-1)
        key = self.queue[0]
        self.queue.rotate(-1)
        self.busy.add((key, day))
        return key


def enlarged(core: Material, seed: int) -> Material:
    """Return the core with five more days, a second house, guests, and sessions up to six hundred."""
    words = read_rows("words")
    dice = chance(seed, "enlarging")
    first = date.fromisoformat(core.days[-1]["date"]) + timedelta(days=1)
    days = tuple(
        {**core.days[-1], **row, "date": str(first + timedelta(days=number))}
        for number, row in enumerate(words["days"])
    )
    added = replace(
        core,
        days=(*core.days, *days),
        places=(*core.places, *words["places"]),
        themes=(*core.themes, *words["themes"]),
        sessions=tuple(_every_day(row, core, days) for row in core.sessions),
        people=(*core.people, *guests(words["trades"], dice)),
    )
    company = _Company(deque(row["id"] for row in added.people[len(core.people) :]))
    slots = [slot for day in added.dates for slot in _slots(day, added, core, dice)]
    made = _sessions(slots, company, Wording(words, dice), _SESSIONS - len(core.sessions))
    return replace(added, sessions=(*added.sessions, *made))


def _every_day(row: Row, core: Material, days: tuple[Row, ...]) -> Row:
    """Return what is held on each day (meals, prayers, the exhibition) with the added days too."""
    again = [start for start in row["start"] if start.startswith(core.days[-1]["date"])]
    if len(row["start"]) < 2 or not (kind(row["kind"]).service or row["kind"] == "exhibition"):
        return row
    return {**row, "start": [*row["start"], *(f"{day['date']}{start[10:]}" for day in days for start in again)]}


def _slots(day: date, material: Material, core: Material, dice: Random) -> Iterator[_Slot]:
    second_house = [place for place in material.places[len(core.places) :] if "parent" in place]
    rooms = [place for place in core.places if place["id"] in {"hall", "cedar", "library"}]
    by_day = second_house if day in core.dates else second_house + rooms
    usual = _FRIDAY_SLOTS if day.weekday() == _FRIDAY else _SLOTS
    for clock, minutes in (*usual, _EVENING):
        start, evening = datetime.combine(day, clock), (clock, minutes) == _EVENING
        taken = _themes_at(core, start, start + timedelta(minutes=minutes))
        themes = [theme["id"] for theme in material.themes if theme["id"] not in taken]
        places = dice.sample(second_house, _MOST_BY_NIGHT) if evening else dice.sample(by_day, len(by_day))
        yield _Slot(start, minutes, places, dice.sample(themes, len(themes)), evening)


def _themes_at(core: Material, start: datetime, end: datetime) -> set[str]:
    """Return the themes that something by hand is held about meanwhile."""
    themed = [row for row in core.sessions if "theme" in row]
    return {row["theme"] for row in themed for since, until in spans_of(row) if since < end and start < until}


def _sessions(slots: list[_Slot], company: _Company, wording: Wording, count: int) -> list[Row]:
    """Return so many rows, one more in each slot by turns, so that the days are alike."""
    made: list[Row] = []
    by_day, by_night = cycle(_BY_DAY), cycle(_BY_NIGHT)
    for slot in cycle(slots):
        if len(made) == count:
            return made
        if not (slot.places and slot.themes):
            continue
        wanted = next(by_night if slot.evening else by_day)
        if wanted == "paper_session" and count - len(made) <= _PAPERS:
            wanted = "talk"
        made += _held(f"large{len(made) + 1}", wanted, slot, company, wording)
    return made


def _held(key: str, wanted: str, slot: _Slot, company: _Company, wording: Wording) -> Iterator[Row]:
    """Yield the row of a session in a free place, with its papers where it is a block."""
    place, theme = slot.places.pop(), slot.themes.pop()
    day, start = slot.start.date(), slot.start
    languages = wording.dice.choice(_LANGUAGES)
    audience = [place["seats"] // 2, place["seats"] * 9 // 10]

    def row(own: str, of: str, begins: datetime, minutes: int) -> Row:
        people = [[company.ask(day), role] for role in _PARTS[of]]
        at: Row = {"place": place["id"], "start": [plain_time(begins)], "minutes": minutes, "expected": audience}
        texts: Row = {"title": wording.title(theme), "abstract": wording.abstract(), "languages": languages}
        return {"id": own, "kind": of, "theme": theme, "people": people, **at, **texts}

    minutes = slot.minutes if wanted == "paper_session" else min(slot.minutes, kind(wanted).minutes)
    yield row(key, wanted, start, minutes)
    if wanted == "paper_session":
        each = slot.minutes // _PAPERS
        for number in range(_PAPERS):
            talk = row(f"{key}paper{number + 1}", "paper", start + timedelta(minutes=each * number), each)
            yield {**talk, "parent": key}
