"""Real Syncthing instances on the loopback, each with a home of its own; nothing of them leaves this machine."""

from collections.abc import Iterable
from contextlib import suppress
import json
import os
from pathlib import Path
import secrets
import shutil
import socket
import subprocess
import time
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen
import xml.etree.ElementTree as ET

FOLDER: Final = "shared"
MISSING: Final = "Syncthing is not installed; “apt-get install syncthing” brings what this test needs."

_QUIET: Final[dict[str, object]] = {
    "globalAnnounceEnabled": False,
    "localAnnounceEnabled": False,
    "relaysEnabled": False,
    "natEnabled": False,
    "crashReportingEnabled": False,
    "urAccepted": -1,
    "urSeen": 9999,
    "autoUpgradeIntervalH": 0,
    "startBrowser": False,
    "announceLANAddresses": False,
    "reconnectionIntervalS": 5,
}


class Syncthing:
    """One instance; `folder` is what it carries to the others."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home = home
        self.folder = folder
        self.id = ""
        self._key = secrets.token_hex(16)
        self._api, self._port = (_free_port() for _ in range(2))
        self._process: subprocess.Popen[bytes] | None = None
        self._program = shutil.which("syncthing")
        if self._program is None:
            raise AssertionError(MISSING)
        made = subprocess.run(
            [self._program, "generate", f"--home={home}", "--no-default-folder", "--skip-port-probing"],
            capture_output=True,
            check=False,
        )
        assert made.returncode == 0, made.stderr
        self._write_config()

    @property
    def address(self) -> str:
        """Where the others reach it."""
        return f"tcp://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Start the program and wait until it answers."""
        assert self._program
        log = (self.home / "log.txt").open("ab")
        self._process = subprocess.Popen(
            [self._program, "serve", f"--home={self.home}", "--no-browser", "--no-restart", "--no-upgrade"],
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, "STMONITORED": "yes"},  # one process, not one that watches another
        )
        log.close()
        wait_until(self._answers, 60)
        self.id = self.ask("system/status")["myID"]

    def kill(self) -> None:
        """End the program at once, as a crash does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def know(self, others: "Iterable[Syncthing]") -> None:
        """Carry the folder to others, whose ids are known since they run."""
        others = list(others)
        for other in others:
            device = {"deviceID": other.id, "addresses": [other.address], "compression": "never"}
            self.ask("config/devices", "POST", device)
        folder = {
            "id": FOLDER,
            "path": str(self.folder),
            "devices": [{"deviceID": other.id} for other in others],
            "fsWatcherEnabled": True,
            "fsWatcherDelayS": 1,
            "rescanIntervalS": 10,
        }
        self.ask("config/folders", "POST", folder)

    def part_from(self, other: "Syncthing", *, parted: bool) -> None:
        """Cut the line to another instance, or mend it."""
        self.ask(f"config/devices/{other.id}", "PATCH", {"paused": parted})

    def rescan(self) -> None:
        """Look for what changed in the folder, at once."""
        self.ask(f"db/scan?folder={FOLDER}", "POST")

    def has_all_of(self, others: "Iterable[Syncthing]") -> bool:
        """Return whether this instance needs nothing, and the others nothing of what it has."""
        status = self.ask(f"db/status?folder={FOLDER}")
        asked = (self.ask(f"db/completion?folder={FOLDER}&device={other.id}") for other in others)
        idle = status["state"] == "idle" and not status["needTotalItems"]
        return idle and all(one["completion"] == 100 for one in asked)

    def ask(self, path: str, method: str = "GET", body: object = None) -> Any:  # noqa: ANN401 - JSON
        """Ask the REST interface."""
        data = None if body is None else json.dumps(body).encode()
        address = f"http://127.0.0.1:{self._api}/rest/{path}"
        request = Request(address, data, {"X-API-Key": self._key}, method=method)
        with urlopen(request, timeout=60) as answer:  # noqa: S310 - the address is our own
            content = answer.read()
        return json.loads(content) if content else None

    def _answers(self) -> bool:
        with suppress(URLError, HTTPError, ConnectionError):
            return self.ask("system/ping") == {"ping": "pong"}
        return False

    def _write_config(self) -> None:
        path = self.home / "config.xml"
        tree = ET.parse(path)  # noqa: S314 - Syncthing has just written it
        root = tree.getroot()
        gui, options = root.find("gui"), root.find("options")
        assert gui is not None
        assert options is not None
        _set(gui, "address", f"127.0.0.1:{self._api}")
        _set(gui, "apikey", self._key)
        _set(options, "listenAddress", self.address)
        for name, value in _QUIET.items():
            _set(options, name, json.dumps(value))
        tree.write(path)


def wait_until(holds: Any, seconds: float) -> None:  # noqa: ANN401 - a function without arguments
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.2)


def _set(parent: ET.Element, name: str, text: str) -> None:
    for old in parent.findall(name):
        parent.remove(old)
    ET.SubElement(parent, name).text = text


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
