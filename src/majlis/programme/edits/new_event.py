"""The programme of an event that has just been thought of."""

from datetime import date
import re
import unicodedata

from majlis.programme.edits.edit import apply
from majlis.programme.edits.event import set_days
from majlis.programme.edits.validity import check_languages, check_zone
from majlis.programme.edits.wording import check_text
from majlis.programme.programme import Programme
from majlis.programme.records import Event
from majlis.programme.texts import Texts


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


def acronym_of(title: str, start: date) -> str:
    """Return a short name that other programs accept: Latin letters, digits and underscores, with the year."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", plain)
    short = "_".join(words[:3])[:30] or "event"
    return f"{short}_{start.year}"
