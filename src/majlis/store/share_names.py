"""How copies in a shared folder are called: by the event's file, the laptop, and four letters of its own.

The names can stand on any disk: what Windows, macOS or a stick refuse is left out, and they are short.
"""

from dataclasses import dataclass, replace
import hashlib
import re
from typing import Final
import unicodedata

from majlis.store.laptop import Laptop, clean_name

_LETTERS: Final = "bcdfghjkmnpqrstvwxz23456789"
_DASH: Final = " – "
_REFUSED: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_TAG: Final = f"(?P<tag>[{_LETTERS}]{{4}})"
_OURS: Final = re.compile(rf"(?P<stem>.+) – (?P<laptop>.+) {_TAG}(?P<rest>(?: earlier \d+)?)\.majlis", re.DOTALL)
_RENAMED: Final = re.compile(
    rf"(?P<stem>.+) – (?P<laptop>.+?) {_TAG}(?P<rest>[ .(~_-].*)\.majlis", re.DOTALL | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class CopyName:
    """The name of a copy in its parts; `rest` is what a sync engine, or setting it aside, added to it."""

    stem: str
    laptop: str
    tag: str
    rest: str = ""

    @property
    def file_name(self) -> str:
        """The name of the file."""
        return f"{self.stem}{_DASH}{self.laptop} {self.tag}{self.rest}.majlis"

    def earlier(self, number: int) -> "CopyName":
        """Return the name under which this copy is set aside."""
        return replace(self, rest=f" earlier {number}")


def copy_name(stem: str, laptop: Laptop, first_step: int) -> CopyName:
    """Return the name of a laptop's copy of the event with this first step; `stem` is that of the event's file."""
    told = hashlib.sha256(f"{laptop.id} {first_step}".encode()).digest()
    tag = "".join(_LETTERS[byte % len(_LETTERS)] for byte in told[:4])
    return CopyName(_safe(stem, 100) or "event", _safe(laptop.name, 60) or "laptop", tag)


def read_copy_name(file_name: str) -> CopyName | None:
    """Return the parts of a copy's name, None for a file that is called otherwise."""
    told = unicodedata.normalize("NFC", file_name)
    match = _OURS.fullmatch(told) or _RENAMED.fullmatch(told)
    if match is None:
        return None
    return CopyName(match["stem"], clean_name(match["laptop"]), match["tag"], match["rest"])


def _safe(text: str, longest: int) -> str:
    """Return a text as a part of a file's name, of at most so many bytes in UTF-8."""
    text = unicodedata.normalize("NFC", _REFUSED.sub(" ", text)).replace(_DASH, " - ")
    text = clean_name(text.encode("utf-8", "ignore")[:longest].decode("utf-8", "ignore")).strip(" .~")
    return f"_{text}" if _RESERVED.match(text) else text
