"""What the timetable can do, as data; each command is given the screen."""

from typing import TYPE_CHECKING, Final

from majlis.ui.commands import Command

if TYPE_CHECKING:
    from majlis.ui.timetable.screen import TimetableScreen


def _chosen(screen: "TimetableScreen") -> bool:
    return screen.isVisible() and screen.placement is not None and not screen.live.document.read_only


def _shown(screen: "TimetableScreen") -> bool:
    return screen.isVisible()


def _pin_label(screen: "TimetableScreen") -> str:
    placement = screen.placement
    return "Unpin" if placement is not None and placement.pinned else "Pin"


TIMETABLE_COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        id="timetable.carry",
        text="Move by arrow keys (M)",
        menu="Plan",
        icon="keyboard",
        enabled=_chosen,
        run=lambda screen: screen.carry_chosen(),
    ),
    Command(
        id="timetable.pin",
        text="Pin",
        menu="Plan",
        icon="pin",
        label=_pin_label,
        enabled=_chosen,
        run=lambda screen: screen.pin_chosen(),
    ),
    Command(
        id="timetable.unplace",
        text="Take off the timetable (Delete)",
        menu="Plan",
        icon="x",
        enabled=_chosen,
        run=lambda screen: screen.unplace_chosen(),
    ),
    Command(
        id="timetable.next_clash",
        text="Next clash",
        menu="Plan",
        group="clash",
        shortcut="F8",
        icon="circle-alert",
        enabled=_shown,
        run=lambda screen: screen.go_to_next_clash(),
    ),
    Command(
        id="view.since_edition",
        text="Mark what changed since the last edition",
        menu="View",
        group="since",
        icon="stamp",
        enabled=lambda screen: screen.since.possible,
        checked=lambda screen: screen.since.shown,
        run=lambda screen: screen.since.switch(),
    ),
    Command(
        id="timetable.zoom_in",
        text="Larger timetable",
        menu="View",
        group="zoom",
        shortcut="Ctrl++; Ctrl+=",
        icon="zoom-in",
        enabled=_shown,
        run=lambda screen: screen.bar.zoom_by(1),
    ),
    Command(
        id="timetable.zoom_out",
        text="Smaller timetable",
        menu="View",
        group="zoom",
        shortcut="Ctrl+-",
        icon="zoom-out",
        enabled=_shown,
        run=lambda screen: screen.bar.zoom_by(-1),
    ),
)
