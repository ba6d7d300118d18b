"""A power cut, made of what a program asked of the disk: every write up to some moment, less what was not synced.

`recorded` lets a piece of work run under strace; `after_cut` gives what a disk may hold where the power goes after
so many of its calls. What was synced is there. Of what was not, any part may be there or not: writes as a whole or
by sectors, and names that were made, changed or removed in a folder.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
import os
from pathlib import Path
from random import Random
import re
import subprocess
import sys
from typing import Final

import workloads

SECTOR: Final = 512
_CALLS: Final = (
    "openat,close,write,pwrite64,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2,"
    "writev,pwritev,sendfile,copy_file_range,fallocate,dup,dup2,dup3"
)
_UNKNOWN: Final = {"writev", "pwritev", "sendfile", "copy_file_range", "fallocate", "dup", "dup2", "dup3"}
_LINE: Final = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")


@dataclass(frozen=True, slots=True)
class Call:
    """One thing that was asked of the disk: `what` is write, cut, sync, sync names, make, remove, rename or say.

    `file` is the number of a file, whatever its name; `name` and `new` are paths; `number` is a place, a size or
    what was said.
    """

    what: str
    file: int = 0
    name: str = ""
    new: str = ""
    number: int = 0
    content: bytes = b""


@dataclass(slots=True)
class Recording:
    """What lay in a folder at first, and what a piece of work asked of the disk there."""

    folder: Path
    before: dict[str, bytes]
    calls: list[Call] = field(default_factory=list)


def recorded(name: str, folder: Path, times: int) -> Recording:
    """Do a piece of work so many times in a folder and return what it asked of the disk there."""
    workloads.WORKLOADS[name].prepare(folder)
    before = {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    trace = folder.with_name(f"{folder.name}.trace")
    line = ["strace", "-f", "-xx", "-s", "100000000", "-e", f"trace={_CALLS}", "-o", str(trace)]
    subprocess.run(
        [*line, sys.executable, workloads.__file__, name, str(folder), str(times)], check=True, capture_output=True
    )
    recording = Recording(folder, before)
    reader = _Reader(recording)
    with trace.open() as lines:
        reader.read(lines)
    trace.unlink()
    assert max(call.number for call in recording.calls if call.what == "say") == times
    return recording


class _Reader:
    """Reads a trace: what each descriptor is, and which file each name means."""

    def __init__(self, recording: Recording) -> None:
        self.folder = str(recording.folder)
        self.calls = recording.calls
        self.names = {name: number for number, name in enumerate(recording.before, start=1)}
        self.open: dict[int, tuple[int, str, int]] = {}
        self.files = len(self.names)

    def read(self, lines: Iterable[str]) -> None:
        for line in lines:
            found = _LINE.match(line)
            if found is None:
                assert "unfinished" not in line, line[:100]
                continue
            call, told, result = found[1], _arguments(found[2]), int(found[3])
            if result >= 0:
                self._take(call, told, result)

    def _take(self, call: str, told: list[bytes], result: int) -> None:
        if call == "openat":
            self._opened(os.fsdecode(told[1]), told[2].decode(), result)
        elif call == "close":
            self.open.pop(int(told[0]), None)
        elif call in {"unlink", "unlinkat"}:
            self._renamed(os.fsdecode(told[-2] if call == "unlinkat" else told[0]), "")
        elif call.startswith("rename"):
            places = (0, 1) if call == "rename" else (1, 3)
            self._renamed(os.fsdecode(told[places[0]]), os.fsdecode(told[places[1]]))
        elif call == "write" and int(told[0]) == 1:
            if told[1].strip().isdigit():
                self.calls.append(Call("say", number=int(told[1])))
        elif int(told[0]) in self.open:
            assert call not in _UNKNOWN, call
            self._used(call, told, result)

    def _opened(self, name: str, how: str, descriptor: int) -> None:
        self.open.pop(descriptor, None)
        if not name.startswith(self.folder):
            return
        if Path(name).is_dir() or "O_DIRECTORY" in how or name == self.folder:
            self.open[descriptor] = 0, name, 0
            return
        if name not in self.names and "O_CREAT" in how:
            self.files += 1
            self.names[name] = self.files
            self.calls.append(Call("make", self.files, name))
        number = self.names[name]
        self.open[descriptor] = number, name, 0
        if "O_TRUNC" in how:
            self.calls.append(Call("cut", number))

    def _renamed(self, old: str, new: str) -> None:
        if old in self.names:
            number = self.names.pop(old)
            if new:
                self.names[new] = number
            self.calls.append(Call("rename" if new else "remove", number, old, new))

    def _used(self, call: str, told: list[bytes], result: int) -> None:
        descriptor = int(told[0])
        number, name, place = self.open[descriptor]
        if call in {"fsync", "fdatasync"}:
            self.calls.append(Call("sync" if number else "sync names", number, name))
        elif call == "ftruncate":
            self.calls.append(Call("cut", number, number=int(told[1])))
        else:
            start = int(told[3]) if call == "pwrite64" else place
            self.calls.append(Call("write", number, number=start, content=told[1][:result]))
            if call == "write":
                self.open[descriptor] = number, name, place + result


def _arguments(text: str) -> list[bytes]:
    return [
        bytes.fromhex(piece[1].replace("\\x", "")) if piece[0].startswith('"') else piece[0].strip().encode()
        for piece in re.finditer(r'"((?:\\x[0-9a-f]{2})*)"|[^\s,"][^,"]*', text)
    ]


def cuts(recording: Recording) -> range:
    """Return after how many calls the power may go."""
    return range(len(recording.calls) + 1)


def after_cut(recording: Recording, calls: int, random: Random) -> tuple[dict[str, bytes], int]:
    """Return the files by their paths that a disk may hold after so many calls, and what was said last before."""
    disk = _Disk(recording.before)
    for call in recording.calls[:calls]:
        disk.take(call)
    return disk.left(random), disk.said


class _Disk:
    """What is on a disk for good, and what is still on its way there."""

    def __init__(self, before: dict[str, bytes]) -> None:
        self.said = 0
        self.names = {name: number for number, name in enumerate(before, start=1)}
        self.files = {number: bytearray(content) for number, content in enumerate(before.values(), start=1)}
        self.writes: dict[int, list[Call]] = {}
        self.renames: list[Call] = []

    def take(self, call: Call) -> None:
        if call.what == "say":
            self.said = call.number
        elif call.what in {"write", "cut"}:
            self.writes.setdefault(call.file, []).append(call)
        elif call.what == "sync":
            for write in self.writes.pop(call.file, []):
                self._write(write)
        elif call.what == "sync names":
            for rename in [each for each in self.renames if str(Path(each.name).parent) == call.name]:
                self._rename(rename)
                self.renames.remove(rename)
        else:
            self.renames.append(call)

    def left(self, random: Random) -> dict[str, bytes]:
        for writes in self.writes.values():
            for write in _some(writes, random):
                self._write(_torn(write, random))
        for rename in _some(self.renames, random):
            self._rename(rename)
        return {name: bytes(self.files.get(number, b"")) for name, number in self.names.items()}

    def _write(self, call: Call) -> None:
        content = self.files.setdefault(call.file, bytearray())
        if call.what == "cut":
            del content[call.number :]
            content.extend(bytes(call.number - len(content)))
            return
        content.extend(bytes(max(call.number - len(content), 0)))
        content[call.number : call.number + len(call.content)] = call.content

    def _rename(self, call: Call) -> None:
        if call.what == "make":
            self.names[call.name] = call.file
        elif self.names.get(call.name) == call.file:
            del self.names[call.name]
            if call.new:
                self.names[call.new] = call.file
        elif call.new:
            self.names[call.new] = call.file


def _some(calls: list[Call], random: Random) -> list[Call]:
    """Return none of the calls, all, the first ones, or any, each a quarter of the time."""
    match random.randrange(4):
        case 0:
            return []
        case 1:
            return calls
        case 2:
            return calls[: random.randrange(len(calls) + 1)]
        case _:
            return [call for call in calls if random.random() < 0.5]


def _torn(call: Call, random: Random) -> Call:
    """Return a write as it is, or now and then only its first or last sectors."""
    sectors = len(call.content) // SECTOR
    if call.what != "write" or sectors < 2 or random.random() < 0.7:
        return call
    place = random.randrange(1, sectors) * SECTOR
    if random.random() < 0.5:
        return Call("write", call.file, number=call.number, content=call.content[:place])
    return Call("write", call.file, number=call.number + place, content=call.content[place:])
