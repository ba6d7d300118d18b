"""Errata, read back from the PDF."""

from dataclasses import replace
from datetime import datetime

from hypothesis import given, settings
import pypdfium2 as pdfium
import pytest

from example import HALL, LEILA, OPENING, PANEL, READING, THURSDAY, example
from majlis.pages.alteration_words import WORDS, alteration_word
from majlis.pages.colours import WHITE, contrast
from majlis.pages.notice_strips import COLOURS
from majlis.pages.orders import Options, Printed, Since
from majlis.pages.products import print_product
from majlis.pages.wording import LANGUAGES
from majlis.programme.edits.edit import Edit, apply
from majlis.programme.edits.event import set_days, set_hours
from majlis.programme.edits.people import assign, dismiss, recast
from majlis.programme.edits.records import add, amend, remove
from majlis.programme.edits.sessions import place, place_again, resize, unplace
from majlis.programme.programme import Programme
from majlis.programme.records import Session
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts
from pages.reading import holds, page_texts
from strategies import programmes

AT = datetime(2027, 9, 30, 22, 30)
FRIDAY_TEN = datetime(2027, 10, 22, 10)


def since(programme: Programme, number: int = 2) -> Since:
    return Since(number, AT, programme)


def errata(*edits: Edit, old: Programme | None = None, language: str = "", second: str | None = None) -> Printed:
    """Return what is printed after edits, each made for the old programme."""
    before = old or example()
    after = before
    for edit in edits:
        after = apply(after, edit)
    options = Options(language=language, second_language=second, since=since(before))
    return print_product(after, "errata", options)


def lines_of(printed: Printed) -> list[str]:
    """Return what the pages say line by line, without the running head and the number."""
    return [line for page in page_texts(printed.pdf) for line in page.splitlines()]


def test_a_move_is_said_at_both_doors_with_what_was_before() -> None:
    printed = errata(place(example(), "opening", "room", FRIDAY_TEN))
    lines = lines_of(printed)
    for expected in (
        "Programme changes",
        "Since edition 2 of 1 October 2027",
        "Thursday, 21 October 2027",
        "Great Hall",
        "Moved",
        "now: Fri 22 Oct 10:00–11:00, Room of Mirrors",
        "Friday, 22 October 2027",
        "Room of Mirrors",
        "New time and place",
        "before: Thu 21 Oct 09:00–10:00, Great Hall",
    ):
        assert expected in lines, (expected, lines)
    assert printed.doubts == ()


def test_every_kind_of_change_is_said() -> None:
    programme = example()
    yusuf = programme.parts["reading:yusuf:reader"]
    film = Session(id="film", kind="film", title=Texts(en="A Late Film"))
    edits = (
        amend(programme, OPENING, minutes=75, title=Texts(en="First Words")),
        assign(programme, PANEL, LEILA, "chair"),
        amend(programme, PANEL, parent_id="opening"),
        recast(programme, yusuf, "moderator"),
        dismiss(programme, programme.parts["reading:leila:host"]),
        place(programme, "reading", "room", datetime(2027, 10, 21, 12, 30)),
        amend(programme, HALL, name=Texts(en="Grand Hall")),
        amend(programme, LEILA, name=Texts(en="Layla Nasser")),
        set_hours(THURSDAY, THURSDAY.start.time().replace(hour=8), THURSDAY.end.time()),
        amend(programme, programme.days["friday"], name=Texts(en="Day of Poets")),
        add(programme, film),
    )
    lines = lines_of(errata(*edits))
    for expected in (
        "75 min, before: 60 min",
        "before: Opening",
        "now with: Layla Nasser (Chair)",
        "part of: First Words",
        "Yusuf Kaya (Moderator), before: Reader",
        "now without: Layla Nasser (Host)",
        "before: 12:00–12:45",
        "Further changes",
        "Grand Hall",
        "before: Great Hall",
        "before: Leila Nasser",
        "Thursday, 21 October 2027, 08:00–18:00",
        "before: 09:00–18:00",
        "Friday, 22 October 2027: Day of Poets",
        "A Late Film",
        "Film",
        "Time to be announced",
    ):
        assert expected in lines, (expected, lines)


def test_what_is_cancelled_or_gone_says_so() -> None:
    programme = example()
    gone = errata(remove(programme, [OPENING, programme.places["room"]]), set_days(programme, THURSDAY.date, 1))
    lines = lines_of(gone)
    assert lines.count("Cancelled") == 2
    assert "Room of Mirrors" in lines
    cancelled = programme.changed([("sessions", "opening", replace(OPENING, state="cancelled"))])
    back = amend(cancelled, cancelled.sessions["opening"], state="confirmed")
    assert "Takes place after all" in lines_of(errata(back, old=cancelled))
    days = errata(set_days(programme, THURSDAY.date, 3))
    assert "Saturday, 23 October 2027, 09:00–18:00" in lines_of(days)
    assert "now: Time to be announced" in lines_of(errata(unplace(programme, "opening")))
    assert "New time" in lines_of(errata(place_again(programme, "reading", "hall", FRIDAY_TEN)))


def test_an_arabic_poster_is_mirrored_and_says_it_in_arabic() -> None:
    printed = errata(place(example(), "opening", "room", FRIDAY_TEN), language="ar", second="en")
    for text in ("تغييرات البرنامج", "الافتتاح", "Opening", "موعد ومكان جديدان", "القاعة الكبرى"):
        assert holds(printed.pdf, text), text
    assert b"/R2L" in printed.pdf
    document = pdfium.PdfDocument(printed.pdf)
    text = document[0].get_textpage()
    widths = [text.get_charbox(number) for number in range(text.count_chars())]
    assert max(right for _, _, right, _ in widths) > 540
    document.close()


def test_a_name_that_changed_in_another_language_is_not_said() -> None:
    edit = amend(example(), HALL, name=HALL.name.but({"en": "Grand Hall"}))
    assert "Nothing has changed." in lines_of(errata(amend(example(), READING, notes="Flowers")))
    assert holds(errata(edit, language="ar").pdf, "لم يتغير شيء.")
    assert holds(errata(edit, language="ar", second="en").pdf, "Great Hall")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_printed_in_every_language_that_print_has_words_for(language: str) -> None:
    printed = errata(place(example(), "opening", "room", FRIDAY_TEN), language=language)
    assert printed.pages == 1
    assert holds(printed.pdf, alteration_word("changes", language))
    assert printed.doubts == ()


def test_every_word_is_there_in_every_language_with_its_places() -> None:
    for key, texts in WORDS.items():
        assert set(texts) == set(LANGUAGES), key
        for language, text in texts.items():
            for place_ in ("{text}", "{number}", "{date}"):
                assert (place_ in text) == (place_ in texts["en"]), (key, language)
    assert min(contrast(colour, WHITE) for colour in COLOURS.values()) >= 4.5


def test_without_an_edition_it_is_refused() -> None:
    with pytest.raises(Refusal, match="There is no edition since which something could have changed"):
        print_product(example(), "errata")


def test_the_same_programmes_give_the_same_bytes() -> None:
    edit = place(example(), "opening", "room", FRIDAY_TEN)
    assert errata(edit).pdf == errata(edit).pdf


def test_many_changes_take_many_pages_and_each_says_its_day() -> None:
    programme = example()
    sessions = [Session(id=f"s{n}", title=Texts(en=f"Session number {n}")) for n in range(40)]
    after = programme.changed((each.table, each.id, each) for each in sessions)
    for each in sessions:
        after = apply(after, place(after, each.id, "hall", FRIDAY_TEN))
    printed = print_product(after, "errata", Options(since=since(programme)))
    texts = page_texts(printed.pdf)
    assert printed.pages > 3
    assert all("Friday, 22 October 2027" in text for text in texts)
    assert all(f"Session number {n}" in "\n".join(texts) for n in range(40))


def test_titles_without_an_end_stay_within_the_page() -> None:
    long = ("word " * 190).strip()
    printed = errata(
        amend(example(), OPENING, title=Texts(en=long)),
        amend(example(), HALL, name=Texts(en=("hall " * 190).strip())),
        amend(example(), LEILA, name=Texts(en="W" * 900)),
        assign(example(), OPENING, example().people["yusuf"], "chair"),
    )
    document = pdfium.PdfDocument(printed.pdf)
    for page in document:
        text = page.get_textpage()
        for number in range(0, text.count_chars(), 7):
            left, bottom, right, top = text.get_charbox(number)
            assert 0 <= left <= right <= 596
            assert 0 <= bottom <= top <= 842
        text.close()
        page.close()
    document.close()


def test_an_edition_of_no_known_zone_has_its_date_in_utc() -> None:
    programme = example().changed([("events", "event", replace(example().event, zone="Atlantis/Deep"))])
    printed = errata(resize(programme, "opening", 30), old=programme)
    assert "Since edition 2 of 30 September 2027" in lines_of(printed)


@settings(max_examples=8)
@given(programmes(3), programmes(3))
def test_any_two_programmes_have_errata(old: Programme, new: Programme) -> None:
    printed = print_product(new, "errata", Options(language="ar", since=since(old)))
    assert printed.pages >= 1
