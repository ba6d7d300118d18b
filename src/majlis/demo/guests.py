"""The further guests of the large demo, from all the cultures that the word lists know."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import cycle
from random import Random
from typing import Final

from majlis.demo.material import Row, read_rows
from majlis.demo.naming import SEXES, names_in

_COUNT: Final = 320
_HONORIFICS: Final = ("", "", "", "", "dr", "dr", "prof")
_AT_HOME: Final = frozenset({"house", "lantern"})
"""The organisations of the hosts."""


def guests(trades: Sequence[Row], dice: Random) -> Iterator[Row]:
    """Yield the row of each guest, the nations by turns; nobody is asked for whom there is no name left."""
    cultures, organisations = read_rows("names"), read_rows("people")["organisations"]
    houses = [key for key in organisations if key not in _AT_HOME]
    left = _names_left(cultures)
    origins = cycle(
        (key, country, sex) for key, row in cultures.items() for country in row["countries"] for sex in SEXES
    )
    number = 0
    while number < _COUNT:
        culture, country, sex = next(origins)
        if left[culture, sex] == 0:
            continue
        left[culture, sex] -= 1
        number += 1
        yield {
            "id": f"guest{number}",
            "culture": culture,
            "country": country,
            "sex": sex,
            "honorific": dice.choice(_HONORIFICS),
            "organisation": dice.choice(houses),
            "biography": dice.choice(trades)[sex],
            "languages": list(dict.fromkeys((cultures[culture]["own"].partition("-")[0], "en"))),
        }


def _names_left(cultures: Row) -> Counter[tuple[str, str]]:
    """Return how many names each culture still has for women and men when the core has taken its own."""
    left: Counter[tuple[str, str]] = Counter()
    for key, row in cultures.items():
        for sex in SEXES:
            left[key, sex] = names_in(row, sex)
    left.subtract((row["culture"], row["sex"]) for row in read_rows("people")["people"])
    return left
