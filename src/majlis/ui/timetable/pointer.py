"""What a pointer that carries a session means wherever it is: the day, the tray, a day's tab, or nothing."""

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from majlis.programme.names import name_of
from majlis.ui.live import Live
from majlis.ui.timetable.bar import Bar
from majlis.ui.timetable.day_view import DayView
from majlis.ui.timetable.mover import Mover
from majlis.ui.timetable.tip import Tip
from majlis.ui.timetable.tray import Tray

LINGER = 350
"""Milliseconds over the tab of a day after which that day is shown."""


class Pointer(QObject):
    """Joins the drags of day and tray to the mover, and lets the tip say what a drop would do.

    `unplace_wanted` carries a placement, `day_wanted` the number of a day.
    """

    unplace_wanted = Signal(str)
    day_wanted = Signal(int)

    def __init__(self, live: Live, page: QWidget, view: DayView, tray: Tray, bar: Bar) -> None:
        super().__init__(page)
        self.mover = Mover(live, view)
        self.tip = Tip(page)
        self._live, self._page, self._view, self._tray, self._bar = live, page, view, tray, bar
        self._at = QPointF()
        self._day = -1
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LINGER)
        self._timer.timeout.connect(self._turn_day)
        view.drag.lifted.connect(self._lift)
        tray.list.drag.lifted.connect(self._lift_waiting)
        for drag in (view.drag, tray.list.drag):
            drag.moved.connect(self._move)
            drag.dropped.connect(self._drop)
            drag.cancelled.connect(self.mover.cancel)
        self.mover.changed.connect(self._say)

    def let_go(self) -> None:
        """Put back what is carried."""
        self._view.drag.cancel()
        self._tray.list.drag.cancel()
        self._timer.stop()
        self.mover.cancel()

    @Slot(str, bool, QPointF)
    def _lift(self, placement_id: str, edge: bool, at: QPointF) -> None:  # noqa: FBT001 - a signal's argument
        if not self.mover.lift(placement_id, at=self._view.viewport().mapFromGlobal(at).toPoint(), edge=edge):
            self._view.drag.cancel()

    @Slot(str)
    def _lift_waiting(self, session_id: str) -> None:
        if not self.mover.lift_waiting(session_id):
            self._tray.list.drag.cancel()

    @Slot(QPointF)
    def _move(self, at: QPointF) -> None:
        if self.mover.carry is None:
            return
        self._at = at
        over = self._view.viewport().mapFromGlobal(at).toPoint()
        if self._view.viewport().rect().contains(over):
            self.mover.point(over)
        else:
            self.mover.leave()
        self._linger(self._bar.day_at(at))

    @Slot(QPointF)
    def _drop(self, at: QPointF) -> None:
        self._timer.stop()
        carry = self.mover.carry
        if carry is None:
            return
        if self._tray.holds(at):
            self.mover.cancel()
            if carry.placement_id is not None:
                self.unplace_wanted.emit(carry.placement_id)
        elif not self.mover.commit():
            self.mover.cancel()

    def _linger(self, day: int) -> None:
        if day != self._day:
            self._day = day
            self._timer.stop()
            if day >= 0:
                self._timer.start()

    @Slot()
    def _turn_day(self) -> None:
        if self.mover.carry is not None and self._day >= 0:
            self.day_wanted.emit(self._day)

    @Slot()
    def _say(self) -> None:
        carry, sheet = self.mover.carry, self._view.sheet
        if carry is None or sheet is None:
            self.tip.hide()
            return
        if self.mover.verdict is not None and (self.mover.by_keys or carry.place_id is not None):
            box = sheet.between(carry.place_id, carry.start, carry.minutes)
            shown = self._view.shown(box).intersected(self._view.viewport().rect())
            corner = self._view.viewport().mapTo(self._page, shown.topLeft())
            self.tip.judge(self.mover.verdict, QRect(corner, shown.size()))
            return
        at = self._page.mapFromGlobal(self._at).toPoint()
        beside = QRect(at - QPoint(4, 4), at + QPoint(10, 20))
        if self.mover.verdict is not None:
            self.tip.judge(self.mover.verdict, beside)
            return
        programme = self._live.programme
        title = name_of(programme, programme.sessions[carry.session_id])
        self.tip.say(title, self._elsewhere(carry.placement_id), "free", beside)

    def _elsewhere(self, placement_id: str | None) -> str:
        if self._tray.holds(self._at) and placement_id is not None:
            return self.tr("Drop it here to take it off the timetable.")
        if self._bar.day_at(self._at) >= 0:
            return self.tr("Wait to turn to this day.")
        return self.tr("Drop it on the timetable; Esc puts it back.")
