"""What can be typed after `majlis`."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

COMMANDS: Final = (
    "new",
    "show",
    "set",
    "import",
    "export",
    "check",
    "plan",
    "print",
    "freeze",
    "changes",
    "history",
    "undo",
    "redo",
    "merge",
    "share",
    "backups",
    "restore",
    "recover",
    "verify",
)

_HELP: Final = """\
Without a command Majlis opens its window, on FILE or on the welcome page.
Exit codes: 0 done; 1 done, and there is something to look at; 2 the command
line is wrong; 3 refused: one sentence says why, and no file was changed."""


def parse(arguments: Sequence[str]) -> Namespace:
    """Return the command and its arguments; on a wrong line say so and exit with code 2, as argparse does."""
    parser = _parser()
    parsed = parser.parse_args(arguments)
    if parsed.command == "new" and (parsed.size or parsed.with_problems) and not parsed.demo:
        parser.error("--size and --with-problems are for the demo event; add --demo")
    return parsed


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="majlis",
        description="Plan the programme of a conference or festival, and print it.",
        epilog=_HELP,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def command(name: str, text: str) -> ArgumentParser:
        made = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        made.add_argument("file", metavar="FILE", type=Path, help="a file of Majlis")
        return made

    _add_new(command("new", "make a file with an event and its days, or with the demo event"))
    show = command("show", "show the event and its counts, or every record of one table")
    show.add_argument("table", metavar="TABLE", nargs="?", help="sessions, people, themes, places, parts, …")
    _add_json(show)
    edit = command("set", "give fields of one record new values, as one edit")
    edit.add_argument("id", metavar="ID", help="the id of a record, as `show TABLE` has it")
    edit.add_argument("values", metavar="FIELD=VALUE", nargs="+", help="title.ar=…, minutes=45, languages=en,ar")
    _add_import(command("import", "take in another program's programme; a second time it updates"))
    export = command("export", "write the programme in another program's format")
    export.add_argument("format", metavar="FORMAT", help="majlis-json, frab-xml, schedule-json, ical")
    _add_out(export, "where to; - is standard output")
    _add_json(command("check", "check the programme against the rules"))
    _add_plan(command("plan", "place what is unplaced"))
    _add_print(command("print", "print a product as PDF"))
    freeze = command("freeze", "keep the programme as it is as the next edition")
    freeze.add_argument("--note", default="", help="what the edition is for")
    changes = command("changes", "say what changed since an edition, and whom to tell")
    _add_since(changes)
    _add_json(changes)
    _add_json(command("history", "show what was done to the event, newest first"))
    for name, text in (("undo", "take back the last edits"), ("redo", "bring again what was undone")):
        command(name, text).add_argument("steps", metavar="N", nargs="?", type=_count, default=1)
    merge = command("merge", "bring in the edits of another copy")
    merge.add_argument("other", metavar="OTHER", type=Path)
    merge.add_argument("--take", choices=("mine", "theirs"))
    merge.add_argument("--dry-run", action="store_true")
    _add_json(merge)
    share = command("share", "put a copy into a shared folder, and tell what the others' copies there have new")
    share.add_argument("folder", metavar="FOLDER", type=Path, help="on a stick or network drive, or synchronised")
    share.add_argument("--take", action="store_true", help="bring in what the others have new")
    _add_json(share)
    _add_json(command("backups", "show the copies of a file, newest first"))
    restore = command("restore", "go back to a backup; the file as it is becomes one")
    restore.add_argument("backup", metavar="BACKUP", help="a name, as `backups` has it")
    recover = command("recover", "save what can still be read of a damaged file in a new one")
    recover.add_argument("-o", "--out", metavar="NEW", type=Path, required=True, help="the file to make")
    _add_json(recover)
    command("verify", "check the file, its journal and its references")
    return parser


def _add_new(parser: ArgumentParser) -> None:
    parser.add_argument("--demo", action="store_true", help="with the fictional demo event in it")
    parser.add_argument("--size", choices=("small", "full", "large"), help="of the demo event; full without it")
    parser.add_argument("--with-problems", action="store_true", help="plant twelve defects in the demo event")
    parser.add_argument("--title", default="", help="what the event is called")
    parser.add_argument("--start", type=_day, default=date(2027, 10, 21), help="its first day, as 2027-10-21")
    parser.add_argument("--days", type=int, default=3, help="how many days it has")
    parser.add_argument("--zone", default="Asia/Qatar", help="its time zone, as Asia/Qatar")
    parser.add_argument("--languages", default="en,ar,fr", help="its languages, the main one first")


def _add_import(parser: ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", type=Path, help="the other program's file")
    parser.add_argument("--format", help="instead of finding out from what the file holds")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    _add_json(parser)


def _add_plan(parser: ArgumentParser) -> None:
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--from-scratch", action="store_true")
    parser.add_argument("--repair", action="store_true")
    parser.add_argument("--dry-run", action="store_true")
    _add_json(parser)


def _add_print(parser: ArgumentParser) -> None:
    parser.add_argument("product", metavar="PRODUCT", help="book, badges, errata or sheets")
    _add_out(parser, "where to; - is standard output")
    parser.add_argument("--language", default="", help="the language of the edition; the event's first without it")
    parser.add_argument("--with", dest="second_language", metavar="LANGUAGE", help="a second language beside it")
    parser.add_argument("--paper", default="", help="A5 or A4, for the book")
    for part in ("grid", "abstracts", "biographies", "indexes"):
        parser.add_argument(f"--no-{part}", action="store_true", help=f"leave out the book's {part}")
    parser.add_argument("--sheet", type=int, default=8, help="badges on a sheet: 8 or 10")
    parser.add_argument("--person", metavar="ID", action="append", default=[], help="badges or sheets of these")
    _add_since(parser)
    parser.add_argument("--changed", action="store_true", help="only sheets on which something changed")


def _add_out(parser: ArgumentParser, text: str) -> None:
    parser.add_argument("-o", "--out", metavar="OUT", required=True, help=text)


def _add_since(parser: ArgumentParser) -> None:
    parser.add_argument("--since", metavar="N", type=_count, help="since this edition; the latest without it")


def _add_json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON document on standard output")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"“{text}” is no day such as 2027-10-21") from None


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"“{text}” is no number from 1 on")
    return int(text)


def _version() -> str:
    from importlib.metadata import version  # noqa: PLC0415 - takes 30 ms that only this option needs

    return f"majlis {version('majlis')}"
