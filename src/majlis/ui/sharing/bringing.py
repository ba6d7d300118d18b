"""Bringing in several copies, one after another: what one brings need not come from the next."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from majlis.document import News
from majlis.programme.refusal import Refusal
from majlis.store.share import Copy
from majlis.ui.announcement import Announcement
from majlis.ui.languages import isolated
from majlis.ui.live import Live
from majlis.ui.sentences import tell

if TYPE_CHECKING:
    from majlis.ui.main_window import MainWindow


class BringingIn(QObject):
    """Reads each copy in the worker, brings it in, and says in the end what came."""

    def __init__(self, live: Live, window: "MainWindow") -> None:
        super().__init__(window)
        self._live = live
        self._window = window
        self._left: list[Copy] = []
        self._came: set[int] = set()
        self._laptops: list[str] = []
        self._refused: list[str] = []
        window.closed.connect(self._end)

    def start(self, copies: Iterable[Copy]) -> None:
        """Bring in the news of copies; while some are being brought in nothing is begun."""
        if self._left:
            return
        self._left = list(copies)
        self._came, self._laptops, self._refused = set(), [], []
        self._go_on()

    def _go_on(self) -> None:
        if not self._left:
            self._announce()
            return
        copy, document = self._left[0], self._live.document
        job = self._live.background.start(
            self.tr("Bringing in what came from {laptop}").format(laptop=isolated(copy.laptop)),
            lambda progress: document.news_in(copy.path, progress),
            done=self._take,
            failed=self._refuse,
        )
        job.cancelled.connect(self._give_up)

    @Slot(object)
    def _take(self, news: News) -> None:
        if not self._left:  # the window was closed meanwhile
            return
        copy = self._left.pop(0)
        try:
            self._live.document.merge(news)
        except Refusal as refusal:
            self._refused.append(str(refusal))
        else:
            self._came.update(step.id for step in news.merged.new)
            if news.merged.new:
                self._laptops.append(copy.laptop)
        self._go_on()

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        if not self._left:
            return
        self._left.pop(0)
        self._refused.append(sentence)
        self._go_on()

    @Slot()
    def _give_up(self) -> None:
        if self._left:
            self._end()
            self._announce()

    @Slot()
    def _end(self) -> None:
        self._left.clear()

    def _announce(self) -> None:
        if self._refused:
            tell(self._window, self.tr("Not brought in"), "\n\n".join(self._refused))
        if not self._came:
            return
        one, many = self.tr("1 change came in from {laptops}."), self.tr("{count} changes came in from {laptops}.")
        laptops = ", ".join(isolated(laptop) for laptop in self._laptops)
        words = one if len(self._came) == 1 else many
        bar = Announcement(words.format(count=f"{len(self._came):,}", laptops=laptops), self._window, "import")
        bar.offer(self.tr("Show"), "sharing.show", self._show)
        if self._live.document.conflicts():
            bar.offer(self.tr("Disagreements"), "sharing.conflicts", self._window.merging.show_conflicts)
        self._window.announce(bar)

    @Slot()
    def _show(self) -> None:
        self._window.show_steps(self.tr("All that came in from the other laptops"), frozenset(self._came))
