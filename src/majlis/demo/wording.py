"""Titles and abstracts of the large demo, composed of parts that fit together in each language."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Final

from majlis.demo.material import Row

_JOINTS: Final = {"en": ": ", "ar": ": ", "fr": "\u00a0: "}
"""What stands between a subject and what is said of it."""


@dataclass(slots=True)
class Wording:
    """Composes texts from the word lists by chance; no title comes twice."""

    words: Row
    dice: Random
    left: dict[str, Iterator[tuple[Row, Row]]] = field(default_factory=dict[str, Iterator[tuple[Row, Row]]])

    def title(self, theme: str) -> Row:
        """Return the next title of a theme."""
        if theme not in self.left:
            pairs = [
                (subject, angle) for subject in self.words["subjects"][theme] for angle in self.words["angles"]
            ]
            self.left[theme] = iter(self.dice.sample(pairs, len(pairs)))
        subject, angle = next(self.left[theme])
        return {language: f"{subject[language]}{joint}{angle[language]}" for language, joint in _JOINTS.items()}

    def abstract(self) -> Row:
        """Return three sentences: how it begins, what is shown, how it ends."""
        sentences = [self.dice.choice(self.words[name]) for name in ("openers", "details", "closers")]
        return {language: " ".join(sentence[language] for sentence in sentences) for language in _JOINTS}
