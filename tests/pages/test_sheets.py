"""Sheets for people, read back from the PDF."""

from dataclasses import replace
from datetime import datetime

from hypothesis import given, settings
import pytest

from example import HALL, OPENING, PANEL, READING, example
from majlis.pages.orders import Options, Printed, Since
from majlis.pages.products import print_product
from majlis.programme.edits.edit import Edit, apply
from majlis.programme.edits.people import assign, dismiss, recast
from majlis.programme.edits.records import amend, remove
from majlis.programme.edits.sessions import place, place_again, resize
from majlis.programme.programme import Programme
from majlis.programme.records import Part
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts
from pages.large import large_programme
from pages.reading import holds, page_texts
from strategies import programmes

AT = datetime(2027, 9, 30, 12)
FRIDAY_TEN = datetime(2027, 10, 22, 10)


def sheets(*edits: Edit, old: Programme | None = None, options: Options | None = None) -> Printed:
    """Return the sheets after edits, each made for the old programme."""
    before = old or example()
    after = before
    for edit in edits:
        after = apply(after, edit)
    return print_product(after, "sheets", replace(options or Options(), since=Since(3, AT, before)))


def lines_of(printed: Printed) -> list[list[str]]:
    return [page.splitlines() for page in page_texts(printed.pdf)]


def test_a_sheet_has_ones_sessions_in_order_with_place_and_role() -> None:
    printed = print_product(example(), "sheets")
    leila, yusuf = lines_of(printed)
    known = {"Opening", "A Reading at Noon", "Great Hall", "Speaker", "Host"}
    assert [line for line in leila if line in known] == [
        "Opening",
        "Great Hall",
        "Speaker",
        "A Reading at Noon",
        "Host",
    ]
    for expected in ("Dr", "Leila Nasser", "House of Letters\u00a0· Jordan", "Thursday, 21 October 2027", "09:00"):
        assert expected in leila, leila
    assert holds(printed.pdf, "ليلى ناصر")
    assert "Reader" in yusuf
    assert not holds(printed.pdf, "Changed")
    assert printed.doubts == ()


def test_what_changed_is_marked_with_what_was_before() -> None:
    programme = example()
    printed = sheets(
        place(programme, "reading", "hall", FRIDAY_TEN),
        recast(programme, programme.parts["reading:yusuf:reader"], "moderator"),
        assign(programme, PANEL, programme.people["yusuf"], "speaker"),
    )
    leila, yusuf = lines_of(printed)
    moved = "Changed since edition 3 – before: Thu 21 Oct 12:00–12:45, Room of Mirrors"
    assert f"{moved} – Yusuf Kaya (Moderator), before: Reader" in " ".join(leila)
    assert f"{moved} – before: Reader" in " ".join(yusuf)
    assert "Changed since edition 3 – New" in yusuf
    assert "Time to be announced" in yusuf


def test_what_one_has_no_more_is_said() -> None:
    programme = example()
    leila, yusuf = lines_of(
        sheets(remove(programme, [OPENING]), dismiss(programme, programme.parts["reading:yusuf:reader"]))
    )
    for sheet, lost in ((leila, "Opening"), (yusuf, "A Reading at Noon")):
        assert sheet.index("No longer on your programme") < sheet.index(lost)
    cancelled = lines_of(sheets(amend(programme, OPENING, state="cancelled")))[0]
    assert "Cancelled" in cancelled


def test_a_talk_says_where_its_block_went_and_the_chair_which_talk_changed() -> None:
    speaks = Part(id="panel:yusuf:speaker", session_id="panel", person_id="yusuf")
    old = example().changed([("parts", speaks.id, speaks), ("parts", "reading:yusuf:reader", None)])
    old = apply(old, amend(old, PANEL, parent_id="reading"))
    leila, yusuf = lines_of(sheets(place(old, "reading", "hall", FRIDAY_TEN), resize(old, "panel", 20), old=old))
    told = " ".join(yusuf)
    assert "part of: A Reading at Noon" in told
    assert "20 min, before: 75 min" in told
    assert "A Reading at Noon: before: Thu 21 Oct" in told
    assert "Who owns a manuscript?: 20 min, before: 75 min" in " ".join(leila)


def test_a_place_that_is_called_otherwise_is_said_to_those_who_are_there() -> None:
    printed = sheets(amend(example(), HALL, name=Texts(en="Grand Hall")), options=Options(changed=True))
    (leila,) = lines_of(printed)
    assert "Changed since edition 3 – before: Great Hall" in leila


def test_a_session_that_is_held_twice_says_which_one_moved() -> None:
    old = apply(example(), place_again(example(), "opening", "room", FRIDAY_TEN))
    new = apply(old, place(old, "opening", "hall", datetime(2027, 10, 21, 10)))
    leila = lines_of(print_product(new, "sheets", Options(people=("leila",), since=Since(3, AT, old))))[0]
    assert sum("Changed since edition 3 –" in line for line in leila) == 1


def test_only_those_with_changes_can_be_asked_for() -> None:
    edit = dismiss(example(), example().parts["reading:yusuf:reader"])
    assert sheets(edit).pages == 2
    assert sheets(resize(example(), "opening", 30), options=Options(changed=True)).pages == 1
    (nobody,) = lines_of(sheets(amend(example(), READING, notes="Tea"), options=Options(changed=True)))
    assert "Nothing has changed." in nobody


def test_sheets_of_some_people_and_of_those_without_sessions() -> None:
    assert holds(print_product(example(), "sheets", Options(people=("yusuf",))).pdf, "Yusuf Kaya")
    alone = example().changed([("parts", "reading:yusuf:reader", None)])
    (yusuf,) = lines_of(print_product(alone, "sheets", Options(people=("yusuf",))))
    assert "No sessions." in yusuf
    assert print_product(alone, "sheets").pages == 1
    assert lines_of(print_product(Programme.of(), "sheets"))[0] != []
    with pytest.raises(Refusal, match="Nobody has the id “nobody”"):
        print_product(example(), "sheets", Options(people=("nobody",)))


def test_an_arabic_sheet_is_mirrored_and_in_two_scripts() -> None:
    edit = place(example(), "opening", "room", FRIDAY_TEN)
    printed = sheets(edit, options=Options(language="ar", second_language="en"))
    for text in ("ليلى ناصر", "Leila Nasser", "الافتتاح", "Opening", "متحدث", "سابقًا"):
        assert holds(printed.pdf, text), text
    assert b"/R2L" in printed.pdf


def test_many_sessions_go_on_over_pages() -> None:
    programme = large_programme(40, 1, 2)
    printed = print_product(programme, "sheets")
    assert printed.pages > 1
    texts = "\n".join(page_texts(printed.pdf))
    assert all(f"number {n}" in texts for n in range(40))
    assert print_product(programme, "sheets").pdf == printed.pdf


@settings(max_examples=8)
@given(programmes(3), programmes(3))
def test_any_two_programmes_have_sheets(old: Programme, new: Programme) -> None:
    printed = print_product(new, "sheets", Options(since=Since(1, AT, old), changed=True))
    assert printed.pages >= 1
