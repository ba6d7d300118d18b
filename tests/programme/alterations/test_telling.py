"""Whom an alteration concerns, and where."""

from dataclasses import replace
from datetime import datetime

from hypothesis import given

from example import HALL, OPENING, PANEL, READING, ROOM, example
from majlis.programme.alterations import alterations, by_place, by_session, people_to_tell
from majlis.programme.edits.edit import Edit, apply
from majlis.programme.edits.people import assign, dismiss
from majlis.programme.edits.records import amend, remove
from majlis.programme.edits.sessions import place, resize
from majlis.programme.programme import Programme
from majlis.programme.records import Part, Person, Record, Session
from majlis.programme.texts import Texts
from strategies import programmes

NOON = datetime(2027, 10, 21, 12)
TALK = Session(id="talk", title=Texts(en="A Talk"), parent_id="reading")
AMIRA = Person(id="amira", name=Texts(en="Amira Zaki"))
SPEAKS = Part(id="talk:amira:speaker", session_id="talk", person_id="amira")


def block() -> Programme:
    """Return the example with a talk in its reading, which Leila hosts and Amira speaks in."""
    more: tuple[Record, ...] = (TALK, AMIRA, SPEAKS)
    return example().changed((each.table, each.id, each) for each in more)


def told(old: Programme, *edits: Edit) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return whom to tell what kind of alteration, with their roles, after edits that were made for `old`."""
    new = old
    for edit in edits:
        new = apply(new, edit)
    return {
        each.person_id: [(type(item).__name__, roles) for item, roles in each.items]
        for each in people_to_tell(old, new, alterations(old, new))
    }


def test_everybody_in_a_moved_session_hears_of_it_with_their_roles() -> None:
    old = example()
    assert told(old, place(old, "reading", "hall", NOON)) == {
        "yusuf": [("Moved", ("reader",))],
        "leila": [("Moved", ("host",))],
    }


def test_those_in_a_cancelled_session_hear_of_it_and_those_who_declined_do_not() -> None:
    old = example()
    leaving = replace(old.parts["reading:yusuf:reader"], state="declined")
    old = old.changed([("parts", leaving.id, leaving)])
    assert told(old, amend(old, READING, state="cancelled")) == {"leila": [("Withdrawn", ("host",))]}
    assert told(old, remove(old, [READING])) == {"leila": [("Withdrawn", ("host",))]}


def test_talks_hear_of_their_block_and_its_leaders_of_each_talk() -> None:
    old = block()
    moved = told(old, place(old, "reading", "hall", NOON))
    assert moved["amira"] == [("Moved", ("speaker",))]
    assert told(old, resize(old, "talk", 10)) == {
        "amira": [("Resized", ("speaker",))],
        "leila": [("Resized", ("host",))],
    }
    own = apply(old, place(old, "talk", "room", NOON))
    assert "amira" not in told(own, place(own, "reading", "hall", NOON))


def test_who_comes_and_goes_is_heard_by_them_and_by_who_leads() -> None:
    old = example()
    edits = assign(old, PANEL, old.people["leila"], "chair"), dismiss(old, old.parts["reading:yusuf:reader"])
    assert told(old, *edits) == {
        "yusuf": [("Left", ("reader",))],
        "leila": [("Left", ("host",)), ("Joined", ("chair",))],
    }


def test_new_names_are_heard_by_whom_they_concern() -> None:
    old = example()
    assert told(old, amend(old, HALL, name=Texts(en="Grand Hall"))) == {"leila": [("Renamed", ("speaker",))]}
    assert told(old, amend(old, OPENING, title=Texts(en="Words"))) == {"leila": [("Renamed", ("speaker",))]}
    assert told(old, amend(old, old.people["yusuf"], name=Texts(en="Yousef"))) == {"yusuf": [("Renamed", ())]}
    assert told(old, amend(old, OPENING, notes="Flowers")) == {}
    assert told(old, amend(old, old.themes["poetry"], name=Texts(en="Verse"))) == {}


def test_alterations_stand_with_their_session_and_the_rest_at_the_end() -> None:
    old = example()
    new = apply(old, place(old, "opening", "room", NOON))
    new = apply(new, resize(new, "opening", 30))
    pinned = replace(new.placements["reading@1"], pinned=True)
    new = new.changed([("placements", pinned.id, pinned)])
    new = apply(new, amend(new, ROOM, name=Texts(en="Mirrors")))
    found = by_session(old, new, alterations(old, new))
    names = {key: [type(item).__name__ for item in items] for key, items in found.items()}
    assert names == {"opening": ["Resized", "Moved"], "reading": ["Amended"], None: ["Renamed"]}
    assert list(names) == ["opening", "reading", None]


def test_a_place_hears_of_what_came_and_of_what_went() -> None:
    old = block()
    new = apply(old, place(old, "reading", "hall", NOON))
    new = apply(new, amend(new, TALK, minutes=5))
    new = apply(new, amend(new, ROOM, name=Texts(en="Mirrors")))
    found = by_place(old, new, alterations(old, new))
    assert {key: [type(item).__name__ for item in items] for key, items in found.items()} == {
        "hall": ["Moved", "Resized"],
        "room": ["Moved", "Renamed"],
    }
    gone = apply(old, remove(old, [old.places["room"]]))
    assert list(by_place(old, gone, alterations(old, gone))) == ["room"]


@given(programmes(), programmes())
def test_nobody_and_nothing_is_made_up(old: Programme, new: Programme) -> None:
    items = alterations(old, new)
    for each in people_to_tell(old, new, items):
        assert each.person_id in {**old.people, **new.people}
        assert set(each.items) == {(item, roles) for item, roles in each.items if item in items}
    assert set(by_place(old, new, items)) <= {*old.places, *new.places}
    grouped = by_session(old, new, items)
    assert sorted(map(repr, (item for some in grouped.values() for item in some))) == sorted(map(repr, items))
