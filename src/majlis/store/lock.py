"""One writer at a time: a lock beside the file, which the system lets go of however its holder ends."""

import os
from pathlib import Path

from filelock import FileLock, Timeout

from majlis.programme.refusal import Refusal


def lock_path(path: Path) -> Path:
    """Return where the lock of a file lies: a name that sync engines pass over, one for all links to the file."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".~lock.{real.name}#")


class WriteLock:
    """The right to write a file, held until `release`; raises `Refusal` where another window or command has it."""

    def __init__(self, path: Path) -> None:
        self._path = lock_path(path)
        self._lock = FileLock(self._path, blocking=False, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout:
            raise Refusal(
                f"“{path}” is open in another window of Majlis or used by another command; close it there first."
            ) from None
        except OSError as error:
            raise Refusal(f"No lock can be made beside “{path}”: {error.strerror or error}.") from error

    def release(self) -> None:
        """Let others write, and take the lock's file away; a second call does nothing."""
        if self._lock.is_locked:
            self._path.unlink(missing_ok=True)
            self._lock.release()
