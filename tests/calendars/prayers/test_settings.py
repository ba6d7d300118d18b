"""What prayer times are computed from: what does not exist is refused in a sentence."""

from typing import Any

import pytest

from majlis.calendars.positions import Position
from majlis.calendars.prayers.hours import Hour, Minutes
from majlis.calendars.prayers.methods import METHODS, Preset, method_named, preset
from majlis.calendars.prayers.settings import PrayerSettings
from majlis.programme.refusal import Refusal

DOHA = Position(25.2854, 51.5310)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"zone": "Asia/Doha"}, "There is no time zone “Asia/Doha”"),
        ({"method": "mine"}, "There is no method “mine” for prayer times; there are mwl, umm-al-qura"),
        ({"school": "zahiri"}, "There is no school “zahiri” for Asr; there are standard, hanafi"),
        ({"rule": "none"}, "There is no rule “none” for high latitudes; there are automatic, seventh"),
        ({"hijri_offset": 3}, "The Hijri offset is 3 days; it may be from −2 to 2"),
        ({"adjustments": Minutes(asr=61)}, "Asr is moved by 61 minutes; at most 60 are possible"),
        ({"adjustments": Minutes(isha=-90)}, "Isha is moved by -90 minutes"),
    ],
)
def test_what_does_not_exist_is_refused_in_a_sentence(changed: dict[str, Any], told: str) -> None:
    arguments: dict[str, Any] = {"position": DOHA, "zone": "Asia/Qatar"}
    with pytest.raises(Refusal) as refused:
        PrayerSettings(**(arguments | changed))
    assert told in str(refused.value)


def test_equal_settings_are_equal_values() -> None:
    one, other = (PrayerSettings(position=DOHA, zone="Asia/Qatar", adjustments=Minutes(fajr=1)) for _ in range(2))
    assert one == other
    assert hash(one) == hash(other)


def test_every_method_has_an_evening_and_a_name() -> None:
    for key, method in METHODS.items():
        assert method.id == key
        assert bool(method.isha) != bool(method.isha_minutes)
        assert method.name["en"]


def test_published_angles() -> None:
    figures = {key: (method.fajr, method.isha or method.isha_minutes) for key, method in METHODS.items()}
    assert figures["mwl"] == (18, 17)
    assert figures["egypt"] == (19.5, 17.5)
    assert figures["umm-al-qura"] == (18.5, 90)
    assert figures["malaysia"] == (18, 18)
    assert figures["tehran"] == (17.7, 14)


COUNTRIES = "AE AF BD BH CA DZ EG FR GB ID IN IR JO KW MA MY PK PT QA RU SA SG TN TR US UZ"


def test_presets_by_country() -> None:
    assert preset("tr") == Preset("turkey")
    assert preset("PK") == Preset("karachi", "hanafi")
    assert preset("ZZ") == Preset("mwl", own=False)
    assert all(method_named(preset(country).method) and preset(country).own for country in COUNTRIES.split())


def test_minutes_by_hour() -> None:
    minutes = Minutes(fajr=1, sunrise=2, dhuhr=3, asr=4, maghrib=5, isha=6)
    assert [minutes.of(hour) for hour in Hour] == [1, 2, 3, 4, 5, 6, 0]
    assert dict(minutes)[Hour.ASR] == 4
