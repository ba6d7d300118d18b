"""What the screen of editions says, without a window."""

from datetime import datetime

from example import LEILA, OPENING, PANEL, example
from majlis.programme.edits.edit import Edit, apply
from majlis.programme.edits.event import set_days
from majlis.programme.edits.people import assign
from majlis.programme.edits.records import amend, remove
from majlis.programme.edits.sessions import place, resize
from majlis.programme.records import Edition
from majlis.programme.texts import Texts
from majlis.ui.editions.findings import Findings, Heading, View, findings

EDITION = Edition(id="e", number=1, at=datetime(2027, 9, 1))
TEN = datetime(2027, 10, 21, 10)


def found(*edits: Edit) -> Findings:
    after = example()
    for edit in edits:
        after = apply(after, edit)
    return findings(EDITION, example(), after)


def said(made: Findings, view: View) -> dict[str, list[str]]:
    return {heading.text: [line.text for line in heading.lines] for heading in made.views[view]}


def heading(made: Findings, view: View, number: int = 0) -> Heading:
    return made.views[view][number]


def test_a_session_stands_with_its_slot_and_what_changed_of_it() -> None:
    made = found(place(example(), "opening", "hall", TEN), resize(example(), "opening", 75))
    assert said(made, "sessions") == {
        "Opening, Thu 21 Oct 10:00, Great Hall": [
            "Lasts 75 minutes instead of 60 (Thu 21 Oct 10:00, Great Hall).",
            "Moved from Thu 21 Oct 09:00 to 10:00 (Great Hall).",
        ]
    }
    assert heading(made, "sessions").key == ("sessions", "opening")
    assert heading(made, "sessions").lines[1].icon == ("arrow-left-right", "accent")
    assert (made.count, made.people) == (2, 1)


def test_people_are_called_with_what_reaches_them_and_hear_it_by_their_role() -> None:
    leila = LEILA.contacts.but({"email": "leila@example.org", "phone": "+962 1"})
    old = apply(example(), amend(example(), LEILA, contacts=leila))
    new = apply(old, place(old, "opening", "hall", TEN))
    made = findings(EDITION, old, apply(new, assign(new, PANEL, new.people["leila"], "chair")))
    moved = "“Opening” moved from Thu 21 Oct 09:00 to 10:00 (Great Hall)"
    joined = "Leila Nasser joins “Who owns a manuscript?” as chair."
    called = "Dr Leila Nasser, leila@example.org, +962 1"
    assert said(made, "people") == {called: [f"{moved} (speaker).", joined]}
    assert made.to_tell == f"{called}\n- {moved}.\n- {joined}"
    assert heading(made, "people").lines[1].icon == ("plus", "good")


def test_places_hear_of_both_ends_of_a_move() -> None:
    made = found(place(example(), "opening", "room", TEN))
    assert list(said(made, "places")) == ["Great Hall", "Room of Mirrors"]
    assert heading(made, "places", 1).key == ("places", "room")


def test_what_is_about_no_session_stands_at_the_end() -> None:
    programme = example()
    made = found(
        remove(programme, [OPENING]),
        amend(programme, programme.places["room"], name=Texts(en="Mirrors")),
        amend(programme, programme.themes["poetry"], colour="#123456"),
        set_days(programme, TEN.date(), 1),
    )
    assert said(made, "sessions") == {
        "Opening, Thu 21 Oct 09:00, Great Hall": [
            "Taken out of the programme; it was to be Thu 21 Oct 09:00, Great Hall."
        ],
        "Places, people and the rest": [
            "Fri 22 Oct is no longer a day of the event.",
            "Place “Room of Mirrors” is now “Mirrors”.",
            "Theme “Poetry” was changed (colour).",
        ],
    }
    keys = [line.key for line in heading(made, "sessions", 1).lines]
    assert keys == [("days", "friday"), ("places", "room"), ("themes", "poetry")]


def test_nothing_is_said_where_nothing_changed() -> None:
    made = found()
    assert (made.count, made.people, made.to_tell) == (0, 0, "")
    assert made.views == {"sessions": (), "people": (), "places": ()}
