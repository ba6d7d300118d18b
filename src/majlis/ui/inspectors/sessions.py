"""The inspector of a session."""

from typing import ClassVar

from typing_extensions import override

from majlis.programme.edits.sessions import resize
from majlis.programme.records import Record, Session
from majlis.ui.choices import block_choices, kind_choices, session_states, theme_choices
from majlis.ui.fields.language_choice import LanguagesField
from majlis.ui.fields.lines import links_field
from majlis.ui.fields.plain import ChoiceField, NumberField, WordsField
from majlis.ui.fields.text import AreaField, LineField
from majlis.ui.inspectors.form import Inspector
from majlis.ui.inspectors.parts import PartsEditor
from majlis.ui.inspectors.placements import PlacementsEditor


class SessionInspector(Inspector):
    """Edits a session with its placements and the people who have a part in it."""

    table: ClassVar[str] = "sessions"

    @override
    def build(self) -> None:
        self.rows.addWidget(self.problems)
        self.texts("title", self.tr("Title")).enlarge()
        self.placements = PlacementsEditor(self.live, self.page)
        self.rows.addWidget(self.placements)
        minutes = NumberField("minutes", self.tr("Length"), lowest=0, highest=86_400, suffix=self.tr(" min"))
        self._kind = ChoiceField("kind", self.tr("Kind"), free=True)
        self._theme = ChoiceField("theme_id", self.tr("Theme"))
        self._languages = LanguagesField("languages", self.tr("Spoken in"))
        self._interpretation = LanguagesField("interpretation", self.tr("Interpreted"))
        self.grid(
            minutes,
            self._kind,
            self._theme,
            self._languages,
            self._interpretation,
            ChoiceField("state", self.tr("State"), session_states()),
            special={"minutes": lambda now, record, value: resize(now, record.id, value)},
        )
        self.heading(self.tr("People"))
        self.parts = PartsEditor(self.live, self.page)
        self.parts.wanted.connect(self.wanted)
        self.rows.addWidget(self.parts)
        self.heading(self.tr("Words in print"))
        self.texts("subtitle", self.tr("Subtitle"))
        self.texts("abstract", self.tr("Abstract"), long=True)
        self.texts("description", self.tr("Description"), long=True)
        self.heading(self.tr("Practical"))
        self._block = ChoiceField("parent_id", self.tr("Part of"))
        self.grid(
            self._block,
            NumberField("expected", self.tr("Audience"), none=self.tr("nobody guessed")),
            WordsField("equipment", self.tr("Equipment")),
            NumberField("setup", self.tr("Set-up"), highest=1_440, suffix=self.tr(" min before")),
            NumberField("clearing", self.tr("Clearing"), highest=1_440, suffix=self.tr(" min after")),
            AreaField("notes", self.tr("Notes")),
            links_field("links", self.tr("Links")),
            LineField("url", self.tr("Web page")),
            LineField("slug", self.tr("Short name")),
            LineField("key", self.tr("Source’s id")),
        )

    @override
    def commit(self) -> None:
        super().commit()
        self.placements.commit()

    @override
    def show_rest(self, record: Record, *, afresh: bool) -> None:
        if not isinstance(record, Session):
            return
        programme = self.live.programme
        self._kind.offer(kind_choices(programme))
        self._theme.offer(theme_choices(programme, self.tr("No theme")))
        self._block.offer(block_choices(programme, self.tr("Nothing: it stands alone")))
        for field in (self._languages, self._interpretation):
            field.offer(self.live.languages)
        for field, value in ((self._kind, record.kind), (self._theme, record.theme_id)):
            field.show_stored(value, afresh=afresh)
        self.placements.show_session(record.id, afresh=afresh)
        self.parts.show_session(record)
