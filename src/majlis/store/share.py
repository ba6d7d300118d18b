"""The shared folder: each laptop keeps one whole copy of an event there, written by itself alone.

No file is ever written by two, so anything may carry the folder: a stick, a network share, Syncthing. A copy is
written under another name and is on the disk before it is renamed; it bears a seal. Others' copies are read from
private copies that pass every check, so what is half there is passed over until it is whole.
"""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
import os
from pathlib import Path
import sqlite3
from tempfile import TemporaryDirectory, gettempdir
import time
from typing import Final

from majlis.programme.refusal import Refusal
from majlis.store.folder import away, folder_told, sync_folder
from majlis.store.laptop import Laptop
from majlis.store.opening import connect, damage_told
from majlis.store.seal import copy_sealed
from majlis.store.share_names import CopyName, copy_name, read_copy_name
from majlis.store.share_reads import Read, Reads

_OLD_PART: Final = 3_600.0
"""Seconds after which what a killed program left half written is taken away."""

_PART_PAGES: Final = 500
"""Pages of the file that are copied while its writer waits: two or three milliseconds."""

_PATIENCE: Final = 3.0
"""Seconds after which a file that is written without a pause is copied in one part."""

_LAST_SECOND: Final = 253_402_300_799
"""The last second of the year 9999: a folder's clock may be anywhere."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Another copy of the event: whose it is, when it was written (UTC) and how many new steps it has.

    `laptop` is a laptop's name, or the file's where that tells of none; `tag` is the same for all copies of one
    laptop; `mine` says that this laptop wrote it, before its file went back or under another name.
    """

    path: Path
    laptop: str
    tag: str
    at: datetime
    news: int
    mine: bool = False


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file in the folder that is no sound copy of the event, and in a sentence why."""

    path: Path
    why: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a folder holds beside this laptop's own copy: copies by the names of their laptops, and other files.

    `steps` are the new steps of all copies, of which several may hold the same.
    """

    copies: tuple[Copy, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()
    steps: frozenset[int] = frozenset()

    @property
    def news(self) -> tuple[Copy, ...]:
        """The copies that have new steps."""
        return tuple(copy for copy in self.copies if copy.news)


class SharedFolder:
    """One event's shared folder as one laptop sees it; what was read is read again only where it changed.

    For one thread at a time, which need not be the one that has the file open: the file is read, never changed.
    Methods raise `Refusal` where the folder is gone, full, or can't be read or written.
    """

    def __init__(self, file: Path, folder: Path, laptop: Laptop) -> None:
        self.file = file
        self.folder = folder
        self.laptop = laptop
        self._reads = Reads()

    def put(self) -> bool:
        """Put this laptop's copy into the folder where it says more than the one there, and return whether it did.

        An own copy with steps that the file lacks, since it went back to a backup, is set aside, so that these
        stay on offer; other copies of this laptop's that say nothing more are taken away.
        """
        self._check()
        mine = steps_in(self.file)
        name = self._own_name(mine)
        own = self.folder / name.file_name
        read = self._reads.read(own)
        there = frozenset[int](read.steps if read else ())
        if mine <= there:
            return False
        if not there <= mine:
            self._set_aside(own, name)
        self._write(own)
        self._tidy(name, mine)
        return True

    def look(self) -> Look:
        """Return the other copies in the folder with their news, and the files that are passed over."""
        self._check()
        mine = steps_in(self.file)
        first, own = min(mine), self._own_name(mine)
        copies: list[Copy] = []
        passed_over: list[PassedOver] = []
        steps: set[int] = set()
        for path, read in self._files():
            if read.refusal or read.steps[0] != first:
                why = read.refusal or f"“{path.name}” is a copy of another event."
                passed_over.append(PassedOver(path, why))
                continue
            news = [step for step in read.steps if step not in mine]
            steps.update(news)
            if news or read_copy_name(path.name) != own:
                copies.append(_copy(path, read, len(news), own.tag))
        copies.sort(key=lambda copy: (copy.laptop.casefold(), copy.path.name))
        return Look(tuple(copies), tuple(passed_over), frozenset(steps))

    def _check(self) -> None:
        with folder_told(self.folder):
            if not self.folder.is_dir():
                raise away(self.folder)
            if self.file.resolve().parent == self.folder.resolve():
                raise Refusal(
                    f"“{self.file.name}” lies in the shared folder itself, among the other laptops' copies. Keep "
                    "it on this laptop's own disk, and share it from there."
                )

    def _own_name(self, mine: frozenset[int]) -> CopyName:
        return copy_name(self.file.stem, self.laptop, min(mine))

    def _files(self) -> Iterator[tuple[Path, Read]]:
        """Yield what may be copies: ordinary files, without what programs hide or have not finished."""
        with folder_told(self.folder), os.scandir(self.folder) as entries:
            names = sorted(entry.name for entry in entries)
        for name in names:
            if name[0] not in ".~" and name.casefold().endswith(".majlis"):
                path = self.folder / name
                if read := self._reads.read(path):
                    yield path, read

    def _set_aside(self, own: Path, name: CopyName) -> None:
        with folder_told(self.folder):
            number = next(n for n in range(1, 10_000) if not (self.folder / name.earlier(n).file_name).exists())
            own.rename(self.folder / name.earlier(number).file_name)

    def _write(self, own: Path) -> None:
        with folder_told(Path(gettempdir())):
            scratch = TemporaryDirectory(prefix="majlis-")
        with scratch:
            whole = Path(scratch.name, "copy.majlis")
            _copy_out(self.file, whole)
            steps = steps_in(whole)
            part = own.with_name(f".{own.name}.{os.getpid()}.part")
            with folder_told(self.folder):
                try:
                    copy_sealed(whole, part)
                    part.replace(own)
                    sync_folder(self.folder)
                finally:
                    with suppress(OSError):
                        part.unlink(missing_ok=True)
        self._reads.note(own, steps)

    def _tidy(self, own: CopyName, mine: frozenset[int]) -> None:
        """Take away this laptop's copies under other names that say nothing more than the one just put."""
        for path, read in self._files():
            name = read_copy_name(path.name)
            if name and name != own and name.tag == own.tag and read.steps and mine.issuperset(read.steps):
                with suppress(OSError):
                    path.unlink()
        for part in self.folder.glob(f".*{own.tag}*.part"):
            with suppress(OSError):
                if time.time() - part.stat().st_mtime > _OLD_PART:
                    part.unlink()


def steps_in(file: Path) -> frozenset[int]:
    """Return the ids of the steps in an event's file, which may be open elsewhere; there is one at least."""
    with damage_told(file), closing(connect(file, writable=False)) as connection:
        steps = frozenset(step for (step,) in connection.execute("SELECT id FROM steps"))
    if not steps:
        raise Refusal(f"“{file}” has no history, so it can't be shared; use a backup.")
    return steps


def first_step(file: Path) -> int:
    """Return the first step of an event's file, which all copies of the event share."""
    with damage_told(file), closing(connect(file, writable=False)) as connection:
        return int(connection.execute("SELECT coalesce(min(id), 0) FROM steps").fetchone()[0])


def _copy_out(file: Path, whole: Path) -> None:
    """Copy a file onto this laptop's own disk, in parts: neither a stick nor a large file may hold up its writer.

    Where somebody writes between two parts the copy begins anew by itself; one who never pauses waits once.
    """
    patience = time.monotonic() + _PATIENCE

    def check_patience(*_progress: int) -> None:
        if time.monotonic() > patience:
            raise TimeoutError

    with (
        damage_told(file),
        closing(connect(file, writable=False)) as source,
        closing(sqlite3.connect(whole)) as copy,
    ):
        copy.execute("PRAGMA synchronous=OFF")
        try:
            source.backup(copy, pages=_PART_PAGES, progress=check_patience, sleep=0.01)
        except TimeoutError:
            source.backup(copy)
        if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise Refusal(f"No sound copy of “{file}” could be made; verify the file, and check the disk.")


def _copy(path: Path, read: Read, news: int, own_tag: str) -> Copy:
    seconds = min(max(read.signature[1] // 10**9, 0), _LAST_SECOND)
    at = datetime.fromtimestamp(seconds, UTC)
    name = read_copy_name(path.name)
    if name is None:
        return Copy(path, path.stem, path.name, at, news)
    return Copy(path, name.laptop, name.tag, at, news, mine=name.tag == own_tag)
