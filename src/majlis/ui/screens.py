"""The screens of the main window, in the order of its rail. A screen is made known here and nowhere else."""

from typing import Final

from majlis.ui.editions.screen import EditionsScreen
from majlis.ui.history.screen import HistoryScreen
from majlis.ui.lists.screens import PeopleScreen, PlacesScreen, SessionsScreen, ThemesScreen
from majlis.ui.prints.screen import PrintsScreen
from majlis.ui.problems.screen import ProblemsScreen
from majlis.ui.screen import Screen
from majlis.ui.timetable.screen import TimetableScreen

SCREENS: Final[tuple[type[Screen], ...]] = (
    TimetableScreen,
    SessionsScreen,
    PeopleScreen,
    ThemesScreen,
    PlacesScreen,
    ProblemsScreen,
    PrintsScreen,
    EditionsScreen,
    HistoryScreen,
)
