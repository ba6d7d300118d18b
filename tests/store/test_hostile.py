"""Hostile files: refused in a sentence or opened without harm, at once, and never changed by being looked at."""

from pathlib import Path
import re
import time

import pytest

from hostile import HOSTILE, hostile, traces
from majlis.cli.run import run
from majlis.document import Document
from majlis.programme.refusal import Refusal
from rounds import LONG

OPENED = {
    "many rows",
    "very long",
    "no UTF-8 in a change",
    "nothing between letters",
    "deep JSON in a change",
    "a step of no kind",
    "a change of no table",
    "a change with quotes",
    "a change of no field",
    "a change of three",
    "a change that is a list",
    "a change of the wrong type",
    "numbers as large as may be",
    "its own parent",
    "parents in a ring",
    "no event",
    "two events",
    "a zone that is a path",
    "a language that is a path",
    "the first year",
    "the last minute",
    "markup",
    "a colour that is none",
    "a kind that is none",
    "an empty key",
    "write-ahead mode",
}
"""What does no harm to read; all others are refused."""

CHANGED_BY_OPENING = {"write-ahead mode"}
LIMIT = 10.0
READING = ("show {} sessions", "check {}", "verify {}", "history {}")
CHANGING = ("set {} reading minutes=50", "undo {}")


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence_or_does_no_harm(kind: str, tmp_path: Path) -> None:
    path = hostile(kind, tmp_path)
    before = traces(path)
    started = time.monotonic()
    sentence = ""
    try:
        Document.open(path).close()
    except Refusal as refusal:
        sentence = str(refusal)
    assert time.monotonic() - started < LIMIT
    assert (sentence == "") == (kind in OPENED)
    assert re.fullmatch(r"([^\n]+\.)?", sentence)
    assert (traces(path) == before) == (kind not in CHANGED_BY_OPENING)


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_brought_in_from_a_hostile_file_tears_nothing(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "theirs").mkdir()
    path = hostile(kind, tmp_path / "theirs", like=tmp_path / "mine.majlis")
    before = traces(path)
    mine = (tmp_path / "mine.majlis").read_bytes()
    started = time.monotonic()
    code = run(["merge", str(tmp_path / "mine.majlis"), str(path)])
    said = capsys.readouterr().err
    assert time.monotonic() - started < LIMIT
    assert traces(path) == before
    assert code < 3 or (len(said.splitlines()) == 1 and (tmp_path / "mine.majlis").read_bytes() == mine)
    assert "foresaw" not in said
    with Document.open(tmp_path / "mine.majlis") as document:
        assert document.verify() == ()


@pytest.mark.parametrize("kind", HOSTILE)
def test_every_command_says_so(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = hostile(kind, tmp_path)
    before = traces(path)
    for command in (*READING, *CHANGING) if LONG or kind in OPENED else (READING[0], CHANGING[0]):
        started = time.monotonic()
        code = run([word.format(path) for word in command.split(" ")])
        said = capsys.readouterr().err
        assert time.monotonic() - started < LIMIT
        assert code in ({0, 1, 3} if kind in OPENED else {3})
        assert code < 3 or len(said.splitlines()) == 1
        assert "foresaw" not in said
    if kind not in OPENED:
        assert traces(path) == before
