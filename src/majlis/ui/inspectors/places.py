"""The inspectors of a place and of a theme."""

from typing import ClassVar

from typing_extensions import override

from majlis.programme.records import Place, Record, Theme
from majlis.ui.choices import place_choices, theme_choices
from majlis.ui.fields.lines import hours_field
from majlis.ui.fields.plain import ChoiceField, ColourField, NumberField, WordsField
from majlis.ui.fields.text import AreaField, LineField
from majlis.ui.inspectors.absences import AbsencesEditor
from majlis.ui.inspectors.form import Inspector


class PlaceInspector(Inspector):
    """Edits a place: where it lies, what it holds, when it is open and when it is not to be had."""

    table: ClassVar[str] = "places"

    @override
    def build(self) -> None:
        self.rows.addWidget(self.problems)
        self.texts("name", self.tr("Name")).enlarge()
        self._parent = ChoiceField("parent_id", self.tr("Lies in"))
        self.grid(
            self._parent,
            NumberField("seats", self.tr("Seats"), none=self.tr("nobody counted")),
            WordsField("equipment", self.tr("Equipment")),
            NumberField("position", self.tr("Order"), lowest=0),
        )
        self.heading(self.tr("Opening hours"))
        self.grid(hours_field("hours", self.tr("Open")), LineField("zone", self.tr("Time zone")))
        self.heading(self.tr("Not to be had"))
        self.absences = AbsencesEditor(self.live, "place_id", self.page)
        self.rows.addWidget(self.absences)
        self.heading(self.tr("For the committee"))
        self.grid(AreaField("notes", self.tr("Notes")), LineField("key", self.tr("Source’s id")))

    @override
    def show_rest(self, record: Record, *, afresh: bool) -> None:
        if isinstance(record, Place):
            self._parent.offer(place_choices(self.live.programme, self.tr("Nothing: it stands alone")))
            self._parent.show_stored(record.parent_id, afresh=afresh)
            self.absences.show_owner(record.id)


class ThemeInspector(Inspector):
    """Edits a theme: its names, its colour and the theme it belongs to."""

    table: ClassVar[str] = "themes"

    @override
    def build(self) -> None:
        self.rows.addWidget(self.problems)
        self.texts("name", self.tr("Name")).enlarge()
        self._parent = ChoiceField("parent_id", self.tr("Part of"))
        self.grid(
            ColourField("colour", self.tr("Colour")),
            self._parent,
            NumberField("position", self.tr("Order"), lowest=0),
        )
        self.texts("description", self.tr("Description"), long=True)
        self.grid(LineField("key", self.tr("Source’s id")))

    @override
    def show_rest(self, record: Record, *, afresh: bool) -> None:
        if isinstance(record, Theme):
            self._parent.offer(theme_choices(self.live.programme, self.tr("Nothing: it stands alone")))
            self._parent.show_stored(record.parent_id, afresh=afresh)
