"""Finding text across scripts and spellings: both sides are folded, and what is left is a plain substring.

Folding is NFKD, case, accents and vowel marks off, the forms of alef, ya, kaf, ha and waw made one each, tatweel
and joiners left out, digits made Latin.
"""

from functools import lru_cache
import sys
from typing import Final
import unicodedata

from majlis.programme.names import full_name
from majlis.programme.programme import Programme
from majlis.programme.records import Person, Place, Record, Session, Theme

_ALIKE: Final = {"ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ے": "ي"}
_SILENT: Final = (
    "ـ\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
)


def _folding() -> dict[int, str | None]:
    table: dict[int, str | None] = {}
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        if unicodedata.combining(letter):
            table[code] = None
        elif (digit := unicodedata.decimal(letter, None)) is not None:
            table[code] = str(digit)
    table.update({ord(letter): plain for letter, plain in _ALIKE.items()})
    table.update({ord(letter): None for letter in _SILENT})
    table.update({ord("ı"): "i", ord("’"): "'", ord("ø"): "o", ord("ł"): "l", ord("đ"): "d"})
    return table


@lru_cache(maxsize=1)
def _table() -> dict[int, str | None]:
    return _folding()


def fold(text: str) -> str:
    """Return what a text is searched by; folding twice is folding once."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text)
    # case before and after, since a mathematical capital is none until it is plain
    return unicodedata.normalize("NFKD", plain.casefold()).casefold().translate(_table())


def searched(programme: Programme, record: Record) -> str:
    """Return everything that a record is found by, folded, each text on a line of its own."""
    match record:
        case Session():
            people = (programme.people[part.person_id] for part in programme.parts_of(record.id))
            theme = programme.themes.get(record.theme_id or "")
            texts = [
                *record.title.values(),
                *record.subtitle.values(),
                *record.abstract.values(),
                *(name for person in people for name in person.name.values()),
                *(theme.name.values() if theme else ()),
                record.key,
                record.kind,
            ]
        case Person():
            names = (full_name(record, (language,)) for language in record.name)
            texts = [*names, *record.organisation.values(), record.country, *record.contacts.values()]
        case Place() | Theme():
            texts = [*record.name.values(), record.key]
        case _:
            texts = [record.id]
    return fold("\n".join(texts))


def matches(query: str, folded: str) -> bool:
    """Say whether every word of a query stands somewhere in a folded text."""
    return all(word in folded for word in fold(query).split())
