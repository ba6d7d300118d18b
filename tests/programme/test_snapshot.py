"""Snapshots: a programme as bytes and back, and bytes that are no programme."""

from contextlib import suppress
import json
from typing import Any
import zlib

from hypothesis import given
from hypothesis import strategies as st
import pytest

from example import example
from majlis.programme import snapshot
from majlis.programme.plain import to_plain
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal
from majlis.programme.snapshot import pack, unpack
from pages.large import large_programme
from strategies import programmes


def packed(value: object) -> bytes:
    return zlib.compress(json.dumps(value).encode())


def with_rows(table: str, fields: list[Any], rows: list[object]) -> bytes:
    return packed({"format": 1, "tables": {table: {"fields": fields, "rows": rows}}})


@given(programmes())
def test_a_programme_comes_back_from_its_snapshot(programme: Programme) -> None:
    assert unpack(pack(programme)) == programme


@given(programmes())
def test_the_same_programme_gives_the_same_bytes(programme: Programme) -> None:
    turned = Programme.of(reversed(list(programme.records())))
    assert pack(turned) == pack(programme)


def test_ten_thousand_sessions_take_a_megabyte_at_most() -> None:
    assert len(pack(large_programme(10_000, 10_000, 100))) < 1_000_000


def test_fields_and_tables_of_other_versions_are_passed_over() -> None:
    data = packed(
        {
            "format": 1,
            "tables": {
                "places": {"fields": ["id", "name", "smell"], "rows": [["hall", {"en": "Hall"}, "roses"]]},
                "ghosts": {"fields": ["id"], "rows": [["boo"]]},
            },
        }
    )
    assert [to_plain(place)["name"] for place in unpack(data).places.values()] == [{"en": "Hall"}]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no zlib at all",
        pack(example())[:-5],
        pack(example())[:40] + b"\x00" + pack(example())[41:],
        zlib.compress(b"\xff\xfe"),
        zlib.compress(b"{"),
        zlib.compress(b"[" * 200_000),
        packed([]),
        packed({"tables": []}),
        packed({"tables": {"places": {"fields": "id", "rows": []}}}),
        packed({"tables": {"places": {"fields": ["id"], "rows": {}}}}),
        with_rows("places", ["id"], ["hall"]),
        with_rows("places", ["id"], [["hall", "more"]]),
        with_rows("places", [["id"]], [["hall"]]),
        with_rows("places", ["name"], [[{"en": "Hall"}]]),
        with_rows("places", ["id", "name"], [["hall", "Hall"]]),
        with_rows("places", ["id", "seats"], [["hall", 2**63]]),
        with_rows("places", ["id", "seats"], [["hall", float("nan")]]),
        with_rows("placements", ["id", "session_id", "start"], [["p", "s", "soon"]]),
        zlib.compress(b'{"tables": {"places": {"fields": ["id"], "rows": [["\\ud800"]]}}}'),
    ],
)
def test_what_is_no_snapshot_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match=r"^The snapshot of an edition is damaged \(.+\); use a backup\.$"):
        unpack(data)


@pytest.mark.parametrize(
    "data", [with_rows("placements", ["id", "session_id"], [["p", "gone"]]), with_rows("events", ["id"], [["x"]])]
)
def test_records_that_do_not_fit_together_are_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match="don't fit together"):
        unpack(data)


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refusal, match="larger than any programme"):
        unpack(zlib.compress(b" " * (snapshot.LARGEST + 1)))
    monkeypatch.setattr(snapshot, "LARGEST", 100)
    with pytest.raises(Refusal, match="too much to freeze"):
        pack(example())


def test_a_backslash_that_was_typed_is_no_half_character() -> None:
    records = [*example().records(), *unpack(with_rows("places", ["id", "notes"], [["b", r"C:\ud800"]])).records()]
    programme = Programme.of(records)
    assert unpack(pack(programme)) == programme


@given(st.binary(max_size=60))
def test_any_bytes_are_a_programme_or_refused(noise: bytes) -> None:
    whole = pack(example())
    with suppress(Refusal):
        unpack(whole[:100] + noise + whole[100 + len(noise) :])
