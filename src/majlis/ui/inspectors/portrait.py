"""The photo of a person: shown with round corners or as initials, dropped on, pasted, chosen and taken away."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from majlis.programme.edits.edit import Edit
from majlis.programme.edits.people import portray, unportray
from majlis.programme.names import initials, name_of
from majlis.programme.programme import Programme
from majlis.programme.records import Person
from majlis.programme.refusal import Refusal
from majlis.ui.buttons import quiet_button
from majlis.ui.colours import colours
from majlis.ui.elided import ElidedLabel
from majlis.ui.guard import guarded
from majlis.ui.labels import label
from majlis.ui.live import Live
from majlis.ui.portraits import KINDS, Given, given_file, given_in, picture_from, portrait

if TYPE_CHECKING:
    from majlis.exchange.pictures import Picture

SIZE: Final = QSize(84, 108)
"""Points of a portrait, in the shape of 35 × 45 mm."""

_ROUND: Final = 10.0
_BUTTON_EDGE: Final = 7
_REMEMBERED: Final = 64


class Frame(QAbstractButton):
    """Shows a picture with round corners, or initials; `taken_away` comes where the keyboard says so."""

    taken_away = Signal()
    pasted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._picture: QPixmap | None = None
        self._initials = ""
        self.awaits_drop = False

    @property
    def shows_picture(self) -> bool:
        """Whether a picture is shown, not initials."""
        return self._picture is not None

    def show_picture(self, picture: QPixmap | None, letters: str) -> None:
        """Show a picture, or letters where there is none."""
        self._picture, self._initials = picture, letters
        self.update()

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return SIZE

    @override
    @guarded(None)
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = colours(self.palette())
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(area, _ROUND, _ROUND)
        painter.fillPath(shape, QColor(theme.raised if self._picture else theme.soft))
        if self._picture:
            painter.setClipPath(shape)
            painter.drawPixmap(self.rect(), self._picture)
            painter.setClipping(False)
        else:
            self._paint_initials(painter, QColor(theme.on_soft))
        strong = self.awaits_drop or self.hasFocus()
        pen = QPen(QColor(theme.accent if strong else theme.line), 2 if strong else 1)
        pen.setStyle(Qt.PenStyle.DashLine if self.awaits_drop else Qt.PenStyle.SolidLine)
        painter.strokePath(shape, pen)

    def _paint_initials(self, painter: QPainter, colour: QColor) -> None:
        font = self.font()
        font.setPointSizeF(22)
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)

    @override
    @guarded(None)
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not e.modifiers():
            self.taken_away.emit()
        elif e.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(e)


class PortraitEditor(QWidget):
    """The photo of the person that `show_person` names, with what can be done to it."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._worker = live.worker()
        self._key = ""
        self._shown: tuple[object, ...] = ()
        self._known: dict[tuple[str, float], QPixmap] = {}
        self.setAcceptDrops(True)
        self.frame = Frame(self)
        self.frame.setObjectName("field.photo")
        self.frame.clicked.connect(self.choose)
        self.frame.taken_away.connect(self.take_away)
        self.frame.pasted.connect(self.paste)
        self._hint = ElidedLabel("muted", self)
        self._offer()
        self._choose = quiet_button(self.tr("Choose a photo…"), "image-up", self)
        self._paste = quiet_button(self.tr("Paste a photo"), "clipboard-paste", self)
        self._remove = quiet_button(self.tr("Remove the photo"), "trash-2", self)
        for button, name, slot in (
            (self._choose, "choose.photo", self.choose),
            (self._paste, "paste.photo", self.paste),
            (self._remove, "remove.photo", self.take_away),
        ):
            button.setObjectName(name)
            button.clicked.connect(slot)
        self.refusal = label("", self, "error", wrap=True)
        self.refusal.setObjectName("refusal.photo")
        self.refusal.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        beside = QVBoxLayout()
        beside.setSpacing(0)
        words = QHBoxLayout()
        words.setContentsMargins(_BUTTON_EDGE, 2, 0, 2)
        words.addWidget(self._hint)
        beside.addLayout(words)
        for button in (self._choose, self._paste, self._remove):
            beside.addWidget(button)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.frame, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(row)
        rows.addWidget(self.refusal)

    def show_person(self, person: Person) -> None:
        """Show the photo of a person as it is now, or the initials."""
        name = name_of(self._live.programme, person)
        shown = (person.id, person.photo, name)
        if shown == self._shown:
            return
        other = person.id != self._key
        self._key, self._shown = person.id, shown
        self._remove.setVisible(bool(person.photo))
        self.frame.setAccessibleName(self.tr("Photo of {name}").format(name=name))
        picture, sentence = self._picture(person.photo)
        self.frame.show_picture(picture, initials(name))
        self.frame.setToolTip(self.tr("Choose another photo") if picture else self.tr("Choose a photo"))
        if sentence or other or picture is not None:
            self._refuse(sentence)

    @Slot()
    def choose(self) -> None:
        """Ask for a file with a picture, and take it."""
        kinds = self.tr("Pictures") + f" ({KINDS});;" + self.tr("All files") + " (*)"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a photo"), "", kinds)
        if path:
            self.take(given_file(Path(path)))

    @Slot()
    def paste(self) -> None:
        """Take the picture that lies in the clipboard."""
        given = given_in(QGuiApplication.clipboard().mimeData(), self.tr("the copied picture"))
        if given is None:
            self._refuse(self.tr("No picture was copied. Copy one, or the file that holds it, and paste again."))
        else:
            self.take(given)

    @Slot()
    def take_away(self) -> None:
        """Take the photo away."""
        if key := self._key:
            self._refuse(self._live.attempt(lambda now: unportray(now, now.people[key])))

    def take(self, given: Given) -> None:
        """Have the worker read what was given as a picture, and give it to the person who is shown now."""
        key = self._key
        self._hint.setText(self.tr("Reading {name} …").format(name=given.name))
        self._worker.start(
            given.name,
            lambda _tell: picture_from(given),
            done=lambda picture: self._portray(key, picture),
            failed=lambda sentence: self._tell(key, sentence),
        )

    def _portray(self, key: str, picture: "Picture") -> None:
        def edit(now: Programme) -> Edit:
            person = now.people.get(key)
            if person is None:
                raise Refusal(self.tr("The person for whom the photo was meant is not here any more."))
            return portray(now, person, picture.hash)

        self._tell(key, self._live.attempt(edit, {picture.hash: picture.data}))

    def _tell(self, key: str, sentence: str) -> None:
        self._offer()
        if key == self._key:
            self._refuse(sentence)
        elif sentence:
            self._live.notice.emit(sentence)

    def _offer(self) -> None:
        self._hint.setText(self.tr("Drop a picture here, or"))

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        self.frame.setAccessibleDescription(sentence)

    def _picture(self, key: str) -> tuple[QPixmap | None, str]:
        """Return the photo with this hash, or None with a sentence that says why there is none."""
        if not key:
            return None, ""
        known = key, self.devicePixelRatioF()
        if known not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            try:
                self._known[known] = portrait(self._content(key), SIZE, self.devicePixelRatioF())
            except Refusal as refusal:
                return None, str(refusal)
        return self._known[known], ""

    def _content(self, key: str) -> bytes:
        data = self._live.document.content(key)
        if data is None:
            raise Refusal(self.tr("The photo is missing in this file; choose it anew."))
        return data

    def _await_drop(self, *, awaits: bool) -> None:
        self.frame.awaits_drop = awaits
        self.frame.update()

    @override
    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.isEnabled() and given_in(event.mimeData(), "") is not None:
            event.acceptProposedAction()
            self._await_drop(awaits=True)

    @override
    @guarded(None)
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._await_drop(awaits=False)

    @override
    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        self._await_drop(awaits=False)
        given = given_in(event.mimeData(), self.tr("the dropped picture"))
        if given is not None:
            event.acceptProposedAction()
            self.take(given)
