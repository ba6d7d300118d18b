"""Pictures of people as a file keeps them: looked at before they are decoded, turned upright, scaled down, bare.

What is kept shows the picture and tells nothing else: places, times, cameras, thumbnails and words go. Every
function raises `Refusal` for what is no picture, is damaged, or would need more memory than a picture may.
"""

from collections.abc import Callable
from dataclasses import dataclass
import io
from typing import Final, TypeVar, cast
import warnings

from PIL import Image, ImageCms

from majlis.exchange.picture_form import is_plain, is_sequential, scans
from majlis.exchange.picture_kinds import kind_of
from majlis.programme.ids import content_hash
from majlis.programme.refusal import Refusal

SIDE: Final = 900
"""Pixels that the longer side of a kept picture has at most: 45 mm at 300 to the inch are 531."""

LARGEST_SOURCE: Final = 30_000_000
"""Bytes that a picture may have."""

MOST_PIXELS: Final = 50_000_000
MOST_PIXELS_WEBP: Final = 25_000_000
"""Pixels that are decoded at most: with what the decoders take besides, within half a gigabyte.

A JPEG of one scan may have more, since it is decoded smaller, line by line.
"""

MOST_SCANS: Final = 64
"""How often a JPEG may pass over its picture; each time costs as much as decoding all of it."""

LARGEST_KEPT: Final = 4_000_000
LONGEST_KEPT: Final = 2 * SIDE
"""Bytes and pixels a side that a picture within a file may have: twice what this version keeps, for later ones."""

_LARGEST_PROFILE: Final = 4_000_000
_QUALITY: Final = 88
_BAND: Final = 128
_SCALABLE: Final = frozenset({"RGB", "L", "CMYK", "YCbCr"})
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What turns a picture upright, by the orientation that its camera noted."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a file keeps it: its bytes, JPEG or PNG, their hash, and its size in pixels."""

    hash: str
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Raster:
    """A decoded picture: four bytes a pixel (red, green, blue, opacity), line by line."""

    width: int
    height: int
    pixels: bytes


def picture_of(data: bytes, name: str = "the picture") -> Picture:
    """Return the picture that any file's bytes are, as it is kept; one that is as it is kept already stays so.

    `name` stands for it in what is refused.
    """
    _check_size(data, name, LARGEST_SOURCE)
    return _kept(data, _decoded(data, name), name)


def kept_picture(data: bytes, name: str = "the picture") -> Picture:
    """Return the picture that another file of Majlis holds, within the narrower bounds of what is kept."""
    _check_size(data, name, LARGEST_KEPT)
    return _kept(data, _decoded(data, name, LONGEST_KEPT**2), name)


def raster_of(data: bytes, name: str = "the picture") -> Raster:
    """Return the pixels of a picture that a file holds; it need not be one that Majlis made."""
    _check_size(data, name, LARGEST_KEPT)
    image = _decoded(data, name, LONGEST_KEPT**2)
    whole = _guarded(lambda: image.convert("RGBA"), name)
    return Raster(*whole.size, whole.tobytes())


def _check_size(data: bytes, name: str, most: int) -> None:
    if len(data) > most:
        size, most = len(data) // 1_000_000, most // 1_000_000
        raise Refusal(
            f"“{name}” has {size} MB; {most} are the most that a picture may have. Save a smaller copy of it."
        )


def _kept(data: bytes, image: Image.Image, name: str) -> Picture:
    if _is_kept_form(data, image):
        return Picture(content_hash(data), data, *image.size)
    upright = _guarded(lambda: _upright(image), name)
    if upright.mode == "RGBA" and _opacity(upright)[1] == 0:
        raise Refusal(f"“{name}” is transparent all over, so there is nothing to see. Choose another picture.")
    kept = _guarded(lambda: _written(upright), name)
    return Picture(content_hash(kept), kept, *upright.size)


def _decoded(data: bytes, name: str, most: int = MOST_PIXELS) -> Image.Image:
    """Return a picture decoded, a large JPEG at half, a quarter or an eighth of its size."""
    kind = kind_of(data, name)
    if kind == "JPEG" and scans(data) > MOST_SCANS:
        raise Refusal(f"“{name}” is built of {scans(data)} layers, as no camera does. Save it again as JPEG.")
    image = _guarded(lambda: Image.open(io.BytesIO(data), formats=(kind,)), name)
    width, height = image.size
    if kind == "JPEG":
        _guarded(lambda: image.draft(None, (SIDE, SIDE)), name)
    taken = image.width * image.height if kind == "JPEG" and is_sequential(data) else width * height
    if taken > min(most, MOST_PIXELS_WEBP if kind == "WEBP" else most):
        raise Refusal(_too_large(name, f"{width:,} × {height:,}"))
    _guarded(image.load, name)
    return image


def _guarded(work: Callable[[], Result], name: str) -> Result:
    """Do what Pillow does; whatever it raises about a stranger's bytes becomes a sentence."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return work()
    except Image.DecompressionBombError as error:
        raise Refusal(_too_large(name, "far too many")) from error
    except MemoryError as error:
        raise Refusal(f"“{name}” needs more memory than there is. Save a smaller copy of it.") from error
    except Exception as error:  # the decoders raise nearly anything
        raise Refusal(f"“{name}” is damaged or cut short. Save it again as JPEG, or choose another.") from error


def _too_large(name: str, pixels: str) -> str:
    return f"“{name}” has {pixels} pixels, too many for a picture. Save a smaller copy of it."


def _is_kept_form(data: bytes, image: Image.Image) -> bool:
    if max(image.size) > SIDE or not is_plain(data):
        return False
    if image.format == "JPEG":
        return image.mode == "RGB"
    return image.mode == "RGBA" and _has_holes(image) and _opacity(image)[1] > 0


def _upright(image: Image.Image) -> Image.Image:
    """Return a picture small, upright and in the colours of screens: RGB, or RGBA where it has holes."""
    turn = _TURNS.get(_orientation(image))
    profile = image.info.get("icc_profile")
    small = _small(image)
    turned = small.transpose(turn) if turn is not None else small
    shown = _in_screen_colours(turned, profile if isinstance(profile, bytes) else b"")
    return shown if shown.mode == "RGBA" and _has_holes(shown) else shown.convert("RGB")


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(0x0112, 1))
    except Exception:  # noqa: BLE001 - notes of a camera that can't be read are no reason to refuse its picture
        return 1


def _small(image: Image.Image) -> Image.Image:
    """Return a picture scaled down, band by band, so that nothing but the decoded one is in memory whole."""
    mode = _scaling_mode(image)
    factor = max(1, max(image.size) // (2 * SIDE))
    small = Image.new(mode, (-(-image.width // factor), -(-image.height // factor)))
    for top in range(0, small.height, _BAND):
        bottom = min((top + _BAND) * factor, image.height)
        band = image.crop((0, top * factor, image.width, bottom))
        whole = band.convert("RGBA") if mode == "RGBa" else band
        small.paste(whole.convert(mode).reduce(factor), (0, top))
    small.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    if mode == "F":
        return _with_eight_bits(small, image.mode)
    return small.convert("RGBA") if mode == "RGBa" else small


def _scaling_mode(image: Image.Image) -> str:
    """Return in which mode a picture is scaled: without palette, and what shows through weighs less."""
    if image.mode.startswith(("I", "F")):
        return "F"
    if image.has_transparency_data:
        return "RGBa"
    return image.mode if image.mode in _SCALABLE else "RGB"


def _with_eight_bits(grey: Image.Image, mode: str) -> Image.Image:
    """Return a grey picture of 16 or 32 bits in 8; one whose range is unknown is stretched over all of it."""
    low, high = cast("tuple[float, float]", grey.getextrema())
    if mode.startswith("I;16") or (low >= 0 and 255 < high <= 65_535):
        low, high = 0.0, 65_535.0
    scale = 255 / (high - low) if high > low else 0.0
    return grey.point(lambda value: value * scale - low * scale).convert("L")


def _in_screen_colours(image: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture in sRGB, from the colours that its own profile says; without one, as they are."""
    if profile and len(profile) <= _LARGEST_PROFILE:
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            found = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
        except Exception:  # noqa: BLE001 - a profile that can't be read leaves the colours as they are
            found = None
        if found is not None:
            return found
    return image if image.mode == "RGBA" else image.convert("RGB")


def _has_holes(image: Image.Image) -> bool:
    return _opacity(image)[0] < 255


def _opacity(image: Image.Image) -> tuple[int, int]:
    """Return the least and the greatest opacity in a picture."""
    return cast("tuple[int, int]", image.getchannel("A").getextrema())


def _written(image: Image.Image) -> bytes:
    """Return the bytes of a picture with nothing but the picture in them; the same pixels give the same bytes."""
    bare = Image.frombytes(image.mode, image.size, image.tobytes())
    stream = io.BytesIO()
    if bare.mode == "RGBA":
        bare.save(stream, "PNG", compress_level=9)
    else:
        bare.save(stream, "JPEG", quality=_QUALITY, optimize=True)
    return stream.getvalue()
