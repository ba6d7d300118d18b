"""Fields of numbers, choices, switches, words and colours."""

from collections.abc import Sequence
import re
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QColorDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from majlis.programme.refusal import Refusal
from majlis.ui.fields.field import Field, QuietCombo, QuietSpin
from majlis.ui.languages import LTR

Choices = Sequence[tuple[str | None, str]]
"""What can be chosen: each value with its words; the value None stands for nothing chosen."""

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")


class NumberField(Field):
    """A whole number; where `none` has words, the number below `lowest` shows them and means None."""

    def __init__(
        self, name: str, words: str, parent: QWidget | None = None, *, lowest: int = 0, highest: int = 1_000_000,
        none: str = "", suffix: str = "",
    ) -> None:  # fmt: skip
        self._spin = QuietSpin()
        self._none = bool(none)
        self._lowest = lowest
        super().__init__(name, self._spin, words, parent)
        self._spin.setRange(lowest - 1 if none else lowest, highest)
        self._spin.setSpecialValueText(none)
        self._spin.setSuffix(suffix)
        self._spin.setGroupSeparatorShown(True)
        self._spin.setKeyboardTracking(False)
        self._spin.editingFinished.connect(self.commit)

    @override
    def read(self) -> object:
        value = self._spin.value()
        return None if self._none and value < self._lowest else value

    @override
    def write(self, value: object) -> None:
        self._spin.setValue(value if isinstance(value, int) else self._lowest - 1)


class ChoiceField(Field):
    """One of several values; `free` lets a word of one's own be typed."""

    def __init__(
        self, name: str, words: str, choices: Choices = (), parent: QWidget | None = None, *, free: bool = False
    ) -> None:
        self._combo = QuietCombo()
        super().__init__(name, self._combo, words, parent)
        self._free = free
        self._choices: Choices = ()
        self._combo.setEditable(free)
        self.offer(choices)
        self._combo.activated.connect(self.commit)
        line = self._combo.lineEdit()
        if free and line is not None:
            self._combo.setInsertPolicy(QuietCombo.InsertPolicy.NoInsert)
            line.editingFinished.connect(self.commit)

    def offer(self, choices: Choices) -> None:
        """Offer other values, keeping the chosen one."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        self._combo.clear()
        for value, text in self._choices:
            self._combo.addItem(text, value)
        if self._stored is not None or any(value is None for value, _ in self._choices):
            self.write(self._stored)

    @override
    def read(self) -> object:
        if self._free:
            typed = self._combo.currentText().strip()
            known = {text.casefold(): value for value, text in self._choices}
            return known.get(typed.casefold(), typed)
        return self._combo.currentData()

    @override
    def write(self, value: object) -> None:
        at = next((number for number, (one, _) in enumerate(self._choices) if one == value), -1)
        if at < 0 and value is not None and not self._free:
            self._combo.addItem(str(value), value)
            self._choices = (*self._choices, (str(value), str(value)))
            at = self._combo.count() - 1
        self._combo.setCurrentIndex(at)
        if at < 0 and self._free:
            self._combo.setEditText(str(value or ""))


class FlagField(Field):
    """A switch with its words beside it."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        self._box = QCheckBox(words)
        super().__init__(name, self._box, words, parent)
        self._box.clicked.connect(self.commit)

    @override
    def read(self) -> object:
        return self._box.isChecked()

    @override
    def write(self, value: object) -> None:
        self._box.setChecked(bool(value))


class WordsField(Field):
    """Several words or names, with commas between them."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        self._line = QLineEdit()
        super().__init__(name, self._line, words, parent)
        self._line.setPlaceholderText(self.tr("none; put commas between several"))
        self._line.editingFinished.connect(self.commit)

    @override
    def read(self) -> object:
        parts = re.split(r"[,،;؛\n]", self._line.text())
        return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))

    @override
    def write(self, value: object) -> None:
        words = value if isinstance(value, tuple) else ()
        self._line.setText(", ".join(str(word) for word in words))
        self._line.setCursorPosition(0)


class ColourField(Field):
    """A colour as `#rrggbb`, typed or chosen from the system's dialog; empty for none."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        self._line = QLineEdit()
        super().__init__(name, self._line, words, parent)
        self._line.setLayoutDirection(LTR)
        self._line.setPlaceholderText("#2e5fd0")
        self._swatch = QPushButton(self)
        self._swatch.setObjectName(f"choose.{name}")
        self._swatch.setAccessibleName(self.tr("Choose a colour"))
        self._swatch.setToolTip(self.tr("Choose a colour"))
        self._swatch.setFixedWidth(44)
        row = QHBoxLayout()
        row.addWidget(self._swatch)
        row.addWidget(self._line, 1)
        self.rows.insertLayout(0, row)
        self._line.editingFinished.connect(self.commit)
        self._line.textChanged.connect(self._paint)
        self._swatch.clicked.connect(self._ask)

    @override
    def read(self) -> object:
        text = self._line.text().strip()
        if text and not _COLOUR.fullmatch(text):
            raise Refusal(self.tr("“{text}” is no colour; write it as #2e5fd0.").format(text=text))
        return text.lower()

    @override
    def draft(self) -> object:
        return self._line.text()

    @override
    def write(self, value: object) -> None:
        self._line.setText(str(value))
        self._paint()

    @Slot()
    def _paint(self) -> None:
        text = self._line.text().strip()
        fill = text if _COLOUR.fullmatch(text) else "transparent"
        self._swatch.setStyleSheet(f"background: {fill};")

    @Slot()
    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._line.text() or "#2e5fd0"), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._choose)
        dialog.open()

    @Slot(QColor)
    def _choose(self, colour: QColor) -> None:
        self._line.setText(colour.name())
        self.commit()
