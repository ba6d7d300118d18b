"""A whole event as one document: nothing is lost, it merges by id, and what a stranger made of it does no harm."""

from base64 import b64encode
from dataclasses import replace
from datetime import date, datetime
import json
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st
import pytest

from example import LEILA, THURSDAY, example
from exchange.whole_events import CONTENTS, EDITION, EMPTY, PHOTO, SNAPSHOT, Made, document, doubts, full, whole
from majlis.cli.run import run
from majlis.document import Document
from majlis.exchange.contents import LARGEST_SNAPSHOT
from majlis.exchange.formats import read, write
from majlis.exchange.pictures import LONGEST_KEPT, SIDE, picture_of
from majlis.programme.edits.edit import apply
from majlis.programme.edits.people import portray
from majlis.programme.ids import content_hash
from majlis.programme.plain import to_plain
from majlis.programme.programme import Programme
from majlis.programme.records import Day, Edition, Event, Person, Place, Session, Theme
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts
from sample_pictures import photo, sample, written
from strategies import lines, programmes


def test_a_whole_event_comes_back_as_it_was() -> None:
    reading = read(whole(), EMPTY)
    assert reading.format == "majlis-json"
    assert apply(EMPTY, reading.edit) == full()
    assert reading.contents == CONTENTS
    assert reading.doubts == ()
    assert reading.edit.label == "Import أيام المعنى"
    assert (reading.added["people"], reading.added["editions"], reading.added["events"]) == (2, 1, 1)


def test_people_can_read_the_document() -> None:
    made = json.loads(whole())
    assert list(made) == ["format", "version", "tables", "pictures", "snapshots"]
    assert made["tables"]["people"] == [to_plain(full().people[key]) for key in ("leila", "yusuf")]
    assert made["pictures"] == {PHOTO.hash: b64encode(PHOTO.data).decode()}
    assert list(made["snapshots"]) == [EDITION.snapshot]
    assert "أيام المعنى".encode() in whole()


@given(programmes(), st.lists(lines, max_size=2, unique=True))
def test_an_export_is_the_same_programme_and_exported_again_the_same_bytes(
    programme: Programme, notes: list[str]
) -> None:
    editions = [
        Edition(id=note, number=number, at=datetime(2027, 1, 1, number), note=note)
        for number, note in enumerate(notes)
    ]
    programme = programme.changed((edition.table, edition.id, edition) for edition in editions)
    exported = write(programme, "majlis-json")
    back = apply(EMPTY, read(exported, EMPTY).edit)
    assert back == programme
    assert write(back, "majlis-json") == exported
    assert write(Programme.of(reversed(list(programme.records()))), "majlis-json") == exported


@given(programmes())
def test_importing_twice_is_importing_once(programme: Programme) -> None:
    exported = write(programme, "majlis-json")
    again = read(exported, apply(EMPTY, read(exported, EMPTY).edit))
    assert again.edit.changes == ()
    assert sum(again.added.values()) + sum(again.updated.values()) == 0


@given(programmes(), programmes())
def test_into_the_same_event_it_adds_and_updates_by_id_and_deletes_nothing(
    present: Programme, source: Programme
) -> None:
    assume(present.sessions.keys() & source.sessions.keys())
    without_photos = [(one.table, one.id, replace(one, photo="")) for one in source.people.values()]
    source = source.changed([*without_photos, ("events", "event", replace(source.event, acronym="ours"))])
    present = present.changed([("events", "event", replace(present.event, acronym="ours"))])
    after = apply(present, read(write(source, "majlis-json"), present).edit)
    dates = {day.date for day in present.days.values()}
    brought = (
        record
        for record in source.records()
        if not (isinstance(record, Day) and record.id not in present.days and record.date in dates)
    )
    assert after == present.changed((record.table, record.id, record) for record in brought)


def test_fields_that_a_document_lacks_stay_as_they_are() -> None:
    def lack(made: Made) -> None:
        made["tables"] = {"sessions": [{"id": "panel", "minutes": 90}]}

    reading = read(document(lack), full())
    after = apply(full(), reading.edit)
    assert after == full().changed([("sessions", "panel", replace(full().sessions["panel"], minutes=90))])
    assert reading.updated["sessions"] == 1


def test_a_day_that_is_there_under_another_id_is_not_doubled() -> None:
    other = example().changed([("days", "thursday", None), ("days", "other", replace(THURSDAY, id="other"))])
    after = apply(other, read(whole(), other).edit)
    assert sorted(after.days) == ["friday", "other"]


def test_another_event_is_taken_in_by_key_and_name() -> None:
    other = Programme.of(
        [
            Event(title=Texts(en="Another event"), languages=("en",)),
            Person(id="someone", name=Texts(en="Leila Nasser")),
            Session(id="hers", title=Texts(en="Hers")),
        ]
    )
    reading = read(whole(), other)
    after = apply(other, reading.edit)
    assert sorted(after.people) == ["someone", "yusuf"]
    assert after.event == other.event
    assert after.people["someone"].photo == PHOTO.hash
    assert read(whole(), after).edit.changes == ()
    assert reading.contents == {PHOTO.hash: PHOTO.data}
    assert doubts(reading) == [
        "waivers: 1 belong to the other event and were left there",
        "editions: 1 belong to the other event and were left there",
    ]


def test_an_event_that_was_renamed_is_still_the_same_by_its_short_name_or_a_title() -> None:
    renamed = replace(example().event, title=Texts(en="Days of Reason"))
    source = example().changed([("events", "event", renamed)])
    for event in (example().event, replace(example().event, acronym="other", title=Texts(fr="DAYS of  reason"))):
        present = example().changed([("events", "event", event)])
        assert apply(present, read(write(source, "majlis-json"), present).edit).event == renamed
    other = example().changed([("events", "event", replace(renamed, acronym="x", title=Texts(en="X")))])
    assert read(write(source, "majlis-json"), other).edit.changes == ()


def test_a_photo_that_the_file_lost_is_told_and_the_present_one_stays() -> None:
    lost = write(full(), "majlis-json")
    assert doubts(read(lost, EMPTY)) == [
        "people 1: names a photo that did not come along",
        "editions 1: comes without the programme as it was then",
    ]
    assert apply(EMPTY, read(lost, EMPTY).edit) == full()
    present = example().changed([("people", "leila", replace(LEILA, photo="a" * 64))])
    assert apply(present, read(lost, present).edit).people["leila"].photo == "a" * 64
    assert read(lost, full()).doubts == ()


def with_picture(data: bytes, key: str = "") -> bytes:
    def swap(made: Made) -> None:
        name = key or content_hash(data)
        made["pictures"] = {name: b64encode(data).decode()}
        made["tables"]["people"][0]["photo"] = name

    return document(swap)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "“the photo” is empty."),
        (b"GIF89a and no more", "“the photo” is damaged or cut short."),
        (b"%PDF-1.7" + b"x" * 300, "“the photo” is a PDF."),
        (photo()[:900], "“the photo” is damaged or cut short."),
        (written(sample(LONGEST_KEPT + 1, LONGEST_KEPT), "PNG"), "pixels, too many for a picture."),
        (photo() + b"\0" * 4_000_000, "“the photo” has 4 MB; 4 are the most"),
    ],
)
def test_a_photo_that_is_none_is_left_out_and_told(data: bytes, why: str) -> None:
    reading = read(with_picture(data), EMPTY)
    assert apply(EMPTY, reading.edit).people["leila"].photo == ""
    assert PHOTO.hash not in reading.contents
    (told,) = doubts(reading)
    assert told.startswith("people 1: has a photo that was left out: ")
    assert why in told


def test_a_photo_under_a_false_hash_or_in_false_letters_is_left_out() -> None:
    assert "is not the one that was written" in doubts(read(with_picture(photo(), "0" * 64), EMPTY))[0]
    torn = with_picture(photo()).replace(b64encode(photo())[:40], b"*" * 40)
    assert "is not the one that was written" in doubts(read(torn, EMPTY))[0]
    assert "did not come along" in doubts(read(with_picture(photo(), "not a hash"), EMPTY))[0]


def test_a_photo_of_another_making_is_kept_in_our_own_form() -> None:
    large = written(sample(1_200, 1_600), "PNG")
    reading = read(with_picture(large), EMPTY)
    kept = picture_of(large)
    assert reading.contents[kept.hash] == kept.data
    assert max(kept.width, kept.height) == SIDE
    assert apply(EMPTY, reading.edit).people["leila"].photo == kept.hash


def test_what_nobody_names_is_not_taken() -> None:
    def hide(made: Made) -> None:
        made["pictures"]["f" * 64] = b64encode(b"hidden" * 100).decode()

    assert read(document(hide), EMPTY).contents == CONTENTS


def test_a_damaged_snapshot_is_left_out_and_told() -> None:
    def damage(made: Made) -> None:
        made["snapshots"][EDITION.snapshot] = b64encode(SNAPSHOT[:-1]).decode()

    def bloat(made: Made) -> None:
        data = b"x" * (LARGEST_SNAPSHOT + 1)
        made["tables"]["editions"][0]["snapshot"] = content_hash(data)
        made["snapshots"] = {content_hash(data): b64encode(data).decode()}

    for change in (damage, bloat):
        reading = read(document(change), EMPTY)
        assert reading.contents == {PHOTO.hash: PHOTO.data}
        assert doubts(reading) == ["editions 1: comes with a damaged snapshot; that was left out"]


def test_an_event_with_too_many_photos_is_not_written() -> None:
    people = [Person(id=str(number), photo=f"{number:064}") for number in range(20)]
    big = bytes(20_000_000)
    with pytest.raises(Refusal, match="MB with its photos; one document can hold 500"):
        write(Programme.of(people), "majlis-json", lambda _key: big)


def test_half_a_character_is_written_as_json_spells_it() -> None:
    odd = example().changed([("people", "leila", replace(LEILA, notes="half \ud800"))])
    assert json.loads(write(odd, "majlis-json"))["tables"]["people"][0]["notes"] == "half \ud800"


def test_places_may_change_which_lies_in_which() -> None:
    here = Programme.of([Event(title=Texts(en="E")), Place(id="a"), Place(id="b", parent_id="a"), Theme(id="t")])
    there = here.changed(
        [("places", "a", Place(id="a", parent_id="b")), ("places", "b", Place(id="b"))],
    )
    assert apply(here, read(write(there, "majlis-json"), here).edit) == there


def test_nothing_comes_to_lie_within_itself() -> None:
    places = [Place(id="a"), Place(id="b"), Place(id="c", parent_id="a"), Place(id="d")]
    here = Programme.of([Event(title=Texts(en="E")), *places])

    def within(made: Made) -> None:
        rows = (("a", "b"), ("b", "c"), ("d", "e"), ("e", "d"))
        made["tables"] = {"places": [{"id": key, "parent_id": parent} for key, parent in rows]}

    reading = read(document(within), here)
    after = apply(here, reading.edit)
    assert {key: place.parent_id for key, place in after.places.items()} == {
        "a": None,
        "b": "c",
        "c": "a",
        "d": None,
        "e": "d",
    }
    assert (reading.added["places"], reading.updated["places"], reading.unchanged["places"]) == (1, 1, 2)
    assert apply(after, read(document(within), after).edit) == after


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the path of a file that holds the full example with its contents."""
    path = tmp_path / "a.majlis"
    Document.create(path, full(), contents=CONTENTS).close()
    return path


def test_from_file_to_file_by_command_nothing_is_lost(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, again, new = tmp_path / "out.majlis.json", tmp_path / "again.json", tmp_path / "new.majlis"
    assert run(["export", str(file), "majlis-json", "-o", str(out)]) == 0
    assert run(["import", str(new), str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []
    assert run(["export", str(new), "majlis-json", "-o", str(again)]) == 0
    assert again.read_bytes() == out.read_bytes()
    with Document.open(new) as document:
        assert document.programme == full()
        assert {key: document.content(key) for key in CONTENTS} == CONTENTS
        assert document.verify() == ()
        assert document.edition_programme(EDITION) == example()


def test_into_a_file_that_is_there_photos_come_along_and_undo_takes_it_back(file: Path, tmp_path: Path) -> None:
    out, other = tmp_path / "out.majlis.json", tmp_path / "b.majlis"
    assert run(["export", str(file), "majlis-json", "-o", str(out)]) == 0
    Document.create(other, example()).close()
    assert run(["import", str(other), str(out)]) == 0
    with Document.open(other) as document:
        assert document.programme == full()
        assert document.content(PHOTO.hash) == PHOTO.data
        document.undo()
        assert document.programme == example()


def test_a_photo_survives_export_by_whoever_adds_it(file: Path, tmp_path: Path) -> None:
    with Document.open(file) as document:
        edit = portray(document.programme, document.programme.people["yusuf"], PHOTO.hash)
        document.do(edit, {PHOTO.hash: PHOTO.data})
        data = write(document.programme, "majlis-json", document.content)
    assert json.loads(data)["pictures"].keys() == {PHOTO.hash}
    assert read(data, EMPTY).contents == CONTENTS
    assert date(2027, 10, 21) in {day.date for day in apply(EMPTY, read(data, EMPTY).edit).days.values()}
