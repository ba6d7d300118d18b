"""The bar over the screens of a trial, as long as its window: what this is, the way back, the way out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from majlis.ui.icons import pixmap, set_icon
from majlis.ui.labels import label
from majlis.ui.languages import isolated


class TrialBanner(QFrame):
    """Says of which event this is a trial."""

    back_wanted = Signal()
    throw_away_wanted = Signal()

    def __init__(self, event: str, parent: QWidget) -> None:
        super().__init__(parent)
        name = isolated(event)
        sentence = self.tr("Trial of “{event}”: nothing that you do here changes it.").format(event=name)
        self.setObjectName("trial")
        self.setProperty("role", "warning")
        self.setAccessibleName(sentence)
        self._mark = label("", self)
        self._mark.setPixmap(pixmap("flask-conical", "warning"))
        self.words = label(sentence, self, wrap=True)
        self.back = QPushButton(self.tr("Bring back into “{event}”…").format(event=name), self)
        self.back.setObjectName("trial.bring_back")
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
