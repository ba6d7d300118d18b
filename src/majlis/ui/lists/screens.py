"""The screens of sessions, people, places and themes."""

from typing import ClassVar

from typing_extensions import override

from majlis.programme.edits.edit import together
from majlis.programme.edits.records import duplicate
from majlis.programme.ids import new_id
from majlis.programme.records import Person, Place, Record, Session, Theme
from majlis.ui.commands import Command
from majlis.ui.inspectors.form import Inspector
from majlis.ui.inspectors.people import PersonInspector
from majlis.ui.inspectors.places import PlaceInspector, ThemeInspector
from majlis.ui.inspectors.portrait import PortraitEditor
from majlis.ui.inspectors.sessions import SessionInspector
from majlis.ui.lists.copies import copy_of
from majlis.ui.lists.photo_commands import PHOTO_COMMANDS
from majlis.ui.lists.screen import ListScreen

COLOURS = ("#2e5fd0", "#7b4bc4", "#0f8a6d", "#b0711b", "#c23b6e", "#4d637f", "#b3392f", "#1787a6")
"""The colours that new themes get in turn."""


class _Copying(ListScreen):
    """A list whose records are duplicated with `majlis.ui.lists.copies`."""

    @override
    def duplicate(self) -> None:
        keys = self.selection
        if not keys or self.live.document.read_only:
            return
        before = set(self.live.programme.tables[self.id])
        records = [self.live.programme.tables[self.id][key] for key in keys]
        edits = [
            duplicate(self.live.programme, one) if isinstance(one, Session) else copy_of(self.live.programme, one)
            for one in records
        ]
        label = edits[0].label if len(edits) == 1 else f"Duplicate {len(edits)} {self.id}"
        if self.live.do(together(label, edits)):
            self.select(tuple(self.live.programme.tables[self.id].keys() - before))
            if len(keys) == 1:
                self.inspector.focus_name()


class SessionsScreen(_Copying):
    """All sessions, placed or not."""

    id: ClassVar[str] = "sessions"
    title: ClassVar[str] = "Sessions"
    icon: ClassVar[str] = "presentation"
    tables: ClassVar[tuple[str, ...]] = ("sessions", "placements")
    inspector_kind: ClassVar[type[Inspector]] = SessionInspector
    add_text: ClassVar[str] = "Add session"
    empty_text: ClassVar[str] = (
        "No sessions yet. Add the first one, or drop a schedule file here: frab XML, pretalx JSON, iCalendar, CSV."
    )

    @override
    def new_record(self) -> Record:
        return Session(id=new_id(), kind="talk", languages=self.live.languages[:1])


class PeopleScreen(_Copying):
    """All guests."""

    id: ClassVar[str] = "people"
    title: ClassVar[str] = "People"
    icon: ClassVar[str] = "users"
    tables: ClassVar[tuple[str, ...]] = ("people",)
    commands: ClassVar[tuple[Command, ...]] = PHOTO_COMMANDS
    inspector_kind: ClassVar[type[Inspector]] = PersonInspector
    add_text: ClassVar[str] = "Add person"
    empty_text: ClassVar[str] = "Nobody here yet. Add the first guest, or type a name in a session."

    @override
    def new_record(self) -> Record:
        return Person(id=new_id())

    @property
    def portrait(self) -> PortraitEditor:
        """The photo of the chosen person."""
        found = self.inspector.findChild(PortraitEditor)
        if not isinstance(found, PortraitEditor):
            raise TypeError("the inspector of people shows no photo")
        return found


class ThemesScreen(_Copying):
    """All themes."""

    id: ClassVar[str] = "themes"
    title: ClassVar[str] = "Themes"
    icon: ClassVar[str] = "tags"
    tables: ClassVar[tuple[str, ...]] = ("themes",)
    inspector_kind: ClassVar[type[Inspector]] = ThemeInspector
    add_text: ClassVar[str] = "Add theme"
    empty_text: ClassVar[str] = "No themes yet. A theme is a subject that runs through the programme."

    @override
    def new_record(self) -> Record:
        number = len(self.live.programme.themes)
        return Theme(id=new_id(), colour=COLOURS[number % len(COLOURS)], position=number)


class PlacesScreen(_Copying):
    """All places."""

    id: ClassVar[str] = "places"
    title: ClassVar[str] = "Places"
    icon: ClassVar[str] = "door-open"
    tables: ClassVar[tuple[str, ...]] = ("places",)
    inspector_kind: ClassVar[type[Inspector]] = PlaceInspector
    add_text: ClassVar[str] = "Add place"
    empty_text: ClassVar[str] = "No places yet. Add the halls and rooms in which sessions are held."

    @override
    def new_record(self) -> Record:
        return Place(id=new_id(), position=len(self.live.programme.places))
