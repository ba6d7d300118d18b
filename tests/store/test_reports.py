"""Reports of unforeseen errors: kept in the settings, bounded in number and size."""

import os
from pathlib import Path
import subprocess
import sys
import time

import pytest

from majlis.cli import run
from majlis.store.reports import (
    KEPT,
    LONGEST,
    LONGEST_LINE,
    crash_of_last_time,
    described,
    keep,
    log_crashes,
    reports_folder,
)


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


FALLING = """
import ctypes
from majlis.store.reports import log_crashes
log_crashes()
ctypes.string_at(0)
"""


def test_where_the_whole_program_falls_down_a_report_is_found_at_the_next_start() -> None:
    assert crash_of_last_time() is None
    fallen = subprocess.run([sys.executable, "-c", FALLING], capture_output=True, check=False)
    assert fallen.returncode != 0
    found = crash_of_last_time()
    assert found is not None
    report = found.read_text("utf-8")
    assert report.startswith("Majlis ")
    assert "string_at" in report
    assert crash_of_last_time() is None
    assert list(reports_folder().iterdir()) == [found]


def test_a_program_that_ends_well_leaves_no_log() -> None:
    ending = "from majlis.store.reports import log_crashes; log_crashes()()"
    subprocess.run([sys.executable, "-c", ending], check=True)
    assert list(reports_folder().iterdir()) == []


def test_logs_of_programs_that_were_killed_are_cleared_some_day() -> None:
    reports_folder().mkdir(parents=True)
    for name, days in (("old.crash", 40), ("new.crash", 1)):
        (reports_folder() / name).write_text("Majlis")
        then = time.time() - days * 24 * 60 * 60
        os.utime(reports_folder() / name, (then, then))
    assert crash_of_last_time() is None
    assert [each.name for each in reports_folder().iterdir()] == ["new.crash"]


def test_half_a_character_can_be_kept() -> None:
    path = keep("half \ud83d", "ValueError")
    assert path is not None
    assert path.read_text("utf-8") == "half \\ud83d"


def test_where_nothing_can_be_kept_nothing_is(own_settings: Path) -> None:
    own_settings.rmdir()
    own_settings.write_text("in the way")
    assert keep("report", "ValueError") is None
    log_crashes()()
    assert crash_of_last_time() is None


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
