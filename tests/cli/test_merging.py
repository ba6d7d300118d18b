"""The command `merge`: what it prints, what it brings in, and its exit code."""

from collections.abc import Callable
import json
from pathlib import Path
import shutil
from typing import Any

import pytest

from example import example
from majlis.cli.run import run
from majlis.document import Document

Majlis = Callable[..., tuple[int, Any]]


@pytest.fixture
def majlis(capsys: pytest.CaptureFixture[str]) -> Majlis:
    def call(*arguments: object) -> tuple[int, Any]:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, json.loads(said.out) if "--json" in arguments else said.out or said.err

    return call


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    mine, theirs = tmp_path / "mine.majlis", tmp_path / "theirs.majlis"
    Document.create(mine, example()).close()
    shutil.copyfile(mine, theirs)
    return mine, theirs


def test_edits_of_different_fields_come_together(majlis: Majlis, copies: tuple[Path, Path]) -> None:
    mine, theirs = copies
    majlis("set", mine, "reading", "minutes=50")
    majlis("set", theirs, "reading", "title.ar=قراءة", "expected=80")
    assert majlis("merge", mine, theirs, "--json") == (0, {"changes": 1, "conflicts": []})
    _, sessions = majlis("show", mine, "sessions", "--json")
    reading = next(each for each in sessions if each["id"] == "reading")
    assert (reading["minutes"], reading["title"]["ar"], reading["expected"]) == (50, "قراءة", 80)


def test_a_conflict_tells_base_mine_and_theirs(majlis: Majlis, copies: tuple[Path, Path]) -> None:
    mine, theirs = copies
    title = dict(example().sessions["reading"].title)
    majlis("set", mine, "reading", "title.en=Mine", "minutes=50")
    majlis("set", theirs, "reading", "title.en=Theirs", "minutes=55")
    code, said = majlis("merge", mine, theirs, "--json")
    told = {each["field"]: (each["base"], each["mine"], each["theirs"]) for each in said["conflicts"]}
    assert (code, told) == (
        1,
        {
            "title": (title, title | {"en": "Mine"}, title | {"en": "Theirs"}),
            "minutes": (45, 50, 55),
        },
    )
    assert {(each["table"], each["id"]) for each in said["conflicts"]} == {("sessions", "reading")}
    assert majlis("merge", mine, theirs, "--json")[1] == {"changes": 0, "conflicts": said["conflicts"]}


@pytest.mark.parametrize(("side", "words", "minutes"), [("mine", "Mine", 50), ("theirs", "Theirs", 55)])
def test_conflicts_are_settled_by_taking_a_side(
    majlis: Majlis, copies: tuple[Path, Path], side: str, words: str, minutes: int
) -> None:
    mine, theirs = copies
    majlis("set", mine, "reading", "title.en=Mine", "minutes=50")
    majlis("set", theirs, "reading", "title.en=Theirs", "minutes=55")
    assert majlis("merge", mine, theirs, "--take", side, "--json") == (0, {"changes": 1, "conflicts": []})
    with Document.open(mine) as document:
        reading = document.programme.sessions["reading"]
        assert (reading.title["en"], reading.minutes) == (words, minutes)
        assert document.history()[0].label == "Settle 2 conflicts"
    assert majlis("verify", mine)[0] == 0


def test_a_dry_run_tells_and_changes_nothing(majlis: Majlis, copies: tuple[Path, Path]) -> None:
    mine, theirs = copies
    majlis("set", mine, "reading", "minutes=50")
    majlis("set", theirs, "reading", "minutes=55")
    before = mine.read_bytes()
    code, said = majlis("merge", mine, theirs, "--dry-run", "--json")
    assert (code, said["changes"], len(said["conflicts"])) == (1, 1, 1)
    assert majlis("merge", mine, theirs, "--dry-run", "--take", "mine")[0] == 0
    assert mine.read_bytes() == before


def test_people_read_what_came_in_and_what_is_disputed(majlis: Majlis, copies: tuple[Path, Path]) -> None:
    mine, theirs = copies
    majlis("set", mine, "reading", "minutes=50")
    majlis("set", theirs, "reading", "minutes=55")
    code, said = majlis("merge", mine, theirs)
    assert code == 1
    assert said.startswith("1 changes in 1 steps came in.\nSession “A Reading at Noon”, length: 50 min (")


def test_history_tells_the_steps_of_both(majlis: Majlis, copies: tuple[Path, Path]) -> None:
    mine, theirs = copies
    majlis("set", mine, "reading", "minutes=50")
    majlis("set", theirs, "opening", "minutes=20")
    majlis("merge", mine, theirs)
    _, steps = majlis("history", mine, "--json")
    assert [step["label"] for step in steps] == [
        "Change minutes of session “Opening”",
        "Change minutes of session “A Reading at Noon”",
        "Make the event",
    ]


@pytest.mark.parametrize("other", ["missing.majlis", "folder", "note.txt"])
def test_what_is_no_file_of_majlis_is_refused(majlis: Majlis, copies: tuple[Path, Path], other: str) -> None:
    mine, _ = copies
    (mine.parent / "folder").mkdir()
    (mine.parent / "note.txt").write_text("a note", "utf-8")
    before = mine.read_bytes()
    code, said = majlis("merge", mine, mine.parent / other)
    assert code == 3
    assert other in said
    assert mine.read_bytes() == before


def test_another_event_is_taken_in_like_an_import_and_can_be_undone(
    majlis: Majlis, copies: tuple[Path, Path], tmp_path: Path
) -> None:
    mine, _ = copies
    other = tmp_path / "other.majlis"
    majlis("new", other, "--demo")
    before = json.loads(json.dumps(majlis("show", mine, "sessions", "--json")[1]))
    code, said = majlis("merge", mine, other, "--dry-run", "--json")
    assert (code, said["conflicts"]) == (0, [])
    assert majlis("merge", mine, other, "--json") == (0, said)
    _, sessions = majlis("show", mine, "sessions", "--json")
    _, demo = majlis("show", other, "sessions", "--json")
    assert len(sessions) == len(before) + len(demo)
    assert majlis("merge", mine, other, "--json") == (0, {"changes": 0, "conflicts": []})
    majlis("undo", mine)
    assert majlis("show", mine, "sessions", "--json")[1] == before
