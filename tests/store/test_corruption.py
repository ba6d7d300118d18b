"""Damaged files: refused in a sentence, or opened and written soundly; never a crash, a hang or a change."""

from collections.abc import Callable
from pathlib import Path
from random import Random
import re
import time

import pytest

from corruption import corrupted
from example import example
from majlis.cli.run import run
from majlis.document import Document
from majlis.programme.edits.records import amend
from majlis.programme.refusal import Refusal
from rounds import SEED, rounds

LIMIT = 10.0


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a file with a history, and with rows in every table."""
    path = tmp_path_factory.mktemp("whole") / "a.majlis"
    with Document.create(path, example()) as document:
        for minutes in range(30, 90, 3):
            now = document.programme
            document.do(amend(now, now.sessions["reading"], minutes=minutes, notes="lamp" * minutes))
        document.undo()
    return path.read_bytes()


def told(act: Callable[[], object]) -> str:
    """Return in which sentence an act is refused, or "" where it isn't."""
    try:
        act()
    except Refusal as refusal:
        return str(refusal)
    return ""


def used(path: Path) -> list[str]:
    """Open a file, do everything with it, and return what was refused on the way."""
    with Document.open(path) as document:
        sentences = [told(document.history), told(document.verify), told(document.undo), told(document.redo)]
        now = document.programme
        chosen = next(iter(now.places.values()), None)
        if chosen is not None:
            sentences.append(told(lambda: document.do(amend(now, chosen, seats=7))))
        sentences.append(told(lambda: document.back_up("by hand")))
    return sentences


def damaged(whole: bytes, number: int) -> bytes:
    return corrupted(whole, Random(SEED * 1_000_003 + number))  # noqa: S311 - damage that repeats itself by its seed


@pytest.mark.parametrize("number", rounds(60, 500))
def test_a_damaged_file_is_refused_or_read(number: int, whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    path.write_bytes(damaged(whole, number))
    before = path.read_bytes()
    started = time.monotonic()
    refused = told(lambda: Document.open(path, writable=False).close())
    assert refused == told(lambda: Document.open(path).close())
    assert path.read_bytes() == before
    sentences = [refused] if refused else used(path)
    assert time.monotonic() - started < LIMIT
    assert [one for one in sentences if not re.fullmatch(r"([^\n]+[.])?", one)] == []
    assert [each.name for each in tmp_path.iterdir() if each.suffix != ".majlis" and not each.is_dir()] == []


@pytest.mark.parametrize("number", rounds(12, 200))
def test_every_command_says_so(
    number: int, whole: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.majlis"
    path.write_bytes(damaged(whole, number + 1_000_000))
    before = path.read_bytes()
    refused = bool(told(lambda: Document.open(path).close()))
    for command in ("show", "verify", "history", "undo"):
        started = time.monotonic()
        code = run([command, str(path)])
        said = capsys.readouterr().err
        assert time.monotonic() - started < LIMIT
        assert code in ({3} if refused else {0, 1, 3})
        assert code < 3 or len(said.splitlines()) == 1
        assert "foresaw" not in said
    if refused:
        assert path.read_bytes() == before
