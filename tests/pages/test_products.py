"""The list of what can be printed, and what is refused."""

import pytest

from example import example
from majlis.pages.products import PRODUCTS, Options, languages_of, options_of, print_product
from majlis.programme.refusal import Refusal


@pytest.mark.parametrize(
    ("product", "asked", "sentence"),
    [
        ("poster", {}, "There is no product “poster” to print; there is book or badges."),
        ("book", {"paper": "A3"}, "The programme book cannot be printed on “A3”; there is A5 or A4."),
        ("badges", {"paper": "a5"}, "The badges cannot be printed on “a5”; there is A4."),
        ("badges", {"sheet": "9"}, "There is no sheet of “9” badges; there is 8 or 10."),
        ("badges", {"sheet": "many"}, "There is no sheet of “many” badges; there is 8 or 10."),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(
    product: str, asked: dict[str, str], sentence: str
) -> None:
    with pytest.raises(Refusal) as refused:
        options_of(example(), product, **asked)  # type: ignore[arg-type]
    assert str(refused.value) == sentence


@pytest.mark.parametrize("field", ["language", "second_language"])
def test_a_language_without_words_is_refused(field: str) -> None:
    with pytest.raises(Refusal, match="“xx”; there is en, ar, bn"):
        options_of(example(), "book", **{field: "xx"})  # type: ignore[arg-type]


def test_a_stranger_has_no_badge() -> None:
    with pytest.raises(Refusal, match="Nobody has the id “nobody”"):
        print_product(example(), "badges", Options(people=("nobody",)))


def test_options_are_read_as_people_type_them() -> None:
    made = options_of(example(), "BOOK", language="AR", second_language="ar", paper="A4", abstracts=False)
    assert made == Options(language="ar", second_language=None, paper="a4", abstracts=False)
    assert options_of(example(), "badges", sheet="10") == Options(language="en", paper="a4", sheet=10)


def test_an_edition_may_be_in_any_language_of_the_event_or_of_print() -> None:
    assert languages_of(example())[:4] == ("en", "ar", "bn", "de")


def test_every_product_has_a_name_and_papers() -> None:
    for key, product in PRODUCTS.items():
        assert product.id == key
        assert product.name["ar"]
        assert product.papers
