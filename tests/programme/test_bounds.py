"""Texts are cut to what a file may hold, and nothing else is touched."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from example import READING
from majlis.programme.bounds import LONGEST_LINE, LONGEST_TEXT, longest, shortened
from majlis.programme.texts import Texts
from majlis.store.rows import dump


def test_a_record_of_ordinary_texts_stays_as_it_is() -> None:
    assert shortened(READING) == (READING, ())


def test_a_line_is_cut_at_its_bound_and_said() -> None:
    record, cut = shortened(replace(READING, slug="x" * 30_000, notes="y" * 30_000))
    assert (record.slug, cut) == ("x" * (LONGEST_LINE - 1) + "…", ("slug",))
    assert (longest("slug"), longest("notes")) == (LONGEST_LINE, LONGEST_TEXT)


@given(st.text(min_size=1, max_size=5), st.integers(5_000, 40_000), st.integers(1, 3))
def test_texts_of_several_languages_fit_together(letters: str, times: int, languages: int) -> None:
    title = Texts(dict.fromkeys(("ar", "en", "fr")[:languages], letters * times))
    record, _ = shortened(replace(READING, title=title))
    assert len(dump(dict(record.title))) <= LONGEST_LINE
    assert shortened(record) == (record, ())
