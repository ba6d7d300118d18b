"""What can be printed, and the one door to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from majlis.pages.badges import SHEETS, print_badges
from majlis.pages.book import print_book
from majlis.pages.edition import PAPERS
from majlis.pages.errata import print_errata
from majlis.pages.orders import Doubt, Options, Printed, Progress, no_progress
from majlis.pages.sheets import print_sheets
from majlis.pages.wording import LANGUAGES
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts

__all__ = ["PRODUCTS", "Doubt", "Options", "Printed", "Product", "checked", "languages_of", "print_product"]


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
        Product(
            "errata",
            Texts(en="Programme changes", ar="تغييرات البرنامج", fr="Modifications du programme"),
            ("a4",),
            ("language", "second_language", "since"),
            print_errata,
        ),
        Product(
            "sheets",
            Texts(en="Personal sheets", ar="أوراق المشاركين", fr="Feuilles personnelles"),
            ("a4",),
            ("language", "second_language", "since", "people", "changed"),
            print_sheets,
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
    asked = checked(programme, product_id, options or Options())
    return _product(product_id).make(programme, asked, progress)


def checked(programme: Programme, product_id: str, options: Options) -> Options:
    """Return options with what was left open filled in; raise `Refusal` for what there is not."""
    product = _product(product_id)
    languages = languages_of(programme)
    language = _known(options.language or languages[0], languages)
    second = _known(options.second_language, languages) if options.second_language else None
    paper = options.paper.lower() or product.papers[0]
    if paper not in product.papers:
        offered = _or(PAPERS[one].name for one in product.papers)
        name = product.name["en"].lower()
        raise Refusal(f"The {name} cannot be printed on “{options.paper}”; there is {offered}.")
    if options.sheet not in SHEETS:
        raise _no_sheet(options.sheet)
    strangers = [key for key in options.people if key not in programme.people]
    if strangers:
        raise Refusal(f"Nobody has the id “{strangers[0]}”; `majlis show FILE people` lists everybody's.")
    return replace(options, language=language, second_language=None if second == language else second, paper=paper)


def _product(product_id: str) -> Product:
    product = PRODUCTS.get(product_id.lower())
    if product is None:
        raise Refusal(f"There is no product “{product_id}” to print; there is {_or(PRODUCTS)}.")
    return product


def _known(asked: str, there: tuple[str, ...]) -> str:
    found = next((one for one in there if one.casefold() == asked.casefold()), None)
    if found is None:
        raise Refusal(f"Nothing can be printed in the language “{asked}”; there is {_or(there)}.")
    return found


def _no_sheet(asked: int) -> Refusal:
    return Refusal(f"There is no sheet of “{asked}” badges; there is {_or(map(str, SHEETS))}.")


def _or(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
