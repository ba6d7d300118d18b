"""What the prints screen can do, as data; each command is given the screen."""

from typing import TYPE_CHECKING, Final

from majlis.ui.commands import Command

if TYPE_CHECKING:
    from majlis.ui.prints.screen import PrintsScreen


def _made(screen: "PrintsScreen") -> bool:
    return screen.isVisible() and screen.maker.printed is not None


PRINT_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        id="print.book",
        text="Programme book",
        menu="Print",
        shortcut="Ctrl+P",
        icon="book-open",
        run=lambda screen: screen.wanted.emit("prints", "book"),
    ),
    Command(
        id="print.badges",
        text="Badges",
        menu="Print",
        icon="id-card",
        run=lambda screen: screen.wanted.emit("prints", "badges"),
    ),
    Command(
        id="print.errata",
        text="Programme changes",
        menu="Print",
        icon="stamp",
        run=lambda screen: screen.wanted.emit("prints", "errata"),
    ),
    Command(
        id="print.sheets",
        text="Personal sheets",
        menu="Print",
        icon="user",
        run=lambda screen: screen.wanted.emit("prints", "sheets"),
    ),
    Command(
        id="print.save",
        text="Save as PDF…",
        menu="Print",
        group="file",
        icon="download",
        enabled=_made,
        run=lambda screen: screen.ask_where(),
    ),
    Command(
        id="print.open",
        text="Open in the PDF viewer",
        menu="Print",
        group="file",
        icon="external-link",
        enabled=_made,
        run=lambda screen: screen.open_outside(),
    ),
)
