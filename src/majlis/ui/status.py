"""The status area: whether all is saved, what the worker does and how to stop it, counts and the time zone."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from majlis.programme.programme import Programme
from majlis.ui.background import Job
from majlis.ui.elided import ElidedLabel
from majlis.ui.icons import pixmap, set_icon
from majlis.ui.labels import label
from majlis.ui.languages import isolated
from majlis.ui.live import Live
from majlis.ui.merging.disputes import together
from majlis.ui.tips import plain_tip

NOTICE_MILLISECONDS = 8_000


class JobBar(QWidget):
    """Shows the job that runs, how far it is, and a button that stops it; hidden while none runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("job")
        self._jobs: list[Job] = []
        self._words = label("", self)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setObjectName("job.cancel")
        self.cancel.setProperty("role", "plain")
        self.cancel.clicked.connect(self._stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._words, self._bar, self.cancel):
            layout.addWidget(widget)
        self.hide()

    @Slot(Job)
    def follow(self, job: Job) -> None:
        """Show a job from now until it ends."""
        self._jobs.append(job)
        job.progress.connect(self._tell)
        job.ended.connect(self._next)
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._jobs))
        if self._jobs:
            text = self._jobs[0].text
            self._words.setText(text)
            self._bar.setValue(0)
            self._bar.setAccessibleName(text)
            self.cancel.setEnabled(True)
            self.cancel.setAccessibleName(self.tr("Cancel: {text}").format(text=text))

    @Slot(float)
    def _tell(self, part: float) -> None:
        self._bar.setValue(round(part * 1000))

    @Slot()
    def _next(self) -> None:
        self._jobs.pop(0)
        self._show()

    @Slot()
    def _stop(self) -> None:
        self.cancel.setEnabled(False)
        if self._jobs:
            self._jobs[0].cancel()


class Status(QStatusBar):
    """The bar at the window's foot."""

    shown = Signal(str)

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self._live = live
        self._icon = QLabel(self)
        self.words = ElidedLabel(parent=self)
        self.words.setObjectName("status.saved")
        self._counts = label("", self)
        self._zone = label("", self)
        self.jobs = JobBar(self)
        self.conflicts = QPushButton(self)
        self.conflicts.setObjectName("status.conflicts")
        self.conflicts.setProperty("role", "plain")
        self.conflicts.setToolTip(self.tr("Where copies that were brought in disagree"))
        set_icon(self.conflicts, "triangle-alert", "warning")
        self.conflicts.hide()
        live.conflicts_changed.connect(self._count_conflicts)
        live.background.started.connect(self.jobs.follow)
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.timeout.connect(self.refresh)
        self.addWidget(self._icon)
        self.addWidget(self.words, 1)
        self._zone.setContentsMargins(12, 0, 4, 0)
        for widget in (self.jobs, self.conflicts, self._counts, self._zone):
            self.addPermanentWidget(widget)
        self.setContentsMargins(8, 0, 8, 0)
        live.notice.connect(self.say)
        self.refresh()

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Show a sentence for a while instead of where the file is saved."""
        self.words.setText(sentence)
        self._icon.setPixmap(pixmap("info", "accent"))
        self._back.start(NOTICE_MILLISECONDS)
        self.shown.emit(sentence)

    @Slot()
    def _count_conflicts(self) -> None:
        count = len(together(self._live.conflicts))
        words = self.tr("1 disagreement") if count == 1 else self.tr("{count} disagreements")
        self.conflicts.setText(isolated(words.format(count=f"{count:,}")))
        self.conflicts.setVisible(bool(count))

    @Slot()
    def refresh(self) -> None:
        """Show where all is saved, and the counts."""
        programme = self._live.programme
        self._counts.setText(counts(programme))
        self._zone.setText(zone_words(programme))
        if self._back.isActive():
            return
        document = self._live.document
        name = isolated(document.path.name)
        saved = self.tr("All changes saved to {name}").format(name=name)
        self.words.setText(document.read_only or saved)
        if not document.read_only:
            self.words.setToolTip(plain_tip(str(document.path)))
        self._icon.setPixmap(pixmap("lock", "warning") if document.read_only else pixmap("circle-check", "good"))


def counts(programme: Programme) -> str:
    """Return how many sessions there are and how many of those that need a time have none."""
    sessions = programme.sessions
    placed = {one.session_id for one in programme.placements.values() if one.start is not None}
    waiting = sum(
        session.id not in placed and session.parent_id is None and session.state not in {"cancelled", "rejected"}
        for session in sessions.values()
    )
    words = f"{len(sessions):,} sessions" if len(sessions) != 1 else "1 session"
    return f"{words}, {waiting:,} unscheduled" if waiting else words


def zone_words(programme: Programme) -> str:
    """Return the event's zone with its offset on the first day, as in `Asia/Qatar (UTC+03:00)`."""
    zone, days = programme.event.zone, programme.days_in_order()
    try:
        moment = (days[0].start if days else datetime.now()).replace(tzinfo=ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return zone
    offset = moment.strftime("%z")
    return f"{zone} (UTC{offset[:3]}:{offset[3:5]})"
