"""The commands that write something else than the file: export and print."""

from argparse import Namespace
from contextlib import suppress
import os
from pathlib import Path
import sys

from majlis.cli.editions import edition_called
from majlis.cli.output import note, progress_to_terminal
from majlis.document import Document
from majlis.pages.orders import Since
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal


def export(arguments: Namespace) -> int:
    """Write the programme in another program's format."""
    from majlis.exchange.formats import write  # noqa: PLC0415 - only here

    with Document.open(arguments.file, writable=False) as document:
        data = write(document.programme, arguments.format, document.content)
    write_whole(arguments.out, data, arguments.file)
    return 0


def print_pdf(arguments: Namespace) -> int:
    """Print a product as PDF; what does not fit where it belongs is told on standard error."""
    from majlis.pages.products import PRODUCTS, Options, print_product  # noqa: PLC0415 - only here

    product = PRODUCTS.get(arguments.product.lower())
    tells = product is not None and "since" in product.options
    programme, since = _programme_since(arguments.file, arguments.since, tells=tells)
    options = Options(
        language=arguments.language,
        second_language=arguments.second_language,
        paper=arguments.paper,
        grid=not arguments.no_grid,
        abstracts=not arguments.no_abstracts,
        biographies=not arguments.no_biographies,
        indexes=not arguments.no_indexes,
        sheet=arguments.sheet,
        people=tuple(arguments.person),
        since=since,
        changed=arguments.changed,
    )
    printed = print_product(programme, arguments.product, options, progress_to_terminal)
    write_whole(arguments.out, printed.pdf, arguments.file)
    for doubt in printed.doubts:
        note(doubt.text)
    note(f"{printed.pages} page{'' if printed.pages == 1 else 's'} in “{arguments.out}”.")
    return 0


def write_whole(out: str, data: bytes, source: Path) -> None:
    """Write a file whole or not at all, or to standard output for `-`; never over the event's own file."""
    if out == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(out)
    if path.exists() and source.exists() and path.samefile(source):
        raise Refusal(f"“{out}” is the event's own file; write to another name.")
    if path.is_dir():
        raise Refusal(f"“{out}” is a folder; add the name of a file.")
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise Refusal(f"“{out}” can't be written: {error.strerror or error}.") from error
    finally:
        with suppress(OSError):
            part.unlink()


def _programme_since(path: Path, number: int | None, *, tells: bool) -> tuple[Programme, Since | None]:
    """Return the programme of a file, and the edition of a number or the latest for a product that tells of it."""
    with Document.open(path, writable=False) as document:
        edition = edition_called(document.programme, number) if tells else None
        if edition is None:
            return document.programme, None
        return document.programme, Since(edition.number, edition.at, document.edition_programme(edition))
