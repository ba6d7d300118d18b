"""Pictures, looked at before they are read: a small file can hold more pixels than a computer has memory for."""

import io
from typing import Final
import warnings

from PIL import Image, UnidentifiedImageError

from majlis.programme.refusal import Refusal

MOST_PIXELS: Final = 50_000_000
_PIXELS_PER_POINT: Final = 300 / 72
_KINDS: Final = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")


class Picture:
    """A picture from a file's bytes; `width` and `height` in pixels. Raises `Refusal` for what can't be one."""

    def __init__(self, data: bytes, name: str = "the picture") -> None:
        self._name = name
        self._data = data
        try:
            with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=_KINDS) as image:
                self.width, self.height = image.size
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            raise Refusal(f"“{name}” is no picture that can be printed. Save it as JPEG or PNG.") from error
        if self.width * self.height > MOST_PIXELS:
            raise Refusal(
                f"“{name}” has {self.width} × {self.height} pixels, too many to print. Save a smaller copy of it."
            )

    def at(self, width: float, height: float) -> Image.Image:
        """Return the picture with as many pixels as 300 to the inch need for a size in points."""
        most = (max(1, round(width * _PIXELS_PER_POINT)), max(1, round(height * _PIXELS_PER_POINT)))
        try:
            with Image.open(io.BytesIO(self._data), formats=_KINDS) as image:
                image.draft("RGB", most)
                transparent = image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
                whole = image.convert("RGBA" if transparent else "RGB")
        except (OSError, ValueError, SyntaxError) as error:
            raise Refusal(f"“{self._name}” is damaged. Save it again as JPEG or PNG.") from error
        whole.thumbnail(most, Image.Resampling.LANCZOS)
        return whole
