"""A committee's timetable from CSV: a line a day, a column an hour, in its country's words, digits and clocks.

What can't be read is told in a sentence and left to be computed; nothing is guessed that could be another time.
"""

from collections.abc import Iterable, Sequence
import csv
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import StringIO
from types import MappingProxyType
from typing import Final

from majlis.calendars.prayers.clock_reading import WrittenTime, is_twelve_hour, read_time, resolved
from majlis.calendars.prayers.date_reading import read_dates
from majlis.calendars.prayers.hour_names import column_named, is_date_heading
from majlis.calendars.prayers.hours import Hour
from majlis.calendars.prayers.timetable import Timetable, TimetableDoubt, TimetableLine
from majlis.programme.refusal import Refusal

_LARGEST: Final = 4_000_000
_DELIMITERS: Final = ",;\t|"
_HEADINGS_WITHIN: Final = 20
"""Lines among which the headings are looked for; titles may stand above them."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where what stands: the line of the headings, the column of the dates, those of the hours."""

    line: int
    dates: int
    hours: dict[Hour, int]
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A line as it is written: its number in the file, its date, its times."""

    number: int
    day: date
    times: dict[Hour, WrittenTime]


@dataclass(slots=True)
class _Reader:
    """What is known while a file is read."""

    name: str
    days: tuple[date, ...]
    doubts: list[TimetableDoubt] = field(default_factory=list[TimetableDoubt])

    def doubt(self, line: int, text: str) -> None:
        where = f"Line {line} of {self.name}" if line else self.name
        self.doubts.append(TimetableDoubt(line, f"{where}: {text}"))


def read_timetable(data: bytes, name: str, days: Iterable[date] = (), hijri_offset: int = 0) -> Timetable:
    """Return the timetable of a CSV file; `days` are the event's, `hijri_offset` is that of its Hijri dates.

    Raise `Refusal` where it is no timetable: no headings, or no date that can be read.
    """
    if len(data) > _LARGEST:
        raise Refusal(f"{name} is too large for a timetable of prayers ({len(data) // 1_000_000} MB).")
    reader = _Reader(name, tuple(sorted(set(days))))
    rows = _cells(_decoded(data), name)
    columns = _columns(rows, name)
    if columns.unused:
        reader.doubt(columns.line, f"the columns {', '.join(columns.unused)} are not used.")
    written = _rows(reader, rows, columns, hijri_offset)
    if not written:
        raise Refusal(
            f"{name} has no line with a date that can be read; "
            "write dates in figures, as 2027-10-21 or 21/10/2027."
        )
    lines = _lines(reader, written)
    _tell_missing(reader, written)
    return Timetable(name, MappingProxyType(lines), tuple(reader.doubts))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1256", errors="replace")


def _cells(text: str, name: str) -> list[list[str]]:
    delimiter = max(_DELIMITERS, key=text.count)
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise Refusal(f"{name} can't be read as CSV: {error}. Save the timetable as CSV in UTF-8.") from None


def _columns(rows: Sequence[Sequence[str]], name: str) -> _Columns:
    for place, row in enumerate(rows[:_HEADINGS_WITHIN]):
        dates = next((column for column, heading in enumerate(row) if is_date_heading(heading)), None)
        hours: dict[Hour, int] = {}
        for column, heading in enumerate(row):
            hour = column_named(heading)
            if hour is not None and (hour not in hours or _is_imsak(row[hours[hour]])):
                hours[hour] = column
        if dates is not None and hours:
            used = {dates, *hours.values()}
            unused = (heading.strip() for column, heading in enumerate(row) if column not in used)
            return _Columns(place + 1, dates, hours, tuple(f"“{heading}”" for heading in unused if heading))
    raise Refusal(
        f"{name} has no line of headings that names the date and the prayers; write date, fajr, sunrise, dhuhr, "
        "asr, maghrib, isha above the columns, or the same in Arabic, Persian, Turkish, Urdu, Malay or French."
    )


def _is_imsak(heading: str) -> bool:
    """Say whether a heading is Fajr in Turkish but, beside another Fajr, the end of eating before it."""
    return "imsak" in heading.casefold() or "msak" in heading.casefold()


def _rows(reader: _Reader, cells: Sequence[Sequence[str]], columns: _Columns, offset: int) -> list[_Row]:
    below = [
        (number, row)
        for number, row in enumerate(cells[columns.line :], columns.line + 1)
        if any(map(str.strip, row))
    ]
    dates = read_dates([_cell(row, columns.dates) for _, row in below], frozenset(reader.days), offset)
    rows: dict[date, _Row] = {}
    for (number, row), day in zip(below, dates, strict=True):
        if day is None:
            reader.doubt(number, f"“{_cell(row, columns.dates)}” is no date; the line was left out.")
        elif day in rows:
            reader.doubt(number, f"{day.isoformat()} stands in line {rows[day].number} already, which counts.")
        else:
            rows[day] = _Row(number, day, _times(reader, number, row, columns))
    return list(rows.values())


def _times(reader: _Reader, number: int, row: Sequence[str], columns: _Columns) -> dict[Hour, WrittenTime]:
    times: dict[Hour, WrittenTime] = {}
    for hour in Hour:
        if hour not in columns.hours:
            continue
        text = _cell(row, columns.hours[hour])
        written = read_time(text)
        if written is not None:
            times[hour] = written
        elif text:
            reader.doubt(number, f"“{text}” is no time of day; {hour.capitalize()} is computed.")
        else:
            reader.doubt(number, f"{hour.capitalize()} is missing; it is computed.")
    return times


def _lines(reader: _Reader, rows: Sequence[_Row]) -> dict[date, TimetableLine]:
    later = [
        written for row in rows for hour, written in row.times.items() if hour not in {Hour.FAJR, Hour.SUNRISE}
    ]
    twelve = bool(later) and all(is_twelve_hour(written) for written in later)
    if twelve:
        reader.doubt(
            0, "the times are by the 12-hour clock without AM or PM; those from Dhuhr on were read as afternoon."
        )
    lines: dict[date, TimetableLine] = {}
    for row in rows:
        moments = _moments(reader, row, twelve=twelve)
        if moments:
            lines[row.day] = TimetableLine(row.number, MappingProxyType(moments))
    return lines


def _moments(reader: _Reader, row: _Row, *, twelve: bool) -> dict[Hour, datetime]:
    """Return the times of a line, or none where they are not in the order of the day."""
    midnight = datetime.combine(row.day, time())
    moments: dict[Hour, datetime] = {}
    last, previous = None, -1
    for hour, written in row.times.items():
        minutes = resolved(hour, written, previous, twelve=twelve)
        moments[hour] = midnight + timedelta(minutes=minutes)
        if last is not None and minutes <= previous:
            reader.doubt(
                row.number,
                f"on {row.day.isoformat()} {hour.capitalize()} ({moments[hour]:%H:%M}) is not after "
                f"{last.capitalize()} ({moments[last]:%H:%M}); the line was left out, its times are computed.",
            )
            return {}
        last, previous = hour, minutes
    return moments


def _tell_missing(reader: _Reader, rows: Sequence[_Row]) -> None:
    """Tell which days are missing: of the event, or, where it is not known, between the first and the last."""
    written = {row.day for row in rows}
    if reader.days and not written.intersection(reader.days):
        years = " and ".join(str(year) for year in sorted({day.year for day in written}))
        event = f"{reader.days[0].isoformat()} to {reader.days[-1].isoformat()}"
        reader.doubt(0, f"the timetable is of {years}, the event is from {event}; none of its times is used.")
        return
    first, last = min(written), max(written)
    whole = reader.days or tuple(first + timedelta(days=after) for after in range((last - first).days + 1))
    missing = [day.isoformat() for day in whole if day not in written]
    if missing:
        told = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
        reader.doubt(0, f"{told} {'is' if len(missing) == 1 else 'are'} not in it; computed times stand there.")


def _cell(row: Sequence[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""
