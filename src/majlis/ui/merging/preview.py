"""What a file would bring, to be agreed to: in words, with the disagreements and what the file left in doubt."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from majlis.programme.edits.edit import apply
from majlis.programme.journal import Side, settle
from majlis.ui.background import Background
from majlis.ui.buttons import make_main
from majlis.ui.differences.speech import moment_in_words
from majlis.ui.differences.tree import DifferencesTree
from majlis.ui.icons import icon, pixmap
from majlis.ui.labels import label
from majlis.ui.languages import isolated
from majlis.ui.merging.disputes import Clashes, Dispute, DisputeKey, clashes
from majlis.ui.merging.incoming import Incoming
from majlis.ui.merging.pane import DisputesPane


class Preview(QWidget):
    """Shows what would come in; `agreed` comes when it is wanted, `closed` when it is not."""

    agreed = Signal()
    closed = Signal()

    def __init__(self, worker: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self.choices: dict[DisputeKey, int] = {}
        self._incoming: Incoming | None = None
        self._title = label("", self, "title", wrap=True)
        self._words = label("", self, wrap=True)
        self._counts = label("", self, "muted", wrap=True)
        self.tabs = QTabWidget(self)
        self.tree = DifferencesTree("merge.changes", self.tr("What would come in"), self.tabs)
        self.pane = DisputesPane(worker, self.tabs)
        self.doubts = QPlainTextEdit(self.tabs)
        self.buttons = QDialogButtonBox(self)
        self.bring_in = QPushButton(self.tr("Bring in"), self)
        self._lay_out()
        self.pane.chosen.connect(self._choose)
        self.pane.all_chosen.connect(self._choose_all)
        self.pane.later.connect(self._leave_open)
        self.buttons.accepted.connect(self.agreed)
        self.buttons.rejected.connect(self.closed)

    def show_incoming(self, incoming: Incoming) -> None:
        """Show what a file would bring; what was chosen already stays so where it is still asked."""
        self._incoming = incoming
        keys = {dispute.key for dispute in incoming.disputes}
        self.choices = {key: number for key, number in self.choices.items() if key in keys}
        self._title.setText(self._heading(incoming))
        self._words.setText(self._origin(incoming))
        self._counts.setText(self._counted(incoming))
        self.tree.show_rows(incoming.rows)
        self.pane.show_disputes(incoming.disputes, self.choices, _Finding(incoming))
        self.doubts.setPlainText(_doubts(incoming))
        self._show_tabs(incoming)
        self.bring_in.setVisible(not incoming.empty)
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Close") if incoming.empty else self.tr("Cancel"))
        self._show_choices()

    def chosen(self) -> list[tuple[DisputeKey, Side]]:
        """Return the sides that were chosen."""
        disputes = self._incoming.disputes if self._incoming else ()
        return [(one.key, one.sides[self.choices[one.key]].side) for one in disputes if one.key in self.choices]

    def _heading(self, incoming: Incoming) -> str:
        if incoming.empty:
            return self.tr("All of it is here already")
        names = [isolated(name) for name in sorted(incoming.people)]
        if incoming.reading is not None or not names:
            return self.tr("What {file} holds").format(file=isolated(incoming.path.name))
        return self.tr("What {people} did").format(people=self._listed(names))

    def _origin(self, incoming: Incoming) -> str:
        file = isolated(incoming.path.name)
        if incoming.reading is not None:
            return self.tr(
                "{file} is not a copy of this event. It comes in as an import: what it has by the same key or "
                "name is updated, the rest is added, nothing is removed. One undo takes all of it back."
            ).format(file=file)
        if incoming.empty or incoming.since is None or incoming.until is None:
            return self.tr("{file} holds nothing that this copy does not hold.").format(file=file)
        steps = sum(incoming.people.values())
        one, many = self.tr("1 step from {file}, {when}"), self.tr("{steps} steps from {file}, {when}")
        since, until = moment_in_words(incoming.since), moment_in_words(incoming.until)
        when = isolated(since if since == until else f"{since} – {until}")
        return (one if steps == 1 else many).format(steps=f"{steps:,}", file=file, when=when)

    def _counted(self, incoming: Incoming) -> str:
        if not incoming.records and not incoming.empty:
            return self.tr("Nothing changes here: what was done there was done here, too, or taken back.")
        return incoming.counted

    def _show_tabs(self, incoming: Incoming) -> None:
        count = sum(incoming.records.values())
        self.tabs.setTabText(0, self.tr("What comes in ({count})").format(count=f"{count:,}"))
        self.tabs.setTabVisible(1, bool(incoming.disputes))
        self.tabs.setTabIcon(1, icon("triangle-alert", "warning"))
        self.tabs.setTabText(1, self.tr("Disagreements ({count})").format(count=f"{len(incoming.disputes):,}"))
        doubts = incoming.reading.doubts if incoming.reading is not None else ()
        self.tabs.setTabVisible(2, bool(doubts))
        self.tabs.setTabText(2, self.tr("Doubts ({count})").format(count=f"{len(doubts):,}"))
        self.tabs.setVisible(not incoming.empty)

    @Slot(object, int)
    def _choose(self, dispute: Dispute, number: int) -> None:
        if self.choices.get(dispute.key) == number:
            del self.choices[dispute.key]
            self._show_choices()
        else:
            self.choices[dispute.key] = number
            self._show_choices()
            self.pane.go_on()

    @Slot(bool)
    def _choose_all(self, theirs: bool) -> None:  # noqa: FBT001 - a slot
        disputes = self._incoming.disputes if self._incoming else ()
        self.choices = {dispute.key: dispute.nearest(theirs=theirs) for dispute in disputes}
        self._show_choices()

    @Slot()
    def _leave_open(self) -> None:
        self.choices = {}
        self._show_choices()
        self.tabs.setCurrentIndex(0)

    def _show_choices(self) -> None:
        self.pane.show_choices(self.choices)
        incoming = self._incoming
        count = len(incoming.disputes) - len(self.choices) if incoming and not incoming.empty else 0
        self._open.setVisible(bool(count))
        self._open_mark.setVisible(bool(count))
        words = self.tr("1 disagreement stays open") if count == 1 else self.tr("{count} disagreements stay open")
        self._open.setText(words.format(count=f"{count:,}"))

    def _listed(self, names: list[str]) -> str:
        if len(names) > 3:
            return self.tr("{count} people").format(count=len(names))
        return self.tr(" and ").join(filter(None, (", ".join(names[:-1]), names[-1])))

    def _lay_out(self) -> None:
        self.tabs.setObjectName("merge.tabs")
        self.tabs.setDocumentMode(True)
        self.doubts.setReadOnly(True)
        self.doubts.setObjectName("merge.doubts")
        self.doubts.setAccessibleName(self.tr("What the file left in doubt"))
        for page in (self.tree, self.pane, self.doubts):
            self.tabs.addTab(page, "")
        self.bring_in.setObjectName("merge.bring_in")
        self.buttons.addButton(self.bring_in, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel).setObjectName("merge.cancel")
        make_main(self.bring_in)
        self._open_mark = label("", self)
        self._open_mark.setPixmap(pixmap("triangle-alert", "warning"))
        self._open = label("", self, "muted")
        self._open.setObjectName("merge.open")
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 12)
        head.setSpacing(4)
        for each in (self._title, self._words, self._counts):
            head.addWidget(each)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.setSpacing(8)
        foot.addWidget(self._open_mark)
        foot.addWidget(self._open)
        foot.addStretch(1)
        foot.addWidget(self.buttons)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.tabs, 1)
        rows.addStretch(0)
        rows.addLayout(foot)


class _Finding:
    """Says in the worker what the sides of a conflict in the news would clash with."""

    def __init__(self, incoming: Incoming) -> None:
        self._incoming = incoming

    def __call__(self, dispute: Dispute) -> Clashes:
        news = self._incoming.news
        if news is None:
            return ()
        after = apply(news.programme, news.merged.edit)
        return clashes(after, lambda one, side: settle(after, one, side, news.journal), dispute)


def _doubts(incoming: Incoming) -> str:
    doubts = incoming.reading.doubts if incoming.reading is not None else ()
    return "\n".join(f"{one.where}: {one.text}" for one in doubts)
