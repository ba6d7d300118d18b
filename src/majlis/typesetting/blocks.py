"""What stands on a page, as values: marks in boxes, and strips of them that flow down columns.

Lengths are points, down from the top. Across, a mark lies `x` from the side on which reading starts: the left, or
the right in a mirrored edition, so that the same marks serve both. Nothing here measures text or writes a file.
"""

from dataclasses import dataclass, replace

from majlis.typesetting.lines import Line


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of a paragraph, one below the other from `y` on, that were set `width` wide.

    `tag` says what they are in the document's structure (`H1`, `H2`, `P`, …), or is empty for what only repeats
    or decorates. `after` is true where they go on with a paragraph that began before.
    """

    x: float
    y: float
    width: float
    lines: tuple[Line, ...]
    tag: str = "P"
    after: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle: filled, edged, or both; colours as `#rrggbb`, empty for none."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    edge: str = ""
    thickness: float = 0.5
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Squares:
    """Many rectangles (x, y, width, height) in one colour."""

    boxes: tuple[tuple[float, float, float, float], ...]
    fill: str


@dataclass(frozen=True, slots=True)
class Outline:
    """Closed polygons, each a row of points from the upper start corner; filled together, edged, or both."""

    polygons: tuple[tuple[tuple[float, float], ...], ...]
    fill: str = ""
    edge: str = ""
    thickness: float = 0.5


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from one point to another."""

    x: float
    y: float
    to_x: float
    to_y: float
    colour: str
    thickness: float = 0.5


@dataclass(frozen=True, slots=True)
class Way:
    """A rectangle that leads to an anchor of the same document; `text` says where to."""

    x: float
    y: float
    width: float
    height: float
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point that links and bookmarks lead to."""

    name: str
    y: float


Mark = Words | Area | Squares | Outline | Stroke | Way | Anchor


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline that a reader shows beside the pages; the topmost level is 0."""

    title: str
    anchor: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of a column that is never cut.

    `space` is white above it, which falls away at the top of a column. A `kept` strip stays with the one before
    it. `label` is what the running head says from here on, or empty for what it said before.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    space: float = 0.0
    kept: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page with all that stands on it; marks are drawn in their order."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    mirrored: bool = False


def moved(mark: Mark, x: float, y: float) -> Mark:
    """Return a mark moved away from the starting side and down."""
    match mark:
        case Anchor():
            return replace(mark, y=mark.y + y)
        case Stroke():
            return replace(mark, x=mark.x + x, y=mark.y + y, to_x=mark.to_x + x, to_y=mark.to_y + y)
        case Outline():
            polygons = tuple(tuple((left + x, top + y) for left, top in points) for points in mark.polygons)
            return replace(mark, polygons=polygons)
        case Squares():
            boxes = tuple((left + x, top + y, width, height) for left, top, width, height in mark.boxes)
            return replace(mark, boxes=boxes)
        case _:
            return replace(mark, x=mark.x + x, y=mark.y + y)


def strips_of(
    lines: tuple[Line, ...],
    *,
    x: float,
    width: float,
    tag: str = "P",
    space: float = 0.0,
    kept: bool = False,
    whole: bool = False,
) -> list[Strip]:
    """Return a paragraph's lines as strips that may part between two columns, but for its first and last line.

    With `whole` they never part. `kept` and `space` are those of the first.
    """
    strips: list[Strip] = []
    for number, line in enumerate(lines):
        held = whole or number == 1 or number == len(lines) - 1
        words = Words(x, 0, width, (line,), tag, after=number > 0)
        strips.append(Strip(line.height, (words,), space=0.0 if number else space, kept=held if number else kept))
    return strips


def beside(strips: list[Strip], *marks: Mark) -> list[Strip]:
    """Return strips, at least one, with marks added to the first of them."""
    first = strips[0]
    return [replace(first, marks=(*marks, *first.marks)), *strips[1:]]
