"""Colours on paper: read from what was typed, made dark or pale enough to be read against.

A colour is `#rrggbb`; contrast is that of WCAG 2, from 1 to 21.
"""

import re
from typing import Final

from majlis.programme.programme import Programme

INK: Final = "#1b1e23"
QUIET: Final = "#5a616b"
RULE: Final = "#c8cdd4"
PALE: Final = "#f1f3f5"
WHITE: Final = "#ffffff"
UNTHEMED: Final = "#8b929c"
"""What marks a session without a theme, or with one without a colour."""

_PALETTE: Final = (
    "#1f6f8b", "#b4532a", "#5b7f2b", "#7a3e8e", "#b8860b", "#2a5caa", "#a63d57", "#2f7d5d", "#6b5b95", "#8c5a2b",
    "#3a7ca5", "#9a4f96",
)  # fmt: skip
_OWN_ACCENT: Final = "#17495a"
_COLOUR: Final = re.compile("#[0-9a-fA-F]{6}")
_READABLE: Final = 4.5
_STRONG: Final = 8.0


def _theme_colour(programme: Programme, theme_id: str | None) -> str:
    """Return what marks a theme: its colour, else that of the nearest theme above that has one."""
    seen: set[str] = set()
    while theme_id is not None and theme_id in programme.themes and theme_id not in seen:
        theme = programme.themes[theme_id]
        if _COLOUR.fullmatch(theme.colour):
            return theme.colour.lower()
        seen.add(theme_id)
        theme_id = theme.parent_id
    return UNTHEMED


def theme_colours(programme: Programme) -> dict[str, str]:
    """Return what marks each theme, by its id: its colour, else that of the nearest theme above that has one.

    Where no theme has any, each gets a colour by its place among them.
    """
    themes = programme.themes_in_order()
    if any(_COLOUR.fullmatch(theme.colour) for theme in themes):
        return {theme.id: _theme_colour(programme, theme.id) for theme in themes}
    return {theme.id: _PALETTE[place % len(_PALETTE)] for place, theme in enumerate(themes)}


def accent(programme: Programme) -> str:
    """Return the event's colour, dark enough for white text: its first theme's that has one, else our own."""
    themes = programme.themes_in_order()
    first = next((theme.colour for theme in themes if _COLOUR.fullmatch(theme.colour)), _OWN_ACCENT)
    return darkened(first, _STRONG)


def contrast(one: str, other: str) -> float:
    """Return how well two colours stand out against each other."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def darkened(colour: str, wanted: float = _READABLE) -> str:
    """Return a colour made as dark as white text on it needs."""
    share = 0.0
    while contrast(mixed(colour, INK, share), WHITE) < wanted and share < 1:
        share += 0.05
    return mixed(colour, INK, min(share, 1.0))


def text_on(colour: str) -> str:
    """Return white or ink, whichever is read better on a colour."""
    return WHITE if contrast(colour, WHITE) >= contrast(colour, INK) else INK


def mixed(colour: str, other: str, share: float) -> str:
    """Return a colour with a share of another one mixed in, from 0 to 1."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(own + (added - own) * share):02x}" for own, added in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    parts = [value / 255 for value in _channels(colour)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
