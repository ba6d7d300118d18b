"""Which face sets which character: the bundled families, chosen by script and language, with fallbacks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, NamedTuple

from majlis.resources import resource
from majlis.typesetting.shaping import Face
from majlis.typesetting.styles import Family, Style

Cut = Literal["Regular", "Bold", "Italic", "BoldItalic"]


@dataclass(frozen=True, slots=True)
class Typeface:
    """A bundled family: its file name without the cut, how it is scaled beside Latin, what a line of it needs.

    `ascent` and `descent` are parts of the em before scaling, measured on ordinary words of the script; the fonts'
    own figures allow for stacked marks and would double the distance of lines.
    """

    name: str
    cuts: tuple[Cut, ...] = ("Regular", "Bold")
    scale: float = 1.0
    ascent: float = 0.95
    descent: float = 0.25


_FOUR_CUTS: Final[tuple[Cut, ...]] = ("Regular", "Bold", "Italic", "BoldItalic")
_ONE_CUT: Final[tuple[Cut, ...]] = ("Regular",)

SANS: Final = Typeface("NotoSans", _FOUR_CUTS)
SERIF: Final = Typeface("NotoSerif", _FOUR_CUTS)
NASKH: Final = Typeface("NotoNaskhArabic", scale=1.2, ascent=0.86, descent=0.38)
SANS_ARABIC: Final = Typeface("NotoSansArabic", scale=1.15, ascent=0.92, descent=0.4)
NASTALIQ: Final = Typeface("NotoNastaliqUrdu", scale=1.15, ascent=1.35, descent=0.48)
VAZIRMATN: Final = Typeface("Vazirmatn", scale=1.15, ascent=0.88, descent=0.34)
SANS_BENGALI: Final = Typeface("NotoSansBengali", descent=0.28)
SERIF_BENGALI: Final = Typeface("NotoSerifBengali", descent=0.3)
CHINESE: Final = Typeface("NotoSansSC", _ONE_CUT)
KOREAN: Final = Typeface("NotoSansKR", _ONE_CUT)
SANS_DEVANAGARI: Final = Typeface("NotoSansDevanagari", descent=0.3)

_BY_SCRIPT: Final = {
    "Deva": SANS_DEVANAGARI,
    "Hebr": Typeface("NotoSansHebrew"),
    "Armn": Typeface("NotoSansArmenian"),
    "Geor": Typeface("NotoSansGeorgian"),
    "Taml": Typeface("NotoSansTamil", descent=0.34),
    "Thai": Typeface("NotoSansThai", ascent=1.02, descent=0.3),
    "Ethi": Typeface("NotoSansEthiopic", _ONE_CUT),
    "Hani": CHINESE,
    "Hira": CHINESE,
    "Kana": CHINESE,
    "Bopo": CHINESE,
    "Hang": KOREAN,
}
_SYMBOLS: Final = tuple(
    Typeface(name, _ONE_CUT)
    for name in ("NotoSansSymbols", "NotoSansSymbols2", "NotoSansMath", "NotoSansMono", "NotoEmoji")
)
_EVERY_TYPEFACE: Final = (
    *(SANS, SERIF, *_SYMBOLS, CHINESE, KOREAN, NASKH, SANS_ARABIC, SANS_BENGALI),
    *_BY_SCRIPT.values(),
)


class Look(NamedTuple):
    """What of a style decides the face."""

    family: Family
    bold: bool
    italic: bool
    language: str


def look(style: Style) -> Look:
    """Return what of the style decides the face."""
    return Look(style.family, style.bold, style.italic, style.language.partition("-")[0])


def typefaces(script: str, wanted: Look) -> tuple[Typeface, ...]:
    """Return every bundled family, best first, for a script (ISO 15924) in a look."""
    latin = SANS if wanted.family == "sans" else SERIF
    return tuple(dict.fromkeys((_own_typeface(script, wanted), latin, *_EVERY_TYPEFACE)))


def _own_typeface(script: str, wanted: Look) -> Typeface:
    sans = wanted.family == "sans"
    match script:
        case "Arab" if wanted.language == "ur" and not sans:
            return NASTALIQ
        case "Arab" if wanted.language == "fa" and sans:
            return VAZIRMATN
        case "Arab":
            return SANS_ARABIC if sans else NASKH
        case "Beng":
            return SANS_BENGALI if sans else SERIF_BENGALI
        case _:
            return _BY_SCRIPT.get(script, SANS if sans else SERIF)


@cache
def face(typeface: Typeface, cut: Cut) -> Face:
    """Return an opened face, one for the whole process: a face is read only, and its file is mapped, not read."""
    path = resource("fonts", f"{typeface.name}-{cut}.ttf")
    return Face(path, typeface.scale, typeface.ascent, typeface.descent)


def nearest_cut(typeface: Typeface, wanted: Look) -> Cut:
    """Return the cut of a family that comes nearest to a look."""
    names: dict[tuple[bool, bool], Cut] = {
        (True, True): "BoldItalic",
        (True, False): "Bold",
        (False, True): "Italic",
    }
    cut = names.get((wanted.bold, wanted.italic), "Regular")
    if cut in typeface.cuts:
        return cut
    return "Bold" if wanted.bold and "Bold" in typeface.cuts else "Regular"


class Shelf:
    """The faces for one document: it remembers what sets what, and which characters nothing could set."""

    def __init__(self) -> None:
        self.missing: dict[str, int] = {}
        """How often each character was asked for that no face has."""
        self._choices: dict[tuple[str, str, Look], tuple[Face, tuple[str, ...]]] = {}
        """The face of each character with its marks, and what of it that face lacks."""
        self._primary: dict[tuple[str, Look], Face] = {}

    def primary(self, script: str, wanted: Look) -> Face:
        """Return the face that a script is set in as a rule."""
        found = self._primary.get((script, wanted))
        if found is None:
            found = self._primary[script, wanted] = next(_faces(script, wanted))
        return found

    def choose(self, grapheme: str, script: str, wanted: Look) -> Face:
        """Return the best face for a character with its marks; a character that no face has is counted."""
        key = (grapheme, script, wanted)
        found = self._choices.get(key)
        if found is None:
            chosen = self._best(grapheme, script, wanted)
            lacking = tuple(character for character in grapheme if not chosen.can_draw(character))
            found = self._choices[key] = (chosen, lacking)
        for character in found[1]:
            self.missing[character] = self.missing.get(character, 0) + 1
        return found[0]

    def _best(self, grapheme: str, script: str, wanted: Look) -> Face:
        """Return the first face that has a character with its marks, else without, else that of the script."""
        whole = (one for one in _faces(script, wanted) if all(map(one.can_draw, grapheme)))
        in_part = (one for one in _faces(script, wanted) if one.can_draw(grapheme[0]))
        return next(whole, None) or next(in_part, None) or self.primary(script, wanted)


def _faces(script: str, wanted: Look) -> Iterator[Face]:
    for typeface in typefaces(script, wanted):
        yield face(typeface, nearest_cut(typeface, wanted))
