"""Every format that Majlis exchanges, in one list; reading and writing begin here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, cast

from majlis.exchange.contents import Contents, no_contents
from majlis.exchange.doubts import Doubt, Doubts
from majlis.exchange.frab_xml import read_frab_xml
from majlis.exchange.frab_xml_writing import write_frab_xml
from majlis.exchange.ical import write_ical
from majlis.exchange.intake import take_in
from majlis.exchange.majlis_json import is_majlis_json, read_majlis_json
from majlis.exchange.majlis_json_writing import FORMAT, LARGEST, write_majlis_json
from majlis.exchange.other_event import take_programme
from majlis.exchange.raw_schedule import RawSchedule
from majlis.exchange.schedule_events import END_OF_READING, source_of
from majlis.exchange.schedule_json import read_schedule_json
from majlis.exchange.schedule_json_writing import write_schedule_json
from majlis.exchange.taken import Taken
from majlis.exchange.whole_event import take_whole
from majlis.programme.edits.edit import Edit
from majlis.programme.programme import Programme
from majlis.programme.records import EVENT_ID, Event
from majlis.programme.refusal import Refusal

SIZE_LIMIT: Final = 100 * 1_024 * 1_024
"""Bytes that a source may have."""

Progress = Callable[[float], None]
Reader = Callable[[bytes, Programme, Doubts, Progress], Taken]
Writer = Callable[[Programme, Contents], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its id and name, the suffix of its files, whether they are text, and what reads and writes it.

    `recognises` says of a file's bytes whether they are of this format, without reading all of them; `largest` is
    how many there may be.
    """

    id: str
    name: str
    suffix: str
    text: bool
    recognises: Callable[[bytes], bool]
    read: Reader | None = None
    write: Writer | None = None
    largest: int = SIZE_LIMIT


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a source: an edit, what was doubtful, and the number of records by table.

    `contents` are the pictures and snapshots that the edit's records name, by the hash of their bytes.
    """

    format: str
    edit: Edit
    doubts: tuple[Doubt, ...]
    added: dict[str, int]
    updated: dict[str, int]
    unchanged: dict[str, int]
    contents: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


def _is_majlis_json(data: bytes) -> bool:
    return _is_json(data) and is_majlis_json(data)


def _is_frab_xml(data: bytes) -> bool:
    return _is_xml(data) and b"<schedule" in _plain(data[:20_000])


def _is_schedule_json(data: bytes) -> bool:
    return _is_json(data) and b'"conference"' in _plain(data)


def _schedule(parse: Callable[[bytes, Doubts, Progress], RawSchedule]) -> Reader:
    def take(data: bytes, programme: Programme, doubts: Doubts, progress: Progress) -> Taken:
        source = source_of(parse(data, doubts, progress), doubts, progress)
        progress(END_OF_READING)
        return take_in(programme, source, _label(source.event, "a schedule"), doubts)

    return take


def _whole_event(data: bytes, programme: Programme, doubts: Doubts, progress: Progress) -> Taken:
    whole = read_majlis_json(data, doubts, progress)
    told = whole.records.get("events", {}).get(EVENT_ID)
    event = cast("Event", told.record) if told else programme.event
    return take_whole(programme, whole, _label(event, "an event"), doubts, progress)


def _label(event: Event, otherwise: str) -> str:
    return f"Import {event.title.best() or otherwise}"[:80]


def _alone(write: Callable[[Programme], bytes]) -> Writer:
    return lambda programme, _contents: write(programme)


def _is_ical(data: bytes) -> bool:
    return _beginning(data).upper().startswith(b"BEGIN:VCALENDAR")


FORMATS: Final = (
    Format(
        FORMAT,
        "Whole event, one file",
        ".majlis.json",
        text=True,
        recognises=_is_majlis_json,
        read=_whole_event,
        write=write_majlis_json,
        largest=LARGEST,
    ),
    Format(
        "frab-xml",
        "frab / pentabarf schedule.xml",
        ".xml",
        text=True,
        recognises=_is_frab_xml,
        read=_schedule(read_frab_xml),
        write=_alone(write_frab_xml),
    ),
    Format(
        "schedule-json",
        "schedule.json of frab, pretalx and the VOC",
        ".json",
        text=True,
        recognises=_is_schedule_json,
        read=_schedule(read_schedule_json),
        write=_alone(write_schedule_json),
    ),
    Format("ical", "iCalendar", ".ics", text=True, recognises=_is_ical, write=_alone(write_ical)),
)
"""All formats; where several recognise a file, the first one reads it."""


def _ignore(_share: float) -> None:
    pass


def read(data: bytes, programme: Programme, format_id: str | None = None, progress: Progress = _ignore) -> Reading:
    """Return the edit that brings a programme what a file of another program holds.

    Without a format it is chosen by content. `progress` is called with the share that is done, from 0 to 1, and
    may raise to stop: nothing has been changed. Raises `Refusal` for what can't be read.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Refusal("The file is empty; there is nothing to import.")
    recognised = _recognised(data)
    largest = recognised.largest if recognised else SIZE_LIMIT
    if len(data) > largest:
        raise Refusal(f"The file has {len(data) >> 20} MB; {largest >> 20} MB are the most that can be imported.")
    chosen = _chosen(data, format_id)
    progress(0)
    if chosen.read is None:
        raise Refusal(f"{chosen.name} can be written, not read. {readable()}")
    doubts = Doubts()
    taken = chosen.read(data, programme, doubts, progress)
    progress(1)
    return _reading(chosen.id, taken, doubts)


def read_other(other: Programme, contents: Contents, programme: Programme) -> Reading:
    """Return the edit that brings a programme what another event's file holds; see `take_programme`."""
    doubts = Doubts()
    taken = take_programme(programme, other, _label(other.event, "another event"), contents, doubts)
    return _reading("majlis", taken, doubts)


def _reading(format_id: str, taken: Taken, doubts: Doubts) -> Reading:
    counts = taken.added, taken.updated, taken.unchanged
    return Reading(format_id, taken.edit, doubts.all(), *counts, taken.contents)


def write(programme: Programme, format_id: str, contents: Contents = no_contents) -> bytes:
    """Return a programme in a format; raise `Refusal` where there is no such format to write.

    `contents` gives the pictures and snapshots that records name, for the format that holds them.
    """
    chosen = _by_id(format_id)
    if chosen is None or chosen.write is None:
        names = ", ".join(one.id for one in FORMATS if one.write)
        raise Refusal(f"The format {format_id!r} can't be written; these can: {names}.")
    return chosen.write(programme, contents)


def readable() -> str:
    """Return a sentence that names the formats that can be read."""
    names = ", ".join(f"{one.name} ({one.id})" for one in FORMATS if one.read)
    return f"These formats can be read: {names}."


def _by_id(format_id: str) -> Format | None:
    return next((one for one in FORMATS if one.id == format_id), None)


def _chosen(data: bytes, format_id: str | None) -> Format:
    if format_id is not None:
        chosen = _by_id(format_id)
        if chosen is None:
            raise Refusal(f"There is no format {format_id!r}. {readable()}")
        return chosen
    chosen = _recognised(data)
    if chosen is None:
        raise Refusal(f"{_why_unknown(data)} {readable()}")
    return chosen


def _recognised(data: bytes) -> Format | None:
    return next((one for one in FORMATS if one.recognises(data)), None)


def _why_unknown(data: bytes) -> str:
    """Return what a file is that no format recognises, in the words of the reader that comes nearest."""
    for is_family, reader in ((_is_xml, read_frab_xml), (_is_json, read_schedule_json)):
        if is_family(data):
            try:
                reader(data, Doubts(), _ignore)
            except Refusal as refusal:
                return str(refusal)
    return "The file is of no format that is known."


def _is_xml(data: bytes) -> bool:
    return _beginning(data).startswith(b"<")


def _is_json(data: bytes) -> bool:
    return _beginning(data).startswith((b"{", b"["))


def _plain(data: bytes) -> bytes:
    return data.replace(b"\0", b"") if b"\0" in data[:200] else data


def _beginning(data: bytes) -> bytes:
    return _plain(data[:200]).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
