"""Rules of where a session may be: in a place that is open, and large enough."""

from collections import defaultdict
from collections.abc import Iterator

from majlis.programme.records import Absence, Span
from majlis.programme.rules.problem import Finding
from majlis.programme.rules.view import View


def place_closed(view: View) -> Iterator[Finding]:
    """A session lies outside a place's open hours, or in a time at which the place is not to be had."""
    closed: dict[str, list[Absence]] = defaultdict(list)
    for absence in view.programme.absences.values():
        if absence.place_id is not None:
            closed[absence.place_id].append(absence)
    for held in view.held:
        if held.place_id is None:
            continue
        for place_id in (held.place_id, *view.programme.places_above(held.place_id)):
            place = view.programme.places[place_id]
            reasons = [
                (_because(absence.reason, view.when(absence.start, absence.end)), _spanned(absence))
                for absence in closed.get(place_id, ())
                if absence.start < held.end and held.start < absence.end
            ]
            if place.hours and not any(span.start <= held.start and held.end <= span.end for span in place.hours):
                hours = ", ".join(view.when(span.start, span.end) for span in place.hours)
                reasons.append((f"open {hours}", ", ".join(map(_spanned, place.hours))))
            for reason, fact in reasons:
                text = (
                    f"{view.place(place_id)} is closed for {view.session(held.session.id)} at "
                    f"{view.when(held.start, held.end)} ({reason})."
                )
                facts = (str(held.start), str(held.end), fact)
                yield Finding(text, (held.session.id, place_id), facts)


def place_too_small(view: View) -> Iterator[Finding]:
    """More people are expected than a place has seats."""
    for held in view.held:
        place = view.programme.places.get(held.place_id or "")
        expected = held.session.expected
        if place is not None and place.seats is not None and expected is not None and expected > place.seats:
            text = (
                f"{view.place(place.id)} has {place.seats} seats, but {expected} people are expected at "
                f"{view.session(held.session.id)}, {view.when(held.start, held.end)}."
            )
            about, facts = (held.session.id, place.id), (str(place.seats), str(expected))
            yield Finding(text, about, facts)


def _spanned(span: Span | Absence) -> str:
    return f"{span.start} {span.end}"


def _because(reason: str, when: str) -> str:
    return f"{reason}, {when}" if reason else when
