"""XML from strangers as a tree of elements that know their lines; entities and DTDs are refused."""

from dataclasses import dataclass, field
from typing import Final
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from defusedxml import DefusedXmlException
from defusedxml.sax import parseString
from typing_extensions import override

from majlis.programme.refusal import Refusal

DEPTH: Final = 200
"""Elements within elements that a file may have."""


@dataclass(slots=True)
class Element:
    """An element with its attributes, the elements in it, its own text without blanks around it, and its line."""

    name: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element"] = field(default_factory=list)
    text: str = ""

    def all(self, name: str) -> list["Element"]:
        """Return the elements of this name directly within."""
        return [child for child in self.children if child.name == name]

    def first(self, name: str) -> "Element | None":
        """Return the first element of this name directly within, or None."""
        return next((child for child in self.children if child.name == name), None)

    def word(self, name: str) -> str:
        """Return the text of the first element of this name that has one, or ""."""
        return next((child.text for child in self.children if child.name == name and child.text), "")


def parse_xml(data: bytes) -> Element:
    """Return the root element; raise `Refusal` where the bytes are no well-formed XML, or hold a DTD."""
    handler = _Tree()
    try:
        parseString(data, handler, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except SAXParseException as error:
        line, column = error.getLineNumber() or 1, (error.getColumnNumber() or 0) + 1
        raise Refusal(
            f"The XML is broken at line {line}, column {column}: {error.getMessage()}. "
            "Have it exported again, or mend it there."
        ) from error
    except DefusedXmlException as error:
        raise Refusal(
            "The XML declares a document type or entities, which can make a reader fetch or build anything; "
            "take the declaration (<!DOCTYPE …>) out and import it again."
        ) from error
    except (ValueError, LookupError) as error:
        raise Refusal(f"The XML can't be read: {error}. Save it as UTF-8 and import it again.") from error
    return handler.root


class _Tree(ContentHandler):
    """Builds the elements; the parser calls it."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", 1)
        self._open: list[tuple[Element, list[str]]] = []
        self._place: Locator | None = None

    @override
    def setDocumentLocator(self, locator: Locator) -> None:
        self._place = locator

    @override
    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        line = (self._place.getLineNumber() if self._place else 0) or 1
        element = Element(name.rpartition(":")[2], line, dict(attrs.items()))
        if len(self._open) >= DEPTH:
            raise Refusal(
                f"The XML has more than {DEPTH} elements within each other at line {line}; it is no schedule."
            )
        if self._open:
            self._open[-1][0].children.append(element)
        else:
            self.root = element
        self._open.append((element, []))

    @override
    def endElement(self, name: str) -> None:
        element, words = self._open.pop()
        element.text = "".join(words).strip()

    @override
    def characters(self, content: str) -> None:
        if self._open:
            self._open[-1][1].append(content)
