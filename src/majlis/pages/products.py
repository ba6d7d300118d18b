"""What can be printed, and the one door to it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from majlis.pages.badges import SHEETS, print_badges
from majlis.pages.book import print_book
from majlis.pages.edition import PAPERS
from majlis.pages.orders import Doubt, Options, Printed, Progress, no_progress
from majlis.pages.wording import LANGUAGES
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts

__all__ = ["PRODUCTS", "Doubt", "Options", "Printed", "Product", "languages_of", "print_product"]


@dataclass(frozen=True, slots=True)
class Product:
    """Something that can be printed: its name, the papers it fits (the usual one first), the options it heeds."""

    id: str
    name: Texts
    papers: tuple[str, ...]
    options: tuple[str, ...]
    make: Callable[[Programme, Options, Progress], Printed]


PRODUCTS: Final = {
    product.id: product
    for product in (
        Product(
            "book",
            Texts(en="Programme book", ar="كتاب البرنامج", fr="Livre du programme"),
            ("a5", "a4"),
            ("language", "second_language", "paper", "grid", "abstracts", "biographies", "indexes"),
            print_book,
        ),
        Product(
            "badges",
            Texts(en="Badges", ar="البطاقات", fr="Badges"),
            ("a4",),
            ("language", "second_language", "sheet", "people"),
            print_badges,
        ),
    )
}
"""Everything that can be printed, by id, in the order in which it is offered."""


def languages_of(programme: Programme) -> tuple[str, ...]:
    """Return the languages that an edition can be in: the event's own, then those that print has words for."""
    event = programme.event
    return tuple(dict.fromkeys((*event.print_languages, *event.languages, *LANGUAGES)))


def print_product(
    programme: Programme, product_id: str, options: Options | None = None, progress: Progress = no_progress
) -> Printed:
    """Return a product as PDF; the same programme and options give the same bytes.

    Raise `Refusal` for a product, paper, language, sheet or person that there is not.
    """
    product = PRODUCTS.get(product_id)
    if product is None:
        raise Refusal(f"There is nothing called {product_id!r} to print; there is {_or(PRODUCTS)}.")
    return product.make(programme, _checked(programme, product, options or Options()), progress)


def _checked(programme: Programme, product: Product, options: Options) -> Options:
    languages = languages_of(programme)
    language = _known("language", options.language or languages[0], languages)
    second = options.second_language and _known("language", options.second_language, languages)
    paper = options.paper.lower() or product.papers[0]
    if paper not in product.papers:
        offered = _or(PAPERS[one].name for one in product.papers)
        raise Refusal(f"The {product.name['en'].lower()} cannot be printed on {options.paper}; print on {offered}.")
    if options.sheet not in SHEETS:
        raise Refusal(f"Badges stand {_or(map(str, SHEETS))} to a sheet, not {options.sheet}.")
    strangers = [key for key in options.people if key not in programme.people]
    if strangers:
        raise Refusal(f"Nobody has the id {strangers[0]!r}; `majlis show FILE people` lists everybody's.")
    second = None if second == language else second or None
    return replace(options, language=language, second_language=second, paper=paper)


def _known(what: str, asked: str, there: tuple[str, ...]) -> str:
    found = next((one for one in there if one.casefold() == asked.casefold()), None)
    if found is None:
        raise Refusal(f"The {what} {asked!r} is none that can be printed in; there is {_or(there)}.")
    return found


def _or(words: object) -> str:
    *most, last = [str(word) for word in words]  # type: ignore[attr-defined]
    return f"{', '.join(most)} or {last}" if most else last
