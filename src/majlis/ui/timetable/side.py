"""The pane beside the day: the inspector of the session that is chosen, made when it is first needed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from majlis.ui.inspectors.sessions import SessionInspector
from majlis.ui.labels import label
from majlis.ui.live import Live


class Side(QStackedWidget):
    """Shows one session's fields, or a word on how to get there."""

    wanted = Signal(str, str)

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("timetable.side")
        self._live = live
        self._inspector: SessionInspector | None = None
        hint = label(self.tr("Choose a session to see and edit it here."), self, "muted", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setMargin(24)
        self._hint = hint
        self.addWidget(hint)

    def show_session(self, key: str) -> None:
        """Show a session, or the hint where there is none."""
        if key and self.isVisible():
            if self._inspector is None:
                self._inspector = SessionInspector(self._live, self)
                self._inspector.wanted.connect(self.wanted)
                self.addWidget(self._inspector)
            self._inspector.show_record(key)
            self.setCurrentWidget(self._inspector)
        elif not key:
            self.setCurrentWidget(self._hint)

    def begin(self) -> None:
        """Put the keyboard in the first field."""
        if self._inspector is not None:
            self._inspector.focus_name()
