"""How a large event with a long history behaves: open, edit, undo, merge, verify, and the size of the file.

    .venv/bin/python tests/benchmarks/bench_file.py [SESSIONS [STEPS]]

10,000 sessions and 50,000 steps of history without arguments. Seconds are medians of several runs in one process;
a merge is of two copies with 5,000 changes each, every tenth on the same field. Growth shows in the size and the
time of opening at half the steps and at all of them. Seconds are of the processor, but for edit and undo, which
wait for the disk. Prints a table beside what the project promises; never fails by time.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time

from bench_spine import conference, timed
from sqlite_utils import Database

from majlis.document import Document
from majlis.programme.edits.edit import Edit, apply
from majlis.programme.edits.records import translate
from majlis.programme.journal import Step, next_id
from majlis.programme.programme import Programme
from majlis.store.writing import write_edit

SESSIONS, STEPS, CHANGES = 10_000, 50_000, 5_000


def worked(work: Callable[[], object], times: int = 3) -> float:
    """Return the median of the processor's seconds that work takes."""
    seconds: list[float] = []
    for _ in range(times):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return statistics.median(seconds)


def retitle(programme: Programme, key: str, words: str) -> Edit:
    """Return the edit of one title."""
    return translate(programme, programme.sessions[key], "title", "en", words)


def lengthen(path: Path, steps: int, word: str, first: int = 0) -> None:
    """Add steps to a file's history at once, each retitling one session: what 50,000 commits would leave."""
    with Document.open(path) as document:
        programme, last = document.programme, max(step.id for step in document.history())
    connection = sqlite3.connect(path, isolation_level=None)
    db = Database(connection)
    keys = sorted(programme.sessions)
    connection.execute("BEGIN")
    for number in range(steps):
        edit = retitle(programme, keys[(first + number) * 7919 % len(keys)], f"{word} {number}")
        last = next_id(last, int(time.time() * 1000))
        write_edit(db, Step(last, datetime.now(UTC), word, edit.label), edit, {})
        programme = apply(programme, edit)
    connection.execute("COMMIT")
    connection.close()


def edit_and_undo(path: Path) -> tuple[float, float]:
    """Return the seconds of an edit with its journal, and of an undo."""
    with Document.open(path) as document:
        key = sorted(document.programme.sessions)[17]
        words = iter(range(100))
        edit = timed(lambda: document.do(retitle(document.programme, key, f"Edited {next(words)}")), 9)
        return edit, timed(document.undo, 9)


def merged(path: Path, folder: Path) -> tuple[float, float, int]:
    """Return the seconds of a merge's preview and of bringing it in, and the number of conflicts."""
    one, other = folder / "one.majlis", folder / "other.majlis"
    for copy, word, first in ((one, "amina", 0), (other, "yusuf", CHANGES - CHANGES // 10)):
        shutil.copyfile(path, copy)
        lengthen(copy, CHANGES, word, first)
    with Document.open(one) as document:
        start = time.process_time()
        news = document.news_in(other)
        preview = time.process_time() - start
        document.merge(news)
        return preview, time.process_time() - start, len(document.conflicts())


def verified(path: Path) -> None:
    """Verify a file."""
    with Document.open(path) as document:
        if document.verify():
            raise AssertionError(document.verify())


def main(sessions: int, steps: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, half = folder / "large.majlis", folder / "half.majlis"
        event = conference(sessions, sessions)
        Document.create(path, replace(event)).close()
        lengthen(path, steps // 2, "first")
        shutil.copyfile(path, half)
        lengthen(path, steps - steps // 2, "second")
        rows: list[tuple[str, str, str]] = []

        def row(what: str, seconds: float, promised: str) -> None:
            rows.append((what, f"{seconds:.3f} s", promised))

        def opening(file: Path) -> Callable[[], None]:
            return lambda: Document.open(file).close()

        row("open", worked(opening(path)), "1.5 s")
        row("open at half the steps", worked(opening(half)), "")
        edit, undo = edit_and_undo(path)
        row("an edit with its journal", edit, "0.050 s")
        row("undo", undo, "0.050 s")
        preview, merge, conflicts = merged(path, folder)
        row("preview of a merge", preview, "")
        row(f"merge, {conflicts} conflicts", merge, "5 s")
        row("verify", worked(lambda: verified(path), 1), "")
        rows.append(("file", f"{path.stat().st_size / 1e6:.1f} MB", "60 MB"))
        rows.append(("file at half the steps", f"{half.stat().st_size / 1e6:.1f} MB", ""))
        print(f"{sessions:,} sessions, {steps:,} steps")
        for what, measured, promised in rows:
            print(f"  {what:32} {measured:>12}   {promised}")


if __name__ == "__main__":
    numbers = [int(word.replace(",", "")) for word in sys.argv[1:]]
    main(*(numbers + [SESSIONS, STEPS][len(numbers) :]))
