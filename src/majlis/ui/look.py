"""How the windows look: Fusion in our own light and dark colours, after the system or the user's choice."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from majlis.resources import resource
from majlis.ui.colours import DARK, LIGHT, Colours
from majlis.ui.fonts import load_fonts
from majlis.ui.icons import recolour
from majlis.ui.settings import settings
from majlis.ui.stylesheet import stylesheet

Scheme = Literal["light", "dark", "system"]
_SCHEMES: Final[dict[str, Scheme]] = {"light": "light", "dark": "dark", "system": "system"}

Role = QPalette.ColorRole


class Look(QObject):
    """The look of the whole program; `changed` comes after every window has taken on another theme."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._pictures = TemporaryDirectory(prefix="majlis-look-")
        app.setStyle("Fusion")
        load_fonts(app)
        stored = settings().value("look/scheme", "system")
        self.scheme: Scheme = _SCHEMES.get(str(stored), "system")
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    def choose(self, scheme: Scheme) -> None:
        """Take on a scheme and remember it."""
        self.scheme = scheme
        settings().setValue("look/scheme", scheme)
        self._apply()

    @property
    def theme(self) -> Colours:
        """The colours of the chosen scheme."""
        if self.scheme == "system":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self.scheme == "dark" else LIGHT

    @Slot()
    def _follow(self) -> None:
        if self.scheme == "system":
            self._apply()

    def _apply(self) -> None:
        theme = self.theme
        self._app.setPalette(palette_of(theme))
        folder = Path(self._pictures.name, "dark" if theme.dark else "light")
        _write_pictures(folder, theme)
        self._app.setStyleSheet(stylesheet(theme, folder.as_posix()))
        for window in self._app.topLevelWidgets():
            recolour(window)
        self.changed.emit()


def look() -> Look:
    """Return the look of the running application, made where there is none yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a look needs a running QApplication")
    return app.findChild(Look) or Look(app)


def palette_of(theme: Colours) -> QPalette:
    """Return the palette of a theme, for what no stylesheet reaches."""
    palette = QPalette()
    for role, name in {
        Role.Window: theme.ground,
        Role.WindowText: theme.text,
        Role.Base: theme.surface,
        Role.AlternateBase: theme.raised,
        Role.Text: theme.text,
        Role.PlaceholderText: theme.faint,
        Role.Button: theme.surface,
        Role.ButtonText: theme.text,
        Role.BrightText: theme.error,
        Role.Highlight: theme.accent,
        Role.HighlightedText: theme.on_accent,
        Role.Link: theme.accent,
        Role.LinkVisited: theme.accent,
        Role.ToolTipBase: theme.text,
        Role.ToolTipText: theme.surface,
        Role.Light: theme.raised,
        Role.Midlight: theme.raised,
        Role.Mid: theme.line,
        Role.Dark: theme.edge,
        Role.Shadow: theme.edge,
    }.items():
        palette.setColor(role, QColor(name))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.edge))
    return palette


def _write_pictures(folder: Path, theme: Colours) -> None:
    folder.mkdir(exist_ok=True)
    for target, source, colour in (
        ("chevron.svg", "chevron-down.svg", theme.muted),
        ("up.svg", "chevron-up.svg", theme.muted),
        ("tick.svg", "check.svg", theme.on_accent),
    ):
        svg = resource("icons", source).read_text("utf-8").replace("currentColor", colour)
        (folder / target).write_text(svg, "utf-8")
