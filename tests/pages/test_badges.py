"""Badges, read back from the PDF."""

from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from example import LEILA, YUSUF, example
from majlis.pages.badge_codes import code_boxes, code_text
from majlis.pages.badge_roles import role_colour
from majlis.pages.colours import WHITE, contrast
from majlis.pages.orders import Options, Printed
from majlis.pages.products import print_product
from majlis.programme.programme import Programme
from majlis.programme.records import ROLES, Event, Part, Person, Record
from majlis.programme.texts import Texts
from pages.large import large_programme
from pages.reading import holds, page_texts, squeezed


def badges(programme: Programme, options: Options | None = None) -> Printed:
    return print_product(programme, "badges", options or Options())


def example_with(*records: Record) -> Programme:
    return Programme.of([*example().records(), *records])


def test_a_badge_says_who_somebody_is_in_two_scripts() -> None:
    printed = badges(example())
    assert printed.pages == 1
    for text in (
        "Days of Meaning",
        "Dr",
        "Leila Nasser",
        "ليلى ناصر",
        "House of Letters",
        "Jordan",
        "Host",
        "Speaker",
    ):
        expected = text != "Host"
        assert holds(printed.pdf, text) == expected, text
    assert printed.doubts == ()


def test_an_arabic_badge_begins_with_the_arabic_name() -> None:
    text = page_texts(badges(example(), Options(language="ar")).pdf)[0]
    assert squeezed("ليلى ناصر") in squeezed(text)
    assert "الأردن" in text
    assert "متحدث" in text


def test_a_second_language_may_be_of_the_same_script() -> None:
    person = Person(id="p", name=Texts(en="Salem Green", fr="Salim Vert"))
    programme = example_with(person)
    assert not holds(badges(programme).pdf, "Salim Vert")
    assert holds(badges(programme, Options(second_language="fr")).pdf, "Salim Vert")


@pytest.mark.parametrize(("sheet", "pages"), [(8, 3), (10, 2)])
def test_sheets_hold_eight_or_ten_and_are_marked_for_cutting(sheet: int, pages: int) -> None:
    printed = badges(large_programme(0, 20), Options(sheet=sheet))
    assert printed.pages == pages
    document = pdfium.PdfDocument(printed.pdf)
    assert [round(side) for side in document[0].get_size()] == [595, 842]
    document.close()


def test_every_name_is_on_a_badge_even_of_the_unlisted() -> None:
    people = [replace(person, unlisted=True) for person in large_programme(0, 30).people.values()]
    text = squeezed("\n".join(page_texts(badges(Programme.of([Event(), *people])).pdf)))
    assert [person.id for person in people if squeezed(person.name["en"]) not in text] == []


def test_some_people_can_be_chosen() -> None:
    pdf = badges(example(), Options(people=("yusuf",))).pdf
    assert holds(pdf, "Yusuf Kaya")
    assert not holds(pdf, "Leila")


def test_a_programme_without_people_has_an_empty_sheet() -> None:
    assert badges(Programme.of()).pages == 1


def test_without_a_part_the_category_says_it_and_else_a_guest_it_is() -> None:
    people = [
        Person(id="a", name=Texts(en="A"), category="press"),
        Person(id="b", name=Texts(en="B")),
        Person(id="c", name=Texts(en="C"), country="PS"),
    ]
    parts = [
        Part(id="1", session_id="panel", person_id="c", role="time_keeper"),
        Part(id="2", session_id="panel", person_id="b", role="speaker", state="declined"),
    ]
    text = page_texts(badges(Programme.of([*example().sessions.values(), *people, *parts])).pdf)[0]
    for word in ("Press", "Guest", "Time keeper", "Palestine"):
        assert word in text


def test_the_form_for_badges_is_preferred() -> None:
    pdf = badges(example_with(replace(YUSUF, badge_name=Texts(en="Captain Kaya")))).pdf
    assert holds(pdf, "Captain Kaya")


@pytest.mark.parametrize("length", [1, 200])
def test_names_of_any_length_are_whole(length: int) -> None:
    name = " ".join(["Maximilian"] * (length // 11 + 1))[:length].strip()
    printed = badges(example_with(replace(YUSUF, name=Texts(en=name))))
    assert holds(printed.pdf, name)
    assert [doubt.record_id for doubt in printed.doubts] == (["yusuf"] if length > 100 else [])


def test_a_name_without_a_blank_shrinks_and_is_reported() -> None:
    name = "Ü" * 90
    printed = badges(example_with(replace(YUSUF, name=Texts(en=name))))
    assert holds(printed.pdf, name)
    assert [doubt.record_id for doubt in printed.doubts] == ["yusuf"]


def test_a_name_that_nobody_could_read_is_cut_and_reported() -> None:
    printed = badges(example_with(replace(YUSUF, name=Texts(en="Endless name " * 400))))
    assert [doubt.record_id for doubt in printed.doubts] == ["yusuf"]
    assert "…" in page_texts(printed.pdf)[0]


def test_a_name_with_a_hyphen_is_not_broken_at_it() -> None:
    person = replace(YUSUF, name=Texts(en="Tahmina Chowdhury-Sarkar-Vane"))
    assert holds(badges(example_with(person)).pdf, "Chowdhury-Sarkar-Vane")
    person = replace(YUSUF, name=Texts(ar="تهمينة شودري-سركار-فاندربيلت-الكبرى-العظمى"))
    assert badges(example_with(person), Options(language="ar")).doubts == ()


def test_nothing_leaves_its_badge() -> None:
    crowded = replace(
        LEILA,
        honorific=Texts(en="Her Excellency Professor Doctor " * 3),
        organisation=Texts(en="The International Organisation for Very Long Names " * 4),
        name=Texts(en="Wilhelmina Featherstonehaugh of Cholmondeley", ar="ليلى بنت عبد الرحمن الناصر"),
    )
    document = pdfium.PdfDocument(badges(example_with(crowded), Options(people=("leila",))).pdf)
    text = document[0].get_textpage()
    for number in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(number)
        assert 31 <= left <= right <= 287
        assert 842 - 53 - 185 <= bottom <= top <= 842 - 52
    document.close()


def test_the_same_people_give_the_same_bytes() -> None:
    assert badges(example()).pdf == badges(example()).pdf


def test_a_code_holds_the_id_and_nothing_else() -> None:
    assert code_text(LEILA) == "leila"
    assert code_text(replace(LEILA, id="x" * 5_000)) != "x" * 5_000
    boxes = code_boxes(LEILA, 10, 20, 42)
    assert all(10 <= x < x + width <= 52.001 and 20 <= y < y + height <= 62.001 for x, y, width, height in boxes)
    assert len(boxes) < 21 * 21 / 3


def test_bands_are_dark_enough_for_their_words() -> None:
    colours = {role: role_colour(role) for role in (*ROLES, "press", "guest", "a word of our own")}
    assert min(contrast(colour, WHITE) for colour in colours.values()) >= 4.5
    assert role_colour("Press") == role_colour("press")
