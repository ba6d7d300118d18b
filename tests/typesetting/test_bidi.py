"""Levels and order by UAX #9: the standard's own tests, and small cases that say what they are about."""

from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
import pytest

from majlis.typesetting.bidi import (
    LETTERS,
    Levels,
    first_strong,
    letters_of,
    levels,
    levels_of_classes,
    visual_order,
)

UNICODE = Path("/usr/share/unicode")
PARTS = 4
needs_unicode_data = pytest.mark.skipif(not (UNICODE / "BidiTest.txt").exists(), reason="unicode-data is absent")


def seen(text: str, base: int | None = None) -> str:
    """Return the characters of a line from left to right."""
    return "".join(text[place] for place in visual_order(list(levels(text, base).of_characters)))


def at_line_end(classes: str, found: Levels) -> list[int]:
    """Return levels as a line of its own has them: spaces at its end and before separators fall back (L1)."""
    result = list(found.of_characters)
    falls_back = True
    for place in reversed(range(len(classes))):
        if classes[place] in "BS":
            result[place], falls_back = found.base, True
        elif classes[place] not in " ifIPeEvVpn":
            falls_back = False
        elif falls_back:
            result[place] = found.base
    return result


def agrees(classes: str, found: Levels, wanted: list[str], order: list[int]) -> bool:
    """Compare levels and order with what the standard says; `x` stands for what is removed."""
    got = at_line_end(classes, found)
    kept = [place for place, level in enumerate(wanted) if level != "x"]
    return [got[place] for place in kept] == [int(wanted[place]) for place in kept] and [
        kept[index] for index in visual_order([got[place] for place in kept])
    ] == order


def character_cases() -> Iterator[tuple[str, int | None, int, list[str], list[int]]]:
    for line in (UNICODE / "BidiCharacterTest.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            points, direction, base, wanted, order = line.split(";")
            text = "".join(chr(int(point, 16)) for point in points.split())
            asked = None if direction == "2" else int(direction)
            yield text, asked, int(base), wanted.split(), [int(place) for place in order.split()]


def class_cases(base: int | None, part: int) -> Iterator[tuple[str, list[str], list[int]]]:
    """Find a part of the cases for a base level: all at once would take longer than a test may."""
    wanted: list[str] = []
    order: list[int] = []
    bit = {None: 1, 0: 2, 1: 4}[base]
    for number, line in enumerate((UNICODE / "BidiTest.txt").read_text(encoding="utf-8").splitlines()):
        if line.startswith("@Levels:"):
            wanted = line.split()[1:]
        elif line.startswith("@Reorder:"):
            order = [int(place) for place in line.split()[1:]]
        elif line and line[0] not in "#@":
            names, bits = line.split(";")
            if int(bits, 16) & bit and number % PARTS == part:
                yield "".join(LETTERS[name] for name in names.split()), wanted, order


@needs_unicode_data
def test_every_character_case_of_the_standard() -> None:
    failed = [
        text
        for text, asked, base, wanted, order in character_cases()
        if (found := levels(text, asked)).base != base or not agrees(letters_of(text), found, wanted, order)
    ]
    assert failed == []


@needs_unicode_data
@pytest.mark.parametrize("base", [None, 0, 1])
@pytest.mark.parametrize("part", range(PARTS))
def test_every_class_case_of_the_standard(base: int | None, part: int) -> None:
    failed = [
        classes
        for classes, wanted, order in class_cases(base, part)
        if not agrees(classes, levels_of_classes(classes, "", base), wanted, order)
    ]
    assert failed == []


def test_numbers_in_arabic_stay_readable() -> None:
    assert seen("عام 2027 ثم") == "مث 2027 ماع"


def test_a_time_range_after_arabic_reads_on_to_the_left() -> None:
    assert seen("من 09:30–10:15") == "10:15–09:30 نم"


def test_an_isolated_phone_number_stays_whole() -> None:
    assert seen("هاتف \u2066+974 4444 0000\u2069").startswith("\u2069+974 4444 0000\u2066")


def test_brackets_belong_to_what_they_hold_in_a_latin_line() -> None:
    assert levels("a (مجلس) b").of_characters == bytes([0, 0, 0, 1, 1, 1, 1, 0, 0, 0])


def test_plain_text_of_either_direction_has_one_level() -> None:
    assert levels("plain text, 2027") == Levels(0, bytes(16))
    assert levels("نص عادي") == Levels(1, b"\1" * 7)


def test_the_first_strong_character_outside_isolates_decides() -> None:
    assert [first_strong("123 مجلس abc"), first_strong("\u2067مجلس\u2069 abc"), first_strong("123")] == [
        1,
        0,
        None,
    ]


@given(st.text(), st.sampled_from([None, 0, 1]))
def test_every_character_has_a_level_and_a_place(text: str, base: int | None) -> None:
    found = levels(text, base)
    assert len(found.of_characters) == len(text)
    assert sorted(visual_order(list(found.of_characters))) == [*range(len(text))]
