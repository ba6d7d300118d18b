"""What can be done about a damaged file: open its newest sound backup, or save what of it can still be read."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
import tempfile

from majlis.document import Document
from majlis.programme.refusal import Refusal
from majlis.store.backups import Backup, backups
from majlis.store.mending import Mended, mended
from majlis.store.opening import Damaged
from majlis.store.rebuilding import rebuild
from majlis.store.recovery import Found, find

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Rescued:
    """What came of saving a damaged file: the new one, and how many records by table are in it or surely lost.

    `steps` is how many steps of the history were kept, 0 where some were lost, and with them the history. Of the
    tables in `unsure` more may be lost than is known; `doubtful` are records, as table and id, of which the file
    told different things in two places.
    """

    path: Path
    saved: Mapping[str, int]
    lost: Mapping[str, int]
    unsure: tuple[str, ...]
    steps: int
    doubtful: tuple[tuple[str, str], ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing was lost, the history included."""
        return bool(self.steps) and not self.doubtful


def newest_sound_backup(path: Path) -> Backup | None:
    """Return the newest backup of a file that can be opened, None where there is none."""
    for backup in backups(path):
        with suppress(Refusal):
            Document.open(backup.path, writable=False).close()
            return backup
    return None


def rescue(path: Path, new: Path, progress: Progress = lambda _share: None) -> Rescued:
    """Save what can still be read of a damaged file in a new one, and leave the damaged one as it is.

    `progress` is told the share that is done and may raise to stop. Raises `Refusal` where nothing can be read or
    the new file can't be made.
    """
    if new.exists():
        raise Refusal(f"There is a file “{new}” already; choose another name.")
    try:
        with tempfile.TemporaryDirectory(prefix="majlis-") as folder:
            found = find(path, Path(folder), progress)
            saved = mended(found)
            steps = _write(found, saved, path, new)
    except OSError as error:
        raise Refusal(
            f"“{path.name}” can't be saved: {error.strerror or error}. Make room and try again."
        ) from error
    progress(1.0)
    return Rescued(new, saved.saved, saved.lost, saved.unsure, steps, saved.doubtful)


def _write(found: Found, saved: Mended, path: Path, new: Path) -> int:
    if saved.steps:
        with suppress(Damaged):
            rebuild(found.path, saved.programme, saved.contents, new)
            return saved.steps
    label = f"Recover what could be read of “{path.name}”"
    Document.create(new, saved.programme, label, saved.contents).close()
    return 0
