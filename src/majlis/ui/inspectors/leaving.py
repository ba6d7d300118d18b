"""Closing a window in which something refused is typed: it stays open until that is mended or thrown away."""

from collections.abc import Callable
from textwrap import shorten
from typing import Final, NamedTuple, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from majlis.programme.names import name_of
from majlis.ui.buttons import make_main
from majlis.ui.fields.field import Field
from majlis.ui.inspectors.drafts import Draft, drafts_of
from majlis.ui.inspectors.form import Inspector
from majlis.ui.languages import isolated
from majlis.ui.live import Live
from majlis.ui.screen import Screen

Kind = TypeVar("Kind", bound=QWidget)
_LONGEST_NAME: Final = 60
"""Characters of a record's name in the question."""


class Ways(NamedTuple):
    """How a window shows a record by its table and id, and a screen by its id."""

    reveal: Callable[[str, str], None]
    show_screen: Callable[[str], None]


def may_close(window: QWidget, live: Live, ways: Ways | None = None) -> bool:
    """Say whether a window holds nothing that was refused; else show the first of it, and ask what to do.

    Whoever throws it away has the window closed. A window of one form needs no ways.
    """
    drafts, fields = _drafts(window, live), _refused(window)
    if not drafts and not fields:
        return True
    if drafts:
        _show_draft(window, drafts[0], ways)
    else:
        _show_field(fields[0], ways)
    if not any(asked.isVisible() for asked in window.findChildren(Question)):
        Question(window, live).open()
    return False


def discard(window: QWidget, live: Live) -> None:
    """Throw away whatever was refused in a window."""
    for draft in _drafts(window, live):
        drafts_of(live).forget(*draft[:3])
    for field in _refused(window):
        field.discard()


class Question(QMessageBox):
    """Asks whether to go back to what was refused, or to throw it away and close the window."""

    def __init__(self, window: QWidget, live: Live) -> None:
        super().__init__(window)
        self._window = window
        self._live = live
        self.setObjectName("unsaved")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Not everything is saved"))
        words, reason, more = self._first()
        self.setText(self.tr("{field} was not saved.").format(field=words))
        self.setInformativeText("\n\n".join(filter(None, (reason, more, self.tr("Mend it, or throw it away.")))))
        back = self.addButton(self.tr("Go back"), QMessageBox.ButtonRole.RejectRole)
        back.setObjectName("unsaved.back")
        away = self.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)
        away.setObjectName("unsaved.discard")
        away.setProperty("role", "danger")
        away.style().unpolish(away)
        away.style().polish(away)
        make_main(back)
        self.setDefaultButton(back)
        self.setEscapeButton(back)
        away.clicked.connect(self._discard)

    def _first(self) -> tuple[str, str, str]:
        """Return which field was not saved, why not, and how many more were not."""
        drafts, fields = _drafts(self._window, self._live), _refused(self._window)
        count = max(len(drafts), len(fields)) - 1
        others = (
            self.tr("One more field was not saved.") if count == 1 else self.tr("{count} more were not saved.")
        )
        more = others.format(count=count) if count else ""
        if drafts:
            return self._of_record(drafts[0]), drafts[0].sentence, more
        return fields[0].words, fields[0].refusal.text(), more

    def _of_record(self, draft: Draft) -> str:
        programme = self._live.programme
        name = shorten(
            name_of(programme, programme.tables[draft.table][draft.key]), _LONGEST_NAME, placeholder="…"
        )
        return self.tr("“{field}” of “{record}”").format(field=draft.words, record=isolated(name))

    @Slot()
    def _discard(self) -> None:
        discard(self._window, self._live)
        self._window.close()


def _drafts(window: QWidget, live: Live) -> list[Draft]:
    """Return the drafts of the tables that a window edits."""
    tables = {inspector.table for inspector in window.findChildren(Inspector)}
    return [draft for draft in drafts_of(live).waiting if draft.table in tables]


def _refused(window: QWidget) -> list[Field]:
    """Return the fields of a window in which something refused is to be seen."""
    return [
        field
        for field in window.findChildren(Field)
        if field.refused and field.isVisibleTo(_around(field, Inspector) or field.window())
    ]


def _around(widget: QWidget, kind: type[Kind]) -> Kind | None:
    """Return the nearest widget of a kind that another one stands in."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, kind):
        parent = parent.parentWidget()
    return parent


def _show_field(field: Field, ways: Ways | None) -> None:
    screen, inspector = _around(field, Screen), _around(field, Inspector)
    if screen is not None and ways is not None:
        ways.show_screen(screen.id)
    if inspector is not None:
        inspector.ensureWidgetVisible(field)
    field.editor.setFocus()


def _show_draft(window: QWidget, draft: Draft, ways: Ways | None) -> None:
    shown = _inspector(window, draft)
    if shown is None and ways is not None:
        ways.reveal(draft.table, draft.key)
        shown = _inspector(window, draft)
    if shown is not None:
        shown.window().raise_()
        shown.show_record(draft.key)
        shown.focus_field(draft.field)


def _inspector(window: QWidget, draft: Draft) -> Inspector | None:
    """Return an inspector on the screen that shows the record of a draft."""
    found = (one for one in window.findChildren(Inspector) if one.isVisible())
    return next((one for one in found if (one.table, one.key) == (draft.table, draft.key)), None)
