"""The few words that the printed pages add of their own, in the languages that they are kept in.

A language that is not among them reads in English.
"""

from typing import Final, Literal

from majlis.programme.kinds import kind
from majlis.programme.texts import Texts

Word = Literal[
    "programme",
    "contents",
    "glance",
    "sessions",
    "unplaced",
    "no_place",
    "people",
    "people_index",
    "themes",
    "places",
    "cancelled",
    "continued",
    "guest",
    "untitled",
]

_WORDS: Final[dict[Word, Texts]] = {
    "programme": Texts(
        en="Programme", ar="البرنامج", fr="Programme", fa="برنامه", tr="Program", ur="پروگرام", id="Program",
        ms="Atur cara", bn="অনুষ্ঠানসূচি", de="Programm", es="Programa", ru="Программа",
    ),
    "contents": Texts(
        en="Contents", ar="المحتويات", fr="Sommaire", fa="فهرست", tr="İçindekiler", ur="فہرست", id="Daftar isi",
        ms="Kandungan", bn="সূচিপত্র", de="Inhalt", es="Índice", ru="Содержание",
    ),
    "glance": Texts(
        en="At a glance", ar="اليوم في لمحة", fr="En un coup d’œil", fa="در یک نگاه", tr="Bir bakışta",
        ur="ایک نظر میں", id="Sekilas", ms="Sepintas lalu", bn="এক নজরে", de="Auf einen Blick",
        es="De un vistazo", ru="Кратко",
    ),
    "sessions": Texts(
        en="Sessions", ar="الجلسات", fr="Séances", fa="نشست‌ها", tr="Oturumlar", ur="نشستیں", id="Sesi", ms="Sesi",
        bn="অধিবেশন", de="Veranstaltungen", es="Sesiones", ru="Мероприятия",
    ),
    "unplaced": Texts(
        en="Time to be announced", ar="يُعلن الموعد لاحقًا", fr="Horaire à préciser", fa="زمان اعلام خواهد شد",
        tr="Saati daha sonra duyurulacak", ur="وقت کا اعلان بعد میں ہوگا", id="Waktu akan diumumkan",
        ms="Masa akan diumumkan", bn="সময় পরে জানানো হবে", de="Zeit wird noch bekanntgegeben",
        es="Horario por anunciar", ru="Время будет объявлено",
    ),
    "no_place": Texts(
        en="Place to be announced", ar="يُعلن المكان لاحقًا", fr="Lieu à préciser", fa="مکان اعلام خواهد شد",
        tr="Yeri daha sonra duyurulacak", ur="جگہ کا اعلان بعد میں ہوگا", id="Tempat akan diumumkan",
        ms="Tempat akan diumumkan", bn="স্থান পরে জানানো হবে", de="Ort wird noch bekanntgegeben",
        es="Lugar por anunciar", ru="Место будет объявлено",
    ),
    "people": Texts(
        en="People", ar="المشاركون", fr="Participants", fa="شرکت‌کنندگان", tr="Katılımcılar", ur="شرکاء",
        id="Peserta", ms="Peserta", bn="অংশগ্রহণকারী", de="Mitwirkende", es="Participantes", ru="Участники",
    ),
    "people_index": Texts(
        en="Index of people", ar="فهرس الأسماء", fr="Index des personnes", fa="نمایهٔ نام‌ها", tr="Kişi dizini",
        ur="ناموں کا اشاریہ", id="Indeks nama", ms="Indeks nama", bn="নামের নির্ঘণ্ট", de="Namenverzeichnis",
        es="Índice de personas", ru="Указатель имён",
    ),
    "themes": Texts(
        en="Index of themes", ar="فهرس المحاور", fr="Index des thèmes", fa="نمایهٔ محورها", tr="Konu dizini",
        ur="موضوعات کا اشاریہ", id="Indeks tema", ms="Indeks tema", bn="বিষয়ের নির্ঘণ্ট", de="Themenverzeichnis",
        es="Índice de temas", ru="Указатель тем",
    ),
    "places": Texts(
        en="Index of places", ar="فهرس القاعات", fr="Index des lieux", fa="نمایهٔ مکان‌ها", tr="Yer dizini",
        ur="مقامات کا اشاریہ", id="Indeks tempat", ms="Indeks tempat", bn="স্থানের নির্ঘণ্ট", de="Ortsverzeichnis",
        es="Índice de lugares", ru="Указатель мест",
    ),
    "cancelled": Texts(
        en="Cancelled", ar="أُلغيت", fr="Annulé", fa="لغو شد", tr="İptal edildi", ur="منسوخ", id="Dibatalkan",
        ms="Dibatalkan", bn="বাতিল", de="Entfällt", es="Cancelado", ru="Отменено",
    ),
    "continued": Texts(
        en="continued", ar="تابع", fr="suite", fa="ادامه", tr="devam", ur="جاری", id="lanjutan", ms="sambungan",
        bn="চলমান", de="Fortsetzung", es="continuación", ru="продолжение",
    ),
    "guest": Texts(
        en="Guest", ar="ضيف", fr="Invité", fa="مهمان", tr="Konuk", ur="مہمان", id="Tamu", ms="Tetamu", bn="অতিথি",
        de="Gast", es="Invitado", ru="Гость",
    ),
    "untitled": Texts(
        en="(untitled)", ar="(بلا عنوان)", fr="(sans titre)", fa="(بی‌عنوان)", tr="(başlıksız)", ur="(بلا عنوان)",
        id="(tanpa judul)", ms="(tanpa tajuk)", bn="(শিরোনামহীন)", de="(ohne Titel)", es="(sin título)",
        ru="(без названия)",
    ),
}  # fmt: skip

_ROLES: Final = {
    "speaker": Texts(
        en="Speaker", ar="متحدث", fr="Intervenant", fa="سخنران", tr="Konuşmacı", ur="مقرر", id="Pembicara",
        ms="Penceramah", bn="বক্তা", de="Vortrag", es="Ponente", ru="Докладчик",
    ),
    "chair": Texts(
        en="Chair", ar="رئيس الجلسة", fr="Présidence", fa="رئیس نشست", tr="Oturum başkanı", ur="صدر",
        id="Ketua sidang", ms="Pengerusi", bn="সভাপতি", de="Leitung", es="Presidencia", ru="Председатель",
    ),
    "moderator": Texts(
        en="Moderator", ar="مدير الحوار", fr="Modération", fa="مجری", tr="Moderatör", ur="ناظم", id="Moderator",
        ms="Moderator", bn="সঞ্চালক", de="Moderation", es="Moderación", ru="Ведущий",
    ),
    "panellist": Texts(
        en="Panellist", ar="مشارك", fr="Panéliste", fa="عضو میزگرد", tr="Panelist", ur="شریکِ مذاکرہ", id="Panelis",
        ms="Ahli panel", bn="আলোচক", de="Podium", es="Panelista", ru="Участник дискуссии",
    ),
    "author": Texts(
        en="Author", ar="مؤلف", fr="Auteur", fa="نویسنده", tr="Yazar", ur="مصنف", id="Penulis", ms="Penulis",
        bn="লেখক", de="Autor", es="Autor", ru="Автор",
    ),
    "discussant": Texts(
        en="Discussant", ar="معقّب", fr="Discutant", fa="ناقد", tr="Tartışmacı", ur="مبصر", id="Pembahas",
        ms="Pembahas", bn="পর্যালোচক", de="Diskussion", es="Comentarista", ru="Дискутант",
    ),
    "host": Texts(
        en="Host", ar="مضيف", fr="Hôte", fa="میزبان", tr="Sunucu", ur="میزبان", id="Pembawa acara", ms="Hos",
        bn="উপস্থাপক", de="Gastgeber", es="Anfitrión", ru="Хозяин",
    ),
    "reader": Texts(
        en="Reader", ar="قارئ", fr="Lecture", fa="خواننده", tr="Okuyan", ur="خواندہ", id="Pembaca", ms="Pembaca",
        bn="পাঠক", de="Lesung", es="Lectura", ru="Чтец",
    ),
    "reciter": Texts(
        en="Reciter", ar="تلاوة", fr="Récitation", fa="قاری", tr="Tilavet", ur="قاری", id="Qari", ms="Qari",
        bn="ক্বারী", de="Rezitation", es="Recitación", ru="Чтец Корана",
    ),
    "performer": Texts(
        en="Performer", ar="فنان", fr="Artiste", fa="هنرمند", tr="Sanatçı", ur="فنکار", id="Penampil", ms="Artis",
        bn="শিল্পী", de="Auftritt", es="Artista", ru="Исполнитель",
    ),
    "director": Texts(
        en="Director", ar="مخرج", fr="Réalisation", fa="کارگردان", tr="Yönetmen", ur="ہدایت کار", id="Sutradara",
        ms="Pengarah", bn="পরিচালক", de="Regie", es="Dirección", ru="Режиссёр",
    ),
    "curator": Texts(
        en="Curator", ar="قيّم المعرض", fr="Commissariat", fa="نمایشگاه‌گردان", tr="Küratör", ur="نگرانِ نمائش",
        id="Kurator", ms="Kurator", bn="কিউরেটর", de="Kuratierung", es="Comisariado", ru="Куратор",
    ),
    "interpreter": Texts(
        en="Interpreter", ar="مترجم", fr="Interprète", fa="مترجم", tr="Çevirmen", ur="ترجمان", id="Juru bahasa",
        ms="Jurubahasa", bn="দোভাষী", de="Dolmetschen", es="Intérprete", ru="Переводчик",
    ),
}  # fmt: skip

LANGUAGES: Final = tuple(_WORDS["contents"])
"""The languages that the words are kept in."""


def word(key: Word, language: str) -> str:
    """Return one of the words of print in a language."""
    return _WORDS[key].best((language, _main(language), "en"))


def role_word(role: str, language: str) -> str:
    """Return what a role is called; a role of the committee's own is called by its own word."""
    known = _ROLES.get(role)
    return known.best((language, _main(language), "en")) if known else as_written(role)


def kind_word(key: str, language: str) -> str:
    """Return what a kind of session is called."""
    return kind(key).name.best((language, _main(language), "en"))


def as_written(key: str) -> str:
    """Return a key of the committee's own as a word to be read."""
    plain = key.replace("_", " ").strip()
    return plain[:1].upper() + plain[1:]


def _main(language: str) -> str:
    return language.replace("_", "-").partition("-")[0]
