"""What the program does while it is killed or the power goes: each piece of work runs in a process of its own.

    python tests/workloads.py NAME FOLDER [TIMES]

A `Workload` prepares its files, does the same again and again, and says a number when one round is done for good;
afterwards it judges what lies there. A new one needs nothing but a line in `WORKLOADS`.
"""

from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
import io
from itertools import count
import os
from pathlib import Path
import shutil
import subprocess
import sys
from typing import Final

from example import OPENING, READING, example
from majlis.cli.run import run
from majlis.document import Document, restore
from majlis.exchange.formats import write
from majlis.programme.edits.records import amend
from majlis.programme.programme import Programme
from majlis.programme.texts import Texts
from majlis.rescue import rescue
from majlis.store.backups import backups

Say = Callable[[int], None]
OLD: Final = Path(__file__).parent / "store" / "format_1_0.majlis"


@dataclass(frozen=True, slots=True)
class Workload:
    """One kind of work: `prepare` makes what it needs in a folder, `work` yields after each round of it.

    `judge` asserts that the folder holds what so many finished rounds and at most one more left there.
    """

    prepare: Callable[[Path], object]
    work: Callable[[Path], Iterator[None]]
    judge: Callable[[Path, int], None]


def sound(path: Path) -> Programme:
    """Return the programme of a file that must be sound."""
    with Document.open(path) as document:
        assert document.verify() == ()
        return document.programme


def _file(folder: Path) -> Path:
    return folder / "a.majlis"


def _made(folder: Path) -> None:
    Document.create(_file(folder), example()).close()


def _changed(document: Document, minutes: int, **fields: object) -> None:
    session = document.programme.sessions["reading"]
    document.do(amend(document.programme, session, minutes=minutes, **fields))


def _edits(folder: Path) -> Iterator[None]:
    with Document.open(_file(folder)) as document:
        for number in count(1):
            _changed(document, number, slug=f"s{number}", notes="lamp" * (number % 50 * 100))
            yield


def _judge_edits(folder: Path, done: int) -> None:
    reading = sound(_file(folder)).sessions["reading"]
    assert reading.minutes in ((45, 1) if done == 0 else (done, done + 1))
    assert reading.slug == ("" if reading.minutes == 45 and done < 44 else f"s{reading.minutes}")


def _undos(folder: Path) -> Iterator[None]:
    """Edit, undo, redo and undo again: after each four rounds the programme is as it was."""
    with Document.open(_file(folder)) as document:
        for number in count(1):
            _changed(document, 1000 + number)
            yield
            for step in (document.undo, document.redo, document.undo):
                step()
                yield


def _judge_undos(folder: Path, done: int) -> None:
    reading = sound(_file(folder)).sessions["reading"]
    states = [1000 + round_ // 4 + 1 if round_ % 4 in (0, 2) else 45 for round_ in range(done + 1)]
    assert reading.minutes in (states[done - 1] if done else 45, states[done])


def _copies(folder: Path) -> Iterator[None]:
    with Document.open(_file(folder)) as document:
        for number in count(1):
            _changed(document, number)
            document.back_up("by hand")
            yield


def _judge_copies(folder: Path, done: int) -> None:
    assert sound(_file(folder)).sessions["reading"].minutes in ((45, 1) if not done else (done, done + 1))
    there = backups(_file(folder))
    kept = [sound(copy.path).sessions["reading"].minutes for copy in there if copy.why == "by hand"]
    assert not kept or kept[0] in (done, done + 1)
    assert len(kept) >= min(done, 30)


def _sources(folder: Path) -> None:
    """Make two schedules to import that differ in the title of every session."""
    _made(folder)
    programme = example()
    for letter in "AB":
        titles = ((key, Texts(en=f"{letter} {key}")) for key in programme.sessions)
        retitled = programme.changed(
            [("sessions", key, replace(programme.sessions[key], title=title)) for key, title in titles]
        )
        (folder / f"{letter}.xml").write_bytes(write(retitled, "frab-xml"))


def _imports(folder: Path) -> Iterator[None]:
    for number in count():
        assert run(["import", str(_file(folder)), str(folder / f"{'AB'[number % 2]}.xml")]) == 0
        yield


def _judge_imports(folder: Path, done: int) -> None:
    sessions = sound(_file(folder)).sessions  # a schedule holds those that are placed
    titles = [sessions[key].title["en"] for key in ("opening", "reading")]
    whole = [["A opening", "A reading"], ["B opening", "B reading"]]
    before = [OPENING.title["en"], READING.title["en"]]
    assert titles in ([whole[(done - 1) % 2], whole[done % 2]] if done else [before, whole[0]])


def _creations(folder: Path) -> Iterator[None]:
    for number in count(1):
        Document.create(folder / f"{number}.majlis", example()).close()
        yield


def _judge_creations(folder: Path, done: int) -> None:
    assert all(sound(path) == example() for path in _numbered(folder, done))


def _two_backups(folder: Path) -> None:
    with Document.create(_file(folder), example()) as document:
        for minutes in (71, 72):
            _changed(document, minutes)
            document.back_up(f"at {minutes}")


def _restores(folder: Path) -> Iterator[None]:
    path = _file(folder)
    for number in count():
        wanted = next(copy for copy in backups(path) if copy.why == f"at {71 + number % 2}")
        restore(path, wanted.name)
        yield


def _judge_restores(folder: Path, done: int) -> None:
    minutes = [72, *(71 + number % 2 for number in range(done + 1))]
    assert sound(_file(folder)).sessions["reading"].minutes in minutes[done : done + 2]


def _colleagues(folder: Path) -> None:
    _made(folder)
    shutil.copy(_file(folder), folder / "theirs.majlis")
    with Document.open(folder / "theirs.majlis") as document:
        for minutes in range(51, 71):
            _changed(document, minutes)


def _merges(folder: Path) -> Iterator[None]:
    for number in count(1):
        mine = folder / f"{number}.majlis"
        _copy(_file(folder), mine)
        with Document.open(mine) as document:
            document.merge(document.news_in(folder / "theirs.majlis"))
        yield


def _judge_merges(folder: Path, done: int) -> None:
    whole = [sound(path).sessions["reading"].minutes for path in _numbered(folder, done)]
    assert all(minutes in (45, 70) for minutes in whole)
    assert whole.count(70) >= done


def _migrations(folder: Path) -> Iterator[None]:
    for number in count(1):
        path = folder / f"{number}.majlis"
        _copy(OLD, path)
        Document.open(path).close()
        yield


def _judge_migrations(folder: Path, done: int) -> None:
    shutil.copy(OLD, folder / "whole.majlis")
    whole = sound(folder / "whole.majlis")
    assert all(sound(path) == whole for path in _numbered(folder, done))


def _copy(source: Path, target: Path) -> None:
    """Copy a file as a careful program does: whole or not at all, and onto the disk."""
    part = target.with_suffix(".part")
    part.write_bytes(source.read_bytes())
    for path in (part, part.parent):
        descriptor = os.open(path, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)
    part.replace(target)


def _numbered(folder: Path, done: int) -> list[Path]:
    """Return the files that are called by numbers: one for each finished round, and perhaps one more."""
    paths = list(folder.glob("[0-9]*.majlis"))
    assert len(paths) in (done, done + 1)
    return paths


def _damaged(folder: Path) -> None:
    _made(folder)
    content = bytearray(_file(folder).read_bytes())
    content[8 * 4096 : 9 * 4096] = bytes(4096)
    (folder / "damaged.majlis").write_bytes(content)


def _rescues(folder: Path) -> Iterator[None]:
    for number in count(1):
        rescue(folder / "damaged.majlis", folder / f"{number}.majlis")
        yield


def _judge_rescues(folder: Path, done: int) -> None:
    assert all(sound(path) == example() for path in _numbered(folder, done))


def _commands(folder: Path) -> Iterator[None]:
    """Let the real program itself be started and killed, again and again."""
    for number in count(1):
        line = [sys.executable, "-m", "majlis", "set", str(_file(folder)), "reading", f"minutes={number}"]
        subprocess.run([*line, f"slug=s{number}"], check=True, capture_output=True)
        yield


WORKLOADS: Final = {
    "edits": Workload(_made, _edits, _judge_edits),
    "undo": Workload(_made, _undos, _judge_undos),
    "backup": Workload(_made, _copies, _judge_copies),
    "import": Workload(_sources, _imports, _judge_imports),
    "create": Workload(lambda _folder: None, _creations, _judge_creations),
    "restore": Workload(_two_backups, _restores, _judge_restores),
    "merge": Workload(_colleagues, _merges, _judge_merges),
    "migration": Workload(lambda _folder: None, _migrations, _judge_migrations),
    "rescue": Workload(_damaged, _rescues, _judge_rescues),
    "commands": Workload(_made, _commands, _judge_edits),
}
"""Every piece of work by its name."""


def main(name: str, folder: str, times: str = "1000000") -> None:
    """Do one piece of work in a folder, so many times, and say on standard output how often it is done."""
    silent = io.StringIO()
    say = sys.stdout
    print("ready", file=say, flush=True)
    with redirect_stdout(io.TextIOWrapper(io.BytesIO())), redirect_stderr(silent):
        for number, _ in zip(range(1, int(times) + 1), WORKLOADS[name].work(Path(folder)), strict=False):
            print(number, file=say, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
