"""The copies of a file as a table: when and why each was made, how large it is, and how many sessions it has."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication
from typing_extensions import override

from majlis.store.backups import Backup, Glance
from majlis.ui.backups.words import moment_in_words, size_in_words, why_in_words
from majlis.ui.colours import colours
from majlis.ui.guard import guarded
from majlis.ui.indexes import NO_VALUE, NOWHERE, Index
from majlis.ui.languages import isolated
from majlis.ui.tips import plain_tip

WHEN: Final = 0
WHY: Final = 1
SESSIONS: Final = 2
SIZE: Final = 3

Role = Qt.ItemDataRole


class BackupsModel(QAbstractTableModel):
    """A row for each copy, newest first; what has not been looked into yet shows no figures."""

    def __init__(self, parent: QObject) -> None:
        self.copies: tuple[Backup, ...] = ()
        self.glances: Mapping[str, Glance] = {}
        super().__init__(parent)
        self._headings = (self.tr("When"), self.tr("Why"), self.tr("Sessions"), self.tr("Size"))

    def show(self, copies: tuple[Backup, ...], glances: Mapping[str, Glance]) -> None:
        """Show these copies with what is known of them by name."""
        if copies != self.copies:
            self.beginResetModel()
            self.copies, self.glances = copies, glances
            self.endResetModel()
            return
        self.glances = glances
        if copies:
            self.dataChanged.emit(self.index(0, 0), self.index(len(copies) - 1, SIZE))

    def glance(self, row: int) -> Glance | None:
        """Return what is known of the copy of a row, None where it was not looked into yet."""
        return self.glances.get(self.copies[row].name) if 0 <= row < len(self.copies) else None

    @override
    @guarded(0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.copies)

    @override
    @guarded(0)
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @override
    @guarded(NO_VALUE)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._headings):
            return None
        if role == Role.TextAlignmentRole:
            return _side(section)
        return self._headings[section] if role == Role.DisplayRole else None

    @override
    @guarded(NO_VALUE)
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.copies):
            return None
        seen = self.glance(index.row())
        match role:
            case Role.DisplayRole:
                return self._text(index.row(), index.column())
            case Role.ToolTipRole:
                return plain_tip(seen.refusal if seen and seen.refusal else self._text(index.row(), WHY))
            case Role.TextAlignmentRole:
                return _side(index.column())
            case Role.ForegroundRole:
                theme = colours(QGuiApplication.palette())
                if seen is not None and seen.refusal:
                    return QColor(theme.error)
                return QColor(theme.text if index.column() == WHEN else theme.muted)
            case _:
                return None

    def _text(self, row: int, column: int) -> str:
        copy, seen = self.copies[row], self.glance(row)
        if column == WHEN:
            return isolated(moment_in_words(copy.at))
        if column == WHY:
            return why_in_words(copy.why)
        if seen is None:
            return ""
        if seen.refusal:
            return self.tr("can’t be opened") if column == SESSIONS else size_in_words(seen.size)
        return f"{seen.sessions:,}" if column == SESSIONS else size_in_words(seen.size)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignTrailing if column in (SESSIONS, SIZE) else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter
