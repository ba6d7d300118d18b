"""What a badge says somebody is: a word, and a colour that goes with it."""

from typing import Final
from zlib import crc32

from majlis.pages.colours import darkened
from majlis.pages.edition import Edition
from majlis.pages.wording import as_written, role_word, word
from majlis.programme.records import ROLES, Person

_COLOURS: Final = {
    "speaker": "#1d5fa8",
    "author": "#1d5fa8",
    "panellist": "#1d5fa8",
    "reader": "#1d5fa8",
    "reciter": "#1d5fa8",
    "discussant": "#1d5fa8",
    "chair": "#7a2e6e",
    "moderator": "#7a2e6e",
    "host": "#7a2e6e",
    "performer": "#b0432a",
    "director": "#b0432a",
    "curator": "#b0432a",
    "interpreter": "#2f6b46",
    "press": "#8a6410",
    "organiser": "#22262c",
    "staff": "#22262c",
    "volunteer": "#3f6f75",
    "guest": "#55606e",
}
"""A colour for each family of roles; all are dark enough for white text."""

_OWN_WORDS: Final = ("#5b4a8f", "#8c3b52", "#3d6b2e", "#6a5232", "#2c6672", "#84452c")


def badge_role(edition: Edition, person: Person) -> tuple[str, str]:
    """Return the word and the colour of a person's badge.

    It is the first of their parts in the order of `ROLES`, else their category, else that they are a guest.
    """
    roles = {part.role for part in edition.programme.parts_by(person.id) if part.state != "declined"}
    own = [role for role in ROLES if role in roles] or sorted(roles)
    if own:
        return role_word(own[0], edition.language), role_colour(own[0])
    if person.category.strip():
        return as_written(person.category), role_colour(person.category)
    return word("guest", edition.language), role_colour("guest")


def role_colour(role: str) -> str:
    """Return the colour of a role; a word of the committee's own always has the same one."""
    known = _COLOURS.get(role.strip().casefold())
    return darkened(known or _OWN_WORDS[crc32(role.encode()) % len(_OWN_WORDS)])
