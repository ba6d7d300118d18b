"""Which events of a schedule are one session: an event that stands twice is a session that is held twice."""

from collections import defaultdict
from dataclasses import dataclass, field

from majlis.exchange.doubts import Doubts
from majlis.exchange.folding import fold
from majlis.exchange.foreign_ids import is_uuid, made_up_number, repeat_guid
from majlis.exchange.raw_schedule import RawEvent, RawText
from majlis.programme.ids import source_id


@dataclass(slots=True)
class Grouped:
    """One session: its record's id, the source's key, and the events that are it, each one time."""

    id: str
    key: str
    events: list[RawEvent] = field(default_factory=list)


def group(events: tuple[RawEvent, ...], acronym: str, doubts: Doubts) -> tuple[Grouped, ...]:
    """Return the sessions of a schedule in its order."""
    return _Grouping(events, acronym, doubts).sessions()


def same_title(raw: RawText) -> str:
    """Return what a title is compared by."""
    return fold(raw if isinstance(raw, str) else next(iter(raw.values()), ""))


class _Grouping:
    def __init__(self, events: tuple[RawEvent, ...], acronym: str, doubts: Doubts) -> None:
        self._events = events
        self._acronym = acronym
        self._doubts = doubts
        self._guids = self._trusted_guids()
        self._roots = self._repeats()
        self._keys: dict[str, str] = {}

    def sessions(self) -> tuple[Grouped, ...]:
        """Return each session once, with its events in order."""
        found: dict[tuple[str, str], list[RawEvent]] = {}
        for event in self._events:
            found.setdefault(self._mark(event), []).append(event)
        return tuple(self._session(mark, events) for mark, events in found.items())

    def _trusted_guids(self) -> frozenset[str]:
        titles: dict[str, dict[str, RawEvent]] = defaultdict(dict)
        for event in self._events:
            if is_uuid(guid := event.guid.casefold()):
                titles[guid].setdefault(same_title(event.title), event)
        for guid, different in titles.items():
            for event in list(different.values())[1:]:
                self._doubts.add(
                    "shared guids",
                    event.where,
                    f"has the guid {guid} of another event; they are kept as two sessions",
                )
        return frozenset(guid for guid, different in titles.items() if len(different) == 1)

    def _repeats(self) -> dict[str, str]:
        roots: dict[str, str] = {}
        for guid in self._guids:
            number = 2
            while (again := repeat_guid(guid, number)) in self._guids:
                roots[again] = guid
                number += 1
        return roots

    def _guid(self, event: RawEvent) -> str:
        guid = event.guid.casefold()
        return self._roots.get(guid, guid) if guid in self._guids else ""

    def _mark(self, event: RawEvent) -> tuple[str, str]:
        number = self._number(event)
        if number:
            return number, same_title(event.title)
        return self._guid(event) or event.slug or event.code or f"length {event.duration}", same_title(event.title)

    def _number(self, event: RawEvent) -> str:
        guid = self._guid(event)
        if not event.id.strip("0-"):
            return ""
        repeated = event.guid.casefold() in self._roots or guid in self._roots.values()
        return f"guid {guid}" if repeated or _is_made_up(event) else event.id

    def _session(self, mark: tuple[str, str], events: list[RawEvent]) -> Grouped:
        guids = [guid for event in events if (guid := self._guid(event))]
        events.sort(key=lambda event: event.guid.casefold() in self._roots)
        key = self._key(mark, events[0])
        session_id = min(guids) if guids else source_id(self._acronym, "session", key or mark[1])
        return Grouped(session_id, key, events)

    def _key(self, mark: tuple[str, str], event: RawEvent) -> str:
        guid = self._guid(event)
        key = event.id if event.id.strip("0-") and not _is_made_up(event) else ""
        if not key:
            return "" if guid else event.slug or event.code or mark[1]
        holder = self._keys.setdefault(key, mark[1])
        if holder == mark[1]:
            return key
        other = f"{key} {event.slug or event.code or mark[1]}".strip()
        self._doubts.add("shared ids", event.where, f"has the id of another event; its key became {other[:80]!r}")
        return other


def _is_made_up(event: RawEvent) -> bool:
    guid = event.guid.casefold()
    return is_uuid(guid) and event.id == str(made_up_number(guid))
