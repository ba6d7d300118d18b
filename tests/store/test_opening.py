"""Opening: what was cut short is taken back first, other ways of writing the same are the same, bounds hold."""

import os
from pathlib import Path
import shutil
import sqlite3

import pytest

from example import READING, example
from majlis.cli.run import run
from majlis.document import Document
from majlis.programme.edits.edit import difference
from majlis.programme.programme import Programme
from majlis.programme.records import Waiver
from majlis.programme.refusal import Refusal
from majlis.store.opening import copy_with_journal, journal_of
from majlis.store.schema import VERSION
from majlis.store.shapes import oddities
from majlis.store.values import LARGEST_NUMBER, bounded, load_json


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.majlis"
    Document.create(made, example()).close()
    return made


def cut_short(path: Path) -> None:
    """Leave a file as a program leaves it that dies in the midst of a large write."""
    work = path.with_name("work")
    shutil.copy(path, work)
    db = sqlite3.connect(work, isolation_level=None)
    db.execute("PRAGMA cache_size = 1")
    db.execute("BEGIN")
    db.execute("UPDATE sessions SET notes = printf('%.60000c', 'x')")
    db.execute("DELETE FROM waivers")
    shutil.copy(work, path)
    shutil.copy(journal_of(work), journal_of(path))
    db.execute("ROLLBACK")
    db.close()
    work.unlink()


@pytest.mark.parametrize("command", ["show", "check", "verify", "history", "undo"])
def test_a_write_that_was_cut_short_is_taken_back_by_whoever_comes(command: str, path: Path) -> None:
    before = path.read_bytes()
    cut_short(path)
    assert path.read_bytes() != before
    assert run([command, str(path)]) == 0
    assert not journal_of(path).exists()
    with Document.open(path) as document:
        assert document.verify() == ()


def test_a_file_that_is_only_copied_takes_its_journal_along(path: Path, tmp_path: Path) -> None:
    cut_short(path)
    content = path.read_bytes()
    copy = tmp_path / "copy.majlis"
    copy_with_journal(path, copy)
    with Document.open(copy, writable=False) as document:
        assert document.programme == example()
    assert path.read_bytes() == content


def test_where_it_can_not_be_taken_back_it_says_what_to_do(path: Path) -> None:
    cut_short(path)
    journal_of(path).unlink()
    journal_of(path).mkdir()
    (journal_of(path) / "in the way").touch()
    with pytest.raises(Refusal):
        Document.open(path)


def test_a_file_in_write_ahead_mode_is_read_and_comes_back_to_ours(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode=WAL")
    db.close()
    before = path.read_bytes()
    with Document.open(path, writable=False) as document:
        assert document.programme == example()
    assert path.read_bytes() == before
    db = sqlite3.connect(path)
    db.execute("UPDATE sessions SET minutes = 7 WHERE id = 'reading'")
    db.commit()
    for ending in ("", "-wal"):
        shutil.copy(f"{path}{ending}", f"{path.with_name('b.majlis')}{ending}")
    db.close()
    with Document.open(path.with_name("b.majlis"), writable=False) as document:
        assert document.programme.sessions["reading"].minutes == 7
    with Document.open(path.with_name("b.majlis")) as document:
        assert document.verify() == ("sessions reading: the table and the journal differ",)
    assert path.with_name("b.majlis").read_bytes()[18:20] == b"\1\1"


def test_names_may_be_quoted_in_any_way(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA writable_schema=ON")
    db.execute("""UPDATE sqlite_schema SET sql = replace(replace(sql, '"id"', '[id]'), '"name"', '`name`')""")
    db.execute("UPDATE sqlite_schema SET sql = replace(sql, 'TEXT', 'text') WHERE name = 'people'")
    db.commit()
    db.close()
    with Document.open(path) as document:
        document.undo()
        assert document.verify() == ()


def test_a_definition_of_another_meaning_is_another(path: Path) -> None:
    db = sqlite3.connect(path)
    assert oddities(db, VERSION) == ()
    db.execute("PRAGMA writable_schema=ON")
    db.execute("UPDATE sqlite_schema SET sql = replace(sql, 'REFERENCES \"people\"', 'REFERENCES \"places\"')")
    db.commit()
    assert [word for word in oddities(db, VERSION) if "parts" in word]
    db.close()


ODD_NAMES = ["a?b#c.majlis", "50% & more.majlis", "قديم.majlis", "a'b\"c.majlis", os.fsdecode(b"\xff\xfe.majlis")]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_any_name_that_a_file_may_have_is_opened(name: str, path: Path) -> None:
    odd = path.with_name(name)
    path.rename(odd)
    with Document.open(odd) as document:
        document.undo()
        assert document.verify() == ()
    with Document.open(odd, writable=False) as document:
        assert document.programme == Programme.of()


@pytest.mark.parametrize("waiver", [Waiver(id="w", rule="x" * 30_000), Waiver(id="y" * 30_000, rule="x")])
def test_what_could_not_be_opened_again_is_not_written(waiver: Waiver, path: Path) -> None:
    with Document.open(path) as document:
        with pytest.raises(Refusal, match="can be kept"):
            document.do(difference("too much", example(), example().changed([("waivers", waiver.id, waiver)])))
        assert document.programme == example()
    with Document.open(path) as document:
        assert document.verify() == ()


def test_numbers_have_a_bound_too() -> None:
    assert bounded("sessions", {"id": "a", "minutes": LARGEST_NUMBER}) == {"id": "a", "minutes": LARGEST_NUMBER}
    with pytest.raises(Refusal, match="can't be kept"):
        bounded("sessions", {"id": "a", "minutes": -LARGEST_NUMBER - 1})


@pytest.mark.parametrize("text", ["[" * 50_000, '{"a":' * 50_000, '"\\ud83d"', '["\\udc00\\ud83d"]', "{", 7, None])
def test_json_that_can_not_be_is_a_wrong_value(text: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        load_json(text)


def test_letters_beyond_the_first_plane_may_be_escaped() -> None:
    assert load_json('"\\ud83d\\ude00 \\u0645"') == "😀 م"
    assert READING.title["ar"] in load_json(f'["{READING.title["ar"]}"]')
