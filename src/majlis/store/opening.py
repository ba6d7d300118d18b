"""Whether a file can be trusted: a sound connection to it, or one sentence that says why not."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
import sqlite3
import time
from typing import Final
from urllib.parse import quote

from majlis.programme.refusal import Refusal
from majlis.store.schema import APPLICATION_ID, MAJOR, MINOR, VERSION, expected_structure, structure

CHECKING: Final = 10.0
"""Seconds that the checks of a file may take before it is given up."""

LONGEST_VALUE: Final = 30_000_000
"""Bytes that one value in a file may have."""

BUSY: Final = 5.0
"""Seconds to wait while another program writes."""

_HEADER: Final = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes of a file say: its version, and why it can only be read ("" where it can't)."""

    version: int
    read_only: str


def read_header(path: Path) -> Header:
    """Return what the head of a file says; raise `Refusal` where it is no file of Majlis or of a newer one."""
    try:
        if path.is_dir():
            raise Refusal(f"“{path}” is a folder; choose a file of Majlis.")
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise Refusal(f"There is no file “{path}”; check its name, or make it with “new”.") from None
    except OSError as error:
        raise Refusal(f"“{path}” can't be read: {error.strerror or error}.") from error
    if not head:
        raise Refusal(f"“{path}” is empty; perhaps a copy was cut short. Take another copy or a backup.")
    if not head.startswith(_HEADER[: len(head)]):
        raise Refusal(f"“{path}” is not a file of Majlis. To take in another program's programme, use “import”.")
    if len(head) < 100:
        raise Refusal(f"“{path}” is cut short; take another copy or a backup.")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise Refusal(f"“{path}” is a database of another program, not a file of Majlis.")
    return _judge_version(path, int.from_bytes(head[60:64], "big"))


def _judge_version(path: Path, version: int) -> Header:
    if version // 1000 > MAJOR:
        raise Refusal(
            f"“{path}” was written by a newer Majlis (format {version // 1000}, this one knows {MAJOR}); "
            "open it with that version."
        )
    if version > VERSION:
        why = (
            f"It was written by a newer Majlis (format {version // 1000}.{version % 1000}, this one writes "
            f"{MAJOR}.{MINOR}), so it can be read here, not changed."
        )
        return Header(version, why)
    return Header(version, _write_protected(path))


def _write_protected(path: Path) -> str:
    """Say why a file can't be written by its permissions, which count for administrators too; "" where it can."""
    for thing, what in ((path, "The file"), (path.absolute().parent, "Its folder")):
        if not thing.stat().st_mode & 0o222:
            return f"{what} is write-protected, so it can be read, not changed."
    try:
        with path.open("r+b"):
            return ""
    except OSError as error:
        return f"It can be read, not changed: {error.strerror or error}."


def connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    """Return a connection that trusts nothing in the file; one that is not writable can't change it."""
    mode = "rw" if writable else "ro"
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}",
        uri=True,
        timeout=BUSY,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
    for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0", "query_only=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def check(connection: sqlite3.Connection, path: Path, header: Header) -> None:
    """Raise `Refusal` where a database is damaged or holds what no Majlis makes."""
    end = time.monotonic() + CHECKING
    connection.set_progress_handler(lambda: int(time.monotonic() > end), 20_000)
    try:
        with damage_told(path):
            _check_structure(connection, path, header)
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if found != "ok":
                raise Refusal(_damaged(path, found.splitlines()[0][:80]))
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise Refusal(_damaged(path, "some entries name others that are gone"))
    finally:
        connection.set_progress_handler(None, 0)


def _check_structure(connection: sqlite3.Connection, path: Path, header: Header) -> None:
    found = structure(connection)
    odd = [f"{kind} {name}" for kind, name in found if kind not in ("table", "index")]
    odd += [name for (_, name), sql in found.items() if sql.upper().startswith("CREATE VIRTUAL")]
    if header.version == VERSION:
        expected = expected_structure()
        odd += [f"{kind} {name}" for kind, name in expected.keys() ^ found.keys()]
        odd += [name for (kind, name), sql in expected.items() if found.get((kind, name), sql) != sql]
    if odd:
        raise Refusal(
            f"“{path}” holds what no Majlis writes ({', '.join(sorted(set(odd)))[:100]}), so it may be damaged or "
            "unsafe, and is not opened. Take another copy or a backup."
        )


@contextmanager
def damage_told(path: Path) -> Generator[None]:
    """Turn what SQLite says of a file into a sentence for people."""
    try:
        yield
    except (sqlite3.Error, UnicodeError) as error:
        raise Refusal(_told(path, error)) from error


def _told(path: Path, error: Exception) -> str:
    said = str(error)
    if isinstance(error, UnicodeEncodeError):
        return "A text holds half a character, which can't be saved; nothing was changed."
    if "locked" in said or "busy" in said:
        return f"“{path}” is being changed by another program just now; try again in a moment."
    if "full" in said:
        return f"There is no space left where “{path}” is; nothing was changed. Make room and try again."
    if "disk I/O" in said or "unable to open" in said:
        return f"“{path}” can't be written ({said}); nothing was changed. Check the disk and its free space."
    if "readonly" in said:
        return f"“{path}” is write-protected; nothing was changed. Copy it to where you may write."
    if "interrupted" in said:
        return (
            f"“{path}” is too damaged or too strange to be checked in {CHECKING:.0f} seconds, and is not opened."
        )
    return _damaged(path, said)


def _damaged(path: Path, what: str) -> str:
    return f"“{path}” is damaged ({what}) and is not opened; take another copy or a backup."
