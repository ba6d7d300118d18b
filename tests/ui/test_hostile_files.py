"""Hostile files in the window: refused in a sentence on the welcome page, or shown on every screen."""

from pathlib import Path
import time

from PySide6.QtWidgets import QApplication
import pytest

from hostile import HOSTILE, hostile
from majlis.ui.app import Program
from majlis.ui.screens import SCREENS
from rounds import LONG

LIMIT = 10.0
REFUSED = ("trigger", "a text of 60 MB", "no UTF-8", "deep JSON", "a pipe", "a link in a ring", "a folder")
SHOWN = (
    "very long",
    "no UTF-8 in a change",
    "deep JSON in a change",
    "numbers as large as may be",
    "parents in a ring",
    "no event",
    "two events",
    "a zone that is a path",
    "a language that is a path",
    "the first year",
    "the last minute",
    "markup",
    "a kind that is none",
)


@pytest.mark.parametrize("kind", HOSTILE if LONG else REFUSED + SHOWN)
def test_the_window_refuses_a_hostile_file_or_shows_it(kind: str, program: Program, tmp_path: Path) -> None:
    path = hostile(kind, tmp_path)
    page = program.show_welcome()
    started = time.monotonic()
    window = program.try_open(path)
    if window is not None:
        for screen in SCREENS:
            window.show_screen(screen.id)
            QApplication.processEvents()
        window.close()
    assert time.monotonic() - started < LIMIT
    assert LONG or (window is None) == (kind in REFUSED)
    if window is None:
        assert page.refusal.text().endswith(".")
