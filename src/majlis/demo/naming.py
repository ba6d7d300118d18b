"""Names drawn from hand-checked lists: given names and families of a culture, in Latin, Arabic and its own script.

A name of the lists is its forms: Latin and Arabic, with that of the culture's own script between them where it is
neither. Most families are made up or rare, so that no well-known person's name comes out.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import lcm
import re
from typing import Final
import unicodedata

from majlis.demo.material import Material, Row, chance, read_rows

SEXES: Final = ("women", "men")
"""The two lists of given names that each culture has."""

_USUAL: Final = "{given} {family}"


def named(material: Material, seed: int) -> Material:
    """Return the rows with a name and an address for each person; no name comes twice."""
    cultures = read_rows("names")
    pools = {(key, sex): _names_of(culture, sex, seed) for key, culture in cultures.items() for sex in SEXES}
    people = ({**row, **next(pools[row["culture"], row["sex"]])} for row in material.people)
    return replace(material, people=tuple(people))


def names_in(culture: Row, sex: str) -> int:
    """Return how many full names a culture's women or men can have."""
    return len(culture[sex]) * len(_families(culture, sex))


def _families(culture: Row, sex: str) -> list[list[str]]:
    return culture.get(f"{sex}_families") or culture["families"]


def _names_of(culture: Row, sex: str, seed: int) -> Iterator[Row]:
    """Yield each full name of a culture's women or men once; given name and family change at each step."""
    given, families = list(culture[sex]), list(_families(culture, sex))
    dice = chance(seed, f"names {culture['own']} {culture['countries']}")
    dice.shuffle(families)
    dice.shuffle(given)
    # Women and men begin at different families, so that few share one.
    first = 0 if sex == "women" else len(families) // 2
    turn = lcm(len(given), len(families))
    for step in range(len(given) * len(families)):
        family = families[(first + step + step // turn) % len(families)]
        yield _full(culture, sex, given[step % len(given)], family)


def _full(culture: Row, sex: str, given: list[str], family: list[str]) -> Row:
    """Return the fields of a person that follow from a name."""
    patterns: list[str] = culture.get("pattern", {}).get(sex, [])
    name = {"en": _set(patterns, 0, given[0], family[0]), "ar": _set(patterns, 1, given[-1], family[-1])}
    if len(given) > 2:
        name[culture["own"]] = _set(patterns, 2, given[1], family[1])
    sort_name = {} if culture.get("unsorted") else {"en": f"{family[0]}, {given[0]}"}
    return {"name": name, "sort_name": sort_name, "contacts": {"email": _address(name["en"])}}


def _set(patterns: list[str], number: int, given: str, family: str) -> str:
    pattern = patterns[number] if number < len(patterns) else _USUAL
    return pattern.format(given=given, family=family)


def _address(name: str) -> str:
    latin = unicodedata.normalize("NFKD", name.replace("ı", "i")).encode("ascii", "ignore").decode()
    return f"{'.'.join(re.findall('[a-z]+', latin.casefold()))}@bridges.example"
