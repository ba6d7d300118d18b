"""Lucide icons from `resources/icons`, drawn in the colours of the palette and drawn anew when those change."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton

from majlis.resources import resource
from majlis.ui.colours import DARK, LIGHT, colours

SIZES: Final = (QSize(16, 16), QSize(20, 16), QSize(20, 20), QSize(24, 24))
BESIDE_WORDS: Final = QSize(20, 16)
"""The size of an icon with words beside it: Qt leaves too little room between them."""
_PROPERTY: Final = "majlis_icon"


def set_icon(target: QAbstractButton | QAction, name: str, role: str = "muted") -> None:
    """Give a button or an action an icon in the colour of a role (see `Colours`), kept right by `recolour`."""
    target.setProperty(_PROPERTY, f"{name}/{role}")
    target.setIcon(icon(name, role))
    if isinstance(target, QPushButton) and target.iconSize().height() <= 16:
        target.setIconSize(BESIDE_WORDS)


def icon(name: str, role: str = "muted") -> QIcon:
    """Return the Lucide icon of this name in the present colours."""
    return _icon(name, role, dark=colours(QApplication.palette()).dark)


def pixmap(name: str, role: str = "muted", size: int = 16) -> QPixmap:
    """Return an icon as a picture of so many points, for the pixels of the main screen."""
    screen = QApplication.primaryScreen()
    return icon(name, role).pixmap(QSize(size, size), screen.devicePixelRatio() if screen else 1.0)


def recolour(root: QObject) -> None:
    """Draw the icons of everything below an object anew, after the palette changed."""
    for target in root.findChildren(QObject):
        described = target.property(_PROPERTY)
        if described and isinstance(target, QAbstractButton | QAction):
            name, role = str(described).split("/")
            target.setIcon(icon(name, role))


@cache
def _icon(name: str, role: str, *, dark: bool) -> QIcon:
    theme = DARK if dark else LIGHT
    svg = resource("icons", f"{name}.svg").read_text("utf-8")
    found = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, getattr(theme, role)), (QIcon.Mode.Disabled, theme.edge)):
        renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
        for size in SIZES:
            for scale in (1.0, 2.0):
                found.addPixmap(_drawn(renderer, size, scale), mode)
    return found


def _drawn(renderer: QSvgRenderer, size: QSize, scale: float) -> QPixmap:
    picture = QPixmap(size * scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    side = size.height() * scale
    renderer.render(painter, QRectF((picture.width() - side) / 2, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture
