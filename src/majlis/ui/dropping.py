"""Files that are dropped on a window."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData

from majlis.ui.new_event import SUFFIX

SQLITE: Final = b"SQLite format 3\x00"


def dropped_file(data: QMimeData) -> Path | None:
    """Return the one local file that is dragged, or None for anything else."""
    urls = data.urls() if data.hasUrls() else []
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None


def is_event_file(path: Path) -> bool:
    """Say whether a file is an event of Majlis rather than a schedule to import, by its ending or first bytes."""
    if path.suffix == SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False
