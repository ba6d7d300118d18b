"""The table of cities: found in several languages, with zones that exist and positions that fit them."""

from datetime import datetime, timedelta
from math import hypot, remainder
from zoneinfo import ZoneInfo

import pytest

from majlis.calendars.cities import cities, city_name, city_words, find_cities
from majlis.programme.texts import Texts
from majlis.resources import resource


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("doha", "Doha, Qatar"),
        ("الدوحه", "Doha, Qatar"),
        ("tehran", "Tehran, Iran"),
        ("تهران", "Tehran, Iran"),
        ("تهـران", "Tehran, Iran"),
        ("istanbul", "Istanbul, Türkiye"),
        ("İstanbul", "Istanbul, Türkiye"),
        ("استانبول", "Istanbul, Türkiye"),
        ("Stamboul", "Istanbul, Türkiye"),
        ("mecca", "Makkah, Saudi Arabia"),
        ("La Mecque", "Makkah, Saudi Arabia"),
        ("مکه", "Makkah, Saudi Arabia"),
        ("کراچی", "Karachi, Pakistan"),
        ("ঢাকা", "Dhaka, Bangladesh"),
        ("Москва", "Moscow, Russia"),
        ("سراييفو", "Sarajevo, Bosnia & Herzegovina"),
        ("kuala l", "Kuala Lumpur, Malaysia"),
        ("london", "London, United Kingdom"),
        ("London, Canada", "London, Canada"),
        ("hyderabad pk", "Hyderabad, Pakistan"),
        ("hyderabad india", "Hyderabad, India"),
        ("tromso", "Tromsø, Norway"),
        ("reykjavík", "Reykjavik, Iceland"),
        ("suva", "Suva, Fiji"),
        ("chatham", "Chatham, New Zealand"),
        ("القدس", "Jerusalem"),
        ("رام الله", "Ramallah, Palestine"),
    ],
)
def test_a_city_is_found_by_its_name_in_any_spelling(query: str, expected: str) -> None:
    assert city_words(find_cities(query)[0], "en") == expected


@pytest.mark.parametrize("query", ["", "   ", "|", "zzzz", "doha antarctica", "%", "\n"])
def test_what_is_no_city_finds_none(query: str) -> None:
    assert find_cities(query) == ()


def test_no_more_are_found_than_asked_for() -> None:
    assert len(find_cities("san", limit=7)) == 7


def test_a_city_in_a_language_or_in_english() -> None:
    doha = find_cities("doha")[0]
    assert city_words(doha, "ar") == "الدوحة، قطر"
    assert city_words(doha, "fa-AF") == "دوحه، قطر"
    assert city_name(doha, "ka") == "Doha"


def test_the_table_says_whose_it_is() -> None:
    head = resource("cities.tsv").read_text("utf-8").splitlines()[0]
    assert "GeoNames" in head
    assert "CC BY 4.0" in head


def test_about_seven_thousand_cities_each_once_with_zones_near_their_sun() -> None:
    listed = cities()
    numbers = [city.number for city in listed if city.number]
    assert 6_900 < len(listed) < 7_300
    assert len(numbers) == len(set(numbers))
    assert [city.population for city in listed] == sorted((city.population for city in listed), reverse=True)
    assert all(city.name["en"] for city in listed)
    noon = datetime(2026, 1, 15, 12)
    for city in listed:
        offset = noon.replace(tzinfo=ZoneInfo(city.zone)).utcoffset() or timedelta()
        apart = remainder(offset / timedelta(hours=1) - city.position.longitude / 15, 24)
        assert abs(apart) < 3.7, city


CAPITALS = """
Riyadh Doha Manama Muscat Sanaa Baghdad Amman Beirut Damascus Cairo Khartoum Tripoli Tunis Algiers Rabat Nouakchott
Dakar Bamako Niamey Ouagadougou Conakry Abuja Mogadishu Djibouti Kampala Ankara Tehran Kabul Islamabad Dhaka Baku
Astana Bishkek Dushanbe Ashgabat Tashkent Jakarta Tirana Malé"""

# what almanacs give for them, to a tenth of a degree
KNOWN = {
    "Makkah": ("Asia/Riyadh", 21.4, 39.8),
    "Doha": ("Asia/Qatar", 25.3, 51.5),
    "Tehran": ("Asia/Tehran", 35.7, 51.4),
    "Istanbul": ("Europe/Istanbul", 41.0, 29.0),
    "London": ("Europe/London", 51.5, -0.1),
    "Edinburgh": ("Europe/London", 55.95, -3.2),
    "Reykjavik": ("Atlantic/Reykjavik", 64.1, -21.9),
    "Tromsø": ("Europe/Oslo", 69.65, 18.95),
    "Kuala Lumpur": ("Asia/Kuala_Lumpur", 3.1, 101.7),
    "Jakarta": ("Asia/Jakarta", -6.2, 106.8),
    "Suva": ("Pacific/Fiji", -18.1, 178.4),
    "Chatham": ("Pacific/Chatham", -43.95, -176.55),
    "Islamabad": ("Asia/Karachi", 33.7, 73.05),
    "Dakar": ("Africa/Dakar", 14.7, -17.4),
    "Apia": ("Pacific/Apia", -13.8, -171.8),
}


@pytest.mark.parametrize("name", KNOWN)
def test_positions_and_zones_of_known_cities(name: str) -> None:
    city = find_cities(name)[0]
    zone, latitude, longitude = KNOWN[name]
    assert (city.name["en"], city.zone) == (name, zone)
    assert hypot(city.position.latitude - latitude, city.position.longitude - longitude) < 0.15


def test_capitals_of_the_oic_have_names_in_arabic_persian_urdu_turkish_and_french() -> None:
    for capital in CAPITALS.split():
        city = find_cities(capital)[0]
        # a name that is the English one is not kept twice
        same: Texts = Texts(dict.fromkeys(("tr", "fr"), city.name["en"]))
        assert {"ar", "fa", "ur", "tr", "fr"} <= {**same, **city.name}.keys(), capital
        assert city.name["en"] == capital
