"""The open programme, its file, and what can be undone: the one door for every change."""

from collections.abc import Callable
from datetime import UTC, datetime
import getpass
from pathlib import Path
import time
from typing import Self

from majlis.programme.edits.edit import Edit, apply, difference
from majlis.programme.journal import FieldChange, Stacks, Step, StepKind, history, inverse_of, next_id, stacks
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal
from majlis.store.backups import Backup, backups, find_backup, put_back
from majlis.store.file import File

Listener = Callable[[Edit], None]


class Document:
    """A programme and the file that holds it.

    `programme` is always what the file holds. Every change goes through `do`, `undo` or `redo`: it is written
    first, then the programme becomes the new one, and the listeners are told last.
    """

    def __init__(self, file: File, programme: Programme) -> None:
        self.programme = programme
        self._file = file
        self._listeners: list[Listener] = []
        self._known_steps: list[Step] | None = None

    @classmethod
    def create(cls, path: Path, programme: Programme, label: str = "Make the event") -> Self:
        """Make a file that holds this programme, as its first step; raise `Refusal` where that can't be."""
        edit = difference(label, Programme.of(), programme)
        return cls(File.create(path, _step(label, 0, len(edit.changes)), edit), programme)

    @classmethod
    def open(cls, path: Path, *, writable: bool = True) -> Self:
        """Open a file, to read alone where it can't or need not be written; raise `Refusal` for an unsound one."""
        file = File.open(path, writable=writable)
        try:
            return cls(file, file.read())
        except BaseException:
            file.close()
            raise

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._file.path

    @property
    def read_only(self) -> str:
        """Why the file can only be read, in a sentence, or "" where it can be changed."""
        return self._file.read_only

    def do(self, edit: Edit) -> None:
        """Make an edit: when this returns it is on the disk. An edit without changes does nothing."""
        if edit:
            self._take(edit, "edit", None)

    def undo(self) -> Edit | None:
        """Take the last step back and return what that did, or None where there is nothing to undo."""
        return self._go_back("undo")

    def redo(self) -> Edit | None:
        """Take the last undo back and return what that did, or None where there is nothing to redo."""
        return self._go_back("redo")

    @property
    def undo_label(self) -> str:
        """What `undo` would take back, in words, or ""."""
        return self._label(self._stacks().undo)

    @property
    def redo_label(self) -> str:
        """What `redo` would bring again, in words, or ""."""
        return self._label(self._stacks().redo)

    def history(self) -> tuple[Step, ...]:
        """Return what was done to this event, newest first, with a mark on what was undone."""
        return history(self._steps())

    def changes_of(self, step_id: int) -> tuple[FieldChange, ...]:
        """Return what a step of the history did, field by field; raise `Refusal` where the file is damaged."""
        return self._file.changes_of(step_id)

    def listen(self, listener: Listener) -> None:
        """Tell a listener of every change from now on, after it is made."""
        self._listeners.append(listener)

    def back_up(self, why: str) -> Backup:
        """Copy the file as it is into the folder of its backups."""
        return self._file.back_up(why)

    def verify(self) -> tuple[str, ...]:
        """Return in sentences what is wrong with file, journal and references; none where all is well."""
        dangling = (
            f"{record.table} {record.id}: its {field} names what is not there"
            for record, field in self.programme.dangling()
        )
        return (*self._file.verify(), *dangling)

    def close(self) -> None:
        """Let go of the file; everything is saved already."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _steps(self) -> list[Step]:
        if self._known_steps is None:
            self._known_steps = list(self._file.steps())
        return self._known_steps

    def _stacks(self) -> Stacks:
        return stacks(self._steps())

    def _label(self, stack: tuple[int, ...]) -> str:
        return next((step.label for step in self._steps() if stack and step.id == stack[-1]), "")

    def _go_back(self, kind: StepKind) -> Edit | None:
        stack = self._stacks().undo if kind == "undo" else self._stacks().redo
        if not stack:
            return None
        edit, _ = inverse_of(self._label(stack), self._file.changes_of(stack[-1]), self.programme)
        self._take(edit, kind, stack[-1])
        return edit

    def _take(self, edit: Edit, kind: StepKind, of: int | None) -> None:
        if self.read_only:
            raise Refusal(f"“{self.path.name}” was not changed. {self.read_only}")
        after = apply(self.programme, edit)
        steps = self._steps()
        last = steps[-1].id if steps else 0
        step = _step(edit.label, last, len(edit.changes), kind, of)
        self._file.write(step, edit)
        steps.append(step)
        self.programme = after
        for listener in tuple(self._listeners):
            listener(edit)


def restore(path: Path, name: str) -> Backup:
    """Go back to a backup; the file as it is now becomes a backup first. Returns that newer backup.

    Raises `Refusal` where there is no such backup, it is not sound, or the file is open elsewhere.
    """
    wanted = find_backup(path, name)
    File.open(wanted.path, writable=False).close()
    if not path.exists():
        put_back(wanted, path)
        return wanted
    with File.open(path) as file:
        if file.read_only:
            raise Refusal(f"“{path.name}” was not changed. {file.read_only}")
        newer = file.back_up("before restore")
    put_back(wanted, path)
    return newer


def list_backups(path: Path) -> tuple[Backup, ...]:
    """Return the backups of a file, newest first; raise `Refusal` where there is neither file nor backup."""
    found = backups(path)
    if not found and not path.exists():
        raise Refusal(f"There is no file “{path}”; check its name.")
    return found


def _step(label: str, last: int, changes: int, kind: StepKind = "edit", of: int | None = None) -> Step:
    milliseconds = int(time.time() * 1000)
    return Step(next_id(last, milliseconds), datetime.now(UTC), user_name(), label, kind, of, changes)


def user_name() -> str:
    """Return who sits at this laptop, as the history calls them."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "somebody"
