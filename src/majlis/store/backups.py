"""Copies of a file that are made before something large happens to it, in a folder beside it."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
import os
from pathlib import Path
import re
import sqlite3
from typing import Final

from majlis.programme.refusal import Refusal
from majlis.store.opening import damage_told

KEPT: Final = 30
"""Copies that are kept of a file; the oldest go first."""

_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.\d{3}) (.+)\.majlis")


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a file: its name in the folder of copies, when it was made (local time) and before what."""

    name: str
    at: datetime
    why: str
    path: Path


def backup_folder(path: Path) -> Path:
    """Return the folder that holds the copies of a file."""
    return path.with_name(f"{path.stem} backups")


def backups(path: Path) -> tuple[Backup, ...]:
    """Return the copies of a file, newest first."""
    folder = backup_folder(path)
    found = [_backup(each) for each in folder.glob("*.majlis")] if folder.is_dir() else []
    return tuple(sorted((one for one in found if one), key=lambda one: one.name, reverse=True))


def back_up(connection: sqlite3.Connection, path: Path, why: str) -> Backup:
    """Copy an open file, check the copy, and let the oldest go; raise `Refusal` where that can't be done."""
    folder = backup_folder(path)
    target = _free_name(folder, datetime.now(), why)
    part = target.with_suffix(".part")
    try:
        folder.mkdir(exist_ok=True)
        with damage_told(path):
            connection.execute("VACUUM INTO ?", (str(part),))
        _check_copy(part)
        part.replace(target)
    except OSError as error:
        raise Refusal(
            f"No copy can be made in “{folder}”: {error.strerror or error}. Nothing was changed."
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()
    for old in backups(path)[KEPT:]:
        old.path.unlink(missing_ok=True)
    made = _backup(target)
    if made is None:
        raise AssertionError(target)
    return made


def find_backup(path: Path, name: str) -> Backup:
    """Return the copy with this name; raise `Refusal` where there is none."""
    there = backups(path)
    for backup in there:
        if name in (backup.name, backup.path.stem):
            return backup
    newest = f"the newest is “{there[0].name}”" if there else "there are none"
    raise Refusal(f"“{path.name}” has no backup “{name}”; {newest}.")


def put_back(backup: Backup, path: Path) -> None:
    """Put a copy in the place of the file, whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(backup.path.read_bytes())
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise Refusal(f"The backup can't be put back: {error.strerror or error}. Nothing was changed.") from error
    finally:
        with suppress(OSError):
            part.unlink()


def _free_name(folder: Path, at: datetime, why: str) -> Path:
    later = (at + timedelta(milliseconds=number) for number in count())
    stamps = (f"{moment:%Y-%m-%d %H.%M.%S}.{moment.microsecond // 1000:03}" for moment in later)
    return next(folder / f"{stamp} {why}.majlis" for stamp in stamps if not list(folder.glob(f"{stamp} *")))


def _backup(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    return Backup(
        path.name, datetime.strptime(match[1], "%Y-%m-%d %H.%M.%S.%f").replace(microsecond=0), match[2], path
    )


def _check_copy(path: Path) -> None:
    connection = sqlite3.connect(path)
    try:
        with damage_told(path):
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise Refusal(f"The copy “{path}” is damaged; check the disk. Nothing was changed.")
    finally:
        connection.close()
