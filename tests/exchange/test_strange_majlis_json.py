"""What a stranger made of a whole event's document: taken as far as it can be, or refused with its place."""

from collections.abc import Callable
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
import pytest

from example import example
from exchange.whole_events import EMPTY, Made, document, doubts, full, whole
from majlis.exchange.formats import read
from majlis.exchange.majlis_json import LONGEST_TEXT
from majlis.exchange.majlis_json_writing import LARGEST
from majlis.programme.edits.edit import apply
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts


def refusal(data: bytes, programme: Programme = EMPTY) -> str:
    with pytest.raises(Refusal) as caught:
        read(data, programme, "majlis-json")
    return str(caught.value)


def setting(*path: str | int, to: Any) -> Callable[[Made], None]:  # noqa: ANN401 - any JSON value
    def change(made: Made) -> None:
        at: Any = made
        for name in path[:-1]:
            at = at[name]
        at[path[-1]] = to

    return change


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (setting("version", to=2), "The event was written by a newer Majlis (version 2 of the format"),
        (setting("version", to="1"), "This is JSON, but no event that Majlis wrote"),
        (setting("format", to="frab"), "This is JSON, but no event that Majlis wrote"),
        (setting("tables", to=[]), "“tables” is not what it should be, an object in braces."),
        (setting("pictures", to=[]), "“pictures” is not what it should be, an object in braces."),
        (setting("tables", "people", to={}), "people is no list of records."),
        (setting("tables", "people", 1, to="Yusuf"), "people 2 is not what it should be, an object in braces."),
        (setting("tables", "people", 1, "id", to=None), "people 2: the id can't be read (None is no text)."),
        (setting("tables", "people", 1, "id", to=""), "people 2: '' can't be the id of a record."),
        (setting("tables", "people", 1, "id", to="a\0b"), "people 2: 'a\\x00b' can't be the id of a record."),
        (setting("tables", "people", 1, "id", to="x" * 1_001), "people 2: 'xxxxxxxx"),
        (
            setting("tables", "people", 1, "id", to="leila"),
            "people 2 has the id “leila”, which another has",
        ),
        (
            setting("tables", "people", 1, "name", to="Yusuf"),
            "people 2: the name can't be read ('Yusuf' is no",
        ),
        (setting("tables", "people", 1, "arrival", to="noon"), "people 2: the arrival can't be read"),
        (
            setting("tables", "people", 1, "name", "en", to="x" * (LONGEST_TEXT + 1)),
            "people 2: the name has 1,000,001",
        ),
        (setting("tables", "sessions", 0, "minutes", to=2**31), "sessions 1: the minutes is a figure beyond all"),
        (setting("tables", "sessions", 0, "minutes", to=1.5), "sessions 1: the minutes can't be read"),
        (setting("tables", "sessions", 0, "links", to=[{}]), "sessions 1: the links can't be read ('url')."),
        (
            setting("tables", "parts", 0, to={"id": "x"}),
            "parts 1 lacks what it can't be without (of: id,",
        ),
        (setting("tables", "events", 0, "id", to="other"), "A document holds one event, with the id “event”"),
        (setting("tables", "events", 0, "zone", to="Moon/Base"), "events 1: “Moon/Base” is no time zone"),
        (setting("tables", "events", 0, "languages", to=[]), "events 1: An event needs at least one language"),
        (setting("tables", "places", 0, "zone", to="Moon"), "places 1: “Moon” is no time zone"),
    ],
)
def test_what_cant_be_is_refused_with_its_place(change: Callable[[Made], None], sentence: str) -> None:
    assert refusal(document(change)).startswith(sentence)


def test_depth_and_size_are_bounded() -> None:
    deep = b'{"format": "majlis-json", "version": 1, "tables": ' + b"[" * 200_000
    assert "too many values within each other" in refusal(deep)
    assert "MB are the most that can be imported" in refusal(b'{"format": "majlis-json"' + b" " * LARGEST)


def test_what_a_newer_majlis_added_is_passed_over_and_told() -> None:
    def add(made: Made) -> None:
        made["tables"]["catering"] = [{"id": "lunch"}]
        made["tables"]["people"][0]["shoe_size"] = 38

    reading = read(document(add), EMPTY)
    assert apply(EMPTY, reading.edit) == full()
    assert doubts(reading) == [
        "people 1: has 'shoe_size', which this Majlis does not know; left out",
        "tables: has 'catering', which this Majlis does not know; left out",
    ]


def test_what_names_what_is_nowhere_loses_the_name_or_stays_away() -> None:
    def tear(made: Made) -> None:
        made["tables"]["sessions"][0]["theme_id"] = "lost"
        made["tables"]["parts"][0]["person_id"] = "lost"
        made["tables"]["placements"][0]["place_id"] = "lost"

    reading = read(document(tear), EMPTY)
    after = apply(EMPTY, reading.edit)
    assert list(after.dangling()) == []
    assert (len(after.parts), len(after.placements), len(after.sessions)) == (2, 2, 3)
    assert doubts(reading) == [
        "sessions 1: names a theme_id that is nowhere; that was left out",
        "placements 1: names a place_id that is nowhere; that was left out",
        "parts 1: names a person_id that is nowhere; that was left out",
    ]
    assert list(apply(example(), read(document(tear), example()).edit).dangling()) == []


def test_what_cant_be_printed_is_cleaned_and_told_and_all_else_stays() -> None:
    def soil(made: Made) -> None:
        made["tables"]["people"][0]["name"] = {"en": "Lei\u0007la", "ar": " ليلى ", "fr\u0000": "Le\u0301ila"}
        made["tables"]["sessions"][0]["equipment"] = ["bell\u202e", "screen"]
        made["tables"]["sessions"][0]["links"] = [{"title": "a\nb", "url": "https://example.org"}]
        made["tables"]["sessions"][1]["notes"] = "half \ud800"

    data = json.dumps(json.loads(document()) | {}, ensure_ascii=True)
    made = json.loads(data)
    soil(made)
    reading = read(json.dumps(made).encode(), EMPTY)
    after = apply(EMPTY, reading.edit)
    assert after.people["leila"].name == Texts(en="Leila", ar=" ليلى ", fr="Le\u0301ila")
    first, second = sorted(after.sessions)[:2]
    assert after.sessions[first].equipment == ("bell", "screen")
    assert after.sessions[first].links[0].title == "a b"
    assert after.sessions[second].notes == "half"
    assert len(reading.doubts) == 5
    assert all("what can't be printed" in doubt.text for doubt in reading.doubts)


@given(st.data())
def test_any_value_changed_by_hand_is_taken_or_refused(data: st.DataObject) -> None:
    made = json.loads(whole())
    rows = [row for table in made["tables"].values() for row in table]
    for _ in range(data.draw(st.integers(1, 4))):
        row = data.draw(st.sampled_from(rows))
        field = data.draw(st.sampled_from(sorted(row)))
        row[field] = data.draw(
            st.none()
            | st.booleans()
            | st.integers()
            | st.floats(allow_nan=False)
            | st.text(max_size=8)
            | st.sampled_from(("leila", "hall", "2027-10-21T09:00", "event", [], {}, {"en": ""}, [["a", "b"]]))
        )
    encoded = json.dumps(made).encode()
    for programme in (EMPTY, example()):
        try:
            reading = read(encoded, programme)
        except Refusal:
            continue
        assert list(apply(programme, reading.edit).dangling()) == []


@given(st.integers(0, 40_000), st.binary(min_size=1, max_size=6))
def test_any_bytes_changed_are_taken_or_refused(at: int, noise: bytes) -> None:
    data = whole()
    at %= len(data)
    try:
        reading = read(data[:at] + noise + data[at + len(noise) :], EMPTY, "majlis-json")
    except Refusal:
        return
    assert list(apply(EMPTY, reading.edit).dangling()) == []
