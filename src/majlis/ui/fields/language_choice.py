"""A field of several languages: a button that names them, with a menu to tick them in."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from majlis.ui.fields.field import Field, QuietCombo
from majlis.ui.guard import guarded
from majlis.ui.languages import COMMON, language_name


class MenuCombo(QuietCombo):
    """A combo box of one line that opens a menu instead of a list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu(self)
        self.addItem("")

    @override
    @guarded(None)
    def showPopup(self) -> None:
        self.menu.setMinimumWidth(self.width())
        self.menu.popup(self.mapToGlobal(QPoint(0, self.height())))


class LanguagesField(Field):
    """Languages by their codes, in the order in which they were chosen."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        self._button = MenuCombo()
        self._chosen: tuple[str, ...] = ()
        super().__init__(name, self._button, words, parent)
        self._menu = self._button.menu
        self._offered: tuple[str, ...] = ()
        self.offer(COMMON)

    def offer(self, languages: Sequence[str]) -> None:
        """Offer these languages first, and then the common ones."""
        offered = tuple(dict.fromkeys((*languages, *COMMON, *self._chosen)))
        if offered == self._offered:
            return
        self._offered = offered
        self._menu.clear()
        for code in offered:
            action = QAction(f"{language_name(code)} ({code})", self._menu)
            action.setCheckable(True)
            action.setChecked(code in self._chosen)
            action.setData(code)
            action.triggered.connect(self._tick)
            self._menu.addAction(action)

    @override
    def read(self) -> object:
        return self._chosen

    @override
    def write(self, value: object) -> None:
        self._chosen = tuple(str(code) for code in value) if isinstance(value, tuple) else ()
        self.offer(self._offered)
        for action in self._menu.actions():
            action.setChecked(action.data() in self._chosen)
        names = ", ".join(language_name(code) for code in self._chosen)
        self._button.setItemText(0, names or self.tr("none"))
        self._button.setToolTip(names)
        self._button.setAccessibleName(f"{self.words}: {names or self.tr('none')}")

    @Slot()
    def _tick(self) -> None:
        ticked = [str(action.data()) for action in self._menu.actions() if action.isChecked()]
        kept = [code for code in self._chosen if code in ticked]
        self.write((*kept, *(code for code in ticked if code not in kept)))
        self.commit()
