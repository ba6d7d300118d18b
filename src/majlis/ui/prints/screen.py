"""The screen of prints: choices and doubts, the pages as they will be printed, and the PDF."""

from pathlib import Path
from tempfile import mkdtemp
from typing import ClassVar

from PySide6.QtCore import QByteArray, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from majlis.programme.refusal import Refusal
from majlis.ui.commands import Command
from majlis.ui.guard import guarded
from majlis.ui.icons import set_icon
from majlis.ui.labels import label
from majlis.ui.live import Live
from majlis.ui.prints.commands import PRINT_COMMANDS
from majlis.ui.prints.form import Form
from majlis.ui.prints.maker import Maker
from majlis.ui.prints.order import Offer, offer_of
from majlis.ui.prints.page_view import PageView
from majlis.ui.prints.renderer import Renderer
from majlis.ui.prints.saving import file_name, write_pdf
from majlis.ui.prints.thumbnails import Thumbnails
from majlis.ui.screen import Screen

PATIENCE = 600
"""Milliseconds without another choice or edit after which the pages are made anew."""

RECORD = Qt.ItemDataRole.UserRole


class PrintsScreen(Screen):
    """Shows the very pages that are printed, and saves them."""

    id: ClassVar[str] = "prints"
    title: ClassVar[str] = "Prints"
    icon: ClassVar[str] = "printer"
    tables: ClassVar[tuple[str, ...]] = ("prints",)
    commands: ClassVar[tuple[Command, ...]] = PRINT_COMMANDS

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.form = Form(self)
        self.maker = Maker(live, self)
        self._renderer = Renderer(live, self)
        self.thumbnails = Thumbnails(self._renderer, self)
        self.view = PageView(self._renderer, self)
        self.doubts = QListWidget(self)
        self.words = label("", self, "muted", wrap=True)
        self.page = QSpinBox(self)
        self.save = QPushButton(self.tr("Save as PDF…"), self)
        self.open = QPushButton(self.tr("Open"), self)
        self._pages = label("", self, "muted")
        self._zoom = label("", self, "muted")
        self._doubts_head = label("", self, "heading")
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._lay_out()
        self._connect()

    @override
    def reveal(self, table: str, key: str) -> None:
        product, *more = key.split("/")  # as in `sheets/EDITION/changed`
        self.form.choose(product=product, **dict(zip(("since", "whom"), more, strict=False)))

    @override
    def save_state(self) -> dict[str, object]:
        state: dict[str, object] = {"splitter": self._splitter.saveState()}
        order = self.form.order
        if order is not None:
            state["product"] = order.product
            state["language"] = order.options.language
            state["second_language"] = order.options.second_language or ""
            state["paper"] = order.options.paper
        return state

    @override
    def restore_state(self, state: dict[str, object]) -> None:
        splitter = state.get("splitter")
        if isinstance(splitter, QByteArray):
            self._splitter.restoreState(splitter)
        kept = ("product", "language", "second_language", "paper")
        self.form.choose(**{key: str(state[key]) for key in kept if key in state})

    def save_to(self, path: Path) -> bool:
        """Write the pages that are shown to a file, and say so."""
        printed = self.maker.printed
        if printed is None:
            return False
        try:
            write_pdf(path, printed.pdf)
        except Refusal as refusal:
            self.live.notice.emit(str(refusal))
            return False
        self.live.notice.emit(self.tr("Saved as {path}").format(path=path))
        return True

    @Slot()
    def ask_where(self) -> None:
        """Ask where the pages are to be saved, and save them there."""
        event = self.live.programme.event
        name = file_name([event.title.best(event.languages), self.form.product.currentText().lower()])
        dialog = QFileDialog(
            self, self.tr("Save as PDF"), str(self.live.document.path.parent / name), "PDF (*.pdf)"
        )
        dialog.setObjectName("print.save.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._save)
        dialog.open()

    @Slot()
    def open_outside(self) -> None:
        """Show the pages in the system's own viewer, from where they can be printed."""
        path = Path(mkdtemp(prefix="majlis-print-"), file_name([self.form.product.currentText()]))
        if self.save_to(path) and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.live.notice.emit(self.tr("No PDF viewer was found; the file is {path}").format(path=path))

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.maker.stale:
            self._ask_offer()

    def _connect(self) -> None:
        self._timer.timeout.connect(self._ask_offer)
        self.form.changed.connect(self._wait)
        self.live.changed.connect(self._wait)
        self.maker.made.connect(self._show_made)
        self.maker.changed.connect(self._say)
        self._renderer.ready.connect(self._show_pages)
        self.thumbnails.selectionModel().currentChanged.connect(self._show_page)
        self.view.page_wanted.connect(self._turn)
        self.view.zoomed.connect(self._say_zoom)
        self.page.valueChanged.connect(self._go_to)
        self.doubts.itemActivated.connect(self._open_doubt)
        self.save.clicked.connect(self.ask_where)
        self.open.clicked.connect(self.open_outside)

    @Slot()
    def _wait(self) -> None:
        if self.isVisible():
            self._timer.start()

    @Slot()
    def _ask_offer(self) -> None:
        programme = self.live.programme
        words = self.tr("Getting ready to print")
        self.live.background.start(words, lambda _tell: offer_of(programme), done=self._take_offer)

    @Slot(object)
    def _take_offer(self, offer: Offer) -> None:
        self.form.offer(offer)
        self._make()

    @Slot()
    def _make(self) -> None:
        order = self.form.order
        if self.isVisible() and order is not None and (self.maker.stale or self.maker.order != order):
            text = self.tr("Printing: {product}").format(product=self.form.product.currentText())
            self.maker.make(order, text)

    @Slot()
    def _show_made(self) -> None:
        printed = self.maker.printed
        if printed is not None:
            self._renderer.take(printed.pdf)
            self._show_doubts()

    @Slot(object)
    def _show_pages(self, sizes: tuple[tuple[float, float], ...]) -> None:
        row = max(self.thumbnails.currentIndex().row(), 0)
        self.thumbnails.pages.show(sizes)
        self.page.setRange(1, max(len(sizes), 1))
        self._pages.setText(self.tr("of {pages}").format(pages=len(sizes)))
        if sizes:
            self.thumbnails.setCurrentIndex(self.thumbnails.pages.index(min(row, len(sizes) - 1)))
            self._show_page()

    @Slot()
    def _show_page(self, *_: object) -> None:
        row, sizes = self.thumbnails.currentIndex().row(), self.thumbnails.pages.sizes
        if 0 <= row < len(sizes):
            self.view.show_page(row, sizes[row])
            self.page.setValue(row + 1)

    @Slot(int)
    def _go_to(self, page: int) -> None:
        if self.thumbnails.currentIndex().row() != page - 1:
            self.thumbnails.setCurrentIndex(self.thumbnails.pages.index(page - 1))

    @Slot(int)
    def _turn(self, pages: int) -> None:
        self.page.setValue(self.page.value() + pages)

    def _show_doubts(self) -> None:
        printed = self.maker.printed
        doubts = printed.doubts if printed else ()
        self.doubts.clear()
        for doubt in doubts:
            item = QListWidgetItem(doubt.text)
            item.setData(RECORD, doubt.record_id)
            self.doubts.addItem(item)
        count = f"{len(doubts):,}"
        self._doubts_head.setText(self.tr("To look at ({count})").format(count=count) if doubts else "")
        self.doubts.setVisible(bool(doubts))

    @Slot(QListWidgetItem)
    def _open_doubt(self, item: QListWidgetItem) -> None:
        record = self.live.programme.find(str(item.data(RECORD) or ""))
        if record is not None:
            self.wanted.emit(record.table, record.id)

    @Slot()
    def _say(self) -> None:
        printed = self.maker.printed
        for button in (self.save, self.open):
            button.setEnabled(printed is not None and not self.maker.busy)
        if self.maker.busy:
            words = self.tr("The pages are being made…")
        elif self.maker.refusal:
            words = self.maker.refusal
        elif printed is None:
            words = self.tr("Nothing is made yet.")
        else:
            pages = self.tr("1 page") if printed.pages == 1 else self.tr("{n:,} pages").format(n=printed.pages)
            words = self.tr("{pages}; every text fits.").format(pages=pages) if not printed.doubts else pages
        self.words.setText(words)
        self.selected.emit()

    @Slot()
    def _say_zoom(self) -> None:
        self._zoom.setText(f"{self.view.zoom:.0%}")

    @Slot(str)
    def _save(self, path: str) -> None:
        self.save_to(Path(path))

    def _lay_out(self) -> None:
        self._name()
        side = QFrame(self)
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        head = label(self.title, side, "title")
        head.setContentsMargins(14, 12, 14, 0)
        rows.addWidget(head)
        rows.addWidget(self.form)
        inner = QVBoxLayout()
        inner.setContentsMargins(14, 0, 14, 14)
        inner.setSpacing(8)
        inner.addWidget(self.save)
        inner.addWidget(self.open)
        inner.addWidget(self.words)
        inner.addWidget(self._doubts_head)
        inner.addWidget(self.doubts, 1)
        inner.addStretch(0)
        rows.addLayout(inner, 1)
        side.setMinimumWidth(270)
        desk = QFrame(self)
        columns = QVBoxLayout(desk)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addLayout(self._bar())
        columns.addWidget(self.view, 1)
        for each in (side, self.thumbnails, desk):
            self._splitter.addWidget(each)
        self._splitter.setStretchFactor(2, 1)
        self._splitter.setCollapsible(2, False)  # noqa: FBT003 - Qt's own signature
        self._splitter.setSizes([310, 150, 800])
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)
        self._say()
        self._show_doubts()

    def _name(self) -> None:
        self.save.setObjectName("prints.save")
        self.save.setProperty("role", "main")
        set_icon(self.save, "download", "on_accent")
        self.open.setObjectName("prints.open")
        self.open.setToolTip(self.tr("Open in the system’s PDF viewer, to look or to print"))
        set_icon(self.open, "external-link")
        self.doubts.setObjectName("prints.doubts")
        self.doubts.setAccessibleName(self.tr("What to look at before printing"))
        self.doubts.setWordWrap(True)
        self.doubts.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setObjectName("prints.number")
        self.page.setAccessibleName(self.tr("Page"))
        self.page.setMinimum(1)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 8, 14, 8)
        bar.setSpacing(8)
        bar.addWidget(label(self.tr("Page"), self, "label"))
        bar.addWidget(self.page)
        bar.addWidget(self._pages)
        bar.addStretch(1)
        for name, words, run in (
            ("zoom-out", self.tr("Smaller"), self.view.zoom_out),
            ("zoom-in", self.tr("Larger"), self.view.zoom_in),
            ("file-text", self.tr("Whole page"), self.view.zoom_to_fit),
        ):
            button = QToolButton(self)
            button.setAccessibleName(words)
            button.setToolTip(words)
            set_icon(button, name)
            button.clicked.connect(run)
            bar.addWidget(button)
        bar.addWidget(self._zoom)
        return bar
