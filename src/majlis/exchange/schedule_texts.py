"""Texts of a source as a programme holds them: clean, plain, and each under the language that it is in."""

from collections import Counter
from collections.abc import Iterable, Mapping

from majlis.exchange.doubts import Doubts
from majlis.exchange.html_text import is_marked_up, plain_line, plain_paragraphs
from majlis.exchange.language_codes import language_code, parse_languages
from majlis.exchange.raw_schedule import RawEvent, RawText
from majlis.exchange.scripts import language_for
from majlis.programme.edits.wording import LONG_FIELDS, clean_text
from majlis.programme.texts import Texts

LANGUAGES: int = 6
"""Languages that a source's event gets at most; the most frequent ones."""


class Wording:
    """Turns raw texts into clean ones, reports what it changed, and counts the mark-up that it removed."""

    def __init__(self, doubts: Doubts, languages: tuple[str, ...]) -> None:
        self.languages = languages
        self._doubts = doubts
        self._marked_up = 0

    def line(self, field: str, text: str, where: str) -> str:
        """Return one text, plain and clean."""
        if field in LONG_FIELDS:
            self._marked_up += is_marked_up(text)
            text = plain_paragraphs(text)
        else:
            text = plain_line(text)
        cleaned, done = clean_text(field, text)
        if done:
            self._doubts.add("unclean texts", where, f"has a {field} with what can't be printed: {done}")
        return cleaned

    def texts(self, field: str, raw: RawText, where: str, spoken: Iterable[str] = ()) -> Texts:
        """Return a text by language: a map as it is, a string under the spoken language that fits its script."""
        preferred = (*spoken, *self.languages)
        if isinstance(raw, str):
            text = self.line(field, raw, where)
            return Texts({language_for(text, preferred): text}) if text else Texts()
        texts = {language: self.line(field, text, where) for language, text in raw.items()}
        return Texts({language_code(key) or language_for(text, preferred): text for key, text in texts.items()})

    def word(self, field: str, raw: RawText, where: str) -> str:
        """Return the one text of a field without languages: of a map the first that the event's languages have."""
        if isinstance(raw, str):
            return self.line(field, raw, where)
        return self.texts(field, raw, where).best(self.languages)

    def finish(self) -> None:
        """Report how many texts held mark-up."""
        if self._marked_up:
            noun = "text" if self._marked_up == 1 else "texts"
            self._doubts.add(
                "mark-up", "the whole file", f"{self._marked_up:,} {noun} held HTML; it was made plain paragraphs"
            )


def spoken_languages(event: RawEvent, doubts: Doubts) -> tuple[str, ...]:
    """Return the languages that an event says it is held in."""
    languages = parse_languages(event.language)
    if languages.doubt:
        doubts.add("odd languages", event.where, languages.doubt)
    return languages.codes


def main_languages(events: Iterable[RawEvent]) -> tuple[str, ...]:
    """Return the languages of a source, the most frequent first; guessed by script where it names none."""
    named: Counter[str] = Counter()
    guessed: Counter[str] = Counter()
    for event in events:
        named.update(parse_languages(event.language).codes)
        if isinstance(event.title, Mapping):
            named.update(code for key in event.title if (code := language_code(key)))
        else:
            guessed[language_for(event.title, ())] += 1
    counts = named or guessed or Counter(["en"])
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    return tuple(ranked[:LANGUAGES])
