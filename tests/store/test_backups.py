"""Backups: made before something large and day by day, listed newest first, put back whole."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
import os
from pathlib import Path
import shutil

import pytest

from example import READING, example
from majlis.document import Document, list_backups, restore
from majlis.programme.edits.records import amend
from majlis.programme.refusal import Refusal
from majlis.store.backups import DAILY, OTHERS, Backup, backup_folder, backups, glance


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


def planted(file: Path, days: Iterable[date], why: str = DAILY) -> None:
    """Put a copy for each day, at nine, among the backups of a file."""
    folder = backup_folder(file)
    folder.mkdir(exist_ok=True)
    for day in days:
        shutil.copy(file, folder / f"{day} 09.00.00.000 {why}.majlis")


def days_of(found: Iterable[Backup]) -> list[date]:
    return [each.at.date() for each in found if each.why == DAILY]


def test_the_oldest_go(tmp_path: Path) -> None:
    with document(tmp_path) as open_document:
        planted(open_document.path, [date(2020, 1, 1)], "before import")
        for number in range(OTHERS + 3):
            open_document.back_up(f"number {number}")
    found = list_backups(tmp_path / "a.majlis")
    others = [f"number {number}" for number in reversed(range(3, OTHERS + 3))]
    # the first copy of this day, week and month stays, and that of a month long ago
    assert [each.why for each in found] == [*others, "number 0", "before import"]


def test_days_weeks_and_months_are_thinned_out(tmp_path: Path) -> None:
    today = date.today()
    past = [today - timedelta(days=number) for number in range(1, 800)]
    with document(tmp_path) as open_document:
        planted(open_document.path, past)
        open_document.back_up(DAILY)
        left = days_of(backups(open_document.path))
    assert left[:7] == [today, *past[:6]]
    weeks = list(dict.fromkeys(day.isocalendar()[:2] for day in left[7:]))
    months = list(dict.fromkeys((day.year, day.month) for day in left))
    assert len(weeks) >= 4
    assert len(months) in (12, 13)
    assert len(left) <= 7 + 5 + 12
    assert all(day.day == 1 for day in left[-6:])


def test_the_copy_just_made_stays_when_the_clock_has_jumped_back(tmp_path: Path) -> None:
    ahead = date.today() + timedelta(days=365)
    with document(tmp_path) as open_document:
        planted(open_document.path, (ahead + timedelta(days=number) for number in range(40)), "before import")
        planted(open_document.path, (ahead + timedelta(days=number) for number in range(400)))
        made = open_document.back_up("by hand")
        assert made.path.exists()
        assert made in backups(open_document.path)


def test_a_glance_tells_size_and_sessions_and_what_can_not_be_opened(tmp_path: Path) -> None:
    with document(tmp_path) as open_document:
        copy = open_document.back_up("by hand")
    seen = glance(copy)
    assert (seen.size, seen.sessions, seen.refusal) == (copy.path.stat().st_size, 3, "")
    copy.path.write_bytes(copy.path.read_bytes()[:5000])
    assert "damaged" in glance(copy).refusal
    copy.path.write_bytes(b"")
    assert "is empty" in glance(copy).refusal
    copy.path.unlink()
    assert "can't be read" in glance(copy).refusal


def test_what_the_old_file_had_begun_is_not_finished_in_the_copy(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    with document(tmp_path) as open_document:
        copy = open_document.back_up("by hand")
    path.unlink()
    journal = path.with_name("a.majlis-journal")
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(4000))
    restore(path, copy.name)
    assert not journal.exists()


def test_a_link_and_its_file_have_the_same_copies(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    link = tmp_path / "link.majlis"
    with document(tmp_path / "folder") as open_document:
        made = open_document.back_up("by hand")
        link.symlink_to(open_document.path)
    assert backups(link) == (made,)
    restore(link, made.name)
    assert link.is_symlink()


def test_leftovers_of_a_crash_are_cleared(tmp_path: Path) -> None:
    with document(tmp_path) as open_document:
        folder = backup_folder(open_document.path)
        folder.mkdir()
        old, new = folder / "old.part", folder / "new.part"
        for each in (old, new):
            each.write_text("half a copy")
        yesterday = (datetime.now() - timedelta(days=2)).timestamp()
        os.utime(old, (yesterday, yesterday))
        open_document.back_up("by hand")
        assert (old.exists(), new.exists()) == (False, True)


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
        for name in ("notes.majlis", "2027-99-99 99.99.99.999 by hand.majlis"):
            (backup_folder(open_document.path) / name).write_text("x")
        assert len(list_backups(open_document.path)) == 1
