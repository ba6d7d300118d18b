"""What the program remembers between sittings: one INI file of the user's, never the programme's own file."""

from hashlib import sha256
import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings

RECENT_LIMIT: Final = 12


def settings() -> QSettings:
    """Return the settings of this user; the variable `MAJLIS_SETTINGS` names another folder to keep them in."""
    folder = os.environ.get("MAJLIS_SETTINGS")
    if folder:
        return QSettings(str(Path(folder, "majlis.ini")), QSettings.Format.IniFormat)
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Majlis", "Majlis")


def file_group(path: Path) -> str:
    """Return the group under which the windows of one file are remembered."""
    return f"files/{sha256(str(path.resolve()).encode()).hexdigest()[:16]}"


def recent_files() -> list[Path]:
    """Return the files that were open last, the newest first, those that are gone left out."""
    return [path for path in _recent() if path.is_file()]


def remember_file(path: Path) -> None:
    """Put a file at the head of the recent ones."""
    path = path.resolve()
    others = [other for other in _recent() if other != path]
    settings().setValue("recent", [str(one) for one in (path, *others)][:RECENT_LIMIT])


def _recent() -> list[Path]:
    value = settings().value("recent", [])
    texts = value if isinstance(value, list) else [value]
    return [Path(str(text)) for text in texts if text]
