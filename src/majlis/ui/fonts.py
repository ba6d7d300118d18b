"""The typefaces of the windows: the bundled Noto faces, chosen by script so that no letter is missing."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from majlis.resources import resource

_SCRIPTS: Final = (
    *("", " Arabic", " Hebrew", " Devanagari", " Bengali", " Tamil", " Thai", " Ethiopic", " Georgian"),
    *(" Armenian", " SC", " KR", " Math", " Symbols", " Symbols 2"),
)
FAMILIES: Final = (*(f"Noto Sans{script}" for script in _SCRIPTS), "Noto Emoji")


def load_fonts(app: QApplication) -> None:
    """Make the bundled faces known to Qt and write the windows in them."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        if path.name.startswith(("NotoSans", "NotoEmoji")):
            QFontDatabase.addApplicationFont(str(path))
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(10)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)


def font_for(direction: Qt.LayoutDirection) -> QFont:
    """Return the windows' font with the face first that a line of this direction is measured by."""
    font = QFont(QApplication.font())
    families = list(FAMILIES)
    if direction == Qt.LayoutDirection.RightToLeft:
        families.insert(0, families.pop(1))
    font.setFamilies(families)
    return font
