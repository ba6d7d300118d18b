"""Why a copy of a file was made, when, and how large it is, in words."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from majlis.calendars.words import short_day
from majlis.store.backups import DAILY
from majlis.ui.languages import isolated

_CONTEXT = "Backups"


def why_in_words(why: str) -> str:
    """Return why a copy was made, as a person says it; the words of another version as they are."""
    tr = QCoreApplication.translate
    known = {
        DAILY: tr(_CONTEXT, "At the first change of the day"),
        "by hand": tr(_CONTEXT, "By hand"),
        "before import": tr(_CONTEXT, "Before a schedule was imported"),
        "before merge": tr(_CONTEXT, "Before a colleague’s copy was brought in"),
        "before restore": tr(_CONTEXT, "Before going back to another copy"),
        "before plan": tr(_CONTEXT, "Before the timetable was planned"),
        "when it was replaced": tr(_CONTEXT, "When another program had replaced the file"),
        "damaged": tr(_CONTEXT, "The damaged file itself"),
    }
    if why.startswith("before format "):
        return tr(_CONTEXT, "Before a newer Majlis took over the file")
    return known.get(why, f"{why[:1].upper()}{why[1:]}")


def moment_in_words(at: datetime) -> str:
    """Return when a copy was made, as in “Thu 21 Oct 2027, 18:02”."""
    return f"{short_day(at.date())} {at:%Y, %H:%M}"


def size_in_words(size: int) -> str:
    """Return how large a file is, as in “1.4 MB”."""
    tr = QCoreApplication.translate
    if size < 1_000_000:
        return isolated(tr(_CONTEXT, "{size} KB").format(size=f"{max(size // 1000, 1):,}"))
    return isolated(tr(_CONTEXT, "{size} MB").format(size=f"{size / 1_000_000:,.1f}"))
