"""Importing and exporting from the window: files are read, merged and written by the worker."""

from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from majlis.document import Document
from majlis.programme.refusal import Refusal
from majlis.ui.export_dialog import ExportDialog
from majlis.ui.import_summary import ImportSummary
from majlis.ui.live import Live
from majlis.ui.sentences import tell

if TYPE_CHECKING:
    from majlis.exchange.formats import Reading
    from majlis.programme.programme import Programme
    from majlis.ui.background import Job, Progress


class Exchanging(QObject):
    """Asks for a file, has the worker read or write it, and shows what came of it."""

    def __init__(self, live: Live, window: QWidget) -> None:
        super().__init__(window)
        self._live = live
        self._window = window
        self._source = Path()

    def ask_import(self) -> None:
        """Ask for a schedule file and import it."""
        title = self.tr("Import a schedule")
        kinds = self.tr("Schedules") + " (*.xml *.json *.ics *.csv *.tsv *.xlsx *.frab *.zip);;"
        path, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds + self.tr("All files") + " (*)")
        if path:
            self.import_file(Path(path))

    def import_file(self, path: Path) -> "Job":
        """Read a schedule in the worker and take over what it holds, as one edit."""
        self._source = path
        programme = self._live.programme
        words = self.tr("Importing {name}").format(name=path.name)
        return self._live.background.start(
            words,
            lambda tell: (programme, read_source(path, programme, tell)),
            done=self._take,
            failed=self._refuse,
        )

    def ask_export(self) -> None:
        """Ask for a format and a place, and write the programme there."""
        dialog = ExportDialog(self._live, self._window)
        dialog.chosen.connect(self.export_file)
        dialog.show()

    @Slot(str, object)
    def export_file(self, format_id: str, path: Path) -> None:
        """Write the programme to a file in a format, in the worker."""
        self._source = path
        programme, source = self._live.programme, self._live.document.path
        words = self.tr("Exporting {name}").format(name=path.name)
        self._live.background.start(
            words,
            lambda tell: _write(path, programme, format_id, source, tell),
            done=self._say_written,
            failed=self._refuse,
        )

    def _take(self, outcome: "tuple[Programme, Reading]") -> None:
        programme, reading = outcome
        if programme is not self._live.programme:  # something was typed meanwhile: the edit is for another state
            self.import_file(self._source)
            return
        sentence = self._live.attempt(lambda _programme: reading.edit, reading.contents)
        if sentence:
            self._refuse(sentence)
            return
        ImportSummary(self._source.name, reading, self._window).show()

    def _refuse(self, sentence: str) -> None:
        tell(self._window, "Majlis", f"{self._source.name}: {sentence}" if self._source.name else sentence)

    def _say_written(self, path: Path) -> None:
        self._live.notice.emit(self.tr("Exported to {path}").format(path=path))


def read_source(path: Path, programme: "Programme", tell: "Progress") -> "Reading":
    """Return what comes of reading a file of another program; raise `Refusal` where it can't be."""
    from majlis.exchange import formats  # noqa: PLC0415 - the readers are slow to import, and seldom needed

    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= formats.LARGEST else b""
    except OSError as error:
        raise Refusal(f"“{path.name}” can't be read: {error.strerror or error}. Choose another file.") from error
    if not data and size:
        raise Refusal(f"“{path.name}” has {size >> 20} MB, more than any programme; choose another file.")
    return formats.read(data, programme, progress=tell)


def _write(path: Path, programme: "Programme", format_id: str, source: Path, tell: "Progress") -> Path:
    """Write a programme; photos that go along are read from its file by a connection of the worker's own."""
    from majlis.exchange import formats  # noqa: PLC0415 - the same

    with ExitStack() as opened:

        @cache
        def document() -> Document:
            return opened.enter_context(Document.open(source, writable=False))

        data = formats.write(programme, format_id, lambda key: document().content(key))
    tell(0.9)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        reason = error.strerror or error
        raise Refusal(f"“{path}” can't be written: {reason}. Choose another folder.") from error
    return path
