"""One record of the programme with what a source tells of it: only what the source gives and differs.

A text that the record has already, in whatever language, is no news; other languages stay. Languages, equipment
and links are added to those that are there.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

from majlis.exchange.folding import fold
from majlis.exchange.web_addresses import web_address
from majlis.programme.edits.wording import clean_text
from majlis.programme.kinds import kind_called
from majlis.programme.programme import Programme
from majlis.programme.records import Link, Record, Session
from majlis.programme.texts import Texts

KEPT = frozenset({("places", "position"), ("places", "key"), ("themes", "position"), ("themes", "key")})
"""Fields that are the committee's own once a record is there."""


NAMING = ("name", "title")
"""Fields by which a record is known."""


def merged(
    programme: Programme, here: Record, told: Record, fields: Iterable[str], *, keeps_names: bool = False
) -> Record:
    """Return a record with the news of a told one in the given fields.

    `keeps_names` lets it be called as it is called here in the languages that are there.
    """
    values = {field: _merge(programme, here, told, field) for field in fields if (here.table, field) not in KEPT}
    if keeps_names:
        values |= {field: values[field].but(getattr(here, field)) for field in NAMING if field in values}
    return replace(here, **values)


def _merge(programme: Programme, here: Record, told: Record, field: str) -> Any:  # noqa: ANN401 - each field has its own type
    old, new = getattr(here, field), getattr(told, field)
    match field:
        case "key":
            return old or new
        case "kind":
            return old if kind_called(clean_text(field, old)[0]) == new else new
        case "url":
            return old if web_address(old) == web_address(new) else new
        case "theme_id":
            return old if _same_theme(programme, cast("Session", here), cast("Session", told)) else new
        case "languages" | "interpretation" | "equipment":
            return (*old, *(language for language in new if language not in old))
        case "links":
            return _links(old, new)
        case _:
            return _texts(field, old, new) if isinstance(old, Texts) else new


def _texts(field: str, old: Texts, new: Texts) -> Texts:
    there = {clean_text(field, text)[0] for text in old.values()}
    return old.but({language: text for language, text in new.items() if text not in there})


def _links(old: tuple[Link, ...], new: tuple[Link, ...]) -> tuple[Link, ...]:
    there = {_compared(link) for link in old}
    return (*old, *(link for link in new if _compared(link) not in there))


def _compared(link: Link) -> tuple[str, str]:
    url = clean_text("url", link.url)[0]
    return clean_text("title", link.title)[0] or url, web_address(url)


def _same_theme(programme: Programme, here: Session, told: Session) -> bool:
    old, new = programme.themes.get(here.theme_id or ""), programme.themes.get(told.theme_id or "")
    if old is None or new is None:
        return here.theme_id == told.theme_id
    return bool({fold(name) for name in old.name.values()} & {fold(name) for name in new.name.values()})
