"""What stands on cards that altered since the edition that was frozen last: `moved from 10:00, Hall B`."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot

from majlis.calendars.words import short_day
from majlis.programme.alterations import Moved, Placed, session_alterations
from majlis.programme.alterations.wording import Wording
from majlis.programme.programme import Programme
from majlis.ui.live import Live
from majlis.ui.shelf import latest, shelf_of


class SinceEdition(QObject):
    """Marks placements that altered, where it is `shown`; `changed` comes when that is switched or can be said."""

    changed = Signal()

    def __init__(self, live: Live, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._shelf = shelf_of(live)
        self.shown = True
        self._shelf.changed.connect(self.changed)

    @property
    def possible(self) -> bool:
        """Whether there is an edition."""
        return bool(self._live.programme.editions)

    @Slot()
    def switch(self) -> None:
        """Show the marks, or show none."""
        self.shown = not self.shown
        self.changed.emit()

    def marks(self, session_id: str) -> Mapping[str, str]:
        """Return what stands on the placements of a session, by their ids."""
        programme = self._live.programme
        edition = latest(programme) if self.shown else None
        then = self._shelf.programme(edition) if edition else None
        if edition is None or then is None:
            return {}
        return marks_of(then, programme, session_id, f"Since edition {edition.number}")


def marks_of(old: Programme, new: Programme, session_id: str, since: str) -> dict[str, str]:
    """Return what is said of the placements of a session since an old programme, by their ids."""
    wording = Wording(old, new, short_day)
    found: dict[str, list[str]] = {}
    for item in session_alterations(old, new, session_id):
        words = wording.mark(item)
        one = item.placement_id if isinstance(item, Moved | Placed) else None
        keys = (one,) if one else tuple(placed.id for placed in new.placements_of(session_id)) if words else ()
        for key in keys:
            found.setdefault(key, []).append(words)
    return {key: f"{since}: {', '.join(words)}" for key, words in found.items()}
