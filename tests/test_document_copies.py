"""Copies of one event: what is read of their steps, and disagreements settled together."""

from collections.abc import Callable
from pathlib import Path
import shutil

import pytest

from example import example
from majlis.document import Document
from majlis.programme.edits.edit import Edit
from majlis.programme.edits.people import assign, dismiss
from majlis.programme.edits.records import amend, remove, translate
from majlis.programme.edits.sessions import place
from majlis.programme.programme import Programme

Make = Callable[[Programme], Edit]


def retitle(title: str) -> Make:
    return lambda now: translate(now, now.sessions["opening"], "title", "en", title)


def lengthen(minutes: int) -> Make:
    return lambda now: amend(now, now.sessions["panel"], minutes=minutes)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Return a file of the example; `colleague` is made of it."""
    path = tmp_path / "mine.majlis"
    Document.create(path, example()).close()
    return path


@pytest.fixture
def theirs(mine: Path) -> Path:
    """Return a copy of the file."""
    path = mine.with_name("theirs.majlis")
    shutil.copyfile(mine, path)
    return path


def edited(path: Path, *makes: Make) -> None:
    with Document.open(path) as document:
        for make in makes:
            document.do(make(document.programme))


def test_steps_are_read_from_one_on_and_the_newest_alone(mine: Path) -> None:
    edited(mine, retitle("A"), lengthen(50))
    with Document.open(mine) as document:
        first, second, third = document.steps()
        assert (second.label, third.label) == (
            "Retitle session “Opening”",
            "Change minutes of session “Who owns a manuscript?”",
        )
        assert document.steps(after=first.id) == (second, third)
        assert document.steps(newest=1) == (third,)
        assert document.steps(after=third.id, newest=5) == ()


def test_the_steps_about_a_record_are_also_those_about_what_belongs_to_it(mine: Path) -> None:
    with Document.open(mine) as document:
        document.do(place(document.programme, "panel", "hall", None))
        document.do(
            assign(
                document.programme,
                document.programme.sessions["panel"],
                document.programme.people["yusuf"],
                "chair",
            )
        )
        (part,) = document.programme.parts_of("panel")
        document.do(dismiss(document.programme, part))
        document.do(retitle("Elsewhere")(document.programme))
        begun, placed, cast, uncast, _ = (step.id for step in document.steps())
        assert document.steps_about("sessions", "panel") == {begun, placed, cast, uncast}
        assert document.steps_about("people", "yusuf") == {begun, cast, uncast}
        assert document.steps_about("places", "hall") == {begun}
        assert document.steps_about("places", "nowhere") == frozenset()


def test_a_copy_is_known_by_its_steps(mine: Path, theirs: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.majlis"
    Document.create(other, example()).close()
    with Document.open(mine) as document:
        assert document.is_copy(theirs)
        assert not document.is_copy(other)


def test_reading_news_tells_how_far_it_is_and_stops_where_that_raises(mine: Path, theirs: Path) -> None:
    told: list[float] = []

    def stop(share: float) -> None:
        if share > 0.5:
            raise KeyboardInterrupt

    with Document.open(mine) as document:
        document.news_in(theirs, told.append)
        assert told == sorted(told)
        assert 0 < told[0] < told[-1] < 1
        with pytest.raises(KeyboardInterrupt):
            document.news_in(theirs, stop)


def test_several_conflicts_are_settled_as_one_step_each_its_own_way(mine: Path, theirs: Path) -> None:
    edited(mine, retitle("Mine"), lengthen(50))
    edited(theirs, retitle("Theirs"), lengthen(90))
    with Document.open(mine) as document:
        news = document.news_in(theirs)
        document.merge(news)
        came = frozenset(step.id for step in news.merged.new)
        assert document.brought() == came
        panel, opening = sorted(document.conflicts(), key=lambda one: one.field)
        before = len(document.history())
        document.settle_each([(panel, panel.side(theirs=False)), (opening, opening.side(theirs=True))])
        assert document.programme.sessions["opening"].title["en"] == "Theirs"
        assert document.programme.sessions["panel"].minutes == 50
        assert (document.conflicts(), len(document.history())) == ((), before + 1)


def test_how_a_side_would_be_settled_is_told_before(mine: Path, theirs: Path) -> None:
    edited(mine, retitle("Mine"))
    edited(theirs, lambda now: remove(now, [now.sessions["opening"]]))
    with Document.open(mine) as document:
        document.merge(document.news_in(theirs))
        (being,) = document.conflicts()
        edit = document.settling(being, being.side(theirs=True))
        assert {change.id for change in edit.changes if change.table == "sessions"} == {"opening"}
        assert "opening" in document.programme.sessions
