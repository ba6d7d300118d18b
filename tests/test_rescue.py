"""Damaged files saved: what is still there comes into a sound new file, and the damaged one is left as it is."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random
import shutil
import sqlite3

import pytest

from corruption import PAGE, corrupted
from example import READING, example
from hostile import HOSTILE
from majlis.cli.run import run
from majlis.document import Document
from majlis.programme.edits.edit import difference
from majlis.programme.edits.records import amend
from majlis.programme.ids import content_hash
from majlis.programme.programme import Programme
from majlis.programme.records import Edition
from majlis.programme.refusal import Refusal
from majlis.rescue import newest_sound_backup, rescue
from majlis.store.pages import _Pages
from rounds import SEED, rounds

PICTURE = b"a picture of Leila " * 1000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file with a history, a picture and an edition."""
    made = tmp_path / "a.majlis"
    with Document.create(made, example()) as document:
        for minutes in (50, 55):
            now = document.programme
            document.do(amend(now, now.sessions["reading"], minutes=minutes))
        now = document.programme
        hashed = content_hash(PICTURE)
        after = now.changed(
            [
                ("people", "leila", amend(now, now.people["leila"], category="press").changes[0].after),
                ("editions", "1", Edition(id="1", number=1, at=datetime(2027, 1, 1), snapshot=hashed)),
            ]
        )
        document.do(difference("Picture", now, after), {hashed: PICTURE})
        document.undo()
        document.redo()
    shutil.rmtree(tmp_path / "a backups", ignore_errors=True)
    return made


def programme_of(path: Path) -> Programme:
    with Document.open(path, writable=False) as document:
        return document.programme


def page_of(path: Path, table: str) -> int:
    """Return the number of the page with which a table begins."""
    db = sqlite3.connect(path)
    (number,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    db.close()
    return number


def pages_of_changes(path: Path) -> list[int]:
    """Return the numbers of the pages in which the journal's changes stand."""
    with path.open("rb") as file:
        pages = _Pages(file)
        numbers = range(1, pages.count + 1)
        return [one for one in numbers if any(row[2:3] == (b"sessions",) for _, row in pages.rows(one))]


def destroyed(path: Path, *pages: int) -> None:
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = b"\xa5" * PAGE
    path.write_bytes(content)


def history(path: Path) -> list[str]:
    with Document.open(path, writable=False) as document:
        assert document.verify() == ()
        return [step.label for step in document.steps()]


@pytest.mark.parametrize(
    "table", ["sessions", "people", "parts", "events", "sqlite_autoindex_people_1", "parts_session_id"]
)
def test_a_page_of_a_table_is_made_good_by_the_journal(table: str, path: Path, tmp_path: Path) -> None:
    whole, steps = programme_of(path), history(path)
    destroyed(path, page_of(path, table))
    before = path.read_bytes()
    rescued = rescue(path, tmp_path / "new.majlis")
    assert rescued.complete
    assert (rescued.steps, rescued.lost, rescued.unsure) == (len(steps), {}, ())
    assert programme_of(rescued.path) == whole
    assert history(rescued.path) == steps
    assert path.read_bytes() == before
    with Document.open(rescued.path) as document:
        assert document.content(content_hash(PICTURE)) == PICTURE
        document.undo()
        assert document.verify() == ()


@pytest.mark.parametrize("table", ["steps", "changes", "heads"])
def test_without_the_whole_journal_the_programme_is_saved_and_the_history_is_not(
    table: str, path: Path, tmp_path: Path
) -> None:
    whole = programme_of(path)
    destroyed(path, pages_of_changes(path)[-1] if table == "changes" else page_of(path, table))
    rescued = rescue(path, tmp_path / "new.majlis")
    assert (rescued.complete, rescued.steps, rescued.lost, rescued.unsure) == (False, 0, {}, ())
    assert programme_of(rescued.path) == whole
    assert history(rescued.path) == ["Recover what could be read of “a.majlis”"]
    with Document.open(rescued.path) as document:
        assert document.content(content_hash(PICTURE)) == PICTURE


def test_a_file_without_its_head_loses_nothing(path: Path, tmp_path: Path) -> None:
    whole = programme_of(path)
    path.write_bytes(bytes(60) + path.read_bytes()[60:])
    rescued = rescue(path, tmp_path / "new.majlis")
    assert rescued.complete
    assert programme_of(rescued.path) == whole


def test_a_file_without_its_first_page_is_read_page_by_page(path: Path, tmp_path: Path) -> None:
    whole = programme_of(path)
    destroyed(path, 1)
    rescued = rescue(path, tmp_path / "new.majlis")
    assert rescued.steps == 0
    assert "sessions" in rescued.unsure
    assert programme_of(rescued.path) == whole


def test_what_neither_table_nor_journal_holds_is_told(path: Path, tmp_path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("DELETE FROM changes WHERE record_table IN ('people', 'parts')")
    db.commit()
    db.close()
    destroyed(path, page_of(path, "people"))
    rescued = rescue(path, tmp_path / "new.majlis")
    assert rescued.lost == {"people": 2, "parts": 3}
    assert rescued.unsure == ("people",)
    assert set(programme_of(rescued.path).sessions) == {"opening", "reading", "panel"}


def test_a_file_that_was_cut_short_gives_what_is_left(path: Path, tmp_path: Path) -> None:
    whole = programme_of(path)
    path.write_bytes(path.read_bytes()[: -3 * PAGE - 1000])
    saved = programme_of(rescue(path, tmp_path / "new.majlis").path)
    assert set(saved.sessions) <= set(whole.sessions)
    assert all(saved.people[key] == whole.people[key] for key in saved.people)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sessions SET title = '{' WHERE id = 'reading'",
        "UPDATE sessions SET title = '[1]' WHERE id = 'reading'",
        "UPDATE sessions SET notes = CAST(x'ff' AS TEXT) WHERE id = 'reading'",
        "UPDATE sessions SET minutes = 9e15 WHERE id = 'reading'",
        "UPDATE placements SET start = 'noon'",
        "UPDATE parts SET person_id = 'nobody'",
        "UPDATE events SET languages = '[]'",
    ],
)
def test_a_value_that_can_not_be_is_taken_from_the_journal(statement: str, path: Path, tmp_path: Path) -> None:
    whole = programme_of(path)
    db = sqlite3.connect(path)
    db.execute(statement)
    db.commit()
    db.close()
    rescued = rescue(path, tmp_path / "new.majlis")
    assert programme_of(rescued.path) == whole
    assert rescued.doubtful
    assert not rescued.complete


@pytest.mark.parametrize(
    ("statement", "value"),
    [("title = '{'", ""), ("notes = CAST(x'61ff' AS TEXT)", "a\ufffd"), ("minutes = 9000000000", 30)],
)
def test_without_the_journal_only_that_value_is_lost(
    statement: str, value: object, path: Path, tmp_path: Path
) -> None:
    db = sqlite3.connect(path)
    db.execute(f"UPDATE sessions SET {statement} WHERE id = 'reading'")  # noqa: S608 - our own words
    db.execute("DELETE FROM changes WHERE record_table = 'sessions'")
    db.execute("DELETE FROM heads")
    db.execute("DELETE FROM changes WHERE id = 2")
    db.commit()
    db.close()
    destroyed(path, page_of(path, "heads"))
    reading = programme_of(rescue(path, tmp_path / "new.majlis").path).sessions["reading"]
    field = statement.partition(" ")[0]
    found = getattr(reading, field)
    assert (found.get("en", "") if field == "title" else found) == value
    assert reading.theme_id == READING.theme_id


@pytest.mark.parametrize("kind", ["trigger", "view without end", "generated column", "many tables", "statistics"])
def test_what_no_majlis_makes_does_not_come_along(kind: str, path: Path, tmp_path: Path) -> None:
    whole, steps = programme_of(path), history(path)
    HOSTILE[kind](path)
    rescued = rescue(path, tmp_path / "new.majlis")
    assert programme_of(rescued.path) == whole
    assert history(rescued.path) == steps


def test_a_damaged_picture_is_left_out(path: Path, tmp_path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("UPDATE contents SET data = x'00'")
    db.commit()
    db.close()
    destroyed(path, page_of(path, "people"))
    rescued = rescue(path, tmp_path / "new.majlis")
    with Document.open(rescued.path) as document:
        assert document.content(content_hash(PICTURE)) is None


def test_a_file_of_the_first_format_is_saved_in_this_one(tmp_path: Path) -> None:
    path = tmp_path / "old.majlis"
    shutil.copy(Path(__file__).parent / "store" / "format_1_0.majlis", path)
    whole = programme_of(path)
    destroyed(path, page_of(path, "sessions"))
    rescued = rescue(path, tmp_path / "new.majlis")
    assert programme_of(rescued.path) == whole
    assert rescued.steps > 0


def test_a_write_that_was_cut_short_is_taken_back_first(path: Path, tmp_path: Path) -> None:
    whole = programme_of(path)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA cache_size = 1")
    db.execute("BEGIN")
    db.execute("UPDATE sessions SET notes = printf('%.60000c', 'x')")
    shutil.copy(path, tmp_path / "cut.majlis")
    shutil.copy(tmp_path / "a.majlis-journal", tmp_path / "cut.majlis-journal")
    db.execute("ROLLBACK")
    db.close()
    rescued = rescue(tmp_path / "cut.majlis", tmp_path / "new.majlis")
    assert rescued.complete
    assert programme_of(rescued.path) == whole


@pytest.mark.parametrize("number", rounds(15, 300))
def test_whatever_the_damage_the_new_file_is_sound(number: int, path: Path, tmp_path: Path) -> None:
    damage = Random(SEED * 1_000_081 + number)  # noqa: S311 - damage that repeats itself by its seed
    path.write_bytes(corrupted(path.read_bytes(), damage))
    before = path.read_bytes()
    new = tmp_path / "new.majlis"
    try:
        rescued = rescue(path, new)
    except Refusal as refusal:
        assert str(refusal).endswith(".")  # noqa: PT017 - either is right
        assert not new.exists()
    else:
        with Document.open(new) as document:
            assert document.verify() == ()
            assert {table: len(each) for table, each in document.programme.tables.items() if each} == rescued.saved
    assert path.read_bytes() == before
    assert not list(tmp_path.glob(".*part*"))


def _nothing(path: Path) -> None:
    path.write_bytes(b"\xa5" * 9 * PAGE)


def _foreign(path: Path) -> None:
    path.unlink()
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE people(id TEXT)")
    db.execute("PRAGMA application_id = 7")
    db.close()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_nothing, "Nothing in this file"),
        (_foreign, "another program"),
        (Path.unlink, "There is no file"),
        (HOSTILE["a folder"], "no ordinary file"),
        (HOSTILE["a pipe"], "no ordinary file"),
        (HOSTILE["a file of 5 GB"], "larger than any event"),
        (HOSTILE["a journal of many"], "may be unsafe"),
    ],
)
def test_what_is_no_damaged_file_is_refused(
    change: Callable[[Path], None], sentence: str, path: Path, tmp_path: Path
) -> None:
    change(path)
    with pytest.raises(Refusal, match=sentence):
        rescue(path, tmp_path / "new.majlis")
    assert not (tmp_path / "new.majlis").exists()


def test_no_file_is_overwritten_and_no_folder_made(path: Path, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="already"):
        rescue(path, path)
    with pytest.raises(Refusal, match="nowhere"):
        rescue(path, tmp_path / "nowhere" / "new.majlis")


def test_it_can_be_stopped(path: Path, tmp_path: Path) -> None:
    class StoppedError(Exception):
        """Stands for what the window raises."""

    def stop(share: float) -> None:
        if share > 0.5:
            raise StoppedError

    with pytest.raises(StoppedError):
        rescue(path, tmp_path / "new.majlis", stop)
    assert [each.name for each in tmp_path.iterdir()] == ["a.majlis"]


def test_the_newest_sound_backup_is_found(path: Path) -> None:
    assert newest_sound_backup(path) is None
    with Document.open(path) as document:
        sound, broken = document.back_up("one"), document.back_up("two")
    broken.path.write_bytes(broken.path.read_bytes()[:9000])
    assert newest_sound_backup(path) == sound


def test_the_command_says_what_was_saved(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    destroyed(path, page_of(path, "sessions"))
    assert run(["recover", str(path), "-o", str(tmp_path / "one.majlis")]) == 0
    assert "saved whole" in capsys.readouterr().out
    destroyed(path, pages_of_changes(path)[0])
    assert run(["recover", str(path), "-o", str(tmp_path / "two.majlis")]) == 1
    said = capsys.readouterr().out
    assert "sessions" in said
    assert "perhaps some" in said
    assert "could not be saved" in said
    assert run(["recover", str(path), "-o", str(tmp_path / "three.majlis"), "--json"]) == 1
    assert '"steps": 0' in capsys.readouterr().out
    assert run(["recover", str(path), "-o", str(tmp_path / "two.majlis")]) == 3
    assert "already" in capsys.readouterr().err
