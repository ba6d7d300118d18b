"""The page that opens without a file: a new event, the last ones, or the demo."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from majlis.ui.dropping import dropped_file
from majlis.ui.guard import guarded
from majlis.ui.icons import icon, set_icon
from majlis.ui.labels import label
from majlis.ui.languages import isolated
from majlis.ui.settings import recent_files
from majlis.ui.tips import plain_tip

_PATH = Qt.ItemDataRole.UserRole


class Welcome(QWidget):
    """Invites to begin; `new_wanted`, `open_wanted`, `demo_wanted` and `file_wanted` (a path) ask the program."""

    new_wanted = Signal()
    open_wanted = Signal()
    demo_wanted = Signal()
    file_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setWindowTitle("Majlis")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self.refusal = label("", self, "error", wrap=True)
        self.refusal.setObjectName("welcome.refusal")
        self.refusal.hide()
        self.recent = QListWidget(self)
        self._lay_out()
        self.resize(940, 600)

    def refuse(self, sentence: str) -> None:
        """Say why a file was not opened."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def _lay_out(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(48, 40, 48, 40)
        columns.setSpacing(40)
        columns.addLayout(self._invitation(), 5)
        columns.addWidget(self._recent_card(), 4)

    def _invitation(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(10)
        name = label("Majlis  مجلس", self)
        name.setStyleSheet("font-size: 30pt; font-weight: 700;")
        name.setAccessibleName("Majlis")
        rows.addStretch(1)
        rows.addWidget(name)
        words = self.tr("Plan the programme of a conference or festival on this laptop, offline, and print it.")
        rows.addWidget(label(words, self, "muted", wrap=True))
        rows.addSpacing(18)
        for key, text, about, picture, signal in (
            ("new", self.tr("New event"), self.tr("Title, days and languages; the rest comes later"), "file-plus",
             self.new_wanted),
            ("open", self.tr("Open a file"), self.tr("Or drop it here; a schedule makes a new event"),
             "folder-open", self.open_wanted),
            ("demo", self.tr("Try the demo event"), self.tr("A festival to play with"), "sparkles",
             self.demo_wanted),
        ):  # fmt: skip
            button = QPushButton(text, self)
            button.setObjectName(f"welcome.{key}")
            button.setProperty("role", "tall-main" if key == "new" else "tall")
            button.setIconSize(QSize(20, 20))
            button.setAccessibleDescription(about)
            set_icon(button, picture, "on_accent" if key == "new" else "accent")
            button.clicked.connect(signal)
            rows.addWidget(button)
            note = label(about, self, "muted", wrap=True)
            note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            rows.addWidget(note)
            rows.addSpacing(6)
        rows.addSpacing(8)
        rows.addWidget(self.refusal)
        rows.addStretch(2)
        return rows

    def _recent_card(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.addWidget(label(self.tr("Recent events"), card, "heading"))
        self.recent.setParent(card)
        self.recent.setObjectName("welcome.recent")
        self.recent.setAccessibleName(self.tr("Recent events"))
        self.recent.setIconSize(QSize(18, 18))
        self.recent.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        paths = recent_files()
        for path in paths:
            item = QListWidgetItem(icon("file-text"), f"{isolated(path.stem)}\n{isolated(str(path.parent))}")
            item.setToolTip(plain_tip(str(path)))
            item.setData(_PATH, str(path))
            self.recent.addItem(item)
        self.recent.itemActivated.connect(self._open_recent)
        self.recent.itemClicked.connect(self._open_recent)
        none = label(self.tr("Events that you open are listed here."), card, "muted", wrap=True)
        none.setVisible(not paths)
        self.recent.setVisible(bool(paths))
        rows.addWidget(none)
        rows.addWidget(self.recent, 1)
        if not paths:
            rows.addStretch(1)
        return card

    @Slot(QListWidgetItem)
    def _open_recent(self, item: QListWidgetItem) -> None:
        self.file_wanted.emit(Path(str(item.data(_PATH))))

    @override
    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.file_wanted.emit(path)
