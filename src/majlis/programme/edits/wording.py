"""Which texts a record may hold: what is refused when it is typed, and cleaned when it comes from elsewhere."""

import re
from typing import Final
import unicodedata

from majlis.programme.refusal import Refusal

LINE_LIMIT: Final = 1_000
"""Characters that a text of one line (a title, a name) may have."""

TEXT_LIMIT: Final = 100_000
"""Characters that a text of several paragraphs (an abstract, a biography) may have."""

LONG_FIELDS: Final = frozenset({"abstract", "description", "biography", "notes", "reason"})
"""The fields whose texts may have several lines."""

_OVERRIDES: Final = "\u202d\u202e"
_OPENS: Final = dict.fromkeys("\u202a\u202b", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END: Final = re.compile("\r\n?|\u2028|\u2029|\x85|\v|\f")


def check_text(field: str, text: str) -> str:
    """Return a text as a record holds it, without blanks around it; raise `Refusal` where it can't be printed."""
    long = field in LONG_FIELDS
    text = _LINE_END.sub("\n", text).strip()
    if found := _CONTROL.search(text):
        raise Refusal(f"The {field} holds {_named(found[0])}, which can't be printed; leave it out.")
    if not long and "\n" in text:
        raise Refusal(f"The {field} has a line break; write it on one line.")
    if any(mark in text for mark in _OVERRIDES):
        raise Refusal(
            f"The {field} holds a direction override ({_named(next(c for c in text if c in _OVERRIDES))}), which "
            "makes text read as something else; leave it out: the direction of each script is found by itself."
        )
    if not _balanced(text):
        raise Refusal(
            f"The {field} holds a direction mark that is opened or closed without its pair; leave it out."
        )
    limit = TEXT_LIMIT if long else LINE_LIMIT
    if len(text) > limit:
        raise Refusal(f"The {field} has {len(text):,} characters; {limit:,} are the most that it may have.")
    return unicodedata.normalize("NFC", text)


def clean_text(field: str, text: str) -> tuple[str, str]:
    """Return a text from elsewhere as a record can hold it, and what was done to it in words, or "".

    Nothing that can be read is taken away: control characters and direction overrides go, and in a field of one
    line a line break becomes a space.
    """
    done: list[str] = []
    cleaned = _LINE_END.sub("\n", text).strip()
    if found := _CONTROL.search(cleaned):
        done.append(f"control characters ({_named(found[0])}) left out")
        cleaned = _CONTROL.sub("", cleaned)
    if any(mark in cleaned for mark in _OVERRIDES) or not _balanced(cleaned):
        done.append("direction overrides left out")
        cleaned = re.sub("[\u202a-\u202e\u2066-\u2069]", "", cleaned)
    if field not in LONG_FIELDS and "\n" in cleaned:
        done.append("line breaks made spaces")
        cleaned = " ".join(cleaned.split())
    return unicodedata.normalize("NFC", cleaned.strip()), ", ".join(done)


def _balanced(text: str) -> bool:
    expected: list[str] = []
    for character in text:
        if character in _OPENS:
            expected.append(_OPENS[character])
        elif character in "\u202c\u2069" and (not expected or expected.pop() != character):
            return False
    return not expected


def _named(character: str) -> str:
    return unicodedata.name(character, "") or f"the control character U+{ord(character):04X}"
