"""The methods by which prayer times are computed, with the angles and minutes that their authorities publish.

Angles are those of the sun's centre below the horizon. Minutes are added last: some authorities publish times
with a margin of safety (temkin, ihtiyat) of their own. The figures are those that the authorities publish and
that the tables of methods of AlAdhan, PrayTimes, ITL and Adhan repeat; Malaysia's Fajr is 18° since November
2019 (before, 20°).
"""

from dataclasses import dataclass
from typing import Final, Literal

from majlis.calendars.prayers.high_latitudes import Rule
from majlis.calendars.prayers.hours import NO_MINUTES, Minutes
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts

School = Literal["standard", "hanafi"]
"""When Asr begins: a shadow has grown by its thing's length (Shafi'i, Maliki, Hanbali, Ja'fari) or by two."""

SHADOWS: Final[dict[School, float]] = {"standard": 1.0, "hanafi": 2.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How an authority tells the hours.

    Isha is at the angle `isha` after sunset, or `isha_minutes` after Maghrib where these are not 0
    (`ramadan_minutes` in Ramadan). Maghrib is at sunset, or at the angle `maghrib` where it is not 0. `to_fajr`
    means that the night whose middle is told ends at Fajr, not at sunrise. `rule` is its own rule for high
    latitudes, if any.
    """

    id: str
    name: Texts
    fajr: float
    isha: float = 0.0
    isha_minutes: int = 0
    ramadan_minutes: int = 0
    maghrib: float = 0.0
    minutes: Minutes = NO_MINUTES
    to_fajr: bool = False
    rule: Rule | None = None


_LISTED: Final = (
    Method(
        id="mwl",
        name=Texts(en="Muslim World League", ar="رابطة العالم الإسلامي", fr="Ligue islamique mondiale"),
        fajr=18,
        isha=17,
    ),
    Method(
        id="umm-al-qura",
        name=Texts(
            en="Umm al-Qura, Makkah", ar="تقويم أم القرى", fr="Oumm al-Qoura, La Mecque", fa="ام‌القری، مکه"
        ),
        fajr=18.5,
        isha_minutes=90,
        ramadan_minutes=120,
    ),
    Method(
        id="egypt",
        name=Texts(
            en="Egyptian General Authority of Survey",
            ar="الهيئة المصرية العامة للمساحة",
            fr="Autorité générale égyptienne du relevé",
        ),
        fajr=19.5,
        isha=17.5,
    ),
    Method(
        id="karachi",
        name=Texts(
            en="University of Islamic Sciences, Karachi",
            ar="جامعة العلوم الإسلامية، كراتشي",
            ur="جامعہ علومِ اسلامیہ، کراچی",
        ),
        fajr=18,
        isha=18,
    ),
    Method(
        id="isna",
        name=Texts(en="Islamic Society of North America", ar="الجمعية الإسلامية لأمريكا الشمالية"),
        fajr=15,
        isha=15,
    ),
    Method(
        id="turkey",
        name=Texts(
            en="Presidency of Religious Affairs (Diyanet), Türkiye",
            ar="رئاسة الشؤون الدينية، تركيا",
            fr="Présidence des affaires religieuses (Diyanet), Turquie",
            tr="Diyanet İşleri Başkanlığı",
        ),
        fajr=18,
        isha=17,
        minutes=Minutes(sunrise=-7, dhuhr=5, asr=4, maghrib=7),
    ),
    Method(
        id="tehran",
        name=Texts(
            en="Institute of Geophysics, University of Tehran",
            ar="معهد الجيوفيزياء، جامعة طهران",
            fa="مؤسسهٔ ژئوفیزیک دانشگاه تهران",
        ),
        fajr=17.7,
        isha=14,
        maghrib=4.5,
        to_fajr=True,
    ),
    Method(
        id="jafari",
        name=Texts(en="Leva Institute, Qom (Ja‘fari)", ar="مؤسسة لواء، قم (جعفري)", fa="مؤسسهٔ لواء، قم (جعفری)"),
        fajr=16,
        isha=14,
        maghrib=4,
        to_fajr=True,
    ),
    Method(id="gulf", name=Texts(en="Gulf region", ar="منطقة الخليج"), fajr=19.5, isha_minutes=90),
    Method(
        id="dubai",
        name=Texts(en="Dubai", ar="دبي"),
        fajr=18.2,
        isha=18.2,
        minutes=Minutes(sunrise=-3, dhuhr=3, asr=3, maghrib=3),
    ),
    Method(id="kuwait", name=Texts(en="Kuwait", ar="الكويت"), fajr=18, isha=17.5),
    Method(id="qatar", name=Texts(en="Qatar", ar="قطر"), fajr=18, isha_minutes=90),
    Method(
        id="jordan",
        name=Texts(en="Ministry of Awqaf, Jordan", ar="وزارة الأوقاف، الأردن"),
        fajr=18,
        isha=18,
        minutes=Minutes(maghrib=5),
    ),
    Method(
        id="morocco",
        name=Texts(en="Ministry of Habous, Morocco", ar="وزارة الأوقاف، المغرب", fr="Ministère des Habous, Maroc"),
        fajr=19,
        isha=17,
        minutes=Minutes(sunrise=-3, dhuhr=5, maghrib=5),
    ),
    Method(
        id="algeria",
        name=Texts(
            en="Ministry of Religious Affairs, Algeria",
            ar="وزارة الشؤون الدينية، الجزائر",
            fr="Ministère des affaires religieuses, Algérie",
        ),
        fajr=18,
        isha=17,
    ),
    Method(
        id="tunisia",
        name=Texts(
            en="Ministry of Religious Affairs, Tunisia",
            ar="وزارة الشؤون الدينية، تونس",
            fr="Ministère des affaires religieuses, Tunisie",
        ),
        fajr=18,
        isha=18,
    ),
    Method(
        id="singapore",
        name=Texts(en="Majlis Ugama Islam Singapura", ms="Majlis Ugama Islam Singapura"),
        fajr=20,
        isha=18,
        minutes=Minutes(dhuhr=1),
    ),
    Method(
        id="malaysia",
        name=Texts(en="JAKIM, Malaysia", ms="Jabatan Kemajuan Islam Malaysia (JAKIM)"),
        fajr=18,
        isha=18,
    ),
    Method(
        id="indonesia",
        name=Texts(en="Ministry of Religious Affairs, Indonesia", id="Kementerian Agama Republik Indonesia"),
        fajr=20,
        isha=18,
        minutes=Minutes(fajr=2, sunrise=-2, dhuhr=2, asr=2, maghrib=2, isha=2),
    ),
    Method(
        id="france", name=Texts(en="Musulmans de France (12°)", fr="Musulmans de France (12°)"), fajr=12, isha=12
    ),
    Method(
        id="portugal",
        name=Texts(en="Comunidade Islâmica de Lisboa", pt="Comunidade Islâmica de Lisboa"),
        fajr=18,
        isha_minutes=77,
        minutes=Minutes(dhuhr=5, maghrib=3),
    ),
    Method(
        id="russia",
        name=Texts(en="Spiritual Administration of Muslims, Russia", ru="Духовное управление мусульман России"),
        fajr=16,
        isha=15,
    ),
    Method(
        id="moonsighting",
        name=Texts(en="Moonsighting Committee Worldwide"),
        fajr=18,
        isha=18,
        minutes=Minutes(dhuhr=5, maghrib=3),
        rule="moonsighting",
    ),
)

METHODS: Final = {method.id: method for method in _LISTED}
"""Every method by its id, the most general ones first."""


@dataclass(frozen=True, slots=True)
class Preset:
    """The method and the school that are usual in a country; `own` is False where none is known to be its own."""

    method: str
    school: School = "standard"
    own: bool = True


_COUNTRIES: Final = {
    "AE": "dubai", "AF": "karachi hanafi", "BD": "karachi hanafi", "BH": "gulf", "BN": "singapore", "CA": "isna",
    "DZ": "algeria", "EG": "egypt", "FR": "france", "GB": "moonsighting", "ID": "indonesia",
    "IN": "karachi hanafi", "IR": "tehran", "JO": "jordan", "KW": "kuwait", "KZ": "mwl hanafi",
    "KG": "mwl hanafi", "LB": "egypt", "LY": "egypt", "MA": "morocco", "MY": "malaysia", "OM": "gulf",
    "PK": "karachi hanafi", "PT": "portugal", "QA": "qatar", "RU": "russia", "SA": "umm-al-qura", "SD": "egypt",
    "SG": "singapore", "SY": "egypt", "TJ": "mwl hanafi", "TM": "mwl hanafi", "TN": "tunisia", "TR": "turkey",
    "US": "isna", "UZ": "mwl hanafi", "YE": "umm-al-qura",
}  # fmt: skip


def method_named(key: str) -> Method:
    """Return a method by its id; raise `Refusal` where there is none."""
    try:
        return METHODS[key]
    except KeyError:
        raise Refusal(f"There is no method “{key}” for prayer times; there are {', '.join(METHODS)}.") from None


def preset(country: str) -> Preset:
    """Return what is usual in a country (ISO 3166, two letters), else the Muslim World League's method."""
    usual = _COUNTRIES.get(country.upper())
    if usual is None:
        return Preset("mwl", own=False)
    method, _, school = usual.partition(" ")
    return Preset(method, "hanafi" if school else "standard")
