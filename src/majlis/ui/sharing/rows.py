"""The other laptops, one row each: its name, when it was last seen, and what it has new."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from majlis.store.share import Copy
from majlis.ui.differences.speech import moment_in_words
from majlis.ui.elided import ElidedLabel
from majlis.ui.icons import pixmap
from majlis.ui.labels import label
from majlis.ui.languages import isolated

if TYPE_CHECKING:
    from majlis.ui.sharing.sharing import Sharing


class LaptopRow(QWidget):
    """One copy in the folder."""

    def __init__(self, sharing: "Sharing", copy: Copy, parent: QWidget) -> None:
        super().__init__(parent)
        self._sharing = sharing
        self._copy = copy
        self._icon = QLabel(self)
        self._name = ElidedLabel("heading", self)
        self._seen = label("", self, "muted")
        self._news = label("", self, "count")
        self._none = label(self.tr("nothing new"), self, "muted")
        self.look = QPushButton(self.tr("Look at them…"), self)
        self.look.setObjectName("sharing.look")
        self.look.clicked.connect(self._open)
        self._lay_out()

    def show_copy(self, copy: Copy, *, away: bool) -> None:
        """Show a copy as it is now, or as it was last seen where its folder is away."""
        self._copy = copy
        name = self.tr("This laptop, earlier") if copy.mine else copy.laptop
        seen = self.tr("last seen {at}").format(at=isolated(moment_in_words(copy.at)))
        one, many = self.tr("1 change"), self.tr("{count} changes")
        news = (one if copy.news == 1 else many).format(count=f"{copy.news:,}")
        self._icon.setPixmap(pixmap("laptop", "accent" if copy.news else "muted", 20))
        self._name.setText(name)
        self._seen.setText(seen)
        self._news.setText(news)
        for widget in (self._news, self.look):
            widget.setVisible(bool(copy.news))
        self._none.setVisible(not copy.news)
        self.look.setEnabled(not away)
        self.look.setAccessibleName(
            self.tr("Look at {news} from {laptop}").format(news=news, laptop=isolated(name))
        )
        self.setAccessibleName(f"{isolated(name)}, {seen}, {news if copy.news else self._none.text()}")

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._name)
        words.addWidget(self._seen)
        card = QFrame(self)
        card.setProperty("role", "card")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(card)
        columns = QHBoxLayout(card)
        columns.setContentsMargins(14, 9, 12, 9)
        columns.setSpacing(12)
        columns.addWidget(self._icon)
        columns.addLayout(words, 1)
        for widget in (self._news, self._none, self.look):
            columns.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    @Slot()
    def _open(self) -> None:
        self._sharing.bring_in(self._copy)


class LaptopRows(QWidget):
    """The rows of all other laptops; one that stays keeps its place and the focus in it."""

    def __init__(self, sharing: "Sharing", parent: QWidget) -> None:
        super().__init__(parent)
        self._sharing = sharing
        self._rows: dict[str, LaptopRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 6, 0)
        self._layout.setSpacing(8)
        self._layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_copies(self, copies: tuple[Copy, ...], *, away: bool) -> None:
        """Show these copies, in this order; `away` says that they can't be reached."""
        wanted = {copy.path.name: copy for copy in copies}
        for name in [name for name in self._rows if name not in wanted]:
            row = self._rows.pop(name)
            row.hide()
            row.deleteLater()
        for place, (name, copy) in enumerate(wanted.items()):
            row = self._rows.get(name)
            if row is None:
                row = self._rows[name] = LaptopRow(self._sharing, copy, self)
            row.show_copy(copy, away=away)
            if self._layout.indexOf(row) != place:
                self._layout.insertWidget(place, row)
