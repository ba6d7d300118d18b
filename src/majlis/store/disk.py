"""Having the system write files, and the names in folders, onto the disk: what a power cut can't take back."""

import os
from pathlib import Path


def sync(path: Path) -> None:
    """Have the system write a file, or the names in a folder, onto the disk; raise `OSError` where it can't.

    Not every system lets folders be written so; where one does not, it sees to their names itself.
    """
    folder = path.is_dir()
    try:
        descriptor = os.open(path, os.O_RDONLY if folder else os.O_RDWR)
    except PermissionError:
        if folder:
            return
        raise
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
