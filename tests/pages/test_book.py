"""The programme book, read back from the PDF."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from example import FRIDAY, HALL, LEILA, OPENING, PANEL, example
from majlis.exchange.formats import read
from majlis.pages.orders import Options, Printed
from majlis.pages.products import print_product
from majlis.programme.programme import Programme
from majlis.programme.records import Day, Event, Part, Person, Place, Placement, Record, Session, Theme
from majlis.programme.texts import Texts
from pages.large import large_programme
from pages.reading import holds, page_texts, squeezed

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
NINE = datetime(2027, 10, 21, 9)


def book(programme: Programme, **options: object) -> Printed:
    return print_product(programme, "book", replace(Options(), **options))  # type: ignore[arg-type]


def example_with(*records: Record) -> Programme:
    return Programme.of([*example().records(), *records])


def placed(session: Session, place_id: str | None, start: datetime, number: int = 1) -> tuple[Record, Record]:
    return session, Placement(id=f"{session.id}@{number}", session_id=session.id, place_id=place_id, start=start)


def outline(pdf: bytes) -> list[tuple[int, str, int | None]]:
    document = pdfium.PdfDocument(pdf)
    made = [
        (entry.level, entry.get_title(), target.get_index() if (target := entry.get_dest()) else None)
        for entry in document.get_toc()
    ]
    document.close()
    return made


@pytest.mark.parametrize("paper", ["a5"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_title_and_name_is_found(paper: str, language: str) -> None:
    printed = book(example(), paper=paper, language=language)
    for record in (*example().sessions.values(), *example().people.values()):
        texts = record.title if isinstance(record, Session) else record.name
        assert holds(printed.pdf, texts.best((language, "en"))), record.id
    assert printed.doubts == ()


def test_the_parts_of_a_book_stand_in_the_outline() -> None:
    assert outline(book(example()).pdf) == [
        (0, "Days of Meaning", 0),
        (0, "Contents", 1),
        (0, "Thursday, 21 October 2027", 2),
        (1, "Sessions", 3),
        (0, "Time to be announced", 4),
        (0, "Index of people", 5),
        (0, "Index of themes", 6),
        (0, "Index of places", 7),
    ]


def test_the_contents_name_the_pages() -> None:
    lines = page_texts(book(example()).pdf)[1].split()
    assert lines[lines.index("themes") + 1] == "7"
    assert lines[lines.index("announced") + 1] == "5"


def test_an_arabic_edition_counts_in_its_digits_and_is_bound_at_the_right() -> None:
    printed = book(example(), language="ar")
    document = pdfium.PdfDocument(printed.pdf)
    assert document.get_page_label(2) == "٣"
    document.close()
    assert "فهرسالأسماء" in squeezed(page_texts(printed.pdf)[5])
    assert b"/R2L" in printed.pdf


def test_an_arabic_edition_mirrors_the_table() -> None:
    left = {language: _left_of_hall(language) for language in ("en", "ar")}
    assert left["en"] < left["ar"]


def _left_of_hall(language: str) -> float:
    document = pdfium.PdfDocument(book(example(), language=language).pdf)
    page = document[2].get_textpage()
    name = HALL.name[language].split()[0]
    found = page.search(name).get_next()
    assert found is not None
    left = page.get_charbox(found[0])[0]
    document.close()
    return left


def test_two_languages_stand_in_one_edition() -> None:
    pdf = book(example(), language="en", second_language="ar").pdf
    assert holds(pdf, "A Reading at Noon")
    assert holds(pdf, "قراءة في الظهيرة")
    assert not holds(book(example(), language="en").pdf, "قراءة في الظهيرة")


def test_the_same_programme_gives_the_same_bytes() -> None:
    assert book(example(), language="ar").pdf == book(example(), language="ar").pdf


def test_an_empty_programme_still_makes_a_book() -> None:
    printed = book(Programme.of())
    assert printed.pages == 2
    assert "(untitled)" in page_texts(printed.pdf)[0]


def test_switches_leave_parts_out() -> None:
    pdf = book(example(), grid=False, indexes=False, abstracts=False).pdf
    assert [title for _, title, _ in outline(pdf)] == [
        "Days of Meaning",
        "Contents",
        "Thursday, 21 October 2027",
        "Time to be announced",
    ]
    assert not holds(pdf, "Poems of four cities")


def test_markup_is_printed_as_it_was_typed() -> None:
    session = replace(PANEL, title=Texts(en="List<String> & <b>bold</i> <img src='x'>"))
    assert holds(book(example_with(session)).pdf, "List<String> & <b>bold</i> <img src='x'>")


def test_a_title_of_ten_thousand_characters_is_whole_and_reported() -> None:
    title = " ".join(f"word{number}" for number in range(1_100))
    printed = book(example_with(*placed(replace(PANEL, title=Texts(en=title)), "hall", NINE.replace(hour=13))))
    assert holds(printed.pdf, title[:400])
    assert holds(printed.pdf, title[-400:])
    assert [doubt.record_id for doubt in printed.doubts] == ["panel"]
    assert "lines in the list" in printed.doubts[0].text


def test_a_word_wider_than_the_column_is_broken_and_reported() -> None:
    word = "Z" * 300
    printed = book(example_with(replace(PANEL, title=Texts(en=word))))
    assert holds(printed.pdf, word)
    assert [(doubt.record_id, "was broken" in doubt.text) for doubt in printed.doubts] == [("panel", True)]


def test_a_character_that_no_font_has_is_reported() -> None:
    printed = book(example_with(replace(PANEL, title=Texts(en="A \U0001e94b letter"))))
    assert [doubt.record_id for doubt in printed.doubts] == [None]
    assert "U+1E94B" in printed.doubts[0].text


def test_an_endless_title_of_the_event_is_reported() -> None:
    event = replace(example().event, title=Texts(en="meaning " * 300))
    printed = book(example_with(event))
    assert [doubt.record_id for doubt in printed.doubts] == ["event"]


def test_an_unlisted_person_stands_with_the_session_alone() -> None:
    programme = example_with(replace(LEILA, unlisted=True, biography=Texts(en="Born by the sea.")))
    texts = page_texts(book(programme).pdf)
    assert [number for number, text in enumerate(texts) if "Leila" in text] == [2, 3]
    assert not any("Born by the sea" in text for text in texts)


def test_a_biography_is_printed_where_there_is_one() -> None:
    programme = example_with(replace(LEILA, biography=Texts(en="Born by the sea.\n\nShe writes.")))
    pdf = book(programme).pdf
    people = next(page for _, title, page in outline(pdf) if title == "People")
    assert people is not None
    assert squeezed("Born by the sea. She writes.") in squeezed(page_texts(pdf)[people])
    assert not holds(book(programme, biographies=False).pdf, "Born by the sea")


def test_rejected_sessions_are_left_out_and_cancelled_ones_say_so() -> None:
    programme = example_with(replace(PANEL, state="rejected"), replace(OPENING, state="cancelled"))
    pdf = book(programme).pdf
    assert not holds(pdf, "Who owns a manuscript?")
    assert holds(pdf, "Cancelled")


def test_someone_who_declined_is_not_announced() -> None:
    part = Part(id="no", session_id="panel", person_id="yusuf", state="declined")
    texts = page_texts(book(example_with(part)).pdf)
    assert "Yusuf" not in texts[4]


def test_talks_without_a_time_stand_under_their_block() -> None:
    block = Session(id="block", title=Texts(en="The Block"), minutes=60)
    talk = Session(id="talk", title=Texts(en="Within it"), parent_id="block")
    deep = Session(id="deep", title=Texts(en="Deeper still"), parent_id="talk")
    text = page_texts(book(example_with(*placed(block, "hall", NINE.replace(hour=15)), talk, deep)).pdf)[3]
    assert text.index("The Block") < text.index("Within it") < text.index("Deeper still")


def test_blocks_without_a_time_keep_their_talks_and_circles_end() -> None:
    one = Session(id="one", title=Texts(en="One in a circle"), parent_id="two")
    two = Session(id="two", title=Texts(en="Two in a circle"), parent_id="one")
    block = Session(id="block", title=Texts(en="A loose block"))
    talk = Session(id="talk", title=Texts(en="Its talk"), parent_id="block")
    where = Placement(id="block@1", session_id="block", place_id="hall")
    text = page_texts(book(example_with(one, two, block, talk, where)).pdf)[4]
    for session in (one, two, block, talk):
        assert text.count(session.title["en"]) == 1
    assert "Great Hall" in text[text.index("A loose block") :]


def test_a_session_held_twice_is_in_full_once() -> None:
    again = Placement(id="reading@2", session_id="reading", place_id="hall", start=NINE.replace(hour=16))
    text = page_texts(book(example_with(again)).pdf)[3]
    assert text.count("A Reading at Noon") == 2
    assert text.count("Poems of four cities") == 1


def test_a_description_stands_in_for_an_abstract() -> None:
    session = replace(PANEL, description=Texts(en="A long account.\nOf it."))
    assert holds(book(example_with(session)).pdf, "A long account. Of it.")


def test_meals_are_quiet_and_breaks_need_no_place() -> None:
    tea = Session(id="tea", kind="break", title=Texts(en="Tea and dates"), abstract=Texts(en="Never printed."))
    pdf = book(example_with(*placed(tea, None, NINE.replace(hour=10)))).pdf
    assert holds(pdf, "Tea and dates")
    assert not holds(pdf, "Never printed")
    assert not holds(pdf, "Place to be announced")


def test_what_has_a_time_but_no_place_says_so() -> None:
    pdf = book(example_with(*placed(PANEL, None, NINE.replace(hour=10)))).pdf
    assert holds(pdf, "Place to be announced")


def test_a_block_with_talks_is_drawn_in_the_table() -> None:
    block = Session(id="block", title=Texts(en="Morning block"), minutes=120)
    talks = [Session(id=f"t{n}", title=Texts(en=f"Talk {n}"), parent_id="block", minutes=60) for n in range(2)]
    records = [*placed(block, "hall", NINE.replace(hour=13))]
    for number, talk in enumerate(talks):
        records += placed(talk, "hall", NINE.replace(hour=13 + number))
    table = page_texts(book(example_with(*records)).pdf)[2]
    assert "Talk 0" in table
    rooms = [Place(id=f"r{n}", name=Texts(en=f"Room {n}"), position=9) for n in range(5)]
    full = [record for room in rooms for record in placed(Session(id=f"in-{room.id}"), room.id, NINE)]
    table = page_texts(book(example_with(*records, *rooms, *full)).pdf)[2]
    assert "Morning" in table
    assert "Talk 0" not in table


def test_a_long_day_and_many_places_take_several_tables() -> None:
    records: list[Record] = [
        record
        for number in range(24)
        for record in (
            Place(id=f"r{number}", name=Texts(en=f"Room {number}"), position=number + 5),
            *placed(
                Session(id=f"s{number}", title=Texts(en=f"Session {number}")),
                f"r{number}",
                NINE.replace(hour=number),
            ),
        )
    ]
    texts = page_texts(book(example_with(*records)).pdf)
    assert "1/12" in texts[2]
    assert "12/12" in texts[13]


def test_names_and_titles_of_one_letter_and_of_none() -> None:
    people = [
        Person(id="q", name=Texts(en="Q")),
        Person(id="nameless"),
        Person(id="digit", name=Texts(en="7 of 9")),
    ]
    theme = Theme(id="bare", key="bare-key")
    records: list[Record] = [*people, theme, Place(id="bare")]
    records += placed(Session(id="none", theme_id="bare"), "bare", NINE.replace(hour=11))
    records += [
        Part(id=f"p{person.id}", session_id="none", person_id=person.id, role="timekeeper") for person in people
    ]
    pdf = book(example_with(*records)).pdf
    index = squeezed(page_texts(pdf)[5])
    assert index.index("L") < index.index("Q") < index.index("#")
    assert holds(pdf, "Q (Timekeeper)")
    assert holds(pdf, "bare-key")


def test_what_is_interpreted_says_into_what() -> None:
    session = replace(PANEL, languages=("ar",), interpretation=("en", "fr"))
    assert holds(book(example_with(session)).pdf, "Arabic → English, French")
    assert holds(book(example_with(session), language="ar").pdf, "←")


def test_a_venue_a_subtitle_and_a_named_day_are_on_the_first_pages() -> None:
    event = replace(
        example().event,
        subtitle=Texts(en="A meeting of scribes"),
        venue=Texts(en="House of Ink"),
        languages=("en",),
    )
    days = [replace(day, name=Texts(en="Day of words")) for day in example().days.values()]
    texts = page_texts(book(example_with(event, *days)).pdf)
    assert squeezed("A meeting of scribes") in squeezed(texts[0])
    assert squeezed("House of Ink · Doha") in squeezed(texts[0])
    assert "Day of words" in texts[1]


def test_nothing_leaves_the_page() -> None:
    long = Session(id="long", title=Texts(en="An uncommonly wordy title " * 12), minutes=5)
    programme = example_with(
        *placed(long, "room", NINE.replace(hour=15)), replace(FRIDAY, name=Texts(en="W" * 80))
    )
    document = pdfium.PdfDocument(book(programme).pdf)
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        width, height = page.get_size()
        for character in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(character)
            assert -0.5 <= left <= right <= width + 0.5, number
            assert -0.5 <= bottom <= top <= height + 0.5, number
    document.close()


def test_progress_goes_up_to_one_and_may_stop_the_work() -> None:
    told: list[float] = []
    print_product(large_programme(60, 40, 6), "book", Options(), told.append)
    assert told == sorted(told)
    assert told[-1] == 1

    class Stopped(Exception):  # noqa: N818 - no error: a person pressed a button
        pass

    def stop(_: float) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        print_product(large_programme(60, 40, 6), "book", Options(), stop)


@pytest.mark.parametrize("day", [Day(id="d", date=NINE.date(), start=NINE, end=NINE - timedelta(hours=3))])
def test_a_day_whose_hours_make_no_sense_is_printed(day: Day) -> None:
    programme = Programme.of([Event(title=Texts(en="X")), day, HALL, *placed(PANEL, "hall", NINE)])
    assert holds(book(programme).pdf, "Who owns a manuscript?")


@pytest.mark.skipif(not (DATA / "fosdem2026.pentabarf.xml").exists(), reason="the large example is kept elsewhere")
@pytest.mark.parametrize("paper", ["a5"])
def test_every_title_and_name_of_a_large_conference_is_found(paper: str) -> None:
    reading = read((DATA / "fosdem2026.pentabarf.xml").read_bytes(), Programme.of())
    assert reading.edit is not None
    programme = Programme.of().changed((one.table, one.id, one.after) for one in reading.edit.changes)
    printed = book(programme, paper=paper, grid=False, abstracts=False, biographies=False)
    text = squeezed("\n".join(page_texts(printed.pdf)))
    missing = [
        *(one.title.best() for one in programme.sessions.values() if squeezed(one.title.best()) not in text),
        *(one.name.best() for one in programme.people.values() if squeezed(one.name.best()) not in text),
    ]
    assert missing == []
    assert printed.doubts == ()
