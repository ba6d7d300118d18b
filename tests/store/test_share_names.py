"""The names of copies in a shared folder: good on every disk, and read back from what others make of them."""

from hypothesis import given
from hypothesis import strategies as st
import pytest

from majlis.store.laptop import Laptop
from majlis.store.share_names import CopyName, copy_name, read_copy_name

AMINA = Laptop("0123456789abcdef", "amina-thinkpad", "Amina")
NAME = copy_name("Festival", AMINA, 42)


def test_a_name_tells_event_and_laptop_and_is_read_back() -> None:
    assert NAME.file_name.startswith("Festival – amina-thinkpad ")
    assert read_copy_name(NAME.file_name) == NAME


def test_other_laptops_and_other_events_have_other_letters() -> None:
    assert copy_name("Festival", AMINA, 43).tag != NAME.tag
    assert copy_name("Festival", Laptop("fedcba", "amina-thinkpad", "Amina"), 42).tag != NAME.tag


@pytest.mark.parametrize(
    "added",
    [
        ".sync-conflict-20261122-101112-ABCDEFG",
        " (conflicted copy 2026-11-22 101112)",
        " (Bilal's conflicted copy 2026-11-22)",
        " - Copy",
        " earlier 2",
        "~1",
    ],
)
def test_what_sync_engines_and_people_add_leaves_the_laptop_known(added: str) -> None:
    read = read_copy_name(NAME.file_name.replace(".majlis", f"{added}.majlis"))
    assert read == CopyName(NAME.stem, NAME.laptop, NAME.tag, added)


@pytest.mark.parametrize("name", ["Festival.majlis", "a – b.majlis", "a – b 12.majlis", "x – y zzzzz.majlis", ""])
def test_other_names_are_no_copies(name: str) -> None:
    assert read_copy_name(name) is None


@given(st.text(), st.text())
def test_any_name_can_stand_on_any_disk(stem: str, laptop: str) -> None:
    name = copy_name(stem, Laptop("id", laptop, ""), 1)
    text = name.file_name
    assert len(f".{name.earlier(99).file_name}.1234567.part".encode()) < 250
    assert not set(text) & set('<>:"/\\|?*\0')
    assert all(letter.isprintable() or letter in "\u200c\u200d" for letter in text)
    assert text[0] not in ". ~"
    assert read_copy_name(text) == name


@pytest.mark.parametrize("stem", ["CON", "nul.2027", "com1", "..hidden", "a/b:c", "x" * 300, "م" * 300, "\udcff"])
def test_names_that_systems_refuse_are_changed(stem: str) -> None:
    text = copy_name(stem, AMINA, 1).file_name
    assert text.split(".")[0].split(" ")[0].casefold() not in {"con", "nul", "com1"}
    assert len(text.encode()) < 200


def test_what_a_mac_decomposes_is_the_same_name() -> None:
    name = copy_name("Fête", AMINA, 1)
    assert read_copy_name(name.file_name.replace("ê", "e\u0302")) == name
