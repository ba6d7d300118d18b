"""The page of contents: a line for each section with the number of its page, each line a link."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from majlis.calendars.words import number
from majlis.pages.colours import RULE
from majlis.pages.edition import Edition
from majlis.pages.leaves import Leaves
from majlis.typesetting.blocks import Mark, Strip, Stroke, Way, Words
from majlis.typesetting.lines import height_of


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the book: its title, a quiet line under it, its anchor, and what lays its pages."""

    title: str
    anchor: str
    lay: Callable[[Leaves], None]
    under: str = ""
    level: int = 0


def contents_strips(edition: Edition, sections: Sequence[Section], found: Mapping[str, int]) -> list[Strip]:
    """Return a strip for each section; one whose page is not known yet has 0 for its number."""
    return [strip for section in sections for strip in _strips(edition, section, found.get(section.anchor, 0))]


def _strips(edition: Edition, section: Section, page: int) -> list[Strip]:
    measure = edition.paper.measure
    main = section.level == 0
    indent = 0.0 if main else 12.0
    room = measure - indent - 40
    role = "section" if main else "small"
    lines = edition.lines(section.title, role, room)
    under = edition.lines(section.under, "note", room)
    height = height_of(lines) + height_of(under)
    figures = edition.lines(number(page, edition.language), role, 36, align="end", colour=edition.accent)
    marks: list[Mark] = [
        Words(indent, 0, room, lines, "P"),
        *([Words(indent, height_of(lines), room, under, "P")] if under else []),
        Words(measure - 36, lines[0].baseline - figures[0].baseline, 36, figures, "P"),
        Way(0, 0, measure, height, section.anchor, section.title),
    ]
    if main:
        marks.append(Stroke(0, -5, measure, -5, RULE, 0.4))
    return [Strip(height, tuple(marks), space=11.0 if main else 2.5, kept=not main)]
