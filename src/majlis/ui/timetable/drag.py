"""What tells a drag from a click: a press that moves away far enough, until the button or Esc ends it."""

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication


class Drag(QObject):
    """Follows the pointer from a press on something that can be lifted.

    `lifted` carries what was pressed (an id) and whether it was pressed at its edge; `moved` and `dropped` carry
    points of the whole screen. After `cancel` the pointer is not followed until the next press; where something
    was dragged, `cancelled` comes.
    """

    lifted = Signal(str, bool, QPointF)
    moved = Signal(QPointF)
    dropped = Signal(QPointF)
    cancelled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None
        self._key = ""
        self._edge = False
        self.active = False

    def press(self, event: QMouseEvent, key: str, *, edge: bool = False) -> None:
        """Note what a press was on."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._key, self._edge = event.globalPosition(), key, edge

    def move(self, event: QMouseEvent) -> bool:
        """Follow the pointer; say whether it drags."""
        at = event.globalPosition()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        if not self.active:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return False
            self.active = True
            self.lifted.emit(self._key, self._edge, self._pressed)
        self.moved.emit(at)
        return True

    def release(self, event: QMouseEvent) -> bool:
        """End a drag where the pointer is; say whether there was one."""
        was, self.active, self._pressed = self.active, False, None
        if was:
            self.dropped.emit(event.globalPosition())
        return was

    def cancel(self) -> None:
        """Follow the pointer no longer."""
        was, self.active, self._pressed = self.active, False, None
        if was:
            self.cancelled.emit()
