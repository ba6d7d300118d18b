"""The pages of a book as they are laid: margins, running heads, page numbers, and where anchors came to stand."""

from collections.abc import Sequence
from typing import Final

from majlis.calendars.words import number
from majlis.pages.colours import QUIET, RULE
from majlis.pages.edition import Edition
from majlis.typesetting.blocks import Anchor, Bookmark, Mark, Page, Strip, Stroke, Words, moved
from majlis.typesetting.flow import Column, balanced

_HEAD: Final = 20.0
"""How far above the text the running head stands, in points."""


class Leaves:
    """Collects the pages of a book in order, the first of them numbered `first`."""

    def __init__(self, edition: Edition, first: int = 1) -> None:
        self.edition = edition
        self.pages: list[Page] = []
        self.found: dict[str, int] = {}
        """The number of the page that each anchor stands on."""
        self._first = first

    @property
    def next(self) -> int:
        """The number of the next page."""
        return self._first + len(self.pages)

    def add(self, marks: Sequence[Mark], label: str = "", bookmarks: Sequence[Bookmark] = ()) -> None:
        """Add a page of marks that stand within the margins, from their upper start corner."""
        paper, page_number = self.edition.paper, self.next
        start = paper.inner if page_number % 2 else paper.outer
        placed = [moved(mark, start, paper.top) for mark in (*marks, *self._head(label), *self._folio())]
        self.add_bare(placed, bookmarks)

    def add_bare(self, marks: Sequence[Mark], bookmarks: Sequence[Bookmark] = ()) -> None:
        """Add a page of marks from the corner of the paper, with neither head nor number."""
        paper = self.edition.paper
        for mark in marks:
            if isinstance(mark, Anchor):
                self.found.setdefault(mark.name, self.next)
        self.pages.append(
            Page(paper.width, paper.height, tuple(marks), tuple(bookmarks), mirrored=self.edition.right_to_left)
        )

    def flow(
        self,
        strips: Sequence[Strip],
        columns: int,
        section: str,
        *,
        opening: Sequence[Mark] = (),
        opening_height: float = 0.0,
        bookmarks: Sequence[Bookmark] = (),
    ) -> None:
        """Add strips down pages of columns; the opening stands over all columns of the first page."""
        paper = self.edition.paper
        step = paper.column_of(columns) + paper.gutter
        made = _in_pages(strips, paper.depth, columns, opening_height) or [[]]
        for page, abreast in enumerate(made):
            top = 0.0 if page else opening_height
            marks = [
                moved(mark, place * step, top) for place, column in enumerate(abreast) for mark in column.marks
            ]
            shown = marks if page else [*opening, *marks]
            self.add(shown, _label(section, abreast), () if page else bookmarks)

    def _head(self, label: str) -> list[Mark]:
        edition, measure = self.edition, self.edition.paper.measure
        own = edition.best(edition.programme.event.title)[0]
        recto = self.next % 2 == 1
        outer, inner = (label or own), (own if label else "")
        marks: list[Mark] = [Stroke(0, 6 - _HEAD, measure, 6 - _HEAD, RULE, 0.4)]
        for text, at_end in ((outer, recto), (inner, not recto)):
            lines = edition.cut(
                text, "note", measure * 0.48, 12, floor=6, align="end" if at_end else "start", colour=QUIET
            )
            if lines:
                y = 2 - _HEAD - lines[0].baseline
                marks.append(Words(measure * 0.52 if at_end else 0, y, measure * 0.48, lines[:1], tag=""))
        return marks

    def _folio(self) -> list[Mark]:
        paper = self.edition.paper
        shown = number(self.next, self.edition.language)
        align = "end" if self.next % 2 else "start"
        lines = self.edition.lines(shown, "title", paper.measure, align=align)
        return [Words(0, paper.depth + 16, paper.measure, lines, tag="")]


def _in_pages(strips: Sequence[Strip], depth: float, columns: int, opening: float) -> list[list[Column]]:
    """Return the columns of each page; those of the first page are shorter by the opening."""
    if not opening:
        made = balanced(strips, depth, columns)
        return [made[at : at + columns] for at in range(0, len(made), columns)]
    whole = balanced(strips, depth - opening, columns)
    if len(whole) <= columns:
        return [whole]
    taken = sum(column.strips for column in whole[:columns])
    rest = balanced(strips[taken:], depth, columns)
    return [whole[:columns], *(rest[at : at + columns] for at in range(0, len(rest), columns))]


def _label(section: str, columns: Sequence[Column]) -> str:
    """Return the section with the first and last label of its columns, as "Thursday · 09:00–10:30"."""
    labels = [label for column in columns for label in (column.first_label, column.last_label) if label]
    if not labels:
        return section
    span = labels[0] if labels[0] == labels[-1] else f"{labels[0]}–{labels[-1]}"
    return f"{section} · {span}"
