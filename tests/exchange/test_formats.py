"""The list of formats: which one a file is, what is refused, progress, and real files where they are at hand."""

from pathlib import Path

import pytest

from example import example
from exchange.sources import event, json_event, reading, schedule_json, xml
from majlis.exchange.formats import FORMATS, SIZE_LIMIT, read, write
from majlis.programme.edits.edit import apply
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal

DATA = Path(__file__).parents[3] / "shared" / "data"


def refusal(data: bytes, format_id: str | None = None) -> str:
    with pytest.raises(Refusal) as caught:
        reading(data, format_id=format_id)
    return str(caught.value)


def test_a_format_has_its_own_id_and_can_be_read_or_written() -> None:
    assert [(one.id, one.read is not None, one.write is not None) for one in FORMATS] == [
        ("majlis-json", True, True),
        ("frab-xml", True, True),
        ("schedule-json", True, True),
        ("ical", False, True),
    ]


@pytest.mark.parametrize(
    ("data", "format_id"),
    [
        (xml(event()), "frab-xml"),
        (b"\xef\xbb\xbf\n" + xml(event()), "frab-xml"),
        (b'<?xml version="1.0"?>\n<!-- made -->\n' + xml(event()), "frab-xml"),
        (schedule_json(json_event()), "schedule-json"),
        (b" \n" + schedule_json(json_event()), "schedule-json"),
    ],
)
def test_the_content_tells_the_format(data: bytes, format_id: str) -> None:
    assert reading(data).format == format_id


@pytest.mark.parametrize("format_id", ["majlis-json", "frab-xml", "schedule-json", "ical"])
def test_what_is_written_is_recognised_as_what_it_is(format_id: str) -> None:
    data = write(example(), format_id)
    assert [one.id for one in FORMATS if one.recognises(data)] == [format_id]


@pytest.mark.parametrize("data", [b"", b"  \n ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert refusal(data) == "The file is empty; there is nothing to import."


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"title,start\nInk,10:00\n", b"\0\0\0\1", b"PK\x03\x04"])
def test_what_is_of_no_format_is_refused_with_those_that_can_be_read(data: bytes) -> None:
    assert refusal(data) == (
        "The file is of no format that is known. These formats can be read: Whole event, one file "
        "(majlis-json), frab / pentabarf schedule.xml (frab-xml), schedule.json of frab, pretalx and the VOC "
        "(schedule-json)."
    )


def test_a_format_that_is_not_there_is_refused() -> None:
    assert refusal(b"x", "xlsx").startswith("There is no format 'xlsx'. These formats can be read:")
    with pytest.raises(
        Refusal, match="The format 'xlsx' can't be written; these can: majlis-json, frab-xml, schedule-json, ical"
    ):
        write(example(), "xlsx")


def test_a_calendar_can_be_written_and_not_read() -> None:
    assert refusal(write(example(), "ical")).startswith("iCalendar can be written, not read.")


def test_the_wrong_format_by_name_is_refused_with_the_reason() -> None:
    assert "The XML is broken" in refusal(schedule_json(json_event()), "frab-xml")
    assert "The JSON is broken" in refusal(xml(event()), "schedule-json")


def test_a_file_beyond_the_limit_is_refused_unread() -> None:
    assert "100 MB are the most" in refusal(b"<" * (SIZE_LIMIT + 1))


def test_progress_goes_up_to_the_whole() -> None:
    shares: list[float] = []
    events = (event(id=str(number), title=f"No. {number}") for number in range(1, 301))
    read(xml(*events), Programme.of(), progress=shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    assert len(shares) > 4


def test_progress_may_stop_the_reading() -> None:
    def stop(share: float) -> None:
        if share >= 0.5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(xml(event()), Programme.of(), progress=stop)


@pytest.mark.skipif(not DATA.is_dir(), reason="the real files are not at hand")
@pytest.mark.parametrize(
    ("name", "sessions", "people", "places"),
    [
        ("fosdem2026.pentabarf.xml", 883, 927, 30),
        ("31c3.frab.xml", 138, 198, 4),
        ("jev22_everything.schedule.json", 433, 302, 48),
    ],
)
def test_real_files_are_read_whole_and_once(name: str, sessions: int, people: int, places: int) -> None:
    data = (DATA / name).read_bytes()
    first = reading(data)
    assert (first.added["sessions"], first.added["people"], first.added["places"]) == (sessions, people, places)
    programme = apply(Programme.of(), first.edit)
    assert list(programme.dangling()) == []
    assert reading(data, programme).edit.changes == ()
    for format_id in ("frab-xml", "schedule-json"):
        assert reading(write(programme, format_id), programme).edit.changes == ()


@pytest.mark.skipif(not DATA.is_dir(), reason="the real files are not at hand")
def test_another_shape_of_json_is_refused_with_a_sentence() -> None:
    assert "This JSON is a list" in refusal((DATA / "emf2024.schedule.json").read_bytes())
