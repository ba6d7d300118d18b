"""How records and people are called, and how names sort: articles are passed over, nothing is ever split."""

from collections.abc import Iterable
import re
from typing import Final
import unicodedata

from majlis.programme.programme import Programme
from majlis.programme.records import (
    Absence,
    Day,
    Edition,
    Event,
    Part,
    Person,
    Place,
    Placement,
    Record,
    Session,
    Theme,
)

UNTITLED: Final = "(untitled)"
_ONE_LETTER: Final = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")
"""Scripts in which one letter stands for a whole name."""

_ARTICLE: Final = re.compile(r"^(?:(?:al|el|as|ash|ad|an|ar|at|az)[-‐‑]|ال)(?=\w{2})", re.IGNORECASE)


def name_of(programme: Programme, record: Record, languages: Iterable[str] = ()) -> str:
    """Return what people call a record, in the first of the languages that has it; never empty."""
    languages = tuple(languages) or programme.event.languages
    match record:
        case Session() | Event():
            return record.title.best(languages) or UNTITLED
        case Place() | Theme() | Person():
            return record.name.best(languages) or UNTITLED
        case Day():
            return record.name.best(languages) or record.date.isoformat()
        case Placement():
            return name_of(programme, programme.sessions[record.session_id], languages)
        case Part():
            person = name_of(programme, programme.people[record.person_id], languages)
            return f"{person} ({record.role})"
        case Absence():
            whom = programme.people.get(record.person_id or "") or programme.places.get(record.place_id or "")
            return name_of(programme, whom, languages) if whom else UNTITLED
        case Edition():
            return str(record.number)
        case _:
            return record.id


def full_name(person: Person, languages: Iterable[str] = ()) -> str:
    """Return a person's name with the titles before it, both in one language."""
    language = person.name.language(languages)
    return f"{person.honorific.get(language, '')} {person.name.get(language, UNTITLED)}".strip()


def sort_key(name: str) -> str:
    """Return what a name sorts by: without a leading article, accents and marks; `Abu`, `Ibn` and `bin` count."""
    plain = unicodedata.normalize("NFKD", _ARTICLE.sub("", name.strip()))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return letters.casefold().lstrip("ʿʾ‘’'\"“”«»()[] ")


def person_sort_key(person: Person, language: str) -> str:
    """Return what a person sorts by in a language: the sort form of the name where there is one."""
    return sort_key(person.sort_name.get(language) or person.name.best((language,)))


def initials(name: str) -> str:
    """Return the one or two letters that stand for a name where there is no room for it; "" without any letter.

    Articles are passed over, and the letters of joined scripts stand apart.
    """
    words = (_ARTICLE.sub("", word) for word in unicodedata.normalize("NFC", name).split())
    firsts = [letter for word in words if (letter := next(filter(_is_letter, word), ""))]
    if len(firsts) < 2 or unicodedata.name(firsts[0], "").startswith(_ONE_LETTER):
        return "".join(firsts[:1]).upper()[:1]
    ends = (firsts[0].upper()[:1], firsts[-1].upper()[:1])
    return (" " if unicodedata.bidirectional(ends[0]) == "AL" else "").join(ends)


def _is_letter(sign: str) -> bool:
    return sign.isalpha() and unicodedata.category(sign) != "Lm"
