"""Reports of errors that nobody foresaw: the last few are kept on this laptop, for those who look after Majlis.

A report holds the versions and the traceback, and of an event no more than the traceback quotes.
"""

from contextlib import suppress
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
import platform
import traceback
from types import TracebackType
from typing import Final

from majlis.store.laptop import settings_folder

KEPT: Final = 20
"""Reports that are kept; the oldest go first."""

LONGEST_LINE: Final = 400
"""Letters of a line that are kept: an error may quote a whole text."""

LONGEST: Final = 100_000
"""Letters that a report may have; what is left out stands in its midst."""


def reports_folder() -> Path:
    """Return the folder of the reports, beside what the program remembers."""
    return settings_folder() / "reports"


def described(error: BaseException, trace: TracebackType | None, more: str = "") -> str:
    """Return a report of an error: the versions, with more of them where there are some, and the traceback."""
    versions = f"Majlis {version('majlis')}, Python {platform.python_version()}, {more}{platform.platform()}"
    lines = "".join(traceback.format_exception(type(error), error, trace)).splitlines()
    told = "\n".join(line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]} …" for line in lines)
    if len(told) > LONGEST:
        told = f"{told[: LONGEST // 2]}\n…\n{told[-LONGEST // 2 :]}"
    return f"{versions}\n\n{told}\n"


def keep(report: str, name: str) -> Path | None:
    """Keep a report under a name and the time, let the oldest go, and return where it is; None for nowhere."""
    folder = reports_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{datetime.now():%Y-%m-%d %H.%M.%S.%f} {name[:40]}.txt"
        path.write_text(report, "utf-8", "backslashreplace")
    except OSError:
        return None
    for old in sorted(folder.glob("*.txt"))[:-KEPT]:
        if old != path:
            with suppress(OSError):
                old.unlink()
    return path
