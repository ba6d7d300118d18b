"""Pictures and snapshots on their way from one file to another, each checked before it is taken."""

from collections.abc import Callable
import re
from typing import Final

from majlis.exchange.doubts import Doubts
from majlis.programme.ids import content_hash
from majlis.programme.refusal import Refusal

Contents = Callable[[str], bytes | None]
"""Gives the bytes with a hash, or None where they are not there."""

LARGEST_SNAPSHOT: Final = 25_000_000
"""Bytes that the snapshot of an edition may have; one of ten thousand sessions has a million."""

_HASH: Final = re.compile("[0-9a-f]{64}")


def no_contents(_key: str) -> bytes | None:
    """Return None: there are neither pictures nor snapshots."""
    return None


class Bringing:
    """What a source brings besides its records; `taken` are the sound contents by hash."""

    def __init__(self, contents: Contents, doubts: Doubts) -> None:
        self.taken: dict[str, bytes] = {}
        self._contents = contents
        self._doubts = doubts
        self._known: dict[str, str | None] = {}

    def picture(self, key: str, where: str) -> str | None:
        """Take the picture with this hash and return under which it is kept.

        That is "" where it is no sound picture, and None where it does not come along; both are told.
        """
        if key not in self._known:
            self._known[key] = self._picture(key, where)
        return self._known[key]

    def snapshot(self, key: str, where: str) -> None:
        """Take the snapshot with this hash; one that is missing or unsound is told."""
        data = self._contents(key)
        if data is None:
            self._doubts.add("missing snapshots", where, "comes without the programme as it was then")
        elif content_hash(data) != key or len(data) > LARGEST_SNAPSHOT:
            self._doubts.add("damaged snapshots", where, "comes with a damaged snapshot; that was left out")
        else:
            self.taken[key] = data

    def _picture(self, key: str, where: str) -> str | None:
        from majlis.exchange.pictures import kept_picture  # noqa: PLC0415 - most sources bring no pictures

        data = self._contents(key) if _HASH.fullmatch(key) else None
        if data is None:
            self._doubts.add("missing photos", where, "names a photo that did not come along")
            return None
        try:
            if content_hash(data) != key:
                raise Refusal("The photo is not the one that was written.")  # noqa: TRY301 - told below like the rest
            picture = kept_picture(data, "the photo")
        except Refusal as refusal:
            self._doubts.add("damaged photos", where, f"has a photo that was left out: {refusal}")
            return ""
        self.taken[picture.hash] = picture.data
        return picture.hash
