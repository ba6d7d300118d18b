"""Another event of Majlis taken in: nothing is doubled, nothing deleted, and a second time nothing comes."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from example import EVENT, HALL, LEILA, OPENING, POETRY, READING, THURSDAY, YUSUF, example
from majlis.document import Document
from majlis.exchange.doubts import Doubts
from majlis.exchange.folding import fold
from majlis.exchange.formats import read_other
from majlis.exchange.other_event import take_programme
from majlis.exchange.pictures import picture_of
from majlis.programme.edits.edit import apply
from majlis.programme.ids import placement_id
from majlis.programme.programme import Programme
from majlis.programme.records import (
    REFERENCES,
    Absence,
    Edition,
    Event,
    Part,
    Person,
    Place,
    Placement,
    Record,
    Session,
    Theme,
    Waiver,
)
from majlis.programme.texts import Texts
from sample_pictures import photo
from strategies import programmes

NINE, NOON, FOUR = (datetime(2027, 10, 21, hour) for hour in (9, 12, 16))
THEIRS = Event(title=Texts(en="Days of Song"), acronym="song_2027", zone="Asia/Qatar", weekend=(5, 6))


def other(*records: Record) -> Programme:
    """Return another event: a neighbour's programme, made on their own laptop with ids of its own."""
    return Programme.of((THEIRS, *records))


def after(programme: Programme, theirs: Programme) -> Programme:
    return apply(programme, take_programme(programme, theirs, "Import Days of Song").edit)


def placed(session: str, start: datetime | None, place: str | None = None, number: int = 1) -> Placement:
    return Placement(id=placement_id(session, number), session_id=session, place_id=place, start=start)


def neighbours() -> Programme:
    """Return another event that shares a hall, a theme, two people and a session with the example."""
    return other(
        replace(THURSDAY, id="their-thursday"),
        Place(id="p1", name=Texts(fr="Grande salle", en="great  hall"), seats=320),
        Place(id="p2", name=Texts(en="Garden"), parent_id="p1"),
        Theme(id="t1", name=Texts(ar="الشعر"), description=Texts(en="Verse of all ages")),
        Theme(id="t2", name=Texts(en="Song"), parent_id="t1"),
        Person(id="h1", name=Texts(en="Leila Nasser", fr="Leïla Nasser"), contacts=Texts(email="l@example.org")),
        Person(id="h2", name=Texts(tr="Yusuf Kaya"), key="77"),
        Person(id="h3", name=Texts(en="Mira Sol")),
        Session(id="s1", key="2", title=Texts(en="A Reading at Noon", fr="Lecture à midi"), equipment=("piano",)),
        Session(id="s2", title=Texts(en="Evening of Song"), theme_id="t2", minutes=90),
        placed("s1", NOON, "p1"),
        placed("s2", FOUR, "p2"),
        Part(id="s1:h2:reader", session_id="s1", person_id="h2", role="reader"),
        Part(id="s2:h3:singer", session_id="s2", person_id="h3", role="singer"),
        Part(id="s2:h1:host", session_id="s2", person_id="h1", role="host", position=1),
        Absence(id="a1", person_id="h1", start=NINE, end=NOON, reason="travels"),
        Waiver(id="w1", rule="double_booking", reason="fine"),
        Edition(id="e1", number=1, at=NINE),
    )


def test_what_both_events_have_is_one_and_the_rest_is_added() -> None:
    programme = after(example(), neighbours())
    assert sorted(programme.people) == ["h3", "leila", "yusuf"]
    assert sorted(programme.places) == ["hall", "p2", "room"]
    assert sorted(programme.themes) == ["poetry", "t2"]
    assert sorted(programme.sessions) == ["opening", "panel", "reading", "s2"]
    assert sorted(programme.days) == ["friday", "thursday"]
    assert list(programme.dangling()) == []


def test_what_is_matched_gets_what_it_lacks_and_keeps_the_rest() -> None:
    programme = after(example(), neighbours())
    assert programme.event == EVENT
    assert programme.people["leila"].name == LEILA.name.but({"fr": "Leïla Nasser"})
    assert programme.people["leila"].country == "JO"
    assert programme.people["leila"].contacts == Texts(email="l@example.org")
    assert programme.people["yusuf"].key == "77"
    assert programme.places["hall"].seats == 320
    assert programme.places["hall"].name["ar"] == HALL.name["ar"]
    assert programme.themes["poetry"].description == Texts(en="Verse of all ages")
    assert programme.sessions["reading"].title == READING.title.but({"fr": "Lecture à midi"})
    assert programme.sessions["reading"].equipment == ("piano",)
    assert programme.sessions["reading"].theme_id == "poetry"


def test_what_is_added_names_what_is_here() -> None:
    programme = after(example(), neighbours())
    assert programme.places["p2"].parent_id == "hall"
    assert programme.themes["t2"].parent_id == "poetry"
    assert [part.person_id for part in programme.parts_of("s2")] == ["h3", "leila"]
    assert [part.person_id for part in programme.parts_of("reading")] == ["yusuf", "leila"]
    assert programme.placements_of("s2")[0].place_id == "p2"
    assert programme.absences["a1"].person_id == "leila"


def test_a_second_time_nothing_comes() -> None:
    programme = after(example(), neighbours())
    again = take_programme(programme, neighbours(), "again")
    assert again.edit.changes == ()
    assert sum(again.added.values()) + sum(again.updated.values()) == 0
    assert again.unchanged["absences"] == 1


def test_what_belongs_to_the_other_event_alone_stays_there_and_is_told() -> None:
    reading = read_other(neighbours(), lambda _key: None, example())
    programme = apply(example(), reading.edit)
    assert (programme.waivers, programme.editions) == ({}, {})
    assert [(doubt.where, doubt.text) for doubt in reading.doubts] == [
        ("waivers", "1 belong to the other event and were left there"),
        ("editions", "1 belong to the other event and were left there"),
        ("conference", "is song_2027, but this programme is meaning_2027; it was brought in all the same"),
    ]
    assert (reading.format, reading.edit.label) == ("majlis", "Import Days of Song")


def test_an_empty_programme_takes_on_the_whole_of_it() -> None:
    programme = after(Programme.of(), neighbours())
    assert programme.event == THEIRS
    assert programme.sessions == neighbours().sessions
    assert programme.people == neighbours().people
    assert programme.absences == neighbours().absences


def test_sessions_of_one_title_are_one_where_they_start_together() -> None:
    lunches = [Session(id=f"lunch{day}", title=Texts(en="Lunch"), kind="break") for day in range(1, 4)]
    ours = Programme.of(
        [EVENT, *lunches, *(placed(f"lunch{day}", datetime(2027, 10, 20 + day, 12)) for day in (1, 2, 3))]
    )
    theirs = other(
        Session(id="x", title=Texts(en="lunch"), notes="Soup"),
        Session(id="y", title=Texts(en="Lunch")),
        placed("x", datetime(2027, 10, 22, 12)),
        placed("y", datetime(2027, 10, 25, 12)),
    )
    programme = after(ours, theirs)
    assert sorted(programme.sessions) == ["lunch1", "lunch2", "lunch3", "y"]
    assert programme.sessions["lunch2"].notes == "Soup"
    assert after(programme, theirs) == programme


def test_a_session_that_one_of_both_has_not_placed_is_one_and_keeps_its_time() -> None:
    ours = Programme.of(
        [EVENT, HALL, OPENING, replace(READING, theme_id=None, key=""), placed("opening", NINE, "hall")]
    )
    theirs = other(
        Session(id="x", title=OPENING.title, subtitle=Texts(en="With music")),
        Session(id="y", title=READING.title),
        placed("x", None, None),
        placed("y", NOON),
    )
    programme = after(ours, theirs)
    assert sorted(programme.sessions) == ["opening", "reading"]
    assert programme.start_of("opening") == NINE
    assert programme.placements_of("opening")[0].place_id == "hall"
    assert programme.start_of("reading") == NOON
    assert programme.sessions["opening"].subtitle == Texts(en="With music")
    assert after(programme, theirs) == programme


def test_sessions_that_each_have_another_key_are_two() -> None:
    theirs = other(Session(id="x", key="99", title=OPENING.title), placed("x", NINE))
    assert sorted(after(example(), theirs).sessions) == ["opening", "panel", "reading", "x"]


def test_rooms_of_one_name_in_two_houses_are_two() -> None:
    ours = Programme.of(
        [
            EVENT,
            Place(id="a", name=Texts(en="North House")),
            Place(id="a1", name=Texts(en="Room 1"), parent_id="a"),
        ]
    )
    theirs = other(
        Place(id="n", name=Texts(en="North house")),
        Place(id="s", name=Texts(en="South House")),
        Place(id="s1", name=Texts(en="Room 1"), parent_id="s"),
        Place(id="n1", name=Texts(en="Room 1"), parent_id="n", seats=12),
    )
    programme = after(ours, theirs)
    assert sorted(programme.places) == ["a", "a1", "s", "s1"]
    assert programme.places["a1"].seats == 12
    assert after(programme, theirs) == programme


def test_places_of_one_key_are_one_where_both_say_that_they_are_the_same_event() -> None:
    ours = Programme.of([EVENT, replace(HALL, key="main")])
    theirs = other(Place(id="x", key="main", name=Texts(de="Großer Saal")))
    assert sorted(after(ours, theirs).places) == ["hall", "x"]
    same = theirs.changed([("events", "event", replace(THEIRS, acronym=EVENT.acronym))])
    assert after(ours, same).places["hall"].name == HALL.name.but({"de": "Großer Saal"})


def test_two_people_of_one_name_stay_two() -> None:
    theirs = other(Person(id="x", name=YUSUF.name), Person(id="y", name=YUSUF.name))
    programme = after(example(), theirs)
    assert len(programme.people) == 3
    assert after(programme, theirs) == programme


def test_an_absence_that_is_there_is_not_doubled() -> None:
    ours = example().changed([("absences", "mine", Absence(id="mine", person_id="leila", start=NINE, end=NOON))])
    programme = after(ours, neighbours())
    assert list(programme.absences) == ["mine"]


def test_photos_come_along_checked() -> None:
    kept = picture_of(photo())
    theirs = neighbours().changed(
        [
            ("people", "h1", replace(neighbours().people["h1"], photo=kept.hash)),
            ("people", "h2", replace(neighbours().people["h2"], photo="0" * 64)),
        ]
    )
    doubts = Doubts()
    taken = take_programme(example(), theirs, "x", {kept.hash: kept.data}.get, doubts)
    programme = apply(example(), taken.edit)
    assert taken.contents == {kept.hash: kept.data}
    assert (programme.people["leila"].photo, programme.people["yusuf"].photo) == (kept.hash, "")
    assert "people, Yusuf Kaya" in [doubt.where for doubt in doubts.all()]
    again = take_programme(programme, theirs, "x", {kept.hash: kept.data}.get)
    assert (again.edit.changes, again.contents) == ((), {})


def test_a_circle_that_two_trees_would_make_together_is_left_out() -> None:
    ours = Programme.of(
        [EVENT, Place(id="a", name=Texts(en="A")), Place(id="b", name=Texts(en="B"), parent_id="a")]
    )
    theirs = other(Place(id="x", name=Texts(en="A"), parent_id="y"), Place(id="y", name=Texts(en="B")))
    programme = after(ours, theirs)
    assert (programme.places["a"].parent_id, programme.places["b"].parent_id) == (None, "a")
    assert after(programme, theirs) == programme


def names(records: Iterable[Person | Place | Theme]) -> Counter[frozenset[str]]:
    """Return how often records are called what; those without a name are passed over."""
    return Counter(frozenset(map(fold, record.name.values())) for record in records if record.name)


few = st.sampled_from(("", "A", "B"))
starts = st.sampled_from((None, NINE, NOON))


@st.composite
def much_alike(draw: st.DrawFn, prefix: str) -> Programme:
    """Return a programme of few words, so that much of it is called like something of another.

    Within it no two places, themes or people have one name, and no two records of a table one key.
    """

    def ids(name: str) -> list[str]:
        return [f"{prefix}{name}{number}" for number in range(draw(st.integers(0, 3)))]

    def one_of(keys: list[str]) -> str | None:
        return draw(st.sampled_from((None, *keys)))

    def letters() -> Iterator[str]:
        return iter(draw(st.permutations(["", "", *"ABCDEFG"])))

    def words(left: Iterator[str]) -> Texts:
        languages = draw(st.permutations(("en", "fr", "ar")))
        return Texts({languages[0]: next(left), languages[1]: next(left)})

    places, themes, people, sessions = map(ids, ("place", "theme", "person", "session"))
    made: list[Record] = [Event(acronym=draw(few), title=Texts(en="E"))]
    names, keys = letters(), letters()
    for at, key in enumerate(places):
        made.append(Place(id=key, key=next(keys), name=words(names), parent_id=one_of(places[:at])))
    names, keys = letters(), letters()
    for at, key in enumerate(themes):
        made.append(Theme(id=key, key=next(keys), name=words(names), parent_id=one_of(themes[:at])))
    names, keys = letters(), letters()
    made += [Person(id=key, key=next(keys), name=words(names)) for key in people]
    keys = letters()
    for at, key in enumerate(sessions):
        title = Texts(en=draw(few), fr=draw(few))
        theme, block = one_of(themes), one_of(sessions[:at])
        made.append(Session(id=key, key=next(keys), title=title, theme_id=theme, parent_id=block))
        count = draw(st.integers(0, 2))
        made += [placed(key, draw(starts), one_of(places), number + 1) for number in range(count)]
        made += [
            Part(id=f"{key}:{person}:{role}", session_id=key, person_id=person, role=role)
            for person in people
            for role in draw(st.sampled_from(((), ("chair",), ("chair", "speaker"))))
        ]
    if people:
        made.append(Absence(id=f"{prefix}absence", person_id=draw(st.sampled_from(people)), start=NINE, end=NOON))
    return Programme.of(made)


@given(much_alike("a"), much_alike("b"))
@settings(max_examples=60)
def test_however_much_is_alike_twice_is_once(ours: Programme, theirs: Programme) -> None:
    first = take_programme(ours, theirs, "first")
    programme = apply(ours, first.edit)
    assert list(programme.dangling()) == []
    assert [change for change in first.edit.changes if change.after is None] == []
    assert take_programme(programme, theirs, "again").edit.changes == ()


@given(programmes(), programmes())
def test_nothing_is_deleted_or_torn_and_twice_is_once(ours: Programme, theirs: Programme) -> None:
    theirs = renamed(theirs)
    programme = after(ours, theirs)
    assert list(programme.dangling()) == []
    for table, records in ours.tables.items():
        assert records.keys() <= programme.tables[table].keys()
    again = take_programme(programme, theirs, "again")
    assert again.edit.changes == ()


@given(programmes())
def test_the_same_programme_under_other_ids_brings_no_names_twice(programme: Programme) -> None:
    programme = programme.changed(
        ("people", one.id, replace(one, key="")) for one in tuple(programme.people.values())
    )
    merged = after(programme, renamed(programme))
    assert names(merged.people.values()) == names(programme.people.values())
    assert names(merged.places.values()) == names(programme.places.values())
    assert names(merged.themes.values()) == names(programme.themes.values())


def renamed(programme: Programme) -> Programme:
    """Return a programme whose records have ids that nobody else has."""
    changed: list[Record] = []
    for record in programme.records():
        if record.table == "events":
            changed.append(record)
            continue
        named = {field: getattr(record, field) for field in REFERENCES.get(record.table, {})}
        values = {field: None if key is None else f"x-{key}" for field, key in named.items()}
        changed.append(replace(record, id=f"x-{record.id}", **values))
    return Programme.of(changed)


@pytest.mark.parametrize("photos", [False, True])
def test_it_is_one_step_in_a_real_file_and_undo_takes_it_back(tmp_path: Path, *, photos: bool) -> None:
    kept = picture_of(photo())
    theirs = neighbours()
    if photos:
        theirs = theirs.changed([("people", "h3", replace(theirs.people["h3"], photo=kept.hash))])
    with Document.create(tmp_path / "a.majlis", example()) as document:
        reading = read_other(theirs, {kept.hash: kept.data}.get, document.programme)
        document.do(reading.edit, reading.contents)
        assert document.content(kept.hash) == (kept.data if photos else None)
        assert document.verify() == ()
        document.undo()
        assert document.programme == example()


def test_the_theme_of_a_session_that_is_here_stays_where_the_other_names_none() -> None:
    theirs = other(Session(id="x", key="2", title=READING.title))
    assert after(example(), theirs).sessions["reading"].theme_id == POETRY.id
