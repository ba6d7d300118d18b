"""Who does what in a session: a row for each person, and a field that adds one while a name is typed."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from majlis.programme.edits.people import dismiss, recast, reorder
from majlis.programme.edits.records import amend
from majlis.programme.names import name_of
from majlis.programme.records import Part, Session
from majlis.ui.buttons import quiet_button
from majlis.ui.choices import part_states, role_choices
from majlis.ui.fields.field import Field
from majlis.ui.fields.plain import ChoiceField
from majlis.ui.icons import set_icon
from majlis.ui.inspectors.person_adder import PersonAdder
from majlis.ui.layouts import dispose
from majlis.ui.live import Live
from majlis.ui.tips import plain_tip


class PartRow(QWidget):
    """One person of a session: name, role and answer, moved and taken off by buttons."""

    wanted = Signal(str, str)
    moved = Signal(str, int)

    def __init__(self, live: Live, part: Part, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self.part = part
        programme = live.programme
        name = name_of(programme, programme.people[part.person_id])
        self._name = quiet_button(name, "user", self)
        self._name.setToolTip(plain_tip(self.tr("Show {name}").format(name=name)))
        self._name.clicked.connect(self._show)
        self._role = ChoiceField(
            "role", self.tr("Role of {name}").format(name=name), role_choices(kind), free=True
        )
        self._state = ChoiceField("part.state", self.tr("Answer of {name}").format(name=name), part_states())
        self._role.show_stored(part.role, afresh=True)
        self._state.show_stored(part.state, afresh=True)
        self._role.committed.connect(self._recast)
        self._state.committed.connect(self._answer)
        self._lay_out(name)

    def _lay_out(self, name: str) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 4)
        rows.setSpacing(2)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(0)
        first.addWidget(self._name, 1)
        for icon, words, slot in (
            ("arrow-up", self.tr("Move {name} up"), self._up),
            ("arrow-down", self.tr("Move {name} down"), self._down),
            ("x", self.tr("Take {name} off"), self._dismiss),
        ):
            button = QToolButton(self)
            button.setAccessibleName(words.format(name=name))
            button.setToolTip(plain_tip(words.format(name=name)))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            set_icon(button, icon)
            button.clicked.connect(slot)
            first.addWidget(button)
        second.setContentsMargins(30, 0, 0, 0)
        second.addWidget(self._role, 1)
        second.addWidget(self._state, 1)
        rows.addLayout(first)
        rows.addLayout(second)

    @Slot()
    def _show(self) -> None:
        self.wanted.emit("people", self.part.person_id)

    @Slot()
    def _up(self) -> None:
        self.moved.emit(self.part.id, -1)

    @Slot()
    def _down(self) -> None:
        self.moved.emit(self.part.id, 1)

    @Slot()
    def _dismiss(self) -> None:
        self._live.make(lambda programme: dismiss(programme, self.part))

    @Slot(object)
    def _recast(self, field: Field) -> None:
        role = str(field.read())
        if not role:
            field.refuse(self.tr("Every part has a role; choose one or write your own."))
            return
        field.refuse(self._live.attempt(lambda programme: recast(programme, self.part, role)))

    @Slot(object)
    def _answer(self, field: Field) -> None:
        field.refuse(self._live.attempt(lambda programme: amend(programme, self.part, state=field.read())))


class PartsEditor(QWidget):
    """The people of a session in their order."""

    wanted = Signal(str, str)

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._session = ""
        self._shown: tuple[object, ...] = ()
        self._rows: list[PartRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.adder = PersonAdder(live, self)
        self._layout.addWidget(self.adder)

    def show_session(self, session: Session) -> None:
        """Show who does what in a session; rows that say the same stay as they are."""
        self._session = session.id
        self.adder.session = session.id
        programme = self._live.programme
        parts = programme.parts_of(session.id)
        names = tuple(name_of(programme, programme.people[part.person_id]) for part in parts)
        shown = (session.kind, parts, names)
        if shown == self._shown:
            return
        self._shown = shown
        for row in self._rows:
            dispose(row)
        self._rows = [PartRow(self._live, part, session.kind, self) for part in parts]
        for number, row in enumerate(self._rows):
            self._layout.insertWidget(number, row)
            row.wanted.connect(self.wanted)
            row.moved.connect(self._move)

    @Slot(str, int)
    def _move(self, key: str, by: int) -> None:
        programme = self._live.programme
        session = programme.sessions[self._session]
        parts = list(programme.parts_of(session.id))
        at = next(number for number, part in enumerate(parts) if part.id == key)
        to = min(max(at + by, 0), len(parts) - 1)
        parts.insert(to, parts.pop(at))
        self._live.make(lambda now: reorder(now, session, parts))
