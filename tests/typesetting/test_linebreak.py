"""Break places by UAX #14: the standard's own test, and small cases."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
import pytest

from majlis.typesetting.linebreak import break_places, breaks_of_classes, letters_of

CASES = Path("/usr/share/unicode/auxiliary/LineBreakTest.txt")


def pieces(text: str) -> list[str]:
    """Return what stands between break places."""
    places = break_places(text)
    return [text[start:end] for start, end in zip([0, *places], places, strict=False)]


@pytest.mark.skipif(not CASES.exists(), reason="unicode-data is absent")
def test_every_case_of_the_standard() -> None:
    failed: list[str] = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        signs = line.partition("#")[0].split()
        text = "".join(chr(int(sign, 16)) for sign in signs if sign not in "×÷")
        wanted = [index // 2 for index, sign in enumerate(signs) if sign == "÷"]
        if break_places(text) != wanted or breaks_of_classes(letters_of(text)) != wanted:
            failed.append(line)
    assert failed == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a well-known thing", ["a ", "well-", "known ", "thing"]),
        ("(mot ) !", ["(mot ) !"]),
        ("costs $1,000.50 now", ["costs ", "$1,000.50 ", "now"]),
        ("会议节目。", ["会", "议", "节", "目。"]),
        ("قال «نعم»، ثم", ["قال ", "«نعم»، ", "ثم"]),
        ("one\ntwo", ["one\n", "two"]),
        ("no\u00a0break", ["no\u00a0break"]),
        ("", []),
    ],
)
def test_lines_break_where_readers_expect(text: str, parts: list[str]) -> None:
    assert pieces(text) == parts


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",)) | st.sampled_from(" -()\u0301\u200d中م1$")))
def test_words_looked_up_one_by_one_break_like_the_whole(text: str) -> None:
    assert break_places(text) == breaks_of_classes(letters_of(text))
