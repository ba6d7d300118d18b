"""How large the windows of a merge are: as their contents want, within the screen, over the window behind."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

LARGE: Final = QSize(1180, 740)
SMALL: Final = QSize(640, 240)
MARGIN: Final = QSize(40, 60)


def fit(dialog: QDialog, size: QSize) -> None:
    """Give a window this size as far as the screen has it, in the middle of the window behind it."""
    dialog.resize(size.boundedTo(dialog.screen().availableSize() - MARGIN))
    behind = dialog.parentWidget()
    if behind is not None:
        frame = dialog.frameGeometry()
        frame.moveCenter(behind.window().frameGeometry().center())
        room = dialog.screen().availableGeometry()
        dialog.move(max(frame.left(), room.left()), max(frame.top(), room.top()))
