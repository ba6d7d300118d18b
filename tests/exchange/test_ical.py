"""Writing iCalendar as RFC 5545 wants it."""

from datetime import UTC, datetime, timedelta
import re
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from example import example
from majlis.exchange.foreign_ids import guid_of
from majlis.exchange.formats import write
from majlis.exchange.ical import folded, time_zone
from majlis.programme.programme import Programme
from majlis.programme.records import Event, Place, Placement, Session
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts


def lines(programme: Programme) -> list[str]:
    """Return the unfolded lines of a programme's calendar."""
    return write(programme, "ical").decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def events(programme: Programme) -> list[list[str]]:
    """Return the lines of each event."""
    text = "\n".join(lines(programme))
    return [found.split("\n") for found in re.findall(r"BEGIN:VEVENT\n(.*?)\nEND:VEVENT", text, re.DOTALL)]


def held(session: Session, start: datetime, place: Place | None = None) -> Programme:
    """Return a programme of one session, held once."""
    event = Event(title=Texts(en="Lanterns"), zone="Europe/Berlin")
    placed = Placement(id="s@1", session_id=session.id, start=start, place_id=place.id if place else None)
    return Programme.of([event, session, placed, *([place] if place else [])])


def test_each_time_of_a_session_is_an_event() -> None:
    opening, noon = events(example())
    assert opening == [
        f"UID:{guid_of('opening@1')}",
        "DTSTAMP:20271021T060000Z",
        "DTSTART;TZID=Asia/Qatar:20271021T090000",
        "DTEND;TZID=Asia/Qatar:20271021T100000",
        "SUMMARY;LANGUAGE=en:Opening",
        "LOCATION:Great Hall",
        "DESCRIPTION:Dr Leila Nasser",
    ]
    assert noon[4:] == [
        "SUMMARY;LANGUAGE=en:A Reading at Noon",
        "LOCATION:Room of Mirrors",
        "DESCRIPTION:Yusuf Kaya\\, Dr Leila Nasser\\n\\nPoems of four cities\\, read in turn.",
        "CATEGORIES;LANGUAGE=en:Poetry",
    ]


def test_the_calendar_names_the_event_and_ends_every_line_alike() -> None:
    data = write(example(), "ical")
    assert lines(example())[:7] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Majlis//Majlis//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Days of Meaning",
        "X-WR-CALNAME:Days of Meaning",
    ]
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 75


def test_texts_are_escaped() -> None:
    session = Session(
        id="s", title=Texts(en="Ink; paper, \\ and"), abstract=Texts(en="One\nTwo"), url="https://x.example/a b"
    )
    (event,) = events(held(session, datetime(2027, 5, 1, 10)))
    assert event[4:] == [
        "SUMMARY;LANGUAGE=en:Ink\\; paper\\, \\\\ and",
        "DESCRIPTION:One\\nTwo",
        "URL:https://x.example/a%20b",
    ]


def test_a_session_of_no_minutes_has_no_end_and_one_without_a_title_a_summary() -> None:
    (event,) = events(held(Session(id="s", minutes=0), datetime(2027, 5, 1, 10)))
    assert event[2:] == ["DTSTART;TZID=Europe/Berlin:20270501T100000", "SUMMARY;LANGUAGE=en:(untitled)"]


def test_a_cancelled_session_is_cancelled_and_a_rejected_one_absent() -> None:
    start = datetime(2027, 5, 1, 10)
    assert events(held(Session(id="s", state="cancelled"), start))[0][-1] == "STATUS:CANCELLED"
    with pytest.raises(Refusal, match="No session has a time"):
        write(held(Session(id="s", state="rejected"), start), "ical")


def test_a_room_is_told_with_what_it_lies_in() -> None:
    venue = Place(id="v", name=Texts(en="Mill"))
    hall = Place(id="h", name=Texts(en="Hall"), parent_id="v", zone="Asia/Tokyo")
    programme = held(Session(id="s"), datetime(2027, 5, 1, 10), hall).changed([("places", "v", venue)])
    (event,) = events(programme)
    assert event[2] == "DTSTART;TZID=Asia/Tokyo:20270501T100000"
    assert event[-1] == "LOCATION:Hall\\, Mill"
    assert "TZID:Asia/Tokyo" in lines(programme)


def test_a_language_that_is_no_plain_code_is_left_out() -> None:
    (event,) = events(held(Session(id="s", title=Texts({"zh-Hant": "燈籠"})), datetime(2027, 5, 1, 10)))
    assert event[-1] == "SUMMARY:燈籠"


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))))
def test_folding_parts_no_character_and_can_be_undone(line: str) -> None:
    broken = folded(line)
    assert broken.replace("\r\n ", "") == line
    assert max(len(part.encode()) for part in broken.split("\r\n")) <= 75


def test_a_zone_tells_each_change_of_its_clock() -> None:
    told = list(time_zone(ZoneInfo("Europe/Berlin"), datetime(2027, 5, 1), datetime(2027, 5, 3)))
    assert told[:8] == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:STANDARD",
        "DTSTART:20260101T010000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
    ]
    assert told[8:14] == [
        "BEGIN:DAYLIGHT",
        "DTSTART:20260329T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "END:DAYLIGHT",
    ]
    assert [line for line in told if line.startswith("DTSTART:2027")] == [
        "DTSTART:20270328T020000",
        "DTSTART:20271031T030000",
    ]


OFFSET = r"([+-])(\d\d)(\d\d)(\d\d)?"


@pytest.mark.parametrize(
    "name", ["Europe/Berlin", "Asia/Qatar", "America/St_Johns", "Africa/Casablanca", "UTC", "Asia/Tehran"]
)
@settings(deadline=None, max_examples=20)
@given(moment=st.datetimes(datetime(1975, 1, 1), datetime(2036, 1, 1)))
def test_the_written_changes_give_the_zone_its_offsets(name: str, moment: datetime) -> None:
    zone, text = ZoneInfo(name), "\n".join(time_zone(ZoneInfo(name), moment, moment))
    found = re.findall(rf"DTSTART:(\S+)\nTZOFFSETFROM:{OFFSET}\nTZOFFSETTO:{OFFSET}", text)
    offset = timedelta()
    for at, *parts in found:
        before, after = (seconds(parts[:4]), seconds(parts[4:]))
        if datetime.strptime(at, "%Y%m%dT%H%M%S") - before <= moment:
            offset = after
    assert moment.replace(tzinfo=UTC).astimezone(zone).utcoffset() == offset


def seconds(parts: list[str]) -> timedelta:
    """Return the offset that sign, hours, minutes and seconds are."""
    sign, hours, minutes, rest = parts
    length = timedelta(hours=int(hours), minutes=int(minutes), seconds=int(rest or 0))
    return -length if sign == "-" else length


@pytest.mark.parametrize("start", [datetime.min, datetime.max])
def test_the_ends_of_the_calendar_are_written(start: datetime) -> None:
    assert len(events(held(Session(id="s"), start.replace(microsecond=0)))) == 1
