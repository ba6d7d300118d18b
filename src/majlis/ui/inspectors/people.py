"""The inspector of a person."""

from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from majlis.programme.names import name_of
from majlis.programme.programme import Programme
from majlis.programme.records import Part, Person, Record
from majlis.ui.buttons import quiet_button
from majlis.ui.choices import country_choices
from majlis.ui.fields.language_choice import LanguagesField
from majlis.ui.fields.plain import ChoiceField, FlagField
from majlis.ui.fields.text import AreaField, LineField
from majlis.ui.fields.times import TimeField
from majlis.ui.inspectors.absences import AbsencesEditor
from majlis.ui.inspectors.form import Inspector
from majlis.ui.inspectors.portrait import PortraitEditor
from majlis.ui.labels import label
from majlis.ui.languages import isolated
from majlis.ui.layouts import clear


class PersonInspector(Inspector):
    """Edits a person: the forms of the name, the stay, and when they are away; lists their parts."""

    table: ClassVar[str] = "people"

    @override
    def build(self) -> None:
        self.rows.addWidget(self.problems)
        self.portrait = PortraitEditor(self.live, self.page)
        self.rows.addWidget(self.portrait)
        self.texts("name", self.tr("Name")).enlarge()
        self.texts("honorific", self.tr("Titles before the name"))
        self.grid(
            ChoiceField("country", self.tr("Country"), country_choices(self.tr("Not known"))),
            LanguagesField("languages", self.tr("Speaks")),
            LineField("category", self.tr("On the badge")),
            FlagField("unlisted", self.tr("In no printed index")),
        )
        self.texts("organisation", self.tr("Organisation"))
        self.heading(self.tr("Parts"))
        self._parts = QVBoxLayout()
        self._parts.setSpacing(2)
        self._shown_parts: tuple[tuple[str, str], ...] | None = None
        self.rows.addLayout(self._parts)
        self.heading(self.tr("The stay"))
        self._stay = (TimeField("arrival", self.tr("Arrives")), TimeField("departure", self.tr("Leaves")))
        self.grid(*self._stay)
        self.absences = AbsencesEditor(self.live, "person_id", self.page)
        self.rows.addWidget(self.absences)
        self.heading(self.tr("Words in print"))
        self.texts("biography", self.tr("Biography"), long=True)
        self.texts("badge_name", self.tr("Name on the badge"))
        self.texts("sort_name", self.tr("Name to sort by"))
        self.heading(self.tr("For the committee"))
        self.texts("contacts", self.tr("Contacts"), named=True)
        self.grid(AreaField("notes", self.tr("Notes")), LineField("key", self.tr("Source’s id")))

    @override
    def show_rest(self, record: Record, *, afresh: bool) -> None:
        if isinstance(record, Person):
            self.portrait.show_person(record)
        days = self.live.programme.days_in_order()
        if days:
            for field, moment in zip(self._stay, (days[0].start, days[-1].end), strict=True):
                field.begin_at(moment)
        self.absences.show_owner(record.id)
        self._show_parts(record.id)

    def _show_parts(self, key: str) -> None:
        programme = self.live.programme
        shown = tuple(sorted((part.session_id, _words(programme, part)) for part in programme.parts_by(key)))
        if shown == self._shown_parts:
            return
        self._shown_parts = shown
        clear(self._parts)
        for session, words in shown:
            self._parts.addWidget(self._part(session, words))
        if not shown:
            none = label(
                self.tr("No part in any session yet; give one in the session."), self.page, "muted", wrap=True
            )
            self._parts.addWidget(none)

    def _part(self, session: str, words: str) -> QWidget:
        button = quiet_button(words, "presentation", self.page)
        button.setProperty("session", session)
        button.clicked.connect(self._show_session)
        return button

    @Slot()
    def _show_session(self) -> None:
        self.wanted.emit("sessions", str(self.sender().property("session")))


def _words(programme: Programme, part: Part) -> str:
    return f"{isolated(name_of(programme, programme.sessions[part.session_id]))}, {part.role}"
