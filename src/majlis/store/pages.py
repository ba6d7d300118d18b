"""The rows that stand in the pages of a database, read one by one without SQLite, which needs the tree above them.

What SQLite can't reach any more because a page above is gone, or the head of the file, often stands whole in its
own page. Pages that were given up hold old rows too, so whoever reads these must know which to believe.
Source: the description of SQLite's file format (sqlite.org/fileformat2.html).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from majlis.store.values import LONGEST_VALUE

Value = bytes | int | float | None
"""A value as it stands there: texts and pictures as bytes."""

_LEAF: Final = 0x0D
_USUAL_PAGE: Final = 4096
_HEAD: Final = 100
_WHOLE_NUMBERS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def rows_in(path: Path) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """Yield the number and the values of every row that can be read; raise `OSError` as files do."""
    with path.open("rb") as file:
        pages = _Pages(file)
        for number in range(1, pages.count + 1):
            yield from pages.rows(number)


class _Pages:
    """The pages of one file, by their numbers from 1."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        head = file.read(_HEAD)
        told = int.from_bytes(head[16:18], "big")
        usual = 512 <= told <= 32_768 and told & (told - 1) == 0
        self.size = told if usual else _USUAL_PAGE
        self.usable = self.size - (head[20] if len(head) > 20 and head[20] < 64 and usual else 0)
        self.count = -(-file.seek(0, 2) // self.size)

    def page(self, number: int) -> bytes:
        self.file.seek((number - 1) * self.size)
        return self.file.read(self.size).ljust(self.size, b"\0")

    def rows(self, number: int) -> Iterator[tuple[int, tuple[Value, ...]]]:
        page = self.page(number)
        start = _HEAD if number == 1 else 0
        if page[start] != _LEAF:
            return
        count = int.from_bytes(page[start + 3 : start + 5], "big")
        for place in range(start + 8, min(start + 8 + 2 * count, self.size - 1), 2):
            try:
                yield self._row(page, int.from_bytes(page[place : place + 2], "big"))
            except (IndexError, ValueError):
                continue

    def _row(self, page: bytes, start: int) -> tuple[int, tuple[Value, ...]]:
        length, start = _number(page, start)
        key, start = _number(page, start)
        if length > LONGEST_VALUE:
            raise ValueError("longer than any row")
        here = self._kept_in_page(length)
        content = page[start : start + here]
        if here < length:
            follows = page[start + here : start + here + 4]
            content += self._overflow(int.from_bytes(follows, "big"), length - here)
        return key, _values(content)

    def _kept_in_page(self, length: int) -> int:
        most = self.usable - 35
        if length <= most:
            return length
        least = (self.usable - 12) * 32 // 255 - 23
        share = least + (length - least) % (self.usable - 4)
        return share if share <= most else least

    def _overflow(self, number: int, left: int) -> bytes:
        pieces: list[bytes] = []
        for _ in range(left // (self.usable - 4) + 1):
            if not 1 < number <= self.count:
                raise ValueError("the rest is gone")
            page = self.page(number)
            pieces.append(page[4 : min(self.usable, 4 + left)])
            left -= len(pieces[-1])
            if not left:
                break
            number = int.from_bytes(page[:4], "big")
        return b"".join(pieces)


def _number(content: bytes, start: int) -> tuple[int, int]:
    """Return the number that begins at a place, of one to nine bytes, and the place after it."""
    value = 0
    for place in range(start, start + 8):
        byte = content[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    return value << 8 | content[start + 8], start + 9


def _values(content: bytes) -> tuple[Value, ...]:
    end, place = _number(content, 0)
    if not 0 < end <= len(content):
        raise ValueError("no row")
    kinds: list[int] = []
    while place < end:
        kind, place = _number(content, place)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        value, place = _value(content, place, kind)
        values.append(value)
    return tuple(values)


def _value(content: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind in (0, 8, 9):
        return {0: None, 8: 0, 9: 1}[kind], place
    length = _WHOLE_NUMBERS.get(kind, 8 if kind == 7 else (kind - 12) // 2)
    value = content[place : place + length]
    if kind in (10, 11) or len(value) < length:
        raise ValueError("cut short")
    if kind in _WHOLE_NUMBERS:
        return int.from_bytes(value, "big", signed=True), place + length
    return value, place + length
