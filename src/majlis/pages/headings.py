"""The large heading with which a part of the book begins."""

from majlis.pages.colours import QUIET
from majlis.pages.edition import Edition
from majlis.typesetting.blocks import Mark, Stroke, Words
from majlis.typesetting.lines import height_of


def heading_marks(edition: Edition, title: str, *, second: str = "", under: str = "") -> tuple[list[Mark], float]:
    """Return a heading over the whole width, and how high it is with the air under it.

    `second` says the same in the second language; `under` stands below.
    """
    measure = edition.paper.measure
    made = [
        (edition.lines(title, "heading", measure, colour=edition.accent), "H1"),
        (edition.lines(under, "section", measure, colour=QUIET), "P"),
        (edition.lines(second, "small", measure, language=edition.second or "", colour=QUIET), "P"),
    ]
    marks: list[Mark] = []
    y = 0.0
    for lines, tag in made:
        if lines:
            marks.append(Words(0, y, measure, lines, tag))
            y += height_of(lines) + 1
    marks.append(Stroke(0, y + 6, 46, y + 6, edition.accent, 1.6))
    return marks, y + 20
