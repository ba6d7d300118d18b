"""A whole event as one document, for the tests of what reads and writes it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
import json
from typing import Any

from example import LEILA, example
from majlis.exchange.formats import Reading, write
from majlis.exchange.pictures import picture_of
from majlis.programme.ids import content_hash
from majlis.programme.programme import Programme
from majlis.programme.records import Absence, Edition, Waiver
from majlis.programme.snapshot import pack
from sample_pictures import photo

Made = dict[str, Any]
"""A document as JSON reads it."""

EMPTY = Programme.of()
PHOTO = picture_of(photo())
SNAPSHOT = pack(example())
CONTENTS = {PHOTO.hash: PHOTO.data, content_hash(SNAPSHOT): SNAPSHOT}
EDITION = Edition(id="edition-1", number=1, at=datetime(2027, 9, 1, 12, 30), snapshot=content_hash(SNAPSHOT))


def full() -> Programme:
    """Return the example with a photo, an edition, an absence and a waiver."""
    records = (
        replace(LEILA, photo=PHOTO.hash),
        EDITION,
        Absence(id="away", person_id="leila", start=datetime(2027, 10, 22, 9), end=datetime(2027, 10, 22, 12)),
        Waiver(id="waived", rule="double_booking", about=("leila",), reason="She is twins"),
    )
    return example().changed((record.table, record.id, record) for record in records)


def whole(programme: Programme | None = None) -> bytes:
    return write(programme or full(), "majlis-json", CONTENTS.get)


def document(change: Callable[[Made], object] | None = None) -> bytes:
    """Return the document of the full example after a change by hand."""
    made = json.loads(whole())
    if change is not None:
        change(made)
    return json.dumps(made, ensure_ascii=False).encode()


def doubts(reading: Reading) -> list[str]:
    return [f"{doubt.where}: {doubt.text}" for doubt in reading.doubts]
