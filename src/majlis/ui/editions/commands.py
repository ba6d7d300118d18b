"""What the screen of editions can do, as data; each command is given the screen."""

from typing import TYPE_CHECKING, Final

from majlis.ui.commands import Command

if TYPE_CHECKING:
    from majlis.ui.editions.screen import EditionsScreen


def _freeze_label(screen: "EditionsScreen") -> str:
    return f"Freeze as edition {screen.next_number}…"


def _writable(screen: "EditionsScreen") -> bool:
    return screen.writable


def _found(screen: "EditionsScreen") -> bool:
    return screen.isVisible() and screen.changes.findings is not None


EDITION_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        id="edition.freeze",
        text="Freeze as an edition…",
        menu="Print",
        group="editions",
        shortcut="Ctrl+Alt+E",
        icon="stamp",
        label=_freeze_label,
        enabled=_writable,
        run=lambda screen: screen.ask_freeze(),
    ),
    Command(
        id="edition.copy_people",
        text="Copy the list of people to tell",
        menu="Print",
        group="editions",
        icon="clipboard-copy",
        enabled=_found,
        run=lambda screen: screen.copy_people(),
    ),
    Command(
        id="edition.restore",
        text="Restore this edition…",
        menu="Print",
        group="editions",
        icon="rotate-ccw",
        enabled=lambda screen: _writable(screen) and _found(screen),
        run=lambda screen: screen.ask_restore(),
    ),
)
