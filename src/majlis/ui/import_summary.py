"""What an import did: counts by table, and every doubt, to be read and copied."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from majlis.ui.labels import label

if TYPE_CHECKING:
    from majlis.exchange.formats import Reading


class ImportSummary(QDialog):
    """Says what was added, updated and left as it was, and what the source left in doubt.

    With `fresh` the event was made of the source, and there is nothing to undo.
    """

    def __init__(
        self, source: str, reading: "Reading", parent: QWidget | None = None, *, fresh: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import.summary")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Imported {name}").format(name=source))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setSpacing(10)
        changed = bool(reading.edit)
        head = self.tr("Imported") if changed else self.tr("Nothing new")
        rows.addWidget(label(head, self, "title"))
        words = self.tr("{name}, read as {format}. One step of undo takes all of it back.")
        same = self.tr("{name}, read as {format}. All of it was here already.")
        made = self.tr("{name}, read as {format}. The event holds what it had to say.")
        said = made if fresh else words if changed else same
        rows.addWidget(label(said.format(name=source, format=reading.format), self, wrap=True))
        rows.addLayout(self._counts(reading))
        rows.addWidget(label(self._doubts_heading(reading), self, "heading"))
        self.doubts = QPlainTextEdit("\n".join(f"{one.where}: {one.text}" for one in reading.doubts), self)
        self.doubts.setReadOnly(True)
        self.doubts.setObjectName("import.doubts")
        self.doubts.setAccessibleName(self.tr("What the source left in doubt"))
        self.doubts.setVisible(bool(reading.doubts))
        rows.addWidget(self.doubts, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        rows.addWidget(buttons)
        self.resize(620, 480 if reading.doubts else 260)

    def _counts(self, reading: "Reading") -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setColumnStretch(4, 1)
        for column, words in enumerate((self.tr("added"), self.tr("updated"), self.tr("unchanged")), start=1):
            grid.addWidget(label(words, self, "muted"), 0, column)
        columns = (reading.added, reading.updated, reading.unchanged)
        tables = list(dict.fromkeys(table for counts in columns for table in counts))
        for row, table in enumerate(tables, start=1):
            grid.addWidget(label(table.capitalize(), self), row, 0)
            for column, counts in enumerate(columns, start=1):
                figure = label(f"{counts.get(table, 0):,}", self)
                grid.addWidget(figure, row, column, Qt.AlignmentFlag.AlignTrailing)
        return grid

    def _doubts_heading(self, reading: "Reading") -> str:
        count = len(reading.doubts)
        if not count:
            return self.tr("Nothing was left in doubt.")
        return self.tr("1 doubt") if count == 1 else self.tr("{count} doubts").format(count=f"{count:,}")
