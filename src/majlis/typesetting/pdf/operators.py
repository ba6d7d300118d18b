"""Lines of text and shapes as PDF's operators. Places here are PDF's own: y grows upwards."""

from collections.abc import Callable, Iterable
from functools import lru_cache
import re
from typing import Final

from majlis.typesetting.lines import Line, Unit
from majlis.typesetting.pdf.codes import FaceCodes, number
from majlis.typesetting.shaping import Face

_COLOUR: Final = re.compile("#[0-9a-fA-F]{6}")
_CIRCLE: Final = 0.5523
"""How far the handles of a quarter of a circle reach, in radii."""


def text_operators(
    units: Iterable[Unit], line: Line, x: float, y: float, font: Callable[[Face], tuple[str, FaceCodes]]
) -> str:
    """Return the operators that draw units of a line from left to right, from a point on the baseline on."""
    written = [f"BT 1 0 0 1 {number(x)} {number(y)} Tm"]
    array: list[str] = []
    state: tuple[Face | None, float, str] = (None, 0.0, "")
    codes: FaceCodes | None = None
    for unit in units:
        wanted = (unit.word.face, unit.item.size * line.scale, unit.style.colour)
        if wanted != state or codes is None:
            _flush(written, array)
            name, codes = font(wanted[0])
            if wanted[:2] != state[:2]:
                written.append(f"/{name} {number(wanted[1])} Tf")
            if wanted[2] != state[2]:
                written.append(f"{rgb(wanted[2])} rg")
            state = wanted
        spaces = _spaces(unit, line, codes) if unit.gaps else ""
        word = codes.fragment(unit.word) if unit.word.glyphs else ""
        array.append(spaces + word if unit.item.level & 1 else word + spaces)
    _flush(written, array)
    return " ".join([*written, "ET"])


def _flush(written: list[str], array: list[str]) -> None:
    """Write the text collected so far; what stands in the array has no word of its own for the font or colour."""
    if text := "".join(array).replace("><", ""):
        written.append(f"[{text}] TJ")
    array.clear()


def _spaces(unit: Unit, line: Line, codes: FaceCodes) -> str:
    count = unit.end - unit.stop
    size = unit.item.size * line.scale
    if not count:
        return number(-line.stretch * 1000 / size) if line.stretch else ""
    return codes.space((unit.space * line.scale / count + line.stretch) / size) * count


def width_of(unit: Unit, line: Line) -> float:
    """Return how far a unit reaches on its line, its spaces included, in points."""
    return (unit.width + unit.space) * line.scale + unit.gaps * line.stretch


def rectangle_path(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Return the path of a rectangle from its lower left corner, with rounded corners where there is a radius."""
    radius = min(radius, width / 2, height / 2)
    if radius <= 0:
        return f"{number(x)} {number(y)} {number(width)} {number(height)} re"
    right, top, reach = x + width, y + height, radius * (1 - _CIRCLE)
    steps = (
        ("m", x + radius, y),
        ("l", right - radius, y),
        ("c", right - reach, y, right, y + reach, right, y + radius),
        ("l", right, top - radius),
        ("c", right, top - reach, right - reach, top, right - radius, top),
        ("l", x + radius, top),
        ("c", x + reach, top, x, top - reach, x, top - radius),
        ("l", x, y + radius),
        ("c", x, y + reach, x + reach, y, x + radius, y),
    )
    return " ".join(f"{' '.join(map(number, places))} {operator}" for operator, *places in steps) + " h"


@lru_cache(maxsize=1000)
def rgb(colour: str) -> str:
    """Return the three parts of a colour written `#rrggbb`."""
    if not _COLOUR.fullmatch(colour):
        raise ValueError(f"{colour!r} is no colour: colours are written #rrggbb")
    return " ".join(number(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
