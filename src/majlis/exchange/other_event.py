"""Takes another event in, one that is no copy of this: by id, key and name, as an import that never deletes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from majlis.exchange.contents import Bringing, Contents, no_contents
from majlis.exchange.doubts import Doubts
from majlis.exchange.intake import take_in
from majlis.exchange.taken import Taken
from majlis.exchange.told import Source, told
from majlis.programme.names import name_of
from majlis.programme.programme import Programme
from majlis.programme.records import Record

_LEFT_BEHIND = ("waivers", "editions")
"""What belongs to the other event alone: what its committee accepts, and what it gave out."""


def take_programme(
    programme: Programme,
    other: Programme,
    label: str,
    contents: Contents = no_contents,
    doubts: Doubts | None = None,
) -> Taken:
    """Return the edit that brings a programme what another event's programme holds.

    What is there already, by id, key or name, keeps its names and gets what else the other one gives; the rest is
    added with its own ids. Nothing is deleted, and a second time nothing comes. `contents` gives the photos of the
    other event; those that come along are in the `contents` of what is returned.
    """
    doubts = doubts or Doubts()
    for table in _LEFT_BEHIND:
        if count := len(other.tables[table]):
            doubts.add("left behind", table, f"{count:,} belong to the other event and were left there")
    bringing = Bringing(contents, doubts)
    taken = take_in(programme, source_of_programme(_with_photos(programme, other, bringing)), label, doubts)
    return replace(taken, contents=bringing.taken)


def source_of_programme(other: Programme) -> Source:
    """Return a programme as a source tells it."""
    people, sessions = (sorted(other.tables[table]) for table in ("people", "sessions"))
    return Source(
        event=other.event,
        days=other.days_in_order(),
        places=tuple(told(place, _where(other, place)) for place in other.places_in_order()),
        themes=tuple(told(theme, _where(other, theme)) for theme in other.themes_in_order()),
        people=tuple(told(other.people[key], _where(other, other.people[key])) for key in people),
        sessions=tuple(told(other.sessions[key], _where(other, other.sessions[key])) for key in sessions),
        placements=tuple(other.placements[key] for key in sorted(other.placements)),
        parts=tuple(told(part, "", "role") for key in sessions for part in other.parts_of(key)),
        absences=tuple(other.absences[key] for key in sorted(other.absences)),
        trusted_people=frozenset(_unique_keys(other)),
        of_majlis=True,
    )


def _where(other: Programme, record: Record) -> str:
    return f"{record.table}, {name_of(other, record)}"


def _unique_keys(other: Programme) -> Iterator[str]:
    counts = Counter(person.key for person in other.people.values())
    return (person.id for person in other.people.values() if person.key and counts[person.key] == 1)


def _with_photos(programme: Programme, other: Programme, bringing: Bringing) -> Programme:
    """Return the other programme with the photos alone that are here already or come along whole."""
    here = {person.photo for person in programme.people.values()}
    changes: list[tuple[str, str, Record]] = []
    for person in other.people.values():
        if person.photo and person.photo not in here:
            kept = bringing.picture(person.photo, _where(other, person)) or ""
            changes.append((person.table, person.id, replace(person, photo=kept)))
    return other.changed(changes)
