"""The screen of editions: the list of them, and what changed since the chosen one."""

from typing import ClassVar

from PySide6.QtCore import QByteArray, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from majlis.programme.edits.editions import annotate, discard, restore
from majlis.programme.programme import Programme
from majlis.programme.records import Edition
from majlis.programme.refusal import Refusal
from majlis.programme.snapshot import pack
from majlis.ui.commands import Command
from majlis.ui.editions.commands import EDITION_COMMANDS
from majlis.ui.editions.desk import Desk
from majlis.ui.editions.empty import NoEditions
from majlis.ui.editions.findings import Findings, findings
from majlis.ui.editions.freezing import Freezing
from majlis.ui.editions.listing import Editions
from majlis.ui.editions.restoring import Restoring
from majlis.ui.guard import guarded
from majlis.ui.icons import set_icon
from majlis.ui.labels import label
from majlis.ui.live import Live
from majlis.ui.screen import Screen
from majlis.ui.shelf import shelf_of

PATIENCE = 200
"""Milliseconds without an edit after which it is found anew what changed."""


class EditionsScreen(Screen):
    """What was given out, what changed since, and whom to tell."""

    id: ClassVar[str] = "editions"
    title: ClassVar[str] = "Editions"
    icon: ClassVar[str] = "stamp"
    tables: ClassVar[tuple[str, ...]] = ("editions",)
    commands: ClassVar[tuple[Command, ...]] = EDITION_COMMANDS

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self._stale = True
        self._shelf = shelf_of(live)
        self._worker = live.worker()
        self.list = Editions(self)
        self.desk = Desk(self)
        self.changes = self.desk.changes
        self.freeze = QPushButton(self)
        self.nothing = NoEditions(self)
        self._count = label("", self, "count")
        self._pages = QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._lay_out()
        self._connect()

    @property
    def chosen(self) -> Edition | None:
        """The edition that is chosen."""
        return self.list.chosen

    @property
    def writable(self) -> bool:
        """Whether the file can be changed."""
        return not self.live.document.read_only

    @property
    def next_number(self) -> int:
        """The number of the edition that would be frozen next."""
        return max((each.number for each in self.live.programme.editions.values()), default=0) + 1

    @property
    @override
    def selection(self) -> tuple[str, ...]:
        return (self.chosen.id,) if self.chosen else ()

    @override
    def reveal(self, table: str, key: str) -> None:
        self.list.choose(key)

    @override
    def delete(self) -> None:
        edition = self.chosen
        if edition is not None:
            self.live.make(lambda _now: discard(edition))

    @override
    def commit(self) -> None:
        self.desk.commit()

    @override
    def focus_filter(self) -> None:
        self.changes.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.changes.filter.selectAll()

    @override
    def save_state(self) -> dict[str, object]:
        return {"splitter": self._splitter.saveState(), "view": self.changes.view}

    @override
    def restore_state(self, state: dict[str, object]) -> None:
        splitter = state.get("splitter")
        if isinstance(splitter, QByteArray):
            self._splitter.restoreState(splitter)
        for view, switch in self.changes.switches.items():
            if view == state.get("view"):
                switch.setChecked(True)

    @Slot()
    def ask_freeze(self) -> None:
        """Ask for a note and keep the programme as the next edition."""
        errors = sum(each.severity == "error" and not each.waived for each in self.live.problems)
        dialog = Freezing(self.next_number, errors, self.window())
        dialog.wanted.connect(self._freeze)
        dialog.open()

    @Slot()
    def ask_restore(self) -> None:
        """Ask whether the chosen edition is to be restored, and restore it as one step."""
        found = self.changes.findings
        if found is not None and found.count:
            box = Restoring(found, self.window())
            box.restore.clicked.connect(self._restore)
            box.open()
        elif found is not None:
            words = self.tr("The programme is as it was in edition {number}; there is nothing to restore.")
            self.live.notice.emit(words.format(number=found.edition.number))

    @Slot()
    def copy_people(self) -> None:
        """Put the people to tell, with what, on the clipboard."""
        found = self.changes.findings
        if found is not None and found.people:
            QGuiApplication.clipboard().setText(found.to_tell)
            words = self.tr("The list is copied, with {count} to tell.").format(count=f"{found.people:,}")
            self.live.notice.emit(words)
        elif found is not None:
            self.live.notice.emit(self.tr("Nobody has to be told of anything."))

    @Slot()
    def print_errata(self) -> None:
        """Show what changed since the chosen edition as it will be printed."""
        if self.chosen is not None:
            self.wanted.emit("prints", f"errata/{self.chosen.id}")

    @Slot()
    def print_sheets(self) -> None:
        """Show the sheets of those for whom something changed since the chosen edition."""
        if self.chosen is not None:
            self.wanted.emit("prints", f"sheets/{self.chosen.id}/changed")

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._find)
        self._shelf.changed.connect(self._find)
        self.live.changed.connect(self._refresh)
        self.list.selectionModel().currentChanged.connect(self._show_chosen)
        self.changes.wanted.connect(self._go)
        self.desk.noted.connect(self._annotate)
        for button, run in (
            (self.freeze, self.ask_freeze),
            (self.nothing.freeze, self.ask_freeze),
            (self.desk.errata, self.print_errata),
            (self.desk.sheets, self.print_sheets),
            (self.desk.copy, self.copy_people),
            (self.desk.restore, self.ask_restore),
        ):
            button.clicked.connect(run)

    @Slot(str)
    def _annotate(self, note: str) -> None:
        edition = self.chosen
        if edition is not None and not self.live.make(lambda now: annotate(now, edition, note)):
            self.desk.show_note(edition.note)

    @Slot(str)
    def _freeze(self, note: str) -> None:
        programme = self.live.programme
        words = self.tr("Freezing edition {number}").format(number=self.next_number)
        self.live.background.start(
            words,
            lambda _tell: (note, programme, pack(programme)),
            done=self._take_packed,
            failed=self.live.notice.emit,
        )

    @Slot(object)
    def _take_packed(self, packed: tuple[str, Programme, bytes]) -> None:
        note, programme, data = packed
        try:
            edition = self.live.document.freeze(note, data)
        except Refusal as refusal:
            self.live.notice.emit(str(refusal))
            return
        self._shelf.put(edition, programme)
        self._find()
        self.live.notice.emit(self.tr("Edition {number} is frozen.").format(number=edition.number))

    @Slot()
    def _restore(self) -> None:
        edition = self.chosen
        then = self._shelf.programme(edition) if edition else None
        if edition is not None and then is not None:
            self.live.make(lambda now: restore(now, edition, then))

    @Slot()
    def _refresh(self, *_: object) -> None:
        self._stale = not self.isVisible()
        if self._stale:
            return
        editions = self.live.programme.editions_in_order()[::-1]
        self._count.setText(f"{len(editions):,}")
        self.freeze.setText(self.tr("Freeze as edition {number}…").format(number=self.next_number))
        for button in (self.freeze, self.nothing.freeze):
            button.setEnabled(self.writable)
        self._pages.setCurrentIndex(1 if editions else 0)
        self.list.show_editions(editions)
        if self.chosen is not None:
            self.desk.show_edition(self.chosen, writable=self.writable)
        self._timer.start()
        self.selected.emit()

    @Slot()
    def _show_chosen(self, *_: object) -> None:
        if self.chosen is not None:
            self.desk.show_edition(self.chosen, writable=self.writable)
        self._show(None)
        self._find()

    @Slot()
    def _find(self) -> None:
        edition = self.chosen
        if edition is None or not self.isVisible():
            return
        then, now = self._shelf.programme(edition), self.live.programme
        if then is None:
            self._show(None, self._shelf.refusal(edition))
        else:
            self._worker.start("", lambda _tell: (now, findings(edition, then, now)), done=self._take)

    @Slot(object)
    def _take(self, found: tuple[Programme, Findings]) -> None:
        programme, made = found
        if programme is self.live.programme and self.chosen is not None and made.edition.id == self.chosen.id:
            self._show(made)

    def _show(self, found: Findings | None, why: str = "") -> None:
        self.desk.show_findings(found, why, writable=self.writable)
        self.selected.emit()

    @Slot(str, str)
    def _go(self, table: str, key: str) -> None:
        programme = self.live.programme
        if table == "sessions":
            placed = [each.id for each in programme.placements_of(key) if each.start is not None]
            table, key = ("placements", placed[0]) if placed else (table, key)
        if key in programme.tables[table]:
            self.wanted.emit(table, key)
        else:
            self.live.notice.emit(self.tr("It is not in the programme any more."))

    def _lay_out(self) -> None:
        self.freeze.setObjectName("editions.freeze")
        set_icon(self.freeze, "stamp")
        self._splitter.addWidget(self._side())
        self._splitter.addWidget(self.desk)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setCollapsible(1, False)  # noqa: FBT003 - Qt's own signature
        self._splitter.setSizes([330, 880])
        self._pages.addWidget(self.nothing)
        self._pages.addWidget(self._splitter)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _side(self) -> QWidget:
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 6)
        head.setSpacing(10)
        head.addWidget(label(self.title, self, "title"))
        head.addWidget(self._count)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 12)
        foot.addWidget(self.freeze)
        side = QFrame(self)
        side.setMinimumWidth(200)
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.list, 1)
        rows.addLayout(foot)
        return side
