"""Editions in a file: frozen with their snapshot, read back, restored, brought along by a merge, damaged."""

from pathlib import Path
import shutil
import sqlite3

import pytest

from example import LEILA, example
from majlis.document import Document
from majlis.programme.edits.editions import restore
from majlis.programme.edits.records import amend, remove
from majlis.programme.refusal import Refusal
from majlis.programme.snapshot import pack


def test_an_edition_holds_the_programme_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    with Document.create(path, example()) as document:
        edition = document.freeze("To the printer")
        document.do(remove(document.programme, [LEILA]))
    with Document.open(path, writable=False) as document:
        (kept,) = document.programme.editions_in_order()
        assert kept == edition
        assert (kept.number, kept.note) == (1, "To the printer")
        assert document.edition_programme(kept) == example()
        assert document.verify() == ()


def test_freezing_and_restoring_are_each_one_step(tmp_path: Path) -> None:
    with Document.create(tmp_path / "a.majlis", example()) as document:
        edition = document.freeze()
        document.do(remove(document.programme, [LEILA]))
        document.do(amend(document.programme, document.programme.sessions["panel"], minutes=90))
        document.do(restore(document.programme, edition, document.edition_programme(edition)))
        assert document.programme.people == example().people
        assert document.undo_label == "Restore edition 1"
        document.undo()
        assert "leila" not in document.programme.people
        for _ in range(3):
            document.undo()
        assert document.programme == example()
        document.redo()
        assert document.programme.editions == {edition.id: edition}


def test_a_worker_may_have_packed_the_programme_before(tmp_path: Path) -> None:
    with Document.create(tmp_path / "a.majlis", example()) as document:
        data = pack(document.programme)
        document.do(remove(document.programme, [LEILA]))
        assert document.edition_programme(document.freeze("", data)) == example()


def test_a_merge_brings_a_colleagues_edition_with_its_programme(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "a.majlis", tmp_path / "b.majlis"
    Document.create(mine, example()).close()
    shutil.copyfile(mine, theirs)
    with Document.open(theirs) as document:
        document.do(remove(document.programme, [LEILA]))
        edition = document.freeze("Theirs")
        then = document.programme
    with Document.open(mine) as document:
        document.freeze("Mine")
        document.merge(document.news_in(theirs))
        assert sorted(each.note for each in document.programme.editions_in_order()) == ["Mine", "Theirs"]
        frozen = document.edition_programme(edition)
        assert {**frozen.tables} == {**then.tables, "editions": {}}


def test_a_missing_or_damaged_snapshot_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    with Document.create(path, example()) as document:
        edition = document.freeze()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE contents SET data = x'00'")
    connection.close()
    with (
        Document.open(path) as document,
        pytest.raises(Refusal, match="The programme of edition 1 is missing in this file or damaged"),
    ):
        document.edition_programme(edition)
