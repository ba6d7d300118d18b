"""Whether a file can be trusted: a sound connection to it, or one sentence that says why not."""

from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import dataclass
import os
from pathlib import Path
import shutil
import sqlite3
import stat
import time
from typing import Final
from urllib.parse import quote

from majlis.programme.refusal import Refusal
from majlis.store.schema import APPLICATION_ID, MAJOR, MINOR, VERSION
from majlis.store.shapes import oddities
from majlis.store.values import LONGEST_VALUE, oddity

CHECKING: Final = 8.0
"""Seconds that the checks of a file may take before it is given up."""

LARGEST_FILE: Final = 4_000_000_000
"""Bytes that a file may have, its pictures included."""

BUSY: Final = 5.0
"""Seconds to wait while another program writes."""

_HEADER: Final = b"SQLite format 3\0"
_WRITE_AHEAD: Final = b"\2\2"
_JOURNAL_OF_MANY: Final = bytes.fromhex("d9d505f920a163d7")


class Damaged(Refusal):
    """A file of Majlis that is damaged: a backup may be sound, and some of it can perhaps still be read."""


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes of a file say: its version, and why it can only be read ("" where it can't)."""

    version: int
    read_only: str


def read_header(path: Path) -> Header:
    """Return what the head of a file says; raise `Refusal` where it is no file of Majlis or of a newer one."""
    try:
        kind = path.stat()
        if stat.S_ISDIR(kind.st_mode):
            raise Refusal(f"“{path}” is a folder; choose a file of Majlis.")
        if not stat.S_ISREG(kind.st_mode):
            raise Refusal(f"“{path}” is a pipe or a device, not a file; choose a file of Majlis.")
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise Refusal(f"There is no file “{path}”; check its name, or make it with “new”.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise Refusal(f"“{path}” can't be read: {reason or error}.") from error
    if not head:
        raise Damaged(f"“{path}” is empty; perhaps a copy was cut short. Take another copy or a backup.")
    if not head.startswith(_HEADER[: len(head)]):
        raise Refusal(f"“{path}” is not a file of Majlis. To take in another program's programme, use “import”.")
    if len(head) < 100:
        raise Damaged(f"“{path}” is cut short; take another copy or a backup.")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise Refusal(f"“{path}” is a database of another program, not a file of Majlis.")
    if kind.st_size > LARGEST_FILE:
        raise Refusal(f"“{path}” has {kind.st_size:,} bytes, more than any event; it is not opened.")
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
    """Return a connection that trusts nothing in the file; one that is not writable can't change it.

    A write that a crash or a power cut stopped half-way is taken back first, as SQLite does.
    """
    _finish_cut_write(path)
    mode = "rw" if writable else "ro"
    if not writable and _in_write_ahead_mode(path):
        mode = "ro&immutable=1"
    return _connected(path, mode)


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}",
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


def _finish_cut_write(path: Path) -> None:
    journal, ahead = journal_of(path), path.with_name(f"{path.name}-wal")
    try:
        if not (_size(journal) or _size(ahead)):
            return
        _check_journal(journal, path)
        with closing(_connected(path, "rw")) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except (OSError, sqlite3.OperationalError) as error:
        if "locked" in str(error):
            return  # whoever writes just now is not cut short
        raise Refusal(
            f"The last change of “{path}” was cut short and can't be taken back here ({error}). Copy it together "
            f"with “{journal.name}” to where you may write, and open it there."
        ) from error


def copy_with_journal(path: Path, copy: Path) -> None:
    """Copy a file and what a write that was cut short left beside it, which SQLite then takes back in the copy.

    Raises `OSError` as files do, and `Refusal` where what lies beside it is unsafe.
    """
    journal = journal_of(path)
    _check_journal(journal, path)
    if _size(journal):
        shutil.copyfile(journal, journal_of(copy))
    shutil.copyfile(path, copy)


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps what it needs to take back a write that is not done."""
    return path.with_name(f"{path.name}-journal")


def _check_journal(journal: Path, path: Path) -> None:
    if _names_many(journal):
        raise Refusal(
            f"“{journal}” was not written by Majlis and may be unsafe, so “{path.name}” is not opened. "
            "Take another copy or a backup."
        )


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _names_many(journal: Path) -> bool:
    """Say whether a journal names another file, which SQLite would delete: one of several databases does."""
    if _size(journal) < len(_JOURNAL_OF_MANY):
        return False
    with journal.open("rb") as file:
        file.seek(-len(_JOURNAL_OF_MANY), os.SEEK_END)
        return file.read() == _JOURNAL_OF_MANY


def _in_write_ahead_mode(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(20)[18:] == _WRITE_AHEAD


def check(connection: sqlite3.Connection, path: Path, header: Header) -> None:
    """Raise `Refusal` where a database is damaged or holds what no Majlis makes."""
    with damage_told(path), _limited(connection):
        odd = oddities(connection, header.version)
        if odd:
            raise Damaged(
                f"“{path}” holds what no Majlis writes ({', '.join(odd)[:100]}), so it may be damaged or unsafe, "
                "and is not opened. Take another copy or a backup."
            )
        found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise Damaged(_damaged(path, found.splitlines()[-1][:80]))
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise Damaged(_damaged(path, "some entries name others that are gone"))
        value = oddity(connection)
        if value:
            raise Damaged(_damaged(path, value))


@contextmanager
def _limited(connection: sqlite3.Connection) -> Generator[None]:
    end = time.monotonic() + CHECKING
    connection.set_progress_handler(lambda: int(time.monotonic() > end), 20_000)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def damage_told(path: Path) -> Generator[None]:
    """Turn what SQLite says of a file into a sentence for people."""
    try:
        yield
    except (sqlite3.Error, UnicodeError) as error:
        raise _told(path, error) from error


def _told(path: Path, error: Exception) -> Refusal:
    said = str(error)
    if isinstance(error, UnicodeEncodeError):
        return Refusal("A text holds half a character, which can't be saved; nothing was changed.")
    if "FOREIGN KEY" in said:
        return Refusal(
            f"That would leave something in “{path.name}” that names what is gone; nothing was changed. Take back "
            "what was done last first, or check the file with “verify”."
        )
    if "locked" in said or "busy" in said:
        return Refusal(f"“{path}” is being changed by another program just now; try again in a moment.")
    if "disk is full" in said:
        return Refusal(f"There is no space left where “{path}” is; nothing was changed. Make room and try again.")
    if "disk I/O" in said or "unable to open" in said:
        return Refusal(
            f"“{path}” can't be written ({said}); nothing was changed. Check the disk and its free space."
        )
    if "readonly" in said:
        return Refusal(f"“{path}” is write-protected; nothing was changed. Copy it to where you may write.")
    if "interrupted" in said:
        return Refusal(
            f"“{path}” is too damaged or too strange to be checked in {CHECKING:.0f} seconds, and is not opened."
        )
    if "too big" in said:
        return Damaged(_damaged(path, f"a value has over {LONGEST_VALUE // 1_000_000} MB"))
    return Damaged(_damaged(path, said))


def _damaged(path: Path, said: str) -> str:
    what = " ".join("".join(letter if letter.isprintable() else " " for letter in said).split())[:100]
    return f"“{path}” is damaged ({what}) and is not opened; take another copy or a backup."
