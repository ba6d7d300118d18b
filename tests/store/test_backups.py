"""Backups: made before something large, listed newest first, put back whole."""

from pathlib import Path

import pytest

from example import READING, example
from majlis.document import Document, list_backups, restore
from majlis.programme.edits.records import amend
from majlis.programme.refusal import Refusal
from majlis.store.backups import KEPT, backup_folder


def document(path: Path) -> Document:
    return Document.create(path / "a.majlis", example())


def test_a_backup_is_the_programme_as_it_was(tmp_path: Path) -> None:
    with document(tmp_path) as open_document:
        backup = open_document.back_up("before import")
        open_document.do(amend(example(), READING, minutes=50))
    newer = restore(tmp_path / "a.majlis", backup.name)
    with Document.open(tmp_path / "a.majlis") as again:
        assert again.programme == example()
    assert [each.why for each in list_backups(tmp_path / "a.majlis")] == ["before restore", "before import"]
    restore(tmp_path / "a.majlis", newer.name)
    with Document.open(tmp_path / "a.majlis") as again:
        assert again.programme.sessions["reading"].minutes == 50


def test_a_file_that_is_gone_comes_back(tmp_path: Path) -> None:
    with document(tmp_path) as open_document:
        backup = open_document.back_up("by hand")
    (tmp_path / "a.majlis").unlink()
    assert restore(tmp_path / "a.majlis", backup.path.stem) == backup
    with Document.open(tmp_path / "a.majlis") as again:
        assert again.programme == example()


def test_the_oldest_go(tmp_path: Path) -> None:
    with document(tmp_path) as open_document:
        for number in range(KEPT + 3):
            open_document.back_up(f"number {number}")
    found = list_backups(tmp_path / "a.majlis")
    assert len(found) == KEPT
    assert found[0].why == f"number {KEPT + 2}"


def test_an_unknown_backup_is_refused(tmp_path: Path) -> None:
    with document(tmp_path) as open_document:
        with pytest.raises(Refusal, match="there are none"):
            restore(open_document.path, "nothing")
        open_document.back_up("by hand")
        with pytest.raises(Refusal, match="the newest is"):
            restore(open_document.path, "nothing")


def test_a_damaged_backup_is_not_put_back(tmp_path: Path) -> None:
    with document(tmp_path) as open_document:
        backup = open_document.back_up("by hand")
    backup.path.write_bytes(backup.path.read_bytes()[:5000])
    before = (tmp_path / "a.majlis").read_bytes()
    with pytest.raises(Refusal, match="damaged"):
        restore(tmp_path / "a.majlis", backup.name)
    assert (tmp_path / "a.majlis").read_bytes() == before


def test_no_backup_where_there_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="There is no file"):
        list_backups(tmp_path / "a.majlis")


def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    with document(tmp_path) as open_document:
        backup_folder(open_document.path).write_text("in the way")
        with pytest.raises(Refusal, match="No copy can be made"):
            open_document.back_up("by hand")


def test_other_files_in_the_folder_are_passed_over(tmp_path: Path) -> None:
    with document(tmp_path) as open_document:
        open_document.back_up("by hand")
        (backup_folder(open_document.path) / "notes.majlis").write_text("x")
        assert len(list_backups(open_document.path)) == 1
