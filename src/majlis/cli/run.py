"""A command from its line to its exit code; what goes wrong becomes one sentence, never a traceback."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
import io
import sys
from typing import Final

from majlis.cli.arguments import parse
from majlis.programme.refusal import Refusal

REFUSED: Final = 3

_RUN: Final = {
    "new": ("changing", "new"),
    "show": ("showing", "show"),
    "set": ("changing", "set_fields"),
    "import": ("changing", "take_in"),
    "export": ("giving", "export"),
    "check": ("showing", "check"),
    "print": ("giving", "print_pdf"),
    "merge": ("merging", "merge"),
    "share": ("sharing", "share"),
    "freeze": ("editions", "freeze"),
    "changes": ("editions", "changes"),
    "history": ("showing", "history"),
    "undo": ("changing", "undo"),
    "redo": ("changing", "redo"),
    "backups": ("showing", "backups"),
    "restore": ("changing", "restore"),
    "recover": ("rescuing", "recover"),
    "verify": ("showing", "verify"),
}
"""Each command's module and function."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; raises `SystemExit` as argparse does (2, or 0 for help)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parsed = parse(arguments)
    try:
        return _command(parsed.command)(parsed)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
    except BrokenPipeError:
        # Whoever read our output has seen enough; Python would complain once more when it flushes at exit.
        sys.stdout = io.TextIOWrapper(io.BytesIO())
        return 0
    except OSError as error:
        # Each file is refused by name where it is used; what is left are the output and the errors themselves.
        with suppress(OSError):
            print(f"What was to be said can't be written: {error.strerror or error}.", file=sys.stderr)
        sys.stdout = io.TextIOWrapper(io.BytesIO())
    except KeyboardInterrupt:
        print("Stopped; nothing that was not done was changed.", file=sys.stderr)
    except MemoryError:
        print("There is not enough memory for this; close other programs and try again.", file=sys.stderr)
    except Exception as error:  # noqa: BLE001 - a bug in Majlis must not end in a traceback for the user
        print(_told(error), file=sys.stderr)
    return REFUSED


def _command(name: str) -> Callable[[Namespace], int]:
    if name not in _RUN:
        raise Refusal(f"“{name}” comes with a later version of Majlis; nothing was changed.")
    module, function = _RUN[name]
    command: Callable[[Namespace], int] = getattr(import_module(f"majlis.cli.{module}"), function)
    return command


def _told(error: Exception) -> str:
    from majlis.store.reports import described, keep, reports_folder  # noqa: PLC0415 - only here

    name = type(error).__name__
    path = keep(described(error, error.__traceback__), name)
    told = f"Majlis met an error that nobody foresaw ({name}); the file was left as it was."
    if path is None:
        return f"{told} No report of it could be kept in “{reports_folder()}”; make room there and do it again."
    return f"{told} Please send the report “{path}” to those who look after Majlis."
