"""What was typed and refused: it outlives its field until it is mended or thrown away."""

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from majlis.ui.live import Live


class Draft(NamedTuple):
    """What is typed in a field of a record, what the field is called, and why it was refused."""

    table: str
    key: str
    field: str
    words: str
    typed: object
    sentence: str


class Drafts(QObject):
    """The drafts of one window; `forgotten` carries the table, the id and the field of one that went."""

    forgotten = Signal(str, str, str)

    def __init__(self, live: Live) -> None:
        super().__init__(live)
        self._live = live
        self._drafts: dict[tuple[str, str, str], Draft] = {}

    @property
    def waiting(self) -> tuple[Draft, ...]:
        """The drafts of the records that are still there, the oldest first."""
        tables = self._live.programme.tables
        return tuple(draft for draft in self._drafts.values() if draft.key in tables[draft.table])

    def keep(self, draft: Draft) -> None:
        """Keep what is typed in a field, in place of what was kept of it before."""
        self._drafts[draft[:3]] = draft

    def of(self, table: str, key: str, field: str) -> Draft | None:
        """Return what is kept of a field."""
        return self._drafts.get((table, key, field))

    def forget(self, table: str, key: str, field: str) -> None:
        """Throw away what is kept of a field."""
        if self._drafts.pop((table, key, field), None) is not None:
            self.forgotten.emit(table, key, field)


def drafts_of(live: Live) -> Drafts:
    """Return the drafts of a document's window, the same ones for all of its inspectors."""
    found = live.findChild(Drafts)
    return found if isinstance(found, Drafts) else Drafts(live)
