"""Laptops of a committee for tests: real files with settings of their own, and people who edit at random."""

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
import json
import os
from pathlib import Path
from random import Random
import shutil
import subprocess
import sys
from typing import Any, Final, TypeVar

from example import example
from majlis.document import Document
from majlis.programme.edits.edit import Edit, difference
from majlis.programme.edits.records import add, amend, remove, translate
from majlis.programme.edits.sessions import place, swap
from majlis.programme.ids import part_id
from majlis.programme.programme import Programme
from majlis.programme.records import Part, Person, Place, Record, Session, Theme
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts
from majlis.store.laptop import rename, this_laptop
from majlis.store.share import SharedFolder

START: Final = datetime(2027, 10, 21, 9)
SESSIONS: Final = 12
AnyRecord = TypeVar("AnyRecord", bound=Record)


def festival() -> Programme:
    """Return the example with some more of everything, so that people meet each other seldom and often enough."""
    programme = example()
    more: list[Record] = [Session(id=f"s{n}", kind="talk", title=Texts(en=f"Talk {n}")) for n in range(SESSIONS)]
    more += [Place(id=f"p{n}", name=Texts(en=f"Room {n}"), position=n + 2) for n in range(3)]
    more += [Theme(id=f"t{n}", name=Texts(en=f"Theme {n}")) for n in range(3)]
    more += [Person(id=f"h{n}", name=Texts(en=f"Guest Number{n}")) for n in range(5)]
    return programme.changed((record.table, record.id, record) for record in more)


class Laptop:
    """One laptop: its folder, its file in it, its settings, and the steps that it was told are saved."""

    def __init__(self, home: Path, name: str) -> None:
        self.home = home
        self.name = name
        self.file = home / "festival.majlis"
        self.folder = home / "shared"
        self.folder.mkdir(parents=True)
        self.saved: set[int] = set()
        with self.at_work():
            rename(name=name, user=name)

    @contextmanager
    def at_work(self) -> Generator[None]:
        """Have this process be this laptop, as far as its settings go."""
        before = os.environ.get("MAJLIS_SETTINGS")
        os.environ["MAJLIS_SETTINGS"] = str(self.home / "settings")
        try:
            yield
        finally:
            os.environ.pop("MAJLIS_SETTINGS")
            if before is not None:
                os.environ["MAJLIS_SETTINGS"] = before

    @contextmanager
    def open(self) -> Generator[Document]:
        """Open the file on this laptop."""
        with self.at_work(), Document.open(self.file) as document:
            yield document

    def edit(self, random: Random, count: int = 1) -> None:
        """Let the person at this laptop do something, so many times; what is refused is not done."""
        with self.open() as document:
            for _ in range(count):
                try:
                    _act(random, document)
                except Refusal:
                    continue
                self.saved.add(document.steps(newest=1)[0].id)

    def put(self) -> None:
        """Put this laptop's copy into its folder."""
        with self.at_work():
            SharedFolder(self.file, self.folder, this_laptop()).put()

    def take(self) -> int:
        """Bring in whatever sound news the folder holds; return how many steps came."""
        came = 0
        with self.open() as document:
            for copy in SharedFolder(self.file, self.folder, this_laptop()).look().news:
                news = document.news_in(copy.path)
                document.merge(news)
                came += len(news.merged.new)
        return came

    def share(self, *options: str) -> dict[str, Any]:
        """Run the command `majlis share` as a process of its own, and return what it tells."""
        line = [sys.executable, "-m", "majlis", "share", str(self.file), str(self.folder), "--json", *options]
        settings = {"MAJLIS_SETTINGS": str(self.home / "settings")}
        done = subprocess.run(line, capture_output=True, check=False, text=True, env={**os.environ, **settings})
        if done.returncode not in (0, 1):
            raise AssertionError(f"{self.name}: {done.returncode} {done.stderr}")
        told: dict[str, Any] = json.loads(done.stdout)
        return told


def committee(folder: Path, names: str) -> list[Laptop]:
    """Return laptops with a copy each of one event."""
    laptops = [Laptop(folder / name, name) for name in names.split()]
    with laptops[0].at_work():
        Document.create(laptops[0].file, festival()).close()
    for other in laptops[1:]:
        shutil.copy(laptops[0].file, other.file)
    return laptops


def check_all_equal(laptops: list[Laptop]) -> int:
    """Raise where laptops hold different things, or one lacks what any was told is saved; return the steps."""
    with laptops[0].open() as first:
        programme, journal = first.programme, first._file.journal()
    for laptop in laptops:
        with laptop.open() as document:
            assert document._file.journal() == journal, laptop.name
            assert not difference("", programme, document.programme).changes, laptop.name
            assert document.verify() == (), laptop.name
            assert laptop.saved <= document._file.step_ids(), laptop.name
    return len(journal.steps)


def _act(random: Random, document: Document) -> None:
    """Do one thing that people do."""
    chance = random.random()
    if chance < 0.08 and document.undo_label:
        document.undo()
    elif chance < 0.12 and document.redo_label:
        document.redo()
    elif chance < 0.15 and (conflicts := document.conflicts()):
        conflict = random.choice(conflicts)
        document.settle(conflict, random.choice(conflict.sides))
    else:
        edit = random.choice(_EDITS)(random, document.programme)
        if not edit:
            raise Refusal("Nothing to do.")
        document.do(edit)


def _any(random: Random, records: Mapping[str, AnyRecord]) -> AnyRecord:
    if not records:
        raise Refusal("There is none.")
    return records[random.choice(sorted(records))]


def _retitle(random: Random, programme: Programme) -> Edit:
    session = _any(random, programme.sessions)
    words = f"{random.choice(('Talk', 'Reading', 'قراءة'))} {random.randrange(1000)}"
    return translate(programme, session, random.choice(("title", "abstract")), random.choice(("en", "ar")), words)


def _lengthen(random: Random, programme: Programme) -> Edit:
    return amend(programme, _any(random, programme.sessions), minutes=random.randrange(15, 120, 5))


def _place(random: Random, programme: Programme) -> Edit:
    start = START + timedelta(minutes=15 * random.randrange(30))
    return place(programme, _any(random, programme.sessions).id, random.choice([None, *programme.places]), start)


def _swap(random: Random, programme: Programme) -> Edit:
    one, other = (_any(random, programme.placements) for _ in range(2))
    return swap(programme, one, other) if one != other else Edit("", ())


def _theme(random: Random, programme: Programme) -> Edit:
    theme = random.choice([None, *sorted(programme.themes)])
    return amend(programme, _any(random, programme.sessions), theme_id=theme)


def _invite(random: Random, programme: Programme) -> Edit:
    session, person = _any(random, programme.sessions).id, _any(random, programme.people).id
    key = part_id(session, person, "speaker")
    return add(programme, Part(id=key, session_id=session, person_id=person, role="speaker"))


def _add(random: Random, programme: Programme) -> Edit:
    key = f"{random.getrandbits(40):010x}"
    kinds: tuple[Record, ...] = (
        Session(id=key, kind="talk", title=Texts(en=f"New {key}")),
        Person(id=key, name=Texts(en=f"Person {key}")),
        Place(id=key, name=Texts(en=f"Place {key}")),
        Theme(id=key, name=Texts(en=f"Theme {key}")),
    )
    return add(programme, random.choice(kinds))


def _remove(random: Random, programme: Programme) -> Edit:
    table = random.choice(("sessions", "people", "places", "themes", "parts", "placements"))
    return remove(programme, [_any(random, programme.tables[table])])


def _rename(random: Random, programme: Programme) -> Edit:
    person = _any(random, programme.people)
    return amend(programme, person, name=person.name.but({"en": f"Guest {random.randrange(1000)}"}))


_EDITS: Final[tuple[Callable[[Random, Programme], Edit], ...]] = (
    *(_retitle, _retitle, _lengthen, _place, _place, _swap),
    *(_theme, _invite, _invite, _add, _remove, _rename),
)
