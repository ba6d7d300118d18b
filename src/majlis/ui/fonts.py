"""The typefaces of the windows: the bundled Noto faces, chosen by script so that no letter is missing."""

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from majlis.resources import resource

FAMILIES: Final = tuple(f"Noto Sans{name}" for name in ("", " Arabic", " Hebrew", " Devanagari", " Bengali"))
_FACES: Final = ("NotoSans-", "NotoSansArabic-", "NotoSansHebrew-", "NotoSansDevanagari-", "NotoSansBengali-")


def load_fonts(app: QApplication) -> None:
    """Make the bundled faces known to Qt and write the windows in them."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        if path.name.startswith(_FACES):
            QFontDatabase.addApplicationFont(str(path))
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(10)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
