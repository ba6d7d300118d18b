"""Copies of a file in a folder beside it: made before something large, by hand, and on the first change of a day.

Each copy is checked after it is written. The first copy of each of the last days, weeks and months is kept, and
so are the newest others; the newest copy of all is never let go.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
import os
from pathlib import Path
import re
import sqlite3
import time
from typing import Final

from majlis.programme.refusal import Refusal
from majlis.store.disk import sync
from majlis.store.opening import Damaged, connect, damage_told, read_header

DAILY: Final = "daily"
"""Why a copy was made that was made on the first change of a day."""

DAYS: Final = 7
WEEKS: Final = 5
MONTHS: Final = 12
"""Of so many days, weeks and months with copies the first copy is kept."""

OTHERS: Final = 30
"""Copies that are kept beside those; the oldest go first."""

_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.\d{3}) (.+)\.majlis")
_STALE: Final = 24 * 60 * 60
_PATIENCE: Final = 100
_PERIODS: Final[tuple[tuple[int, Callable[[date], Hashable]], ...]] = (
    (DAYS, date.toordinal),
    (WEEKS, lambda day: day.isocalendar()[:2]),
    (MONTHS, lambda day: (day.year, day.month)),
)


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a file: its name in the folder of copies, when it was made (local time) and before what."""

    name: str
    at: datetime
    why: str
    path: Path


@dataclass(frozen=True, slots=True)
class Glance:
    """What is seen of a copy at once: its bytes, its sessions, and in a sentence why it can't be opened, or ""."""

    size: int
    sessions: int
    refusal: str


def backup_folder(path: Path) -> Path:
    """Return the folder of the copies of a file; it lies beside the file itself, not beside a link to it."""
    real = Path(os.path.realpath(path))
    return real.with_name(f"{real.stem} backups")


def backups(path: Path) -> tuple[Backup, ...]:
    """Return the copies of a file, newest first; none where their folder can't be read."""
    try:
        found = [_backup(each) for each in backup_folder(path).glob("*.majlis")]
    except OSError:
        return ()
    return tuple(sorted((one for one in found if one), key=lambda one: one.name, reverse=True))


def back_up(connection: sqlite3.Connection, path: Path, why: str) -> Backup:
    """Copy an open file, check the copy, and let the oldest go; raise `Refusal` where that can't be done."""
    return _keep(path, why, lambda part: _vacuum(connection, path, part))


def roll(connection: sqlite3.Connection, path: Path, today: date) -> Backup | None:
    """Copy an open file before its first change of a day; None where this day has a copy already.

    Raises `Refusal` as `back_up` does; a caller may go on without the copy, and say so.
    """
    if any(copy.at.date() == today for copy in backups(path)):
        return None
    return back_up(connection, path, DAILY)


def set_aside(path: Path) -> Backup:
    """Copy a damaged file as it is, and what SQLite left beside it; raise `Refusal` where that can't be done."""

    def copy(part: Path) -> None:
        _copy_bytes(path, part)

    return _keep(path, "damaged", copy)


def find_backup(path: Path, name: str) -> Backup:
    """Return the copy with this name; raise `Refusal` where there is none."""
    there = backups(path)
    for backup in there:
        if name in (backup.name, backup.path.stem):
            return backup
    newest = f"the newest is “{there[0].name}”" if there else "there are none"
    raise Refusal(f"“{path.name}” has no backup “{name}”; {newest}.")


def glance(backup: Backup) -> Glance:
    """Return what can be told of a copy at once, without checking all of it."""
    size = 0
    try:
        size = backup.path.stat().st_size
        read_header(backup.path)
        with damage_told(backup.path), closing(connect(backup.path, writable=False)) as connection:
            (sessions,) = connection.execute("SELECT count(*) FROM sessions").fetchone()
    except OSError as error:
        return Glance(0, 0, f"It can't be read: {error.strerror or error}.")
    except Refusal as refusal:
        return Glance(size, 0, str(refusal))
    return Glance(size, int(sessions), "")


def put_back(backup: Backup, path: Path) -> None:
    """Put a copy in the place of the file, whole or not at all."""
    path = Path(os.path.realpath(path))
    part = path.with_name(f".{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        _copy_bytes(backup.path, part)
        sync(part)
        for left in ("-journal", "-wal", "-shm"):  # or SQLite would finish in the copy what the old file began
            path.with_name(path.name + left).unlink(missing_ok=True)
        part.replace(path)
        sync(path.parent)
    except OSError as error:
        raise Refusal(f"The backup can't be put back: {error.strerror or error}. Nothing was changed.") from error
    finally:
        with suppress(OSError):
            part.unlink()


def _keep(path: Path, why: str, write: Callable[[Path], None]) -> Backup:
    folder = backup_folder(path)
    try:
        folder.mkdir(exist_ok=True)
        _clear(folder)
        target = _free_name(folder, datetime.now(), why)
        part = target.with_suffix(".part")
        try:
            write(part)
            sync(part)
            part.replace(target)
            sync(folder)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise Refusal(
            f"No copy can be made in “{folder}”: {error.strerror or error}. Nothing was changed."
        ) from error
    made = _backup(target)
    if made is None:
        raise AssertionError(target)
    _let_go(path, made)
    return made


def _vacuum(connection: sqlite3.Connection, path: Path, part: Path) -> None:
    for _ in range(_PATIENCE):
        if not connection.in_transaction:  # another thread may be in the midst of an edit
            break
        time.sleep(0.02)
    with damage_told(path):
        connection.execute("VACUUM INTO ?", (str(part),))
    _check_copy(part)


def _check_copy(part: Path) -> None:
    try:
        read_header(part)
        with damage_told(part), closing(connect(part, writable=False)) as connection:
            sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except Damaged:
        sound = False
    if not sound:
        raise Refusal(f"The copy “{part}” came out damaged; check the disk. Nothing was changed.")


def _let_go(path: Path, made: Backup) -> None:
    there = backups(path)
    kept = {made, *there[:1], *_firsts(there)}
    kept.update([copy for copy in there if copy.why != DAILY][:OTHERS])
    for old in there:
        if old not in kept:
            with suppress(OSError):
                old.path.unlink()


def _firsts(newest_first: tuple[Backup, ...]) -> Iterator[Backup]:
    for most, period in _PERIODS:
        first: dict[Hashable, Backup] = {}
        for copy in newest_first:
            first[period(copy.at.date())] = copy
        yield from list(first.values())[:most]


def _clear(folder: Path) -> None:
    """Take away what a crash in the midst of a copy left there."""
    for part in folder.glob("*.part*"):
        if time.time() - part.stat().st_mtime > _STALE:
            part.unlink(missing_ok=True)


def _free_name(folder: Path, at: datetime, why: str) -> Path:
    later = (at + timedelta(milliseconds=number) for number in count())
    stamps = (f"{moment:%Y-%m-%d %H.%M.%S}.{moment.microsecond // 1000:03}" for moment in later)
    return next(folder / f"{stamp} {why}.majlis" for stamp in stamps if not list(folder.glob(f"{stamp} *")))


def _backup(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        at = datetime.strptime(match[1], "%Y-%m-%d %H.%M.%S.%f")
    except ValueError:
        return None
    return Backup(path.name, at.replace(microsecond=0), match[2], path)


def _copy_bytes(source: Path, target: Path) -> None:
    with source.open("rb") as reader, target.open("xb") as writer:
        while piece := reader.read(1 << 20):
            writer.write(piece)
