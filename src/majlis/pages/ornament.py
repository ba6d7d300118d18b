"""The ornament of covers: eight-pointed stars whose tips touch, with crosses left open between them."""

from collections.abc import Iterator
from math import cos, pi, sin
from typing import Final

from majlis.pages.colours import WHITE, mixed
from majlis.typesetting.blocks import Mark, Outline

Polygon = tuple[tuple[float, float], ...]

_DENT: Final = cos(pi / 4) / cos(pi / 8)
"""How near its middle a star made of two squares is dented, in parts of its radius."""


def star(x: float, y: float, radius: float) -> Polygon:
    """Return an eight-pointed star about a middle, with tips up, down, left and right."""
    return tuple(
        (
            x + radius * (_DENT if turn % 2 else 1) * sin(turn * pi / 8),
            y - radius * (_DENT if turn % 2 else 1) * cos(turn * pi / 8),
        )
        for turn in range(16)
    )


def octagon(x: float, y: float, radius: float) -> Polygon:
    """Return an octagon with flat sides above and below."""
    return tuple(
        (x + radius * sin((turn + 0.5) * pi / 4), y - radius * cos((turn + 0.5) * pi / 4)) for turn in range(8)
    )


def star_field(width: float, across: int, rows: int, ground: str, colours: tuple[str, ...]) -> list[Mark]:
    """Return stars over a field with its upper start corner at the origin, fading into the ground downwards.

    `across` stars fill the width, and `rows` of them stand one below the other. A few of them, always the same,
    are in the colours.
    """
    radius = width / across / 2
    return [
        mark
        for row in range(rows)
        for column in range(across)
        for mark in _star_marks(row, column, radius, 1 - row / rows, ground, colours)
    ]


def _star_marks(
    row: int, column: int, radius: float, strength: float, ground: str, colours: tuple[str, ...]
) -> Iterator[Mark]:
    x, y = radius * (2 * column + 1), radius * (2 * row + 1)
    number = (row * 5 + column * 3) % 11
    paint = mixed(ground, WHITE, 0.13 * strength)
    if colours and number in {0, 2, 4, 7, 9}:
        paint = mixed(ground, colours[(row + column + number) % len(colours)], 0.25 + 0.65 * strength)
    line = mixed(ground, WHITE, 0.12 + 0.38 * strength)
    yield Outline((star(x, y, radius),), fill=paint, edge=line, thickness=0.4)
    yield Outline((star(x, y, radius * 0.62),), fill=mixed(paint, ground, 0.45), edge=line, thickness=0.4)
    yield Outline((octagon(x, y, radius * 0.3),), fill=paint, edge=line, thickness=0.4)
