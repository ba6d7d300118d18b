"""The list of what can be printed, and what is refused."""

import pytest

from example import example
from majlis.pages.products import PRODUCTS, Options, checked, languages_of, print_product
from majlis.programme.refusal import Refusal


@pytest.mark.parametrize(
    ("product", "asked", "sentence"),
    [
        ("poster", Options(), "There is no product “poster” to print; there is book, badges, errata or sheets."),
        ("book", Options(paper="A3"), "The programme book cannot be printed on “A3”; there is A5 or A4."),
        ("badges", Options(paper="a5"), "The badges cannot be printed on “a5”; there is A4."),
        ("badges", Options(sheet=9), "There is no sheet of “9” badges; there is 8 or 10."),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(product: str, asked: Options, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        print_product(example(), product, asked)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("asked", [Options(language="xx"), Options(second_language="xx")])
def test_a_language_without_words_is_refused(asked: Options) -> None:
    with pytest.raises(Refusal, match="“xx”; there is en, ar, bn"):
        print_product(example(), "book", asked)


def test_a_stranger_has_no_badge() -> None:
    with pytest.raises(Refusal, match="Nobody has the id “nobody”"):
        print_product(example(), "badges", Options(people=("nobody",)))


def test_options_are_read_as_people_type_them() -> None:
    made = checked(example(), "BOOK", Options(language="AR", second_language="ar", paper="A4", abstracts=False))
    assert made == Options(language="ar", second_language=None, paper="a4", abstracts=False)
    assert checked(example(), "badges", Options(sheet=10)) == Options(language="en", paper="a4", sheet=10)


def test_an_edition_may_be_in_any_language_of_the_event_or_of_print() -> None:
    assert languages_of(example())[:4] == ("en", "ar", "bn", "de")


def test_every_product_has_a_name_and_papers() -> None:
    for key, product in PRODUCTS.items():
        assert product.id == key
        assert product.name["ar"]
        assert product.papers
