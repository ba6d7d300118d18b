"""Buttons without a frame, for what stands within a form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from majlis.ui.icons import set_icon


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
    return button
