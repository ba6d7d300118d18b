"""Buttons without a frame, for what stands within a form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from majlis.ui.icons import BESIDE_WORDS, set_icon


def make_main(button: QPushButton) -> None:
    """Mark the one button of a window that leads on, also where Qt has drawn it before."""
    button.setProperty("role", "main")
    button.setDefault(True)
    button.style().unpolish(button)
    button.style().polish(button)


def quiet_button(text: str, icon: str, parent: QWidget) -> QToolButton:
    """Return a button of an icon and words from the start of the line; long words are cut."""
    button = QToolButton(parent)
    button.setText(text)
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    set_icon(button, icon)
    button.setIconSize(BESIDE_WORDS)
    return button
