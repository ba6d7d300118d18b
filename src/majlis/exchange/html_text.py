"""Marked-up texts of other programs as plain text, and plain text that must not be taken for mark-up."""

import html
from html.parser import HTMLParser
import re
from typing import Final

from typing_extensions import override

_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLOCK_WORDS: Final = (
    "address article blockquote dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table "
    "tr ul"
)
_INLINE_WORDS: Final = (
    "a abbr b big br cite code del em font i iframe img ins kbd mark q s small span strike strong style script "
    "sub sup tbody td th thead tt u video"
)
_BLOCKS: Final = frozenset(_BLOCK_WORDS.split())
_INLINE: Final = frozenset(_INLINE_WORDS.split())
_TAG: Final = re.compile(rf"</?(?:{'|'.join(sorted(_BLOCKS | _INLINE))})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAKING: Final = re.compile(rf"</?(?:{'|'.join(sorted({*_BLOCKS, 'br'}))})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_UNSEEN: Final = frozenset({"script", "style"})


def is_marked_up(text: str) -> bool:
    """Say whether a text holds HTML tags."""
    return "<" in text and _TAG.search(text) is not None


def plain_line(text: str) -> str:
    """Return a line with its character references (`&amp;`) made characters."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def plain_paragraphs(text: str) -> str:
    """Return a text without tags: blocks become paragraphs, and links keep their addresses in brackets."""
    if not is_marked_up(text):
        return plain_line(text)
    reader = _Reader(keep_lines=_BREAKING.search(text) is None)
    reader.feed(text)
    reader.close()
    return reader.text()


def protected_line(text: str) -> str:
    """Return what `plain_line` reads as this text."""
    return text if plain_line(text) == text else text.replace("&", "&amp;")


def protected_paragraphs(text: str) -> str:
    """Return what `plain_paragraphs` reads as this text: itself, or escaped where it looks like mark-up."""
    if is_marked_up(text):
        return f"<pre>{html.escape(text, quote=False)}</pre>"
    return protected_line(text)


class _Reader(HTMLParser):
    """Collects the words between tags; `keep_lines` where only the source's own line ends part paragraphs."""

    def __init__(self, *, keep_lines: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._keep_lines = keep_lines
        self._parts: list[str] = []
        self._links: list[tuple[str, int]] = []
        self._unseen = 0
        self._verbatim = 0

    def text(self) -> str:
        """Return what was collected, with at most one empty line between paragraphs outside verbatim text."""
        return "".join(self._parts).strip()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self._parts.append("\n")
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self._parts)))
        elif tag in _BLOCKS:
            self._break("\n" if tag in {"li", "tr", "dt", "dd"} else "\n\n")
            self._verbatim += tag == "pre"
            if tag == "li":
                self._parts.append("• ")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "a" and self._links:
            self._close_link()
        elif tag in _BLOCKS and tag not in {"li", "tr", "dt", "dd"}:
            self._verbatim = max(0, self._verbatim - (tag == "pre"))
            self._break("\n\n")

    @override
    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if not (self._verbatim or self._keep_lines):
            data = re.sub(r"[ \t\r\n\f]+", " ", data)
            if not self._parts or self._parts[-1].endswith(("\n", " ")):
                data = data.lstrip(" ")
        if data:
            self._parts.append(data)

    def _break(self, wanted: str) -> None:
        while self._parts and not self._parts[-1].strip(" "):
            self._parts.pop()
        if not self._parts:
            return
        last = self._parts[-1]
        there = len(last) - len(last.rstrip("\n"))
        if there == len(last) and len(self._parts) > 1:
            before = self._parts[-2]
            there += len(before) - len(before.rstrip("\n"))
        self._parts.append("\n" * max(0, len(wanted) - there))

    def _close_link(self) -> None:
        address, start = self._links.pop()
        words = "".join(self._parts[start:]).strip()
        shown = address.removeprefix("mailto:")
        if shown and not shown.startswith("#") and words.rstrip("/") != shown.rstrip("/"):
            self._parts.append(f" ({shown})" if words else shown)
