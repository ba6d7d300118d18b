"""Writing a finished PDF: beside its place first, then renamed, so that no half of one is ever found there."""

from collections.abc import Iterable
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from majlis.programme.refusal import Refusal


def write_pdf(path: Path, pdf: bytes) -> None:
    """Write a PDF, in place of one that is there; raise `Refusal` where the disk or the folder won't have it."""
    part: Path | None = None
    try:
        with NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name[:60]}.", suffix=".part", delete=False
        ) as file:
            part = Path(file.name)
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_usual_mode(path))
        part.replace(path)
    except FileNotFoundError:
        raise Refusal(f"There is no folder “{path.parent}”; choose another.") from None
    except OSError as error:
        _remove_quietly(part)
        raise Refusal(f"“{path}” can't be written: {error.strerror or error}.") from error


def file_name(words: Iterable[str]) -> str:
    """Return a file name of these words that every system takes."""
    plain = " ".join(filter(None, words))
    kept = "".join(letter if letter.isalnum() or letter in " -_()" else " " for letter in plain)
    return f"{' '.join(kept.split())[:80] or 'print'}.pdf"


def _usual_mode(path: Path) -> int:
    """Return the mode of the file that is there, or of one that anybody makes."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _remove_quietly(path: Path | None) -> None:
    if path is not None:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            return
