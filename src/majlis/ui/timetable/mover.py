"""Carries one session at a time over a day, by pointer or by keys, until it is dropped or let go of."""

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot

from majlis.pages.grid import Point
from majlis.programme.kinds import kind
from majlis.programme.names import name_of
from majlis.programme.records import Session
from majlis.ui.live import Live
from majlis.ui.timetable.carry import Carry, Verdict, judged, stepped
from majlis.ui.timetable.day_view import DayView
from majlis.ui.timetable.sheet import GRAIN

MARGIN = 28
"""Pixels from the view's edge within which it scrolls while something is carried there."""

PACE = 14
"""Pixels that it scrolls by at a time."""

GRAB = 10
"""Minutes from its start at which a session from the tray is held."""


class Mover(QObject):
    """What is carried and what the rules say of it; `changed` comes with each new place, and at the end.

    `carry` is None while nothing is carried, `verdict` is None while it is not over the day.
    """

    changed = Signal()

    def __init__(self, live: Live, view: DayView) -> None:
        super().__init__(view)
        self.carry: Carry | None = None
        self.verdict: Verdict | None = None
        self.by_keys = False
        self._live = live
        self._view = view
        self._from: Carry | None = None
        self._grab = 0.0
        self._edge = False
        self._pointer: QPoint | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(30)
        self._timer.timeout.connect(self._scroll)

    def lift(self, placement_id: str, *, at: QPoint | None = None, edge: bool = False) -> bool:
        """Take up a placement, at a point of the viewport or by keys; `edge` changes its length instead."""
        placement = self._live.programme.placements.get(placement_id)
        if placement is None or placement.start is None or self._refused():
            return False
        session = self._live.programme.sessions[placement.session_id]
        carry = Carry(session.id, placement_id, placement.place_id, placement.start, session.minutes)
        self._begin(carry, at, edge=edge)
        if at is None:
            self._judge()
        return True

    def lift_waiting(self, session_id: str, *, start: datetime | None = None) -> bool:
        """Take up a session from the tray; with a start it is carried by keys, from the first place on."""
        session = self._live.programme.sessions.get(session_id)
        sheet = self._view.sheet
        if session is None or sheet is None or self._refused():
            return False
        placed = next((one for one in self._live.programme.placements_of(session_id)), None)
        place_id = placed.place_id if placed and placed.place_id else self._first_place(session)
        carry = Carry(session_id, None, place_id, start or sheet.grid.start, session.minutes)
        self._begin(carry, None if start else QPoint(), edge=False)
        self._grab = float(min(GRAB, carry.minutes / 2))
        if start is not None:
            self._judge()
        return True

    def point(self, at: QPoint) -> None:
        """Carry it to a point of the viewport."""
        self._pointer = at
        self._timer.start()
        self._follow()

    def leave(self) -> None:
        """Note that the pointer is not over the day."""
        self._pointer = None
        self._timer.stop()
        self.verdict = None
        self._view.show_ghost(None)
        self.changed.emit()

    def step(self, across: int, minutes: int) -> None:
        """Carry it by keys: so many places across, so many minutes later."""
        sheet, carry = self._view.sheet, self.carry
        if sheet is None or carry is None:
            return
        if across and (carry.place_id is not None or None in sheet.grid.columns):
            columns = sheet.grid.columns
            at = columns.index(carry.place_id) if carry.place_id in columns else 0
            self.carry = replace(carry, place_id=columns[min(max(at + across, 0), len(columns) - 1)])
        if minutes:
            start = min(max(stepped(carry, minutes), sheet.grid.start), sheet.grid.end - timedelta(minutes=GRAIN))
            self.carry = replace(carry, start=start)
        self._judge()

    def lengthen(self, minutes: int) -> None:
        """Make it longer or shorter by keys."""
        if self.carry is not None:
            self.carry = replace(self.carry, minutes=max(self.carry.minutes + minutes, GRAIN))
            self._judge()

    def change_day(self, days: int) -> None:
        """Carry it by keys to another day, at the same time of day."""
        if self.carry is not None and self.by_keys:
            self.carry = replace(self.carry, start=self.carry.start + timedelta(days=days))
            self._judge()

    def commit(self) -> bool:
        """Leave it where it is; return whether it could be."""
        carry, before = self.carry, self._from
        valid = self.verdict is not None
        self.cancel()
        if carry is None or not valid or (carry == before and carry.placement_id is not None):
            return False
        done = self._live.make(carry.edit)
        if done:
            placed = self._live.programme.placements_of(carry.session_id)
            self._view.choose(carry.placement_id or (placed[0].id if placed else ""))
        return done

    @Slot()
    def cancel(self) -> None:
        """Let go of it; nothing changes."""
        self._timer.stop()
        self.carry = self._from = self.verdict = self._pointer = None
        self._view.show_ghost(None)
        self.changed.emit()

    def _begin(self, carry: Carry, at: QPoint | None, *, edge: bool) -> None:
        self.carry = self._from = carry
        self.by_keys = at is None
        self._edge = edge
        sheet = self._view.sheet
        if at is not None and sheet is not None:
            down = self._view.point_of(at).y - sheet.row_of(carry.start)
            self._grab = down / sheet.scale.minute
        if edge:
            self._grab -= carry.minutes

    def _refused(self) -> bool:
        why = self._live.document.read_only
        if why:
            self._live.notice.emit(why)
        return bool(why)

    def _first_place(self, session: Session) -> str | None:
        sheet = self._view.sheet
        needs = kind(session.kind).needs_place
        return next((key for key in sheet.grid.columns if key), None) if sheet and needs else None

    def _follow(self) -> None:
        """Take on the place and time under the pointer."""
        sheet, carry, origin = self._view.sheet, self.carry, self._from
        if self._pointer is None or sheet is None or carry is None or origin is None:
            return
        point = self._view.point_of(self._pointer)
        width = sheet.width - 1
        target = Point(min(max(point.x, 0), width), point.y - self._grab * sheet.scale.minute)
        found = sheet.place_at(target)
        if found is None:
            return
        place_id, moment = found
        if self._edge:
            minutes = int((moment - origin.start).total_seconds() // 60)
            self.carry = replace(carry, minutes=max(minutes, GRAIN))
        else:
            session = self._live.programme.sessions[carry.session_id]
            across = origin.place_id is None and not kind(session.kind).needs_place
            self.carry = replace(carry, place_id=None if across else place_id, start=moment)
        if self.carry != carry or self.verdict is None:
            self._judge()

    def _judge(self) -> None:
        sheet, carry = self._view.sheet, self.carry
        if sheet is None or carry is None:
            return
        programme = self._live.programme
        self.verdict = judged(programme, carry)
        box = sheet.between(carry.place_id, carry.start, carry.minutes)
        title = name_of(programme, programme.sessions[carry.session_id])
        self._view.show_ghost((box, title, self.verdict.judgement))
        if self.by_keys:
            self._view.reveal_box(box)
        self.changed.emit()

    @Slot()
    def _scroll(self) -> None:
        """Scroll while the pointer is held near an edge of the view."""
        if self._pointer is None:
            return
        size, at = self._view.viewport().size(), self._pointer
        down = _push(at.y(), size.height())
        across = _push(at.x(), size.width()) * (-1 if self._view.isRightToLeft() else 1)
        bars = ((self._view.verticalScrollBar(), down), (self._view.horizontalScrollBar(), across))
        moved = False
        for bar, way in bars:
            before = bar.value()
            bar.setValue(before + way * PACE)
            moved = moved or bar.value() != before
        if moved:
            self._follow()


def _push(at: int, length: int) -> int:
    if at < MARGIN:
        return -1
    return 1 if at > length - MARGIN else 0
