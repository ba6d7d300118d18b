"""The button in the status bar that tells how sharing goes; a click leads to the news, or to all of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from majlis.ui.icons import set_icon
from majlis.ui.languages import isolated
from majlis.ui.tips import plain_tip

if TYPE_CHECKING:
    from majlis.ui.sharing.sharing import Sharing


class SharingButton(QPushButton):
    """Hidden while the event is not shared."""

    def __init__(self, sharing: "Sharing", parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sharing.news")
        self.setProperty("role", "plain")
        self._sharing = sharing
        self.clicked.connect(self._lead_on)
        sharing.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Tell how it goes now."""
        sharing = self._sharing
        text, tip = self._news() or self.tr("Shared"), self._tip()
        picture = ("download", "accent") if sharing.news else ("folder-sync", "muted")
        if sharing.trouble:
            picture = ("triangle-alert", "warning")
            text = self._news() or self.tr("Not shared just now")
        self.setText(isolated(text))  # or a mirrored button would put the number behind the words
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(tip))
        self.setAccessibleDescription(tip)
        set_icon(self, *picture)
        self.setVisible(sharing.folder is not None)

    def _news(self) -> str:
        news, look = self._sharing.news, self._sharing.look
        if not news or look is None:
            return ""
        whose = self.tr("{count} laptops").format(count=len(news))
        if len(news) == 1:
            whose = self.tr("this laptop, earlier") if news[0].mine else isolated(news[0].laptop)
        one, many = self.tr("1 change from {whose}"), self.tr("{count} changes from {whose}")
        return (one if len(look.steps) == 1 else many).format(count=f"{len(look.steps):,}", whose=whose)

    def _tip(self) -> str:
        sharing = self._sharing
        if sharing.trouble:
            return sharing.trouble
        return self.tr("Shared through {folder}").format(folder=isolated(str(sharing.folder)))

    @Slot()
    def _lead_on(self) -> None:
        news = self._sharing.news
        if len(news) == 1:
            self._sharing.bring_in(news[0])
        else:
            self._sharing.show_panel()
