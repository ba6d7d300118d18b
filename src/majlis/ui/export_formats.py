"""The formats that a programme can be exported in, as the dialog lists them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its id, what people call it, and the ending of its files."""

    id: str
    name: str
    suffix: str


def export_formats() -> tuple[Format, ...]:
    """Return the formats that can be written."""
    from majlis.exchange.formats import FORMATS  # noqa: PLC0415 - the readers and writers are slow to import

    return tuple(Format(one.id, one.name, one.suffix) for one in FORMATS if one.write)
