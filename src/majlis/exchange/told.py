"""What a source tells, as records with deterministic ids: what every reader makes and intake takes."""

from dataclasses import dataclass, fields
from typing import Generic, TypeVar

from majlis.programme.records import Absence, Day, Event, Part, Person, Place, Placement, Record, Session, Theme
from majlis.programme.texts import EMPTY

AnyRecord_co = TypeVar("AnyRecord_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Told(Generic[AnyRecord_co]):
    """A record as a source tells it, and the `fields` that the source really gives; the others are defaults."""

    record: AnyRecord_co
    fields: frozenset[str]
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """All that a source tells. References between its records are by its own ids.

    `trusted_people` are the ids of people whose key names nobody else in the source. A source that is itself a
    programme of Majlis (`of_majlis`) is matched by more signs, since its records need have no keys.
    """

    event: Event
    days: tuple[Day, ...] = ()
    places: tuple[Told[Place], ...] = ()
    themes: tuple[Told[Theme], ...] = ()
    people: tuple[Told[Person], ...] = ()
    sessions: tuple[Told[Session], ...] = ()
    placements: tuple[Placement, ...] = ()
    parts: tuple[Told[Part], ...] = ()
    absences: tuple[Absence, ...] = ()
    trusted_people: frozenset[str] = frozenset()
    of_majlis: bool = False


def told(record: AnyRecord_co, where: str, *always: str) -> Told[AnyRecord_co]:
    """Return a record as told: given is each field that is not as it is by default, and those of `always`."""
    given = {
        field.name
        for field in fields(record)
        if field.name != "id" and getattr(record, field.name) not in ("", None, (), EMPTY, field.default)
    }
    return Told(record, frozenset(given | set(always)), where)
