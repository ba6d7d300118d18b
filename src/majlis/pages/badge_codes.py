"""The code on a badge: a person's opaque id as a QR code, and nothing else."""

from typing import Final

import segno

from majlis.programme.ids import source_id
from majlis.programme.records import Person

_LONGEST: Final = 60
"""Characters of an id that are written as they are; a longer one is replaced by one made of it."""

_MASK: Final = 2
"""One mask for all codes: to try all eight takes five times as long, and any reader undoes each."""


def code_text(person: Person) -> str:
    """Return what a person's code says: the id, which says nothing about them."""
    return person.id if len(person.id) <= _LONGEST else source_id(person.id)


def code_boxes(person: Person, x: float, y: float, size: float) -> tuple[tuple[float, float, float, float], ...]:
    """Return the dark squares of the code in a box, those beside each other in a row as one rectangle."""
    code = segno.make_qr(code_text(person), error="m", mask=_MASK)
    module = size / len(code.matrix)
    boxes: list[tuple[float, float, float, float]] = []
    for row, line in enumerate(code.matrix):
        run = 0
        for column, dark in enumerate((*line, 0)):
            if dark:
                run += 1
            elif run:
                boxes.append((x + (column - run) * module, y + row * module, run * module, module))
                run = 0
    return tuple(boxes)
