"""Pages as values drawn into a PDF: marks are walked, and mirrored on mirrored pages; nothing is decided."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from majlis.typesetting.blocks import Anchor, Area, Mark, Outline, Page, Squares, Stroke, Way, Words
from majlis.typesetting.pdf.page import Page as Canvas
from majlis.typesetting.pdf.structure import Element
from majlis.typesetting.pdf.writer import PdfWriter

_STEP: Final = 16
"""After how many pages somebody is told how far the work is."""


@dataclass(frozen=True, slots=True)
class About:
    """What the document says of itself."""

    title: str
    language: str
    right_to_left: bool = False


def painted(
    pages: Sequence[Page], about: About, labels: Sequence[str], progress: Callable[[float], None]
) -> bytes:
    """Return the pages as PDF; `labels` are what a viewer calls them. The same pages give the same bytes."""
    writer = PdfWriter(about.title, about.language, right_to_left=about.right_to_left)
    brush = _Brush(about.language)
    for place, (page, label) in enumerate(zip(pages, labels, strict=True)):
        if place % _STEP == 0:
            progress(place / len(pages))
        canvas = writer.page(page.width, page.height, label)
        for mark in page.marks:
            brush.draw(canvas, page, mark)
        for bookmark in page.bookmarks:
            writer.bookmark(bookmark.title, bookmark.anchor, bookmark.level)
    pdf = writer.finish()
    progress(1.0)
    return pdf


@dataclass
class _Brush:
    """Draws marks; it remembers the paragraph that lines may go on with."""

    language: str
    _begun: Element | None = field(default=None, init=False)

    def draw(self, canvas: Canvas, page: Page, mark: Mark) -> None:
        match mark:
            case Words():
                self._words(canvas, page, mark)
            case Area():
                x = _left(page, mark.x, mark.width)
                canvas.rectangle(
                    x,
                    mark.y,
                    mark.width,
                    mark.height,
                    fill=mark.fill,
                    edge=mark.edge,
                    thickness=mark.thickness,
                    radius=mark.radius,
                )
            case Squares():
                boxes = [(_left(page, x, width), y, width, height) for x, y, width, height in mark.boxes]
                canvas.rectangles(boxes, mark.fill)
            case Outline():
                polygons = [[(_left(page, x, 0), y) for x, y in points] for points in mark.polygons]
                canvas.polygons(polygons, fill=mark.fill, edge=mark.edge, thickness=mark.thickness)
            case Stroke():
                start, end = (_left(page, mark.x, 0), mark.y), (_left(page, mark.to_x, 0), mark.to_y)
                canvas.line(start, end, colour=mark.colour, thickness=mark.thickness)
            case Way():
                x = _left(page, mark.x, mark.width)
                canvas.link(x, mark.y, mark.width, mark.height, f"#{mark.anchor}")
            case Anchor():
                canvas.anchor(mark.name, mark.y)

    def _words(self, canvas: Canvas, page: Page, mark: Words) -> None:
        x = _left(page, mark.x, mark.width)
        if not mark.tag:
            with canvas.decoration():
                canvas.lines(mark.lines, x, mark.y)
            return
        part = self._begun if mark.after and self._begun is not None else mark.tag
        language = next((unit.style.language for line in mark.lines for unit in line.units), "")
        with canvas.tagged(part, "" if language == self.language else language) as self._begun:
            canvas.lines(mark.lines, x, mark.y)


def _left(page: Page, x: float, width: float) -> float:
    return page.width - x - width if page.mirrored else x
