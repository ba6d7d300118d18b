"""Where a time is from, in a few words of a language: what is printed below every table of prayers."""

from typing import Final

from majlis.calendars import words
from majlis.calendars.prayers.computing import NO_SUNSET
from majlis.calendars.prayers.methods import METHODS
from majlis.calendars.prayers.times import Source
from majlis.programme.texts import Texts

_COMPUTED: Final = Texts(
    en="Computed", ar="بالحساب", fr="Calculé", fa="محاسبه‌شده", tr="Hesaplanan", ur="حساب سے", id="Dihitung",
    ms="Dikira", bn="গণনাকৃত", de="Berechnet", es="Calculado", ru="Расчёт",
)  # fmt: skip
_TIMETABLE: Final = Texts(
    en="Timetable", ar="جدول المواقيت", fr="Horaire", fa="جدول اوقات", tr="Vakit cetveli", ur="نقشۂ اوقات",
    id="Jadwal", ms="Jadual", bn="সময়সূচি", de="Zeitplan", es="Horario", ru="Расписание",
)  # fmt: skip
_MINUTES: Final = Texts(
    en="min", ar="دقيقة", fr="min", fa="دقیقه", tr="dk", ur="منٹ", id="menit", ms="minit", bn="মিনিট", de="Min.",
    es="min", ru="мин",
)  # fmt: skip
_RULES: Final = {
    "seventh": Texts(
        en="one seventh of the night", ar="سُبع الليل", fr="un septième de la nuit", fa="یک‌هفتم شب",
        tr="gecenin yedide biri", ur="رات کا ساتواں حصہ", id="sepertujuh malam", ms="satu pertujuh malam",
        bn="রাতের এক-সপ্তমাংশ", de="ein Siebtel der Nacht", es="un séptimo de la noche", ru="одна седьмая ночи",
    ),
    "middle": Texts(
        en="middle of the night", ar="منتصف الليل", fr="milieu de la nuit", fa="نیمهٔ شب", tr="gecenin ortası",
        ur="نصف شب", id="pertengahan malam", ms="pertengahan malam", bn="মধ্যরাত", de="Mitte der Nacht",
        es="mitad de la noche", ru="середина ночи",
    ),
    "angle": Texts(
        en="part of the night by the angle", ar="جزء من الليل بحسب الزاوية", fr="part de la nuit selon l’angle",
        fa="بخشی از شب به نسبت زاویه", tr="açıya göre gece payı", ur="زاویے کے مطابق رات کا حصہ",
        id="bagian malam menurut sudut", ms="bahagian malam mengikut sudut", bn="কোণ অনুযায়ী রাতের অংশ",
        de="Teil der Nacht nach dem Winkel", es="parte de la noche según el ángulo", ru="часть ночи по углу",
    ),
    "moonsighting": Texts(
        en="twilight by season", ar="الشفق بحسب الفصل", fr="crépuscule selon la saison", fa="شفق به نسبت فصل",
        tr="mevsime göre şafak", ur="موسم کے مطابق شفق", id="senja menurut musim", ms="senja mengikut musim",
        bn="ঋতু অনুযায়ী গোধূলি", de="Dämmerung nach Jahreszeit", es="crepúsculo según la estación",
        ru="сумерки по времени года",
    ),
    "nearest": Texts(
        en="as at latitude 45°", ar="قياسًا على خط العرض 45°", fr="comme à 45° de latitude",
        fa="به قیاس عرض ۴۵ درجه", tr="45° enlemine göre", ur="عرض بلد 45° کے مطابق", id="menurut lintang 45°",
        ms="mengikut latitud 45°", bn="45° অক্ষাংশ অনুযায়ী", de="wie auf 45° Breite",
        es="como a 45° de latitud", ru="как на широте 45°",
    ),
    NO_SUNSET: Texts(
        en="no sunrise or sunset, so as at latitude 45°", ar="لا شروق ولا غروب، قياسًا على خط العرض 45°",
        fr="ni lever ni coucher, comme à 45° de latitude", fa="بدون طلوع و غروب، به قیاس عرض ۴۵ درجه",
        tr="güneş doğup batmıyor, 45° enlemine göre", ur="طلوع و غروب نہیں، عرض بلد 45° کے مطابق",
        id="tanpa terbit dan terbenam, menurut lintang 45°", ms="tiada terbit dan terbenam, mengikut latitud 45°",
        bn="সূর্যোদয়-সূর্যাস্ত নেই, 45° অক্ষাংশ অনুযায়ী",
        de="kein Auf- oder Untergang, daher wie auf 45° Breite",
        es="sin salida ni puesta, como a 45° de latitud", ru="нет восхода и захода, как на широте 45°",
    ),
}  # fmt: skip


def source_words(source: Source, language: str) -> str:
    """Return where a time is from, as "Computed: Muslim World League, one seventh of the night, +2 min"."""
    if source.timetable:
        return f"{_in(_TIMETABLE, language)}: {source.timetable}"
    parts = [_in(METHODS[source.method].name, language)]
    if source.rule:
        parts.append(words.digits(_in(_RULES[source.rule], language), language))
    if source.adjusted:
        minutes = words.digits(f"{abs(source.adjusted)} {_in(_MINUTES, language)}", language)
        parts.append(f"{'+' if source.adjusted > 0 else '−'}{minutes}")
    return f"{_in(_COMPUTED, language)}: {words.joined(parts, language)}"


def rule_words(rule: str, language: str) -> str:
    """Return what a rule for high latitudes is called in a language, "" where the sun itself gave the time."""
    return words.digits(_in(_RULES[rule], language), language) if rule else ""


def _in(texts: Texts, language: str) -> str:
    return texts.best((language, language.replace("_", "-").partition("-")[0], "en"))
