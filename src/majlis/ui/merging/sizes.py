"""How large the windows of a merge are: as their contents want, within the screen."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen

LARGEST: Final = QSize(1180, 740)
MARGIN: Final = QSize(40, 60)


def room(screen: QScreen | None) -> QSize:
    """Return the size of a window on a screen."""
    return LARGEST.boundedTo(screen.availableSize() - MARGIN) if screen else LARGEST
