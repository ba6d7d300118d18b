"""This laptop as others know it: a lasting random id, a name, and what its user is called in the history.

Kept in a file of the user's own, for the window and the commands; never in an event's file, which is copied.
"""

from dataclasses import dataclass
import getpass
import hashlib
import json
import os
from pathlib import Path
import secrets
import socket
from typing import Any, Final, cast

from majlis.programme.refusal import Refusal

LONGEST_NAME: Final = 60
"""Letters that the name of a laptop or a user may have."""


@dataclass(frozen=True, slots=True)
class Laptop:
    """What a laptop is called and by which id others tell it from all others; `user` sits at it."""

    id: str
    name: str
    user: str


def this_laptop() -> Laptop:
    """Return this laptop; its id is made where it has none yet."""
    kept = _kept()
    key = kept.get("id") or _make_id(kept)
    return Laptop(key, kept.get("name") or host_name(), kept.get("user") or login_name())


def rename(*, name: str | None = None, user: str | None = None) -> Laptop:
    """Give this laptop or its user another name, "" for the one that the system knows; return the laptop.

    Raises `Refusal` where that can't be kept.
    """
    this_laptop()
    given = {"name": name, "user": user}
    chosen = {key: clean_name(text) for key, text in given.items() if text is not None}
    try:
        _keep({**_kept(), **chosen})
    except OSError as error:
        raise Refusal(f"The name can't be kept in “{_file()}”: {error.strerror or error}.") from error
    return this_laptop()


def host_name() -> str:
    """Return what the system calls this laptop, without its domain."""
    return clean_name(socket.gethostname().partition(".")[0]) or "laptop"


def login_name() -> str:
    """Return what the system calls the user."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"


def settings_folder() -> Path:
    """Return the folder of what the program remembers; the variable `MAJLIS_SETTINGS` names another."""
    folder = os.environ.get("MAJLIS_SETTINGS")
    if folder:
        return Path(folder)
    from platformdirs import user_config_path  # noqa: PLC0415 - 10 ms that only real users pay

    return user_config_path("Majlis", appauthor=False)


def _make_id(kept: dict[str, str]) -> str:
    """Keep a random id; where nothing can be kept, the id follows from the names that the system knows."""
    try:
        _keep({**kept, "id": secrets.token_hex(8)})
        return _kept()["id"]
    except (OSError, KeyError):
        return hashlib.sha256(f"{socket.gethostname()} {login_name()}".encode()).hexdigest()[:16]


def _kept() -> dict[str, str]:
    try:
        told: Any = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    pairs = cast("dict[object, object]", told).items() if isinstance(told, dict) else ()
    return {key: value for key, value in pairs if isinstance(key, str) and isinstance(value, str)}


def _keep(values: dict[str, str]) -> None:
    file = _file()
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    part.write_text(json.dumps(values, ensure_ascii=False, indent=2), "utf-8")
    part.replace(file)


def _file() -> Path:
    return settings_folder() / "laptop.json"


def clean_name(text: str) -> str:
    """Return a name as one line without blanks around it and without what can't be seen; joiners are letters."""
    seen = "".join(letter if letter.isprintable() or letter in "\u200c\u200d" else " " for letter in text)
    return " ".join(seen.split())[:LONGEST_NAME].strip()
