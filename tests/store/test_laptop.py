"""What a laptop remembers of itself: an id that lasts, and names that can be changed."""

from pathlib import Path

import pytest

from example import READING, example
from majlis.document import Document
from majlis.programme.edits.records import amend
from majlis.programme.refusal import Refusal
from majlis.store.laptop import LONGEST_NAME, host_name, login_name, rename, settings_folder, this_laptop


def test_the_id_lasts_and_the_names_are_the_systems() -> None:
    laptop = this_laptop()
    assert this_laptop() == laptop
    assert (laptop.name, laptop.user) == (host_name(), login_name())
    assert len(laptop.id) == 16


def test_other_settings_are_another_laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = this_laptop()
    monkeypatch.setenv("MAJLIS_SETTINGS", str(tmp_path / "other"))
    assert this_laptop().id != first.id


def test_names_can_be_changed_and_given_back() -> None:
    key = this_laptop().id
    named = rename(name="Amina's laptop", user="Amina")
    assert (named.id, named.name, named.user) == (key, "Amina's laptop", "Amina")
    assert rename(user="علی\u200cرضا").user == "علی\u200cرضا"
    assert this_laptop().name == "Amina's laptop"
    assert rename(name="", user="  ") == this_laptop()
    assert (this_laptop().name, this_laptop().user) == (host_name(), login_name())


def test_names_are_one_line_of_what_can_be_seen() -> None:
    assert rename(name=" a\tb\n\u202ec ").name == "a b c"
    assert len(rename(user="x" * 200).user) == LONGEST_NAME


def test_the_history_calls_the_user_by_the_name_that_they_gave(tmp_path: Path) -> None:
    rename(user="Amina")
    with Document.create(tmp_path / "a.majlis", example()) as document:
        document.do(amend(document.programme, READING, minutes=50))
        assert [step.who for step in document.history()] == ["Amina", "Amina"]


@pytest.mark.parametrize("content", ["", "[]", "{", '{"id": 5}', "\udcff"])
def test_damaged_settings_are_made_anew(content: str) -> None:
    (settings_folder() / "laptop.json").write_text(content, "utf-8", "surrogateescape")
    laptop = this_laptop()
    assert this_laptop() == laptop


def test_where_nothing_can_be_kept_the_id_still_lasts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("MAJLIS_SETTINGS", str(tmp_path / "file"))
    assert this_laptop() == this_laptop()
    with pytest.raises(Refusal, match="can't be kept"):
        rename(name="another")


def test_without_the_variable_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAJLIS_SETTINGS")
    assert settings_folder().name == "Majlis"
