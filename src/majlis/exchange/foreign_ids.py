"""What other programs know records by: a UUID, a number and a slug, each made of the record and always the same.

What a reader meets again it knows for made up, so that an export that comes back changes nothing.
"""

import re
from typing import Final
import unicodedata
from uuid import UUID, uuid5

_RECORDS: Final = UUID("b5f1c2de-5a53-4c3f-8f0f-0b8f6a1f7c42")
_REPEATS: Final = UUID("0d8a7c0e-62b1-4f70-9d55-7f3f1f0f6b9a")
_UUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SLUG: Final = re.compile(r"[a-z0-9_]{4,}-[a-z0-9_-]{3,}[a-z0-9]")


def is_uuid(text: str) -> bool:
    """Say whether a text is a UUID in small letters; the one of zeros is none."""
    return _UUID.fullmatch(text) is not None and text.strip("0-") != ""


def guid_of(record_id: str) -> str:
    """Return the UUID that stands for a record elsewhere: its id where that is one."""
    return record_id if is_uuid(record_id) else str(uuid5(_RECORDS, record_id))


def repeat_guid(guid: str, number: int) -> str:
    """Return the UUID of an event's second, third, … time; the first has the event's own."""
    return guid if number == 1 else str(uuid5(_REPEATS, f"{guid} {number}"))


def made_up_number(guid: str) -> int:
    """Return the positive number of nine or ten digits that stands for an event which has none of its own."""
    return 1_000_000_000 + UUID(guid).int % 1_000_000_000


def own_number(key: str) -> int | None:
    """Return the number that a source's key is, where it is a positive one, else None."""
    return int(key) if re.fullmatch(r"[1-9][0-9]{0,17}", key) else None


def acronym_for_others(acronym: str) -> str:
    """Return an acronym of at least four of `[a-z0-9_]`, as both the XML and the JSON schema want it."""
    plain = unicodedata.normalize("NFKD", acronym.casefold()).encode("ascii", "ignore").decode()
    word = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "event"
    return word if len(word) >= 4 else f"{word}_event"


def slug_of(acronym: str, number: int, title: str) -> str:
    """Return the slug of an event: its acronym, number and title in plain letters."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-")
    prefix = acronym_for_others(acronym)
    return f"{prefix}-{number}-{words}" if len(words) >= 4 else f"{prefix}-{number}-session"


def is_slug(text: str) -> bool:
    """Say whether a text is a slug that the XML and the JSON schema both accept."""
    return _SLUG.fullmatch(text) is not None
