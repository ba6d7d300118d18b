"""What the keys of the timetable mean: walking is the list's own, here is what changes something."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from majlis.ui.timetable.screen import TimetableScreen

Key = Qt.Key

LONGER: Final = {Key.Key_Plus: 5, Key.Key_Equal: 5, Key.Key_Minus: -5, Key.Key_Underscore: -5}
"""Minutes by which a key changes the length."""

DIGITS: Final = {getattr(Key, f"Key_{digit}"): digit - 1 for digit in range(1, 10)}
"""The days that the digits go to."""

ARROWS: Final = {Key.Key_Up: (0, -5), Key.Key_Down: (0, 5), Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0)}
"""Places across and minutes down by which an arrow carries a session."""

LARGE: Final = 6
"""How many times as far an arrow carries with Shift held."""


def take_key(screen: "TimetableScreen", event: QKeyEvent) -> bool:
    """Do what a key means; say whether it meant anything."""
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return False
    return _carrying(screen, event) if screen.mover.carry is not None else _chosen(screen, event)


def _carrying(screen: "TimetableScreen", event: QKeyEvent) -> bool:
    key, mover = Key(event.key()), screen.mover
    if key == Key.Key_Escape:
        screen.let_go()
    elif key in {Key.Key_Return, Key.Key_Enter}:
        mover.commit()
    elif key in ARROWS:
        across, minutes = ARROWS[key]
        if screen.isRightToLeft():
            across = -across
        mover.step(across, minutes * (LARGE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1))
    elif key in LONGER:
        mover.lengthen(LONGER[key])
    elif key in DIGITS:
        screen.go_to_day(DIGITS[key])
    return True


def _chosen(screen: "TimetableScreen", event: QKeyEvent) -> bool:
    key = Key(event.key())
    if key in DIGITS:
        screen.go_to_day(DIGITS[key])
    elif not screen.selection:
        return False
    elif key == Key.Key_M:
        screen.carry_chosen()
    elif key in {Key.Key_Return, Key.Key_Enter}:
        screen.open_chosen()
    elif key in {Key.Key_Delete, Key.Key_Backspace}:
        screen.unplace_chosen()
    elif key in LONGER:
        screen.lengthen_chosen(LONGER[key])
    else:
        return False
    return True
