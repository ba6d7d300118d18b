"""Whether an open file is still the one that has its name: others replace files, sticks go, folders are moved."""

from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
import os
from pathlib import Path
import sqlite3
from typing import Final

from majlis.programme.refusal import Refusal
from majlis.store.backups import back_up
from majlis.store.opening import connect, damage_told

_LAST: Final = "SELECT max(id) FROM steps"


class Watch:
    """Notices before a write that it would go astray, and after it that it did.

    Write within `writing`, which costs a few microseconds. Where it refuses, what this connection holds is kept as
    a backup if that is possible.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._kept = ""
        self._failed = False
        self._left = self._look()
        with damage_told(path):
            self._version, self._last = self._known()

    def check(self) -> None:
        """Raise `Refusal` where the file was moved, replaced, changed by others or protected since it was left."""
        now = self._stat()
        if not now.st_mode & 0o222:
            raise Refusal(
                f"“{self._path.name}” was write-protected while it was open, so nothing was changed. Allow "
                "writing again, then repeat it."
            )
        same = (now.st_size, now.st_mtime_ns) == (self._left.st_size, self._left.st_mtime_ns)
        if not same and self._changed_inside():
            raise Refusal(
                f"“{self._path.name}” was changed by another program while it was open here, so nothing was "
                f"changed. Close this window and open the file again.{self._keep()}"
            )
        self._left = now

    def note(self) -> None:
        """Remember the file as it was just left; raise `Refusal` where it was replaced during the write."""
        self._left = self._stat()
        with damage_told(self._path):
            self._version, self._last = self._known()
        self._failed = False

    @contextmanager
    def writing(self) -> Generator[None]:
        """Hold a write: `check` before it and `note` after it, also where it fails and was taken back."""
        self.check()
        try:
            yield
        except BaseException:
            self._failed = True
            with suppress(Refusal):
                self.note()
            raise
        self.note()

    def _look(self) -> os.stat_result:
        try:
            return self._path.stat()
        except OSError as error:
            raise Refusal(
                f"“{self._path}” can't be reached any more ({error.strerror or error}), so nothing was changed. "
                "Put the folder or the stick back as it was and repeat it; if that does not help, close this "
                f"window and open the file again.{self._keep()}"
            ) from error

    def _stat(self) -> os.stat_result:
        now = self._look()
        if (now.st_dev, now.st_ino) != (self._left.st_dev, self._left.st_ino):
            raise Refusal(
                f"“{self._path.name}” was replaced by another program while it was open here, as programs do that "
                "keep folders alike; nothing was changed in the new one. Close this window and open the file "
                f"again.{self._keep()}"
            )
        return now

    def _known(self) -> tuple[int, int | None]:
        """Return what this connection knows: by how many others the file was changed, and its last step."""
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return version, self._connection.execute(_LAST).fetchone()[0]

    def _changed_inside(self) -> bool:
        """Say whether what is on the disk is not what was left there; this connection's cache would not tell.

        Taking back a write that failed may have to wait for room, and looks like a change by others then.
        """
        with damage_told(self._path), closing(connect(self._path, writable=False)) as fresh:
            last = fresh.execute(_LAST).fetchone()[0]
            return last != self._last or (not self._failed and self._known()[0] != self._version)

    def _keep(self) -> str:
        """Keep what this connection holds, once; return where, as a sentence to put behind another."""
        if not self._kept:
            try:
                copy = back_up(self._connection, self._path, "when it was replaced")
            except Refusal:
                return ""
            self._kept = f" What this window shows is kept as the backup “{copy.name}”; merge it in afterwards."
        return self._kept
