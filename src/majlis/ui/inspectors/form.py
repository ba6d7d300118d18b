"""What all inspectors share: a form over one record, in which each field commits by itself."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from majlis.programme.edits.edit import Edit
from majlis.programme.edits.records import amend, translate
from majlis.programme.programme import Programme
from majlis.programme.records import Record
from majlis.ui.buttons import quiet_button
from majlis.ui.fields.field import Field
from majlis.ui.fields.plain import FlagField
from majlis.ui.inspectors.drafts import Draft, drafts_of
from majlis.ui.inspectors.problems_box import ProblemsBox
from majlis.ui.inspectors.texts import TextsGroup
from majlis.ui.labels import beside, label
from majlis.ui.live import Live

Special = Callable[[Programme, Any, Any], Edit]
"""How a field that is no plain field of the record is edited: programme, record and value to edit."""


class Inspector(QScrollArea):
    """Edits every field of one record in place; `show_record` says which.

    A field commits when typing in it ends: one edit, one step of undo, saved at once. What is refused stays in its
    field with the sentence below it, and is there again when the record is shown again. `wanted` asks for another
    record. Subclasses lay out their fields in `build` and show what else belongs to the record in `show_rest`.
    """

    table: ClassVar[str]
    wanted = Signal(str, str)

    def __init__(self, live: Live, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.live = live
        self.key = ""
        self._fields: dict[str, Field] = {}
        self._groups: list[TextsGroup] = []
        self._special: dict[str, Special] = {}
        self._drafts = drafts_of(live)
        self.setObjectName(f"inspector.{self.table}")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(320)
        self.page = QFrame(self)
        self.page.setProperty("role", "pane")
        self.page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.rows = QVBoxLayout(self.page)
        self.rows.setContentsMargins(16, 14, 16, 24)
        self.rows.setSpacing(10)
        self.problems = ProblemsBox(live, self.page)
        self.build()
        self._add_history()
        self.rows.addStretch(1)
        self.setWidget(self.page)
        self._drafts.forgotten.connect(self._discard)
        live.changed.connect(self._refresh)
        live.problems_changed.connect(self._show_problems)

    def build(self) -> None:
        """Lay out the fields of this table's records."""
        raise NotImplementedError

    def show_rest(self, record: Record, *, afresh: bool) -> None:
        """Show what belongs to the record besides its own fields."""

    @property
    def record(self) -> Record | None:
        """The record that is shown, as it is now."""
        return self.live.programme.tables[self.table].get(self.key)

    def show_record(self, key: str) -> None:
        """Show another record, after what is typed for this one is committed."""
        if key == self.key:
            self._take_up_drafts(self._all_fields())
            return
        self.commit()
        self.key = key
        self._show(afresh=True)
        self.verticalScrollBar().setValue(0)

    def commit(self) -> None:
        """Commit every field in which something is typed."""
        if self.record is not None:
            for field in self._all_fields():
                field.commit()

    def focus_name(self) -> None:
        """Put the keyboard in the first field."""
        for field in self._all_fields()[:1]:
            self.focus_field(field.name)

    def focus_field(self, name: str) -> None:
        """Put the keyboard in a field."""
        for field in self._all_fields():
            if field.name == name:
                field.editor.setFocus()
                self.ensureWidgetVisible(field)

    def heading(self, words: str) -> None:
        """Begin a section."""
        made = label(words, self.page, "heading")
        made.setContentsMargins(0, 8, 0, 0)
        self.rows.addWidget(made)

    def texts(self, name: str, words: str, *, long: bool = False, named: bool = False) -> TextsGroup:
        """Add a text in every language of the event."""
        group = TextsGroup(name, words, self.page, long=long, named=named)
        self._groups.append(group)
        group.committed.connect(self._commit_text)
        group.settled.connect(self._settle)
        self.rows.addWidget(label(words, self.page, "label"))
        self.rows.addWidget(group)
        return group

    def grid(self, *fields: Field, special: dict[str, Special] | None = None) -> None:
        """Add fields below each other, their words beside them."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self._special.update(special or {})
        for row, field in enumerate(fields):
            field.setParent(self.page)
            if not isinstance(field, FlagField):
                grid.addWidget(beside(field.editor, field.words, self.page), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1)
            self.follow(field)
        self.rows.addLayout(grid)

    def follow(self, field: Field) -> None:
        """Show and commit a field with the others."""
        self._fields[field.name] = field
        field.committed.connect(self._commit)
        field.settled.connect(self._settle)

    def _add_history(self) -> None:
        button = quiet_button(self.tr("History of this"), "history", self.page)
        button.setObjectName("inspector.history")
        button.clicked.connect(self._show_history)
        self.rows.addSpacing(8)
        self.rows.addWidget(button)

    @Slot()
    def _show_history(self) -> None:
        """Run the window's command for the record that is chosen, which is the one that is shown here."""
        command = self.window().findChild(QAction, "record.history")
        if isinstance(command, QAction):
            command.trigger()

    def _all_fields(self) -> list[Field]:
        return [field for group in self._groups for field in group.fields] + list(self._fields.values())

    def _show(self, *, afresh: bool) -> None:
        record = self.record
        self.page.setEnabled(record is not None and not self.live.document.read_only)
        if record is None:
            return
        there = () if afresh else self._all_fields()
        for group in self._groups:
            languages = ("email", "phone", "web") if group.name == "contacts" else self.live.languages
            group.show_stored(getattr(record, group.name), languages, afresh=afresh)
        for name, field in self._fields.items():
            if hasattr(record, name):
                field.show_stored(getattr(record, name), afresh=afresh)
        self.show_rest(record, afresh=afresh)
        self._show_problems()
        self._take_up_drafts(field for field in self._all_fields() if field not in there)

    def _take_up_drafts(self, fields: Iterable[Field]) -> None:
        for field in fields:
            draft = self._drafts.of(self.table, self.key, field.name)
            if draft is not None and not field.dirty:
                field.restore(draft.typed)
                field.refuse(draft.sentence)

    @Slot()
    def _refresh(self) -> None:
        if self.key:
            self._show(afresh=False)

    @Slot()
    def _show_problems(self) -> None:
        self.problems.show_about(self.key)

    @Slot(object)
    def _commit_text(self, field: Field) -> None:
        group = next(one for one in self._groups if field in one.fields)
        language = group.language_of(field)
        self._do(field, lambda now, record, text: translate(now, record, group.name, language, str(text)))

    @Slot(object)
    def _commit(self, field: Field) -> None:
        special = self._special.get(field.name)
        self._do(field, special or (lambda now, record, value: amend(now, record, **{field.name: value})))

    @Slot(object)
    def _settle(self, field: Field) -> None:
        self._drafts.forget(self.table, self.key, field.name)

    @Slot(str, str, str)
    def _discard(self, table: str, key: str, name: str) -> None:
        if (table, key) == (self.table, self.key):
            for field in self._all_fields():
                if field.name == name and field.refused:
                    field.discard()

    def _do(self, field: Field, make: Special) -> None:
        if self.record is None:  # removed while its field still held the keyboard
            return
        sentence = self.live.attempt(lambda now: make(now, now.tables[self.table][self.key], field.read()))
        field.refuse(sentence)
        if sentence:
            self._drafts.keep(Draft(self.table, self.key, field.name, field.words, field.draft(), sentence))
        else:
            self._drafts.forget(self.table, self.key, field.name)
