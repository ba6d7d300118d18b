"""Languages as other programs name them: `De`, `en_US`, `de, en`, `english`, `null`."""

from dataclasses import dataclass
from functools import cache, lru_cache
import re
from typing import Final

from babel import Locale

_NONE: Final = frozenset({"", "null", "none", "nil", "und", "mul", "zxx", "n/a", "na", "-", "?", "undefined"})
_FIRST_OF_A_LIST: Final = "ab"
"""Abkhaz: the first entry of other programs' list of languages, and so a sign that nobody chose."""

_OWN_NAMES: Final = {
    "deutsch": "de",
    "englisch": "en",
    "anglais": "en",
    "français": "fr",
    "francais": "fr",
    "französisch": "fr",
    "español": "es",
    "castellano": "es",
    "italiano": "it",
    "nederlands": "nl",
    "português": "pt",
    "polski": "pl",
    "türkçe": "tr",
    "русский": "ru",
    "العربية": "ar",
    "عربي": "ar",
    "فارسی": "fa",
    "farsi": "fa",
    "اردو": "ur",
    "עברית": "he",
    "中文": "zh",
    "日本語": "ja",
    "ger": "de",
    "deu": "de",
    "eng": "en",
    "fre": "fr",
    "fra": "fr",
    "ara": "ar",
    "spa": "es",
    "dt": "de",
}
_SCRIPT_TAGS: Final = frozenset({"hans", "hant", "latn", "cyrl", "arab"})


@dataclass(frozen=True, slots=True)
class Languages:
    """The codes that a text names, in its order, and what was odd about it, or ""."""

    codes: tuple[str, ...]
    doubt: str = ""


@lru_cache(maxsize=1_024)
def parse_languages(text: str) -> Languages:
    """Return the BCP 47 codes of the languages that a text names; regions are left out."""
    if text.strip().casefold() in _NONE:
        doubt = "" if not text.strip() else f"has the language {text.strip()!r}, taken as none"
        return Languages((), doubt)
    words = [word for word in re.split(r"[,;/+&|\s]+", text.strip()) if word]
    codes = [code for word in words if (code := language_code(word))]
    unique = tuple(dict.fromkeys(codes))
    if not unique:
        return Languages((), f"has the language {text.strip()[:40]!r}, which is none that is known; left out")
    odd = len(codes) < len(words) or text.strip() != ",".join(unique)
    return Languages(unique, f"has the language {text.strip()[:40]!r}, read as {', '.join(unique)}" if odd else "")


def language_code(word: str) -> str:
    """Return the code of the language that one word names, or ""."""
    folded = word.strip().casefold().replace("_", "-")
    primary, _, rest = folded.partition("-")
    known = _codes()
    code = primary if primary in known else _names().get(folded, "")
    if not code or code == _FIRST_OF_A_LIST:
        return ""
    script = rest.partition("-")[0]
    return f"{code}-{script.title()}" if script in _SCRIPT_TAGS else code


@cache
def _codes() -> frozenset[str]:
    known = frozenset(code for code in map(str, Locale("en").languages) if code.isalpha())
    return known - {"und", "mul", "zxx"} - _OWN_NAMES.keys()


@cache
def _names() -> dict[str, str]:
    english = {str(name).casefold(): str(code) for code, name in Locale("en").languages.items()}
    return {**{name: code for name, code in english.items() if code in _codes()}, **_OWN_NAMES}
