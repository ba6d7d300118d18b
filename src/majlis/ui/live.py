"""The document as a signal: the one door through which a window changes a programme."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from majlis.calendars.words import short_day
from majlis.document import Backup, Document, restore
from majlis.programme.edits.edit import Edit, difference
from majlis.programme.journal import Conflict, Step
from majlis.programme.journal.wording import names_in_words
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal
from majlis.programme.rules import Problem, problems
from majlis.ui.background import Background
from majlis.ui.search_texts import SearchTexts, folded_texts

PROBLEMS_DELAY = 150
"""Milliseconds without a change after which the problems are found anew."""


class Live(QObject):
    """A document that tells a window of its changes.

    `changed` carries the edit after it is saved and applied, `problems_changed` and `conflicts_changed` come a
    moment later, `notice` is a sentence that the window shows. `texts` finds records, `background` is the worker
    for what takes long.
    """

    changed = Signal(object)
    problems_changed = Signal()
    conflicts_changed = Signal()
    notice = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.background = Background(self)
        self._checks = Background(self)
        self._workers = [self.background, self._checks]
        self.texts = SearchTexts(self._programme_now)
        self._problems: tuple[Problem, ...] = ()
        self._conflicts: tuple[Conflict, ...] = ()
        self._no_backup = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PROBLEMS_DELAY)
        self._timer.timeout.connect(self._check)
        document.listen(self._tell)
        self._warm()
        self._check()

    @property
    def programme(self) -> Programme:
        """The programme as it is now."""
        return self.document.programme

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the event, the main one first."""
        return self.document.programme.event.languages

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems as they were last found."""
        return self._problems

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where copies that were brought together disagree, as it was last found."""
        return self._conflicts

    def do(self, edit: Edit) -> bool:
        """Make and save an edit; an empty one is ignored. A refusal becomes a notice, and False."""
        return self.make(lambda _programme: edit)

    def make(self, build: Callable[[Programme], Edit]) -> bool:
        """Make the edit that `build` makes of the present programme; a refusal becomes a notice, and False."""
        sentence = self.attempt(build)
        if sentence:
            self.notice.emit(sentence)
        return not sentence

    def attempt(self, build: Callable[[Programme], Edit], contents: Mapping[str, bytes] | None = None) -> str:
        """Make the edit that `build` makes; return the sentence where it is refused, else "".

        `contents` are the pictures and snapshots that its records name, by the hash of their bytes.
        """
        try:
            edit = build(self.programme)
            if edit:
                self.document.do(edit, contents)
        except Refusal as refusal:
            return str(refusal)
        return ""

    def undo(self) -> None:
        """Take back the last edit, and say which."""
        self._step(self.document.undo, self.tr("Undone"), self.document.undo_label)

    def redo(self) -> None:
        """Make again what was undone last, and say what."""
        self._step(self.document.redo, self.tr("Done again"), self.document.redo_label)

    def take_back(self, step: Step) -> None:
        """Take any step of the history back as a new one, and say what was left alone."""
        self._step(lambda: self.document.take_back(step), self.tr("Taken back"), step.label)

    def go_back(self, backup: Backup) -> None:
        """Go back to a copy that was made of the file, which becomes a copy itself first.

        Raises `Refusal` where that can't be; then all is as it was.
        """
        before, path = self.programme, self.document.path
        for worker in self._workers:
            worker.pause()
        self.document.close()
        try:
            restore(path, backup.name)
        finally:
            self.document = _opened_again(path)
            self.document.listen(self._tell)
            self._tell(difference(self.tr("Go back to a copy"), before, self.programme))

    def worker(self) -> Background:
        """Return a worker for many small jobs that no status bar tells of; it ends with the document."""
        worker = Background(self)
        self._workers.append(worker)
        return worker

    def close(self) -> None:
        """End the workers and close the file."""
        self._timer.stop()
        for worker in self._workers:
            worker.stop()
        self.document.close()

    def _step(self, step: Callable[[], Edit | None], done: str, label: str) -> None:
        try:
            edit = step()
        except Refusal as refusal:
            self.notice.emit(str(refusal))
            return
        if edit is None:
            return
        left = names_in_words(self.programme, self.document.left_alone)
        if not left:
            words = self.tr("{done}: {label}")
        elif edit:
            words = self.tr("{done}, leaving alone {left}, changed or used since: {label}")
        else:
            words = self.tr("Nothing to take back: {left} was changed or is used since ({label})")
        self.notice.emit(words.format(done=done, left=left, label=label))

    def _programme_now(self) -> Programme:
        return self.document.programme

    def _warm(self) -> None:
        programme = self.programme
        self._checks.start("", lambda tell: (programme, folded_texts(programme, tell)), done=self._take_texts)

    def _take_texts(self, found: tuple[Programme, dict[str, dict[str, str]]]) -> None:
        programme, folded = found
        if programme is self.programme:
            self.texts.warm(folded)

    def _tell(self, edit: Edit) -> None:
        self.texts.forget(edit)
        self.changed.emit(edit)
        if self.document.backup_refused not in ("", self._no_backup):
            self.notice.emit(self.document.backup_refused)
        self._no_backup = self.document.backup_refused
        self._timer.start()

    @Slot()
    def _check(self) -> None:
        if self._checks.busy:
            self._timer.start()
            return
        programme, document = self.programme, self.document
        self._checks.start("", lambda _progress: problems(programme, day_words=short_day), done=self._found)
        # a journal that can't be read is told of where somebody opens it
        self._checks.start("", lambda _progress: document.conflicts(), done=self._found_conflicts, failed=str)

    @Slot(object)
    def _found(self, found: tuple[Problem, ...]) -> None:
        if found != self._problems:
            self._problems = found
            self.problems_changed.emit()

    @Slot(object)
    def _found_conflicts(self, found: tuple[Conflict, ...]) -> None:
        if found != self._conflicts:
            self._conflicts = found
            self.conflicts_changed.emit()


def _opened_again(path: Path) -> Document:
    """Open a file that was closed for a moment, to be read alone where somebody else took hold of it meanwhile."""
    try:
        return Document.open(path)
    except Refusal:
        return Document.open(path, writable=False)
