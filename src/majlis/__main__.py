"""The start: arguments to the window or to a command. The only place that builds the whole."""

import os
from pathlib import Path
import sys

from majlis.cli.arguments import COMMANDS


def main() -> int:
    """Start Majlis with the arguments of the process and return its exit code."""
    arguments = sys.argv[1:]
    if _is_command(arguments):
        from majlis.cli.run import run  # noqa: PLC0415 - the window starts without the commands, and they without Qt

        return run(arguments)
    if not _can_show_windows():
        print(
            "There is no display for a window; “majlis --help” lists what can be done without one.",
            file=sys.stderr,
        )
        return 3
    from majlis.ui.app import start  # noqa: PLC0415 - commands start without Qt

    return start(Path(arguments[0]) if arguments else None)


def _is_command(arguments: list[str]) -> bool:
    if not arguments:
        return False
    first = arguments[0]
    if first in COMMANDS or first.startswith("-") or len(arguments) > 1:
        return True
    # A word that can be no file is a command mistyped, and the command line says so.
    return not Path(first).exists() and not Path(first).suffix and os.sep not in first


def _can_show_windows() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
