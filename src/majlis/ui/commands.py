"""Commands as data: what can be done, and the actions, menus and shortcuts that derive from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from majlis.ui.icons import set_icon

MENUS: Final = ("File", "Edit", "Add", "Plan", "Print", "Go", "View", "Help")
"""The menus from the start of the bar to its end; one that nothing stands in is left out."""


def always(_target: object) -> bool:
    """Say that a command can be run at any time."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing that a user can do; the id is the object name of its `QAction`.

    `run`, `enabled`, `label` and `checked` are given whoever offers the command: the window, or a screen. `label`
    makes a text that changes, `checked` makes it a switch. Commands of one `group` stand together in their menu.
    """

    id: str
    text: str
    menu: str
    run: Callable[[Any], object]
    shortcut: str = ""
    icon: str = ""
    group: str = ""
    enabled: Callable[[Any], bool] = always
    label: Callable[[Any], str] | None = None
    checked: Callable[[Any], bool] | None = None


class Action(QAction):
    """The action of a command for one target; `refresh` asks for its text and whether it can be run."""

    def __init__(self, command: Command, target: QObject, parent: QObject) -> None:
        super().__init__(command.text, parent)
        self.command = command
        self._target = target
        self.setObjectName(command.id)
        self.setMenuRole(QAction.MenuRole.NoRole)
        if command.shortcut:
            self.setShortcuts([QKeySequence(one) for one in command.shortcut.split("; ")])
        if command.icon:
            set_icon(self, command.icon)
        self.setCheckable(command.checked is not None)
        self.triggered.connect(self._run)

    def refresh(self) -> None:
        """Take over the text, whether it can be run, and whether it is switched on."""
        if self.command.label is not None:
            self.setText(self.command.label(self._target))
        self.setEnabled(self.command.enabled(self._target))
        if self.command.checked is not None:
            self.setChecked(self.command.checked(self._target))

    @Slot()
    def _run(self) -> None:
        self.command.run(self._target)


def fill_menus(bar: QMenuBar, actions: Iterable[Action]) -> None:
    """Put actions into the menus that their commands name, in order, with a line between groups."""
    by_menu: dict[str, list[Action]] = {}
    for action in actions:
        by_menu.setdefault(action.command.menu, []).append(action)
    unknown = by_menu.keys() - set(MENUS)
    if unknown:
        raise ValueError(f"no such menus: {sorted(unknown)}")
    for title in MENUS:
        if title in by_menu:
            _fill(bar.addMenu(f"&{title}"), by_menu[title])


def _fill(menu: QMenu, actions: list[Action]) -> None:
    menu.setObjectName(f"menu.{menu.title().strip('&').lower()}")
    menu.setToolTipsVisible(True)
    groups: dict[str, list[Action]] = {}
    for action in actions:
        groups.setdefault(action.command.group, []).append(action)
    for number, group in enumerate(groups.values()):
        if number:
            menu.addSeparator()
        menu.addActions(group)
