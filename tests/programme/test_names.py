"""How records are called, sorted and found."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st
import pytest

from example import LEILA, example
from majlis.programme.kinds import kind, kind_called, kinds
from majlis.programme.names import full_name, initials, name_of, person_sort_key, sort_key
from majlis.programme.records import Absence, Person, Waiver
from majlis.programme.search import fold, matches, searched
from majlis.programme.texts import Texts


def test_names_of_every_kind_of_record() -> None:
    programme = example()
    assert name_of(programme, programme.event) == "Days of Meaning"
    assert name_of(programme, programme.days["friday"]) == "2027-10-22"
    assert name_of(programme, programme.placements["opening@1"]) == "Opening"
    assert name_of(programme, programme.parts["opening:leila:speaker"], ("ar",)) == "ليلى ناصر (speaker)"
    away = Absence(id="x", person_id="leila", start=datetime(2027, 1, 1), end=datetime(2027, 1, 2))
    assert name_of(programme, away) == "Leila Nasser"
    assert name_of(programme, Waiver(id="w", rule="unplaced")) == "w"
    assert name_of(programme, Person(id="x")) == "(untitled)"


def test_titles_stand_before_the_name_in_its_language() -> None:
    assert full_name(LEILA, ("ar",)) == "د. ليلى ناصر"
    assert full_name(LEILA) == "د. ليلى ناصر"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Al-Rawashi", "rawashi"),
        ("al-Biruni", "biruni"),
        ("الرواشي", "رواشي"),
        ("Abu Zeitoun", "abu zeitoun"),
        ("Ibn Sina", "ibn sina"),
        ("Ünal", "unal"),
        ("ʿUmar", "umar"),
        ("Ali", "ali"),
        ("Al", "al"),
    ],
)
def test_names_sort_without_articles_and_accents(name: str, key: str) -> None:
    assert sort_key(name) == key


def test_a_sort_form_comes_first() -> None:
    person = Person(id="x", name=Texts(en="Abu X"), sort_name=Texts(en="X, Abu"))
    assert person_sort_key(person, "en") == "x, abu"


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("احمد", "أَحْمَد"),
        ("مكتبه", "مكتبة"),
        ("علي", "على"),
        ("کتاب", "كتاب"),
        ("2027", "٢٠٢٧"),
        ("2027", "۲۰۲۷"),
        ("istanbul", "İstanbul"),
        ("cafe", "CAFÉ"),
        ("علی زاده", "علی‌زاده"),
    ],
)
def test_spellings_find_each_other(query: str, text: str) -> None:
    assert matches(query, fold(text)) or fold(query).replace(" ", "") in fold(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_sessions_are_found_by_people_and_theme() -> None:
    programme = example()
    text = searched(programme, programme.sessions["reading"])
    assert matches("kaya noon", text)
    assert matches("الشعر", text)
    assert not matches("opening", text)
    assert matches("letters", searched(programme, LEILA))
    assert matches("mirrors", searched(programme, programme.places["room"]))
    assert matches("event", searched(programme, programme.event))


def test_kinds_are_data_and_a_word_of_ones_own_is_a_kind() -> None:
    assert kind("keynote").minutes == 45
    assert kind("devroom_talk").name == Texts(en="Devroom talk")
    assert kind_called(" Panel Discussion ") == "panel"
    assert kind_called("devroom") == "devroom"
    assert all(set(each.name) == {"ar", "en", "fr"} for each in kinds().values())


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Leila Nasser", "LN"),
        ("leila", "L"),
        ("Ludwig van der Heide", "LH"),
        ("Yusuf al-Amin", "YA"),
        ("ليلى الناصر", "ل ن"),
        ("ʿAbd ar-Raḥmān", "AR"),
        ("王小明", "王"),
        ("김 철수", "김"),
        ("E\u0301mile Zola", "ÉZ"),
        ("ßeta ßigma", "SS"),
        ("(untitled)", "U"),
        ("7 !", ""),
        ("", ""),
    ],
)
def test_initials_stand_for_a_name(name: str, letters: str) -> None:
    assert initials(name) == letters
