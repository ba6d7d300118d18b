"""An edition: the paper, the languages and the hand of styles in which a product is printed, and its doubts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, Literal

from majlis.calendars.words import is_right_to_left
from majlis.pages.colours import INK, QUIET, UNTHEMED, accent, theme_colours
from majlis.pages.orders import Doubt, Options, Steps
from majlis.programme.programme import Programme
from majlis.programme.texts import Texts
from majlis.typesetting.lines import Line
from majlis.typesetting.paragraph import Paragraph, Setting
from majlis.typesetting.shortening import shortened
from majlis.typesetting.styles import Alignment, Direction, Family, Span, Style
from majlis.typesetting.typesetter import Typesetter

MILLIMETRE: Final = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper with the margins of a two-sided book on it, in points; `columns` is how many lists have."""

    name: str
    width: float
    height: float
    inner: float
    outer: float
    top: float
    bottom: float
    columns: int
    gutter: float
    scale: float
    """What the sizes of text are multiplied by."""

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - self.inner - self.outer

    @property
    def depth(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom

    @property
    def column(self) -> float:
        """The width of one column of a list."""
        return self.column_of(self.columns)

    def column_of(self, count: int) -> float:
        """Return the width of one of several columns abreast."""
        return (self.measure - (count - 1) * self.gutter) / count


_NARROWER: Final = 14
HYPHENS: Final = ("-", "‐")
_MM: Final = MILLIMETRE
PAPERS: Final = {
    "a5": Paper(
        "A5", 148 * _MM, 210 * _MM, 17 * _MM, 13 * _MM, 19 * _MM, 16 * _MM, columns=1, gutter=5 * _MM, scale=1.0
    ),
    "a4": Paper(
        "A4", 210 * _MM, 297 * _MM, 22 * _MM, 17 * _MM, 25 * _MM, 20 * _MM, columns=2, gutter=7 * _MM, scale=1.06
    ),
}
"""The papers by id."""

Role = Literal[
    "display",
    "heading",
    "section",
    "title",
    "text",
    "small",
    "note",
    "cell",
    "small_cell",
    "cell_note",
    "name",
    "second_name",
    "role",
]


@dataclass(frozen=True, slots=True)
class _Hand:
    """How one role of text is set: the style at scale 1, and the distance of its lines."""

    size: float
    bold: bool = False
    family: Family = "sans"
    colour: str = INK
    leading: float = 1.1


_HANDS: Final[dict[Role, _Hand]] = {
    "display": _Hand(31, bold=True, leading=1.0),
    "heading": _Hand(19, bold=True, leading=1.02),
    "section": _Hand(11.5, bold=True),
    "title": _Hand(9.4, bold=True, leading=1.06),
    "text": _Hand(8.2, family="serif", leading=1.16),
    "small": _Hand(7.8, leading=1.12),
    "note": _Hand(7.2, colour=QUIET, leading=1.12),
    "cell": _Hand(6.6, bold=True, leading=0.98),
    "small_cell": _Hand(5.6, bold=True, leading=0.98),
    "cell_note": _Hand(6.2, colour=QUIET, leading=0.98),
    "name": _Hand(31, bold=True, leading=0.96),
    "second_name": _Hand(24, leading=0.98),
    "role": _Hand(15, bold=True, leading=1.0),
}


class Edition:
    """What all pages of one printing share: programme, options, paper, typesetter, and the doubts as they come."""

    def __init__(self, programme: Programme, options: Options, paper: Paper, steps: Steps) -> None:
        self.programme = programme
        self.options = options
        self.paper = paper
        self.steps = steps
        self.language = options.language
        self.second = options.second_language
        self.right_to_left = is_right_to_left(options.language)
        self.accent = accent(programme)
        self.theme_colours = theme_colours(programme)
        self.languages = (options.language, *programme.event.languages)
        self.typesetter = Typesetter()
        self._doubts: dict[Doubt, None] = {}
        self._cut: dict[tuple[object, ...], tuple[Line, ...]] = {}

    def theme_colour(self, theme_id: str | None) -> str:
        """Return the colour that marks a theme, or no theme."""
        return self.theme_colours.get(theme_id or "", UNTHEMED)

    def doubt(self, record_id: str | None, text: str) -> None:
        """Note something that could not be printed as it should be; the same thing is noted once."""
        self._doubts[Doubt(record_id, text)] = None

    def doubts(self) -> tuple[Doubt, ...]:
        """Return what was noted, and the characters that no face could set."""
        missing = sorted(self.typesetter.missing.items(), key=lambda one: (-one[1], one[0]))
        boxes = [
            Doubt(
                None, f"No font has the character {character!r} (U+{ord(character):04X}); it is printed as a box."
            )
            for character, _ in missing
        ]
        return (*self._doubts, *boxes)

    def style(self, role: Role, language: str = "", *, colour: str = "", link: str = "") -> Style:
        """Return the style of a role of text for a language, with another colour or a link where given."""
        hand = _HANDS[role]
        return Style(
            hand.family,
            hand.size * self.paper.scale,
            bold=hand.bold,
            colour=colour or hand.colour,
            language=language or self.language,
            link=link,
        )

    def best(self, texts: Texts) -> tuple[str, str]:
        """Return a text in the best language for the edition, and that language; both empty for no text."""
        language = texts.language(self.languages)
        return texts.get(language, "").strip(), language

    def under(self, texts: Texts) -> tuple[str, str]:
        """Return a text in the second language where it has one that the first line does not say already."""
        if self.second is None:
            return "", ""
        text = texts.get(self.second, "").strip()
        return ("", "") if text == self.best(texts)[0] else (text, self.second)

    def paragraph(
        self,
        spans: Sequence[Span],
        role: Role,
        *,
        direction: Direction = "auto",
        align: Alignment = "start",
        hyphenate: bool = False,
    ) -> Paragraph:
        """Return spans as a paragraph with the leading of a role.

        A paragraph that runs against the edition begins at the edition's side all the same; but long text begins
        at its own, where the eye goes back to.
        """
        setting = Setting(align, _HANDS[role].leading, hyphenate)
        made = self.typesetter.paragraph(spans, direction, setting)
        if role != "text" and align in {"start", "end"} and made.right_to_left != self.right_to_left:
            return made.aligned("end" if align == "start" else "start")
        return made

    def lines(
        self,
        text: str,
        role: Role,
        width: float,
        *,
        language: str = "",
        align: Alignment = "start",
        colour: str = "",
    ) -> tuple[Line, ...]:
        """Return one text in the style of a role, broken to a width; no lines for no text.

        Without a language the text is of our own making and runs as the edition does, whatever it begins with.
        """
        if not text:
            return ()
        spans = [Span(text, self.style(role, language, colour=colour))]
        made = self.paragraph(spans, role, direction=self._direction(language), align=align)
        return self.whole_lines(made, width) if align == "start" else made.lines(width)

    def whole_lines(self, paragraph: Paragraph, width: float) -> tuple[Line, ...]:
        """Break a paragraph that begins at the edition's side, but not after the hyphens of its words.

        Whoever searches or copies loses a hyphen at the end of a line, and with it the title or name. So the text
        is broken a little narrower, if that helps.
        """
        for step in range(_NARROWER):
            narrow = width * (1 - 0.025 * step)
            lines = paragraph.lines(narrow)
            if not any(line.text.endswith(HYPHENS) for line in lines[:-1]):
                return _shifted(lines, width - narrow) if self.right_to_left else lines
        return paragraph.lines(width)

    def cut(
        self,
        text: str,
        role: Role,
        width: float,
        height: float,
        *,
        floor: float,
        language: str = "",
        align: Alignment = "start",
        colour: str = "",
    ) -> tuple[Line, ...]:
        """Return a text set in a box, smaller where it must be down to a floor, and there with an ellipsis.

        No lines where not even one has room. Without a language it runs as the edition does.
        """
        asked = (text, role, width, height, floor, language, align, colour)
        if (known := self._cut.get(asked)) is not None:
            return known
        style = self.style(role, language, colour=colour)
        made = partial(self.paragraph, role=role, direction=self._direction(language), align=align)
        fitted = made([Span(text, style)]).fit(width, height, floor, cut=True)
        lines = fitted.lines
        if fitted.overflows or (fitted.strained and len(lines) == 1):
            least = replace(style, size=min(floor, style.size))
            lines = shortened(text, lines, width, height, lambda shown: made([Span(shown, least)]))
        self._cut[asked] = lines
        return lines

    def _direction(self, language: str) -> Direction:
        if language:
            return "auto"
        return "rtl" if self.right_to_left else "ltr"


def _shifted(lines: tuple[Line, ...], by: float) -> tuple[Line, ...]:
    return tuple(replace(line, offset=line.offset + by) for line in lines) if by else lines
