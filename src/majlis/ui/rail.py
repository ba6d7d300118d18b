"""The rail at the window's side: one button for each screen, and the event's settings at its foot."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from majlis.ui.guard import guarded
from majlis.ui.icons import set_icon
from majlis.ui.screen import Screen

ICON = 20
ROUND = 17
"""Pixels of a button's icon, and of what lies around its icon and word."""


class Rail(QFrame):
    """Shows which screen is open and how much waits on each; `chosen` carries the id of a screen.

    In a low window its buttons are icons alone; their words are in their tips.
    """

    chosen = Signal(str)

    def __init__(self, screens: Sequence[Screen], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._screens = {screen.id: screen for screen in screens}
        self._buttons = {screen.id: self._button(screen) for screen in screens}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 8, 6, 8)
        self._layout.setSpacing(2)
        for button in self._buttons.values():
            self._layout.addWidget(button)
        self._layout.addStretch(1)

    def add_foot(self, action: QAction, text: str) -> None:
        """Put a command at the foot of the rail, under a short name."""
        button = rail_button(text, self)
        button.setAccessibleName(action.text())
        button.setToolTip(action.text())
        button.setObjectName(f"rail.{action.objectName()}")
        set_icon(button, "settings")
        button.clicked.connect(action.trigger)
        self._layout.addWidget(button)

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        buttons = self.findChildren(QToolButton)
        words = max((button.fontMetrics().height() for button in buttons), default=0)
        low = event.size().height() < len(buttons) * (ICON + words + ROUND)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if low else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        for button in buttons:
            button.setToolButtonStyle(style)

    def show_chosen(self, key: str) -> None:
        """Mark the button of a screen."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)
            set_icon(button, self._screens[name].icon, "on_soft" if name == key else "muted")

    def refresh(self) -> None:
        """Show how much waits on each screen."""
        for name, button in self._buttons.items():
            screen = self._screens[name]
            count = screen.badge()
            button.setText(f"{screen.title} ({count})" if count else screen.title)
            words = self.tr("{title}, {count} open").format(title=screen.title, count=count)
            button.setAccessibleName(words if count else screen.title)

    def _button(self, screen: Screen) -> QToolButton:
        button = rail_button(screen.title, self)
        button.setObjectName(f"go.{screen.id}")
        button.setCheckable(True)
        button.setProperty("screen", screen.id)
        set_icon(button, screen.icon)
        button.clicked.connect(self._choose)
        self._group.addButton(button)
        return button

    def _choose(self) -> None:
        button = self._group.checkedButton()
        if button:
            self.chosen.emit(str(button.property("screen")))


def rail_button(text: str, parent: QWidget) -> QToolButton:
    """Return a button of the rail: an icon over a word."""
    button = QToolButton(parent)
    button.setText(text)
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setProperty("role", "rail")
    button.setIconSize(QSize(ICON, ICON))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    return button
