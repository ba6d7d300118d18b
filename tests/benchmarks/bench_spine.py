"""How long the main job takes on a real conference: each step measured, beside what the project promises.

    .venv/bin/python tests/benchmarks/bench_spine.py [SOURCE]

SOURCE is a frab XML file of about 900 sessions; without one a made-up conference of 883 sessions and 927 people
is used. Commands run as whole processes: wall seconds from start to exit, the peak of memory beside. In-process
figures are the median of several. Prints a table; never fails by time.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
import resource
import statistics
import subprocess
import sys
import tempfile
import time

from majlis.document import Document
from majlis.programme.edits.edit import apply
from majlis.programme.edits.new_event import new_programme
from majlis.programme.edits.records import translate
from majlis.programme.ids import part_id, placement_id, source_id
from majlis.programme.programme import Programme
from majlis.programme.records import Part, Person, Place, Placement, Record, Session, Theme
from majlis.programme.rules import problems
from majlis.programme.texts import Texts

MAJLIS = [sys.executable, "-m", "majlis"]


def conference(sessions: int, people: int, places: int = 30) -> Programme:
    """Return a made-up conference: sessions of half an hour in rows of places, a speaker each, no clash."""
    programme = new_programme(
        "A Large Conference", date(2027, 10, 21), 1 + sessions // (places * 16), "UTC", ("en",)
    )
    records: list[Record] = [Theme(id=f"t{n}", name=Texts(en=f"Theme {n}")) for n in range(40)]
    records += [Place(id=f"p{n}", name=Texts(en=f"Hall {n}"), position=n, seats=200) for n in range(places)]
    records += [Person(id=f"h{n}", name=Texts(en=f"Guest Number{n}")) for n in range(people)]
    for number in range(sessions):
        key = source_id("bench", str(number))
        slot, place = divmod(number, places)
        start = datetime(2027, 10, 21, 9) + timedelta(days=slot // 16, minutes=30 * (slot % 16))
        abstract = Texts(en=f"What session {number} is about, said in a sentence of some length. " * 12)
        records += [
            Session(
                id=key,
                key=str(number),
                kind="talk",
                title=Texts(en=f"Session number {number}"),
                theme_id=f"t{number % 40}",
                abstract=abstract,
            ),
            Placement(id=placement_id(key), session_id=key, place_id=f"p{place}", start=start),
            Part(
                id=part_id(key, f"h{number % people}", "speaker"), session_id=key, person_id=f"h{number % people}"
            ),
        ]
    return programme.changed((record.table, record.id, record) for record in records)


def timed(work: Callable[[], object], times: int = 5) -> float:
    """Return the median of the seconds that work takes."""
    seconds: list[float] = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def process(*arguments: object) -> tuple[float, float]:
    """Return a command's seconds from start to exit, and the most memory any child has taken so far, in MB."""
    start = time.perf_counter()
    subprocess.run([*MAJLIS, *map(str, arguments)], check=False, capture_output=True)
    seconds = time.perf_counter() - start
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def row(what: str, measured: str, promised: str) -> None:
    """Print one line of the table."""
    print(f"{what:<58}{measured:>16}{promised:>14}")


def edits(document: Document) -> Callable[[], None]:
    """Return one edit with its journal and all rules, as the window makes it, but for the painting."""
    number = 0

    def edit() -> None:
        nonlocal number
        number += 1
        session = next(iter(document.programme.sessions.values()))
        document.do(translate(document.programme, session, "title", "en", f"Title {number}"))
        problems(document.programme)

    return edit


def main(arguments: list[str]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.majlis")
        row("", "measured", "promised")
        if arguments:
            seconds, memory = process("import", path, arguments[0])
            row("import, whole process", f"{seconds:.2f} s {memory:.0f} MB", "< 5 s")
        else:
            Document.create(path, conference(883, 927)).close()
        row("open a file and read it", f"{timed(lambda: Document.open(path).close()):.3f} s", "< 0.5 s")
        seconds, memory = process("show", path, "sessions", "--json")
        row("show sessions, whole process", f"{seconds:.2f} s {memory:.0f} MB", "< 0.6 s")
        with Document.open(path) as document:
            row("an edit with journal and all rules", f"{timed(edits(document), 15) * 1000:.1f} ms", "< 50 ms")
            programme = document.programme
            session = next(iter(programme.sessions.values()))
            edit = translate(programme, session, "title", "en", "Another")
            row(
                "the next programme from one edit", f"{timed(lambda: apply(programme, edit), 50) * 1e6:.0f} µs", ""
            )
            row(
                "the same made anew from its records",
                f"{timed(lambda: Programme.of(programme.records())) * 1e6:.0f} µs",
                "",
            )
        large = conference(3_000, 1_000)
        row("check of 3,000 sessions", f"{timed(lambda: problems(large)):.3f} s", "< 0.3 s")
        crowded = large.changed(
            (placed.table, placed.id, replace(placed, place_id=f"p{number % 20}"))
            for number, placed in enumerate(large.placements.values())
        )
        found = len(problems(crowded))
        row(f"the same with {found} problems", f"{timed(lambda: problems(crowded)):.3f} s", "< 0.3 s")
        seconds, memory = process("print", path, "book", "-o", Path(folder, "book.pdf"))
        row("the book, whole process", f"{seconds:.1f} s {memory:.0f} MB", "< 30 s 400 MB")
        seconds, memory = process("print", path, "badges", "-o", Path(folder, "badges.pdf"))
        row("the badges, whole process", f"{seconds:.1f} s", "")


if __name__ == "__main__":
    main(sys.argv[1:])
