"""The words that errata and sheets add of their own, in the languages of `majlis.pages.wording`.

Some hold a place for what they speak of: `{text}`, `{number}` or `{date}`.
"""

from typing import Final, Literal

from majlis.programme.texts import Texts

AlterationWord = Literal[
    "changes",
    "since",
    "nothing",
    "new",
    "new_time",
    "new_place",
    "new_slot",
    "moved",
    "changed",
    "revived",
    "now",
    "before",
    "joining",
    "leaving",
    "minutes",
    "further",
    "your_programme",
    "changed_since",
    "no_longer",
    "no_sessions",
    "part_of",
]

WORDS: Final[dict[AlterationWord, Texts]] = {
    "changes": Texts(
        en="Programme changes", ar="تغييرات البرنامج", fr="Modifications du programme", fa="تغییرات برنامه",
        tr="Program değişiklikleri", ur="پروگرام میں تبدیلیاں", id="Perubahan acara", ms="Perubahan atur cara",
        bn="অনুষ্ঠানসূচিতে পরিবর্তন", de="Programmänderungen", es="Cambios en el programa",
        ru="Изменения в программе",
    ),
    "since": Texts(
        en="Since edition {number} of {date}", ar="منذ الطبعة {number} بتاريخ {date}",
        fr="Depuis l’édition {number} du {date}", fa="از ویرایش {number} به تاریخ {date}",
        tr="{date} tarihli {number}. baskıdan bu yana", ur="{date} کے ایڈیشن {number} کے بعد سے",
        id="Sejak edisi {number}, {date}", ms="Sejak edisi {number}, {date}",
        bn="{date} তারিখের {number} নং সংস্করণের পর থেকে", de="Seit Ausgabe {number} vom {date}",
        es="Desde la edición {number} del {date}", ru="С издания {number} от {date}",
    ),
    "nothing": Texts(
        en="Nothing has changed.", ar="لم يتغير شيء.", fr="Rien n’a changé.", fa="چیزی تغییر نکرده است.",
        tr="Hiçbir şey değişmedi.", ur="کچھ تبدیل نہیں ہوا۔", id="Tidak ada perubahan.", ms="Tiada perubahan.",
        bn="কোনো পরিবর্তন হয়নি।", de="Nichts hat sich geändert.", es="No ha cambiado nada.", ru="Изменений нет.",
    ),
    "new": Texts(
        en="New", ar="جديد", fr="Nouveau", fa="جدید", tr="Yeni", ur="نیا", id="Baru", ms="Baharu", bn="নতুন",
        de="Neu", es="Nuevo", ru="Новое",
    ),
    "new_time": Texts(
        en="New time", ar="موعد جديد", fr="Nouvel horaire", fa="زمان جدید", tr="Yeni saat", ur="نیا وقت",
        id="Waktu baru", ms="Masa baharu", bn="নতুন সময়", de="Neue Zeit", es="Nuevo horario", ru="Новое время",
    ),
    "new_place": Texts(
        en="New place", ar="مكان جديد", fr="Nouveau lieu", fa="مکان جدید", tr="Yeni yer", ur="نئی جگہ",
        id="Tempat baru", ms="Tempat baharu", bn="নতুন স্থান", de="Neuer Ort", es="Nuevo lugar", ru="Новое место",
    ),
    "new_slot": Texts(
        en="New time and place", ar="موعد ومكان جديدان", fr="Nouvel horaire et lieu", fa="زمان و مکان جدید",
        tr="Yeni saat ve yer", ur="نیا وقت اور نئی جگہ", id="Waktu dan tempat baru", ms="Masa dan tempat baharu",
        bn="নতুন সময় ও স্থান", de="Neue Zeit, neuer Ort", es="Nuevo horario y lugar", ru="Новое время и место",
    ),
    "moved": Texts(
        en="Moved", ar="نُقلت", fr="Déplacé", fa="جابه‌جا شد", tr="Taşındı", ur="منتقل", id="Dipindahkan",
        ms="Dipindahkan", bn="স্থানান্তরিত", de="Verlegt", es="Trasladado", ru="Перенесено",
    ),
    "changed": Texts(
        en="Changed", ar="عُدّلت", fr="Modifié", fa="تغییر کرد", tr="Değişti", ur="تبدیل شدہ", id="Berubah",
        ms="Diubah", bn="পরিবর্তিত", de="Geändert", es="Modificado", ru="Изменено",
    ),
    "revived": Texts(
        en="Takes place after all", ar="ستُعقد بعد إلغائها", fr="Finalement maintenu", fa="برگزار می‌شود",
        tr="Yeniden programda", ur="منعقد ہو گا", id="Tetap diadakan", ms="Tetap diadakan", bn="অনুষ্ঠিত হবে",
        de="Findet doch statt", es="Se celebra finalmente", ru="Всё же состоится",
    ),
    "now": Texts(
        en="now: {text}", ar="الآن: {text}", fr="désormais : {text}", fa="اکنون: {text}", tr="şimdi: {text}",
        ur="اب: {text}", id="sekarang: {text}", ms="kini: {text}", bn="এখন: {text}", de="jetzt: {text}",
        es="ahora: {text}", ru="теперь: {text}",
    ),
    "before": Texts(
        en="before: {text}", ar="سابقًا: {text}", fr="avant : {text}", fa="پیش‌تر: {text}", tr="önceden: {text}",
        ur="پہلے: {text}", id="sebelumnya: {text}", ms="sebelum ini: {text}", bn="আগে: {text}",
        de="bisher: {text}", es="antes: {text}", ru="ранее: {text}",
    ),
    "joining": Texts(
        en="now with: {text}", ar="بمشاركة: {text}", fr="avec : {text}", fa="با حضور: {text}",
        tr="katılan: {text}", ur="شریک: {text}", id="dengan: {text}", ms="bersama: {text}",
        bn="যোগ দিচ্ছেন: {text}", de="neu dabei: {text}", es="con: {text}", ru="с участием: {text}",
    ),
    "leaving": Texts(
        en="now without: {text}", ar="من دون: {text}", fr="sans : {text}", fa="بدون حضور: {text}",
        tr="katılmıyor: {text}", ur="شریک نہیں: {text}", id="tanpa: {text}", ms="tanpa: {text}",
        bn="থাকছেন না: {text}", de="nicht mehr dabei: {text}", es="sin: {text}", ru="без участия: {text}",
    ),
    "minutes": Texts(
        en="{number} min", ar="{number} دقيقة", fr="{number} min", fa="{number} دقیقه", tr="{number} dk",
        ur="{number} منٹ", id="{number} menit", ms="{number} minit", bn="{number} মিনিট", de="{number} Min.",
        es="{number} min", ru="{number} мин",
    ),
    "further": Texts(
        en="Further changes", ar="تغييرات أخرى", fr="Autres modifications", fa="تغییرات دیگر",
        tr="Diğer değişiklikler", ur="دیگر تبدیلیاں", id="Perubahan lain", ms="Perubahan lain",
        bn="অন্যান্য পরিবর্তন", de="Weitere Änderungen", es="Otros cambios", ru="Прочие изменения",
    ),
    "your_programme": Texts(
        en="Your programme", ar="برنامجك", fr="Votre programme", fa="برنامهٔ شما", tr="Programınız",
        ur="آپ کا پروگرام", id="Acara Anda", ms="Atur cara anda", bn="আপনার অনুষ্ঠানসূচি", de="Ihr Programm",
        es="Su programa", ru="Ваша программа",
    ),
    "changed_since": Texts(
        en="Changed since edition {number}", ar="تغيّر منذ الطبعة {number}", fr="Modifié depuis l’édition {number}",
        fa="تغییر پس از ویرایش {number}", tr="{number}. baskıdan bu yana değişti",
        ur="ایڈیشن {number} کے بعد تبدیل", id="Berubah sejak edisi {number}", ms="Diubah sejak edisi {number}",
        bn="{number} নং সংস্করণের পর পরিবর্তিত", de="Geändert seit Ausgabe {number}",
        es="Modificado desde la edición {number}", ru="Изменено после издания {number}",
    ),
    "no_longer": Texts(
        en="No longer on your programme", ar="لم يعد في برنامجك", fr="N’est plus à votre programme",
        fa="دیگر در برنامهٔ شما نیست", tr="Artık programınızda yok", ur="اب آپ کے پروگرام میں نہیں",
        id="Tidak lagi dalam acara Anda", ms="Tiada lagi dalam atur cara anda", bn="আপনার সূচিতে আর নেই",
        de="Nicht mehr in Ihrem Programm", es="Ya no está en su programa", ru="Больше нет в вашей программе",
    ),
    "no_sessions": Texts(
        en="No sessions.", ar="لا توجد جلسات.", fr="Aucune séance.", fa="نشستی نیست.", tr="Oturum yok.",
        ur="کوئی نشست نہیں۔", id="Tidak ada sesi.", ms="Tiada sesi.", bn="কোনো অধিবেশন নেই।",
        de="Keine Veranstaltungen.", es="Sin sesiones.", ru="Нет мероприятий.",
    ),
    "part_of": Texts(
        en="part of: {text}", ar="ضمن: {text}", fr="dans : {text}", fa="بخشی از: {text}", tr="ait olduğu: {text}",
        ur="حصہ: {text}", id="bagian dari: {text}", ms="sebahagian daripada: {text}", bn="যার অংশ: {text}",
        de="Teil von: {text}", es="parte de: {text}", ru="в составе: {text}",
    ),
}  # fmt: skip


def alteration_word(key: AlterationWord, language: str, **said: str) -> str:
    """Return one of the words in a language, with what it speaks of in its place."""
    main = language.replace("_", "-").partition("-")[0]
    return WORDS[key].best((language, main, "en")).format(**said)
