"""A large made-up programme: as many sessions, people and places as the largest conferences have."""

from datetime import date, datetime, timedelta

from majlis.programme.programme import Programme
from majlis.programme.records import Day, Event, Part, Person, Place, Placement, Record, Session, Theme
from majlis.programme.texts import Texts

_WORDS = (
    *("bridge", "reed", "letter", "river", "scribe", "garden", "lantern"),
    *("courtyard", "margin", "ink", "verse", "echo", "threshold", "archive"),
)


def large_programme(sessions: int = 883, people: int = 927, places: int = 30) -> Programme:
    """Return a programme of that many records over two days, each title and name its own."""
    start = datetime(2027, 10, 21, 9)
    records: list[Record] = [Event(title=Texts(en="A Large Meeting"))]
    for number in range(2):
        day = start + timedelta(days=number)
        records.append(
            Day(id=f"day{number}", date=date(2027, 10, 21 + number), start=day, end=day.replace(hour=19))
        )
    records += [Place(id=f"place{n}", name=Texts(en=f"Room {n + 1}"), position=n) for n in range(places)]
    records += [Theme(id=f"theme{n}", name=Texts(en=f"Theme {n}"), position=n) for n in range(12)]
    records += [
        Person(id=f"person{n}", name=Texts(en=f"{_WORDS[n % 14].title()} {_WORDS[n % 13].title()}son {n}"))
        for n in range(people)
    ]
    for n in range(sessions):
        title = " ".join(_WORDS[(n * step) % 14] for step in (1, 3, 5)).capitalize() + f" number {n}"
        begins = start + timedelta(days=n % 2, minutes=30 * (n // (2 * places)))
        records += [
            Session(
                id=f"session{n}",
                title=Texts(en=title),
                abstract=Texts(en=" ".join(_WORDS[(n + k) % 14] for k in range(60))),
                theme_id=f"theme{n % 12}",
            ),
            Placement(
                id=f"session{n}@1", session_id=f"session{n}", place_id=f"place{n // 2 % places}", start=begins
            ),
            Part(id=f"part{n}", session_id=f"session{n}", person_id=f"person{n % people}"),
        ]
    return Programme.of(records)
