"""A combo box of time zones, which are found by any part of their name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from majlis.ui.fields.field import QuietCombo
from majlis.ui.languages import LTR
from majlis.ui.timezones import zones


class ZoneBox(QuietCombo):
    """Lists the time zones; a name can also be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QuietCombo.InsertPolicy.NoInsert)
        self.addItems(list(zones()))
        self.setLayoutDirection(LTR)
        completer = QCompleter(list(zones()), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
