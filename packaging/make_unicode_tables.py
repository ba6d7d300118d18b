"""Make `src/majlis/typesetting/unicode_tables.py` from the Unicode Character Database.

    .venv/bin/python packaging/make_unicode_tables.py [/usr/share/unicode]

The folder is that of Debian's package `unicode-data`. Line breaking classes are resolved as rule LB1 of UAX #14
says, and each is written as one letter (`LETTERS`), so that a text's classes are themselves a text.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
import re
import subprocess
import sys
import unicodedata

TARGET = Path(__file__).resolve().parent.parent / "src" / "majlis" / "typesetting" / "unicode_tables.py"
RUFF = Path(sys.executable).parent / "ruff"

LETTERS = {
    "AL": "a", "HL": "h", "NU": "9", "CM": "m", "ZWJ": "z", "BK": "k", "CR": "r", "LF": "l", "NL": "n", "SP": " ",
    "ZW": "w", "WJ": "j", "GL": "g", "B2": "2", "BA": "b", "BB": "B", "HY": "-", "CB": "C", "CL": "}", "CP": ")",
    "EX": "!", "IN": "i", "NS": "s", "OP": "(", "QU": "q", "IS": ",", "PO": "%", "PR": "$", "SY": "/", "ID": "I",
    "EB": "E", "EM": "M", "H2": "1", "H3": "3", "JL": "L", "JV": "V", "JT": "T", "RI": "R",
}  # fmt: skip
WIDE = {"OP": "O", "CP": "P"}
UNASSIGNED_PICTOGRAPH = "X"
ALPHABETIC = frozenset(("AI", "SG", "XX"))
IDEOGRAPHIC_BLOCKS = (
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD),
    (0x1F000, 0x1FAFF), (0x1FC00, 0x1FFFD),
)  # fmt: skip
CURRENCY_BLOCK = (0x20A0, 0x20CF)


def main(arguments: list[str]) -> None:
    """Write the module."""
    folder = Path(arguments[0] if arguments else "/usr/share/unicode")
    version = re.search(r"-(\d+\.\d+\.\d+)\.txt", (folder / "LineBreak.txt").read_text(encoding="utf-8"))
    if version is None:
        raise SystemExit(f"{folder} names no version of Unicode")
    runs = [(next(group), letter) for letter, group in _runs(_letters(folder))]
    TARGET.write_text(_module(version[1], runs, _brackets(folder)), encoding="utf-8")
    subprocess.run([RUFF, "format", "--quiet", TARGET], check=True)
    print(f"{TARGET.name}: Unicode {version[1]}, {len(runs)} runs of line breaking classes")


def _runs(letters: list[str]) -> Iterator[tuple[str, Iterator[int]]]:
    for letter, group in groupby(range(len(letters)), key=letters.__getitem__):
        yield letter, iter(group)


def _letters(folder: Path) -> list[str]:
    """Return the letter of every code point."""
    classes = ["XX"] * 0x110000
    for first, last in IDEOGRAPHIC_BLOCKS:
        classes[first : last + 1] = ["ID"] * (last + 1 - first)
    classes[CURRENCY_BLOCK[0] : CURRENCY_BLOCK[1] + 1] = ["PR"] * (CURRENCY_BLOCK[1] + 1 - CURRENCY_BLOCK[0])
    for first, last, value in _ranges(folder / "LineBreak.txt"):
        classes[first : last + 1] = [value] * (last + 1 - first)
    wide = _members(folder / "EastAsianWidth.txt", {"F", "W", "H"})
    pictographs = _members(folder / "emoji" / "emoji-data.txt", {"Extended_Pictographic"})
    marks = _members(folder / "extracted" / "DerivedGeneralCategory.txt", {"Mn", "Mc"})
    assigned = {point for first, last, _ in _ranges(folder / "DerivedAge.txt") for point in range(first, last + 1)}
    unassigned_pictographs = pictographs - assigned
    return [
        UNASSIGNED_PICTOGRAPH
        if value == "ID" and point in unassigned_pictographs
        else _letter(value, wide=point in wide, mark=point in marks)
        for point, value in enumerate(classes)
    ]


def _letter(value: str, *, wide: bool, mark: bool) -> str:
    """Return the letter of a class, resolved by LB1, with the wide brackets of LB30 set apart."""
    if value in ALPHABETIC:
        return LETTERS["AL"]
    if value == "SA":
        return LETTERS["CM" if mark else "AL"]
    if value == "CJ":
        return LETTERS["NS"]
    return WIDE[value] if wide and value in WIDE else LETTERS[value]


def _members(path: Path, values: set[str]) -> set[int]:
    return {point for first, last, value in _ranges(path) if value in values for point in range(first, last + 1)}


def _ranges(path: Path) -> Iterator[tuple[int, int, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.partition("#")[0].split(";")
        if len(fields) >= 2:
            first, _, last = fields[0].strip().partition("..")
            yield int(first, 16), int(last or first, 16), fields[1].strip()


def _brackets(folder: Path) -> dict[str, str]:
    """Return the closing bracket of every opening one, each in its canonical form (BD16 of UAX #9)."""
    pairs: dict[str, str] = {}
    for line in (folder / "BidiBrackets.txt").read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.partition("#")[0].split(";")]
        if len(fields) == 3 and fields[2] == "o":
            pairs[chr(int(fields[0], 16))] = unicodedata.normalize("NFC", chr(int(fields[1], 16)))
    return pairs


def _module(version: str, runs: list[tuple[int, str]], brackets: dict[str, str]) -> str:
    starts = " ".join(f"{start:X}" for start, _ in runs)
    letters = "".join(letter for _, letter in runs)
    pairs = ", ".join(f"{opening!a}: {closing!a}" for opening, closing in brackets.items())
    return f'''"""Unicode {version}: classes for line breaking (UAX #14), brackets for direction (UAX #9).

Made by `packaging/make_unicode_tables.py`; not to be edited.
"""

UNICODE_VERSION = "{version}"

_STARTS = (
{_chunks(starts)}
)
LINE_BREAK_STARTS = tuple(int(start, 16) for start in _STARTS.split())
"""The first code point of each run of equal classes."""

LINE_BREAK_LETTERS = (
{_chunks(letters)}
)
"""The class of each run, one letter a run."""

CLOSING_BRACKETS = {{{pairs}}}
"""The closing bracket of every opening one, in canonical form."""
'''


def _chunks(text: str) -> str:
    return "\n".join(f"    {text[place : place + 90]!r}" for place in range(0, len(text), 90))


if __name__ == "__main__":
    main(sys.argv[1:])
