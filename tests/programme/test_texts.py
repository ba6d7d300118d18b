"""Texts by language: values, with the best one for a reader."""

import pickle

from majlis.programme.texts import Texts


def test_equal_by_content_and_hashed_so() -> None:
    assert Texts(en="a", ar="ب") == Texts({"ar": "ب"}, en="a")
    assert hash(Texts(en="a", ar="ب")) == hash(Texts(ar="ب", en="a"))
    assert Texts(en="a") != {"en": "a"}


def test_empty_texts_are_not_there() -> None:
    assert len(Texts(en="")) == 0
    assert Texts(en="a", fr="b").but({"fr": ""}) == Texts(en="a")


def test_the_best_text_is_in_the_first_language_that_is_there() -> None:
    texts = Texts(en="a", ar="ب")
    assert texts.best(("fr", "ar")) == "ب"
    assert texts.best(("fr",)) == "ب"
    assert Texts().best(("fr",)) == ""


def test_they_can_go_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(Texts(en="a"))) == Texts(en="a")  # noqa: S301 - our own bytes


def test_they_show_what_they_hold() -> None:
    assert repr(Texts(en="a")) == "Texts({'en': 'a'})"
