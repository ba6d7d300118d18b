"""Programmes whose texts nobody would type are printed all the same, in a time that their length alone decides."""

from dataclasses import replace
from datetime import datetime

import pypdfium2 as pdfium
import pytest

from example import HALL, LEILA, PANEL, example
from majlis.exchange.formats import read
from majlis.pages.orders import Options, Printed
from majlis.pages.products import print_product
from majlis.programme.programme import Programme
from majlis.programme.records import Part, Person, Placement, Record, Session
from majlis.programme.texts import Texts
from pages.reading import holds, page_texts

HALF_PAST = datetime(2027, 10, 21, 13, 30)
SOURCE = """<schedule><conference><title>Days</title><start>2027-10-21</start><end>2027-10-21</end>
<time_zone_name>Asia/Qatar</time_zone_name></conference><day index="1" date="2027-10-21"><room name="Hall">
<event id="1"><date>2027-10-21T10:00:00+03:00</date><start>10:00</start><duration>01:00</duration>
<title>a &lt;b&gt; … {title}</title><abstract>{abstract}</abstract>
<persons><person id="1">{name}</person></persons></event></room></day></schedule>"""


def printed(product: str, *records: Record) -> Printed:
    return print_product(Programme.of([*example().records(), *records]), product, Options())


def placed(session: Session) -> tuple[Record, Record]:
    return session, Placement(id="placed", session_id=session.id, place_id=HALL.id, start=HALF_PAST)


def test_an_import_of_endless_words_is_printed() -> None:
    source = SOURCE.format(title="x" * 9_000, abstract="س" * 100_000, name="w" * 18_000)
    reading = read(source.encode(), Programme.of())
    programme = Programme.of().changed((one.table, one.id, one.after) for one in reading.edit.changes)
    book = print_product(programme, "book", Options())
    texts = "".join(page_texts(book.pdf))
    assert holds(book.pdf, "a <b> … xxx")
    assert [texts.count("x") // 9_000, texts.count("w") // 18_000] == [2, 1]
    assert [doubt.record_id for doubt in book.doubts] == [*programme.people, *programme.sessions]
    assert print_product(programme, "badges", Options()).pages == 1


@pytest.mark.parametrize(
    "text",
    [
        "س" * 8_000,
        "x" * 20_000,
        "\u0301" * 5_000,
        "\u0651" * 5_000,
        "ab" + "\u202e\u2067\u2068\u202a" * 5_000 + "س",
        "\U0001f469\u200d" * 5_000,
        "(" * 5_000 + "س" + ")" * 5_000,
    ],
    ids=["Arabic word", "Latin word", "marks", "Arabic marks", "directions", "family", "brackets"],
)
def test_a_title_abstract_or_name_of_anything_is_printed(text: str) -> None:
    session = replace(PANEL, title=Texts(en=text), abstract=Texts(en=text))
    person = Person(id="anyone", name=Texts(en=text), biography=Texts(ar=text))
    part = Part(id="part", session_id=PANEL.id, person_id="anyone")
    assert printed("book", *placed(session), person, part).pages >= 8
    assert printed("badges", person).pages == 1


def test_a_long_name_stands_beside_others_in_part_and_somebody_is_told() -> None:
    names = {
        "place": replace(HALL, name=Texts(en="Hall " * 2_000)),
        "person": replace(LEILA, name=Texts(en="Leila " * 2_000)),
    }
    book = printed("book", *names.values())
    assert [doubt.record_id for doubt in book.doubts] == [LEILA.id, HALL.id]
    listed = page_texts(book.pdf)[3]
    assert 50 < listed.count("Hall") < 200
    assert "".join(page_texts(book.pdf)).count("Leila") > 2_000


def test_the_bar_beside_an_endless_title_stays_on_its_page() -> None:
    title = " ".join(f"word{number}" for number in range(3_000))
    document = pdfium.PdfDocument(printed("book", *placed(replace(PANEL, title=Texts(en=title)))).pdf)
    for page in document:
        boxes = [shape.get_bounds() for shape in page.get_objects(filter=(pdfium.raw.FPDF_PAGEOBJ_PATH,))]
        assert all(bottom >= -0.5 for _, bottom, _, _ in boxes)
    document.close()
