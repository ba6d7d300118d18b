"""The file: what is written is read, whole edits or none, and nothing that is not sound is opened."""

from collections.abc import Callable
from datetime import UTC, datetime
import os
from pathlib import Path
import sqlite3
import tempfile

from hypothesis import given, settings
import pytest

from example import READING, example
from majlis.programme.edits.edit import difference
from majlis.programme.edits.records import amend
from majlis.programme.journal import Step
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal
from majlis.store.file import File
from majlis.store.lock import lock_path
from majlis.store.schema import APPLICATION_ID, VERSION
from strategies import programmes


def step(key: int) -> Step:
    return Step(key, datetime(2027, 1, 1, tzinfo=UTC), "somebody", f"step {key}")


def made(path: Path, programme: Programme) -> File:
    return File.create(path, step(1), difference("make", Programme.of(), programme))


@given(programmes(), programmes())
@settings(max_examples=10)
def test_what_is_written_is_read_and_verified(first: Programme, second: Programme) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.majlis")
        with made(path, first) as file:
            assert file.read() == first
            file.write(step(2), difference("change", first, second))
        with File.open(path) as file:
            assert file.read() == second
            assert file.verify() == ()
            assert [each.id for each in file.steps()] == [1, 2]


def test_a_file_is_marked_as_ours_and_strict(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    made(path, example()).close()
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert db.execute("PRAGMA user_version").fetchone() == (VERSION,)
    assert all("STRICT" in sql for (sql,) in db.execute("SELECT sql FROM sqlite_schema WHERE name = 'sessions'"))
    assert len(db.execute("PRAGMA foreign_key_list(parts)").fetchall()) == 2
    db.close()


def test_closing_leaves_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    file = made(path, example())
    assert lock_path(path).exists()
    file.close()
    file.close()
    assert [each.name for each in tmp_path.iterdir()] == ["a.majlis"]


def test_a_failed_edit_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    with made(path, example()) as file:
        before = path.read_bytes()
        with pytest.raises(Refusal):
            file.write(step(1), amend(example(), READING, minutes=50))
        assert path.read_bytes() == before


def test_an_existing_file_is_not_made_again(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    path.write_text("mine")
    with pytest.raises(Refusal, match="already"):
        made(path, example())
    assert path.read_text() == "mine"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no folder"):
        made(tmp_path / "nowhere" / "a.majlis", example())


def test_two_windows_on_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    with made(path, example()):
        with pytest.raises(Refusal, match="open in another window"):
            File.open(path)
        with File.open(path, writable=False) as reader:
            assert reader.read() == example()
            with pytest.raises(Refusal, match="was not changed"):
                reader.write(step(2), amend(example(), READING, minutes=50))


def spoil(path: Path, change: Callable[[sqlite3.Connection], object]) -> None:
    db = sqlite3.connect(path)
    change(db)
    db.commit()
    db.close()


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda path: path.write_bytes(b""), "is empty"),
    "text": (lambda path: path.write_text("<schedule/>" * 20), "not a file of Majlis"),
    "short": (lambda path: path.write_bytes(path.read_bytes()[:60]), "cut short"),
    "cut": (lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]), "damaged"),
    "torn": (
        lambda path: path.write_bytes(path.read_bytes()[:4096] + os.urandom(4096) + path.read_bytes()[8192:]),
        "damaged|no Majlis writes",
    ),
    "other": (lambda path: spoil(path, lambda db: db.execute("PRAGMA application_id=7")), "another program"),
    "newer": (lambda path: spoil(path, lambda db: db.execute("PRAGMA user_version=2000")), "newer Majlis"),
    "trigger": (
        lambda path: spoil(
            path,
            lambda db: db.execute("CREATE TRIGGER t AFTER INSERT ON steps BEGIN DELETE FROM sessions; END"),
        ),
        "no Majlis writes",
    ),
    "view": (lambda path: spoil(path, lambda db: db.execute("CREATE VIEW v AS SELECT 1")), "no Majlis writes"),
    "table": (lambda path: spoil(path, lambda db: db.execute("CREATE TABLE t(a)")), "no Majlis writes"),
    "missing": (lambda path: spoil(path, lambda db: db.execute("DROP TABLE waivers")), "no Majlis writes"),
    "json": (lambda path: spoil(path, lambda db: db.execute("UPDATE people SET name = '{'")), "use a backup"),
    "type": (lambda path: spoil(path, lambda db: db.execute("UPDATE people SET name = '[1]'")), "use a backup"),
    "time": (lambda path: spoil(path, lambda db: db.execute("UPDATE placements SET start = 'x'")), "use a backup"),
    "utf8": (
        lambda path: spoil(path, lambda db: db.execute("UPDATE sessions SET notes = CAST(x'ff' AS TEXT)")),
        "damaged",
    ),
    "orphan": (
        lambda path: spoil(path, lambda db: db.execute("UPDATE parts SET person_id = 'nobody'")),
        "name others that are gone",
    ),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_what_is_not_sound_is_refused_in_a_sentence(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    made(path, example()).close()
    change, sentence = SPOILT[kind]
    change(path)
    before = path.read_bytes()
    with pytest.raises(Refusal, match=sentence), File.open(path) as file:
        file.read()
    assert path.read_bytes() == before
    assert not lock_path(path).exists()


def test_a_folder_and_nothing_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="is a folder"):
        File.open(tmp_path)
    with pytest.raises(Refusal, match="There is no file"):
        File.open(tmp_path / "a.majlis")


def test_a_newer_minor_version_is_opened_to_read(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    made(path, example()).close()

    def grow(db: sqlite3.Connection) -> None:
        db.execute("ALTER TABLE sessions ADD COLUMN mood TEXT")
        db.execute(f"PRAGMA user_version={VERSION + 1}")

    spoil(path, grow)
    with File.open(path) as file:
        assert "newer Majlis" in file.read_only
        assert file.read() == example()


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_write_protected_is_opened_to_read(what: str, tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    made(path, example()).close()
    protected = path if what == "file" else tmp_path
    mode = protected.stat().st_mode
    protected.chmod(mode & ~0o222)
    try:
        with File.open(path) as file:
            assert "write-protected" in file.read_only
            assert file.read() == example()
    finally:
        protected.chmod(mode)


def test_an_edit_by_another_tool_is_seen_by_verify(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    made(path, example()).close()
    spoil(path, lambda db: db.execute("UPDATE sessions SET minutes = 7 WHERE id = 'reading'"))
    with File.open(path) as file:
        assert file.verify() == ("sessions reading: the table and the journal differ",)


def test_a_damaged_journal_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    made(path, example()).close()
    spoil(path, lambda db: db.execute("UPDATE changes SET fields = '{'"))
    with File.open(path) as file, pytest.raises(Refusal, match="journal"):
        file.verify()


def test_a_file_that_another_program_writes_just_now(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    made(path, example()).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(Refusal, match="just now"):
            File.open(path)
    finally:
        other.close()
