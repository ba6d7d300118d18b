"""A page to draw on. Places are in points from the upper left corner, x to the right and y down."""

from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from itertools import groupby
import math
from typing import Final

from majlis.typesetting.lines import Line, Unit
from majlis.typesetting.pdf.codes import number
from majlis.typesetting.pdf.document import Document
from majlis.typesetting.pdf.operators import rectangle_path, rgb, text_operators, width_of
from majlis.typesetting.pdf.pictures import Picture
from majlis.typesetting.pdf.structure import Annotated, Element, Marked

_ALLOWED: Final = ("https://", "http://", "mailto:", "#")

Point = tuple[float, float]


class Page:
    """A page in the making; what is drawn outside `tagged` is decoration to those who listen to the document."""

    def __init__(self, document: Document, root: Element, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self.operators: list[str] = []
        self._document = document
        self._elements = [root]
        self._root = root
        self._open: Element | None = None
        self._stretches = 0
        self._floor = height
        """The y from which PDF counts upwards; the page's height, save where the page is turned."""
        self._matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

    # What things are

    @contextmanager
    def tagged(self, part: str | Element, language: str = "", alternative: str = "") -> Generator[Element]:
        """Say what is drawn inside: a new part of a kind (`H1`, `P`, …), or one that began before goes on."""
        element = part if isinstance(part, Element) else self._elements[-1].child(part, language, alternative)
        self._elements.append(element)
        try:
            yield element
        finally:
            self._elements.pop()

    @contextmanager
    def decoration(self) -> Generator[None]:
        """Say that what is drawn inside says nothing: rules, repeated heads, page numbers."""
        self._elements.append(self._root)
        try:
            yield
        finally:
            self._elements.pop()

    # What is drawn

    def text(self, line: Line, x: float, baseline: float) -> None:
        """Draw a line of a paragraph; `x` is the left edge of the box that it was broken for."""
        x += line.offset
        for link, group in groupby(line.units, key=_link_of):
            units = [*group]
            width = sum(width_of(unit, line) for unit in units)
            if link:
                with self.tagged("Link") as element:
                    self._draw(text_operators(units, line, x, self._floor - baseline, self._document.font))
                    self._link(element, (x, baseline - line.baseline, width, line.height), link)
            else:
                self._draw(text_operators(units, line, x, self._floor - baseline, self._document.font))
            x += width

    def lines(self, lines: Iterable[Line], x: float, top: float) -> float:
        """Draw lines one below the other, and return where the last one ends."""
        for line in lines:
            self.text(line, x, top + line.baseline)
            top += line.height
        return top

    def rectangle(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        edge: str = "",
        thickness: float = 0.5,
        radius: float = 0.0,
    ) -> None:
        """Draw a rectangle, filled, edged, or both, its corners rounded by a radius."""
        path = rectangle_path(x, self._floor - y - height, width, height, radius)
        self._paint([path], fill, edge, thickness)

    def rectangles(self, boxes: Iterable[tuple[float, float, float, float]], fill: str) -> None:
        """Draw many rectangles (x, y, width, height) in one colour, as the squares of a code."""
        paths = [rectangle_path(x, self._floor - y - high, wide, high, 0) for x, y, wide, high in boxes]
        self._paint(paths, fill, "", 0)

    def polygon(self, points: Sequence[Point], *, fill: str = "", edge: str = "", thickness: float = 0.5) -> None:
        """Draw a closed polygon, filled, edged, or both."""
        self.polygons([points], fill=fill, edge=edge, thickness=thickness)

    def polygons(
        self, polygons: Iterable[Sequence[Point]], *, fill: str = "", edge: str = "", thickness: float = 0.5
    ) -> None:
        """Draw closed polygons as one shape, each inside another a hole in it."""
        paths: list[str] = []
        for points in polygons:
            corners = [f"{number(x)} {self._up(y)}" for x, y in points]
            paths.append(f"{corners[0]} m " + " ".join(f"{corner} l" for corner in corners[1:]) + " h")
        self._paint(paths, fill, edge, thickness)

    def line(
        self,
        start: Point,
        end: Point,
        *,
        colour: str = "#000000",
        thickness: float = 0.5,
        dashes: Sequence[float] = (),
    ) -> None:
        """Draw a straight line; `dashes` are the lengths drawn and left out in turn."""
        pattern = f"[{' '.join(map(number, dashes))}] 0 d " if dashes else ""
        ends = f"{number(start[0])} {self._up(start[1])} m {number(end[0])} {self._up(end[1])} l"
        self._draw(f"q {pattern}{number(thickness)} w {rgb(colour)} RG {ends} S Q")

    def picture(self, picture: Picture, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture into a box; tag it as a `Figure` with an alternative, or it counts as decoration."""
        image = picture.at(width, height)
        corner = (x, self._floor - y - height)
        self._draw(" ".join(self._document.add_image(image, corner, (width, height))))

    # Where it leads

    def link(self, x: float, y: float, width: float, height: float, target: str) -> None:
        """Make a box a link to an address (http, https, mailto) or to `#anchor`; other addresses lead nowhere."""
        if target.startswith(_ALLOWED):
            self._link(self._elements[-1].child("Link"), (x, y, width, height), target)

    def anchor(self, name: str, y: float = 0.0) -> None:
        """Name a height of this page, for links and bookmarks."""
        self._document.add_anchor(name, 0, self._floor - y)

    # How it lies

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Generator[None]:
        """Draw with the origin at a point and the page turned around it, clockwise."""
        angle = math.radians(-degrees)
        cosine, sine = math.cos(angle), math.sin(angle)
        matrix = (cosine, sine, -sine, cosine, x, self._floor - y)
        with self._state(f"{' '.join(f'{value:.5f}' for value in matrix[:4])} {number(x)} {number(matrix[5])} cm"):
            before = self._matrix, self._floor
            self._matrix, self._floor = _product(matrix, self._matrix), 0.0
            try:
                yield
            finally:
                self._matrix, self._floor = before

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Generator[None]:
        """Draw only what falls into a box."""
        with self._state(f"{rectangle_path(x, self._floor - y - height, width, height, 0)} W n"):
            yield

    def finish(self) -> list[str]:
        """Return the operators of the finished page."""
        self._close()
        return self.operators

    def _up(self, y: float) -> str:
        return number(self._floor - y)

    def _paint(self, paths: Iterable[str], fill: str, edge: str, thickness: float) -> None:
        """Fill and edge paths as one shape."""
        path = " ".join(paths)
        if not path or not (fill or edge):
            return
        filled = f"{rgb(fill)} rg " if fill else ""
        edged = f"{number(thickness)} w {rgb(edge)} RG " if edge else ""
        operator = "B*" if fill and edge else "f*" if fill else "S"
        self._draw(f"q {filled}{edged}{path} {operator} Q")

    def _draw(self, operators: str) -> None:
        """Write operators as content of the part that is being drawn."""
        element = self._elements[-1]
        if self._open is not element:
            self._close()
            if element is self._root:
                self.operators.append("/Artifact BMC")
            else:
                element.children.append(Marked(self._document.pages, self._stretches))
                self.operators.append(f"/{element.kind} <</MCID {self._stretches}>> BDC")
                self._stretches += 1
            self._open = element
        self.operators.append(operators)

    def _close(self) -> None:
        if self._open is not None:
            self.operators.append("EMC")
            self._open = None

    @contextmanager
    def _state(self, operators: str) -> Generator[None]:
        """Keep a change of the graphics state to what is drawn inside."""
        self._close()
        self.operators.append(f"q {operators}")
        try:
            yield
        finally:
            self._close()
            self.operators.append("Q")

    def _link(self, element: Element, box: tuple[float, float, float, float], target: str) -> None:
        x, y, width, height = box
        corners = [
            _moved(self._matrix, across, self._floor - down)
            for across in (x, x + width)
            for down in (y, y + height)
        ]
        across, up = zip(*corners, strict=True)
        name = self._document.add_link((min(across), min(up), max(across), max(up)), target, target)
        element.children.append(Annotated(self._document.pages, name))


def _link_of(unit: Unit) -> str:
    """Return where a unit leads; links of kinds that are not allowed lead nowhere."""
    return unit.style.link if unit.style.link.startswith(_ALLOWED) else ""


Matrix = tuple[float, float, float, float, float, float]


def _product(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does one thing and then another."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
