"""What commands say: JSON for scripts on standard output, notes on standard error, tables for people."""

from collections.abc import Iterable, Sequence
import json
import sys
import unicodedata


def say_json(value: object) -> None:
    """Print one JSON document, in UTF-8 and readable in every script."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def note(text: str) -> None:
    """Print a note for people where it disturbs no script."""
    print(text, file=sys.stderr)


def progress_to_terminal(done: float) -> None:
    """Show how far long work is, from 0 to 1, where a person looks on."""
    if sys.stderr.isatty():
        print(f"\r{done:4.0%}", end="\r" if done < 1 else "\r    \r", file=sys.stderr, flush=True)


def say_table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table with columns as wide as their texts, at most 60 cells each."""
    lines = [tuple(heads), *(tuple("" if cell is None else str(cell) for cell in row) for row in rows)]
    widths = [min(60, max(map(_width, column))) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (_padded(cell, width) for cell, width in zip(line, widths, strict=True))
        print("  ".join(cells).rstrip())


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def _padded(text: str, width: int) -> str:
    text = " ".join(text.split())
    while _width(text) > width:
        text = text[: width - 1 - (_width(text) - len(text))].rstrip() + "…"
    return text + " " * (width - _width(text))
