"""What a character of a hostile text costs, in paragraphs and in print: run as a script.

    .venv/bin/python tests/benchmarks/bench_hostile_texts.py [CHARACTERS]

Texts that no person types but a file may bring: one word without an end, marks without a base, marks of direction,
brackets that never close. Each is set and printed at a length (5,000 characters unless told) and at four times
that; what grows with the length alone costs the same microseconds a character at both. Prints a table; never fails
by time.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
import sys
import time
from typing import Final

from majlis.pages.edition import PAPERS, Edition
from majlis.pages.orders import Options, Steps, no_progress
from majlis.pages.products import print_product
from majlis.programme.programme import Programme
from majlis.programme.records import Day, Event, Part, Person, Place, Placement, Session
from majlis.programme.texts import Texts
from majlis.typesetting.paragraph import Setting
from majlis.typesetting.styles import Span, Style
from majlis.typesetting.typesetter import Typesetter

USUAL: Final = 5_000
TIMES: Final = 4
"""How many times longer the second of two texts is."""

PATTERNS: Final = {
    "words, Latin": "word ",
    "words, Arabic": "كلمة ",
    "words of both": "word كلمة ",
    "one word, Latin": "x",
    "one word, Arabic": "س",
    "one word of both": "xس",
    "one word, Thai": "ก",
    "ideographs": "会",
    "hyphens": "ab-",
    "soft hyphens": "ab\u00ad",
    "soft hyphens, Arabic": "سب\u00ad",
    "no-break spaces": "ab\u00a0",
    "zero-width spaces": "a\u200b",
    "marks without a base": "\u0301",
    "marks, Arabic": "\u0651",
    "marks of many kinds": "\u0301\u0651\u093f",
    "joiners": "\u200d",
    "embeddings": "\u202b",
    "overrides in words": "\u202ea\u202c س",
    "isolates": "\u2067",
    "isolates of their own": "\u2068",
    "isolates, closed": "\u2068س\u2069a",
    "all of direction": "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    "brackets": "(",
    "brackets, closed": "(a)س",
    "numbers": "1,",
    "numbers, Arabic": "س1+",
    "signs": "$%",
    "flags": "\U0001f1f6",
    "families": "\U0001f469\u200d",
    "characters of no font": "\U0001e94b",
}


def text_of(pattern: str, length: int) -> str:
    """Return a text of about that many characters; the brackets of the one that opens them close the wrong way."""
    repeated = pattern * (length // len(pattern))
    return repeated if pattern != "(" else repeated[: length // 2] + "]" * (length // 2)


def analysed(text: str) -> object:
    """Analyse a text as a paragraph."""
    return Typesetter().paragraph([Span(text, Style("serif", 9, language="en"))], setting=Setting(hyphenate=True))


def broken(text: str) -> object:
    """Break it into lines too, as an abstract is."""
    setting = Setting("justify", hyphenate=True)
    return Typesetter().paragraph([Span(text, Style("serif", 9, language="en"))], setting=setting).lines(300)


def fitted(text: str) -> object:
    """Set it in a small box, as in a table or on a badge."""
    edition = Edition(Programme.of(), Options("en"), PAPERS["a5"], Steps(no_progress, 1, 1.0))
    return edition.cut(text, "cell", 70, 40, floor=5.6, language="en")


def programme(text: str, place: str) -> Programme:
    """Return a programme of one session, of which this is the title, the abstract, the speaker's name."""
    start = datetime(2027, 10, 21, 9)
    texts = Texts(en=text)
    abstract = texts if place == "abstract" else Texts()
    return Programme.of(
        [
            Event(title=Texts(en="Days") if place != "event" else texts),
            Day(id="day", date=start.date(), start=start, end=start.replace(hour=18)),
            Place(id="hall", name=Texts(en="Hall") if place != "place" else texts),
            Session(id="session", title=texts if place == "title" else Texts(en="Ink"), abstract=abstract),
            Placement(id="placement", session_id="session", place_id="hall", start=start),
            Person(id="person", name=Texts(en="Mira Sol") if place != "name" else texts),
            Part(id="part", session_id="session", person_id="person"),
        ]
    )


def printed(product: str, place: str, text: str) -> object:
    """Print a product of a programme with the text in one place."""
    return print_product(programme(text, place), product, Options())


JOBS: Final[dict[str, Callable[[str], object]]] = {
    "analysed": analysed,
    "broken": broken,
    "fitted": fitted,
    "title": partial(printed, "book", "title"),
    "abstract": partial(printed, "book", "abstract"),
    "name": partial(printed, "book", "name"),
    "place": partial(printed, "book", "place"),
    "event": partial(printed, "book", "event"),
    "badge": partial(printed, "badges", "name"),
}


def microseconds(job: Callable[[str], object], text: str) -> float:
    """Return what a character of a text costs."""
    start = time.process_time()
    job(text)
    return (time.process_time() - start) / len(text) * 1e6


def main(arguments: list[str]) -> None:
    """Measure and print: for each text and job the microseconds a character at both lengths."""
    length = int(arguments[0]) if arguments else USUAL
    for job in JOBS.values():
        job("warm")
    print(f"microseconds a character at {length:,} and {TIMES * length:,} characters")
    print(f"{'':<24}" + "".join(f"{job:>15}" for job in JOBS))
    for name, pattern in PATTERNS.items():
        cells: list[str] = []
        for job in JOBS.values():
            short, long = (microseconds(job, text_of(pattern, times * length)) for times in (1, TIMES))
            cells.append(f"{short:>6.0f}{long:>7.0f}" + (" !" if long > 2 * short + 10 else "  "))
        print(f"{name:<24}" + "".join(cells), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
