"""Rules of whether people can be where they are wanted."""

from collections import defaultdict
from collections.abc import Iterator

from majlis.programme.records import Absence, Person
from majlis.programme.rules.problem import Finding
from majlis.programme.rules.view import Held, View


def person_unavailable(view: View) -> Iterator[Finding]:
    """A person is not yet there, already gone, or said no to that time."""
    absences: dict[str, list[Absence]] = defaultdict(list)
    for absence in view.programme.absences.values():
        if absence.person_id is not None:
            absences[absence.person_id].append(absence)
    for held in view.held:
        for person_id in dict.fromkeys(part.person_id for part in view.attending(held.session)):
            person = view.programme.people[person_id]
            for why, fact in _reasons(view, person, held, absences.get(person_id, [])):
                text = (
                    f"{view.person(person_id)} {why}, and {view.session(held.session.id)} in "
                    f"{view.place(held.place_id)} is at {view.when(held.start, held.end)}."
                )
                about = (held.session.id, person_id)
                yield Finding(text, about, (str(held.start), str(held.end), fact))


def _reasons(view: View, person: Person, held: Held, absences: list[Absence]) -> Iterator[tuple[str, str]]:
    """Yield why a person is not to be had, in words and as a fact."""
    if person.arrival is not None and held.start < person.arrival:
        yield f"arrives only at {view.at(person.arrival)}", f"arrival {person.arrival}"
    if person.departure is not None and held.end > person.departure:
        yield f"leaves at {view.at(person.departure)}", f"departure {person.departure}"
    for absence in absences:
        if absence.start < held.end and held.start < absence.end:
            because = f" ({absence.reason})" if absence.reason else ""
            away = f"is away {view.when(absence.start, absence.end)}{because}"
            yield away, f"absence {absence.start} {absence.end}"
