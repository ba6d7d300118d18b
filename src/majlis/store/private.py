"""A private copy of a file that others may change, swap or take away at any moment: the only way to read one."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
import tempfile

from majlis.programme.refusal import Refusal
from majlis.store.file import File
from majlis.store.opening import copy_with_journal, read_header
from majlis.store.seal import check_seal


@contextmanager
def private_copy(path: Path) -> Generator[File]:
    """Open a copy of a file that nobody else can change meanwhile, brought to this version's format.

    Raises `Refusal` where the file can't be trusted.
    """
    read_header(path)
    with tempfile.TemporaryDirectory(prefix="majlis-") as folder:
        copy = Path(folder) / path.name
        try:
            copy_with_journal(path, copy)
            check_seal(copy)
            file = File.open(copy)
        except OSError as error:
            raise Refusal(f"“{path}” can't be read: {error.strerror or error}.") from error
        except Refusal as refusal:
            raise Refusal(str(refusal).replace(str(copy), str(path))) from None
        with file:
            yield file
