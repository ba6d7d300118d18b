"""How a piece of text is to look, and pieces of text that look so."""

from dataclasses import dataclass
from typing import Literal

Family = Literal["sans", "serif"]
Direction = Literal["auto", "ltr", "rtl"]
Alignment = Literal["start", "end", "centre", "justify"]


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a span of text; sizes in points, colours as `#rrggbb`.

    `language` is a tag such as `ur` or `pt-BR`: it picks the face within a script, the shaping and the
    hyphenation. `link` is an address (`https:`, `http:`, `mailto:`) or `#name`, an anchor in the same document;
    empty for none.
    """

    family: Family = "sans"
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    colour: str = "#000000"
    language: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one style; the text is never read as markup."""

    text: str
    style: Style
