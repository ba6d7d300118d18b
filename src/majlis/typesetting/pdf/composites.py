"""Composite glyphs: a TrueType font with one more glyph for each code that no single glyph of it draws.

Tables are written as in the OpenType specification: `glyf`, `loca`, `hmtx`, `hhea`, `maxp`, `head`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
import struct
from typing import Final, NamedTuple

from majlis.typesetting.pdf.codes import CodedGlyph, Part

_WORDS_AND_OFFSETS: Final = 0x0003
_MORE_COMPONENTS: Final = 0x0020
_LONG_OFFSETS: Final = 1
_CHECKSUM_MAGIC: Final = 0xB1B0AFBA


class CodedFont(NamedTuple):
    """A font file, the glyph in it for each code, and the box around all glyphs (x, y, x, y in units)."""

    data: bytes
    glyphs: list[int]
    box: tuple[int, int, int, int]


def with_composites(font: bytes, numbers: Mapping[int, int], coded: Sequence[CodedGlyph]) -> CodedFont:
    """Return the font with glyphs for all codes; `numbers` gives the glyphs' numbers in this font."""
    tables = _Tables.read(font)
    glyphs = [tables.glyph(one, numbers) for one in coded]
    return CodedFont(tables.written(), glyphs, tables.box)


@dataclass
class _Tables:
    """The tables of a font, and what was added to them."""

    raw: dict[bytes, bytes]
    outlines: bytearray
    offsets: list[int]
    metrics: list[tuple[int, int]]
    """The advance and the left side bearing of each glyph."""
    most_parts: int = 1
    made: dict[tuple[tuple[Part, ...], int], int] = field(default_factory=dict)

    @classmethod
    def read(cls, font: bytes) -> "_Tables":
        (count,) = struct.unpack_from(">H", font, 4)
        records = (struct.unpack_from(">4sLLL", font, 12 + 16 * index) for index in range(count))
        raw = {tag: font[offset : offset + length] for tag, _, offset, length in records}
        (glyphs,) = struct.unpack_from(">H", raw[b"maxp"], 4)
        (long_offsets,) = struct.unpack_from(">h", raw[b"head"], 50)
        if long_offsets:
            offsets = [*struct.unpack_from(f">{glyphs + 1}L", raw[b"loca"])]
        else:
            offsets = [2 * half for half in struct.unpack_from(f">{glyphs + 1}H", raw[b"loca"])]
        return cls(raw, bytearray(raw[b"glyf"][: offsets[-1]]), offsets, _metrics(raw, glyphs))

    @property
    def box(self) -> tuple[int, int, int, int]:
        x, y, to_x, to_y = struct.unpack_from(">4h", self.raw[b"head"], 36)
        return x, y, to_x, to_y

    def glyph(self, coded: CodedGlyph, numbers: Mapping[int, int]) -> int:
        """Return the number of a glyph that draws what a code stands for; made where there is none."""
        parts = tuple(Part(numbers[part.glyph], part.x, part.y) for part in coded.parts)
        if len(parts) == 1 and parts[0][1:] == (0, 0) and self.metrics[parts[0].glyph][0] == coded.advance:
            return parts[0].glyph
        key = (parts, coded.advance)
        if key not in self.made:
            self.made[key] = self._add(parts, coded.advance)
        return self.made[key]

    def _add(self, parts: tuple[Part, ...], advance: int) -> int:
        boxes = [(part, box) for part in parts if (box := self._box_of(part.glyph))]
        left = 0
        if boxes:
            left = min(box[0] + part.x for part, box in boxes)
            bottom = min(box[1] + part.y for part, box in boxes)
            right = max(box[2] + part.x for part, box in boxes)
            top = max(box[3] + part.y for part, box in boxes)
            self.outlines += struct.pack(">5h", -1, left, bottom, right, top)
            for place, (part, _) in enumerate(boxes, start=1):
                more = _MORE_COMPONENTS if place < len(boxes) else 0
                self.outlines += struct.pack(">HHhh", _WORDS_AND_OFFSETS | more, part.glyph, part.x, part.y)
            self.most_parts = max(self.most_parts, len(boxes))
            self.outlines += bytes(-len(self.outlines) % 4)
        self.offsets.append(len(self.outlines))
        self.metrics.append((advance, left))
        return len(self.metrics) - 1

    def _box_of(self, glyph: int) -> tuple[int, int, int, int] | None:
        if self.offsets[glyph] == self.offsets[glyph + 1]:
            return None
        x, y, to_x, to_y = struct.unpack_from(">4h", self.outlines, self.offsets[glyph] + 2)
        return x, y, to_x, to_y

    def written(self) -> bytes:
        """Return the font file."""
        count = len(self.metrics)
        head, hhea = bytearray(self.raw[b"head"]), bytearray(self.raw[b"hhea"])
        struct.pack_into(">L", head, 8, 0)
        struct.pack_into(">h", head, 50, _LONG_OFFSETS)
        struct.pack_into(">H", hhea, 34, count)
        tables = self.raw | {
            b"head": bytes(head),
            b"hhea": bytes(hhea),
            b"maxp": self._maxima(count),
            b"glyf": bytes(self.outlines),
            b"loca": struct.pack(f">{count + 1}L", *self.offsets),
            b"hmtx": b"".join(struct.pack(">Hh", *metric) for metric in self.metrics),
        }
        return _file(tables)

    def _maxima(self, count: int) -> bytes:
        """Return the table `maxp`, with room for composites of composites."""
        maxima = bytearray(self.raw[b"maxp"])
        struct.pack_into(">H", maxima, 4, count)
        points, contours, composite_points, composite_contours = struct.unpack_from(">4H", maxima, 6)
        most_points = min(0xFFFF, max(points, composite_points) * self.most_parts)
        most_contours = min(0xFFFF, max(contours, composite_contours) * self.most_parts)
        struct.pack_into(">2H", maxima, 10, most_points, most_contours)
        elements, depth = struct.unpack_from(">2H", maxima, 28)
        struct.pack_into(">2H", maxima, 28, max(elements, self.most_parts), max(depth, 1) + 1)
        return bytes(maxima)


def _metrics(raw: Mapping[bytes, bytes], glyphs: int) -> list[tuple[int, int]]:
    (full,) = struct.unpack_from(">H", raw[b"hhea"], 34)
    table = raw[b"hmtx"]
    metrics = [struct.unpack_from(">Hh", table, 4 * glyph) for glyph in range(full)]
    bearings = struct.unpack_from(f">{glyphs - full}h", table, 4 * full)
    return [*metrics, *((metrics[-1][0], bearing) for bearing in bearings)]


def _file(tables: Mapping[bytes, bytes]) -> bytes:
    """Return a TrueType file of these tables, with its checksums."""
    tags = sorted(tables)
    power = 1 << (len(tags).bit_length() - 1)
    start = 12 + 16 * len(tags)
    records, body = b"", b""
    for tag in tags:
        padded = tables[tag] + bytes(-len(tables[tag]) % 4)
        records += struct.pack(">4sLLL", tag, _checksum(padded), start + len(body), len(tables[tag]))
        body += padded
    header = struct.pack(
        ">4s4H", b"\0\1\0\0", len(tags), 16 * power, power.bit_length() - 1, 16 * (len(tags) - power)
    )
    data = bytearray(header + records + body)
    adjustment = (_CHECKSUM_MAGIC - _checksum(data)) & 0xFFFFFFFF
    place = next(
        struct.unpack_from(">L", records, 16 * index + 8)[0] for index, tag in enumerate(tags) if tag == b"head"
    )
    struct.pack_into(">L", data, place + 8, adjustment)
    return bytes(data)


def _checksum(padded: bytes | bytearray) -> int:
    return sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
