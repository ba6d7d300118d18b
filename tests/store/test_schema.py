"""The tables hold every field of every record, and older files are migrated after a copy."""

from pathlib import Path
import shutil
import sqlite3

from example import example
from majlis.document import Document
from majlis.programme.plain import field_types
from majlis.programme.records import RECORDS, REFERENCES
from majlis.store.schema import VERSION, migrations, set_up


def test_a_column_for_each_field_and_a_key_for_each_reference() -> None:
    db = sqlite3.connect(":memory:")
    set_up(db)
    for table in RECORDS:
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        assert columns == list(field_types(table))
        keys = {row[3]: row[2] for row in db.execute(f"PRAGMA foreign_key_list({table})")}
        assert keys == REFERENCES.get(table, {})
    db.close()


def test_migrations_have_names_in_a_row() -> None:
    names = [each.name for each in migrations._migrations]
    assert [name[:4] for name in names] == [f"m{number:03}" for number in range(1, len(names) + 1)]


def test_an_older_file_is_copied_before_it_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    Document.create(path, example()).close()
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version={VERSION - 1}")
    db.close()
    with Document.open(path) as document:
        assert document.programme == example()
    (copy,) = (tmp_path / "a backups").iterdir()
    assert copy.name.endswith("before format 1.1.majlis")


def test_a_file_of_format_1_0_is_read_with_its_history_and_what_can_be_undone(tmp_path: Path) -> None:
    path = tmp_path / "old.majlis"
    shutil.copyfile(Path(__file__).parent / "format_1_0.majlis", path)
    title = example().sessions["reading"].title.but({"ar": "قراءة عند الظهر"})
    with Document.open(path) as document:
        assert document.verify() == ()
        assert document.programme.sessions["reading"].title == title
        assert (document.undo_label, document.redo_label) == (
            "Change minutes of session “A Reading at Noon”",
            "Retitle session “A Reading at Noon”",
        )
        document.redo()
        assert document.programme.sessions["reading"].title == title.but({"en": "Reading Aloud"})
        for _ in range(3):
            document.undo()
        assert document.programme == example()
        assert document.verify() == ()


def test_a_file_of_an_older_format_that_can_t_be_written_is_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "old.majlis"
    shutil.copyfile(Path(__file__).parent / "format_1_0.majlis", path)
    before = path.read_bytes()
    with Document.open(path, writable=False) as document:
        assert document.programme.sessions["reading"].minutes == 50
        assert len(document.history()) == 5
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["old.majlis"]
