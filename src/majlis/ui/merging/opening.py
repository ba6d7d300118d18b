"""Where bringing in begins, as a file is asked for or dropped, and where it ends, as what came in is announced."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox

from majlis.ui.announcement import Announcement
from majlis.ui.languages import isolated
from majlis.ui.live import Live
from majlis.ui.merging.incoming import Incoming
from majlis.ui.merging.later import ConflictsWindow
from majlis.ui.merging.returning import Returning
from majlis.ui.merging.window import MergeWindow
from majlis.ui.new_event import SUFFIX
from majlis.ui.sentences import tell

if TYPE_CHECKING:
    from majlis.ui.main_window import MainWindow


def open_merge(window: "MainWindow", path: Path) -> MergeWindow:
    """Show what a file would bring to a window's event, to be brought in or not."""
    return window.merging.open(path)


class Merging(QObject):
    """Brings colleagues' copies into the event of one window, and leads to what is left of that."""

    def __init__(self, live: Live, window: "MainWindow") -> None:
        super().__init__(window)
        self._live = live
        self._window = window
        self._returning = Returning(live, window)
        self._returning.gone_back.connect(self._forget)
        self._worker = live.worker()
        self._brought: Incoming | None = None

    def ask(self) -> None:
        """Ask for a colleague's copy and show what it would bring."""
        kinds = self.tr("Majlis events") + f" (*{SUFFIX});;" + self.tr("All files") + " (*)"
        folder = str(self._live.document.path.parent)
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Bring in a colleague’s copy"), folder, kinds)
        if path:
            self.open(Path(path))

    def open(self, path: Path) -> MergeWindow:
        """Show what a file would bring."""
        made = MergeWindow(self._live, path, self._worker, self._announce, self._window)
        made.open()
        return made

    def take_dropped(self, path: Path) -> None:
        """Ask what is wanted of an event that is dropped: to open it, or to bring it in where that can be."""
        document = self._live.document
        if document.read_only or path.resolve() == document.path.resolve():
            self._window.file_dropped.emit(path)
            return
        self._live.background.start(
            self.tr("Looking into {name}").format(name=isolated(path.name)),
            lambda _tell: (path, document.is_copy(path)),
            done=self._offer,
            failed=self._refuse,
        )

    def show_conflicts(self) -> ConflictsWindow:
        """Show where the copies that were brought in disagree."""
        shown = [one for one in self._window.findChildren(ConflictsWindow) if one.isVisible()]
        made = shown[0] if shown else ConflictsWindow(self._live, self._worker, self._window)
        made.show()
        made.raise_()
        made.activateWindow()
        return made

    def go_back(self) -> None:
        """Ask whether to go back to the copy that was made before the last merge."""
        self._returning.ask()

    @Slot(object)
    def _offer(self, found: tuple[Path, bool]) -> None:
        path, copy = found
        box = QMessageBox(self._window)
        box.setObjectName("dropped")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self.tr("What to do with it"))
        name = isolated(path.name)
        if copy:
            box.setText(self.tr("{name} is a copy of this event.").format(name=name))
            words = self.tr("Bring in what was done there")
        else:
            box.setText(self.tr("{name} is another event.").format(name=name))
            words = self.tr("Import what it holds")
        bringing = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
        bringing.setObjectName("dropped.bring_in")
        bringing.setProperty("path", str(path))
        opening = box.addButton(self.tr("Open it in its own window"), QMessageBox.ButtonRole.ActionRole)
        opening.setObjectName("dropped.open")
        opening.setProperty("path", str(path))
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(bringing if copy else opening)
        bringing.clicked.connect(self._open_dropped)
        opening.clicked.connect(self._pass_on)
        box.open()

    @Slot()
    def _open_dropped(self) -> None:
        self.open(Path(str(self.sender().property("path"))))

    @Slot()
    def _pass_on(self) -> None:
        self._window.file_dropped.emit(Path(str(self.sender().property("path"))))

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        tell(self._window, self.tr("Bring in a colleague’s copy"), sentence)

    def _announce(self, brought: Incoming) -> None:
        self._brought = brought
        if brought.reading is not None:
            words = self.tr("{file} was imported: {counts}.")
        else:
            words = self.tr("{file} was brought in: {counts}.")
        counts = brought.counted or self.tr("nothing changed here")
        sentence = words.format(file=isolated(brought.path.name), counts=counts)
        bar = Announcement(sentence, self._window, "import")
        if brought.reading is not None:
            bar.offer(self.tr("Undo"), "merge.undo", self._undo_import)
        else:
            bar.offer(self.tr("Show"), "merge.show", self._show_brought)
            if self._live.document.conflicts():
                bar.offer(self.tr("Disagreements"), "merge.open_conflicts", self.show_conflicts)
            bar.offer(self.tr("Go back to the copy made before"), "merge.back_to_copy", self.go_back)
        self._window.announce(bar)

    @Slot()
    def _show_brought(self) -> None:
        if self._brought is not None and self._brought.news is not None:
            steps = frozenset(step.id for step in self._brought.news.merged.new)
            words = self.tr("All that came in from {file}").format(file=isolated(self._brought.path.name))
            self._window.show_steps(words, steps)

    @Slot()
    def _undo_import(self) -> None:
        self._live.undo()
        self._forget()

    @Slot()
    def _forget(self) -> None:
        self._brought = None
        self._window.end_announcement()
