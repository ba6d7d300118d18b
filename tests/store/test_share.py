"""A shared folder with real files: whole copies or none, others' news, and what can go wrong with a folder."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
import os
from pathlib import Path
import resource
import shutil
import subprocess
import sys

import pytest

from example import example
from majlis.document import Document
from majlis.programme.edits.records import amend
from majlis.programme.refusal import Refusal
from majlis.store import share, share_reads
from majlis.store.laptop import Laptop
from majlis.store.share import SharedFolder
from majlis.store.share_names import read_copy_name

AMINA = Laptop("a" * 16, "amina", "Amina")
BILAL = Laptop("b" * 16, "bilal", "Bilal")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "shared"
    made.mkdir()
    return made


@pytest.fixture
def amina(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "event.majlis", example()) as document:
        yield document


@pytest.fixture
def bilal(amina: Document, tmp_path: Path) -> Iterator[Document]:
    (tmp_path / "bilal").mkdir()
    shutil.copy(amina.path, tmp_path / "bilal" / "event.majlis")
    with Document.open(tmp_path / "bilal" / "event.majlis") as document:
        yield document


def edit(document: Document, minutes: int) -> None:
    document.do(amend(document.programme, document.programme.sessions["reading"], minutes=minutes))


def only(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_a_copy_is_whole_and_called_after_event_and_laptop(amina: Document, folder: Path) -> None:
    assert SharedFolder(amina.path, folder, AMINA).put()
    name = read_copy_name(only(folder).name)
    assert name
    assert (name.stem, name.laptop, name.rest) == ("event", "amina", "")
    with Document.open(only(folder)) as copy:
        assert copy.programme == amina.programme
        assert copy.history() == amina.history()
        assert copy.verify() == ()


def test_a_copy_is_put_again_only_where_it_says_more(amina: Document, folder: Path) -> None:
    shared = SharedFolder(amina.path, folder, AMINA)
    assert [shared.put(), shared.put(), SharedFolder(amina.path, folder, AMINA).put()] == [True, False, False]
    edit(amina, 50)
    assert [shared.put(), shared.put()] == [True, False]
    only(folder).unlink()
    assert shared.put()


def test_others_news_are_counted(amina: Document, bilal: Document, folder: Path) -> None:
    edit(bilal, 50)
    edit(bilal, 55)
    SharedFolder(bilal.path, folder, BILAL).put()
    shared = SharedFolder(amina.path, folder, AMINA)
    shared.put()
    look = shared.look()
    (copy,) = look.news
    assert (copy.laptop, copy.news, copy.mine) == ("bilal", 2, False)
    assert datetime.now(UTC) - copy.at < timedelta(minutes=1)
    assert look.passed_over == ()
    amina.merge(amina.news_in(copy.path))
    assert [(each.laptop, each.news) for each in shared.look().copies] == [("bilal", 0)]
    assert amina.programme == bilal.programme


def test_copies_that_a_sync_engine_set_beside_are_copies_too(
    amina: Document, bilal: Document, folder: Path
) -> None:
    edit(bilal, 50)
    SharedFolder(bilal.path, folder, BILAL).put()
    conflict = only(folder).with_name(only(folder).stem + ".sync-conflict-20261122-101112-ABCDEFG.majlis")
    shutil.copy(only(folder), conflict)
    shared = SharedFolder(amina.path, folder, AMINA)
    assert [(copy.laptop, copy.news) for copy in shared.look().copies] == [("bilal", 1), ("bilal", 1)]
    for copy in shared.look().news:
        amina.merge(amina.news_in(copy.path))
    assert shared.look().news == ()


def test_a_copy_put_there_by_hand_is_called_by_its_file(amina: Document, bilal: Document, folder: Path) -> None:
    edit(bilal, 50)
    shutil.copy(bilal.path, folder / "From the printer.MAJLIS")
    (copy,) = SharedFolder(amina.path, folder, AMINA).look().copies
    assert (copy.laptop, copy.news) == ("From the printer", 1)


def test_a_copy_without_a_seal_is_held_against_its_own_journal(amina: Document, folder: Path) -> None:
    shutil.copy(amina.path, folder / "odd.majlis")
    run_sql(folder / "odd.majlis", "UPDATE sessions SET minutes = 7")
    look = SharedFolder(amina.path, folder, AMINA).look()
    assert look.copies == ()
    assert "the table and the journal differ" in look.passed_over[0].why


def test_what_is_no_copy_of_the_event_is_passed_over(amina: Document, folder: Path, tmp_path: Path) -> None:
    Document.create(folder / "other.majlis", example()).close()
    (folder / "letter.majlis").write_text("Dear committee")
    (folder / "empty.majlis").touch()
    (folder / "folder.majlis").mkdir()
    os.mkfifo(folder / "pipe.majlis")
    (folder / "dangling.majlis").symlink_to(tmp_path / "nothing")
    (folder / "notes.txt").write_text("not looked at")
    for hidden in (".event.majlis", "~event.majlis", ".syncthing.event.majlis.tmp", ".event.majlis.1.part"):
        shutil.copy(amina.path, folder / hidden)
    shared = SharedFolder(amina.path, folder, AMINA)
    look = shared.look()
    assert look.copies == ()
    assert [one.why.split(".")[1] for one in look.passed_over] == [
        "majlis” is empty; perhaps a copy was cut short",
        "majlis” is not a file of Majlis",
        "majlis” is a copy of another event",
    ]
    assert shared.put()


def test_half_copies_are_passed_over_until_they_are_whole(amina: Document, bilal: Document, folder: Path) -> None:
    edit(bilal, 50)
    SharedFolder(bilal.path, folder, BILAL).put()
    path, whole = only(folder), only(folder).read_bytes()
    shared = SharedFolder(amina.path, folder, AMINA)
    for size in (1, 99, 100, 5_000, len(whole) // 4, len(whole) // 2):
        path.write_bytes(whole[:size])
        assert shared.look().copies == ()
        path.write_bytes(whole[:size] + bytes(len(whole) - size))
        assert shared.look().copies == ()
    path.write_bytes(whole)
    news = amina.news_in(path).merged
    for size in range(len(whole) - 9_000, len(whole), 500):  # the last pages may hold nothing that counts
        path.write_bytes(whole[:size])
        assert all(amina.news_in(copy.path).merged == news for copy in shared.look().copies)
    path.write_bytes(whole)
    assert [copy.news for copy in shared.look().copies] == [1]


def test_a_copy_half_overwritten_in_place_is_never_taken_for_a_whole_one(
    amina: Document, bilal: Document, folder: Path
) -> None:
    others = SharedFolder(bilal.path, folder, BILAL)
    others.put()
    path, old = only(folder), only(folder).read_bytes()
    edit(bilal, 50)
    others.put()
    new = path.read_bytes()
    shared = SharedFolder(amina.path, folder, AMINA)
    for cut in range(1_000, len(new), 4_000):
        for mixed in (new[:cut] + old[cut:], old[:cut] + new[cut:]):
            path.write_bytes(mixed)
            news = [copy.news for copy in shared.look().copies]
            assert news == ([] if mixed not in (old, new) else [0] if mixed == old else [1])


def test_what_was_refused_is_read_again_though_it_looks_the_same(
    amina: Document, bilal: Document, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SharedFolder(bilal.path, folder, BILAL).put()
    path, whole, told = only(folder), only(folder).read_bytes(), only(folder).stat()
    path.write_bytes(bytes(len(whole)))
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
    shared = SharedFolder(amina.path, folder, AMINA)
    assert len(shared.look().passed_over) == 1
    path.write_bytes(whole)
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
    assert len(shared.look().passed_over) == 1
    monkeypatch.setattr(share_reads, "AGAIN", -1.0)
    assert len(shared.look().copies) == 1


def test_a_file_larger_than_any_event_is_not_read(amina: Document, folder: Path) -> None:
    with (folder / "huge.majlis").open("wb") as huge:
        huge.truncate(share_reads.LARGEST + 1)
    assert "larger than any event" in SharedFolder(amina.path, folder, AMINA).look().passed_over[0].why


def test_a_file_that_went_back_takes_nothing_away(amina: Document, folder: Path, tmp_path: Path) -> None:
    older = tmp_path / "older" / "event.majlis"
    older.parent.mkdir()
    shutil.copy(amina.path, older)
    edit(amina, 50)
    SharedFolder(amina.path, folder, AMINA).put()
    shared = SharedFolder(older, folder, AMINA)
    assert not shared.put()
    (copy,) = shared.look().copies
    assert (copy.news, copy.mine) == (1, True)
    with Document.open(older) as document:
        edit(document, 70)
        assert shared.put()
        (aside,) = shared.look().copies
        assert (aside.news, aside.mine, aside.path.stem.endswith("earlier 1")) == (1, True, True)
        document.merge(document.news_in(aside.path))
        assert shared.put()
        assert shared.look().copies == ()
    only(folder)


def test_copies_under_this_laptops_former_names_go_once_they_say_nothing_more(
    amina: Document, folder: Path
) -> None:
    SharedFolder(amina.path, folder, AMINA).put()
    former = only(folder)
    renamed = SharedFolder(amina.path, folder, Laptop(AMINA.id, "Amina's new name", ""))
    assert renamed.put()
    assert only(folder) != former


def test_old_leftovers_of_a_killed_program_go(amina: Document, folder: Path) -> None:
    shared = SharedFolder(amina.path, folder, AMINA)
    shared.put()
    old, young = (folder / f".{only(folder).name}.{number}.part" for number in (1, 2))
    old.write_text("half")
    young.write_text("half")
    os.utime(old, (1e9, 1e9))
    edit(amina, 50)
    shared.put()
    assert not old.exists()
    assert young.exists()


def test_two_events_of_one_name_stand_side_by_side(amina: Document, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    with Document.create(tmp_path / "second" / "event.majlis", example()) as second:
        assert SharedFolder(amina.path, folder, AMINA).put()
        assert SharedFolder(second.path, folder, AMINA).put()
        assert len(list(folder.iterdir())) == 2
        assert SharedFolder(amina.path, folder, AMINA).look().copies == ()


def test_the_copy_is_of_the_moment_though_the_file_is_being_edited(amina: Document, folder: Path) -> None:
    shared = SharedFolder(amina.path, folder, AMINA)
    for minutes in range(46, 60):
        edit(amina, minutes)
        assert shared.put()
    with Document.open(only(folder)) as copy:
        assert copy.programme == amina.programme


def test_a_file_that_is_written_without_a_pause_is_copied_at_once(
    amina: Document, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share, "_PATIENCE", -1.0)
    assert SharedFolder(amina.path, folder, AMINA).put()
    with Document.open(only(folder)) as copy:
        assert copy.programme == amina.programme


def test_a_folder_that_is_gone_is_told_and_used_again_when_it_is_back(amina: Document, folder: Path) -> None:
    shared = SharedFolder(amina.path, folder, AMINA)
    shared.put()
    away = folder.rename(folder.with_name("pulled out"))
    edit(amina, 50)
    for attempt in (shared.put, shared.look):
        with pytest.raises(Refusal, match="is not there"):
            attempt()
    away.rename(folder)
    assert shared.put()
    with Document.open(only(folder)) as copy:
        assert copy.programme == amina.programme


def test_a_file_in_the_shared_folder_itself_is_not_shared(folder: Path) -> None:
    with Document.create(folder / "event.majlis", example()) as document:
        with pytest.raises(Refusal, match="lies in the shared folder itself"):
            SharedFolder(document.path, folder, AMINA).put()
        assert not SharedFolder(document.path, folder.parent, AMINA).look().copies


def test_a_name_that_is_taken_by_a_folder_is_told(amina: Document, folder: Path) -> None:
    shared = SharedFolder(amina.path, folder, AMINA)
    shared.put()
    path = only(folder)
    path.unlink()
    path.mkdir()
    with pytest.raises(Refusal, match="can't be used just now"):
        shared.put()
    assert only(folder) == path


def test_where_there_is_no_space_the_older_copy_stays_whole(amina: Document, folder: Path, tmp_path: Path) -> None:
    shared = SharedFolder(amina.path, folder, AMINA)
    shared.put()
    before = only(folder).read_bytes()
    edit(amina, 50)
    (tmp_path / "elsewhere").mkdir()
    SharedFolder(amina.path, tmp_path / "elsewhere", AMINA).put()
    with files_of_at_most(only(tmp_path / "elsewhere").stat().st_size - 1):
        with pytest.raises(Refusal, match=r"no space left in .*shared"):
            shared.put()
        assert only(folder).read_bytes() == before
    assert shared.put()


@contextmanager
def files_of_at_most(size: int) -> Generator[None]:
    """Let no file of this process grow beyond a size, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_folder_that_cant_be_written_is_told(amina: Document, tmp_path: Path) -> None:
    shared = SharedFolder(amina.path, Path("/proc/self"), AMINA)
    with pytest.raises(Refusal, match="/proc/self"):
        shared.put()


def test_a_file_without_history_is_not_shared(amina: Document, folder: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.majlis"
    shutil.copy(amina.path, bare)
    run_sql(bare, "DELETE FROM changes; DELETE FROM steps")
    with pytest.raises(Refusal, match="no history"):
        SharedFolder(bare, folder, AMINA).put()
    shutil.copy(bare, folder)
    assert "has no history" in SharedFolder(amina.path, folder, AMINA).look().passed_over[0].why


def run_sql(path: Path, sql: str) -> None:
    script = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])"
    subprocess.run([sys.executable, "-c", script, str(path), sql], check=True)
