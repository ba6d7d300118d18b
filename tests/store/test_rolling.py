"""Copies that are made by themselves: on the first change of a day, and before a backup takes a file's place."""

from pathlib import Path

import pytest

from example import READING, example
from majlis.cli.run import run
from majlis.document import Document, restore
from majlis.programme.edits.records import amend
from majlis.programme.refusal import Refusal
from majlis.store.backups import DAILY, backup_folder, backups


def document(path: Path) -> Document:
    return Document.create(path / "a.majlis", example())


def test_the_first_change_of_a_day_keeps_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    with document(tmp_path) as open_document:
        assert backups(path) == ()
        for minutes in (50, 55, 60):
            open_document.do(
                amend(open_document.programme, open_document.programme.sessions["reading"], minutes=minutes)
            )
        (daily,) = backups(path)
        assert open_document.backup_refused == ""
    assert daily.why == DAILY
    with Document.open(path) as again:
        again.do(amend(again.programme, again.programme.sessions["reading"], minutes=65))
    assert backups(path) == (daily,)
    with Document.open(daily.path, writable=False) as kept:
        assert kept.programme == example()


def test_a_day_with_another_copy_needs_no_more(tmp_path: Path) -> None:
    with document(tmp_path) as open_document:
        made = open_document.back_up("before import")
        open_document.do(amend(example(), READING, minutes=50))
        assert backups(open_document.path) == (made,)


def test_where_no_daily_copy_can_be_made_the_edit_is_made_and_it_is_said(tmp_path: Path) -> None:
    with document(tmp_path) as open_document:
        backup_folder(open_document.path).write_text("in the way")
        open_document.do(amend(example(), READING, minutes=50))
        assert "No copy can be made" in open_document.backup_refused
    with Document.open(tmp_path / "a.majlis") as again:
        assert again.programme.sessions["reading"].minutes == 50


def test_commands_say_so_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document(tmp_path).close()
    path = tmp_path / "a.majlis"
    backup_folder(path).write_text("in the way")
    assert run(["set", str(path), "reading", "minutes=50"]) == 0
    assert "No copy can be made" in capsys.readouterr().err
    assert run(["undo", str(path)]) == 0
    assert "No copy can be made" in capsys.readouterr().err


def test_a_damaged_file_is_set_aside_before_a_backup_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    with document(tmp_path) as open_document:
        sound = open_document.back_up("by hand")
    path.write_bytes(path.read_bytes()[:9000])
    broken = path.read_bytes()
    aside = restore(path, sound.name)
    assert (aside.why, aside.path.read_bytes()) == ("damaged", broken)
    with Document.open(path) as again:
        assert again.programme == example()
    with pytest.raises(Refusal, match="damaged"):
        restore(path, aside.name)
