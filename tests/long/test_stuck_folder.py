"""A shared folder whose drive hangs, as a network share does whose server went: the window must not.

A folder seen through bindfs, which is stopped, is such a drive. Needs the Debian package bindfs, and to be root.
"""

from collections.abc import Iterator
from contextlib import suppress
import os
from pathlib import Path
import shutil
import signal
import subprocess
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import pytest
from pytestqt.qtbot import QtBot

from example import example
from majlis.document import Document
from majlis.programme.edits.records import amend
from majlis.ui.app import Program
from majlis.ui.sharing import sharing as timing

MISSING = "bindfs is not installed; “apt-get install bindfs” brings what this test needs."


class Drive:
    """A folder on a drive that can hang."""

    def __init__(self, folder: Path) -> None:
        program = shutil.which("bindfs")
        if program is None:
            raise AssertionError(MISSING)
        self.behind = folder / "behind"
        self.folder = folder / "drive"
        self.behind.mkdir()
        self.folder.mkdir()
        self._process = subprocess.Popen([program, "-f", str(self.behind), str(self.folder)])
        end = time.monotonic() + 10
        while not self.folder.is_mount() and time.monotonic() < end:
            time.sleep(0.05)

    def hang(self) -> None:
        """Answer nobody from now on."""
        os.kill(self._process.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        """Answer again."""
        os.kill(self._process.pid, signal.SIGCONT)

    def end(self) -> None:
        """Take the drive away."""
        with suppress(ProcessLookupError):
            self.go_on()
        self._process.terminate()
        self._process.wait()


class Pulse(QTimer):
    """Beats in the window's thread; `longest` is the longest time in seconds between two beats."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.monotonic()
        self.timeout.connect(self._beat)
        self.start(10)

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last)
        self._last = now


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Drive]:
    made = Drive(tmp_path)
    yield made
    made.end()


def test_a_drive_that_hangs_never_holds_up_the_window(
    drive: Drive, qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, milliseconds in (("AFTER_CHANGE", 50), ("EVERY", 200), ("SLOW", 1_000)):
        monkeypatch.setattr(timing, name, milliseconds)
    program = Program(qapp)
    window = program.show_document(Document.create(tmp_path / "example.majlis", example()))
    window.sharing.share_through(drive.folder)
    qtbot.waitUntil(lambda: window.sharing.at is not None)
    drive.hang()
    pulse = Pulse()
    for minutes in range(50, 60):
        programme = window.live.programme
        window.live.do(amend(programme, programme.sessions["panel"], minutes=minutes))
        qtbot.wait(100)
    qtbot.waitUntil(lambda: "has not answered" in window.sharing.trouble)
    window.sharing.show_panel()
    qtbot.wait(300)
    assert pulse.longest < 0.5
    begun = time.monotonic()
    window.close()
    assert time.monotonic() - begun < timing.PATIENCE + 1
    drive.go_on()
    qtbot.waitUntil(lambda: _minutes_in(drive.behind) == 59, timeout=20_000)
    qtbot.wait(200)


def _minutes_in(folder: Path) -> int:
    (path,) = folder.glob("*.majlis")
    with Document.open(path, writable=False) as copy:
        return copy.programme.sessions["panel"].minutes
