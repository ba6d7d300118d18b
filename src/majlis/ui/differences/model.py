"""The rows of differences as a tree for Qt; rows below others are made when they are first seen."""

from dataclasses import dataclass
from typing import Final, cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from typing_extensions import override

from majlis.ui.differences.rows import Row
from majlis.ui.guard import guarded
from majlis.ui.indexes import NO_VALUE, NOWHERE, Index
from majlis.ui.tips import plain_tip

ROW: Final = Qt.ItemDataRole.UserRole

NO_INDEX: Final = cast("QModelIndex | QObject", QModelIndex())

_TOP: Final = 0


@dataclass(slots=True)
class _Node:
    """A row in its place: its parent's number, its place below that, and the numbers of the rows below it."""

    row: Row
    parent: int
    place: int
    below: list[int] | None = None


class DifferencesModel(QAbstractItemModel):
    """Shows rows; the internal id of an index is the number of its node, 0 the root."""

    def __init__(self, parent: QObject) -> None:
        self._nodes: list[_Node] = [_Node(Row("group", ""), -1, 0, [])]
        super().__init__(parent)

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._nodes = [_Node(Row("group", "", children=lambda: rows), -1, 0)]
        self.endResetModel()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows at the top."""
        return tuple(self._nodes[number].row for number in self._below(_TOP))

    @override
    @guarded(QModelIndex())
    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        below = self._below(self._number(parent))
        return self.createIndex(row, 0, below[row]) if 0 <= row < len(below) and column == 0 else QModelIndex()

    @override
    @guarded(NO_INDEX)
    def parent(self, index: Index | None = None) -> QModelIndex | QObject:  # pyright: ignore[reportIncompatibleMethodOverride] - Qt has two of this name
        if index is None:
            return super().parent()
        number = self._nodes[self._number(index)].parent
        return QModelIndex() if number <= _TOP else self.createIndex(self._nodes[number].place, 0, number)

    @override
    @guarded(default=False)
    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        return not parent.isValid() or self._nodes[self._number(parent)].row.kind != "field"

    @override
    @guarded(0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self._below(self._number(parent)))

    @override
    @guarded(0)
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    @override
    @guarded(NO_VALUE)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._nodes[self._number(index)].row
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(row.spoken)
            case _:
                return row if role == ROW else None

    def _number(self, index: Index) -> int:
        return index.internalId() if index.isValid() else _TOP

    def _below(self, number: int) -> list[int]:
        node = self._nodes[number]
        if node.below is None:
            first = len(self._nodes)
            rows = node.row.children()
            self._nodes += (_Node(row, number, place) for place, row in enumerate(rows))
            node.below = list(range(first, first + len(rows)))
        return node.below


def row_at(index: Index) -> Row | None:
    """Return the row that an index of the model stands for."""
    found: object = index.data(ROW)
    return found if isinstance(found, Row) else None
