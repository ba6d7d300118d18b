"""Zones, addresses, foreign ids, folded names and bounded doubts."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
import pytest

from majlis.exchange.doubts import LIMIT, Doubt, Doubts
from majlis.exchange.folding import fold
from majlis.exchange.foreign_ids import (
    acronym_for_others,
    guid_of,
    is_slug,
    is_uuid,
    made_up_number,
    own_number,
    repeat_guid,
    slug_of,
)
from majlis.exchange.web_addresses import is_address, is_web_address, web_address
from majlis.exchange.zones import with_offset, zone_named, zone_of_city, zone_or_utc, zone_with_offset

SUMMER = datetime(2027, 7, 1, 12)


@pytest.mark.parametrize(
    ("minutes", "zone"),
    [(0, "UTC"), (60, "Etc/GMT-1"), (-300, "Etc/GMT+5"), (330, "Asia/Kolkata"), (17, "UTC"), (2_000, "UTC")],
)
def test_an_offset_has_a_zone(minutes: int, zone: str) -> None:
    assert zone_with_offset(minutes) == zone


def test_a_city_has_its_zone_where_the_offset_agrees() -> None:
    assert zone_of_city("Berlin", 120, SUMMER) == "Europe/Berlin"
    assert zone_of_city("new york", -240, SUMMER) == "America/New_York"
    assert zone_of_city("Berlin", 60, SUMMER) == ""
    assert zone_of_city("Atlantis", 60, SUMMER) == ""
    assert zone_of_city("Berlin") == "Europe/Berlin"


def test_a_zone_that_is_none_is_utc() -> None:
    assert zone_named("Mars/Base") is None
    assert zone_or_utc("../etc/passwd").key == "UTC"


def test_a_time_has_the_offset_of_its_season() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert with_offset(SUMMER, berlin) == "2027-07-01T12:00:00+02:00"
    assert with_offset(datetime(2027, 1, 1), berlin) == "2027-01-01T00:00:00+01:00"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (" https://lantern.example/a b ", "https://lantern.example/a%20b"),
        ("https://lantern.example/é#x#y", "https://lantern.example/%C3%A9#x%23y"),
        ("https://lantern.example/100%", "https://lantern.example/100%25"),
        ("https://lantern.example/%C3%A9", "https://lantern.example/%C3%A9"),
    ],
)
def test_addresses_are_escaped_once(text: str, address: str) -> None:
    assert web_address(text) == address
    assert web_address(address) == address


def test_only_what_a_browser_opens_is_a_web_address() -> None:
    assert is_web_address("https://lantern.example")
    assert not is_web_address("ftp://lantern.example")
    assert not is_web_address("https://")
    assert not is_web_address("https://lantern.example:door/")
    assert is_address("mailto:ink@lantern.example")
    assert not is_address("see the door")


def test_names_are_compared_without_case_blanks_and_joiners() -> None:
    assert fold("سالن\u200cاصلی") == fold("سالن  اصلي")
    assert fold("  Great\u00a0HALL\n") == "great hall"


@given(st.text(), st.integers(2, 9))
def test_ids_for_others_are_uuids_and_numbers(key: str, number: int) -> None:
    guid = guid_of(key)
    assert is_uuid(guid)
    assert repeat_guid(guid, 1) == guid
    assert is_uuid(repeat_guid(guid, number))
    assert 1_000_000_000 <= made_up_number(guid) < 2_000_000_000


@given(st.text(max_size=40), st.integers(1, 10**9), st.text(max_size=90))
def test_slugs_and_acronyms_suit_both_schemas(acronym: str, number: int, title: str) -> None:
    assert is_slug(slug_of(acronym, number, title))
    assert acronym_for_others(acronym_for_others(acronym)) == acronym_for_others(acronym)


def test_a_uuid_is_its_own_guid() -> None:
    guid = str(UUID(int=7))
    assert guid_of(guid) == guid
    assert not is_uuid("00000000-0000-0000-0000-000000000000")


def test_only_a_positive_number_is_a_number() -> None:
    assert [own_number(key) for key in ("12", "0", "012", "-3", "x", "")] == [12, None, None, None, None, None]


def test_doubts_of_one_sort_are_bounded_and_counted() -> None:
    doubts = Doubts()
    for number in range(LIMIT + 5):
        doubts.add("odd lengths", f"event {number}", "odd")
    doubts.add("zone", "conference", "none")
    told = doubts.all()
    assert len(told) == LIMIT + 2
    assert told[-1] == Doubt("odd lengths", f"5 more of this sort, {LIMIT + 5} in all.")
