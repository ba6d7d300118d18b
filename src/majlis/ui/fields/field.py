"""What all editors of a field share: what is stored, what is typed, and the sentence where the two can't agree."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from majlis.programme.refusal import Refusal
from majlis.ui.guard import guarded
from majlis.ui.labels import label


class Field(QWidget):
    """An editor of one field of a record, with room for a refusal below it.

    `name` is the field's, or `title.ar` for one language of a text; the editor inside is called `field.` and the
    name. `committed` comes when typing has ended with another value than the stored one, `settled` when what was
    refused is back at what is stored. Subclasses give `read`, which may raise `Refusal`, and `write`.
    """

    committed = Signal(object)
    settled = Signal(object)

    def __init__(self, name: str, editor: QWidget, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.words = words
        self.editor = editor
        self._stored: object = None
        self._shown: object = None
        """What the editor says of the stored value; it may be another one, since numbers have bounds there."""
        editor.setObjectName(f"field.{name}")
        editor.setAccessibleName(words)
        self.setFocusProxy(editor)
        self.refusal = label("", self, "error", wrap=True)
        self.refusal.setObjectName(f"refusal.{name}")
        self.refusal.hide()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(2)
        self.rows.addWidget(editor)
        self.rows.addWidget(self.refusal)

    def read(self) -> object:
        """Return the value as it is typed; raise `Refusal` where it is none."""
        raise NotImplementedError

    def write(self, value: object) -> None:
        """Show a value in the editor, telling nobody."""
        raise NotImplementedError

    @property
    def dirty(self) -> bool:
        """Whether something else is typed than what is stored."""
        if self.draft() == self._shown:
            return False
        try:
            return self.read() != self._stored
        except Refusal:
            return True

    @property
    def refused(self) -> bool:
        """Whether what is typed was refused."""
        return not self.refusal.isHidden()

    def draft(self) -> object:
        """Return what is typed, right or wrong, for `restore`."""
        return self.read()

    def restore(self, draft: object) -> None:
        """Show again what was typed and refused."""
        self.write(draft)

    def show_stored(self, value: object, *, afresh: bool = False) -> None:
        """Show what the record holds now; what is being typed stays where the stored value is as it was."""
        if not afresh and value == self._stored:
            return
        self._stored = value
        self.discard()

    def discard(self) -> None:
        """Show what is stored in place of what is typed."""
        self.write(self._stored)
        self._shown = self.draft()
        self.refuse("")

    @Slot()
    def commit(self) -> None:
        """Offer what is typed, where it differs from what is stored."""
        if self.dirty:
            self.committed.emit(self)
        elif self.refused:
            self.refuse("")
            self.settled.emit(self)

    def refuse(self, sentence: str) -> None:
        """Show why what is typed can't be stored, or take the sentence away where it is empty."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)
        if bool(self.editor.property("refused")) != bool(sentence):
            self.editor.setProperty("refused", bool(sentence))
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)


class QuietCombo(QComboBox):
    """A combo box that the wheel passes over, so that scrolling a form changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(16)

    @override
    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class QuietSpin(QSpinBox):
    """A spin box that the wheel passes over."""

    @override
    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class LeavingFilter(QObject):
    """Tells when the keyboard leaves a widget that has no signal for it."""

    left = Signal()

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        watched.installEventFilter(self)

    @override
    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return False
