"""What goes wrong around a file: no room, a clock that jumps, several programs at once."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
import resource
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from example import READING, example
from majlis.document import Document
from majlis.programme.edits.edit import difference
from majlis.programme.edits.records import amend
from majlis.programme.journal import Step, next_id
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal
from majlis.store.file import File
from rounds import LONG, rounds

YEAR = timedelta(days=365)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.majlis"
    Document.create(made, example()).close()
    return made


def changed(document: Document, minutes: int, notes: str = "") -> None:
    reading = document.programme.sessions["reading"]
    document.do(amend(document.programme, reading, minutes=minutes, notes=notes))


@contextmanager
def room_for(size: int) -> Generator[None]:
    """Let no file grow beyond some bytes, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


@pytest.mark.parametrize("number", rounds(12, 200))
def test_without_room_an_edit_is_refused_and_the_next_one_goes_on(number: int, path: Path) -> None:
    with Document.open(path) as document:
        changed(document, 46)
        before = document.programme
        room = number * 3_001 % (path.stat().st_size + 60_000)
        with room_for(room), pytest.raises(Refusal, match="nothing was changed"):
            changed(document, 47, "lamp" * 20_000)
        assert document.programme == before
        assert document.verify() == ()
        changed(document, 48)
    with Document.open(path) as document:
        assert document.programme.sessions["reading"].minutes == 48
        assert document.verify() == ()


def test_a_full_database_is_told_as_a_full_disk(path: Path) -> None:
    with Document.open(path) as document:
        pages = document._file._connection.execute("PRAGMA page_count").fetchone()[0]
        document._file._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(Refusal, match="There is no space left"):
            changed(document, 47, "lamp" * 20_000)
        assert document.verify() == ()


@pytest.mark.parametrize("room", [0, 20_000, 100_000])
def test_without_room_no_file_is_made_and_nothing_left(room: int, tmp_path: Path) -> None:
    with room_for(room), pytest.raises(Refusal):
        Document.create(tmp_path / "b.majlis", example())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("room", [0, 20_000, 100_000])
def test_without_room_no_copy_is_made_and_nothing_left(room: int, path: Path) -> None:
    with Document.open(path) as document:
        sound = document.back_up("by hand")
        with room_for(room), pytest.raises(Refusal, match="othing was changed"):
            document.back_up("by hand")
        assert list(sound.path.parent.iterdir()) == [sound.path]


if LONG:  # it mounts a small disk of its own, which asks for an administrator

    def test_a_disk_that_fills_up_for_real(tmp_path: Path) -> None:
        disk = tmp_path / "disk"
        disk.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2M", "none", str(disk)], check=True)  # noqa: S607 - the system's own
        try:
            path = disk / "a.majlis"
            sentence, done = "", 0
            with Document.create(path, example()) as document:
                while not sentence and done < 10_000:
                    try:
                        changed(document, 46 + done, "lamp" * (1 + done % 900))
                        done += 1
                    except Refusal as refusal:
                        sentence = str(refusal)
                assert "There is no space left" in sentence
                assert document.programme.sessions["reading"].minutes == 45 + done
                assert document.verify() == ()
                for copy in (disk / "a backups").iterdir():
                    copy.unlink()
                changed(document, 9_999)
            with Document.open(path) as document:
                assert document.programme.sessions["reading"].minutes == 9_999
                assert document.verify() == ()
        finally:
            subprocess.run(["umount", str(disk)], check=True)  # noqa: S607 - the system's own


def test_a_clock_that_jumps_back_a_year_changes_no_order(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    ahead = datetime.now(UTC) + YEAR
    step = Step(next_id(0, int(ahead.timestamp() * 1000)), ahead, "somebody", "Make the event")
    File.create(path, step, difference("Make the event", Programme.of(), example())).close()
    with Document.open(path) as document:
        changed(document, 50)
        changed(document, 55)
        document.undo()
        changed(document, 60)
    with Document.open(path) as document:
        ids = [each.id for each in document.steps()]
        assert ids == sorted(ids)
        assert ids[0] == step.id
        document.undo()
        document.undo()
        assert document.programme == example()
        assert document.verify() == ()


HOLDER = textwrap.dedent("""
    import sys, time
    from pathlib import Path
    from majlis.document import Document
    document = Document.open(Path(sys.argv[1]))
    print("open", flush=True)
    time.sleep(60)
""")


def test_a_second_program_may_read_and_writes_as_soon_as_the_first_is_gone(path: Path) -> None:
    line = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(Refusal, match="open in another window"):
            Document.open(path)
        with Document.open(path, writable=False) as document:
            assert document.programme == example()
        holder.kill()
    with Document.open(path) as document:
        document.do(amend(example(), READING, minutes=50))
        assert document.verify() == ()


@pytest.mark.parametrize("together", [6 if LONG else 3])
def test_programs_that_write_at_once_lose_nothing(together: int, path: Path) -> None:
    """Every command that says it is done has its step; the others say in a sentence why not."""
    waiting: list[subprocess.Popen[str]] = []
    codes: list[int] = []
    for number in rounds(4, 40):
        for one in range(together):
            minutes = 100 + number * together + one
            line = [sys.executable, "-m", "majlis", "set", str(path), "reading", f"minutes={minutes}"]
            waiting.append(subprocess.Popen(line, stderr=subprocess.PIPE, text=True))
        time.sleep(0.05 * (number % 5))
        for process in waiting:
            _, said = process.communicate()
            codes.append(process.returncode)
            assert process.returncode == 0 or said.endswith("first.\n"), said
        waiting.clear()
    assert set(codes) <= {0, 3}
    with Document.open(path) as document:
        assert len(document.steps()) == 1 + codes.count(0)
        assert document.verify() == ()
