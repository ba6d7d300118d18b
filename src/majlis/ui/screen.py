"""What a screen is: a page of the main window with a button in its rail."""

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from majlis.ui.commands import Command
from majlis.ui.live import Live


class Screen(QWidget):
    """A page of the main window; subclasses are listed in `majlis.ui.screens`.

    `id` is the object name of the screen, and that of its button after `go.`; `title` and `icon` (a Lucide name)
    stand on the button. `commands` are offered in the menus and run with the screen. A screen emits `wanted` with
    a table and an id to have another screen show that record, and `selected` whenever what `edit.delete` or
    `edit.duplicate` would take has changed. It keeps column widths and the like under its own keys in the
    settings, in `save_state` and `restore_state`.
    """

    id: ClassVar[str]
    title: ClassVar[str]
    icon: ClassVar[str]
    tables: ClassVar[tuple[str, ...]] = ()
    commands: ClassVar[tuple[Command, ...]] = ()

    wanted = Signal(str, str)
    selected = Signal()

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live = live
        self.setObjectName(self.id)
        self.setAccessibleName(self.title)

    def reveal(self, table: str, key: str) -> None:
        """Show and select a record of one of `tables`."""

    def add(self) -> None:
        """Add a record of the screen's own kind and let its name be typed."""

    def delete(self) -> None:
        """Remove what is selected."""

    def duplicate(self) -> None:
        """Add a copy of what is selected."""

    def commit(self) -> None:
        """Make an edit of what is being typed; called before undo and when the window closes."""

    def focus_filter(self) -> None:
        """Put the keyboard where the screen is filtered."""

    @property
    def selection(self) -> tuple[str, ...]:
        """The ids of the selected records."""
        return ()

    def badge(self) -> int:
        """Return the figure that its button shows, such as a count of problems; none where it is 0."""
        return 0

    def save_state(self) -> dict[str, object]:
        """Return what the screen wants to find again: splitters and columns as `QByteArray`, choices as texts."""
        return {}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take up what `save_state` returned when the file was last open."""
