"""Arbitrary programmes for the laws: any records and texts that a file may hold, and no dangling reference."""

from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from majlis.programme.ids import part_id, placement_id
from majlis.programme.plain import field_types
from majlis.programme.programme import Programme
from majlis.programme.records import (
    EVENT_ID,
    Absence,
    Day,
    Event,
    Link,
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
from majlis.programme.texts import Texts

LANGUAGES: tuple[str, ...] = ("ar", "en", "fa", "fr", "tr", "ur")
letters = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs"), exclude_characters="\ufffe\uffff")
lines = st.text(letters, min_size=1, max_size=12).map(str.strip)
texts = st.builds(Texts, st.dictionaries(st.sampled_from(LANGUAGES), lines, max_size=3))
times = st.integers(0, 3 * 24 * 12).map(lambda step: datetime(2027, 10, 21) + timedelta(minutes=5 * step))
spans = st.tuples(times, st.integers(5, 600)).map(lambda at: Span(at[0], at[0] + timedelta(minutes=at[1])))
words = st.sampled_from(("", "de", "en", "bell", "screen"))

VALUES: dict[object, st.SearchStrategy[Any]] = {
    str: lines | st.just(""),
    int: st.integers(0, 600),
    bool: st.booleans(),
    Texts: texts,
    date: times.map(datetime.date),
    datetime: times,
    str | None: st.none() | lines,
    int | None: st.none() | st.integers(0, 5_000),
    datetime | None: st.none() | times,
    tuple[str, ...]: st.lists(words, max_size=3, unique=True).map(tuple),
    tuple[int, ...]: st.lists(st.integers(1, 7), max_size=3, unique=True).map(tuple),
    tuple[Span, ...]: st.lists(spans, max_size=2).map(tuple),
    tuple[Link, ...]: st.lists(st.builds(Link, lines, lines), max_size=2).map(tuple),
}


def records(kind: type[Record], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return a strategy of one kind of record, each field by its type unless it is fixed."""
    types = field_types(kind.table)
    made = {field.name: VALUES[types[field.name]] for field in fields(kind) if field.name not in fixed}
    return st.builds(kind, **made, **fixed)


def _some(
    kind: type[Record], name: str, count: int, **fixed: st.SearchStrategy[Any]
) -> st.SearchStrategy[list[Any]]:
    ids = [f"{name}{number}" for number in range(count)]
    several = st.tuples(*(records(kind, id=st.just(key), **fixed) for key in ids))
    return st.tuples(several, st.integers(0, count)).map(lambda made: list(made[0][: made[1]]))


def _ids(made: list[Any]) -> st.SearchStrategy[Any]:
    return st.sampled_from([record.id for record in made])


def _named(made: list[Any]) -> st.SearchStrategy[Any]:
    return st.none() | _ids(made) if made else st.none()


@st.composite
def programmes(draw: st.DrawFn, size: int = 4) -> Programme:
    """Return an arbitrary programme of up to `size` records a table."""
    event = draw(records(Event, id=st.just(EVENT_ID), zone=st.just("Asia/Qatar"), languages=st.just(("en", "ar"))))
    made: list[Record] = [event, *draw(_some(Day, "day", 2))]
    places = draw(_some(Place, "place", size, parent_id=st.none(), zone=st.just("")))
    themes = draw(_some(Theme, "theme", size, parent_id=st.none()))
    people = draw(_some(Person, "person", size))
    sessions = draw(_some(Session, "session", size, theme_id=_named(themes), parent_id=st.none()))
    made += [*places, *themes, *people, *sessions]
    for session in sessions:
        count = draw(st.integers(0, 2))
        made += [
            draw(
                records(
                    Placement,
                    id=st.just(placement_id(session.id, number + 1)),
                    session_id=st.just(session.id),
                    place_id=_named(places),
                )
            )
            for number in range(count)
        ]
    if sessions and people:
        pairs = st.tuples(_ids(sessions), _ids(people), st.sampled_from(("speaker", "chair")))
        made += [
            draw(
                records(
                    Part,
                    id=st.just(part_id(*pair)),
                    session_id=st.just(pair[0]),
                    person_id=st.just(pair[1]),
                    role=st.just(pair[2]),
                )
            )
            for pair in draw(st.lists(pairs, max_size=size, unique=True))
        ]
    made += draw(_some(Absence, "absence", 2, person_id=_named(people), place_id=_named(places)))
    made += draw(_some(Waiver, "waiver", 1))
    return Programme.of(made)
