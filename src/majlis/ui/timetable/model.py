"""The cards of a day as a list model, so that Qt's views and assistive tools know every session of it."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from typing_extensions import override

from majlis.ui.guard import guarded
from majlis.ui.indexes import NO_VALUE, NOWHERE, Index
from majlis.ui.timetable.cards import Card
from majlis.ui.tips import plain_tip

Role = Qt.ItemDataRole


class CardsModel(QAbstractListModel):
    """A row for each card, in the order in which they are drawn."""

    def __init__(self, parent: QObject) -> None:
        self._cards: tuple[Card, ...] = ()
        self._rows: dict[str, int] = {}
        super().__init__(parent)

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards as they are shown."""
        return self._cards

    def show(self, cards: tuple[Card, ...]) -> None:
        """Take on other cards; where they are of the same placements, only what differs is told."""
        before = self._cards
        if [card.placement_id for card in before] != [card.placement_id for card in cards]:
            self.beginResetModel()
            self._cards = cards
            self._rows = {card.placement_id: row for row, card in enumerate(cards)}
            self.endResetModel()
            return
        self._cards = cards
        for row, (old, new) in enumerate(zip(before, cards, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def card(self, index: Index) -> Card | None:
        """Return the card of a row, or None."""
        return self._cards[index.row()] if index.isValid() and index.row() < len(self._cards) else None

    def index_of(self, placement_id: str) -> QModelIndex:
        """Return the row of a placement, or the index of none."""
        row = self._rows.get(placement_id)
        return self.index(row) if row is not None else QModelIndex()

    @override
    @guarded(0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cards)

    @override
    @guarded(NO_VALUE)
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        card = self.card(index)
        if card is None:
            return None
        match role:
            case Role.DisplayRole:
                return card.title
            case Role.AccessibleTextRole:
                return card.spoken
            case Role.ToolTipRole:
                where = f"{card.time} {card.place}".strip()
                lines = (card.title, card.people, where, card.since, *card.problems)
                return plain_tip("\n".join(line for line in lines if line))
            case _:
                return None
