"""Seals: any change on the way is seen, work in the copy makes them void, and SQLite passes over them."""

from pathlib import Path
import sqlite3

from hypothesis import given
from hypothesis import strategies as st
import pytest

from example import READING, example
from majlis.document import Document
from majlis.programme.edits.records import amend
from majlis.programme.refusal import Refusal
from majlis.store.seal import check_seal, copy_sealed, is_sealed


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sealed")
    Document.create(folder / "a.majlis", example()).close()
    copy_sealed(folder / "a.majlis", folder / "sealed.majlis")
    return folder / "sealed.majlis"


def copied(path: Path, folder: Path) -> Path:
    copy = folder / "copy.majlis"
    copy.write_bytes(path.read_bytes())
    return copy


def test_a_sealed_copy_is_a_sound_file(sealed: Path, tmp_path: Path) -> None:
    assert is_sealed(sealed)
    check_seal(sealed)
    with Document.open(copied(sealed, tmp_path)) as document:
        assert document.programme == example()
        assert document.verify() == ()


@given(data=st.data())
def test_any_altered_byte_breaks_the_seal(
    sealed: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(sealed.read_bytes())
    at = data.draw(st.integers(28, len(content) - 53) | st.integers(len(content) - 32, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    copy = tmp_path_factory.mktemp("altered") / "copy.majlis"
    copy.write_bytes(content)
    with pytest.raises(Refusal, match="not whole"):
        check_seal(copy)


def test_work_in_a_copy_makes_its_seal_void(sealed: Path, tmp_path: Path) -> None:
    copy = copied(sealed, tmp_path)
    with Document.open(copy) as document:
        document.do(amend(document.programme, READING, minutes=50))
    assert not is_sealed(copy)
    check_seal(copy)
    connection = sqlite3.connect(copy)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


@pytest.mark.parametrize("content", [b"", b"x", b"x" * 60])
def test_what_bears_no_seal_passes(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    assert not is_sealed(tmp_path / "a")
    check_seal(tmp_path / "a")
