"""The editors of one text in each of its languages, the event's first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from majlis.programme.texts import Texts
from majlis.ui.fields.field import Field
from majlis.ui.fields.text import AreaField, LineField
from majlis.ui.labels import label
from majlis.ui.languages import language_name
from majlis.ui.layouts import clear


class TextsGroup(QWidget):
    """One editor for each language of a text: `field.title` for the main language, `field.title.ar` for others.

    `committed` and `settled` carry the editor; `language_of` says which language it is of.
    With `named` the keys are no languages but channels such as email, each called by its own word.
    """

    committed = Signal(object)
    settled = Signal(object)

    def __init__(self, name: str, words: str, parent: QWidget, *, long: bool = False, named: bool = False) -> None:
        super().__init__(parent)
        self.name = name
        self.words = words
        self._long = long
        self._named = named
        self._fields: dict[str, LineField | AreaField] = {}
        self._order: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._big = False

    def enlarge(self) -> None:
        """Write in large letters, as titles are."""
        self._big = True

    @property
    def fields(self) -> list[Field]:
        """The editors, in the order of the languages."""
        return list(self._fields.values())

    def language_of(self, field: Field) -> str:
        """Return the language that an editor is of."""
        return next(language for language, one in self._fields.items() if one is field)

    def show_stored(self, texts: Texts, languages: Sequence[str], *, afresh: bool) -> None:
        """Show a text in these languages, and in any other that it has."""
        self._arrange(tuple(dict.fromkeys((*languages, *texts))))
        for language, field in self._fields.items():
            field.show_stored(texts.get(language, ""), afresh=afresh)
            field.hint(self._hint(language))

    def _hint(self, language: str) -> str:
        if self._named:
            return self.tr("none")
        return self.tr("not yet in {language}").format(language=language_name(language))

    def _arrange(self, languages: tuple[str, ...]) -> None:
        if languages == self._order:
            return
        typed = {language: field for language, field in self._fields.items() if field.dirty}
        for field in typed.values():
            field.commit()
        self._order = languages
        clear(self._grid)
        self._fields = {
            language: self._field(language, number, tagged=len(languages) > 1 or self._named)
            for number, language in enumerate(languages)
        }

    def _field(self, language: str, row: int, *, tagged: bool) -> LineField | AreaField:
        name = self.name if row == 0 and not self._named else f"{self.name}.{language}"
        words = language if self._named else f"{self.words} ({language_name(language)})"
        if self._named:
            field: LineField | AreaField = LineField(name, words, self, language="en")
        else:
            field = AreaField(name, words, self, language=language, one_line=not self._long)
        if self._big:
            field.editor.setProperty("role", "big")
        field.committed.connect(self.committed)
        field.settled.connect(self.settled)
        if tagged:
            tag = label(language, self, "muted")
            tag.setToolTip("" if self._named else language_name(language))
            tag.setMinimumWidth(40 if self._named else 22)
            tag.setContentsMargins(0, 6, 0, 0)
            self._grid.addWidget(tag, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(field, row, 1)
        else:
            self._grid.addWidget(field, row, 0, 1, 2)
        return field
