"""What Majlis is and whose work it holds, and the list of its shortcuts."""

from collections.abc import Sequence
from importlib.metadata import version

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from majlis.ui.commands import MENUS, Action
from majlis.ui.labels import label


class _Sheet(QDialog):
    """A small window with one button that closes it."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(24, 20, 24, 16)
        self.rows.setSpacing(12)

    def add_close(self) -> None:
        """Put the button below what stands there."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        self.rows.addWidget(buttons)


class About(_Sheet):
    """Says what Majlis is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("About Majlis"), parent)
        self.setObjectName("about")
        self.rows.addWidget(label(f"Majlis {version('majlis')}", self, "title"))
        words = self.tr(
            "Plans the programme of an international conference or festival on a laptop, offline, and prints it. "
            "Majlis is free software under the MIT licence. It is written with Qt (LGPL), the Noto typefaces (SIL "
            "Open Font License) and the Lucide icons (ISC); their licences lie beside them in its folder."
        )
        text = label(words, self, wrap=True)
        text.setMinimumWidth(420)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.rows.addWidget(text)
        self.add_close()


class Shortcuts(_Sheet):
    """Lists the keys of every command that has some, by menu."""

    def __init__(self, actions: Sequence[Action], parent: QWidget) -> None:
        super().__init__(self.tr("Keyboard shortcuts"), parent)
        self.setObjectName("shortcuts")
        page = QWidget(self)
        grid = QGridLayout(page)
        grid.setHorizontalSpacing(32)
        for menu in MENUS:
            keyed = [one for one in actions if one.command.menu == menu and one.shortcuts()]
            if keyed:
                grid.addWidget(label(menu, page, "heading"), grid.rowCount(), 0)
            for action in keyed:
                row = grid.rowCount()
                grid.addWidget(label(action.command.text, page), row, 0)
                keys = ", ".join(
                    one.toString(QKeySequence.SequenceFormat.NativeText) for one in action.shortcuts()
                )
                grid.addWidget(label(keys, page, "muted"), row, 1)
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        self.rows.addWidget(area, 1)
        self.add_close()
        self.resize(480, 560)
