"""How long a whole book takes to set and write, and how much memory: run as a script.

    .venv/bin/python tests/benchmarks/bench_typesetting.py [SCHEDULE.xml]

The text is that of a real schedule, or words made up in the same amount. Every third session is given in Arabic.
"""

from collections.abc import Iterator
from pathlib import Path
import random
import re
import resource
import sys
import time

from defusedxml import ElementTree

from majlis.typesetting.paragraph import Paragraph, Setting
from majlis.typesetting.pdf.page import Page
from majlis.typesetting.pdf.writer import PdfWriter
from majlis.typesetting.styles import Span, Style
from majlis.typesetting.typesetter import Typesetter

SESSIONS = 883
ARABIC = [
    "مؤتمر",
    "دولي",
    "حول",
    "البرمجيات",
    "الحرة",
    "والنشر",
    "في",
    "الدوحة،",
    "بمشاركة",
    "45",
    "متحدثًا",
    "من",
    "UNESCO",
    "وغيرها.",
    "هل",
    "نبدأ؟",
    "نعم",
    "(2027)",
]
LATIN = [
    "A",
    "session",
    "on",
    "free",
    "software,",
    "its",
    "people",
    "and",
    "the",
    "well-known",
    "“office”",
    "of",
    "publishing;",
    "45",
    "speakers",
    "(2027)",
]
WIDTH, HEIGHT, MARGIN = 420.0, 595.0, 36.0


def main() -> None:
    """Set the book, and say what it took."""
    source = sys.argv[1] if len(sys.argv) > 1 else ""
    sessions = list(_from_schedule(Path(source)) if source else _made_up())
    letters = sum(len(title) + len(abstract) for title, abstract, _ in sessions)
    start = time.process_time()
    typesetter = Typesetter()
    paragraphs = [paragraph for session in sessions for paragraph in _paragraphs(typesetter, *session)]
    analysed = time.process_time()
    columns = [paragraph.lines(WIDTH - 2 * MARGIN) for paragraph in paragraphs]
    broken = time.process_time()
    writer = PdfWriter("A book", "en")
    pages, y = 0, HEIGHT
    page: Page | None = None
    for lines in columns:
        for line in lines:
            if page is None or y + line.height > HEIGHT - MARGIN:
                page, y = writer.page(WIDTH, HEIGHT), MARGIN
                pages += 1
            with page.tagged("P"):
                page.text(line, MARGIN, y + line.baseline)
            y += line.height
    drawn = time.process_time()
    data = writer.finish()
    written = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{letters:,} characters, {pages} pages, {len(data) / 1e6:.1f} MB; peak {peak:.0f} MB")
    print(
        f"analysed {analysed - start:.1f} s, broken {broken - analysed:.1f} s, drawn {drawn - broken:.1f} s, "
        f"written {written - drawn:.1f} s, together {written - start:.1f} s"
    )


def _paragraphs(typesetter: Typesetter, title: str, abstract: str, language: str) -> Iterator[Paragraph]:
    yield typesetter.paragraph([Span(title, Style("sans", 12, bold=True, language=language))])
    body = Style("serif", 9.5, language=language)
    for paragraph in abstract.split("\n"):
        if paragraph.strip():
            yield typesetter.paragraph([Span(paragraph, body)], setting=Setting("justify", hyphenate=True))


def _from_schedule(path: Path) -> Iterator[tuple[str, str, str]]:
    for event in ElementTree.parse(path).iter("event"):
        text = re.sub(r"<(?:/p|br */?)>", "\n", event.findtext("abstract") or "")
        text += "\n" + (event.findtext("description") or "")
        people = ", ".join(person.text or "" for person in event.iter("person"))
        yield event.findtext("title") or "", re.sub("<[^>]*>", "", text) + "\n" + people, "en"


def _made_up() -> Iterator[tuple[str, str, str]]:
    chance = random.Random(7)
    for number in range(SESSIONS):
        words, language = (ARABIC, "ar") if number % 3 == 0 else (LATIN, "en")
        text = "\n".join(" ".join(chance.choice(words) for _ in range(70)) for _ in range(4))
        yield " ".join(chance.choice(words) for _ in range(6)), text, language


if __name__ == "__main__":
    main()
