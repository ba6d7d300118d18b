"""The door to typesetting: texts with styles in, paragraphs out."""

from collections.abc import Iterator, Sequence
from typing import Final

from majlis.typesetting.analysis import Analyst
from majlis.typesetting.bidi import first_strong
from majlis.typesetting.characters import LINE_SEPARATOR, unprintable, without_unprintable
from majlis.typesetting.fonts import Shelf
from majlis.typesetting.items import ARABIC_LANGUAGES, StyledRange
from majlis.typesetting.paragraph import Paragraph, Setting
from majlis.typesetting.styles import Direction, Span, Style

RIGHT_TO_LEFT_LANGUAGES: Final = ARABIC_LANGUAGES | {"he", "yi"}


class Typesetter:
    """Makes the paragraphs of one document, and keeps what is worth knowing twice for just as long."""

    def __init__(self) -> None:
        self._shelf = Shelf()
        self._analyst = Analyst(self._shelf)

    @property
    def missing(self) -> dict[str, int]:
        """Return how often each character was met that no face has: it is drawn as a box."""
        return self._shelf.missing

    def paragraph(
        self, spans: Sequence[Span], direction: Direction = "auto", setting: Setting | None = None
    ) -> Paragraph:
        """Analyse a text.

        With `auto` the first strong character sets the direction, and where there is none the language of the
        first span. Line separators in the text end lines. Control characters are drawn as replacement characters.
        """
        strut = spans[0].style if spans else Style()
        text = "".join(span.text for span in spans)
        for character in unprintable(text):
            self.missing[character] = self.missing.get(character, 0) + 1
        base = _base(text, direction, strut.language)
        segments = [self._analyst.segment(*piece, base) for piece in _segments(spans)]
        return Paragraph(self._analyst, segments, strut, base, setting or Setting())


def _base(text: str, direction: Direction, language: str) -> int:
    """Return the level of a paragraph."""
    if direction != "auto":
        return int(direction == "rtl")
    fallback = int(language.partition("-")[0] in RIGHT_TO_LEFT_LANGUAGES)
    strong = first_strong(text)
    return fallback if strong is None else strong


def _segments(spans: Sequence[Span]) -> Iterator[tuple[str, list[StyledRange]]]:
    """Cut the spans at line separators."""
    texts: list[str] = []
    ranges: list[StyledRange] = []
    length = 0
    for span in spans:
        pieces = LINE_SEPARATOR.split(span.text)
        for number, piece in enumerate(pieces):
            if number:
                yield without_unprintable("".join(texts)), ranges
                texts, ranges, length = [], [], 0
            if piece:
                texts.append(piece)
                ranges.append(StyledRange(length, length + len(piece), span.style))
                length += len(piece)
    yield without_unprintable("".join(texts)), ranges
