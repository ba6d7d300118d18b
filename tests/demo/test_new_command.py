"""`majlis new --demo` as a user meets it: the sizes, the planted problems, and what goes only with the demo."""

import json
from pathlib import Path
from typing import Any

import pytest

from majlis.cli.run import run
from majlis.demo.planting import DEFECTS


def checked(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[Any]]:
    capsys.readouterr()
    code = run(["check", str(path), "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_the_demo_is_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "demo.majlis"
    assert run(["new", str(path), "--demo"]) == 0
    assert checked(path, capsys) == (0, [])


def test_with_problems_it_has_exactly_the_twelve(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "demo.majlis"
    assert run(["new", str(path), "--demo", "--with-problems"]) == 0
    code, found = checked(path, capsys)
    assert code == 1
    assert [problem["rule"] for problem in found] == list(DEFECTS)


@pytest.mark.parametrize(("size", "sessions"), [("small", 14), ("full", 60), ("large", 600)])
def test_a_size_can_be_chosen(
    size: str, sessions: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "demo.majlis"
    assert run(["new", str(path), "--demo", "--size", size]) == 0
    capsys.readouterr()
    assert run(["show", str(path), "sessions", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == sessions
    assert checked(path, capsys) == (0, [])


@pytest.mark.parametrize("option", [["--size", "small"], ["--with-problems"], ["--demo", "--size", "huge"]])
def test_what_belongs_to_the_demo_is_wrong_without_it(
    option: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        run(["new", str(tmp_path / "event.majlis"), *option])
    assert stop.value.code == 2
    assert not (tmp_path / "event.majlis").exists()
