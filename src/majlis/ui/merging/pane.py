"""Where copies disagree: the list of disagreements, and the sides of the chosen one beside each other."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from majlis.ui.background import Background
from majlis.ui.guard import guarded
from majlis.ui.labels import label
from majlis.ui.languages import isolated
from majlis.ui.layouts import dispose
from majlis.ui.merging.cards import SideCard
from majlis.ui.merging.disputes import Clashes, Dispute, DisputeKey
from majlis.ui.merging.list import DisputesList, DisputesModel

FindClashes = Callable[[Dispute], Clashes]
_KEYS: Final = range(int(Qt.Key.Key_1), int(Qt.Key.Key_9) + 1)


class DisputesPane(QWidget):
    """Shows disagreements; `chosen` carries one and the number of its side, `all_chosen` whether all are theirs.

    `later` asks to leave them open. What each side would clash with is found by a worker when it is first shown.
    """

    chosen = Signal(object, int)
    all_chosen = Signal(bool)
    later = Signal()

    def __init__(self, worker: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self._worker = worker
        self._find: FindClashes | None = None
        self._clashes: dict[DisputeKey, Clashes] = {}
        self._asked: set[DisputeKey] = set()
        self.model = DisputesModel(self)
        self.list = DisputesList(self.model, self)
        self._about = label("", self, "heading", wrap=True)
        self._field = label("", self, "muted", wrap=True)
        self._base = label("", self, wrap=True)
        self.cards: list[SideCard] = []
        self._cards = QHBoxLayout()
        self.all_mine = QPushButton(self.tr("All mine"), self)
        self.all_theirs = QPushButton(self.tr("All theirs"), self)
        self.leave = QPushButton(self.tr("Later"), self)
        self._lay_out()
        self.list.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.all_mine.clicked.connect(self._choose_mine)
        self.all_theirs.clicked.connect(self._choose_theirs)
        self.leave.clicked.connect(self.later)

    @property
    def dispute(self) -> Dispute | None:
        """The disagreement that is shown."""
        row = self.list.currentIndex().row()
        return self.model.disputes[row] if 0 <= row < len(self.model.disputes) else None

    def show_disputes(
        self, disputes: tuple[Dispute, ...], chosen: Mapping[DisputeKey, int], find: FindClashes
    ) -> None:
        """Show disagreements and what was chosen; `find` says in the worker what the sides would clash with."""
        before, row = self.dispute, self.list.currentIndex().row()
        self._find = find
        self._clashes.clear()
        self._asked.clear()
        self.model.show(disputes, chosen)
        keys = [dispute.key for dispute in disputes]
        if before is not None and before.key in keys:
            row = keys.index(before.key)
        if disputes:
            self.list.setCurrentIndex(self.model.index(min(max(row, 0), len(disputes) - 1)))
        self._show_chosen()

    def show_choices(self, chosen: Mapping[DisputeKey, int]) -> None:
        """Show what was chosen by now."""
        self.model.choose(chosen)
        self._show_chosen()

    def go_on(self) -> None:
        """Go to the next disagreement that is open, else stay."""
        count, row = len(self.model.disputes), self.list.currentIndex().row()
        for step in range(1, count):
            at = (row + step) % count
            if self.model.disputes[at].key not in self.model.chosen:
                self.list.setCurrentIndex(self.model.index(at))
                return

    @override
    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return super().eventFilter(watched, event)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        """Let the figures choose a side; all other keys are left to whoever has the keyboard."""
        number = event.key() - int(Qt.Key.Key_1)
        dispute = self.dispute
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() not in _KEYS or not plain or dispute is None or number >= len(dispute.sides):
            return False
        self._choose(number)
        return True

    @Slot(int)
    def _choose(self, number: int) -> None:
        dispute = self.dispute
        if dispute is not None:
            self.chosen.emit(dispute, number)

    @Slot()
    def _choose_mine(self) -> None:
        self.all_chosen.emit(False)  # noqa: FBT003 - a signal knows no names

    @Slot()
    def _choose_theirs(self) -> None:
        self.all_chosen.emit(True)  # noqa: FBT003 - the same

    @Slot()
    def _show_chosen(self, *_: object) -> None:
        dispute = self.dispute
        self._body.setVisible(dispute is not None)
        for button in (self.all_mine, self.all_theirs):
            button.setEnabled(bool(self.model.disputes))
        if dispute is None:
            return
        self._about.setText(dispute.about)
        self._about.setLayoutDirection(self.layoutDirection())
        self._field.setText(dispute.field or self.tr("One copy removed it, another changed it or needs it."))
        base = isolated(dispute.base) if dispute.base else self.tr("nothing")
        self._base.setText(self.tr("Before, in both: {base}").format(base=base))
        self._base.setVisible(not dispute.being)
        self._show_cards(dispute)
        self._show_clashes(dispute)

    def _show_cards(self, dispute: Dispute) -> None:
        while len(self.cards) > len(dispute.sides):
            dispose(self.cards.pop())
        while len(self.cards) < len(dispute.sides):
            card = SideCard(len(self.cards), self._body)
            card.chosen.connect(self._choose)
            self._cards.addWidget(card, 1)
            self.cards.append(card)
        number = self.model.chosen.get(dispute.key)
        for at, (card, side) in enumerate(zip(self.cards, dispute.sides, strict=True)):
            card.show_side(dispute, side, settled=None if number is None else at == number)

    def _show_clashes(self, dispute: Dispute) -> None:
        known = self._clashes.get(dispute.key)
        for number, card in enumerate(self.cards):
            card.show_problems(known[number] if known else ())
        find = self._find
        if known is None and find is not None and dispute.key not in self._asked:
            self._asked.add(dispute.key)
            self._worker.start("", lambda _tell: (find, dispute.key, find(dispute)), done=self._take_clashes)

    @Slot(object)
    def _take_clashes(self, found: tuple[FindClashes, DisputeKey, Clashes]) -> None:
        find, key, clashes = found
        if find is self._find:
            self._clashes[key] = clashes
            dispute = self.dispute
            if dispute is not None and dispute.key == key:
                self._show_clashes(dispute)

    def _lay_out(self) -> None:
        for button, name in (
            (self.all_mine, "disputes.all_mine"),
            (self.all_theirs, "disputes.all_theirs"),
            (self.leave, "disputes.later"),
        ):
            button.setObjectName(name)
        self.leave.setToolTip(self.tr("They stay listed; until then the newer word holds."))
        self._base.setObjectName("dispute.base")
        self._body = QWidget(self)
        self._cards.setSpacing(12)
        rows = QVBoxLayout(self._body)
        rows.setContentsMargins(18, 14, 18, 12)
        rows.setSpacing(6)
        for each in (self._about, self._field, self._base):
            rows.addWidget(each)
        rows.addSpacing(4)
        rows.addLayout(self._cards)
        rows.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._body)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 8)
        foot.setSpacing(8)
        for button in (self.all_mine, self.all_theirs, self.leave):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(
            label(self.tr("Keys: the figure of a side chooses it, arrows walk the list"), self, "muted")
        )
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(area)
        split.setStretchFactor(1, 1)
        split.setCollapsible(1, False)  # noqa: FBT003 - Qt's own signature
        split.setSizes([330, 760])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(split, 1)
        outer.addLayout(foot)
        self.setTabOrder(self.list, self.all_mine)
