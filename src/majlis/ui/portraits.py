"""Photos on the screen, and what is dragged, pasted or chosen as one."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QMimeDatabase, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from majlis.programme.refusal import Refusal
from majlis.ui.dropping import dropped_file

if TYPE_CHECKING:
    from majlis.exchange.pictures import Picture

KINDS: Final = "*.jpg *.jpeg *.png *.webp *.gif *.bmp *.tif *.tiff *.heic *.heif *.avif"
"""Endings of the files that are offered; those that can't be read are refused with what to do."""

_TYPES: Final = ("image/jpeg", "image/png", "image/webp", "image/tiff", "image/gif", "image/bmp")


@dataclass(frozen=True, slots=True)
class Given:
    """Something that may be a picture: what it is called, and how its bytes are had, in the worker."""

    name: str
    read: Callable[[], bytes]


def given_file(path: Path) -> Given:
    """Return a file as what may be a picture."""
    return Given(path.name, lambda: _file(path))


def given_in(data: QMimeData, name: str) -> Given | None:
    """Return the picture that is dragged or lies in the clipboard, called so; None where there is none.

    A single file counts where its name says that it is a picture.
    """
    path = dropped_file(data)
    if path is not None:
        kind = QMimeDatabase().mimeTypeForFile(str(path), QMimeDatabase.MatchMode.MatchExtension).name()
        return given_file(path) if kind.startswith("image/") else None
    encoded = next((bytes(data.data(kind).data()) for kind in _TYPES if data.hasFormat(kind)), None)
    if encoded is not None:
        return Given(name, lambda: encoded)
    image = data.imageData() if data.hasImage() else None
    return Given(name, lambda: _png(image)) if isinstance(image, QImage) and not image.isNull() else None


def picture_from(given: Given) -> "Picture":
    """Return the picture that was given, as a file keeps it; for the worker. Raises `Refusal` where it is none."""
    from majlis.exchange.pictures import picture_of  # noqa: PLC0415 - the decoders are slow to import

    return picture_of(given.read(), given.name)


def portrait(data: bytes, size: QSize, scale: float) -> QPixmap:
    """Return a kept picture cut to a size in points; of one that is too tall the upper part, where the face is.

    Raises `Refusal` where the bytes are no picture or one beyond the bounds of a kept one.
    """
    from majlis.exchange.pictures import raster_of  # noqa: PLC0415 - the same

    raster = raster_of(data, "the photo")
    line = raster.width * 4
    image = QImage(raster.pixels, raster.width, raster.height, line, QImage.Format.Format_RGBA8888)
    wanted = size * scale
    whole = image.scaled(
        wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    left, top = (whole.width() - wanted.width()) // 2, (whole.height() - wanted.height()) // 4
    found = QPixmap.fromImage(whole.copy(QRect(left, top, wanted.width(), wanted.height())))
    found.setDevicePixelRatio(scale)
    return found


def _file(path: Path) -> bytes:
    from majlis.exchange.pictures import LARGEST_SOURCE  # noqa: PLC0415 - the same

    try:
        if not path.is_file():
            raise Refusal(f"“{path.name}” is no file; choose a picture.")
        with path.open("rb") as file:
            return file.read(LARGEST_SOURCE + 1)
    except OSError as error:
        raise Refusal(f"“{path.name}” can't be read: {error.strerror or error}. Choose another file.") from error


def _png(image: QImage) -> bytes:
    encoded = QByteArray()
    buffer = QBuffer(encoded)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG", 90):  # pyright: ignore[reportCallIssue, reportArgumentType] - Qt takes a kind by name
        raise Refusal("The picture that was copied can't be read; save it as a file and choose that.")
    return bytes(encoded.data())
