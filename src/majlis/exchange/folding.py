"""Names as they are compared: one hall spelt with a space, two spaces or a joiner is one hall."""

import re
from typing import Final
import unicodedata

_BLANKS: Final = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+")
_LETTERS: Final = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ـ": None, "’": "'"})


def fold(name: str) -> str:
    """Return what a name is compared by: no case, no width, one blank for blanks and joiners of every kind."""
    folded = unicodedata.normalize("NFKC", name).casefold().translate(_LETTERS)
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", folded).strip())
