"""What the main window itself can do, as data; screens add commands of their own."""

from typing import TYPE_CHECKING, Final

from majlis.ui.commands import Command
from majlis.ui.merging.disputes import together

if TYPE_CHECKING:
    from majlis.ui.main_window import MainWindow


def _undo_label(window: "MainWindow") -> str:
    label = window.live.document.undo_label
    return f"Undo {label}" if label else "Undo"


def _redo_label(window: "MainWindow") -> str:
    label = window.live.document.redo_label
    return f"Redo {label}" if label else "Redo"


def _can_undo(window: "MainWindow") -> bool:
    return window.writable and bool(window.live.document.undo_label)


def _can_redo(window: "MainWindow") -> bool:
    return window.writable and bool(window.live.document.redo_label)


def _writable(window: "MainWindow") -> bool:
    return window.writable


def _has_selection(window: "MainWindow") -> bool:
    return window.writable and bool(window.shown_screen.selection)


def _conflicts_label(window: "MainWindow") -> str:
    count = len(together(window.live.conflicts))
    return f"Where copies disagree ({count:,})…" if count else "Where copies disagree…"


def _has_conflicts(window: "MainWindow") -> bool:
    return bool(window.live.conflicts)


def _has_one_record(window: "MainWindow") -> bool:
    return len(window.shown_screen.selection) == 1


def _adding(screen: str, table: str, text: str, shortcut: str, icon: str) -> Command:
    return Command(
        id=f"{table}.add",
        text=text,
        menu="Add",
        shortcut=shortcut,
        icon=icon,
        enabled=_writable,
        run=lambda window: window.add(screen),
    )


WINDOW_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        id="file.new",
        text="New event…",
        menu="File",
        shortcut="Ctrl+N",
        icon="file-plus",
        run=lambda window: window.new_wanted.emit(),
    ),
    Command(
        id="file.open",
        text="Open…",
        menu="File",
        shortcut="Ctrl+O",
        icon="folder-open",
        run=lambda window: window.open_wanted.emit(),
    ),
    Command(
        id="file.import",
        text="Import a schedule…",
        menu="File",
        group="exchange",
        shortcut="Ctrl+I",
        icon="import",
        enabled=_writable,
        run=lambda window: window.exchange.ask_import(),
    ),
    Command(
        id="file.export",
        text="Export…",
        menu="File",
        group="exchange",
        shortcut="Ctrl+Shift+E",
        icon="upload",
        run=lambda window: window.exchange.ask_export(),
    ),
    Command(
        id="file.merge",
        text="Bring in a colleague’s copy…",
        menu="File",
        group="merge",
        shortcut="Ctrl+Shift+I",
        icon="download",
        enabled=_writable,
        run=lambda window: window.merging.ask(),
    ),
    Command(
        id="merge.conflicts",
        text="Where copies disagree…",
        menu="File",
        group="merge",
        shortcut="Ctrl+Shift+D",
        icon="triangle-alert",
        label=_conflicts_label,
        enabled=_has_conflicts,
        run=lambda window: window.merging.show_conflicts(),
    ),
    Command(
        id="merge.back",
        text="Go back to before the last merge…",
        menu="File",
        group="merge",
        icon="rotate-ccw",
        enabled=_writable,
        run=lambda window: window.merging.go_back(),
    ),
    Command(
        id="file.share",
        text="Share through a folder…",
        menu="File",
        group="merge",
        shortcut="Ctrl+Shift+F",
        icon="folder-sync",
        run=lambda window: window.sharing.show_panel(),
    ),
    Command(
        id="file.name",
        text="Your name…",
        menu="File",
        group="event",
        icon="user-pen",
        run=lambda window: window.show_names(),
    ),
    Command(
        id="file.backups",
        text="Backups…",
        menu="File",
        group="trial",
        icon="archive",
        run=lambda window: window.show_backups(),
    ),
    Command(
        id="file.trial",
        text="Try something out…",
        menu="File",
        group="trial",
        icon="flask-conical",
        run=lambda window: window.trials.ask(),
    ),
    Command(
        id="event.settings",
        text="Event settings…",
        menu="File",
        group="event",
        shortcut="Ctrl+,",
        icon="settings",
        run=lambda window: window.show_event_settings(),
    ),
    Command(
        id="file.close",
        text="Close",
        menu="File",
        group="close",
        shortcut="Ctrl+W",
        icon="x",
        run=lambda window: window.close(),
    ),
    Command(
        id="edit.undo",
        text="Undo",
        menu="Edit",
        shortcut="Ctrl+Z",
        icon="undo-2",
        label=_undo_label,
        enabled=_can_undo,
        run=lambda window: window.undo(),
    ),
    Command(
        id="edit.redo",
        text="Redo",
        menu="Edit",
        shortcut="Ctrl+Shift+Z; Ctrl+Y",
        icon="redo-2",
        label=_redo_label,
        enabled=_can_redo,
        run=lambda window: window.redo(),
    ),
    Command(
        id="edit.duplicate",
        text="Duplicate",
        menu="Edit",
        group="records",
        shortcut="Ctrl+D",
        icon="copy",
        enabled=_has_selection,
        run=lambda window: window.shown_screen.duplicate(),
    ),
    Command(
        id="edit.delete",
        text="Remove",
        menu="Edit",
        group="records",
        shortcut="Ctrl+Backspace",
        icon="trash-2",
        enabled=_has_selection,
        run=lambda window: window.shown_screen.delete(),
    ),
    Command(
        id="record.history",
        text="History of this",
        menu="Edit",
        group="records",
        shortcut="Ctrl+Shift+H",
        icon="history",
        enabled=_has_one_record,
        run=lambda window: window.show_history_of_chosen(),
    ),
    Command(
        id="edit.find",
        text="Find anything…",
        menu="Edit",
        group="find",
        shortcut="Ctrl+K; Ctrl+F",
        icon="search",
        run=lambda window: window.header.search.start(),
    ),
    Command(
        id="edit.filter",
        text="Filter this list",
        menu="Edit",
        group="find",
        shortcut="Ctrl+L",
        icon="list-filter",
        run=lambda window: window.shown_screen.focus_filter(),
    ),
    _adding("sessions", "session", "Session", "Ctrl+Shift+S", "presentation"),
    _adding("people", "person", "Person", "Ctrl+Shift+P", "user"),
    _adding("themes", "theme", "Theme", "Ctrl+Shift+T", "tag"),
    _adding("places", "place", "Place", "Ctrl+Shift+L", "door-open"),
    *(
        Command(
            id=f"view.{scheme}",
            text=text,
            menu="View",
            group="scheme",
            icon=icon,
            checked=lambda window, scheme=scheme: window.scheme == scheme,
            run=lambda window, scheme=scheme: window.choose_scheme(scheme),
        )
        for scheme, text, icon in (
            ("light", "Light", "sun"),
            ("dark", "Dark", "moon"),
            ("system", "As the system", "monitor"),
        )
    ),
    Command(
        id="view.direction",
        text="Right to left",
        menu="View",
        group="direction",
        icon="arrow-left-right",
        checked=lambda window: window.mirrored,
        run=lambda window: window.turn_direction(),
    ),
    Command(
        id="help.shortcuts",
        text="Keyboard shortcuts",
        menu="Help",
        icon="keyboard",
        shortcut="F1",
        run=lambda window: window.show_shortcuts(),
    ),
    Command(
        id="help.about",
        text="About Majlis",
        menu="Help",
        icon="info",
        run=lambda window: window.show_about(),
    ),
)
