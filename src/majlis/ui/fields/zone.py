"""The field of a time zone."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from majlis.programme.edits.validity import check_zone
from majlis.ui.fields.field import Field
from majlis.ui.zone_box import ZoneBox


class ZoneField(Field):
    """An IANA zone, chosen or typed."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        self._box = ZoneBox()
        super().__init__(name, self._box, words, parent)
        self._box.activated.connect(self.commit)
        line = self._box.lineEdit()
        if line is not None:
            line.editingFinished.connect(self.commit)

    @override
    def read(self) -> object:
        zone = self._box.currentText().strip()
        check_zone(zone)
        return zone

    @override
    def draft(self) -> object:
        return self._box.currentText()

    @override
    def write(self, value: object) -> None:
        self._box.setCurrentText(str(value))
