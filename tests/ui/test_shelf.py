"""The programmes of editions as a window reads and keeps them."""

from datetime import datetime

from pytestqt.qtbot import QtBot

from example import example
from majlis.document import Document
from majlis.programme.edits.edit import Edit
from majlis.programme.edits.records import add
from majlis.programme.edits.sessions import resize
from majlis.programme.ids import content_hash
from majlis.programme.records import Edition
from majlis.ui.live import Live
from majlis.ui.shelf import KEPT, Shelf, latest, shelf_of

AT = datetime(2027, 9, 1)


def with_bytes(document: Document, data: bytes) -> Edition:
    """Add an edition whose snapshot is made of these bytes."""
    edition = Edition(id="odd", number=9, at=AT, snapshot=content_hash(data))
    edit: Edit = add(document.programme, edition)
    document.do(edit, {edition.snapshot: data})
    return edition


def read(shelf: Shelf, edition: Edition, qtbot: QtBot) -> None:
    """Wait until an edition is read, or can't be; the timetable asks for the latest one too."""
    qtbot.waitUntil(lambda: shelf.programme(edition) is not None or shelf.refusal(edition) != "", timeout=10_000)


def test_a_programme_is_read_once_and_kept(live: Live, qtbot: QtBot) -> None:
    edition = live.document.freeze()
    shelf = shelf_of(live)
    read(shelf, edition, qtbot)
    assert shelf.programme(edition) == example()
    assert shelf.programme(edition) is shelf.programme(edition)
    assert latest(live.programme) == edition


def test_bytes_that_are_no_programme_are_said(live: Live, qtbot: QtBot) -> None:
    edition = with_bytes(live.document, b"no snapshot at all")
    shelf = shelf_of(live)
    read(shelf, edition, qtbot)
    assert shelf.programme(edition) is None
    assert shelf.refusal(edition).startswith("The snapshot of an edition is damaged")


def test_the_oldest_is_let_go(live: Live, qtbot: QtBot) -> None:
    shelf = shelf_of(live)
    editions: list[Edition] = []
    for minutes in range(10, 10 + KEPT + 1):
        live.make(lambda now, minutes=minutes: resize(now, "panel", minutes))
        editions.append(live.document.freeze())
        shelf.put(editions[-1], live.programme)
    assert shelf.programme(editions[-1]) is not None
    read(shelf, editions[0], qtbot)
    assert shelf.programme(editions[0]) is not None
