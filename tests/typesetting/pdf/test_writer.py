"""Whole documents, judged by poppler, pdfium and qpdf."""

from dataclasses import replace
from datetime import UTC, datetime
import io
from pathlib import Path
import re
import subprocess
import unicodedata

from PIL import Image
import pypdfium2
import pytest

from majlis.typesetting.paragraph import Setting
from majlis.typesetting.pdf.page import Page
from majlis.typesetting.pdf.pictures import Picture
from majlis.typesetting.pdf.writer import PdfWriter
from majlis.typesetting.styles import Span, Style
from majlis.typesetting.typesetter import Typesetter

SAMPLES = {
    "en": "Designing (re)usable “affluent” workflows, an office — AV To",
    "fr": "« L’été dernier » : où l’on découvre les œuvres",
    "ar": "مؤتمر وَكَتَبَ الطالب لا إله إلا الإلكترونيّة",
    "fa": "کنفرانس بین‌المللی می‌خواهیم برنامهٔ پژوهش گچ",
    "ur": "عالمی کانفرنس برائے اردو ادب کو لیے تشریف لائیں",
    "tr": "İstanbul ığdır şöför çiğ köfte",
    "zh": "第三届国际会议：开放源代码（二）",
    "bn": "আন্তর্জাতিক সম্মেলন ক্ষুদ্র শ্রেষ্ঠ গ্রন্থ",
    "hi": "अंतर्राष्ट्रीय सम्मेलन हिन्दी क्षेत्र",
    "ru": "Международная конференция «Свободное ПО»",
}


def begin(*, right_to_left: bool = False) -> tuple[PdfWriter, Page]:
    writer = PdfWriter("Title عنوان", "en", author="A", subject="S", right_to_left=right_to_left)
    return writer, writer.page(600, 400)


def draw(page: Page, text: str, style: Style | None = None, y: float = 20) -> None:
    page.lines(Typesetter().paragraph([Span(text, style or Style())]).lines(560), 20, y)


def output(tool: str, path: Path, *arguments: str) -> str:
    command = [tool, *arguments, str(path), *(["-"] if tool == "pdftotext" else [])]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def saved(data: bytes, folder: Path) -> Path:
    path = folder / "document.pdf"
    path.write_bytes(data)
    return path


def copied(text: str) -> str:
    """Return a text without what readers add: directions, ends of lines and pages."""
    return re.sub("[\u202a-\u202e\x0c\r\n]", "", text)


@pytest.mark.parametrize(("language", "text"), SAMPLES.items())
@pytest.mark.parametrize("family", ["sans", "serif"])
def test_what_is_copied_is_what_was_typed(language: str, text: str, family: str, tmp_path: Path) -> None:
    writer, page = begin()
    draw(page, text, Style("sans" if family == "sans" else "serif", language=language))
    path = saved(writer.finish(), tmp_path)
    assert copied(output("pdftotext", path)) == text
    document = pypdfium2.PdfDocument(path)
    assert copied(document[0].get_textpage().get_text_range()) == text
    document.close()


def test_the_same_calls_give_the_same_bytes_and_a_sound_file(tmp_path: Path) -> None:
    def made() -> bytes:
        writer, page = begin(right_to_left=True)
        for index, (language, text) in enumerate(SAMPLES.items()):
            with page.tagged("P", language):
                draw(page, text, Style(language=language, link="https://example.org/é"), 20 + 30 * index)
        page.anchor("top", 10)
        writer.bookmark("First أول", "top")
        writer.bookmark("Deep", "top", level=5)
        return writer.finish()

    data = made()
    assert made() == data
    path = saved(data, tmp_path)
    assert "No syntax or stream encoding errors" in output("qpdf", path, "--check")


def test_every_font_is_embedded_and_subset(tmp_path: Path) -> None:
    writer, page = begin()
    draw(page, "Latin مجلس 会")
    fonts = output("pdffonts", saved(writer.finish(), tmp_path)).splitlines()[2:]
    assert [line.split()[4:7] for line in fonts] == [["yes"] * 3] * 3


def test_an_empty_page_has_no_font(tmp_path: Path) -> None:
    writer, _ = begin()
    assert output("pdffonts", saved(writer.finish(), tmp_path)).splitlines()[2:] == []


def test_the_document_says_what_it_is(tmp_path: Path) -> None:
    writer = PdfWriter("Title عنوان", "ar", author="A", subject="S", date=datetime(2027, 1, 2, tzinfo=UTC))
    writer.page(100, 200, label="iv")
    writer.page(300, 150)
    path = saved(writer.finish(), tmp_path)
    about = dict(line.split(":", 1) for line in output("pdfinfo", path, "-isodates").splitlines() if ":" in line)
    wanted = {
        "Title": "Title عنوان",
        "Author": "A",
        "Subject": "S",
        "Pages": "2",
        "Tagged": "yes",
        "Producer": "Majlis",
    }
    assert {name: about[name].strip() for name in wanted} == wanted
    assert about["CreationDate"].strip().startswith("2027-01-02")
    document = pypdfium2.PdfDocument(path)
    assert [document.get_page_label(0), document.get_page_label(1)] == ["iv", "2"]
    assert [page.get_size() for page in document] == [(100, 200), (300, 150)]
    document.close()


def test_right_to_left_books_bind_on_the_right() -> None:
    assert b"/R2L" in begin(right_to_left=True)[0].finish()
    assert b"/R2L" not in begin()[0].finish()


def test_the_structure_says_what_is_what(tmp_path: Path) -> None:
    writer, page = begin()
    draw(page, "running head")
    with page.tagged("Sect"), page.tagged("H1", "en"):
        draw(page, "Heading", y=60)
    with page.tagged("P") as started:
        draw(page, "begins", y=100)
        with page.decoration():
            draw(page, "rule", y=300)
    page = writer.page(600, 400)
    with page.tagged(started):
        draw(page, " and goes on")
    told = output("pdfinfo", saved(writer.finish(), tmp_path), "-struct-text")
    assert re.findall(r"Sect|H1|P \(|\".*\"", told) == [
        "Sect",
        "H1",
        '"Heading"',
        "P (",
        '"begins"',
        '" and goes on"',
    ]


def test_links_lead_where_they_may_and_nowhere_else() -> None:
    writer, page = begin()
    draw(page, "site", Style(link="https://example.org/a b"))
    draw(page, "script", Style(link="javascript:alert(1)"), 60)
    page.link(10, 10, 20, 20, "#here")
    page.link(10, 10, 20, 20, "file:///etc/passwd")
    page.anchor("here", 100)
    data = writer.finish()
    assert data.count(b"/Subtype /Link") == 2
    assert b"https://example.org/a%20b" in data
    assert b"javascript" not in data


def test_a_link_to_nowhere_is_the_callers_mistake() -> None:
    writer, page = begin()
    page.link(0, 0, 10, 10, "#nowhere")
    with pytest.raises(ValueError, match="nowhere"):
        writer.finish()


def pixels(data: bytes) -> Image.Image:
    document = pypdfium2.PdfDocument(data)
    image = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()
    return image


def test_shapes_stand_where_they_are_drawn() -> None:
    writer, page = begin()
    page.rectangle(10, 20, 40, 30, fill="#ff0000")
    page.rectangle(100, 20, 40, 40, fill="#00ff00", edge="#000000", radius=20)
    page.rectangles([(200, 20, 10, 10), (220, 20, 10, 10)], "#0000ff")
    page.polygons(
        [[(300, 20), (340, 20), (340, 60), (300, 60)], [(310, 30), (330, 30), (330, 50), (310, 50)]],
        fill="#ff00ff",
    )
    page.polygon([(400, 20), (440, 20), (400, 60)], edge="#000000", thickness=4)
    page.line((10, 100), (110, 100), colour="#00ffff", thickness=6, dashes=(20, 20))
    page.rectangle(500, 20, 20, 20)
    page.polygons([], fill="#000000")
    image = pixels(writer.finish())
    places = [
        (30, 35),
        (120, 40),
        (103, 23),
        (205, 25),
        (215, 25),
        (305, 40),
        (320, 40),
        (410, 30),
        (20, 100),
        (40, 100),
    ]
    red, green, white, blue, magenta, cyan = (
        *((255, 0, 0), (0, 255, 0), (255, 255, 255), (0, 0, 255), (255, 0, 255), (0, 255, 255)),
    )
    assert [image.getpixel(place) for place in places] == [
        *(red, green, white, blue, white, magenta, white, white, cyan, white),
    ]


def test_a_page_can_be_turned_and_clipped() -> None:
    writer, page = begin()
    with page.turned(100, 100, 90):
        page.rectangle(0, 0, 50, 10, fill="#ff0000")
        page.link(0, 0, 50, 10, "https://example.org")
    with page.clipped(200, 100, 20, 20):
        page.rectangle(190, 90, 100, 100, fill="#0000ff")
    data = writer.finish()
    image = pixels(data)
    assert [image.getpixel(place) for place in [(95, 140), (105, 140), (205, 105), (230, 105)]] == [
        *((255, 0, 0), (255, 255, 255), (0, 0, 255), (255, 255, 255)),
    ]
    corners = re.search(rb"/Rect \[ ([^\]]*)\]", data)
    assert corners is not None
    assert [float(value) for value in corners[1].split()] == [90, 250, 100, 300]


def test_a_picture_is_drawn_and_told(tmp_path: Path) -> None:
    file = io.BytesIO()
    Image.new("RGB", (100, 100), "#336699").save(file, "PNG")
    writer, page = begin()
    with page.tagged("Figure", alternative="A blue square"):
        page.picture(Picture(file.getvalue()), 50, 60, 40, 40)
    data = writer.finish()
    assert pixels(data).getpixel((60, 70)) == (0x33, 0x66, 0x99)
    assert b"(A blue square)" in data
    assert "Figure" in output("pdfinfo", saved(data, tmp_path), "-struct")


def test_colours_in_other_words_are_a_mistake() -> None:
    _, page = begin()
    with pytest.raises(ValueError, match="#rrggbb"):
        page.rectangle(0, 0, 1, 1, fill="red")


def test_mixed_spans_and_justified_lines_are_copied_whole(tmp_path: Path) -> None:
    style = Style("serif", 11, language="en")
    spans = [
        Span("Some ", style),
        Span("bold", replace(style, bold=True, colour="#aa0000")),
        Span(" words " * 30, style),
    ]
    writer, page = begin()
    page.lines(Typesetter().paragraph(spans, setting=Setting("justify")).lines(300), 20, 20)
    words = output("pdftotext", saved(writer.finish(), tmp_path)).split()
    assert words == ["Some", "bold", *["words"] * 30]


def test_more_letters_with_marks_than_a_font_has_room_for_take_two_fonts(tmp_path: Path) -> None:
    marks = [chr(point) for point in range(0x300, 0x36F) if point != 0x34F]
    text = " ".join(letter + above + below for letter in "ae" for above in marks for below in marks[:80])
    lines = Typesetter().paragraph([Span(text, Style())]).lines(560)
    writer, page = begin()
    for start in range(0, len(lines), 20):
        page.lines(lines[start : start + 20], 20, 20)
        page = writer.page(600, 400)
    path = saved(writer.finish(), tmp_path)
    assert output("pdffonts", path).count("NotoSans-Regular") == 2
    pages = pypdfium2.PdfDocument(path)
    read = "".join(page.get_textpage().get_text_range() for page in pages)
    pages.close()
    assert _composed(read) == _composed(text)


def _composed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())
