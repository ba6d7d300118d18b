"""A file that others move, replace, overwrite or protect while it is open: noticed before anything goes astray."""

from collections.abc import Callable
import os
from pathlib import Path
import shutil
import sqlite3
import stat

import pytest

from example import READING, example
from majlis.document import Document, list_backups
from majlis.programme.edits.records import amend
from majlis.programme.refusal import Refusal
from majlis.store.file import File
from majlis.store.lock import lock_path


def changed(document: Document, minutes: int) -> None:
    document.do(amend(document.programme, document.programme.sessions["reading"], minutes=minutes))


def sibling(path: Path, minutes: int = 90) -> Path:
    """Make a copy of a file beside it, with one more edit, as another laptop would."""
    other = path.with_name("other.majlis")
    shutil.copy(path, other)
    with Document.open(other) as document:
        changed(document, minutes)
    shutil.rmtree(path.with_name("other backups"))
    return other


def replace(path: Path) -> None:
    sibling(path).replace(path)


def overwrite(path: Path) -> None:
    """Write another copy's bytes over a file in place, with the same size and number of changes."""
    other = sibling(path)
    path.write_bytes(other.read_bytes())
    other.unlink()


def edit_elsewhere(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("UPDATE sessions SET minutes = 1")
    db.commit()
    db.close()


def delete(path: Path) -> None:
    path.unlink()


def rename(path: Path) -> None:
    path.rename(path.with_name("b.majlis"))


def move_folder(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


def delete_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def protect(path: Path) -> None:
    path.chmod(path.stat().st_mode & ~0o222)


MISHAPS: dict[str, tuple[Callable[[Path], None], str]] = {
    "replaced": (replace, "was replaced by another program"),
    "overwritten": (overwrite, "was changed by another program"),
    "edited": (edit_elsewhere, "was changed by another program"),
    "deleted": (delete, "can't be reached any more"),
    "renamed": (rename, "can't be reached any more"),
    "folder moved": (move_folder, "can't be reached any more"),
    "folder deleted": (delete_folder, "can't be reached any more"),
    "protected": (protect, "was write-protected"),
}


def bytes_below(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*.majlis")}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "event"
    folder.mkdir()
    made = folder / "a.majlis"
    Document.create(made, example()).close()
    return made


@pytest.mark.parametrize("kind", MISHAPS)
def test_an_edit_after_a_mishap_is_refused_and_touches_nothing(kind: str, path: Path, tmp_path: Path) -> None:
    happen, sentence = MISHAPS[kind]
    with Document.open(path) as document:
        changed(document, 50)
        before = document.programme
        happen(path)
        files = bytes_below(tmp_path)
        for _ in range(2):
            with pytest.raises(Refusal, match=sentence):
                changed(document, 55)
            with pytest.raises(Refusal, match=sentence):
                document.undo()
        assert document.programme == before
        now = bytes_below(tmp_path)
        assert {name: now[name] for name in files} == files


@pytest.mark.parametrize("kind", ["replaced", "deleted", "renamed"])
def test_what_the_window_held_is_kept_once(kind: str, path: Path) -> None:
    with Document.open(path) as document:
        changed(document, 50)
        MISHAPS[kind][0](path)
        for _ in range(3):
            with pytest.raises(Refusal, match="is kept as the backup"):
                changed(document, 55)
        held = document.programme
    copies = [each for each in list_backups(path) if each.why == "when it was replaced"]
    assert len(copies) == 1
    with Document.open(copies[0].path, writable=False) as kept:
        assert kept.programme == held


def test_a_folder_that_comes_back_is_written_again(path: Path) -> None:
    with Document.open(path) as document:
        elsewhere = path.parent.with_name("elsewhere")
        path.parent.rename(elsewhere)
        with pytest.raises(Refusal, match="Put the folder or the stick back"):
            changed(document, 50)
        elsewhere.rename(path.parent)
        changed(document, 50)
        assert document.verify() == ()
    with Document.open(path) as again:
        assert again.programme.sessions["reading"].minutes == 50


def test_a_file_that_may_be_written_again_is_written(path: Path) -> None:
    with Document.open(path) as document:
        protect(path)
        with pytest.raises(Refusal, match="Allow writing again"):
            changed(document, 50)
        path.chmod(path.stat().st_mode | stat.S_IWUSR)
        changed(document, 50)
        assert document.programme.sessions["reading"].minutes == 50


def test_a_touched_file_is_still_the_same(path: Path) -> None:
    with Document.open(path) as document:
        changed(document, 50)
        os.utime(path, (1, 1))
        changed(document, 55)
        path.chmod(0o666)
        os.link(path, path.with_name("b.majlis"))
        changed(document, 60)
        assert document.verify() == ()


def test_a_file_that_is_replaced_in_the_midst_of_a_write_is_noticed(path: Path) -> None:
    other = sibling(path)
    with File.open(path) as file:
        with pytest.raises(Refusal, match="was replaced"), file._watch.writing(), file._transaction():
            other.replace(path)
        with Document.open(path, writable=False) as there:
            assert there.programme.sessions["reading"].minutes == 90


def test_two_names_of_one_file_have_one_lock(path: Path) -> None:
    link = path.with_name("link.majlis")
    link.symlink_to(path)
    assert lock_path(link) == lock_path(path)
    with Document.open(path), pytest.raises(Refusal, match="open in another window"):
        Document.open(link)
    with Document.open(link) as document:
        document.do(amend(example(), READING, minutes=50))
    assert link.is_symlink()
