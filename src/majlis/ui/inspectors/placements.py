"""Where and when a session is held: one card for each of its placements."""

from datetime import datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from majlis.programme.edits.edit import Edit
from majlis.programme.edits.records import remove
from majlis.programme.edits.sessions import move, pin, place, place_again
from majlis.programme.programme import Programme
from majlis.programme.records import Placement
from majlis.ui.buttons import quiet_button
from majlis.ui.choices import place_choices
from majlis.ui.fields.field import Field
from majlis.ui.fields.plain import ChoiceField, FlagField
from majlis.ui.fields.times import TimeField
from majlis.ui.icons import set_icon
from majlis.ui.labels import beside
from majlis.ui.layouts import dispose
from majlis.ui.live import Live


class PlacementCard(QWidget):
    """Place, start and pin of one placement, or of the first one that a session does not have yet."""

    def __init__(self, live: Live, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._session = ""
        self._placement: Placement | None = None
        tail = "" if number == 0 else f".{number + 1}"
        self.place = ChoiceField(f"place{tail}", self.tr("Place"))
        self.start = TimeField(f"start{tail}", self.tr("Start"))
        self.pinned = FlagField(f"pinned{tail}", self.tr("Pinned"))
        self.pinned.editor.setToolTip(self.tr("The planner leaves it where it is"))
        self._remove = QToolButton(self)
        self._remove.setObjectName(f"remove.placement{tail}")
        self._remove.setAccessibleName(self.tr("Take off the timetable"))
        self._remove.setToolTip(self.tr("Take off the timetable"))
        set_icon(self._remove, "trash-2")
        self._remove.clicked.connect(self._take_off)
        self._lay_out()
        for field in (self.place, self.start, self.pinned):
            field.committed.connect(self._commit)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate((self.place, self.start)):
            grid.addWidget(beside(field.editor, field.words, self), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.pinned, 1)
        foot.addWidget(self._remove)
        grid.addLayout(foot, 2, 1)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The editors."""
        return self.place, self.start, self.pinned

    def show_placement(self, session: str, placement: Placement | None, *, afresh: bool) -> None:
        """Show a placement of a session, or that it has none."""
        self._session, self._placement = session, placement
        programme = self._live.programme
        self.place.offer(place_choices(programme, self.tr("No place yet")))
        self.place.show_stored(placement.place_id if placement else None, afresh=afresh)
        self.start.show_stored(placement.start if placement else None, afresh=afresh)
        days = programme.days_in_order()
        if days:
            self.start.begin_at(days[0].start)
        self.pinned.show_stored(placement is not None and placement.pinned, afresh=afresh)
        self.pinned.editor.setEnabled(placement is not None)
        self._remove.setVisible(placement is not None)

    @Slot(object)
    def _commit(self, field: Field) -> None:
        field.refuse(self._live.attempt(self._edit))

    def _edit(self, programme: Programme) -> Edit:
        where, when = self.place.read(), self.start.read()
        place_id = where if isinstance(where, str) else None
        start = when if isinstance(when, datetime) else None
        placement = self._placement
        if self._session not in programme.sessions or (placement and placement.id not in programme.placements):
            return Edit("", ())  # removed while its fields still held the keyboard
        if placement is None:
            return place(programme, self._session, place_id, start)
        if self.pinned.dirty:
            return pin(programme, placement, pinned=bool(self.pinned.read()))
        if place_id is None and start is None:
            return remove(programme, (placement,))
        return move(programme, placement, place_id, start)

    @Slot()
    def _take_off(self) -> None:
        placement = self._placement
        if placement is not None:
            self._live.make(lambda programme: remove(programme, (placement,)))


class PlacementsEditor(QWidget):
    """Every placement of a session, and a button to hold it once more."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._session = ""
        self._cards: list[PlacementCard] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        self._again = quiet_button(self.tr("Hold once more"), "calendar-plus", self)
        self._again.setObjectName("placement.add")
        self._again.setToolTip(self.tr("Give the session a second place or time"))
        self._again.clicked.connect(self._hold_again)
        self._rows.addWidget(self._again)

    def show_session(self, key: str, *, afresh: bool) -> None:
        """Show where and when a session is held."""
        self._session = key
        placements = self._live.programme.placements_of(key)
        wanted = max(len(placements), 1)
        while len(self._cards) > wanted:
            dispose(self._cards.pop())
        while len(self._cards) < wanted:
            card = PlacementCard(self._live, len(self._cards), self)
            self._rows.insertWidget(len(self._cards), card)
            self._cards.append(card)
        for number, card in enumerate(self._cards):
            placement = placements[number] if number < len(placements) else None
            card.show_placement(key, placement, afresh=afresh)
        self._again.setVisible(bool(placements))

    def commit(self) -> None:
        """Commit what is typed in any card."""
        for card in self._cards:
            for field in card.fields:
                field.commit()

    @Slot()
    def _hold_again(self) -> None:
        self._live.make(lambda programme: place_again(programme, self._session, None, None))
