"""Trials: copies beside the file that are known by their names."""

from datetime import datetime
from pathlib import Path

import pytest

from example import example
from majlis.document import Document
from majlis.programme.edits.sessions import place, resize
from majlis.programme.refusal import Refusal
from majlis.store.backups import backup_folder
from majlis.store.lock import lock_path
from majlis.store.trials import make_trial, original_of, steps_alone, throw_away

TEN = datetime(2027, 10, 21, 10)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "My event.majlis"
    Document.create(path, example()).close()
    return path


def test_a_trial_of_an_open_file_is_a_whole_copy_that_can_be_brought_back(file: Path) -> None:
    with Document.open(file) as document:
        document.do(resize(document.programme, "panel", 60))
        trial = make_trial(file)
        with Document.open(trial) as copy:
            assert copy.programme == document.programme
            assert copy.undo_label == document.undo_label
            assert copy.verify() == ()
            copy.do(place(copy.programme, "opening", "room", TEN))
            tried = copy.programme
        document.do(resize(document.programme, "reading", 50))
        document.merge(document.news_in(trial))
        assert document.programme.placements == tried.placements
        assert document.programme.sessions["reading"].minutes == 50
        assert document.conflicts() == ()


def test_trials_are_counted_and_known_by_name_and_neighbour(file: Path) -> None:
    first, second = make_trial(file), make_trial(file)
    assert [each.name for each in (first, second)] == ["My event trial 1.majlis", "My event trial 2.majlis"]
    assert original_of(first) == file
    assert original_of(make_trial(first)) == first
    assert original_of(file) is None
    assert original_of(file.with_name("Trial 1.majlis")) is None
    assert original_of(file.with_name("My event trial 0.majlis")) is None
    alone = first.rename(first.with_name("Another trial 1.majlis"))
    assert original_of(alone) is None
    first.with_name("My event trial 1.majlis").touch()
    assert make_trial(file).name == "My event trial 3.majlis"


def test_what_is_in_a_trial_alone_is_counted(file: Path) -> None:
    trial = make_trial(file)
    assert steps_alone(trial) == 0
    with Document.open(trial) as copy:
        copy.do(resize(copy.programme, "panel", 60))
        copy.undo()
    assert steps_alone(trial) == 2
    with Document.open(file) as document:
        document.do(resize(document.programme, "reading", 60))
        document.merge(document.news_in(trial))
    assert steps_alone(trial) == 0
    file.unlink()
    with pytest.raises(Refusal, match="is not beside it any more"):
        steps_alone(trial)


def test_a_trial_is_thrown_away_with_its_backups_and_nothing_else_is(file: Path) -> None:
    trial = make_trial(file)
    with Document.open(trial) as copy:
        copy.back_up("by hand")
    assert backup_folder(trial).is_dir()
    throw_away(trial)
    assert not trial.exists()
    assert not backup_folder(trial).exists()
    assert not lock_path(trial).exists()
    with pytest.raises(Refusal, match="is no trial of a file beside it"):
        throw_away(file)
    assert file.exists()


def test_what_cannot_be_copied_or_removed_is_said(file: Path, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="No trial can be made beside"):
        make_trial(tmp_path / "nothing.majlis")
    folder = tmp_path / "My event trial 1.majlis"
    folder.mkdir()
    with pytest.raises(Refusal, match="can't be thrown away"):
        throw_away(folder)
    noise = tmp_path / "noise.majlis"
    noise.write_bytes(b"no database at all" * 100)
    with pytest.raises(Refusal, match="damaged"):
        make_trial(noise)
    assert [each.name for each in tmp_path.glob(".*.part")] == []
