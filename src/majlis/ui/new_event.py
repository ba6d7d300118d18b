"""The form for a new event: what it is called, when and where it is, in which languages, and where to save it."""

from datetime import date, timedelta
from pathlib import Path
import re

from PySide6.QtCore import QDate, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from majlis.document import Document
from majlis.programme.edits.new_event import new_programme
from majlis.programme.refusal import Refusal
from majlis.ui.buttons import make_main
from majlis.ui.fields.language_choice import LanguagesField
from majlis.ui.labels import label
from majlis.ui.languages import LTR
from majlis.ui.timezones import own_zone
from majlis.ui.zone_box import ZoneBox

SUFFIX = ".majlis"


class NewEvent(QDialog):
    """Asks what a new event needs and makes its file; `made` carries the open document."""

    made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("new")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New event"))
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(self.tr("Days of Meaning"))
        self.start = QDateEdit(self)
        self.days = QSpinBox(self)
        self.zone = ZoneBox(self)
        self.languages = LanguagesField("languages", self.tr("Languages"), self)
        self.path = QLineEdit(self)
        self.refusal = label("", self, "error", wrap=True)
        self.refusal.setObjectName("new.refusal")
        self.refusal.hide()
        self._fill()
        self._lay_out()
        self.title.textChanged.connect(self._propose_path)
        self._proposed = ""
        self._propose_path("")

    def _fill(self) -> None:
        self.start.setCalendarPopup(True)
        self.start.setLayoutDirection(LTR)
        self.start.setDisplayFormat("d MMM yyyy")
        soon = date.today() + timedelta(days=90)
        self.start.setDate(QDate(soon.year, soon.month, soon.day))
        self.days.setRange(1, 366)
        self.days.setValue(3)
        self.zone.setCurrentText(own_zone())
        self.languages.show_stored(("en",), afresh=True)
        self.path.setLayoutDirection(LTR)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(label(self.tr("New event"), self, "title"))
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        choose = QPushButton(self.tr("Choose…"), self)
        choose.clicked.connect(self._choose_path)
        where = QHBoxLayout()
        where.addWidget(self.path, 1)
        where.addWidget(choose)
        for words, name, editor in (
            (self.tr("Title"), "title", self.title),
            (self.tr("First day"), "start", self.start),
            (self.tr("Days"), "days", self.days),
            (self.tr("Time zone"), "zone", self.zone),
            (self.tr("Languages, the main one first"), "languages", self.languages),
        ):
            editor.setObjectName(f"new.{name}")
            editor.setAccessibleName(words)
            form.addRow(words, editor)
        self.path.setObjectName("new.path")
        self.path.setAccessibleName(self.tr("Save as"))
        form.addRow(self.tr("Save as"), where)
        rows.addLayout(form)
        rows.addWidget(self.refusal)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        make = buttons.addButton(self.tr("Make the event"), QDialogButtonBox.ButtonRole.AcceptRole)
        make.setObjectName("new.make")
        make_main(make)
        buttons.accepted.connect(self._make)
        buttons.rejected.connect(self.reject)
        rows.addWidget(buttons)
        self.setMinimumWidth(520)

    @Slot(str)
    def _propose_path(self, title: str) -> None:
        if self.path.text() != self._proposed:
            return
        self._proposed = str(proposed_path(title or self.tr("New event")))
        self.path.setText(self._proposed)

    @Slot()
    def _choose_path(self) -> None:
        kinds = self.tr("Majlis events") + f" (*{SUFFIX})"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the event as"), self.path.text(), kinds)
        if path:
            self.path.setText(path)

    @Slot()
    def _make(self) -> None:
        try:
            document = self._document()
        except Refusal as refusal:
            self.refusal.setText(str(refusal))
            self.refusal.show()
        else:
            self.made.emit(document)
            self.accept()

    def _document(self) -> Document:
        if not self.title.text().strip():
            raise Refusal(self.tr("The event has no title yet; write one."))
        chosen = self.languages.read()
        languages = tuple(str(code) for code in chosen) if isinstance(chosen, tuple) else ()
        day = self.start.date()
        programme = new_programme(
            self.title.text(),
            date(day.year(), day.month(), day.day()),
            self.days.value(),
            self.zone.currentText().strip(),
            languages,
        )
        return Document.create(with_suffix(self.path.text()), programme)


def proposed_path(title: str) -> Path:
    """Return where an event with this title may be saved: in the folder of documents, under a name that can be."""
    name = re.sub(r"[\\/:*?\"<>|\x00-\x1f]+", " ", title).strip(" .")[:80] or "event"
    return documents_folder() / f"{name}{SUFFIX}"


def with_suffix(text: str) -> Path:
    """Return the path of an event's file, with its ending added where it was left out."""
    path = Path(text.strip()).expanduser()
    return path if path.suffix else path.with_name(path.name + SUFFIX)


def documents_folder() -> Path:
    """Return the folder in which this user keeps documents."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(found) if found else Path.home()
    return folder if folder.is_dir() else Path.home()
