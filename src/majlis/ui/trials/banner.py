"""The bar over the screens of a trial, as long as its window: what this is, the way back, the way out."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from majlis.ui.guard import guarded
from majlis.ui.icons import pixmap, set_icon
from majlis.ui.labels import label
from majlis.ui.languages import isolated

LONGEST = 32
"""Letters of an event's name that stand on a button."""


class TrialBanner(QFrame):
    """Says of which event this is a trial."""

    back_wanted = Signal()
    throw_away_wanted = Signal()

    def __init__(self, event: str, parent: QWidget) -> None:
        super().__init__(parent)
        sentence = self.tr("Trial of “{event}”: nothing that you do here changes it.")
        sentence = sentence.format(event=isolated(event))
        self.setObjectName("trial")
        self.setAccessibleName(sentence)
        self._mark = label("", self)
        self.words = label(sentence, self, wrap=True)
        back = self.tr("Bring back into {event}…")
        self.back = QPushButton(back.format(event=_short(event).replace("&", "&&")).replace("……", "…"), self)
        self.back.setObjectName("trial.bring_back")
        self.back.setAccessibleName(back.format(event=event))
        set_icon(self.back, "import")
        self.throw_away = QPushButton(self.tr("Throw away…"), self)
        self.throw_away.setObjectName("trial.throw_away")
        set_icon(self.throw_away, "trash-2")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 14, 7)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.back)
        row.addWidget(self.throw_away)
        self.back.clicked.connect(self.back_wanted)
        self.throw_away.clicked.connect(self.throw_away_wanted)
        self._recolour()

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._recolour()

    def _recolour(self) -> None:
        self._mark.setPixmap(pixmap("flask-conical", "warning"))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
