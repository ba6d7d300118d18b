"""Pictures made on the spot, for the tests of whatever takes pictures in."""

import io
from typing import Any, Final

from PIL import Image

SPOTS: Final = ((200, 40, 40), (40, 160, 60), (50, 80, 210), (230, 200, 60))
"""The colours of the four quarters of a sample, line by line: by them one sees how it is turned."""


def sample(width: int = 120, height: int = 160, mode: str = "RGB") -> Image.Image:
    """Return a picture of four coloured quarters."""
    image = Image.new("RGB", (width, height))
    for number, colour in enumerate(SPOTS):
        left, top = (number % 2) * (width // 2), (number // 2) * (height // 2)
        image.paste(colour, (left, top, width if left else width // 2, height if top else height // 2))
    return image.quantize(64) if mode == "P" else image.convert(mode)


def holed(width: int = 120, height: int = 160) -> Image.Image:
    """Return a picture whose corner shows what is behind it."""
    image = sample(width, height, "RGBA")
    image.paste((0, 0, 0, 0), (0, 0, width // 3, height // 4))
    return image


def written(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:  # noqa: ANN401 - Pillow's own options
    """Return the bytes of a picture in a kind of file."""
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def photo(width: int = 120, height: int = 160) -> bytes:
    """Return the bytes of a JPEG such as people send."""
    return written(sample(width, height), quality=90)


def with_notes(orientation: int = 1) -> bytes:
    """Return a JPEG with a camera's notes: its orientation, the place where it was taken, and a comment."""
    notes = Image.Exif()
    notes[0x0112] = orientation
    notes[0x010F] = "Camera of Doha"
    notes.get_ifd(0x8825).update({1: "N", 2: (25.0, 17.0, 6.0), 3: "E", 4: (51.0, 32.0, 0.0)})
    return written(sample(), exif=notes, comment=b"taken at the sea", dpi=(72, 72))


def opened(data: bytes) -> Image.Image:
    """Return the picture in some bytes, decoded."""
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def quarters(data: bytes) -> tuple[tuple[int, ...], ...]:
    """Return the colour in the middle of each quarter of a picture."""
    image = opened(data).convert("RGB")
    places = ((1, 1), (3, 1), (1, 3), (3, 3))
    found = (image.getpixel((image.width * x // 4, image.height * y // 4)) for x, y in places)
    return tuple(colour if isinstance(colour, tuple) else () for colour in found)


def is_near(first: tuple[tuple[int, ...], ...], second: tuple[tuple[int, ...], ...], by: int = 14) -> bool:
    """Say whether colours are alike but for what JPEG does to them."""
    pairs = [(a, b) for one, other in zip(first, second, strict=True) for a, b in zip(one, other, strict=True)]
    return all(abs(a - b) <= by for a, b in pairs)
