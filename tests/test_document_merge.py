"""Copies of one event on real files: merged in any order they agree, and what is refused changes nothing."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import permutations
from pathlib import Path
from random import Random
import shutil
import sqlite3

from hypothesis import given
from hypothesis import strategies as st
import pytest

from example import example
from journal_world import beginning, some_edit
from majlis.document import Document, restore
from majlis.programme.edits.edit import Edit
from majlis.programme.edits.records import amend, remove, translate
from majlis.programme.ids import content_hash
from majlis.programme.journal import BEING
from majlis.programme.journal.wording import conflict_in_words
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts


def copies(path: Path, *names: str) -> list[Path]:
    made = [path.with_name(f"{name}.majlis") for name in names]
    for each in made:
        shutil.copyfile(path, each)
    return made


def made(folder: Path, programme: Programme | None = None) -> Path:
    path = folder / "event.majlis"
    Document.create(path, programme or example()).close()
    return path


def retitle(path: Path, language: str, words: str) -> None:
    with Document.open(path) as document:
        reading = document.programme.sessions["reading"]
        document.do(translate(document.programme, reading, "title", language, words))


def merged(path: Path, other: Path) -> tuple[tuple[str, str, str], ...]:
    """Merge and return which conflicts are open."""
    with Document.open(path) as document:
        document.merge(document.news_in(other))
        return tuple((each.table, each.id, each.field) for each in document.conflicts())


def test_steps_that_tell_otherwise_are_no_copies_of_ours(tmp_path: Path) -> None:
    mine, theirs = copies(made(tmp_path), "mine", "theirs")
    connection = sqlite3.connect(theirs)
    connection.execute("UPDATE steps SET label = 'Something else'")
    connection.commit()
    connection.close()
    with Document.open(mine) as document, pytest.raises(Refusal, match="in another way"):
        document.news_in(theirs)


def programme_in(path: Path) -> Programme:
    with Document.open(path, writable=False) as document:
        return document.programme


def test_languages_of_a_title_come_together_without_a_conflict(tmp_path: Path) -> None:
    mine, theirs = copies(made(tmp_path), "mine", "theirs")
    retitle(mine, "fr", "Lecture à midi")
    retitle(theirs, "ar", "قراءة عند الظهر")
    assert merged(mine, theirs) == ()
    title = example().sessions["reading"].title.but({"fr": "Lecture à midi", "ar": "قراءة عند الظهر"})
    assert programme_in(mine).sessions["reading"].title == title


def test_a_title_written_twice_is_a_conflict_that_either_side_can_win(tmp_path: Path) -> None:
    mine, theirs = copies(made(tmp_path), "mine", "theirs")
    retitle(mine, "en", "Mine")
    retitle(theirs, "en", "Theirs")
    assert merged(mine, theirs) == (("sessions", "reading", "title.en"),)
    with Document.open(mine) as document:
        (conflict,) = document.conflicts()
        sides = [(side.value, side.theirs) for side in conflict.sides]
        assert sides == [("Mine", False), ("Theirs", True)]
        assert (conflict.base, conflict.now) == ("A Reading at Noon", "Theirs")
        words = conflict_in_words(document.programme, conflict)
        assert "Mine" in words
        assert "Theirs" in words
        document.settle(conflict, conflict.side(theirs=False))
        assert document.conflicts() == ()
        assert document.programme.sessions["reading"].title["en"] == "Mine"
    assert merged(theirs, mine) == ()
    assert programme_in(theirs) == programme_in(mine)


def test_place_and_start_are_one_decision(tmp_path: Path) -> None:
    mine, theirs = copies(made(tmp_path), "mine", "theirs")
    placed = example().placements_of("reading")[0]
    elsewhere = next(key for key in sorted(example().places) if key != placed.place_id)
    assert placed.start is not None
    with Document.open(mine) as document:
        document.do(amend(document.programme, placed, place_id=elsewhere))
    later = placed.start.replace(hour=placed.start.hour + 1)
    with Document.open(theirs) as document:
        document.do(amend(document.programme, placed, start=later))
    both = (("placements", placed.id, "place_id"), ("placements", placed.id, "start"))
    assert sorted(merged(mine, theirs)) == sorted(both)
    now = programme_in(mine).placements[placed.id]
    assert (now.place_id, now.start) == (placed.place_id, later)
    with Document.open(mine) as document:
        conflict = document.conflicts()[0]
        document.settle(conflict, conflict.side(theirs=False))
        settled = document.programme.placements[placed.id]
        assert (settled.place_id, settled.start) == (elsewhere, placed.start)
        assert document.conflicts() == ()


def test_what_one_removes_and_the_other_changes_is_kept_whole_and_told(tmp_path: Path) -> None:
    mine, theirs = copies(made(tmp_path), "mine", "theirs")
    with Document.open(mine) as document:
        document.do(remove(document.programme, [document.programme.sessions["reading"]]))
    retitle(theirs, "en", "Still there")
    assert merged(mine, theirs) == (("sessions", "reading", BEING),)
    now = programme_in(mine)
    assert now.sessions["reading"].title["en"] == "Still there"
    assert now.parts_of("reading") == example().parts_of("reading")
    assert now.placements_of("reading") == example().placements_of("reading")


@pytest.mark.parametrize("answer", ["goes", "stays"])
def test_a_removal_in_vain_is_settled_by_keeping_or_removing(tmp_path: Path, answer: str) -> None:
    goes = answer == "goes"
    mine, theirs = copies(made(tmp_path), "mine", "theirs")
    theme = example().themes["poetry"]
    with Document.open(mine) as document:
        document.do(remove(document.programme, [theme]))
    with Document.open(theirs) as document:
        document.do(translate(document.programme, theme, "name", "fr", "Poésie"))
    merged(mine, theirs)
    assert programme_in(mine).sessions["reading"].theme_id == "poetry"
    with Document.open(mine) as document:
        (conflict,) = document.conflicts()
        document.settle(conflict, next(side for side in conflict.sides if side.removed == goes))
        assert document.conflicts() == ()
    assert merged(theirs, mine) == ()
    assert programme_in(theirs) == programme_in(mine)
    assert ("poetry" in programme_in(mine).themes) is not goes
    assert programme_in(mine).sessions["reading"].theme_id == (None if goes else "poetry")


def test_undo_takes_back_what_this_copy_did_and_leaves_what_came_in(tmp_path: Path) -> None:
    mine, theirs = copies(made(tmp_path), "mine", "theirs")
    retitle(mine, "en", "Mine")
    retitle(theirs, "fr", "La leur")
    merged(mine, theirs)
    with Document.open(mine) as document:
        assert document.undo_label == "Retitle session “A Reading at Noon”"
        document.undo()
        title = document.programme.sessions["reading"].title
        assert title == example().sessions["reading"].title.but({"fr": "La leur"})


def test_the_copy_made_before_a_merge_brings_back_how_it_was(tmp_path: Path) -> None:
    mine, theirs = copies(made(tmp_path), "mine", "theirs")
    retitle(theirs, "en", "Theirs")
    before = programme_in(mine)
    merged(mine, theirs)
    with Document.open(mine, writable=False) as document:
        assert document.programme != before
    backups = sorted((tmp_path / "mine backups").glob("* before merge.majlis"))
    restore(mine, backups[-1].name)
    assert programme_in(mine) == before


def test_pictures_travel_with_a_merge(tmp_path: Path) -> None:
    mine, theirs = copies(made(tmp_path), "mine", "theirs")
    with Document.open(theirs) as document:
        key = content_hash(b"a picture")
        leila = document.programme.people["leila"]
        document.do(amend(document.programme, leila, photo=key), {key: b"a picture"})
    merged(mine, theirs)
    with Document.open(mine) as document:
        assert document.content(document.programme.people["leila"].photo) == b"a picture"


def test_a_second_merge_brings_nothing(tmp_path: Path) -> None:
    mine, theirs = copies(made(tmp_path), "mine", "theirs")
    retitle(theirs, "en", "Theirs")
    merged(mine, theirs)
    with Document.open(mine) as document:
        news = document.news_in(theirs)
        assert (news.merged.count, news.merged.edit.changes) == (0, ())


def test_a_file_of_an_older_format_is_merged_and_stays_as_it_was(tmp_path: Path) -> None:
    older = tmp_path / "older.majlis"
    shutil.copyfile(Path(__file__).parent / "store" / "format_1_0.majlis", older)
    (mine,) = copies(older, "mine")
    retitle(mine, "fr", "Lecture")
    bytes_before = older.read_bytes()
    assert merged(mine, older) == ()
    assert older.read_bytes() == bytes_before
    assert "fr" in programme_in(mine).sessions["reading"].title


def test_another_event_is_no_copy(tmp_path: Path) -> None:
    mine = made(tmp_path)
    other = tmp_path / "other.majlis"
    Document.create(other, example()).close()
    before = mine.read_bytes()
    with Document.open(mine) as document, pytest.raises(Refusal, match="not copies of one event"):
        document.news_in(other)
    assert mine.read_bytes() == before


@pytest.mark.parametrize(
    "harm",
    [
        "changes SET fields = 'nonsense'",
        "changes SET fields = '{\"title.en\": [1]}'",
        'changes SET fields = \'{"minutes": [45, "long"]}\'',
        'changes SET fields = \'{"theme_id": [null, "no such"]}\'',
        "changes SET record_table = 'robots'",
        "changes SET record_table = 'events', record_id = 'event', fields = '{\"\": [1, 0]}'",
        "steps SET at = 'yesterday'",
        "steps SET id = 9000000000000000000",
    ],
)
def test_a_journal_that_can_t_be_is_refused_and_nothing_changes(tmp_path: Path, harm: str) -> None:
    mine, theirs = copies(made(tmp_path), "mine", "theirs")
    retitle(theirs, "en", "Theirs")
    table = harm.split(maxsplit=1)[0]
    connection = sqlite3.connect(theirs)
    connection.execute(f"UPDATE {harm} WHERE id = (SELECT max(id) FROM {table})")  # noqa: S608 - our own words
    connection.commit()
    connection.close()
    before = mine.read_bytes()
    with Document.open(mine) as document, pytest.raises(Refusal, match=r"(?i)damaged|no Majlis"):
        document.merge(document.news_in(theirs))
    assert mine.read_bytes() == before


def test_a_merge_of_what_changed_meanwhile_is_read_again(tmp_path: Path) -> None:
    mine, theirs = copies(made(tmp_path), "mine", "theirs")
    retitle(theirs, "en", "Theirs")
    with Document.open(mine) as document:
        news = document.news_in(theirs)
        document.do(amend(document.programme, document.programme.sessions["reading"], minutes=55))
        document.merge(news)
        reading = document.programme.sessions["reading"]
        assert (reading.minutes, reading.title["en"]) == (55, "Theirs")
        assert document.verify() == ()


def edit_at_random(path: Path, dice: Random, count: int) -> None:
    with Document.open(path) as document:
        for _ in range(count):
            with suppress(Refusal):
                if dice.random() < 0.15:
                    document.undo()
                elif dice.random() < 0.1 and document.conflicts():
                    conflict = dice.choice(document.conflicts())
                    document.settle(conflict, dice.choice(conflict.sides))
                else:
                    document.do(some_edit(document.programme, dice))


def agreed(paths: Sequence[Path]) -> Iterable[tuple[Programme, set[tuple[str, str, str]], frozenset[int]]]:
    for path in paths:
        with Document.open(path) as document:
            assert document.verify() == ()
            open_ones = {(each.table, each.id, each.field) for each in document.conflicts()}
            yield document.programme, open_ones, frozenset(step.id for step in document.steps())


@given(seed=st.integers(0, 2**32))
def test_copies_edited_apart_agree_in_every_order(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - dice, no secrets
    start = made(tmp_path_factory.mktemp("world"), beginning())
    paths = copies(start, "amina", "bilal", "chen")
    for _ in range(2):
        for path in paths:
            edit_at_random(path, dice, 4)
        one, other = dice.sample(paths, 2)
        merged(one, other)
    orders = list(permutations(paths, 2))
    for _ in range(2):
        dice.shuffle(orders)
        for one, other in orders:
            merged(one, other)
    first, *others = agreed(paths)
    assert others == [first] * len(others)


def test_an_edit_without_a_change_is_no_step(tmp_path: Path) -> None:
    with Document.open(made(tmp_path)) as document:
        document.do(Edit("nothing", ()))
        assert len(document.steps()) == 1
        assert document.programme.event.title == Texts(example().event.title)
