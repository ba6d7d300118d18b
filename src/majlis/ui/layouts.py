"""Emptying a layout, at once: what is taken out is neither seen nor found any more."""

from PySide6.QtWidgets import QLayout, QWidget


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout, hide it and let Qt delete it."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget:
            dispose(widget)


def dispose(widget: QWidget) -> None:
    """Hide a widget and let Qt delete it."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
