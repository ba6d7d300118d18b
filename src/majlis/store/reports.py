"""Reports of errors that nobody foresaw: the last few are kept on this laptop, for those who look after Majlis.

A report holds the versions and the traceback, and of an event no more than the traceback quotes. Where the whole
program falls down, Python still writes where it was into a log that is found at the next start.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
import faulthandler
from importlib.metadata import version
from pathlib import Path
import platform
import time
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


_LOG: Final = ".crash"
_FALLEN: Final = "Fatal Python error"
_STALE: Final = 30 * 24 * 60 * 60


def reports_folder() -> Path:
    """Return the folder of the reports, beside what the program remembers."""
    return settings_folder() / "reports"


def log_crashes() -> Callable[[], None]:
    """Have Python write where the program was into a log should it fall down; what is returned ends that."""
    folder = reports_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{datetime.now():%Y-%m-%d %H.%M.%S.%f}{_LOG}"
        log = path.open("w", encoding="utf-8")
    except OSError:
        return lambda: None
    log.write(f"{_versions()}\n\n")
    log.flush()
    faulthandler.enable(log)

    def end() -> None:
        faulthandler.disable()
        log.close()
        with suppress(OSError):
            path.unlink()

    return end


def crash_of_last_time() -> Path | None:
    """Return the report of the newest crash that nobody was told of yet, None where there was none."""
    found: Path | None = None
    with suppress(OSError):
        for log in sorted(reports_folder().glob(f"*{_LOG}")):
            if _FALLEN in log.read_text("utf-8", "replace"):
                found = log.replace(log.with_name(log.name.removesuffix(_LOG) + " crash.txt"))
            elif time.time() - log.stat().st_mtime > _STALE:
                log.unlink()
    return found


def described(error: BaseException, trace: TracebackType | None, more: str = "") -> str:
    """Return a report of an error: the versions, with more of them where there are some, and the traceback."""
    lines = "".join(traceback.format_exception(type(error), error, trace)).splitlines()
    told = "\n".join(line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]} …" for line in lines)
    if len(told) > LONGEST:
        told = f"{told[: LONGEST // 2]}\n…\n{told[-LONGEST // 2 :]}"
    return f"{_versions(more)}\n\n{told}\n"


def _versions(more: str = "") -> str:
    return f"Majlis {version('majlis')}, Python {platform.python_version()}, {more}{platform.platform()}"


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
