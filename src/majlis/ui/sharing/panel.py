"""The page about sharing: what it is, the folder and its state, the laptops with their news, and the names."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from majlis.ui.buttons import make_main
from majlis.ui.differences.speech import moment_in_words
from majlis.ui.icons import pixmap, set_icon
from majlis.ui.labels import label
from majlis.ui.languages import isolated
from majlis.ui.look import look
from majlis.ui.sharing.names import NamesForm
from majlis.ui.sharing.rounds import worth_showing
from majlis.ui.sharing.rows import LaptopRows

if TYPE_CHECKING:
    from majlis.ui.sharing.sharing import Sharing

_NOT_SHARED, _SHARED = (600, 420), (600, 680)
"""Points that the page takes at first, in width and height."""

_NAMED = 4
"""Files that are named among those passed over; of more the number is told."""


class SharingPanel(QDialog):
    """Shows how an event is shared; every change is made at once."""

    def __init__(self, sharing: "Sharing", parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sharing")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Share through a folder"))
        self._sharing = sharing
        self._folder_mark, self._mark = QLabel(self), QLabel(self)
        self._path = label("", self, wrap=True)
        self.choose = QPushButton(self.tr("Choose a folder…"), self)
        self.change = QPushButton(self.tr("Choose another…"), self)
        self.end = QPushButton(self.tr("Stop sharing"), self)
        self.state = label("", self, wrap=True)
        self.laptops = LaptopRows(sharing, self)
        self._nobody = label("", self, "muted", wrap=True)
        self.passed_over = label("", self, "muted", wrap=True)
        self.names = NamesForm(self)
        self.bring_in_all = QPushButton(self.tr("Bring in all"), self)
        self._shared = QWidget(self)
        self._rows = QVBoxLayout()
        self._fitted: bool | None = None
        self._lay_out()
        self._connect()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show how it is now."""
        sharing = self._sharing
        shared = sharing.folder is not None
        self._folder_mark.setPixmap(pixmap("folder-sync", "accent" if shared else "muted", 20))
        self._path.setText(_breakable(sharing.folder) if sharing.folder else self.tr("This event is not shared."))
        self.choose.setVisible(not shared)
        for widget in (self.change, self.end, self._shared):
            widget.setVisible(shared)
        self._rows.setStretch(self._rows.count() - 2, int(not shared))
        self._fit(shared=shared)
        self._show_state()
        self._show_laptops()
        self._show_passed_over()
        news = len(sharing.news)
        self.bring_in_all.setVisible(news > 1)
        self.bring_in_all.setDefault(news > 1)

    def _fit(self, *, shared: bool) -> None:
        """Make room for what appears when sharing begins, and keep the focus where it can be seen."""
        width, height = _SHARED if shared else _NOT_SHARED
        if self._fitted != shared:
            self._fitted = shared
            self.resize(max(self.width(), width), max(self.height(), height))
            (self.change if shared else self.choose).setFocus()

    def _show_state(self) -> None:
        sharing = self._sharing
        picture, words = ("circle-check", "good"), ""
        if sharing.trouble:
            picture, words = ("triangle-alert", "warning"), sharing.trouble
        elif sharing.other_file is not None:
            picture = ("info", "accent")
            words = self.tr("Another copy of this event on this laptop is shared already: {file}").format(
                file=isolated(str(sharing.other_file))
            )
        elif sharing.folder is not None and sharing.at is None:
            picture, words = ("refresh-cw", "muted"), self.tr("Looking into the folder …")
        elif sharing.at is not None:
            words = self.tr("Your copy is there, as of {at}.").format(at=isolated(moment_in_words(sharing.at)))
        self._mark.setPixmap(pixmap(*picture))
        self.state.setText(words)
        for widget in (self._mark, self.state):
            widget.setVisible(bool(words))

    def _show_laptops(self) -> None:
        look = self._sharing.look
        copies = worth_showing(look.copies) if look else ()
        self.laptops.show_copies(copies, away=self._sharing.away)
        nobody = self.tr("No other laptop has put its copy there yet; what they have new will be offered here.")
        unknown = self.tr("What the other laptops have is seen once the folder can be read.")
        self._nobody.setText(nobody if look else unknown)
        self._nobody.setVisible(not copies)

    def _show_passed_over(self) -> None:
        others = self._sharing.look.passed_over if self._sharing.look else ()
        named = "\n".join(isolated(each.why) for each in others[:_NAMED])
        words = self.tr("Passed over in the folder:")
        rest = self.tr("and {count} more").format(count=len(others) - _NAMED) if len(others) > _NAMED else ""
        self.passed_over.setText("\n".join(filter(None, (words, named, rest))))
        self.passed_over.setVisible(bool(others))

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask)
        self.change.clicked.connect(self._ask)
        look().changed.connect(self.refresh)
        self.end.clicked.connect(self._sharing.end)
        self.bring_in_all.clicked.connect(self._sharing.bring_in_all)
        self.names.renamed.connect(self._sharing.begin_anew)
        self._sharing.changed.connect(self.refresh)

    @Slot()
    def _ask(self) -> None:
        there = None if self._sharing.away else self._sharing.folder
        dialog = QFileDialog(self, self.tr("Share through this folder"), str(there or Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    @Slot(str)
    def _take(self, folder: str) -> None:
        self._sharing.share_through(Path(folder))

    def _lay_out(self) -> None:
        for button, name, icon in (
            (self.choose, "sharing.choose", "folder-open"),
            (self.change, "sharing.change", "folder-open"),
            (self.end, "sharing.end", "x"),
            (self.bring_in_all, "sharing.bring_in_all", "download"),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
            set_icon(button, icon)
        for button, icon in ((self.bring_in_all, "download"), (self.choose, "folder-open")):
            make_main(button)
            set_icon(button, icon, "on_accent")
        rows = self._rows
        self.setLayout(rows)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(label(self.tr("Share through a folder"), self, "title"))
        rows.addWidget(label(self._explanation(), self, "muted", wrap=True))
        rows.addWidget(self._folder_card())
        rows.addWidget(self._laptops_part(), 1)
        rows.addWidget(self.names)
        rows.addStretch()
        foot = QHBoxLayout()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)  # Return ends the typing in a field, not the window
        foot.addWidget(self.bring_in_all)
        foot.addStretch(1)
        foot.addWidget(buttons)
        rows.addLayout(foot)

    def _explanation(self) -> str:
        return self.tr(
            "Each laptop keeps its own copy of the event in this folder, and is offered what the others have "
            "changed. The folder may lie on a stick that goes from hand to hand, on a network drive, or be one "
            "that Syncthing or Nextcloud keeps the same on every laptop. To begin on another laptop, copy a file "
            "from the folder to its own disk, open it there, and choose the same folder."
        )

    def _folder_card(self) -> QFrame:
        card = QFrame(self)
        card.setProperty("role", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(14, 12, 12, 12)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._folder_mark, 0, 0, centre)
        grid.addWidget(self._path, 0, 1)
        grid.addWidget(self.choose, 0, 2)
        grid.addWidget(self._mark, 1, 0, centre)
        grid.addWidget(self.state, 1, 1, 1, 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.change)
        buttons.addWidget(self.end)
        buttons.addStretch(1)
        grid.addLayout(buttons, 2, 1, 1, 2)
        return card

    def _laptops_part(self) -> QWidget:
        inside = QWidget(self._shared)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._nobody)
        rows.addWidget(self.laptops)
        rows.addWidget(self.passed_over)
        rows.addStretch(1)
        area = QScrollArea(self._shared)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self._shared)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("The other laptops"), self._shared, "heading"))
        column.addWidget(area, 1)
        return self._shared


def _breakable(folder: Path) -> str:
    """Return a path that keeps its direction and can go on in another line after each of its parts."""
    text = str(folder)
    for slash in "/\\":
        text = text.replace(slash, f"{slash}\u200b")
    return isolated(text)
