"""The tray beside the day: what has no time or no place yet, filtered by any words, and carried from there."""

from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from majlis.programme.search import matches
from majlis.ui.icons import icon
from majlis.ui.labels import label
from majlis.ui.live import Live
from majlis.ui.timetable.tray_list import TrayList
from majlis.ui.timetable.waiting import Waiting, waiting


class Tray(QFrame):
    """The tray with its count and filter."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("timetable.tray.pane")
        self._live = live
        self._waiting: tuple[Waiting, ...] = ()
        self._count = label("", self, "count")
        self.filter = QLineEdit(self)
        self.list = TrayList(self)
        self._empty = label("", self, "muted", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setMargin(16)
        self.setMinimumWidth(170)
        self._lay_out()
        self.filter.textChanged.connect(self._filter)

    def refresh(self) -> None:
        """Show what waits now; what was chosen stays chosen."""
        self._waiting = waiting(self._live.programme)
        self._filter()

    def restyle(self) -> None:
        """Take on other colours, fonts or another direction."""
        self.list.cards.restyle()
        self.list.viewport().update()

    def choose(self, session_id: str) -> bool:
        """Choose a session; say whether it waits here."""
        keys = [one.session_id for one in self.list.waiting.shown]
        if session_id in keys:
            self.list.setCurrentIndex(self.list.waiting.index(keys.index(session_id)))
        return session_id in keys

    def holds(self, point: QPointF) -> bool:
        """Say whether a point of the whole screen lies in the tray."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(point).toPoint())

    @Slot()
    def _filter(self) -> None:
        current, query = self.list.current_session, self.filter.text().strip()
        shown = self._waiting
        if query:
            texts = self._live.texts.of("sessions")
            shown = tuple(one for one in shown if matches(query, texts[one.session_id]))
        self.list.waiting.show(shown)
        self._count.setText(str(len(shown)) if query else str(len(self._waiting)))
        if current:
            self.choose(current)
        if query:
            words = self.tr("Nothing here matches “{query}”.").format(query=query)
        elif self._live.programme.sessions:
            words = self.tr("Every session has its time and place.")
        else:
            words = self.tr("No sessions yet. Add one (Ctrl+Shift+S), or import a schedule (Ctrl+I).")
        self._empty.setText(words)
        self._empty.setVisible(not shown)
        self.list.setVisible(bool(shown))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 12, 12, 0)
        head.addWidget(label(self.tr("Not placed"), self, "heading"), 1)
        head.addWidget(self._count)
        self.filter.setObjectName("timetable.filter")
        self.filter.setPlaceholderText(self.tr("Filter by any words"))
        self.filter.setAccessibleName(self.tr("Filter the sessions that are not placed"))
        self.filter.setClearButtonEnabled(True)
        self.filter.addAction(icon("list-filter"), QLineEdit.ActionPosition.LeadingPosition)
        field = QHBoxLayout()
        field.setContentsMargins(10, 0, 10, 4)
        field.addWidget(self.filter)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addLayout(field)
        rows.addWidget(self.list, 1)
        rows.addWidget(self._empty, 1)
