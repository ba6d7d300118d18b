"""Which values a record may be given by hand, beyond the type of the field; what is imported is only reported."""

from collections.abc import Callable
from datetime import date
import re
from typing import Any, Final, cast
from zoneinfo import available_timezones

from majlis.programme.records import PART_STATES, SESSION_STATES, Span
from majlis.programme.refusal import Refusal

LONGEST: Final = 60 * 24 * 60
"""Minutes that a session may last at most when a person says so: sixty days, for exhibitions."""

MANY: Final = 10_000_000
"""More seats or guests than any event has."""

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
"""The years that an event can be in; calendars and zones are known for them."""

_HASH: Final = re.compile("[0-9a-f]{64}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


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


def check_photo(photo: str) -> None:
    """Raise `Refusal` where this is no hash of a picture; if the file holds it is not known here."""
    if not _HASH.fullmatch(photo):
        raise Refusal(f"“{photo[:70]}” is no picture that the file holds; choose one in the window.")


def check_year(field: str, day: date) -> None:
    """Raise `Refusal` where a day or time lies so far off that it must be a slip."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Refusal(f"The {field} can't be in {day.year}; it lies between {FIRST_YEAR} and {LAST_YEAR}.")


def _one_of(words: tuple[str, ...]) -> Callable[[str, Any], None]:
    def check(field: str, value: Any) -> None:  # noqa: ANN401 - each field has its own type
        if value not in words:
            raise Refusal(f"“{value}” is no {field}; it is one of {', '.join(words)}.")

    return check


def _between(least: int, most: int) -> Callable[[str, Any], None]:
    def check(field: str, value: Any) -> None:  # noqa: ANN401 - each field has its own type
        if value is not None and not least <= value <= most:
            raise Refusal(f"The {field} can't be {value:,}; it lies between {least:,} and {most:,}.")

    return check


def _shaped(pattern: str, example: str) -> Callable[[str, Any], None]:
    def check(field: str, value: Any) -> None:  # noqa: ANN401 - each field has its own type
        if value and not re.fullmatch(pattern, value):
            raise Refusal(f"“{value}” is no {field}; write one such as {example}.")

    return check


def _zone(_: str, value: Any) -> None:  # noqa: ANN401 - each field has its own type
    if value:
        check_zone(value)


def _weekend(field: str, value: Any) -> None:  # noqa: ANN401 - each field has its own type
    for day in value:
        _between(1, 7)(field, day)


_CHECKS: Final[dict[tuple[str, str], Callable[[str, Any], None]]] = {
    ("events", "zone"): lambda _, value: check_zone(value),
    ("events", "languages"): lambda _, value: check_languages(value),
    ("events", "print_languages"): lambda _, value: check_languages(value),
    ("events", "weekend"): _weekend,
    ("places", "seats"): _between(0, MANY),
    ("places", "zone"): _zone,
    ("themes", "colour"): _shaped("#[0-9a-fA-F]{6}", "#2e5fd0"),
    ("sessions", "minutes"): _between(-LONGEST, LONGEST),
    ("sessions", "setup"): _between(0, LONGEST),
    ("sessions", "clearing"): _between(0, LONGEST),
    ("sessions", "expected"): _between(0, MANY),
    ("sessions", "state"): _one_of(SESSION_STATES),
    ("people", "photo"): lambda _, value: check_photo(value) if value else None,
    ("people", "country"): _shaped("[A-Z]{2}", "QA (the ISO code of two letters)"),
    ("parts", "state"): _one_of(PART_STATES),
}


def check_value(table: str, field: str, value: Any) -> None:  # noqa: ANN401 - each field has its own type
    """Raise `Refusal` where a record's field can't be given this value."""
    check = _CHECKS.get((table, field))
    if check is not None:
        check(field, value)
    if isinstance(value, date):
        check_year(field, value)
    if isinstance(value, tuple):
        for span in cast("tuple[object, ...]", value):
            if isinstance(span, Span):
                check_year(field, span.start)
                check_year(field, span.end)
    if isinstance(value, int) and abs(value) > MANY:
        raise Refusal(f"The {field} can't be {value:,}.")
