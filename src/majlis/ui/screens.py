"""The screens of the main window, in the order of its rail. A screen is made known here and nowhere else."""

from typing import Final

from majlis.ui.lists.screens import PeopleScreen, PlacesScreen, SessionsScreen, ThemesScreen
from majlis.ui.screen import Screen

SCREENS: Final[tuple[type[Screen], ...]] = (SessionsScreen, PeopleScreen, ThemesScreen, PlacesScreen)
