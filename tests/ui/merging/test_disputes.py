"""Disagreements in words, and what the sides of one would clash with."""

from dataclasses import replace
from datetime import UTC, datetime

from example import example
from majlis.programme.edits.edit import Edit, apply
from majlis.programme.edits.people import assign
from majlis.programme.edits.records import add, amend, remove
from majlis.programme.edits.sessions import move, place
from majlis.programme.journal import BEING, Conflict, Side, Step
from majlis.programme.programme import Programme
from majlis.programme.records import Absence
from majlis.programme.refusal import Refusal
from majlis.ui.differences.speech import wording
from majlis.ui.merging import disputes
from majlis.ui.merging.disputes import Dispute, clashes, disputes_of

NOON = datetime(2027, 10, 20, 12, tzinfo=UTC)
HALF_PAST_NINE = datetime(2027, 10, 21, 9, 30)


def step(key: int, who: str) -> Step:
    return Step(key, NOON.replace(minute=key), who, "Move session")


def conflict_on(table: str, key: str, field: str, base: object, mine: object, theirs: object) -> Conflict:
    sides = (Side(step(1, "Noor"), theirs, theirs=True), Side(step(2, "Sami"), mine))
    return Conflict(table, key, field, base, mine, sides)


def dispute_on(conflict: Conflict, programme: Programme) -> Dispute:
    (dispute,) = disputes_of([conflict], wording(programme))
    return dispute


def test_mine_stands_before_theirs_with_what_both_knew() -> None:
    dispute = dispute_on(conflict_on("people", "leila", "country", "JO", "TR", "SY"), example())
    assert (dispute.about, dispute.field, dispute.base) == ("Person “Leila Nasser”", "Country", "Jordan")
    assert [(side.text, side.who, side.holds, side.at) for side in dispute.sides] == [
        ("Türkiye", "Sami", True, step(2, "Sami").at),
        ("Syria", "Noor", False, step(1, "Noor").at),
    ]
    assert (dispute.nearest(theirs=False), dispute.nearest(theirs=True)) == (0, 1)


def test_place_and_start_are_one_disagreement() -> None:
    programme = apply(example(), place(example(), "panel", "room", HALF_PAST_NINE))
    (placed,) = programme.placements_of("panel")
    at_place = conflict_on("placements", placed.id, "place_id", None, "room", "hall")
    at_start = conflict_on("placements", placed.id, "start", None, "2027-10-21T09:30", "2027-10-21T15:00")
    (dispute,) = disputes_of([at_place, at_start], wording(programme))
    assert (dispute.field, dispute.base) == ("Place and start", "")
    assert [(side.text, side.holds) for side in dispute.sides] == [
        ("Room of Mirrors, Thu 21 Oct 09:30", True),
        ("Great Hall, Thu 21 Oct 15:00", False),
    ]


def test_a_removal_stands_against_what_was_done_or_needs_the_record() -> None:
    sides = (Side(step(1, "Noor"), None, removed=True, theirs=True), Side(None, 1))
    dispute = dispute_on(Conflict("sessions", "panel", BEING, 1, 1, sides), example())
    assert dispute.being
    assert [(side.text, side.who, side.holds) for side in dispute.sides] == [
        ("Something else needs it", "", True),
        ("Removed", "Noor", False),
    ]
    told = replace(sides[1], step=step(2, "Sami"))
    dispute = dispute_on(Conflict("sessions", "panel", BEING, 1, 1, (sides[0], told)), example())
    assert dispute.sides[0].text == "Move session"


def clashing(programme: Programme, conflict: Conflict, *edits: Edit) -> list[int]:
    """Return how many errors each side would bring where each is settled by one of these edits."""
    dispute = dispute_on(conflict, programme)
    by_side = {side.side.step: edit for side, edit in zip(dispute.sides, edits, strict=True)}
    return [len(each) for each in clashes(programme, lambda _, side: by_side[side.step], dispute)]


def test_the_side_that_would_clash_says_with_what() -> None:
    programme = apply(example(), place(example(), "panel", "room", HALF_PAST_NINE))
    (placed,) = programme.placements_of("panel")
    stay = Edit("", ())
    clash = move(programme, placed, "hall", HALF_PAST_NINE)
    conflict = conflict_on("placements", placed.id, "place_id", None, "room", "hall")
    dispute = dispute_on(conflict, programme)
    mine, theirs = dispute.sides
    by_side = {mine.side: stay, theirs.side: clash}
    assert clashes(programme, lambda _, side: by_side[side], dispute) == (
        (),
        ("Great Hall: “Opening” and “Who owns a manuscript?” are there at one time, Thu 21 Oct 09:30–10:00.",),
    )


def test_an_error_that_is_there_either_way_is_no_ones_fault() -> None:
    programme = apply(example(), place(example(), "panel", "hall", HALF_PAST_NINE))
    conflict = conflict_on("sessions", "panel", "minutes", 75, 75, 60)
    stay, shorter = Edit("", ()), amend(programme, programme.sessions["panel"], kind="reading")
    assert clashing(programme, conflict, stay, shorter) == [0, 0]


def test_a_side_that_cant_be_had_says_why() -> None:
    def refuse(_conflict: Conflict, side: Side) -> Edit:
        if side.theirs:
            raise Refusal("That place was removed meanwhile.")
        return Edit("", ())

    conflict = conflict_on("placements", "opening@1", "place_id", "hall", "hall", "gone")
    assert clashes(example(), refuse, dispute_on(conflict, example())) == (
        (),
        ("That place was removed meanwhile.",),
    )


def test_all_sessions_are_looked_at_that_a_disagreement_concerns() -> None:
    programme = example()
    start = programme.start_of("opening")
    assert start is not None
    away = Absence(id="away", person_id="leila", start=start, end=start.replace(hour=start.hour + 1))
    absent = add(programme, away)
    on_absence = conflict_on("absences", "away", "start", None, None, None)
    assert clashing(programme, on_absence, Edit("", ()), absent) == [0, 1]
    on_person = conflict_on("people", "leila", "country", None, None, None)
    assert clashing(programme, on_person, Edit("", ()), absent) == [0, 1]
    closed = amend(programme, programme.places["hall"], hours=())
    on_place = conflict_on("places", "hall", "hours", None, None, None)
    assert clashing(programme, on_place, Edit("", ()), closed) == [0, 0]
    on_theme = conflict_on("themes", "poetry", "colour", None, None, None)
    assert clashing(programme, on_theme, Edit("", ()), Edit("", ())) == [0, 0]
    early = amend(programme, programme.days["thursday"], start=datetime(2027, 10, 21, 17))
    on_day = conflict_on("days", "thursday", "start", None, None, None)
    assert clashing(programme, on_day, Edit("", ()), early)[1] > 0
    gone = remove(programme, [programme.sessions["opening"]])
    on_session = conflict_on("sessions", "opening", BEING, 1, 1, None)
    assert clashing(programme, on_session, Edit("", ()), gone) == [0, 0]


def test_where_many_sessions_are_concerned_the_whole_programme_is_looked_at() -> None:
    programme = example()
    assign_twice = assign(programme, programme.sessions["panel"], programme.people["yusuf"], "chair")
    conflict = conflict_on("parts", "reading:yusuf:reader", "state", None, None, None)
    limit, disputes.NEARBY = disputes.NEARBY, 0
    try:
        assert clashing(programme, conflict, Edit("", ()), assign_twice) == [0, 0]
    finally:
        disputes.NEARBY = limit
