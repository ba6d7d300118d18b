"""What CLDR (Babel) knows of a language, kept apart from what it knows of the others."""

from functools import cache
from typing import Any, Final

from babel.core import Locale, UnknownLocaleError
from babel.localedata import LocaleDataDict, load
from typing_extensions import override

_BRITISH: Final = ("en", "GB")


class OwnLocale(Locale):
    """A locale whose data no other locale shares.

    Babel writes names that it looked up for one language into data which others inherit (its issue 1234):
    after a date in Pashto, stand-alone weekdays are Pashto in Turkish, French and Arabic too.
    """

    @property
    @override
    def _data(self) -> LocaleDataDict:
        return _own_data(str(self))


@cache
def locale_of(language: str) -> Locale:
    """Return what CLDR knows of a language (BCP 47), or of British English where it does not know it."""
    if language in {"en", ""}:
        return OwnLocale(*_BRITISH)
    for tag in (language.replace("_", "-"), language.replace("_", "-").partition("-")[0].lower()):
        try:
            return OwnLocale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return OwnLocale(*_BRITISH)


@cache
def _own_data(identifier: str) -> LocaleDataDict:
    return LocaleDataDict(_apart(load(identifier)))


def _apart(value: Any) -> Any:  # noqa: ANN401 - nested dictionaries of whatever CLDR holds
    """Return a value with copies of its dictionaries, also of those that stand beside an alias."""
    if isinstance(value, dict):
        return {key: _apart(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return tuple(_apart(part) for part in value)
    return value
