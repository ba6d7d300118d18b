"""The field that gives a person a part in a session: it completes names, and makes a person of a new one."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from majlis.programme.edits.edit import Edit, apply, together
from majlis.programme.edits.people import assign
from majlis.programme.edits.records import add
from majlis.programme.edits.wording import check_text
from majlis.programme.ids import new_id
from majlis.programme.kinds import kind
from majlis.programme.names import full_name
from majlis.programme.programme import Programme
from majlis.programme.records import Person
from majlis.programme.search import fold
from majlis.programme.texts import Texts
from majlis.ui.icons import set_icon
from majlis.ui.labels import label
from majlis.ui.languages import country_name
from majlis.ui.live import Live

OFFERED: Final = 12
_ID: Final = Qt.ItemDataRole.UserRole


class PersonAdder(QWidget):
    """A line for a name: choosing one gives that person a part in `session`, Return makes a new person."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = ""
        self._live = live
        self.line = QLineEdit(self)
        self.line.setObjectName("part.add")
        self.line.setAccessibleName(self.tr("Add a person to this session"))
        self.line.setPlaceholderText(self.tr("Add a person: type a name"))
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        chosen = self._completer.activated[QModelIndex]  # pyright: ignore[reportIndexIssue] - one of two overloads
        chosen.connect(self._choose, Qt.ConnectionType.QueuedConnection)  # after Qt has put the name into the line
        self.line.setCompleter(self._completer)
        self._button = QPushButton(self.tr("Add"), self)
        self._button.setObjectName("part.add.confirm")
        set_icon(self._button, "plus")
        self._refusal = label("", self, "error", wrap=True)
        self._refusal.hide()
        self.line.textEdited.connect(self._offer)
        self.line.returnPressed.connect(self._take)
        self._button.clicked.connect(self._take)
        rows, row = QVBoxLayout(self), QHBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self._button)
        rows.addLayout(row)
        rows.addWidget(self._refusal)

    @Slot(str)
    def _offer(self, typed: str) -> None:
        self._refuse("")
        self._model.clear()
        people = [one for one in self._live.texts.find(typed, OFFERED) if isinstance(one, Person)]
        for person in people[:OFFERED]:
            item = QStandardItem(_described(person, self._live.languages))
            item.setData(person.id, _ID)
            self._model.appendRow(item)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        key = str(index.data(_ID))
        self._do(lambda programme: _part_of(programme, self.session, programme.people[key]))

    @Slot()
    def _take(self) -> None:
        typed = self.line.text().strip()
        popup = self._completer.popup()
        if not typed or (popup.isVisible() and popup.currentIndex().isValid()):
            return
        known = _known(self._live.programme, typed)
        if known is not None:
            self._do(lambda programme: _part_of(programme, self.session, known))
        else:
            self._do(lambda programme: _new_person(programme, self.session, typed))

    def _do(self, build: Callable[[Programme], Edit]) -> None:
        sentence = self._live.attempt(build)
        self._refuse(sentence)
        if not sentence:
            self.line.clear()

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))


def _described(person: Person, languages: tuple[str, ...]) -> str:
    rest = filter(None, (person.organisation.best(languages), person.country and country_name(person.country)))
    return ", ".join((full_name(person, languages), *rest))


def _known(programme: Programme, typed: str) -> Person | None:
    wanted = fold(typed)
    found = [
        person for person in programme.people.values() if wanted in {fold(name) for name in person.name.values()}
    ]
    return found[0] if len(found) == 1 else None


def _part_of(programme: Programme, session_id: str, person: Person) -> Edit:
    session = programme.sessions[session_id]
    roles = kind(session.kind).roles or ("speaker",)
    return assign(programme, session, person, roles[0])


def _new_person(programme: Programme, session_id: str, typed: str) -> Edit:
    name = check_text("name", typed)
    person = Person(id=new_id(), name=Texts({programme.event.languages[0]: name}))
    made = add(programme, person)
    given = _part_of(apply(programme, made), session_id, person)
    return together(given.label, (made, given))
