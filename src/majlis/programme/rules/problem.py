"""What a rule finds: a problem in a sentence, with the ids that it is about."""

from dataclasses import dataclass
import hashlib
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of one breach: see `Problem`."""

    text: str
    about: tuple[str, ...]
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """A breach of a rule.

    `text` is the sentence for people, `about` the ids of the records concerned, the one to open first standing
    first. `facts` are who, where and when in a form that no rewording changes: a waiver is bound to them.
    """

    rule: str
    severity: Severity
    text: str
    about: tuple[str, ...]
    facts: tuple[str, ...] = ()
    waived: bool = False

    @property
    def fingerprint(self) -> str:
        """What a waiver of this problem is called: the same as long as rule, records and facts are."""
        words = "\x1f".join((self.rule, *sorted(self.about), "\x1e", *self.facts))
        return hashlib.sha256(words.encode()).hexdigest()[:24]
