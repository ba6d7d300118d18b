"""The paths of bundled resources, whether Majlis is installed or runs from a checkout."""

from functools import cache
from pathlib import Path
import sys


@cache
def resources_folder() -> Path:
    """Return the folder that holds fonts, icons and tables; raise `FileNotFoundError` where it is missing."""
    here = Path(__file__).resolve().parent
    bundled = getattr(sys, "_MEIPASS", None)
    candidates = [
        *([Path(bundled) / "resources"] if bundled else []),
        here.parent.parent / "resources",
        here / "bundled",
    ]
    for folder in candidates:
        if (folder / "kinds.json").is_file():
            return folder
    raise FileNotFoundError(f"The resources of Majlis are missing; looked in {candidates}")


def resource(*parts: str) -> Path:
    """Return the path of one bundled file or folder, as in `resource("fonts", "NotoSans-Regular.ttf")`."""
    return resources_folder().joinpath(*parts)
