"""What a window finds again when its file is next opened: where it stood, its screen, columns and splitters."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QGuiApplication

from majlis.ui.settings import file_group, settings

if TYPE_CHECKING:
    from majlis.ui.main_window import MainWindow
    from majlis.ui.screen import Screen


def remember(window: "MainWindow", screens: "Mapping[str, Screen]") -> None:
    """Keep where a window stands and what its screens want kept."""
    store = settings()
    store.beginGroup(file_group(window.live.document.path))
    store.setValue("geometry", window.saveGeometry())
    store.setValue("screen", window.shown_screen.id)
    for name, screen in screens.items():
        for key, value in screen.save_state().items():
            store.setValue(f"{name}/{key}", value)
    store.endGroup()


def recall(window: "MainWindow", screens: "Mapping[str, Screen]") -> None:
    """Put a window where it stood when its file was last open; for a new file, where it fits the monitor."""
    store = settings()
    store.beginGroup(file_group(window.live.document.path))
    geometry = store.value("geometry")
    if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
        window.resize(_first_size())
    for name, screen in screens.items():
        store.beginGroup(name)
        keys = store.childKeys()
        screen.restore_state({key: cast("object", store.value(key)) for key in keys})
        store.endGroup()
    chosen = str(store.value("screen", ""))
    store.endGroup()
    window.show_screen(chosen if chosen in screens else next(iter(screens)))


def _first_size() -> QSize:
    screen = QGuiApplication.primaryScreen()
    room = screen.availableSize() if screen else QSize(1366, 768)
    return QSize(min(1440, room.width() - 40), min(900, room.height() - 60))
