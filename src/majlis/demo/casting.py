"""The people of the demo as records, with an arrival and a departure that suit their parts."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from random import Random
from typing import Final

from majlis.demo.material import Material, Row, Stay, chance, read_rows, record_id
from majlis.programme.plain import from_plain, plain_time
from majlis.programme.records import Record

_HOME: Final = "TR"
"""The country whose guests arrive by ferry, and are always there."""

_LANDINGS: Final = (time(11, 35), time(13, 10), time(15, 40), time(18, 25), time(20, 50), time(22, 15))
_FLIGHTS: Final = (time(6, 40), time(9, 15), time(11, 50), time(15, 30), time(18, 5))
_MORNING: Final = (time(7, 25), time(8, 10), time(9, 40))
"""Arrivals on the day itself, for those who are wanted in the afternoon."""

_STAYS_ON: Final = 0.6
"""The part of the guests who stay until the end."""


def people_of(material: Material, seed: int) -> Iterator[Record]:
    """Yield a person for each row, which has a name by now."""
    told = read_rows("people")
    stays = material.stays()
    for row in material.people:
        dice = chance(seed, f"travel {row['id']}")
        travel = {} if row["country"] == _HOME else _travel(material, stays[row["id"]], dice)
        texts = {
            "honorific": told["honorifics"].get(row.get("honorific", ""), {}),
            "organisation": told["organisations"][row["organisation"]],
        }
        yield from_plain("people", {**row, **texts, **travel, "id": record_id(row["id"]), "key": row["id"]})


def _travel(material: Material, stay: Stay, dice: Random) -> Row:
    """Return when a guest arrives and leaves, well before the first part and well after the last."""
    first, last = stay
    arrival = datetime.combine(first.date() - timedelta(days=1), dice.choice(_LANDINGS))
    if first.time() >= time(14) and dice.random() < 0.25:
        arrival = datetime.combine(first.date(), dice.choice(_MORNING))
    final = material.dates[-1] if dice.random() < _STAYS_ON else last.date()
    departure = datetime.combine(final + timedelta(days=1), dice.choice(_FLIGHTS))
    return {"arrival": plain_time(arrival), "departure": plain_time(departure)}
