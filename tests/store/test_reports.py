"""Reports of unforeseen errors: kept in the settings, bounded in number and size."""

from pathlib import Path

import pytest

from majlis.cli import run
from majlis.store.reports import KEPT, LONGEST, LONGEST_LINE, described, keep, reports_folder


def test_the_last_reports_are_kept_in_the_settings(own_settings: Path) -> None:
    made = [keep(f"report {number}", "ValueError") for number in range(KEPT + 5)]
    assert reports_folder() == own_settings / "reports"
    assert sorted(reports_folder().iterdir()) == made[5:]
    assert made[-1] is not None
    assert made[-1].read_text("utf-8") == f"report {KEPT + 4}"


def test_a_report_names_the_versions_and_quotes_no_long_text() -> None:
    report = described(ValueError("x" * 10_000), None, "Qt 6, ")
    assert report.startswith("Majlis ")
    assert "Qt 6, " in report
    assert max(map(len, report.splitlines())) <= LONGEST_LINE + 2
    endless = described(ValueError("\n".join("x" * 300 for _ in range(2_000))), None)
    assert len(endless) < LONGEST + 1_000


def test_half_a_character_can_be_kept() -> None:
    path = keep("half \ud83d", "ValueError")
    assert path is not None
    assert path.read_text("utf-8") == "half \\ud83d"


def test_where_nothing_can_be_kept_nothing_is(own_settings: Path) -> None:
    own_settings.rmdir()
    own_settings.write_text("in the way")
    assert keep("report", "ValueError") is None


def test_the_command_line_keeps_one_and_says_where(
    own_settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(run._RUN, "show", ("showing", "nothing_of_the_kind"))
    assert run.run(["show", "a.majlis"]) == 3
    (report,) = reports_folder().iterdir()
    said = capsys.readouterr().err
    assert str(report) in said
    assert len(said.splitlines()) == 1
    assert "nothing_of_the_kind" in report.read_text("utf-8")
    report.unlink()
    reports_folder().rmdir()
    reports_folder().write_text("in the way")
    assert run.run(["show", "a.majlis"]) == 3
    assert "make room" in capsys.readouterr().err
