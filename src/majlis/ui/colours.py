"""The colours of the windows, light and dark, each pair of text and ground at 4.5 : 1 or more."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QPalette


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One colour for each use, as `#rrggbb`.

    `ground` lies behind the rail and the bars, `surface` behind lists, fields and sheets, `raised` behind a header
    or a hovered row. `text`, `muted` and `faint` are readable on all three. `accent` is for what is chosen and for
    the main button, `soft` is its pale ground. `error`, `warning` and `good` are readable on their soft grounds.
    """

    dark: bool
    ground: str
    surface: str
    raised: str
    line: str
    edge: str
    text: str
    muted: str
    faint: str
    accent: str
    on_accent: str
    accent_hover: str
    soft: str
    on_soft: str
    error: str
    error_soft: str
    warning: str
    warning_soft: str
    good: str
    good_soft: str


LIGHT: Final = Colours(
    dark=False,
    ground="#f5f7fa",
    surface="#ffffff",
    raised="#edf0f5",
    line="#e0e5ec",
    edge="#7d879a",
    text="#1b2230",
    muted="#566074",
    faint="#616b80",
    accent="#2b5fd0",
    on_accent="#ffffff",
    accent_hover="#2450b3",
    soft="#e3ebfc",
    on_soft="#1e4bb0",
    error="#b3261e",
    error_soft="#fdeceb",
    warning="#8a5200",
    warning_soft="#fdf1dd",
    good="#1a7042",
    good_soft="#e4f3ea",
)

DARK: Final = Colours(
    dark=True,
    ground="#191c22",
    surface="#20242c",
    raised="#2a2f39",
    line="#343b47",
    edge="#707c90",
    text="#eceff4",
    muted="#b3bccb",
    faint="#9aa5b7",
    accent="#82a8ff",
    on_accent="#0e1a33",
    accent_hover="#a3c0ff",
    soft="#2a3a5e",
    on_soft="#b5ccff",
    error="#ff938a",
    error_soft="#45262a",
    warning="#f2b95c",
    warning_soft="#40331e",
    good="#6ed39c",
    good_soft="#1f3a2d",
)


def colours(palette: QPalette) -> Colours:
    """Return the colours that a palette was made of."""
    return DARK if palette.window().color().lightness() < 128 else LIGHT


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours from 1 to 21, as WCAG 2 reckons it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
