"""`majlis share`: put, tell, bring in; what is left open, and what scripts read."""

import json
from pathlib import Path
import shutil

import pytest

from example import example
from majlis.cli.run import run
from majlis.document import Document
from majlis.programme.edits.records import amend
from majlis.store.laptop import rename


class Laptops:
    """Two laptops with a copy each, and the folder between them."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder / "shared"
        self._home = folder
        self._monkeypatch = monkeypatch
        self.folder.mkdir()
        Document.create(self._open("amina"), example()).close()
        shutil.copy(self._open("amina"), self._open("bilal"))

    def run(self, who: str, *rest: str) -> int:
        """Run the command on a laptop and return its exit code."""
        return run(["share", str(self._open(who)), str(self.folder), *rest])

    def edit(self, who: str, minutes: int) -> None:
        """Change something on a laptop."""
        with Document.open(self._open(who)) as document:
            document.do(amend(document.programme, document.programme.sessions["panel"], minutes=minutes))

    def minutes(self, who: str) -> int:
        """Return what that has become on a laptop."""
        with Document.open(self._open(who), writable=False) as document:
            return document.programme.sessions["panel"].minutes

    def _open(self, who: str) -> Path:
        home = self._home / who
        home.mkdir(exist_ok=True)
        self._monkeypatch.setenv("MAJLIS_SETTINGS", str(home))
        rename(name=f"{who}'s laptop", user=who)
        return home / "event.majlis"


@pytest.fixture
def laptops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Laptops:
    return Laptops(tmp_path, monkeypatch)


def test_news_are_told_first_and_brought_in_when_asked(
    laptops: Laptops, capsys: pytest.CaptureFixture[str]
) -> None:
    laptops.edit("bilal", 80)
    assert laptops.run("bilal") == 0
    assert capsys.readouterr().out == "This laptop's copy was put there.\n"
    assert laptops.run("amina") == 0
    told = capsys.readouterr()
    assert "bilal's laptop: 1 new step, written 2" in told.out
    assert "--take" in told.err
    assert laptops.minutes("amina") == 75
    assert laptops.run("amina", "--take") == 0
    assert "1 change in 1 step came in.\nbilal's laptop: nothing new" in capsys.readouterr().out
    assert laptops.minutes("amina") == 80
    assert laptops.run("amina", "--take") == 0
    assert "This laptop's copy is there already.\n0 changes" in capsys.readouterr().out


def test_conflicts_that_are_left_are_told_and_exit_with_1(
    laptops: Laptops, capsys: pytest.CaptureFixture[str]
) -> None:
    laptops.edit("bilal", 80)
    laptops.edit("amina", 90)
    laptops.run("bilal")
    assert laptops.run("amina", "--take") == 1
    assert "Who owns a manuscript?" in capsys.readouterr().out
    assert laptops.run("bilal", "--take", "--json") == 1
    told = json.loads(capsys.readouterr().out)
    (conflict,) = told.pop("conflicts")
    assert {conflict["mine"], conflict["theirs"]} == {80, 90}
    (copy,) = told.pop("copies")
    assert (copy["laptop"], copy["news"]) == ("amina's laptop", 0)
    assert told == {"put": True, "changes": 1, "steps": 1, "passed_over": [], "refused": []}


def test_the_file_need_not_be_free_to_be_put(laptops: Laptops, tmp_path: Path) -> None:
    with Document.open(tmp_path / "amina" / "event.majlis"):
        assert laptops.run("amina") == 0
        assert laptops.run("amina", "--take") == 3


def test_a_folder_that_is_not_there_is_refused(laptops: Laptops, capsys: pytest.CaptureFixture[str]) -> None:
    laptops.folder.rmdir()
    assert laptops.run("amina", "--take") == 3
    assert "is not there" in capsys.readouterr().err


def test_what_is_no_copy_is_told_as_a_note(laptops: Laptops, capsys: pytest.CaptureFixture[str]) -> None:
    (laptops.folder / "letter.majlis").write_text("Dear committee")
    assert laptops.run("amina", "--take", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["file"] for each in told["passed_over"]] == ["letter.majlis"]
    assert laptops.run("amina") == 0
    assert "not a file of Majlis" in capsys.readouterr().err


def test_a_copy_that_cant_be_brought_in_does_not_stop_the_others(
    laptops: Laptops, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    laptops.edit("bilal", 80)
    laptops.run("bilal")
    odd = laptops.folder / "a.majlis"
    shutil.copy(tmp_path / "bilal" / "event.majlis", odd)
    with Document.open(odd) as document:
        document._file._connection.execute("UPDATE steps SET label = label || '!'")
    capsys.readouterr()
    assert laptops.run("amina", "--take", "--json") == 1
    told = capsys.readouterr()
    assert "in another way" in told.err
    assert [each["file"] for each in json.loads(told.out)["refused"]] == ["a.majlis"]
    assert laptops.minutes("amina") == 80
