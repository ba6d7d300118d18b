"""A mouse for tests: presses, moves and releases that are sent to a widget as Qt sends them."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.MouseButton.NoButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def press(widget: QWidget, at: QPoint) -> None:
    """Press the left button."""
    _send(widget, QEvent.Type.MouseButtonPress, at, LEFT, LEFT)


def move(widget: QWidget, to: QPoint) -> None:
    """Move with the left button held; the point may lie outside the widget."""
    _send(widget, QEvent.Type.MouseMove, to, NONE, LEFT)


def hover(widget: QWidget, to: QPoint) -> None:
    """Move without a button."""
    _send(widget, QEvent.Type.MouseMove, to, NONE, NONE)


def release(widget: QWidget, at: QPoint) -> None:
    """Let go of the left button."""
    _send(widget, QEvent.Type.MouseButtonRelease, at, LEFT, NONE)


def drag(widget: QWidget, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
    """Press, move in three steps, and let go unless told otherwise."""
    press(widget, start)
    for part in (0.3, 0.7, 1.0):
        move(widget, start + (end - start) * part)
    if drop:
        release(widget, end)


def _send(widget: QWidget, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    there = QPointF(widget.mapToGlobal(at))
    QApplication.sendEvent(widget, QMouseEvent(kind, QPointF(at), there, button, held, NO_KEYS))
