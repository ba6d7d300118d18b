"""The page about sharing: what it is, the folder and its state, the laptops with their news, and the names."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from majlis.ui.buttons import make_main
from majlis.ui.differences.speech import moment_in_words
from majlis.ui.elided import ElidedLabel
from majlis.ui.icons import pixmap, set_icon
from majlis.ui.labels import label
from majlis.ui.languages import isolated
from majlis.ui.sharing.names import NamesForm
from majlis.ui.sharing.rounds import worth_showing
from majlis.ui.sharing.rows import LaptopRows

if TYPE_CHECKING:
    from majlis.ui.sharing.sharing import Sharing

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
        self._path = ElidedLabel(parent=self)
        self.choose = QPushButton(self.tr("Choose a folder…"), self)
        self.end = QPushButton(self.tr("Stop sharing"), self)
        self._mark = QLabel(self)
        self.state = label("", self, wrap=True)
        self.laptops = LaptopRows(sharing, self)
        self._nobody = label("", self, "muted", wrap=True)
        self.passed_over = label("", self, "muted", wrap=True)
        self.names = NamesForm(self)
        self.bring_in_all = QPushButton(self.tr("Bring in all"), self)
        self._shared = QWidget(self)
        self._lay_out()
        self._connect()
        self.refresh()
        self.resize(600, 640)

    @Slot()
    def refresh(self) -> None:
        """Show how it is now."""
        sharing = self._sharing
        shared = sharing.folder is not None
        self._path.setText(isolated(str(sharing.folder)) if shared else self.tr("This event is not shared."))
        self._path.setProperty("role", "" if shared else "muted")
        self.choose.setText(self.tr("Choose another…") if shared else self.tr("Choose a folder…"))
        self.end.setVisible(shared)
        self._shared.setVisible(shared)
        self._show_state()
        copies = worth_showing(sharing.look.copies)
        self.laptops.show_copies(copies)
        self._nobody.setVisible(not copies)
        self._show_passed_over()
        news = len(sharing.look.news)
        self.bring_in_all.setVisible(news > 1)
        self.bring_in_all.setDefault(news > 1)

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

    def _show_passed_over(self) -> None:
        others = self._sharing.look.passed_over
        named = "\n".join(isolated(each.why) for each in others[:_NAMED])
        words = self.tr("Passed over in the folder:")
        rest = self.tr("and {count} more").format(count=len(others) - _NAMED) if len(others) > _NAMED else ""
        self.passed_over.setText("\n".join(filter(None, (words, named, rest))))
        self.passed_over.setVisible(bool(others))

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask)
        self.end.clicked.connect(self._sharing.end)
        self.bring_in_all.clicked.connect(self._sharing.bring_in_all)
        self.names.renamed.connect(self._sharing.begin_anew)
        self._sharing.changed.connect(self.refresh)

    @Slot()
    def _ask(self) -> None:
        start = str(self._sharing.folder or Path.home())
        folder = QFileDialog.getExistingDirectory(self, self.tr("Share through this folder"), start)
        if folder:
            self._sharing.share_through(Path(folder))

    def _lay_out(self) -> None:
        for button, name, icon in (
            (self.choose, "sharing.choose", "folder-open"),
            (self.end, "sharing.end", "x"),
            (self.bring_in_all, "sharing.bring_in_all", "download"),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
            set_icon(button, icon)
        make_main(self.bring_in_all)
        set_icon(self.bring_in_all, "download", "on_accent")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(label(self.tr("Share through a folder"), self, "title"))
        rows.addWidget(label(self._explanation(), self, "muted", wrap=True))
        rows.addWidget(self._folder_card())
        rows.addWidget(self._laptops_part(), 1)
        rows.addWidget(self.names)
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
        mark = QLabel(card)
        mark.setPixmap(pixmap("folder-sync", "muted", 20))
        above = QHBoxLayout()
        above.setSpacing(10)
        above.addWidget(mark)
        above.addWidget(self._path, 1)
        above.addWidget(self.choose)
        above.addWidget(self.end)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.state, 1)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(14, 12, 12, 12)
        rows.setSpacing(10)
        rows.addLayout(above)
        rows.addLayout(below)
        return card

    def _laptops_part(self) -> QWidget:
        self._nobody.setText(
            self.tr("No other laptop has put its copy there yet; what they have new will be offered here.")
        )
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
        place = QWidget(self)
        outer = QVBoxLayout(place)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._shared, 1)
        return place
