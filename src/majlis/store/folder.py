"""A folder that may vanish, fill up or be locked at any moment: what went wrong in words, and what changed."""

from collections.abc import Generator
from contextlib import contextmanager, suppress
import errno
import os
from pathlib import Path
from stat import S_ISREG
from typing import Final

from majlis.programme.refusal import Refusal

Signature = tuple[int, int, int]
"""Size in bytes, time of writing in nanoseconds and number of a file: by these a changed one is known."""

_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_LOCKED: Final = {errno.EROFS, errno.EACCES, errno.EPERM}
_AWAY: Final = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE, errno.ENOTCONN}


@contextmanager
def folder_told(folder: Path) -> Generator[None]:
    """Turn what the system says of a folder into a sentence for people."""
    try:
        yield
    except OSError as error:
        raise Refusal(_told(folder, error)) from error


def away(folder: Path) -> Refusal:
    """Return what to say of a folder that is not there."""
    return Refusal(f"The folder “{folder}” is not there. Connect its drive, or choose another folder.")


def signature_of(path: Path) -> Signature | None:
    """Return by what a changed file is known; None for what is gone or no ordinary file."""
    try:
        told = path.stat()
    except OSError:
        return None
    return (told.st_size, told.st_mtime_ns, told.st_ino) if S_ISREG(told.st_mode) else None


def sync_folder(folder: Path) -> None:
    """Have new names in a folder on the disk, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _told(folder: Path, error: OSError) -> str:
    if error.errno in _FULL:
        return f"There is no space left in “{folder}”. Make room there; until then others have the older copy."
    if error.errno in _LOCKED:
        return f"“{folder}” can't be written: it is write-protected, or a file there is in use."
    if error.errno in _AWAY:
        return str(away(folder))
    return f"“{folder}” can't be used just now: {error.strerror or error}."
