"""What the hours of the day are called, by language; and by which words a timetable's columns are known."""

from functools import cache
import re
from typing import Final

from majlis.calendars.prayers.hours import Hour
from majlis.programme.search import fold
from majlis.programme.texts import Texts

NAMES: Final = {
    Hour.FAJR: Texts(
        en="Fajr", ar="الفجر", fr="Fajr", fa="اذان صبح", tr="İmsak", ur="فجر", id="Subuh", ms="Subuh", bn="ফজর",
        de="Fadschr", es="Fayr", ru="Фаджр",
    ),
    Hour.SUNRISE: Texts(
        en="Sunrise", ar="الشروق", fr="Lever du soleil", fa="طلوع آفتاب", tr="Güneş", ur="طلوعِ آفتاب", id="Terbit",
        ms="Syuruk", bn="সূর্যোদয়", de="Sonnenaufgang", es="Salida del sol", ru="Восход",
    ),
    Hour.DHUHR: Texts(
        en="Dhuhr", ar="الظهر", fr="Dhouhr", fa="اذان ظهر", tr="Öğle", ur="ظہر", id="Zuhur", ms="Zohor", bn="যোহর",
        de="Zuhr", es="Duhr", ru="Зухр",
    ),
    Hour.ASR: Texts(
        en="Asr", ar="العصر", fr="Asr", fa="عصر", tr="İkindi", ur="عصر", id="Asar", ms="Asar", bn="আসর", de="Asr",
        es="Asr", ru="Аср",
    ),
    Hour.MAGHRIB: Texts(
        en="Maghrib", ar="المغرب", fr="Maghrib", fa="اذان مغرب", tr="Akşam", ur="مغرب", id="Magrib", ms="Maghrib",
        bn="মাগরিব", de="Maghrib", es="Magrib", ru="Магриб",
    ),
    Hour.ISHA: Texts(
        en="Isha", ar="العشاء", fr="Icha", fa="عشا", tr="Yatsı", ur="عشاء", id="Isya", ms="Isyak", bn="এশা",
        de="Ischa", es="Isha", ru="Иша",
    ),
    Hour.MIDNIGHT: Texts(
        en="Midnight", ar="منتصف الليل", fr="Milieu de la nuit", fa="نیمه‌شب شرعی", tr="Gece yarısı", ur="نصف شب",
        id="Tengah malam", ms="Tengah malam", bn="মধ্যরাত", de="Mitte der Nacht", es="Medianoche", ru="Полночь",
    ),
}  # fmt: skip

_COLUMNS: Final = {
    Hour.FAJR: "fajar|fecr|subh|subuh|soubh|sobh|fadjr|imsak|sabah|صبح|الصبح|الفجر|فجر|اذان الفجر|اذان صبح|фажр",
    Hour.SUNRISE: "shuruq|shurooq|shorouk|chourouk|syuruq|شروق|طلوع|طلوع الشمس|طلوع افتاب|lever",
    Hour.DHUHR: "zuhr|duhr|dhohr|zohr|dohr|dzuhur|zuhur|luhur|ogle|ظهر|ظہر|صلاة الظهر|اذان الظهر",
    Hour.ASR: "asser|asar|ashar|ikindi|اذان العصر|اذان عصر",
    Hour.MAGHRIB: "magrib|maghreb|aksam|iftar|مغرب|اذان المغرب|اذان مغرب",
    Hour.ISHA: "ishaa|icha|isya|isyak|yatsi|eshaa|esha|عشا|عشاء|اذان العشاء|اذان عشا",
}
_DATES: Final = (
    "date|day|data|tarih|tarikh|tanggal|datum|fecha|jour|gregorian|hijri"
    "|تاريخ|التاريخ|اليوم|تاريخ ميلادي|هجري|روز|یوم|дата|তারিখ"
)
_NOT_LETTERS: Final = re.compile(r"[\W\d_]+")


def hour_name(hour: Hour, language: str) -> str:
    """Return what an hour is called in a language, else in English."""
    return NAMES[hour].best((language, language.replace("_", "-").partition("-")[0], "en"))


def column_named(heading: str) -> Hour | None:
    """Return the hour that a column's heading names, or None."""
    return _headings().get(_letters(heading))


def is_date_heading(heading: str) -> bool:
    """Say whether a column's heading says that dates stand there."""
    return _letters(heading) in {_letters(word) for word in _DATES.split("|")}


@cache
def _headings() -> dict[str, Hour]:
    found = {_letters(name): hour for hour, names in NAMES.items() for name in names.values()}
    found.update({_letters(word): hour for hour, words in _COLUMNS.items() for word in words.split("|")})
    return found


def _letters(heading: str) -> str:
    return _NOT_LETTERS.sub("", fold(heading))
