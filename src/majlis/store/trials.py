"""Private trial versions: a copy of a file beside it, to play with, that can be brought back by a merge.

A file is known as a trial by its name, `EVENT trial 2.majlis`, and by the file of that event beside it: a name
goes along to another laptop or folder and never grows stale, and everybody sees it in the system's own windows.
"""

from contextlib import closing, suppress
from itertools import count
import os
from pathlib import Path
import re
import shutil
import sqlite3
from typing import Final

from majlis.programme.refusal import Refusal
from majlis.store.backups import backup_folder
from majlis.store.opening import connect, damage_told
from majlis.store.share import steps_in

_NAME: Final = re.compile(r"(?P<stem>.+) trial [1-9]\d*")


def original_of(path: Path) -> Path | None:
    """Return the file beside this one that this one is a trial of, or None."""
    match = _NAME.fullmatch(path.stem)
    if match is None:
        return None
    original = path.with_name(match["stem"] + path.suffix)
    return original if original.is_file() else None


def make_trial(path: Path) -> Path:
    """Copy a file, which may be open, as its next trial, and return that; raise `Refusal` where that can't be."""
    trial = next(each for number in count(1) if not (each := _called(path, number)).exists())
    part = trial.with_name(f".{trial.name}.part")
    try:
        part.unlink(missing_ok=True)
        with damage_told(path), closing(connect(path, writable=False)) as source:
            _copy(source, part)
        part.rename(trial)
    except OSError as error:
        raise Refusal(f"No trial can be made beside “{path}”: {error.strerror or error}.") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return trial


def steps_alone(trial: Path) -> int:
    """Return how many steps of a trial its event does not have; raise `Refusal` where one can't be read."""
    original = original_of(trial)
    if original is None:
        raise Refusal(f"The file that “{trial.name}” is a trial of is not beside it any more; put it there again.")
    try:
        return len(steps_in(trial) - steps_in(original))
    except OSError as error:
        raise Refusal(f"“{original}” can't be read: {error.strerror or error}.") from error


def throw_away(trial: Path) -> None:
    """Remove a trial that is closed, with its backups; raise `Refusal` where it is none or can't be removed."""
    if original_of(trial) is None:
        raise Refusal(f"“{trial.name}” is no trial of a file beside it, so it was not thrown away.")
    try:
        trial.unlink(missing_ok=True)
    except OSError as error:
        raise Refusal(f"“{trial}” can't be thrown away: {error.strerror or error}.") from error
    shutil.rmtree(backup_folder(trial), ignore_errors=True)


def _called(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem} trial {number}{path.suffix}")


def _copy(source: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
