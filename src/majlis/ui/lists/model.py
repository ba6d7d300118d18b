"""The rows of a list as Qt asks for them: filtered and sorted in Python, moved one by one when an edit comes."""

from bisect import bisect_left, insort
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from majlis.programme.edits.edit import Edit
from majlis.programme.records import Record
from majlis.programme.search import fold
from majlis.ui.guard import guarded
from majlis.ui.lists.affected import affected
from majlis.ui.lists.columns import COLUMNS, Column
from majlis.ui.live import Live
from majlis.ui.search_texts import holds

FEW: Final = 64
"""Rows that one edit may touch before the list is made anew instead of row by row."""

Key = tuple[Any, str, str]
"""What a row sorts by: its column's key, its name's, and last its id."""

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
_NOWHERE: Final = QModelIndex()


class RecordModel(QAbstractTableModel):
    """The records of one table that match `query`, sorted by one column.

    Rows are ids; what a row shows is made when it is first seen, and kept until an edit touches it. Call `take`
    with every edit.
    """

    def __init__(self, live: Live, table: str, parent: QObject | None = None) -> None:
        self._live = live
        self.table = table
        self.columns: tuple[Column, ...] = COLUMNS[table]
        self.query = ""
        self._words: list[str] = []
        self._sorted_by = 0
        self._descending = False
        self._cells: dict[str, tuple[str, ...]] = {}
        self._ids: list[str] = []
        self._keys: list[Key] = []
        self._every: list[Key] = []
        self._key_of: dict[str, Key] = {}
        self._asleep = True
        super().__init__(parent)

    @property
    def ids(self) -> list[str]:
        """The ids of the rows, in order."""
        return self._ids

    def record_at(self, row: int) -> Record:
        """Return the record of a row."""
        return self._live.programme.tables[self.table][self._ids[row]]

    def row_of(self, key: str) -> int:
        """Return the row of a record, or -1 where it is filtered out."""
        return self._ids.index(key) if key in self._ids else -1

    def wake(self) -> None:
        """Fill the rows when they are first shown: a list that nobody looks at costs nothing."""
        if self._asleep:
            self._asleep = False
            self.rebuild()

    def filter(self, query: str) -> None:
        """Show the records in which every word of a query stands."""
        self.query = query
        self._words = fold(query).split()
        self.beginResetModel()
        self._choose()
        self.endResetModel()

    def rebuild(self) -> None:
        """Make all rows anew."""
        self.beginResetModel()
        self._cells.clear()
        self._arrange()
        self.endResetModel()

    def take(self, edit: Edit) -> None:
        """Follow an edit: rows that stay are repainted, others come, go or move."""
        if self._asleep:
            return
        touched = affected(self.table, self._live.programme, edit)
        if touched is None or len(touched) > FEW:
            self.rebuild()
            return
        for key in touched:
            self._cells.pop(key, None)
            self._follow(key)

    @override
    @guarded(None)
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        descending = order == Qt.SortOrder.DescendingOrder
        if (column, descending) == (self._sorted_by, self._descending):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        keys = [self._ids[index.row()] for index in before]
        self._sorted_by, self._descending = max(column, 0), descending
        self._arrange()
        rows = {key: row for row, key in enumerate(self._ids)}
        after = [self.index(rows[key], index.column()) for key, index in zip(keys, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    @override
    @guarded(0)
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    @guarded(0)
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    @guarded(None)
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return self._row(self._ids[index.row()])[index.column()]
            case Role.TextAlignmentRole:
                number = self.columns[index.column()].number
                side = Qt.AlignmentFlag.AlignTrailing if number else Qt.AlignmentFlag.AlignLeading
                return side | Qt.AlignmentFlag.AlignVCenter
            case Role.UserRole:
                return self._ids[index.row()]
            case _:
                return None

    @override
    @guarded(None)
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Role.TextAlignmentRole:
            number = self.columns[section].number
            return (Qt.AlignmentFlag.AlignTrailing if number else Qt.AlignmentFlag.AlignLeading) | (
                Qt.AlignmentFlag.AlignVCenter
            )
        return self.columns[section].title if role == Role.DisplayRole else None

    def _row(self, key: str) -> tuple[str, ...]:
        cells = self._cells.get(key)
        if cells is None:
            programme = self._live.programme
            record = programme.tables[self.table][key]
            cells = self._cells[key] = tuple(column.text(programme, record) for column in self.columns)
        return cells

    def _wanted(self, key: str) -> bool:
        return not self._words or holds(self._live.texts.of(self.table)[key], self._words)

    def _sort_key(self, record: Record) -> Key:
        column = self.columns[self._sorted_by]
        if column.key is not None:
            key = column.key(self._live.programme, record)
        elif self._sorted_by == 0:
            key = ""  # the name's own key, which comes next
        else:
            text = self._row(record.id)[self._sorted_by].casefold()
            key = (text == "", text)
        return key, self._live.texts.sort_key(record), record.id

    def _arrange(self) -> None:
        records = self._live.programme.tables[self.table].values()
        self._every = sorted(map(self._sort_key, records))
        self._key_of = {key[2]: key for key in self._every}
        self._choose()

    def _choose(self) -> None:
        if self._words:
            texts, words = self._live.texts.of(self.table), self._words
            self._keys = [key for key in self._every if holds(texts[key[2]], words)]
        else:
            self._keys = list(self._every)
        self._ids = [key[2] for key in self._keys]
        if self._descending:
            self._ids.reverse()

    def _rank_anew(self, key: str, record: Record | None) -> None:
        old = self._key_of.pop(key, None)
        if old is not None:
            del self._every[bisect_left(self._every, old)]
        if record is not None:
            self._key_of[key] = new = self._sort_key(record)
            insort(self._every, new)

    def _follow(self, key: str) -> None:
        record = self._live.programme.tables[self.table].get(key)
        row = self.row_of(key)
        self._rank_anew(key, record)
        if record is None or not self._wanted(key):
            if row >= 0:
                self._drop(row)
            return
        wanted = self._key_of[key]
        if row < 0:
            self._insert(wanted)
            return
        del self._keys[self._rank(row)]
        rank = bisect_left(self._keys, wanted)
        self._keys.insert(rank, wanted)
        to = len(self._keys) - 1 - rank if self._descending else rank
        if to != row:
            self.beginMoveRows(_NOWHERE, row, row, _NOWHERE, to + 1 if to > row else to)
            self._ids.insert(to, self._ids.pop(row))
            self.endMoveRows()
        self.dataChanged.emit(self.index(to, 0), self.index(to, len(self.columns) - 1))

    def _rank(self, row: int) -> int:
        return len(self._ids) - 1 - row if self._descending else row

    def _drop(self, row: int) -> None:
        self.beginRemoveRows(_NOWHERE, row, row)
        del self._keys[self._rank(row)]
        del self._ids[row]
        self.endRemoveRows()

    def _insert(self, wanted: Key) -> None:
        rank = bisect_left(self._keys, wanted)
        row = len(self._keys) - rank if self._descending else rank
        self.beginInsertRows(_NOWHERE, row, row)
        self._keys.insert(rank, wanted)
        self._ids.insert(row, wanted[2])
        self.endInsertRows()
