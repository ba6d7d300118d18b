"""How the windows say changes: days with their weekday, countries and languages by name."""

from datetime import date, datetime
from functools import cache
from types import MappingProxyType
from typing import Final

from majlis.calendars.words import short_day
from majlis.programme.journal.wording import Spoken, Wording
from majlis.programme.programme import Programme
from majlis.ui.languages import country_name, language_name

SPOKEN: Final[Spoken] = MappingProxyType(
    {
        "country": country_name,
        "language": language_name,
        "languages": language_name,
        "interpretation": language_name,
        "print_languages": language_name,
    }
)


def moment_in_words(at: datetime) -> str:
    """Return a moment in this laptop's time, as “Thu 21 Oct 18:02”."""
    local = at.astimezone()
    return f"{_day(local.date())} {local:%H:%M}"


def wording(programme: Programme) -> Wording:
    """Return the wording of a programme's changes in the windows."""
    return Wording(programme, _day, SPOKEN)


@cache
def _day(day: date) -> str:
    """Return a day in words; a large merge says the same few days some thousand times."""
    return short_day(day)
