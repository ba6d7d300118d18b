"""Which folder an event is shared through, and which file of it: remembered by the event's first step.

So the choice survives moving the file, and a second copy on the same laptop, such as a trial or a backup that
somebody looks into, is not shared because the first one is.
"""

from pathlib import Path

from majlis.ui.settings import settings


def chosen_folder(first_step: int) -> Path | None:
    """Return the folder that the event with this first step is shared through."""
    told = str(settings().value(f"{_group(first_step)}/folder", ""))
    return Path(told) if told else None


def shared_file(first_step: int) -> Path | None:
    """Return the file of the event that this laptop shares, None where there is none any more."""
    told = str(settings().value(f"{_group(first_step)}/file", ""))
    return Path(told) if told and Path(told).is_file() else None


def choose(first_step: int, folder: Path, file: Path) -> None:
    """Remember that an event is shared through a folder, and by which file."""
    store = settings()
    store.setValue(f"{_group(first_step)}/folder", str(folder))
    store.setValue(f"{_group(first_step)}/file", str(file.resolve()))


def forget(first_step: int) -> None:
    """Remember that an event is not shared."""
    settings().remove(_group(first_step))


def _group(first_step: int) -> str:
    return f"sharing/{first_step}"
