"""The kinds of session (keynote, panel, film, prayer, …), read as data from `resources/kinds.json`.

A kind that is not listed there is still a kind: it is called by its own word and has the common defaults, so that
another program's kinds survive a round trip.
"""

from dataclasses import dataclass
from functools import cache
import json
from typing import Any

from majlis.programme.texts import Texts
from majlis.resources import resource


@dataclass(frozen=True, slots=True)
class Kind:
    """What is usual for a kind of session.

    `minutes` is the default length and `roles` are offered first. `needs_people`, `needs_theme` and `needs_place`
    say what the checks miss. `service` marks what serves the guests (meals, prayers, breaks) and stays quiet in
    lists. `aliases` are what other programs call it.
    """

    id: str
    name: Texts
    minutes: int = 30
    roles: tuple[str, ...] = ("speaker", "chair")
    needs_people: bool = True
    needs_theme: bool = True
    needs_place: bool = True
    service: bool = False
    aliases: tuple[str, ...] = ()


@cache
def kinds() -> dict[str, Kind]:
    """Return the kinds that ship with Majlis by id, in the order in which they are offered."""
    table: list[dict[str, Any]] = json.loads(resource("kinds.json").read_text("utf-8"))
    return {row["id"]: _kind(row) for row in table}


def kind(key: str) -> Kind:
    """Return the kind with this id, or one made up for a word of the committee's own."""
    known = kinds().get(key)
    if known is not None:
        return known
    return Kind(key, Texts(en=key.replace("_", " ").strip().capitalize() or "Session"))


def kind_called(word: str) -> str:
    """Return the id of the kind that another program calls by this word, or the word itself."""
    folded = word.strip().casefold()
    return _names().get(folded, word.strip())


@cache
def _names() -> dict[str, str]:
    names = {alias: key for key, one in kinds().items() for alias in one.aliases}
    return {**names, **{key.casefold(): key for key in kinds()}}


def _kind(row: dict[str, Any]) -> Kind:
    return Kind(
        id=row["id"],
        name=Texts(row["name"]),
        minutes=row.get("minutes", 30),
        roles=tuple(row.get("roles", ("speaker", "chair"))),
        needs_people=row.get("needs_people", True),
        needs_theme=row.get("needs_theme", True),
        needs_place=row.get("needs_place", True),
        service=row.get("service", False),
        aliases=tuple(row.get("aliases", ())),
    )
