"""What kind of picture bytes are, by how they begin, and what people send instead of one."""

from typing import Final, Literal

from majlis.programme.refusal import Refusal

Kind = Literal["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP"]

KINDS: Final = "JPEG, PNG, WebP, GIF, BMP or TIFF"
"""The kinds that can be read, in words."""

_STARTS: Final[tuple[tuple[bytes, Kind], ...]] = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
    (b"BM", "BMP"),
)
_OTHERS: Final = (
    (b"%PDF", "a PDF"),
    (b"8BPS", "a Photoshop file"),
    (b"PK\x03\x04", "an archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"SQLite format 3\0", "a database"),
    (b"<svg", "an SVG drawing"),
    (b"<?xml", "an XML file or an SVG drawing"),
    (b"\0\0\1\0", "an icon"),
    (b"\xff\x0a", "a JPEG XL picture"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL picture"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 picture"),
)
_HEIC: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_AVIF: Final = frozenset({b"avif", b"avis"})


def kind_of(data: bytes, name: str) -> Kind:
    """Return the kind of picture that bytes are; raise `Refusal` for all else, with what it is if that shows."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    found: Kind | None = next((kind for start, kind in _STARTS if data.startswith(start)), None)
    if found is None:
        raise Refusal(_why_not(data, name))
    return found


def _why_not(data: bytes, name: str) -> str:
    brands = (
        {data[at : at + 4] for at in range(8, min(len(data), 64), 4)} if data[4:8] == b"ftyp" else set[bytes]()
    )
    if brands & _AVIF:
        return f"“{name}” is an AVIF picture, which can't be read. Open it in any viewer and save it as JPEG."
    if brands & _HEIC:
        return (
            f"“{name}” is a HEIC picture of a phone, which can't be read. Send it from the phone as JPEG, or open "
            "it in any viewer and save it as JPEG."
        )
    if not data.strip(b"\0 \t\r\n"):
        return f"“{name}” is empty. Choose another file."
    other = next((what for start, what in _OTHERS if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(start)), None)
    what = "a film" if brands else other or "no picture that is known"
    return f"“{name}” is {what}. Choose a picture: {KINDS}."
