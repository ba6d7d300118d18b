"""What one person has to do at the event: their sessions in order of time, and what altered of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from majlis.pages.sayings import is_printed
from majlis.programme.alterations import Alteration, Renamed, Slot, Told, alterations, people_to_tell
from majlis.programme.alterations.finding import roles_of
from majlis.programme.alterations.kinds import NOWHERE
from majlis.programme.alterations.telling import effective_slots, session_of
from majlis.programme.programme import Programme
from majlis.programme.records import Session


@dataclass(frozen=True, slots=True)
class Engagement:
    """A session in which somebody has roles, held in a slot; `items` are what altered of it for them."""

    session: Session
    slot: Slot
    roles: tuple[str, ...]
    items: tuple[Alteration, ...] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """The engagements of one person by time, and those that they had and have no more."""

    person_id: str
    engagements: tuple[Engagement, ...]
    lost: tuple[Engagement, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether something altered for this person."""
        return bool(self.lost) or any(each.items for each in self.engagements)

    def days(self, programme: Programme) -> dict[date | None, tuple[Engagement, ...]]:
        """Return the engagements by day, None for those without a time."""
        found: dict[date | None, tuple[Engagement, ...]] = {}
        for each in self.engagements:
            day = programme.day_of(each.slot.start) if each.slot.start else None
            key = day.date if day else each.slot.start.date() if each.slot.start else None
            found[key] = (*found.get(key, ()), each)
        return found


def agendas(old: Programme, new: Programme, shows: Callable[[Alteration], bool]) -> dict[str, Agenda]:
    """Return the agenda of everybody who has one, by the person's id, with what altered that print `shows`."""
    items = filter(shows, alterations(old, new))
    told = {each.person_id: each for each in people_to_tell(old, new, items)}
    engaged = (part.person_id for part in new.parts.values() if part.state != "declined")
    made = (_agenda(old, new, key, told.get(key)) for key in dict.fromkeys((*engaged, *told)) if key in new.people)
    return {each.person_id: each for each in made if each.engagements or each.lost}


def agenda_of(new: Programme, person_id: str) -> Agenda:
    """Return the agenda of one person as it is."""
    return _agenda(new, new, person_id, None)


def _agenda(old: Programme, new: Programme, person_id: str, told: Told | None) -> Agenda:
    own = _roles(new, person_id)
    items = _by_engagement(old, new, own, told)
    here = [
        Engagement(new.sessions[key], slot, roles, tuple(_here(items.get(key, ()), slot)))
        for key, roles in own.items()
        for slot in effective_slots(new, key) or (NOWHERE,)
    ]
    lost = [
        Engagement(session, slot, roles_of(old, key).get(person_id, ()), tuple(some))
        for key, some in items.items()
        if key not in own and (session := old.sessions.get(key)) is not None and person_id in roles_of(old, key)
        for slot in (effective_slots(old, key) or (NOWHERE,))[:1]
    ]
    return Agenda(person_id, tuple(sorted(here, key=_order)), tuple(sorted(lost, key=_order)))


def _roles(programme: Programme, person_id: str) -> dict[str, tuple[str, ...]]:
    keys = dict.fromkeys(part.session_id for part in programme.parts_by(person_id))
    found = {key: roles_of(programme, key).get(person_id, ()) for key in keys}
    return {key: roles for key, roles in found.items() if roles and is_printed(programme.sessions[key])}


def _by_engagement(
    old: Programme, new: Programme, own: Iterable[str], told: Told | None
) -> dict[str, list[Alteration]]:
    """Return what somebody is told by the session of theirs that it belongs to, else by the session itself."""
    found: dict[str, list[Alteration]] = {}
    for item, _ in told.items if told else ():
        for key in _belongs(old, new, frozenset(own), item):
            found.setdefault(key, []).append(item)
    return found


def _belongs(old: Programme, new: Programme, own: frozenset[str], item: Alteration) -> Iterator[str]:
    if isinstance(item, Renamed) and item.table == "places":
        yield from (key for key in own if any(slot.place_id == item.id for slot in effective_slots(new, key)))
        return
    about = session_of(old, new, item)
    if about is None:
        return
    if about in own:
        yield about
        return
    talks = [key for key in own if about in new.blocks_of(key)]
    blocks = [key for key in own if about in new.sessions and key in new.blocks_of(about)]
    yield from talks or blocks or [about]


def _here(items: Iterable[Alteration], slot: Slot) -> Iterator[Alteration]:
    """Yield what altered of a session as it is held in one slot: not how it came into another one."""
    for item in items:
        other = getattr(item, "after", None)
        if not isinstance(other, Slot) or other == slot:
            yield item


def _order(engagement: Engagement) -> tuple[datetime, str, str]:
    return engagement.slot.start or datetime.max, engagement.session.title.best(), engagement.session.id
