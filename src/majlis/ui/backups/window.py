"""The window of the backups: which there are, a look into one, a way back to it, and a new one by hand."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from majlis.document import Document
from majlis.programme.refusal import Refusal
from majlis.store.backups import Backup, Glance, backup_folder, backups, glance
from majlis.ui.background import Background, Progress
from majlis.ui.backups.model import SESSIONS, SIZE, WHEN, WHY, BackupsModel
from majlis.ui.backups.words import moment_in_words
from majlis.ui.guard import guarded
from majlis.ui.icons import set_icon
from majlis.ui.labels import label
from majlis.ui.languages import isolated
from majlis.ui.live import Live
from majlis.ui.trials.asking import Question


class BackupsWindow(QDialog):
    """Lists the copies of a file; `look_wanted` carries the path of one that is to be opened, to be read."""

    look_wanted = Signal(object)

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("backups")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Backups of {name}").format(name=live.document.path.name))
        self._live = live
        self._worker = Background(self)
        self._refused = ""
        self.model = BackupsModel(self)
        self.table = QTableView(self)
        self.refusal = label("", self, "error", wrap=True)
        self.refusal.setObjectName("backups.refusal")
        self.refusal.hide()
        self._count = label("", self, "count")
        self._pages = QStackedWidget(self)
        self.look = self._button(self.tr("Look into it"), "backups.look", "book-open")
        self.back = self._button(self.tr("Go back to it…"), "backups.restore", "rotate-ccw")
        self.make = self._button(self.tr("Back up now"), "backups.make", "plus")
        self._lay_out()
        self._connect()
        self.refresh()
        self.resize(760, 480)

    @property
    def chosen(self) -> Backup | None:
        """The copy that is chosen."""
        row = self.table.currentIndex().row()
        return self.model.copies[row] if 0 <= row < len(self.model.copies) else None

    @Slot()
    def refresh(self, *_: object) -> None:
        """Show the copies that there are now, and have the worker look into each."""
        chosen = self.chosen
        copies = backups(self._live.document.path)
        self.model.show(
            copies, {copy.name: seen for copy in copies if (seen := self.model.glances.get(copy.name))}
        )
        self._count.setText(f"{len(copies):,}")
        self._count.setVisible(bool(copies))
        self._pages.setCurrentIndex(0 if copies else 1)
        if copies:
            names = [copy.name for copy in copies]
            row = names.index(chosen.name) if chosen is not None and chosen.name in names else 0
            self.table.setCurrentIndex(self.model.index(row, WHEN))
        unseen = tuple(copy for copy in copies if copy.name not in self.model.glances)
        self._worker.start("", partial(_glances, unseen), done=self._take_glances)
        self._refresh_buttons()

    def _button(self, words: str, name: str, icon: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        set_icon(button, icon)
        return button

    def _lay_out(self) -> None:
        self._shape_table()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._nothing())
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(label(self.tr("Backups"), self, "title"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.make)
        words = self.tr(
            "Copies are made by themselves: at the first change of a day, and before anything large. They lie in "
            "“{folder}” beside the file."
        ).format(folder=isolated(backup_folder(self._live.document.path).name))
        foot = QHBoxLayout()
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        for each in (self.look, self.back):
            foot.addWidget(each)
        foot.addStretch(1)
        foot.addWidget(close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setSpacing(10)
        rows.addLayout(head)
        rows.addWidget(label(words, self, "muted", wrap=True))
        rows.addWidget(self._pages, 1)
        rows.addWidget(self.refusal)
        rows.addLayout(foot)

    def _shape_table(self) -> None:
        self.table.setObjectName("backups.list")
        self.table.setAccessibleName(self.tr("Backups, newest first"))
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(34)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        for column, width in ((WHEN, 190), (SESSIONS, 130), (SIZE, 90)):
            self.table.setColumnWidth(column, width)

    def _nothing(self) -> QWidget:
        page = QWidget(self)
        rows = QVBoxLayout(page)
        words = label(
            self.tr("There is no copy yet. The first is made with the next change, or by “Back up now”."),
            page,
            "muted",
            wrap=True,
        )
        words.setObjectName("backups.nothing")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        rows.addWidget(words)
        return page

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._refresh_buttons)
        self.table.pressed.connect(self._forget_refusal)
        self.table.doubleClicked.connect(self._look)
        self.table.activated.connect(self._look)
        self.look.clicked.connect(self._look)
        self.back.clicked.connect(self._ask)
        self.make.clicked.connect(self._make)
        self._live.changed.connect(self.refresh)

    @Slot()
    def _refresh_buttons(self, *_: object) -> None:
        row = self.table.currentIndex().row()
        seen = self.model.glance(row)
        sound = self.chosen is not None and not (seen is not None and seen.refusal)
        writable = not self._live.document.read_only
        self.look.setEnabled(sound)
        self.back.setEnabled(sound and writable)
        self.make.setEnabled(writable)
        sentence = self._refused or (seen.refusal if seen is not None else "")
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    @Slot()
    def _forget_refusal(self, *_: object) -> None:
        self._refused = ""
        self._refresh_buttons()

    def _take_glances(self, found: Mapping[str, Glance]) -> None:
        self.model.show(self.model.copies, {**self.model.glances, **found})
        self._refresh_buttons()

    @Slot()
    def _look(self, *_: object) -> None:
        chosen = self.chosen
        if chosen is not None and self.look.isEnabled():
            self.look_wanted.emit(chosen.path)

    @Slot()
    def _make(self) -> None:
        document = self._live.document
        self._refused = ""
        self.make.setEnabled(False)
        self._worker.start("", lambda _tell: document.back_up("by hand"), done=self._made, failed=self._refuse)

    def _made(self, copy: Backup) -> None:
        self.refresh()
        self._live.notice.emit(self.tr("Backed up as {name}").format(name=isolated(copy.name)))

    @Slot()
    def _ask(self) -> None:
        chosen, document = self.chosen, self._live.document
        self._refused = ""
        if chosen is not None:
            self._worker.start(
                "", lambda _tell: (chosen, _missing(document, chosen)), done=self._confirm, failed=self._refuse
            )

    def _confirm(self, found: tuple[Backup, int]) -> None:
        copy, steps = found
        at = isolated(moment_in_words(copy.at))
        if steps == 0:
            more = self.tr("Nothing was done since that is not in it.")
        elif steps == 1:
            more = self.tr("One step that was taken since is not in it.")
        else:
            more = self.tr("{count} steps that were taken since are not in it.").format(count=f"{steps:,}")
        kept = self.tr("The file as it is now becomes a backup first, so that you can come back here.")
        box = Question(
            "backups.confirm",
            self.tr("Go back to a backup"),
            self.tr("Go back to the backup of {at}?").format(at=at),
            f"{more} {kept}",
            self.tr("Go back"),
            self,
        )
        box.setDefaultButton(box.cancel)
        box.do.clicked.connect(lambda: self._go(copy))
        box.open()

    def _go(self, copy: Backup) -> None:
        try:
            self._live.go_back(copy)
        except Refusal as refusal:
            self._refuse(str(refusal))
            return
        at = isolated(moment_in_words(copy.at))
        self._live.notice.emit(self.tr("The event is as it was in the backup of {at}").format(at=at))
        self.refresh()

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self._refused = sentence
        self.refresh()

    @override
    @guarded(None)
    def done(self, result: int) -> None:
        self._worker.stop()
        super().done(result)


def _glances(copies: tuple[Backup, ...], tell: Progress) -> dict[str, Glance]:
    """Look into each copy; called in the worker."""
    found: dict[str, Glance] = {}
    for number, copy in enumerate(copies):
        tell(number / len(copies))
        found[copy.name] = glance(copy)
    return found


def _missing(document: Document, copy: Backup) -> int:
    """Return how many steps of a document are not in a copy; called in the worker."""
    with Document.open(copy.path, writable=False) as old:
        known = {step.id for step in old.steps()}
    return sum(step.id not in known for step in document.steps())
