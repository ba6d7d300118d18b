"""What can be printed, and what is chosen of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from majlis.pages.orders import Options
from majlis.programme.programme import Programme
from majlis.programme.records import Edition

if TYPE_CHECKING:
    from majlis.pages.products import Product


@dataclass(frozen=True, slots=True)
class Order:
    """A product's id and how it is printed; `since` is the edition of which it tells what changed, or None.

    The options are without the programme of that edition, which is read where the order is made.
    """

    product: str
    options: Options
    since: Edition | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """The products by id, the languages that a programme can be printed in, and the editions, the latest first."""

    products: "Mapping[str, Product]"
    languages: tuple[str, ...]
    editions: tuple[Edition, ...] = ()


def offer_of(programme: Programme) -> Offer:
    """Return what can be printed of a programme; the first call takes a quarter of a second."""
    # ReportLab, HarfBuzz and fontTools are loaded here, by whoever prints, and not at the start
    from majlis.pages.products import PRODUCTS, languages_of  # noqa: PLC0415 - see above

    return Offer(PRODUCTS, languages_of(programme), programme.editions_in_order()[::-1])
