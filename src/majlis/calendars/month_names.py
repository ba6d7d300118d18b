"""The months of the Hijri and the Solar Hijri calendar by language.

Taken from CLDR 46 and read over by hand. Corrected against it: the Solar Hijri months in Arabic, Urdu and Bengali,
most of which are misspelt there; the Hijri months in Urdu (a torn word, an Arabic ta marbuta), Bengali (the usual
spellings of Bangladesh), Bosnian (half English), Pashto (half Latin), German (its own romanisation) and French (a
backtick for an apostrophe). The Solar Hijri months of Afghanistan are its own, in Pashto and in Dari (fa-AF).

A language that is not here reads the English names.
"""

from functools import cache
from typing import Final

from majlis.calendars.locales import locale_of

HIJRI: Final = {
    "en": "Muharram|Safar|Rabiʻ I|Rabiʻ II|Jumada I|Jumada II"
    "|Rajab|Shaʻban|Ramadan|Shawwal|Dhuʻl-Qiʻdah|Dhuʻl-Hijjah",
    "ar": "محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة",
    "fa": "محرم|صفر|ربیع‌الاول|ربیع‌الثانی|جمادی‌الاول|جمادی‌الثانی|رجب|شعبان|رمضان|شوال|ذیقعده|ذیحجه",
    "ur": "محرم|صفر|ربیع الاول|ربیع الثانی|جمادی الاول|جمادی الثانی|رجب|شعبان|رمضان|شوال|ذوالقعدہ|ذوالحجہ",
    "ps": "محرم|صفر|ربیع الاول|ربیع الثاني|جمادي الاول|جمادي الثاني|رجب|شعبان|رمضان|شوال|ذوالقعده|ذوالحجه",
    "tr": "Muharrem|Safer|Rebiülevvel|Rebiülahir|Cemaziyelevvel|Cemaziyelahir"
    "|Recep|Şaban|Ramazan|Şevval|Zilkade|Zilhicce",
    "az": "Məhərrəm|Səfər|Rəbiüləvvəl|Rəbiülaxır|Cəmadiyələvvəl|Cəmadiyəlaxır"
    "|Rəcəb|Şaban|Ramazan|Şəvval|Zilqədə|Zilhiccə",
    "ms": "Muharam|Safar|Rabiulawal|Rabiulakhir|Jamadilawal|Jamadilakhir"
    "|Rejab|Syaaban|Ramadan|Syawal|Zulkaedah|Zulhijah",
    "id": "Muharam|Safar|Rabiulawal|Rabiulakhir|Jumadilawal|Jumadilakhir"
    "|Rajab|Syakban|Ramadan|Syawal|Zulkaidah|Zulhijah",
    "fr": "mouharram|safar|rabia al awal|rabia ath-thani|joumada al oula|joumada ath-thania"
    "|rajab|chaabane|ramadan|chawwal|dhou al-qi’da|dhou al-hijja",
    "bn": "মুহররম|সফর|রবিউল আউয়াল|রবিউস সানি|জমাদিউল আউয়াল|জমাদিউস সানি|রজব|শাবান|রমজান|শাওয়াল|জিলকদ|জিলহজ",
    "de": "Muharram|Safar|Rabīʿ I|Rabīʿ II|Dschumādā I|Dschumādā II"
    "|Radschab|Schaʿbān|Ramadan|Schawwāl|Dhū l-Qaʿda|Dhū l-Hiddscha",
    "es": "muharram|safar|rabiʻ I|rabiʻ II|jumada I|jumada II"
    "|rajab|shaʻban|ramadán|shawwal|dhuʻl-qiʻdah|dhuʻl-hijjah",
    "ru": "мухаррам|сафар|раби-уль-авваль|раби-уль-ахир|джумад-уль-авваль|джумад-уль-ахир"
    "|раджаб|шаабан|рамадан|шавваль|зуль-каада|зуль-хиджжа",
    "bs": "muharrem|safer|rebiu-l-evvel|rebiu-l-ahir|džumade-l-ula|džumade-l-uhra"
    "|redžeb|ša’ban|ramazan|ševval|zu-l-ka’de|zu-l-hidždže",
    "sq": "muharrem|sefer|rebiul-evel|rebiu-theni|xhumadel-ula|xhumade-theni"
    "|rexheb|shaban|ramazan|sheval|dhul-kade|dhul-hixhe",
    "uz": "Muharram|Safar|Rabiʼul avval|Rabiʼus soniy|Jumodul avval|Jumodus soniy"
    "|Rajab|Sha’bon|Ramazon|Shavvol|Zulqaʼda|Zulhijja",
    "kk": "Мұхаррам|Сафар|Рабиғул әууәл|Рабиғул ахир|Жұмадәл әууәл|Жұмадәл ахир"
    "|Ережеп|Шағбан|Рамазан|Шәууал|Зұлқағда|Зұлхижжа",
}  # fmt: skip

SOLAR_HIJRI: Final = {
    "en": "Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand",
    "ar": "فروردين|أرديبهشت|خرداد|تير|مرداد|شهريور|مهر|آبان|آذر|دي|بهمن|إسفند",
    "fa": "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند",
    "fa-AF": "حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت",
    "ur": "فروردین|اردیبہشت|خرداد|تیر|مرداد|شہریور|مہر|آبان|آذر|دی|بہمن|اسفند",
    "ps": "وری|غویی|غبرګولی|چنګاښ|زمری|وږی|تله|لړم|لیندۍ|مرغومی|سلواغه|کب",
    "tr": "Ferverdin|Ordibeheşt|Hordad|Tir|Mordad|Şehriver|Mehr|Aban|Azer|Dey|Behmen|Esfend",
    "az": "Fərvərdin|Ordibeheşt|Xordad|Tir|Mordad|Şəhrivər|Mehr|Aban|Azər|Dey|Bəhmən|Esfənd",
    "ms": "Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand",
    "id": "Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand",
    "fr": "farvardin|ordibehešt|khordâd|tir|mordâd|šahrivar|mehr|âbân|âzar|dey|bahman|esfand",
    "bn": "ফার্ভার্দিন|অর্দিবেহেশ্ত|খোর্দাদ|তির|মোর্দাদ|শাহরিভার|মেহর|আবান|আজার|দেই|বাহমান|এসফান্দ",
    "de": "Farwardin|Ordibehescht|Chordād|Tir|Mordād|Schahriwar|Mehr|Ābān|Āsar|Dey|Bahman|Esfand",
    "es": "farvardin|ordibehesht|jordad|tir|mordad|shahrivar|mehr|aban|azar|dey|bahman|esfand",
    "ru": "фарвардин|ордибехешт|хордад|тир|мордад|шахривар|мехр|абан|азар|дей|бахман|эсфанд",
    "uz": "farvardin|urdibihisht|xurdod|tir|murdod|shahrivar|mehr|obon|ozar|dey|bahman|isfand",
    "kk": "Фарвардин|Ордибехешт|Хордад|Тир|Мордад|Шахривар|Мехр|Абан|Азар|Дей|Бахман|Эсфанд",
}  # fmt: skip


_TABLES: Final = {"hijri": HIJRI, "solar-hijri": SOLAR_HIJRI}


@cache
def month_names(calendar: str, language: str) -> tuple[str, ...]:
    """Return the twelve names of a calendar's months (`hijri` or `solar-hijri`) in a language, else in English."""
    table = _TABLES[calendar]
    return tuple(table[_key(table, language) or "en"].split("|"))


def has_month_names(calendar: str, language: str) -> bool:
    """Say whether a language has names of its own here; one that nobody knows is read as English, which has."""
    return bool(_key(_TABLES[calendar], language)) or locale_of(language).language == "en"


def _key(table: dict[str, str], language: str) -> str:
    tag = language.replace("_", "-")
    return next((key for key in (tag, tag.partition("-")[0].lower()) if key in table), "")
