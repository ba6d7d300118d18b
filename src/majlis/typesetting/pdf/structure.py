"""What the parts of a document are (headings, paragraphs, tables), for those who listen to it: tagged PDF."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal[
    *("Document", "Part", "Sect", "Div", "TOC", "TOCI", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody"),
    *("Table", "TR", "TH", "TD", "Figure", "Caption", "Link", "Span"),
]
"""The standard structure types in use."""


class Marked(NamedTuple):
    """A stretch of a page's content, by the page's number (from 0) and the stretch's number on it."""

    page: int
    number: int


class Annotated(NamedTuple):
    """A link on a page, by the page's number (from 0) and the name that its annotation goes by."""

    page: int
    annotation: str


@dataclass(slots=True, eq=False)
class Element:
    """A part of the document; `language` where it is not its parent's, `alternative` words for a picture."""

    kind: str
    language: str = ""
    alternative: str = ""
    children: list["Element | Marked | Annotated"] = field(default_factory=list)

    def child(self, kind: str, language: str = "", alternative: str = "") -> "Element":
        """Add a part at the end of this one."""
        element = Element(kind, language, alternative)
        self.children.append(element)
        return element
