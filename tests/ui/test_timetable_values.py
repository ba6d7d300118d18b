"""What the timetable shows, without a window: cards, their pixels, what is carried, and the tray."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st
import pytest

from example import HALL, THURSDAY, example
from majlis.pages.colours import theme_colours
from majlis.pages.grid import Point, Scale, day_grid, printed_days
from majlis.programme.edits.edit import apply
from majlis.programme.edits.sessions import place
from majlis.programme.programme import Programme
from majlis.programme.records import Part, Placement, Session
from majlis.programme.rules import problems
from majlis.programme.texts import Texts
from majlis.ui.timetable.cards import cards_of, colour_of, found_by_session, people_in_words
from majlis.ui.timetable.carry import Carry, judged, stepped
from majlis.ui.timetable.sheet import NARROWEST, WIDENED, Sheet
from majlis.ui.timetable.waiting import waiting
from strategies import programmes, times

NINE = datetime(2027, 10, 21, 9)


def sheet_of(programme: Programme, *, mirrored: bool = False, width: float = 400) -> Sheet:
    grid = day_grid(programme, printed_days(programme)[0], all_places=True)
    cards = cards_of(programme, grid, found_by_session(problems(programme)))
    return Sheet(grid, cards, Scale(1, 1)).fitted(width, 2, mirrored=mirrored)


def clashing() -> Programme:
    return apply(example(), place(example(), "panel", "hall", NINE + timedelta(minutes=30)))


def test_a_card_says_who_when_where_and_what_is_wrong() -> None:
    opening = sheet_of(clashing()).cards[0]
    assert (opening.title, opening.people, opening.time, opening.place, opening.severity) == (
        "Opening",
        "Leila Nasser",
        "09:00–10:00",
        "Great Hall",
        "error",
    )
    clash = "Great Hall: “Opening” and “Who owns a manuscript?” are there at one time, 2027-10-21 09:30–10:00."
    assert opening.spoken == f"Opening, 09:00–10:00, Great Hall, Leila Nasser, {clash}"


def test_people_beyond_two_are_a_number() -> None:
    programme = example()
    third = replace(programme.people["yusuf"], id="third", name=Texts(en="Third"))
    more = Part(id="more", session_id="reading", person_id="third", position=9)
    programme = programme.changed((each.table, each.id, each) for each in (third, more))
    assert people_in_words(programme, programme.sessions["reading"]) == "Yusuf Kaya, Leila Nasser, +1"


def test_a_talk_has_the_colour_of_its_blocks_theme() -> None:
    programme = example()
    talk = Session(id="talk", parent_id="reading", title=Texts(en="Talk"))
    programme = programme.changed([("sessions", "talk", talk)])
    assert colour_of(programme, talk, theme_colours(programme)) == "#2e5fd0"
    assert colour_of(programme, programme.sessions["opening"], theme_colours(programme)) == ""


def test_places_are_as_wide_as_the_view_and_never_too_narrow_to_read() -> None:
    assert sheet_of(example(), width=600).column(1).x == 300
    assert sheet_of(example(), width=100).scale.column == NARROWEST


def test_a_mirrored_day_begins_at_the_right() -> None:
    assert sheet_of(example(), mirrored=True).column(0).x == 200


@given(programmes(), st.booleans())
def test_a_card_is_found_where_it_is_drawn(programme: Programme, mirrored: bool) -> None:  # noqa: FBT001 - drawn
    assume(printed_days(programme))
    sheet = sheet_of(programme, mirrored=mirrored)
    shown = [card for card in sheet.cards if card.box.height]  # a grid ends after 36 hours, whatever lasts longer
    for card in shown:
        box = sheet.box(card)
        found = sheet.card_at(Point(box.x + box.width / 2, box.y + box.height / 2))
        # another card may lie above it, but there is always one
        assert found is not None
        assert found is card or sheet.cards.index(found) > sheet.cards.index(card)


def test_a_narrow_card_is_widened_within_its_place() -> None:
    programme = clashing()
    sheet = sheet_of(programme, width=340)
    for card in sheet.cards:
        box, column = sheet.widened(card), sheet.column(int(card.box.x))
        if card.lanes > 1:
            assert box.width == pytest.approx(min(WIDENED, column.width - 4))
        assert column.x <= box.x
        assert box.x + box.width <= column.x + column.width


def test_walking_goes_through_a_place_and_to_the_nearest_time_beside_it() -> None:
    sheet = sheet_of(clashing())
    opening, panel, reading = sorted(sheet.cards, key=lambda card: card.start)
    assert sheet.neighbour(opening, 0, 1) is panel
    assert sheet.neighbour(panel, 0, 1) is None
    assert sheet.neighbour(panel, 1, 0) is reading
    assert sheet.neighbour(reading, 1, 0) is None
    assert sheet.neighbour(reading, -1, 0) is panel


def test_a_carried_session_moves_and_is_resized_in_one_edit() -> None:
    programme = example()
    carry = Carry("opening", "opening@1", "room", NINE.replace(hour=10), 45)
    edit = carry.edit(programme)
    after = apply(programme, edit)
    assert edit.label == "Move session “Opening”"
    assert after.placements["opening@1"] == replace(
        programme.placements["opening@1"], place_id="room", start=NINE.replace(hour=10)
    )
    assert after.sessions["opening"].minutes == 45


def test_a_block_takes_its_talks_along_and_leaves_pinned_ones() -> None:
    talks = [
        Session(id="talk", parent_id="panel", title=Texts(en="Talk"), minutes=20),
        Session(id="fixed", parent_id="panel", title=Texts(en="Fixed"), minutes=20),
    ]
    held = [
        Placement(id="panel@1", session_id="panel", place_id="room", start=NINE),
        Placement(id="talk@1", session_id="talk", place_id="room", start=NINE),
        Placement(
            id="fixed@1", session_id="fixed", place_id="room", start=NINE + timedelta(minutes=20), pinned=True
        ),
    ]
    programme = Programme.of([*example().records(), *talks, *held])
    after = apply(programme, Carry("panel", "panel@1", "hall", NINE.replace(hour=14), 75).edit(programme))
    assert after.placements["talk@1"] == replace(held[1], place_id="hall", start=NINE.replace(hour=14))
    assert after.placements["fixed@1"] == held[2]


def test_a_verdict_names_whom_a_session_clashes_with() -> None:
    verdict = judged(example(), Carry("panel", None, "hall", NINE + timedelta(minutes=30), 75))
    assert (verdict.judgement, verdict.where) == ("error", "09:30–10:45, Great Hall")
    assert verdict.words == (
        "Great Hall: “Opening” and “Who owns a manuscript?” are there at one time, Thu 21 Oct 09:30–10:00.",
    )
    assert judged(example(), Carry("panel", None, "hall", NINE.replace(hour=14), 75)).judgement == "free"
    assert judged(example(), Carry("opening", "opening@1", "room", NINE, 60)).judgement == "warning"


@given(programmes(), st.data())
def test_what_hovering_says_is_what_the_rules_say_after_the_drop(
    programme: Programme, data: st.DataObject
) -> None:
    assume(programme.sessions)
    key = data.draw(st.sampled_from(sorted(programme.sessions)))
    where = data.draw(st.none() | st.sampled_from(sorted(programme.places))) if programme.places else None
    carry = Carry(key, None, where, data.draw(times), data.draw(st.integers(5, 300)))
    after = apply(programme, carry.edit(programme))
    told = {
        (problem.rule, problem.facts)
        for problem in problems(after)
        if key in problem.about and not problem.waived and problem.severity != "note"
    }
    assert {(problem.rule, problem.facts) for problem in judged(programme, carry).problems} == told


@pytest.mark.parametrize(
    ("start", "minutes", "expected"),
    [("09:00", 5, "09:05"), ("09:03", 5, "09:05"), ("09:03", -5, "09:00"), ("09:10", 30, "09:30")],
)
def test_steps_lead_to_whole_multiples(start: str, minutes: int, expected: str) -> None:
    moment = datetime.fromisoformat(f"2027-10-21T{start}")
    assert f"{stepped(Carry('x', None, None, moment, 30), minutes):%H:%M}" == expected


def test_the_tray_holds_what_the_rules_call_unplaced() -> None:
    (one,) = waiting(example())
    assert (one.session_id, one.title, one.length, one.kind) == (
        "panel",
        "Who owns a manuscript?",
        "75 min",
        "Panel",
    )
    assert one.spoken == "Who owns a manuscript?, Panel, 75 min"
    assert waiting(clashing()) == ()


def test_a_break_without_a_place_lies_across_all() -> None:
    pause = Session(id="pause", kind="break", title=Texts(en="Coffee"), minutes=30)
    held = Placement(id="pause@1", session_id="pause", start=NINE.replace(hour=11))
    sheet = sheet_of(Programme.of([*example().records(), pause, held]))
    band = sheet.cards[0]
    assert (band.shape, band.tone, sheet.box(band).width) == ("band", "quiet", sheet.width - 4)
    assert sheet.between(None, NINE, 30).width == sheet.width


def test_the_days_hours_bound_what_is_under_the_pointer() -> None:
    sheet = sheet_of(example())
    assert sheet.place_at(Point(10, -50)) == (HALL.id, THURSDAY.start)
    assert sheet.place_at(Point(10, sheet.height + 50)) == (HALL.id, THURSDAY.end)
