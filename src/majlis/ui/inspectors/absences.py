"""When a person or a place is not to be had: a card for each absence."""

from datetime import datetime, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from majlis.programme.edits.edit import Edit
from majlis.programme.edits.records import add, amend, remove
from majlis.programme.ids import new_id
from majlis.programme.programme import Programme
from majlis.programme.records import Absence
from majlis.programme.refusal import Refusal
from majlis.ui.buttons import quiet_button
from majlis.ui.fields.field import Field
from majlis.ui.fields.text import LineField
from majlis.ui.fields.times import TimeField
from majlis.ui.icons import set_icon
from majlis.ui.labels import label
from majlis.ui.layouts import dispose
from majlis.ui.live import Live


class AbsenceCard(QFrame):
    """One absence: from, until and why."""

    def __init__(self, live: Live, absence: Absence, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._live = live
        self._key = absence.id
        self._start = TimeField("absence.start", self.tr("From"))
        self._end = TimeField("absence.end", self.tr("Until"))
        self._reason = LineField("reason", self.tr("Why"))
        self._reason.hint(self.tr("why, for the committee alone"))
        self._remove = QToolButton(self)
        self._remove.setAccessibleName(self.tr("Remove this absence"))
        self._remove.setToolTip(self.tr("Remove this absence"))
        set_icon(self._remove, "trash-2")
        self._remove.clicked.connect(self._take_away)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 8, 10, 8)
        for words, field in ((self.tr("From"), self._start), (self.tr("Until"), self._end)):
            row = QHBoxLayout()
            name = label(words, self, "label")
            name.setMinimumWidth(40)
            row.addWidget(name)
            row.addWidget(field, 1)
            rows.addLayout(row)
        foot = QHBoxLayout()
        foot.addWidget(self._reason, 1)
        foot.addWidget(self._remove)
        rows.addLayout(foot)
        for field in (self._start, self._end, self._reason):
            field.committed.connect(self._commit)
        self.show_stored(absence, afresh=True)

    def show_stored(self, absence: Absence, *, afresh: bool = False) -> None:
        """Show an absence as it is now."""
        self._start.show_stored(absence.start, afresh=afresh)
        self._end.show_stored(absence.end, afresh=afresh)
        self._reason.show_stored(absence.reason, afresh=afresh)

    @Slot(object)
    def _commit(self, field: Field) -> None:
        field.refuse(self._live.attempt(self._edit))

    def _edit(self, programme: Programme) -> Edit:
        if self._key not in programme.absences:  # removed while its fields still held the keyboard
            return Edit("", ())
        start, end = self._start.read(), self._end.read()
        if not (isinstance(start, datetime) and isinstance(end, datetime)):
            raise Refusal(self.tr("An absence needs both ends; remove it instead."))
        if end <= start:
            raise Refusal(self.tr("It would end before it starts; change the other end first."))
        absence = programme.absences[self._key]
        return amend(programme, absence, start=start, end=end, reason=self._reason.read())

    @Slot()
    def _take_away(self) -> None:
        self._live.make(lambda programme: remove(programme, (programme.absences[self._key],)))


class AbsencesEditor(QWidget):
    """All absences of one person or place; `field` is the absence's field that names the owner."""

    def __init__(self, live: Live, field: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._field = field
        self._owner = ""
        self._cards: dict[str, AbsenceCard] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._add = quiet_button(self.tr("Add a time away"), "plus", self)
        self._add.setObjectName("absence.add")
        self._add.clicked.connect(self._begin)
        self._rows.addWidget(self._add)

    def show_owner(self, key: str) -> None:
        """Show the absences of a person or a place."""
        self._owner = key
        programme = self._live.programme
        keys = programme.naming("absences", self._field, key)
        absences = sorted((programme.absences[one] for one in keys), key=lambda one: (one.start, one.id))
        for gone in self._cards.keys() - set(keys):
            dispose(self._cards.pop(gone))
        for number, absence in enumerate(absences):
            if absence.id in self._cards:
                self._cards[absence.id].show_stored(absence)
            else:
                self._cards[absence.id] = AbsenceCard(self._live, absence, self)
                self._rows.insertWidget(number, self._cards[absence.id])

    @Slot()
    def _begin(self) -> None:
        days = self._live.programme.days_in_order()
        start = days[0].start if days else datetime(2027, 1, 1, 9)
        end = days[0].end if days else start + timedelta(hours=9)
        owner = {self._field: self._owner}
        absence = Absence(
            id=new_id(),
            start=start,
            end=end,
            person_id=owner.get("person_id"),
            place_id=owner.get("place_id"),
        )
        self._live.make(lambda programme: add(programme, absence))
