"""About 7,000 cities with their zones and positions, found by name in several languages without a network.

The table is made by `packaging/make_cities.py` from GeoNames (geonames.org, CC BY 4.0); its head says so.
"""

from dataclasses import dataclass
from functools import cache
import re
from typing import Final

from majlis.calendars import words
from majlis.calendars.positions import Position
from majlis.programme.search import fold
from majlis.programme.texts import Texts
from majlis.resources import resource


@dataclass(frozen=True, slots=True)
class City:
    """A city: its names by language (English always), ISO 3166 code, IANA zone, position and people.

    `number` is GeoNames' own, 0 for a place that the tz database names; `country` is "" where it is disputed.
    """

    number: int
    name: Texts
    country: str
    zone: str
    position: Position
    population: int


@dataclass(frozen=True, slots=True)
class _Table:
    """The lines of the table, and what the city of each is found by: its names and spellings, folded, in bars."""

    lines: tuple[str, ...]
    found_by: tuple[str, ...]


_SHORTEST_PART: Final = 3
"""From how many letters on a part of a name is enough."""


def cities() -> tuple[City, ...]:
    """Return every city, the largest first."""
    return tuple(_city(line) for line in _table().lines)


def find_cities(query: str, limit: int = 20) -> tuple[City, ...]:
    """Return the cities that a name leads to, or a part of it; its last word may be the country's code or name.

    Those of that very name come first, then those that begin so, then the others; of each, the largest.
    """
    wanted = " ".join(fold(query.translate(_SEPARATORS)).split())
    if not wanted:
        return ()
    places = _places(wanted, limit)
    if not places and " " in wanted:
        name, _, country = wanted.rpartition(" ")
        candidates = (_city(_table().lines[place]) for place in _places(name, len(_table().lines)))
        return tuple(city for city in candidates if _is_called(city.country, country))[:limit]
    return tuple(_city(_table().lines[place]) for place in places[:limit])


def city_words(city: City, language: str) -> str:
    """Return a city with its country in a language, as "Doha, Qatar"; one whose country is disputed, alone."""
    if not city.country:
        return city_name(city, language)
    return words.joined([city_name(city, language), words.country_name(city.country, language)], language)


def city_name(city: City, language: str) -> str:
    """Return what a city is called in a language, else in English."""
    return city.name.best((language, language.replace("_", "-").partition("-")[0], "en"))


_SEPARATORS: Final = str.maketrans(dict.fromkeys(",،|", " "))


def _places(wanted: str, limit: int) -> list[int]:
    """Return the places in the table of the cities that folded words lead to, the best first."""
    found: dict[int, None] = {}
    parts = [f"|{wanted}|", f"|{wanted}"] + ([wanted] if len(wanted) >= _SHORTEST_PART else [])
    for part in parts:
        if len(found) < limit:
            found.update((place, None) for place, names in enumerate(_table().found_by) if part in names)
    return list(found)


def _is_called(country: str, wanted: str) -> bool:
    """Say whether a country is meant by a folded word: its code, or a word of its English name."""
    return wanted == country.casefold() or wanted in fold(words.country_name(country, "en")).split()


@cache
def _table() -> _Table:
    lines = resource("cities.tsv").read_text("utf-8").splitlines()
    lines = [line for line in lines if not line.startswith("#")]
    named = [line.split("\t") for line in lines]
    # folded as one text, for each call costs more than its letters
    folded = _LANGUAGE.sub("|", fold("\n".join(fields[6] for fields in named))).split("\n")
    found_by = (f"{names}|{fields[7]}|" for names, fields in zip(folded, named, strict=True))
    return _Table(tuple(lines), tuple(found_by))


_LANGUAGE: Final = re.compile(r"(?:^|\|)[a-z]{2}=", re.MULTILINE)


@cache
def _city(line: str) -> City:
    number, country, zone, latitude, longitude, population, names, _ = line.split("\t")
    texts = Texts(dict(name.split("=", 1) for name in names.split("|")))
    return City(int(number), texts, country, zone, Position(float(latitude), float(longitude)), int(population))
