"""What can be done with the photo of the chosen person, as data; each command is given the screen of people."""

from typing import TYPE_CHECKING, Final

from majlis.ui.commands import Command

if TYPE_CHECKING:
    from majlis.ui.lists.screens import PeopleScreen


def _one_chosen(screen: "PeopleScreen") -> bool:
    return screen.isVisible() and len(screen.selection) == 1 and not screen.live.document.read_only


def _has_photo(screen: "PeopleScreen") -> bool:
    return _one_chosen(screen) and bool(screen.live.programme.people[screen.selection[0]].photo)


PHOTO_COMMANDS: Final = (
    Command(
        id="person.photo",
        text="Choose a photo…",
        menu="Edit",
        group="photo",
        icon="image-up",
        enabled=_one_chosen,
        run=lambda screen: screen.portrait.choose(),
    ),
    Command(
        id="person.photo.paste",
        text="Paste a photo",
        menu="Edit",
        group="photo",
        icon="clipboard-paste",
        enabled=_one_chosen,
        run=lambda screen: screen.portrait.paste(),
    ),
    Command(
        id="person.photo.remove",
        text="Remove the photo",
        menu="Edit",
        group="photo",
        icon="trash-2",
        enabled=_has_photo,
        run=lambda screen: screen.portrait.take_away(),
    ),
)
