"""The programme of an event that has just been thought of."""

from datetime import date
import re
from typing import Final
import unicodedata
from zoneinfo import available_timezones

from majlis.programme.edits.edit import apply
from majlis.programme.edits.event import set_days
from majlis.programme.edits.wording import check_text
from majlis.programme.programme import Programme
from majlis.programme.records import Event
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts

_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def new_programme(title: str, start: date, days: int, zone: str, languages: tuple[str, ...]) -> Programme:
    """Return a programme of nothing but an event and its days; raise `Refusal` where one of these can't be.

    `zone` is an IANA name, `languages` are BCP 47 codes, the main one first; the title is in that one.
    """
    check_languages(languages)
    check_zone(zone)
    named = check_text("title", title)
    event = Event(
        title=Texts({languages[0]: named or "Untitled event"}),
        acronym=acronym_of(named, start),
        zone=zone,
        languages=languages,
        print_languages=languages,
    )
    programme = Programme.of([event])
    return apply(programme, set_days(programme, start, days))


def check_languages(languages: tuple[str, ...]) -> None:
    """Raise `Refusal` where these are not codes of languages, each once."""
    for language in languages:
        if not _LANGUAGE.fullmatch(language):
            raise Refusal(f"“{language}” is no code of a language; write codes such as en, ar, fr or zh-Hans.")
    if not languages or len(set(languages)) < len(languages):
        raise Refusal("An event needs at least one language, and each only once.")


def check_zone(zone: str) -> None:
    """Raise `Refusal` where this is no IANA time zone."""
    if zone not in available_timezones():
        raise Refusal(f"“{zone}” is no time zone; write one such as Asia/Qatar, Europe/Istanbul or Africa/Cairo.")


def acronym_of(title: str, start: date) -> str:
    """Return a short name that other programs accept: Latin letters, digits and underscores, with the year."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", plain)
    short = "_".join(words[:3])[:30] or "event"
    return f"{short}_{start.year}"
