"""Whether an open file is still the one that has its name: others replace files, sticks go, folders are moved."""

import os
from pathlib import Path
import sqlite3
from typing import Final

from majlis.programme.refusal import Refusal
from majlis.store.backups import back_up
from majlis.store.opening import connect, damage_told

_STATE: Final = "SELECT max(id), count(*) FROM steps"


class Watch:
    """Notices before a write that it would go astray, and after it that it did.

    `check` costs a few microseconds; where it refuses, what this connection holds is kept as a backup if possible.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._kept = ""
        self._left = path.stat()
        self._version = self._data_version()

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

    def _stat(self) -> os.stat_result:
        try:
            now = self._path.stat()
        except OSError as error:
            raise Refusal(
                f"“{self._path}” can't be reached any more ({error.strerror or error}), so nothing was changed. "
                "Put the folder or the stick back as it was and repeat it; if that does not help, close this "
                f"window and open the file again.{self._keep()}"
            ) from error
        if (now.st_dev, now.st_ino) != (self._left.st_dev, self._left.st_ino):
            raise Refusal(
                f"“{self._path.name}” was replaced by another program while it was open here, as programs do that "
                "keep folders alike; nothing was changed in the new one. Close this window and open the file "
                f"again.{self._keep()}"
            )
        return now

    def _data_version(self) -> int:
        with damage_told(self._path):
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def _changed_inside(self) -> bool:
        """Say whether what is on the disk is not what this connection knows; its own cache would not tell."""
        if self._data_version() != self._version:
            return True
        with damage_told(self._path):
            fresh = connect(self._path, writable=False)
            try:
                return fresh.execute(_STATE).fetchone() != self._connection.execute(_STATE).fetchone()
            finally:
                fresh.close()

    def _keep(self) -> str:
        """Keep what this connection holds, once; return where, as a sentence to put behind another."""
        if not self._kept:
            try:
                copy = back_up(self._connection, self._path, "when it was replaced")
            except Refusal:
                return ""
            self._kept = f" What this window shows is kept as the backup “{copy.name}”; merge it in afterwards."
        return self._kept
