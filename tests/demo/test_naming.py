"""Names from the word lists: each once, in the order and the scripts of its culture."""

from typing import Any

from majlis.demo.material import Material, core_material, read_rows
from majlis.demo.naming import SEXES, named, names_in

CULTURES: dict[str, Any] = read_rows("names")


def everybody(culture: str, sex: str) -> list[dict[str, Any]]:
    """Return as many people as a culture has names for."""
    country = CULTURES[culture]["countries"][0]
    rows = ({"culture": culture, "sex": sex, "country": country} for _ in range(names_in(CULTURES[culture], sex)))
    core = core_material()
    material = Material(core.event, core.days, (), (), (), tuple(rows), ())
    return [*named(material, 5).people]


def test_no_name_of_a_culture_comes_twice() -> None:
    for culture in CULTURES:
        for sex in SEXES:
            names = [row["name"]["en"] for row in everybody(culture, sex)]
            assert len(set(names)) == len(names), (culture, sex)


def test_every_form_is_in_the_letters_of_its_language() -> None:
    letters = {"fa": "\u0600", "ur": "\u0600", "bn": "\u0980", "zh": "\u4e00", "kk": "\u0400", "uz-Cyrl": "\u0400"}
    for culture, row in CULTURES.items():
        for sex in SEXES:
            for person in everybody(culture, sex):
                name = person["name"]
                assert name["en"][0].isalpha()
                assert "\u0600" <= name["ar"][0] <= "\u06ff"
                assert set(name) == {"en", "ar"} | ({row["own"]} if row["own"] in letters else set())
                own = name.get(row["own"], "") if row["own"] in letters else ""
                assert own == "" or own[0] >= letters[row["own"]], name


def test_a_family_name_stands_first_where_it_does_at_home() -> None:
    person = everybody("hui", "women")[0]
    family, _, given = person["name"]["en"].partition(" ")
    assert person["name"]["zh"] == dict(_forms("hui", "families"))[family] + dict(_forms("hui", "women"))[given]
    assert person["sort_name"] == {}


def test_malay_names_name_the_father_and_indonesian_ones_may_stand_alone() -> None:
    assert all(" binti " in row["name"]["en"] for row in everybody("malay", "women"))
    assert "Sujatmi" in {row["name"]["en"] for row in everybody("indonesian", "women")}


def test_kazakh_and_uzbek_families_agree_with_whoever_bears_them() -> None:
    for culture in ("kazakh", "uzbek"):
        assert all(row["name"]["en"].endswith("a") for row in everybody(culture, "women"))
        assert not any(row["name"]["en"].endswith("a") for row in everybody(culture, "men"))


def test_the_index_sorts_by_family_where_there_is_one() -> None:
    person = everybody("turkish", "men")[0]
    given, _, family = person["name"]["en"].rpartition(" ")
    assert person["sort_name"] == {"en": f"{family}, {given}"}


def _forms(culture: str, names: str) -> list[tuple[str, str]]:
    return [(latin, own) for latin, own, _ in CULTURES[culture][names]]
