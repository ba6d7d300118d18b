"""The timetable as a screen: tray, day and inspector side by side, and what can be done with a chosen session."""

from typing import ClassVar

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from majlis.pages.grid import printed_days
from majlis.programme.edits.records import duplicate, remove
from majlis.programme.edits.sessions import LONGEST, pin, resize, unplace
from majlis.programme.records import Day, Placement
from majlis.ui.commands import Command
from majlis.ui.guard import guarded
from majlis.ui.live import Live
from majlis.ui.screen import Screen
from majlis.ui.timetable.bar import Bar
from majlis.ui.timetable.cards import found_by_session
from majlis.ui.timetable.commands import TIMETABLE_COMMANDS
from majlis.ui.timetable.day_page import DayPage
from majlis.ui.timetable.keys import take_key
from majlis.ui.timetable.nothing import Nothing
from majlis.ui.timetable.pointer import Pointer
from majlis.ui.timetable.sheet import GRAIN
from majlis.ui.timetable.side import Side
from majlis.ui.timetable.since import SinceEdition
from majlis.ui.timetable.tray import Tray

WIDE = 1300
"""Pixels of the screen from which the inspector is there from the start."""


class TimetableScreen(Screen):
    """One day of the event at a time; sessions are placed, moved and resized by pointer or keys."""

    id: ClassVar[str] = "timetable"
    title: ClassVar[str] = "Timetable"
    icon: ClassVar[str] = "calendar-days"
    tables: ClassVar[tuple[str, ...]] = ("placements", "days")
    commands: ClassVar[tuple[Command, ...]] = TIMETABLE_COMMANDS

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        self._day = ""
        self._days: tuple[Day, ...] = ()
        self._stale = True
        self._sized = False
        super().__init__(live, parent)
        self.bar = Bar(self)
        self.tray = Tray(live, self)
        self.page = DayPage(self)
        self.side = Side(live, self)
        self.since = SinceEdition(live, self)
        self._nothing = Nothing(self)
        self._middle = QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.view = self.page.view
        self.view.keys = self._take_key
        self._pointer = Pointer(live, self, self.view, self.tray, self.bar)
        self.mover = self._pointer.mover
        self._lay_out()
        self._connect()
        self.page.zoom(self.bar.minute)

    @property
    def placement(self) -> Placement | None:
        """The placement that is chosen."""
        return self.live.programme.placements.get(self.view.current_placement)

    @property
    @override
    def selection(self) -> tuple[str, ...]:
        placement = self.placement
        return (placement.session_id,) if placement else ()

    @override
    def reveal(self, table: str, key: str) -> None:
        if table == "days":
            self._day = key
            self._refresh()
            return
        placement = self.live.programme.placements.get(key)
        if placement is None or placement.start is None:
            return
        day = self.live.programme.day_of(placement.start)
        self._day = day.id if day else f"date:{placement.start.date()}"
        self._refresh()
        self.view.choose(key)
        self.view.setFocus()

    @override
    def delete(self) -> None:
        keys = self.selection
        self.live.make(lambda now: remove(now, [now.sessions[key] for key in keys]))

    @override
    def duplicate(self) -> None:
        for key in self.selection:
            self.live.make(lambda now, key=key: duplicate(now, now.sessions[key]))

    @override
    def focus_filter(self) -> None:
        self.bar.tray.setChecked(True)
        self.tray.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tray.filter.selectAll()

    @override
    def save_state(self) -> dict[str, object]:
        return {
            "splitter": self._splitter.saveState(),
            "zoom": self.bar.zoom.value(),
            "day": self._day,
            "tray": int(self.bar.tray.isChecked()),
            "inspector": int(self.bar.inspector.isChecked()),
            "all_places": int(self.bar.all_places.isChecked()),
            "since": int(self.since.shown),
        }

    @override
    def restore_state(self, state: dict[str, object]) -> None:
        splitter = state.get("splitter")
        if isinstance(splitter, QByteArray):
            self._splitter.restoreState(splitter)
        self._day = str(state.get("day", ""))
        self.since.shown = str(state.get("since", "1")) == "1"
        zoom = str(state.get("zoom", ""))
        if zoom.isdecimal():
            self.bar.zoom.setValue(int(zoom))
        switches = {"tray": self.bar.tray, "inspector": self.bar.inspector, "all_places": self.bar.all_places}
        for key, switch in switches.items():
            if key in state:
                switch.setChecked(str(state[key]) == "1")
                self._sized = True

    def go_to_day(self, number: int) -> None:
        """Show a day by its number from 0; what is carried by keys comes along."""
        if 0 <= number < len(self._days):
            before = next((day for day in self._days if day.id == self._day), None)
            self._day = self._days[number].id
            self._refresh(carried=True)
            if before is not None:
                self.mover.change_day((self._days[number].date - before.date).days)

    def carry_chosen(self) -> None:
        """Take up the chosen session, to be moved by the arrows."""
        if self.mover.lift(self.view.current_placement):
            self.view.setFocus()

    def open_chosen(self) -> None:
        """Put the keyboard into the fields of the chosen session."""
        self.bar.inspector.setChecked(True)
        self._show_chosen()
        self.side.begin()

    def unplace_chosen(self) -> None:
        """Take the chosen placement off the timetable."""
        if self.placement is not None:
            self._unplace(self.placement.id)

    def lengthen_chosen(self, minutes: int) -> None:
        """Make the chosen session longer, or shorter by negative minutes."""
        for key in self.selection:
            wanted = min(max(self.live.programme.sessions[key].minutes + minutes, GRAIN), LONGEST)
            self.live.make(lambda now, key=key, wanted=wanted: resize(now, key, wanted))

    def pin_chosen(self) -> None:
        """Let the planner leave the chosen placement where it is, or let it move it again."""
        placement = self.placement
        if placement is not None:
            self.live.make(lambda now: pin(now, placement, pinned=not placement.pinned))

    def let_go(self) -> None:
        """Put back what is carried."""
        self._pointer.let_go()

    @Slot()
    def go_to_next_clash(self) -> None:
        """Choose the next placement whose session has an error, on whichever day it is."""
        found = found_by_session(self.live.problems)
        clashing = sorted(
            (placed.start, placed.id)
            for placed in self.live.programme.placements.values()
            if placed.start and any(each.severity == "error" for each in found.get(placed.session_id, ()))
        )
        if clashing:
            here = self.placement
            at = (here.start, here.id) if here and here.start else (clashing[0][0], "")
            self.reveal("placements", next((one for one in clashing if one > at), clashing[0])[1])

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._sized and self.isVisible():
            self._sized = True
            self.bar.inspector.setChecked(self.width() >= WIDE)

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = {QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange}
        if event.type() in kinds and hasattr(self, "mover"):
            self.page.restyle()
            self.tray.restyle()

    def _lay_out(self) -> None:
        self._middle.addWidget(self.page)
        self._middle.addWidget(self._nothing)
        for each in (self.tray, self._middle, self.side):
            self._splitter.addWidget(each)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setCollapsible(1, False)  # noqa: FBT003 - Qt's own signature
        self._splitter.setSizes([200, 820, 350])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        columns = QHBoxLayout()
        columns.addWidget(self._splitter)
        rows.addLayout(columns, 1)

    def _connect(self) -> None:
        self.live.changed.connect(self._take)
        self.live.problems_changed.connect(self._show_found)
        self.bar.day_chosen.connect(self.go_to_day)
        self.bar.zoom_changed.connect(self._zoom)
        self.bar.clash_wanted.connect(self.go_to_next_clash)
        self.bar.all_places.toggled.connect(self._refresh)
        self.bar.tray.toggled.connect(self.tray.setVisible)
        self.bar.inspector.toggled.connect(self._show_side)
        self.view.zoom_wanted.connect(self.bar.zoom_by)
        self.view.opened.connect(self._reveal_session)
        self.view.menu_wanted.connect(self._show_menu)
        self.view.selectionModel().currentChanged.connect(self._show_chosen)
        self.view.selectionModel().selectionChanged.connect(self._show_chosen)
        self.tray.list.opened.connect(self._reveal_session)
        self.tray.list.carry_wanted.connect(self._carry_waiting)
        self.side.wanted.connect(self.wanted)
        self.since.changed.connect(self._refresh)
        self.since.changed.connect(self.selected)
        self._pointer.unplace_wanted.connect(self._unplace)
        self._pointer.day_wanted.connect(self.go_to_day)

    def _take_key(self, event: QKeyEvent) -> bool:
        return take_key(self, event)

    @Slot()
    def _take(self) -> None:
        if self.mover.carry is not None:
            self.let_go()
        self._refresh()

    @Slot()
    def _refresh(self, *_: object, carried: bool = False) -> None:
        if not self.isVisible() and not carried:
            self._stale = True
            return
        self._stale = False
        programme = self.live.programme
        self._days = printed_days(programme)
        self._nothing.explain(days=bool(self._days), places=bool(programme.places))
        self.tray.refresh()
        self._middle.setCurrentWidget(self.page if self._days and programme.places else self._nothing)
        if not self._days:
            return
        keys = [day.id for day in self._days]
        number = keys.index(self._day) if self._day in keys else 0
        self._day = keys[number]
        self.bar.show_days(self._days, number, self.live.languages)
        found = found_by_session(self.live.problems)
        day, wide = self._days[number], self.bar.all_places.isChecked()
        self.page.show_day(programme, day, found, self.since.marks, all_places=wide)
        self._count_clashes()

    @Slot()
    def _show_found(self) -> None:
        if self.isVisible() and not self._stale and self._days:
            self.page.show_found(self.live.programme, found_by_session(self.live.problems))
            self._count_clashes()
        else:
            self._stale = True

    def _count_clashes(self) -> None:
        cards = self.page.sheet.cards if self.page.sheet else ()
        self.bar.show_clashes(len({card.session_id for card in cards if card.severity == "error"}))

    @Slot()
    def _zoom(self) -> None:
        self.page.zoom(self.bar.minute)

    @Slot(bool)
    def _show_side(self, shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.side.setVisible(shown)
        self._show_chosen()

    @Slot()
    def _show_chosen(self, *_: object) -> None:
        self.side.show_session(next(iter(self.selection), ""))
        self.selected.emit()

    @Slot(str)
    def _reveal_session(self, key: str) -> None:
        self.wanted.emit("sessions", key)

    @Slot(str)
    def _carry_waiting(self, key: str) -> None:
        if self.mover.lift_waiting(key, start=self.page.middle()):
            self.view.setFocus()

    @Slot(str)
    def _unplace(self, key: str) -> None:
        placement = self.live.programme.placements[key]
        if len(self.live.programme.placements_of(placement.session_id)) > 1:
            self.live.make(lambda now: remove(now, [placement]))
        else:
            self.live.make(lambda now: unplace(now, placement.session_id))

    @Slot(str, QPoint)
    def _show_menu(self, _key: str, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window = self.window()
        for command in self.commands:
            action = window.findChild(QAction, command.id)
            if action is not None and command.menu == "Plan":
                menu.addAction(action)
        menu.popup(at)
