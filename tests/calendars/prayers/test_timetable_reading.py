"""A committee's timetable from CSV, in its country's words, digits and clocks, and what is told of its faults."""

from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
import pytest

from majlis.calendars.positions import Position
from majlis.calendars.prayers.hours import Hour
from majlis.calendars.prayers.settings import PrayerSettings
from majlis.calendars.prayers.times import Source, prayer_day
from majlis.calendars.prayers.timetable import Timetable
from majlis.calendars.prayers.timetable_reading import read_timetable
from majlis.programme.refusal import Refusal

DAYS = (date(2027, 10, 21), date(2027, 10, 22), date(2027, 10, 23))
HEADINGS = "date,fajr,sunrise,dhuhr,asr,maghrib,isha"
PLAIN = f"""{HEADINGS}
2027-10-21,05:50,07:15,12:54,15:51,18:21,19:41
2027-10-22,05:51,07:16,12:54,15:50,18:20,19:40
2027-10-23,05:52,07:17,12:54,15:49,18:18,19:39
"""
ISTANBUL = PrayerSettings(position=Position(41.0082, 28.9784), zone="Europe/Istanbul", method="turkey")


def read(text: str, days: tuple[date, ...] = DAYS, name: str = "times.csv") -> Timetable:
    return read_timetable(text.encode(), name, days)


def row(timetable: Timetable, day: date = DAYS[0]) -> list[str]:
    """Return the times of a day as text, with a day later marked."""
    line = timetable.days.get(day)
    return [f"{at:%H:%M}{'+' if at.date() > day else ''}" for at in line.times.values()] if line else []


def told(timetable: Timetable) -> list[str]:
    return [doubt.text for doubt in timetable.doubts]


FIRST = ["05:50", "07:15", "12:54", "15:51", "18:21", "19:41"]


def test_a_plain_timetable_is_read_without_a_doubt() -> None:
    timetable = read(PLAIN)
    assert row(timetable) == FIRST
    assert sorted(timetable.days) == list(DAYS)
    assert told(timetable) == []


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace(",", ";"),
        PLAIN.replace(",", "\t"),
        "\ufeff" + PLAIN.replace("\n", "\r\n"),
        "Mosque of the Bridge\n\n" + PLAIN,
        PLAIN.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
        PLAIN.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")),
        PLAIN.replace(HEADINGS, "التاريخ,الفجر,الشروق,الظهر,العصر,المغرب,العشاء"),
        PLAIN.replace(HEADINGS, "تاریخ,اذان صبح,طلوع آفتاب,اذان ظهر,عصر,اذان مغرب,عشا"),
        PLAIN.replace(HEADINGS, "Tarih,İmsak,Güneş,Öğle,İkindi,Akşam,Yatsı"),
        PLAIN.replace(HEADINGS, "تاریخ,فجر,طلوعِ آفتاب,ظہر,عصر,مغرب,عشاء"),
        PLAIN.replace(HEADINGS, "Tarikh,Subuh,Syuruk,Zohor,Asar,Maghrib,Isyak"),
        PLAIN.replace(HEADINGS, "Tanggal,Subuh,Terbit,Dzuhur,Ashar,Magrib,Isya"),
        PLAIN.replace(HEADINGS, "Date,Fajr,Chourouk,Dohr,Asr,Maghrib,Icha"),
        PLAIN.replace("2027-10-", "").replace("\n2", "\n2").replace("21,", "21/10/2027,", 1)
        .replace("22,", "22/10/2027,", 1).replace("23,", "23/10/2027,", 1),
        PLAIN.replace("2027-10-21", "10/21/2027").replace("2027-10-22", "10/22/2027")
        .replace("2027-10-23", "10/23/2027"),
        PLAIN.replace("2027-10-2", "1449-05-2"),
        PLAIN.replace("2027-10-21", "1406/07/29").replace("2027-10-22", "1406/07/30")
        .replace("2027-10-23", "1406/08/01"),
        PLAIN.replace("2027-10-21", "Thu 21.10.2027").replace("2027-10-22", "Fri 22.10.2027")
        .replace("2027-10-23", "Sat 23.10.2027"),
        PLAIN.replace(":", "."),
        PLAIN.replace(":", "h"),
        PLAIN.replace(",07:", ",7:").replace(",05:", ",5:"),
        PLAIN.replace("05:50", "05:50:29"),
    ],
)  # fmt: skip
def test_words_digits_calendars_and_separators_of_many_countries(text: str) -> None:
    timetable = read(text)
    assert row(timetable) == FIRST
    assert sorted(timetable.days) == list(DAYS)
    assert told(timetable) == []


@pytest.mark.parametrize("encoding", ["utf-16", "cp1256", "utf-8-sig"])
def test_encodings_that_spreadsheets_write(encoding: str) -> None:
    text = PLAIN.replace(HEADINGS, "التاريخ,الفجر,الشروق,الظهر,العصر,المغرب,العشاء")
    assert row(read_timetable(text.encode(encoding), "times.csv", DAYS)) == FIRST


@pytest.mark.parametrize(
    "line",
    [
        "5:50 AM,7:15 AM,12:54 PM,3:51 PM,6:21 PM,7:41 PM",
        "5:50 a.m.,7:15am,12:54 p.m.,3:51pm,6:21 pm,7:41 PM",
        "٥:٥٠ ص,٧:١٥ ص,١٢:٥٤ م,٣:٥١ م,٦:٢١ م,٧:٤١ م",
        "۵:۵۰ ق.ظ,۷:۱۵ ق.ظ,۱۲:۵۴ ب.ظ,۳:۵۱ ب.ظ,۶:۲۱ ب.ظ,۷:۴۱ ب.ظ",
        "05:50,07:15,12:54,15:51,18:21,7:41 PM",
    ],
)
def test_the_12_hour_clock_with_its_marks(line: str) -> None:
    timetable = read(f"{HEADINGS}\n2027-10-21,{line}", DAYS[:1])
    assert row(timetable) == FIRST
    assert told(timetable) == []


def test_the_12_hour_clock_without_marks_is_read_as_the_day_goes_and_told() -> None:
    timetable = read(f"{HEADINGS}\n2027-10-21,5:50,7:15,12:54,3:51,6:21,7:41", DAYS[:1])
    assert row(timetable) == FIRST
    (sentence,) = told(timetable)
    assert sentence.startswith("times.csv: the times are by the 12-hour clock without AM or PM;")
    assert sentence.endswith("those from Dhuhr on were read as afternoon.")


def test_the_12_hour_clock_of_a_northern_summer() -> None:
    timetable = read(f"{HEADINGS}\n2027-06-21,12:31,2:55,1:29,6:22,11:50,12:28", (date(2027, 6, 21),))
    assert row(timetable, date(2027, 6, 21)) == ["00:31", "02:55", "13:29", "18:22", "23:50", "00:28+"]


def test_a_night_that_begins_after_midnight() -> None:
    timetable = read(f"{HEADINGS}\n2027-06-21,02:31,02:55,13:29,18:22,00:04,00:28", (date(2027, 6, 21),))
    assert row(timetable, date(2027, 6, 21)) == ["02:31", "02:55", "13:29", "18:22", "00:04+", "00:28+"]
    assert told(timetable) == []


def test_days_that_are_missing_are_told() -> None:
    timetable = read("\n".join(PLAIN.splitlines()[:2]))
    assert told(timetable) == ["times.csv: 2027-10-22, 2027-10-23 are not in it; computed times stand there."]
    without_event = read("\n".join(line for line in PLAIN.splitlines() if "10-22" not in line), ())
    assert told(without_event) == ["times.csv: 2027-10-22 is not in it; computed times stand there."]


def test_many_missing_days_are_counted() -> None:
    times = "05:50,07:15,12:54,15:51,18:21,19:41"
    timetable = read(f"{HEADINGS}\n2027-10-01,{times}\n2027-10-20,{times}", ())
    assert "2027-10-06 and 13 more are not in it" in told(timetable)[0]


def test_another_year_is_told_and_not_used() -> None:
    timetable = read(PLAIN.replace("2027", "2026"))
    (sentence,) = told(timetable)
    assert sentence.startswith("times.csv: the timetable is of 2026, the event is from 2027-10-21 to 2027-10-23;")
    assert sentence.endswith("none of its times is used.")
    assert prayer_day(ISTANBUL, DAYS[0], timetable) == prayer_day(ISTANBUL, DAYS[0])


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (
            "05:50,07:15,15:51,12:54,18:21,19:41",
            "Asr (12:54) is not after Dhuhr (15:51); the line was left out, its times are computed.",
        ),
        ("05:50,05:50,12:54,15:51,18:21,19:41", "Sunrise (05:50) is not after Fajr (05:50)"),
        ("05:50,07:15,12:54,03:51,18:21,19:41", "Asr (03:51) is not after Dhuhr (12:54)"),
    ],
)
def test_times_in_the_wrong_order_are_told_and_left_out(line: str, sentence: str) -> None:
    timetable = read(f"{HEADINGS}\n2027-10-21,{line}", DAYS[:1])
    assert row(timetable) == []
    assert len(told(timetable)) == 1
    assert told(timetable)[0].startswith("Line 2 of times.csv: on 2027-10-21 ")
    assert sentence in told(timetable)[0]


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("25:70", "“25:70” is no time of day; Asr is computed."),
        ("noon", "“noon” is no time of day; Asr is computed."),
        ("13:10 PM", "“13:10 PM” is no time of day; Asr is computed."),
        ("24:01", "“24:01” is no time of day; Asr is computed."),
        ("15:51 maybe", "“15:51 maybe” is no time of day; Asr is computed."),
        ("", "Asr is missing; it is computed."),
    ],
)
def test_a_time_that_can_not_be_read_is_told_and_computed(cell: str, sentence: str) -> None:
    timetable = read(f"{HEADINGS}\n2027-10-21,05:50,07:15,12:54,{cell},18:21,19:41", DAYS[:1])
    assert told(timetable) == [f"Line 2 of times.csv: {sentence}"]
    day = prayer_day(ISTANBUL, DAYS[0], timetable)
    assert day[Hour.ASR].source == Source(method="turkey")
    assert day[Hour.MAGHRIB].source == Source(timetable="times.csv", line=2)
    assert day[Hour.MAGHRIB].local == datetime(2027, 10, 21, 18, 21)


def test_dates_that_can_not_be_read_or_stand_twice_are_told() -> None:
    lines = (
        PLAIN + "31/31/2027,1:00,2:00,12:00,15:00,18:00,19:00\n2027-10-21,1:00,2:00,12:00,15:00,18:00,19:00\n\n"
    )
    timetable = read(lines)
    assert row(timetable) == FIRST
    assert told(timetable) == [
        "Line 5 of times.csv: “31/31/2027” is no date; the line was left out.",
        "Line 6 of times.csv: 2027-10-21 stands in line 2 already, which counts.",
    ]


def test_columns_that_are_not_used_are_told() -> None:
    text = f"{HEADINGS},Jumu'ah,Isha iqamah\n2027-10-21,05:50,07:15,12:54,15:51,18:21,19:41,13:15,20:00"
    timetable = read(text, DAYS[:1])
    assert row(timetable) == FIRST
    assert told(timetable) == ["Line 1 of times.csv: the columns “Jumu'ah”, “Isha iqamah” are not used."]


def test_imsak_beside_another_fajr_is_not_used() -> None:
    text = "Tarikh,Imsak,Subuh,Syuruk\n2027-10-21,05:37,05:47,06:57"
    timetable = read(text, DAYS[:1])
    assert row(timetable) == ["05:47", "06:57"]
    assert told(timetable) == ["Line 1 of times.csv: the columns “Imsak” are not used."]


def test_a_line_that_ends_early_is_read_as_far_as_it_goes() -> None:
    timetable = read(f"{HEADINGS}\n2027-10-21,05:50,07:15", DAYS[:1])
    assert row(timetable) == ["05:50", "07:15"]
    assert len(told(timetable)) == 4


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "has no line of headings that names the date and the prayers; write date, fajr"),
        (b"\x00\x01\x02", "has no line of headings"),
        (b"%PDF-1.7 \xff\xfe", "has no line of headings"),
        (b"2027-10-21,05:50,07:15", "has no line of headings"),
        (b"date,fajr", "has no line with a date that can be read; write dates in figures"),
        (b"date,fajr\nsoon,05:50\n", "has no line with a date that can be read"),
        (b'date,fajr\n"' + b"x" * 200_000, "can't be read as CSV"),
        (b"x" * 5_000_000, "is too large for a timetable of prayers (5 MB)"),
    ],
)
def test_what_is_no_timetable_is_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_timetable(data, "times.csv", DAYS)
    assert str(refused.value).startswith("times.csv ")
    assert sentence in str(refused.value)


def test_the_committees_times_come_first_and_say_so() -> None:
    day = prayer_day(ISTANBUL, DAYS[1], read(PLAIN))
    assert [f"{time.at:%H:%M}" for time in day][:6] == ["05:51", "07:16", "12:54", "15:50", "18:20", "19:40"]
    assert {time.source for time in day} == {Source(timetable="times.csv", line=3), Source(method="turkey")}
    assert day[Hour.MIDNIGHT].source == Source(method="turkey")
    assert day[Hour.ISHA].at.utcoffset() == timedelta(hours=3)


def test_the_hijri_dates_of_a_timetable_have_the_events_offset() -> None:
    text = PLAIN.replace("2027-10-2", "1449-05-2")
    timetable = read_timetable(text.encode(), "times.csv", (), hijri_offset=1)
    assert min(timetable.days) == date(2027, 10, 20)


@given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: f"{HEADINGS}\n{text}".encode()))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        timetable = read_timetable(data, "times.csv", DAYS)
    except Refusal as refusal:
        assert str(refusal).startswith("times.csv ")  # noqa: PT017 - either is right
    else:
        assert all(doubt.text for doubt in timetable.doubts)


@given(st.dates(date(1950, 1, 1), date(2070, 12, 31)), st.integers(2, 20))
def test_what_is_computed_and_written_is_read_the_same(first: date, count: int) -> None:
    days = [first + timedelta(days=after) for after in range(count)]
    lines = [HEADINGS]
    for day in days:
        times = list(prayer_day(ISTANBUL, day))[:6]
        lines.append(",".join([f"{day:%d/%m/%Y}", *(f"{time.at:%H:%M}" for time in times)]))
    timetable = read("\n".join(lines), tuple(days))
    assert told(timetable) == []
    for day in days:
        computed, read_again = prayer_day(ISTANBUL, day), prayer_day(ISTANBUL, day, timetable)
        assert [time.local for time in computed] == [time.local for time in read_again]
