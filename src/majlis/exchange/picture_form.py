"""How the bytes of JPEG and PNG are put together, read without decoding a pixel."""

from collections.abc import Iterator
import re
from typing import Final

_MARKER: Final = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_START_OF_SCAN: Final = 0xDA
_END: Final = 0xD9
_APPLICATION: Final = 0xE0
_ALONE: Final = frozenset({0x00, 0x01, 0xFF, *range(0xD0, _END + 1)})
"""Markers that no segment belongs to."""

_FIRST_HEAD: Final = frozenset({0xC0, 0xC1})
"""Frames that are coded in sequence, and can be decoded a few lines at a time."""

_PLAIN_SEGMENTS: Final = frozenset({0xC0, 0xC1, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, _APPLICATION})
_JFIF: Final = 14
"""Bytes of a JFIF segment without a thumbnail."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PLAIN_CHUNKS: Final = frozenset({b"IHDR", b"IDAT"})


def scans(data: bytes) -> int:
    """Return how often a JPEG passes over its picture, at most: each time costs as much as decoding all of it."""
    return data.count(b"\xff\xda")


def is_sequential(data: bytes) -> bool:
    """Say whether a JPEG has one scan that holds all colours: it needs no memory for the whole picture."""
    colours = 0
    for marker, segment, _ in _segments(data):
        if marker in _FIRST_HEAD and len(segment) > 5:
            colours = segment[5]
        if marker == _START_OF_SCAN:
            return colours > 0 and segment[:1] == bytes([colours])
    return False


def is_plain(data: bytes) -> bool:
    """Say whether a JPEG or PNG holds its picture and nothing besides: no words, places or thumbnails."""
    return _is_plain_png(data) if data.startswith(_PNG) else _is_plain_jpeg(data)


def _is_plain_jpeg(data: bytes) -> bool:
    end = 0
    for marker, segment, after in _segments(data):
        if marker not in _PLAIN_SEGMENTS or (marker == _APPLICATION and not _is_plain_jfif(segment)):
            return False
        end = after
    return end > 0 and data[end:] == bytes([0xFF, _END])


def _is_plain_jfif(segment: bytes) -> bool:
    return len(segment) == _JFIF and segment.startswith(b"JFIF\0")


def _segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Yield each segment of a JPEG: its marker, its bytes, and where the next one begins.

    It ends where the picture does, or at the first marker that no segment belongs to.
    """
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] not in _ALONE:
        marker, start = data[at + 1], at + 4
        at += 2 + int.from_bytes(data[at + 2 : start], "big")
        if not start <= at <= len(data):
            return
        segment = data[start:at]
        if marker == _START_OF_SCAN:
            after = _MARKER.search(data, at)
            at = after.start() if after else len(data)
        yield marker, segment, at


def _is_plain_png(data: bytes) -> bool:
    at = len(_PNG)
    while at + 12 <= len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        at += 12 + length
        if name == b"IEND":
            return length == 0 and at == len(data)
        if name not in _PLAIN_CHUNKS:
            return False
    return False
