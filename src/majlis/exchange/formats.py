"""Every format that Majlis exchanges, in one list; reading and writing begin here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from majlis.exchange.doubts import Doubt, Doubts
from majlis.exchange.frab_xml import read_frab_xml
from majlis.exchange.frab_xml_writing import write_frab_xml
from majlis.exchange.ical import write_ical
from majlis.exchange.intake import take_in
from majlis.exchange.raw_schedule import RawSchedule
from majlis.exchange.schedule_events import END_OF_READING, source_of
from majlis.exchange.schedule_json import read_schedule_json
from majlis.exchange.schedule_json_writing import write_schedule_json
from majlis.programme.edits.edit import Edit
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal

SIZE_LIMIT: Final = 100 * 1_024 * 1_024
"""Bytes that a source may have."""

Progress = Callable[[float], None]
Reader = Callable[[bytes, Doubts, Progress], RawSchedule]
Writer = Callable[[Programme], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its id and name, the suffix of its files, whether they are text, and what reads and writes it.

    `recognises` says of a file's bytes whether they are of this format, without reading all of them.
    """

    id: str
    name: str
    suffix: str
    text: bool
    recognises: Callable[[bytes], bool]
    read: Reader | None = None
    write: Writer | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a source: an edit, what was doubtful, and the number of records by table."""

    format: str
    edit: Edit
    doubts: tuple[Doubt, ...]
    added: dict[str, int]
    updated: dict[str, int]
    unchanged: dict[str, int]


def _is_frab_xml(data: bytes) -> bool:
    return _is_xml(data) and b"<schedule" in _plain(data[:20_000])


def _is_schedule_json(data: bytes) -> bool:
    return _is_json(data) and b'"conference"' in _plain(data)


def _is_ical(data: bytes) -> bool:
    return _beginning(data).upper().startswith(b"BEGIN:VCALENDAR")


FORMATS: Final = (
    Format(
        "frab-xml",
        "frab / pentabarf schedule.xml",
        ".xml",
        text=True,
        recognises=_is_frab_xml,
        read=read_frab_xml,
        write=write_frab_xml,
    ),
    Format(
        "schedule-json",
        "schedule.json of frab, pretalx and the VOC",
        ".json",
        text=True,
        recognises=_is_schedule_json,
        read=read_schedule_json,
        write=write_schedule_json,
    ),
    Format("ical", "iCalendar", ".ics", text=True, recognises=_is_ical, write=write_ical),
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
    if len(data) > SIZE_LIMIT:
        raise Refusal(
            f"The file has {len(data) >> 20} MB; {SIZE_LIMIT >> 20} MB are the most that can be imported."
        )
    progress(0)
    chosen = _chosen(data, format_id)
    if chosen.read is None:
        raise Refusal(f"{chosen.name} can be written, not read. {readable()}")
    doubts = Doubts()
    source = source_of(chosen.read(data, doubts, progress), doubts, progress)
    progress(END_OF_READING)
    label = f"Import {source.event.title.best() or 'a schedule'}"[:80]
    taken = take_in(programme, source, label, doubts)
    progress(1)
    return Reading(chosen.id, taken.edit, doubts.all(), taken.added, taken.updated, taken.unchanged)


def write(programme: Programme, format_id: str) -> bytes:
    """Return a programme in a format; raise `Refusal` where there is no such format to write."""
    chosen = _by_id(format_id)
    if chosen is None or chosen.write is None:
        names = ", ".join(one.id for one in FORMATS if one.write)
        raise Refusal(f"The format {format_id!r} can't be written; these can: {names}.")
    return chosen.write(programme)


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
    chosen = next((one for one in FORMATS if one.recognises(data)), None)
    if chosen is None:
        raise Refusal(f"{_why_unknown(data)} {readable()}")
    return chosen


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
