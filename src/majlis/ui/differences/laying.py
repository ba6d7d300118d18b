"""Texts before and after laid out in lines: below each other, or woven into one where they are much alike."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from majlis.programme.journal.wording import FieldWords
from majlis.ui.colours import Colours
from majlis.ui.differences.marks import Mark, Piece, woven
from majlis.ui.languages import text_direction

LONGEST: Final = 1_500
"""Letters of a text that are drawn; the tool tip has the rest."""


@dataclass(frozen=True, slots=True)
class Block:
    """A text laid out in lines: `mark` says whether all of it went or came, "same" where that is woven into it."""

    layout: QTextLayout
    mark: Mark
    height: int


def blocks(words: FieldWords, width: int, font: QFont, theme: Colours) -> tuple[Block, ...]:
    """Return what a field held and holds as texts below each other, or as one where they are much alike."""
    pieces = woven(words.before, words.after)
    if pieces:
        return (_block(pieces, "same", words.language, width, font, theme),)
    texts: tuple[tuple[str, Mark], ...] = ((words.before, "gone"), (words.after, "come"))
    return tuple(
        _block((Piece(_cut(text), mark),), mark, words.language, width, font, theme)
        for text, mark in texts
        if text
    )


def _block(pieces: tuple[Piece, ...], mark: Mark, language: str, width: int, font: QFont, theme: Colours) -> Block:
    pieces = _spaced(pieces) if mark == "same" else pieces
    text = "".join(piece.text for piece in pieces).replace("\n", "\u2028")
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(text_direction(text, language))
    layout.setTextOption(option)
    layout.setFormats(_formats(pieces, mark, theme))
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return Block(layout, mark, round(height + 0.5))


def _spaced(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return pieces with a thin space where something came in the place of what went."""
    gap = Piece("\u2009", "same")
    spaced = ((piece, gap) if piece.mark == "gone" else (piece,) for piece in pieces)
    return tuple(each for group in spaced for each in group)


def _formats(pieces: tuple[Piece, ...], mark: Mark, theme: Colours) -> list[QTextLayout.FormatRange]:
    ranges: list[QTextLayout.FormatRange] = []
    at = 0
    for piece in pieces:
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = at, _units(piece.text), _format(piece.mark, mark, theme)  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack the fields
        ranges.append(made)
        at += _units(piece.text)
    return ranges


def _format(piece: Mark, block: Mark, theme: Colours) -> QTextCharFormat:
    made = QTextCharFormat()
    if piece == "same":
        made.setForeground(QColor(theme.text))
        return made
    gone = piece == "gone"
    made.setForeground(QColor(theme.error if gone else theme.good))
    made.setFontStrikeOut(gone)
    if block == "same":
        made.setBackground(QColor(theme.error_soft if gone else theme.good_soft))
        made.setFontUnderline(not gone)
    return made


def _units(text: str) -> int:
    """Return how long a text is for Qt, which counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"
