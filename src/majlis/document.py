"""The open programme, its file, and what can be undone: the one door for every change."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
import time
from typing import Self

from majlis.programme.edits.edit import Edit, apply, difference, together
from majlis.programme.edits.editions import freeze
from majlis.programme.ids import content_hash
from majlis.programme.journal import (
    Conflict,
    FieldChange,
    Journal,
    Merged,
    Side,
    Step,
    StepKind,
    conflicts_of,
    history,
    inverse_of,
    merge,
    next_id,
    settle,
)
from majlis.programme.programme import Programme
from majlis.programme.records import Edition
from majlis.programme.refusal import Refusal
from majlis.programme.snapshot import pack, unpack
from majlis.store.backups import Backup, backups, find_backup, put_back, set_aside
from majlis.store.bulk import uncollected
from majlis.store.file import File
from majlis.store.laptop import this_laptop
from majlis.store.opening import Damaged
from majlis.store.private import private_copy

Listener = Callable[[Edit], None]
Progress = Callable[[float], None]


def _pass(_share: float) -> None:
    pass


@dataclass(frozen=True, slots=True)
class News:
    """What another copy would bring: the merge, the conflicts that would be open then, and its pictures.

    `programme` is what the merge was made for, `journal` the union of both as far as `settle` needs it.
    """

    path: Path
    merged: Merged
    conflicts: tuple[Conflict, ...]
    contents: Mapping[str, bytes]
    programme: Programme
    journal: Journal


class Document:
    """A programme and the file that holds it.

    `programme` is always what the file holds. Every change goes through `do`, `undo`, `redo` or `merge`: it is
    written first, then the programme becomes the new one, and the listeners are told last. `left_alone` are the
    ids of what the last undo, redo or taking back left as it was, since it was changed or is used since.
    """

    left_alone: tuple[str, ...] = ()

    def __init__(self, file: File, programme: Programme) -> None:
        self.programme = programme
        self._file = file
        self._listeners: list[Listener] = []
        self._known_labels: tuple[str, str] | None = None
        self._rolled: date | None = None
        self.backup_refused = ""
        """Why the copy that is made on the first change of a day could not be made, in a sentence, or ""."""
        self._known_conflicts: tuple[Programme, tuple[Conflict, ...]] | None = None

    @classmethod
    def create(
        cls,
        path: Path,
        programme: Programme,
        label: str = "Make the event",
        contents: Mapping[str, bytes] | None = None,
    ) -> Self:
        """Make a file that holds this programme, as its first step; raise `Refusal` where that can't be.

        `contents` are the pictures and snapshots that its records name, by the hash of their bytes.
        """
        edit = difference(label, Programme.of(), programme)
        return cls(File.create(path, _step(label, 0), edit, contents), programme)

    @classmethod
    def open(cls, path: Path, *, writable: bool = True) -> Self:
        """Open a file, to read alone where it can't or need not be written; raise `Refusal` for an unsound one."""
        file = File.open(path, writable=writable)
        try:
            document = cls(file, file.read())
            document._labels()  # a journal that can't be read is refused now, not later
        except BaseException:
            file.close()
            raise
        return document

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._file.path

    @property
    def read_only(self) -> str:
        """Why the file can only be read, in a sentence, or "" where it can be changed."""
        return self._file.read_only

    def do(self, edit: Edit, contents: Mapping[str, bytes] | None = None) -> None:
        """Make an edit: when this returns it is on the disk. An edit without changes does nothing.

        `contents` are the pictures and snapshots that its records name, by the hash of their bytes.
        """
        if edit:
            self._take(edit, "edit", contents=contents)

    def undo(self) -> Edit | None:
        """Take this copy's last step back and return what that did, or None where there is nothing to undo."""
        return self._go_back("undo")

    def redo(self) -> Edit | None:
        """Take the last undo back and return what that did, or None where there is nothing to redo."""
        return self._go_back("redo")

    def take_back(self, step: Step) -> Edit:
        """Take any step of the history back, as a new one; what came later is left alone.

        Raises `Refusal` where nothing of it is left to take back.
        """
        edit, left = inverse_of(f"Take back: {step.label}", self._file.changes_of(step.id), self.programme)
        if not edit:
            raise Refusal(f"“{step.label}” can't be taken back: everything it did was changed or is used since.")
        self._take(edit, "edit", step.id)
        self.left_alone = left
        return edit

    @property
    def undo_label(self) -> str:
        """What `undo` would take back, in words, or ""."""
        return self._labels()[0]

    @property
    def redo_label(self) -> str:
        """What `redo` would bring again, in words, or ""."""
        return self._labels()[1]

    def history(self) -> tuple[Step, ...]:
        """Return what was done to this event, newest first, with a mark on what was undone."""
        return history(self._file.steps())

    def steps(self, *, after: int = 0, newest: int | None = None) -> tuple[Step, ...]:
        """Return the steps as they were taken, the oldest first: those after one, at most the newest so many."""
        return self._file.steps(after=after, newest=newest)

    def brought(self) -> frozenset[int]:
        """Return the ids of the steps that merges brought here."""
        return self._file.brought()

    def steps_about(self, table: str, key: str) -> frozenset[int]:
        """Return the ids of the steps that changed a record, there or gone, or what belongs or belonged to it."""
        return self._file.steps_about(table, key)

    def changes_of(self, step_id: int) -> tuple[FieldChange, ...]:
        """Return what a step of the history did, field by field; raise `Refusal` where the file is damaged."""
        return self._file.changes_of(step_id)

    def content(self, key: str) -> bytes | None:
        """Return the picture or snapshot with this hash, or None where it is not there or damaged."""
        return self._file.content(key)

    def freeze(self, note: str = "", snapshot: bytes | None = None) -> Edition:
        """Keep the programme as the next edition, with a note, and return that; raise `Refusal` where it can't be.

        `snapshot` are the bytes of the programme where a worker packed them already.
        """
        data = snapshot if snapshot is not None else pack(self.programme)
        at, key = datetime.now(UTC), content_hash(data)
        edit = freeze(self.programme, note=note, at=at, who=user_name(), snapshot=key)
        self.do(edit, {key: data})
        return self.programme.editions[edit.changes[0].id]

    def snapshot_of(self, edition: Edition) -> bytes:
        """Return the programme of an edition as `unpack` reads it; raise `Refusal` where it is not there."""
        data = self.content(edition.snapshot)
        if data is None:
            raise Refusal(
                f"The programme of edition {edition.number} is missing in this file or damaged; an older backup "
                "may hold it."
            )
        return data

    def edition_programme(self, edition: Edition) -> Programme:
        """Return the programme as an edition froze it; raise `Refusal` where that can't be read."""
        return unpack(self.snapshot_of(edition))

    def is_copy(self, path: Path) -> bool:
        """Say whether a file is a copy of this event; raise `Refusal` where it can't be trusted."""
        with private_copy(path) as other:
            return not self._file.step_ids().isdisjoint(other.step_ids())

    @uncollected()
    def news_in(self, path: Path, progress: Progress = _pass) -> News:
        """Return what another copy of this event would bring; the copy is read from a private copy of it.

        `progress` is told the share that is done and may raise to stop. Raises `Refusal` where the copy can't be
        trusted or is no copy of this event.
        """
        programme = self.programme  # before the journal: where a worker reads these, an edit may come in between
        progress(0.05)
        with private_copy(path) as other:
            progress(0.2)
            theirs = other.journal_since(self._file.step_ids())
            known = self._file.contents()
            contents = {key: other.content(key) for key in other.contents() - known}
        progress(0.4)
        mine = self._file.journal()
        progress(0.6)
        merged = merge(mine, theirs, programme)
        progress(0.8)
        whole = Journal(
            {**mine.steps, **theirs.steps}, {**mine.changes, **merged.changes}, merged.heads, merged.kept
        )
        brought = self._file.brought() | merged.changes.keys()
        after = apply(programme, merged.edit)
        found = {key: data for key, data in contents.items() if data is not None}
        return News(path, merged, conflicts_of(whole, after, brought), found, programme, whole)

    def merge(self, news: News) -> Edit:
        """Bring in what another copy holds; the file as it was becomes a backup first.

        Where the programme changed since `news` was read, they are read again. Returns what changed here.
        """
        self._check_writable()
        if news.programme is not self.programme:
            news = self.news_in(news.path)
        if news.merged.new:
            self.back_up("before merge")
            self._file.bring_in(news.merged, news.contents)
            self._forget()
            self._become(news.merged.edit)
        return news.merged.edit

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return where copies that were brought together disagree and nobody has settled it yet.

        A worker may ask, too: what it finds is kept for the programme that it was found in.
        """
        programme, known = self.programme, self._known_conflicts
        if known is None or known[0] is not programme:
            unsettled = self._file.journal_unsettled()
            known = programme, conflicts_of(unsettled, programme, self._file.brought())
            self._known_conflicts = known
        return known[1]

    def settle(self, conflict: Conflict, side: Side) -> Edit:
        """Say which side of a conflict holds; raise `Refusal` where that can't be."""
        edit = self.settling(conflict, side)
        self.do(edit)
        return edit

    def settling(self, conflict: Conflict, side: Side) -> Edit:
        """Return the edit by which a side of a conflict would hold; raise `Refusal` where that can't be."""
        return settle(self.programme, conflict, side, self._file.journal_unsettled())

    def settle_all(self, *, theirs: bool) -> None:
        """Let their side of every open conflict hold, or this copy's, as one step."""
        self.settle_each((conflict, conflict.side(theirs=theirs)) for conflict in self.conflicts())

    def settle_each(self, chosen: Iterable[tuple[Conflict, Side]]) -> None:
        """Say of several conflicts which side holds, as one step; raise `Refusal` where one can't be."""
        journal, programme = self._file.journal_unsettled(), self.programme
        edits: list[Edit] = []
        for conflict, side in chosen:
            if conflict.id in programme.tables[conflict.table]:
                edits.append(settle(programme, conflict, side, journal))
                programme = apply(programme, edits[-1])
        self.do(edits[0] if len(edits) == 1 else together(f"Settle {len(edits)} conflicts", edits))

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

    def _labels(self) -> tuple[str, str]:
        if self._known_labels is None:
            undo, redo = self._file.here()
            self._known_labels = undo.label if undo else "", redo.label if redo else ""
        return self._known_labels

    def _go_back(self, kind: StepKind) -> Edit | None:
        undo, redo = self._file.here()
        step = undo if kind == "undo" else redo
        if step is None:
            return None
        edit, left = inverse_of(step.label, self._file.changes_of(step.id), self.programme)
        self._take(edit, kind, step.id)
        self.left_alone = left
        return edit

    def _take(
        self, edit: Edit, kind: StepKind, of: int | None = None, contents: Mapping[str, bytes] | None = None
    ) -> None:
        self._check_writable()
        apply(self.programme, edit)
        self._roll()
        undo, redo = self._file.here()
        below = redo if kind == "undo" else undo
        step = _step(edit.label, self._file.last_step(), kind, of, below.id if below else None)
        self._file.write(step, edit, contents)
        self._forget()
        self._become(edit)

    def _roll(self) -> None:
        today = date.today()
        if today != self._rolled:
            self._rolled = today
            try:
                self._file.roll(today)
                self.backup_refused = ""
            except Refusal as refusal:
                self.backup_refused = str(refusal)

    def _become(self, edit: Edit) -> None:
        self.programme = apply(self.programme, edit)
        for listener in tuple(self._listeners):
            listener(edit)

    def _forget(self) -> None:
        self.left_alone = ()
        self._known_labels = None
        self._known_conflicts = None

    def _check_writable(self) -> None:
        if self.read_only:
            raise Refusal(f"“{self.path.name}” was not changed. {self.read_only}")


def restore(path: Path, name: str) -> Backup:
    """Go back to a backup; the file as it is now becomes a backup first. Returns that newer backup.

    Raises `Refusal` where there is no such backup, it is not sound, or the file is open elsewhere.
    """
    wanted = find_backup(path, name)
    File.open(wanted.path, writable=False).close()
    if not path.exists():
        put_back(wanted, path)
        return wanted
    try:
        with File.open(path) as file:
            if file.read_only:
                raise Refusal(f"“{path.name}” was not changed. {file.read_only}")
            newer = file.back_up("before restore")
    except Damaged:
        newer = set_aside(path)
    put_back(wanted, path)
    return newer


def list_backups(path: Path) -> tuple[Backup, ...]:
    """Return the backups of a file, newest first; raise `Refusal` where there is neither file nor backup."""
    found = backups(path)
    if not found and not path.exists():
        raise Refusal(f"There is no file “{path}”; check its name.")
    return found


def _step(label: str, last: int, kind: StepKind = "edit", of: int | None = None, below: int | None = None) -> Step:
    milliseconds = int(time.time() * 1000)
    return Step(next_id(last, milliseconds), datetime.now(UTC), user_name(), label, kind, of, below)


def user_name() -> str:
    """Return who sits at this laptop, as the history calls them."""
    return this_laptop().user
