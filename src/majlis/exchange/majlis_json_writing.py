"""Writes a whole event as one JSON document: every record, every photo, the snapshot of every edition.

The document is an object with `format` (always `majlis-json`), `version`, `tables` (table → records by id, each
with all fields, as `majlis show --json` has them), and `pictures` and `snapshots` (hash → bytes in base64). The
history is not in it: that is what a copy of the file is for.
"""

from base64 import b64encode
from collections.abc import Iterator
import json
from typing import Final

from majlis.exchange.contents import Contents
from majlis.programme.plain import to_plain
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal

FORMAT: Final = "majlis-json"
VERSION: Final = 1
LARGEST: Final = 500_000_000
"""Bytes that a document may have: some three thousand photos."""


def write_majlis_json(programme: Programme, contents: Contents) -> bytes:
    """Return a whole event; the same event gives the same bytes. Photos that are missing are left out.

    Raises `Refusal` where it has more photos than one document can hold.
    """
    tables = {
        table: [to_plain(record) for _, record in sorted(records.items())]
        for table, records in programme.tables.items()
    }
    head = json.dumps({"format": FORMAT, "version": VERSION, "tables": tables}, ensure_ascii=False, indent=1)
    # Half a character, which UTF-8 has not, is spelt as JSON spells it.
    parts = [head.removesuffix("\n}").encode("utf-8", "backslashreplace")]
    photos = {person.photo for person in programme.people.values()}
    snapshots = {edition.snapshot for edition in programme.editions.values()}
    for name, keys in (("pictures", photos), ("snapshots", snapshots)):
        members = list(_members(keys, contents))
        body = b"{\n" + b",\n".join(members) + b"\n }" if members else b"{}"
        parts.append(b',\n "%s": %s' % (name.encode(), body))
    size = sum(map(len, parts))
    if size > LARGEST:
        raise Refusal(
            f"The event has {size // 1_000_000} MB with its photos; one document can hold {LARGEST // 1_000_000}. "
            "Give people a copy of the file itself instead."
        )
    return b"".join((*parts, b"\n}\n"))


def _members(keys: set[str], contents: Contents) -> Iterator[bytes]:
    for key in sorted(keys - {""}):
        data = contents(key)
        if data is not None:
            yield b'  "%s": "%s"' % (key.encode(), b64encode(data))
