"""Strips into columns, and columns into pages: nothing is cut, headings stay with what they head.

A strip that is `kept` stays with the one before it. Where a whole group of such strips is higher than a column it
is parted all the same, between two strips: text may look less than perfect, but it never leaves its column.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from majlis.typesetting.blocks import Mark, Strip, moved

_SLACK: Final = 0.01
"""Points by which sums of heights may be wrong."""


@dataclass(frozen=True, slots=True)
class Column:
    """Marks down a column of this height, of how many strips they are, the first label among them and the last."""

    marks: tuple[Mark, ...]
    height: float
    strips: int
    first_label: str = ""
    last_label: str = ""


def columns_of(strips: Sequence[Strip], height: float) -> list[Column]:
    """Return strips down as many columns of a height as they need; none for no strips."""
    columns: list[Column] = []
    label = ""
    for run in _runs(strips, height):
        columns.append(_column(run, label))
        label = columns[-1].last_label
    return columns


def balanced(strips: Sequence[Strip], height: float, count: int) -> list[Column]:
    """Return strips down columns that stand `count` abreast, the last few of them of about the same height."""
    columns = columns_of(strips, height)
    over = len(columns) % count or count
    if not columns or count == 1:
        return columns
    full = columns[: len(columns) - over]
    rest = strips[sum(column.strips for column in full) :]
    low = min(height, max(_height(group, top=True) for group in _groups(rest)))
    high = height
    best = columns[len(full) :]
    for _ in range(12):
        middle = (low + high) / 2
        tried = columns_of(rest, middle)
        if len(tried) <= count and all(column.height <= middle + _SLACK for column in tried):
            best, high = tried, middle
        else:
            low = middle
    label = full[-1].last_label if full else ""
    return [*full, *_relabelled(best, label)]


def _relabelled(columns: list[Column], label: str) -> Iterator[Column]:
    for column in columns:
        label_here = column.last_label or label
        yield replace(column, first_label=column.first_label or label, last_label=label_here)
        label = label_here


def _runs(strips: Sequence[Strip], height: float) -> Iterator[list[Strip]]:
    """Yield the strips of one column after the other."""
    run: list[Strip] = []
    filled = 0.0
    for group in _groups(strips):
        if run and filled + _height(group, top=False) > height + _SLACK:
            yield run
            run, filled = [], 0.0
        for strip in group:
            step = strip.height + (strip.space if run else 0.0)
            if run and filled + step > height + _SLACK:
                yield run
                run, filled, step = [], 0.0, strip.height
            run.append(strip)
            filled += step
    if run:
        yield run


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Yield each strip with those that are kept with it."""
    group: list[Strip] = []
    for strip in strips:
        if group and not strip.kept:
            yield group
            group = []
        group.append(strip)
    if group:
        yield group


def _height(group: Sequence[Strip], *, top: bool) -> float:
    spaces = sum(strip.space for strip in group) - (group[0].space if top else 0.0)
    return spaces + sum(strip.height for strip in group)


def _column(run: list[Strip], label: str) -> Column:
    marks: list[Mark] = []
    y = 0.0
    labels = [strip.label for strip in run if strip.label]
    for number, strip in enumerate(run):
        y += strip.space if number else 0.0
        marks += [moved(mark, 0.0, y) for mark in strip.marks]
        y += strip.height
    first = run[0].label or label or (labels[0] if labels else "")
    return Column(tuple(marks), y, len(run), first, labels[-1] if labels else label)
