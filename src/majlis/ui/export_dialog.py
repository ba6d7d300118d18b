"""The window that asks in which format a programme is exported, and where to."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from majlis.ui.buttons import make_main
from majlis.ui.export_formats import Format, export_formats
from majlis.ui.labels import label
from majlis.ui.live import Live

_FORMAT = Qt.ItemDataRole.UserRole


class ExportDialog(QDialog):
    """Lists the formats; `chosen` carries the id of one and the path to write to."""

    chosen = Signal(str, object)

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export the programme"))
        self._live = live
        self.formats = QListWidget(self)
        self.formats.setObjectName("export.formats")
        self.formats.setAccessibleName(self.tr("Formats"))
        for one in export_formats():
            item = QListWidgetItem(one.name, self.formats)
            item.setData(_FORMAT, one)
        self.formats.setCurrentRow(0)
        self.formats.itemActivated.connect(self._ask)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        save = buttons.addButton(self.tr("Choose where…"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_main(save)
        save.clicked.connect(self._ask)
        buttons.rejected.connect(self.close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.addWidget(label(self.tr("Export the programme"), self, "title"))
        rows.addWidget(
            label(
                self.tr("To hand the event on whole, or for websites, phones and other programs."), self, "muted"
            )
        )
        rows.addWidget(self.formats, 1)
        rows.addWidget(buttons)
        self.resize(460, 420)

    @Slot()
    def _ask(self) -> None:
        item = self.formats.currentItem()
        if not item:
            return
        one: Format = item.data(_FORMAT)
        proposed = self._live.document.path.with_suffix(one.suffix)
        path, _ = QFileDialog.getSaveFileName(self, one.name, str(proposed))
        if path:
            self.chosen.emit(one.id, Path(path))
            self.close()
