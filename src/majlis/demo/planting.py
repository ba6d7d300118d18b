"""Twelve defects for the rules to find, each of another rule, planted in the first day of the demo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from majlis.demo.material import record_id
from majlis.programme.ids import part_id, placement_id
from majlis.programme.programme import Programme
from majlis.programme.records import Absence, Part, Placement, Record, Session

Planted = list[tuple[str, str, Record | None]]
"""Table, id and the record as the defect leaves it; None where it is gone."""

Planter = Callable[[Programme], Planted]
"""Returns what a defect changes of the clean programme; its docstring is the defect in words."""


def planted(programme: Programme) -> Programme:
    """Return the clean demo with every defect in it."""
    for plant in DEFECTS.values():
        programme = programme.changed(plant(programme))
    return programme


def _two_in_the_hall(programme: Programme) -> Planted:
    """Send the calligraphers to the Great Hall, where the panel is."""
    return _put(_moved(programme, "workshop1", place_id=record_id("hall")))


def _host_in_two_rooms(programme: Programme) -> Planted:
    """Ask whoever moderates the dialogue to host the reading in another room too."""
    dialogue, reading = record_id("dialogue1"), record_id("reading1")
    moderator = next(part for part in programme.parts_of(dialogue) if part.role == "moderator")
    host = Part(
        id=part_id(reading, moderator.person_id, "host"),
        session_id=reading,
        person_id=moderator.person_id,
        role="host",
        position=len(programme.parts_of(reading)),
    )
    return _put(host)


def _cinema_under_repair(programme: Programme) -> Planted:
    """Have the projector repaired on the evening of the film."""
    evening = datetime.combine(programme.days_in_order()[0].date, datetime.min.time().replace(hour=19))
    absence = Absence(
        id=record_id("absence of the projector"),
        place_id=record_id("cinema"),
        start=evening,
        end=evening + timedelta(hours=4),
        reason="the projector is under repair",
    )
    return _put(absence)


def _late_arrival(programme: Programme) -> Planted:
    """Let the first keynote's speaker land when it has begun."""
    start = programme.start_of(record_id("keynote1"))
    arrival = start + timedelta(minutes=35) if start else None
    return _put(replace(programme.people[record_id("samar")], arrival=arrival))


def _film_past_closing(programme: Programme) -> Planted:
    """Begin the film so late that it ends after the house has closed."""
    return _put(_moved(programme, "film1", minutes=45))


def _paper_before_its_block(programme: Programme) -> Planted:
    """Begin the first paper before the block that it belongs to."""
    return _put(_moved(programme, "paper1", minutes=-15))


def _no_time_to_turn_the_hall_over(programme: Programme) -> Planted:
    """Let clearing the hall after the opening and setting up the keynote take longer than the coffee."""
    opening, keynote = _session(programme, "opening"), _session(programme, "keynote1")
    return _put(replace(opening, clearing=20), replace(keynote, setup=20))


def _full_library(programme: Programme) -> Planted:
    """Expect more listeners at the reading than the Library has seats."""
    return _put(replace(_session(programme, "reading1"), expected=85))


def _lunch_in_two_places(programme: Programme) -> Planted:
    """Serve lunch in the gallery too, at the same time."""
    lunch = record_id("lunch")
    first = programme.placements[placement_id(lunch)]
    number = len(programme.placements_of(lunch)) + 1
    start = first.start + timedelta(minutes=15) if first.start else None
    return _put(replace(first, id=placement_id(lunch, number), place_id=record_id("gallery"), start=start))


def _opening_without_a_time(programme: Programme) -> Planted:
    """Take the opening of the exhibition off the timetable."""
    return [("placements", placed.id, None) for placed in programme.placements_of(record_id("vernissage"))]


def _panel_without_theme(programme: Programme) -> Planted:
    """Take the panel's theme away."""
    return _put(replace(_session(programme, "panel1"), theme_id=None))


def _opening_without_people(programme: Programme) -> Planted:
    """Ask nobody to open the exhibition."""
    return [("parts", part.id, None) for part in programme.parts_of(record_id("vernissage"))]


DEFECTS: Final[dict[str, Planter]] = {
    "place_double_booked": _two_in_the_hall,
    "person_double_booked": _host_in_two_rooms,
    "place_closed": _cinema_under_repair,
    "person_unavailable": _late_arrival,
    "outside_event": _film_past_closing,
    "outside_parent": _paper_before_its_block,
    "turnover_too_short": _no_time_to_turn_the_hall_over,
    "place_too_small": _full_library,
    "same_session_twice": _lunch_in_two_places,
    "unplaced": _opening_without_a_time,
    "no_theme": _panel_without_theme,
    "no_people": _opening_without_people,
}
"""The twelve known defects by the rule that finds each, and it alone, once."""


def _put(*records: Record) -> Planted:
    return [(record.table, record.id, record) for record in records]


def _session(programme: Programme, key: str) -> Session:
    return programme.sessions[record_id(key)]


def _moved(programme: Programme, key: str, *, place_id: str | None = None, minutes: int = 0) -> Placement:
    """Return a session's only placement, later by so many minutes or in another place."""
    placed = programme.placements[placement_id(record_id(key))]
    start = placed.start + timedelta(minutes=minutes) if placed.start else None
    return replace(placed, place_id=place_id or placed.place_id, start=start)
