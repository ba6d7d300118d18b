"""Texts that are printed: immutable maps from language to text."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Self

from typing_extensions import override


class Texts(Mapping[str, str]):
    """A text in each of several languages, in the order of the language codes; empty texts are left out.

    Equal and hashed by content, so that records which hold it are values.
    """

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, str] | None = None, /, **more: str) -> None:
        self._texts = {
            language: text for language, text in sorted({**(texts or {}), **more}.items()) if text != ""
        }

    @override
    def __getitem__(self, language: str) -> str:
        return self._texts[language]

    @override
    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    @override
    def __len__(self) -> int:
        return len(self._texts)

    @override
    def __eq__(self, other: object) -> bool:
        return self._texts == other._texts if isinstance(other, Texts) else NotImplemented

    @override
    def __hash__(self) -> int:
        return hash(tuple(self._texts.items()))

    @override
    def __repr__(self) -> str:
        return f"Texts({self._texts!r})"

    @override
    def __reduce__(self) -> tuple[type[Self], tuple[dict[str, str]]]:
        return type(self), (dict(self._texts),)

    def but(self, texts: Mapping[str, str]) -> "Texts":
        """Return these texts with those of other languages replaced or, where they are empty, taken away."""
        return Texts({**self._texts, **texts})

    def language(self, languages: Iterable[str] = ()) -> str:
        """Return the first of the wanted languages that is there, else the first that is, else ""."""
        for language in languages:
            if language in self._texts:
                return language
        return next(iter(self._texts), "")

    def best(self, languages: Iterable[str] = ()) -> str:
        """Return the text in the first of the wanted languages that is there, else in any, else ""."""
        return self._texts.get(self.language(languages), "")


EMPTY = Texts()
