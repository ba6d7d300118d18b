"""The look: contrast, schemes, fonts and icons."""

from dataclasses import fields
from itertools import product

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QPushButton
import pytest
from pytestqt.qtbot import QtBot

from majlis.resources import resource
from majlis.ui.colours import DARK, LIGHT, Colours, colours, contrast
from majlis.ui.fonts import FAMILIES
from majlis.ui.icons import set_icon
from majlis.ui.look import look, palette_of
from majlis.ui.stylesheet import stylesheet

GROUNDS = ("ground", "surface", "raised")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_is_readable_on_its_ground(theme: Colours) -> None:
    pairs = [
        *product(("text", "muted", "faint"), GROUNDS),
        *product(("text", "on_soft"), ("soft",)),
        *product(("on_accent",), ("accent", "accent_hover")),
        *(pair for name in ("error", "warning", "good") for pair in product((name, "text"), (f"{name}_soft",))),
        *product(("error", "warning", "good"), ("ground", "surface")),
    ]
    weak = {
        pair: round(contrast(getattr(theme, pair[0]), getattr(theme, pair[1])), 2)
        for pair in pairs
        if contrast(getattr(theme, pair[0]), getattr(theme, pair[1])) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_edges_of_fields_and_the_focus_are_seen(theme: Colours) -> None:
    for name, ground in product(("edge", "accent"), GROUNDS):
        assert contrast(getattr(theme, name), getattr(theme, ground)) >= 3 or (name, ground) == ("edge", "raised")


def test_contrast_is_reckoned_as_wcag_has_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_stylesheet_and_palette_are_made_of_the_theme(qapp: QApplication, theme: Colours) -> None:
    sheet = stylesheet(theme, "/pictures")
    assert "$" not in sheet
    assert theme.accent in sheet
    assert colours(palette_of(theme)) is theme


def test_icons_are_drawn_anew_with_the_scheme(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    holder = QPushButton()
    qtbot.addWidget(holder)
    button.setParent(holder)
    look().choose("light")
    set_icon(button, "plus")
    light = button.icon().pixmap(16).toImage()
    look().choose("dark")
    dark = button.icon().pixmap(16).toImage()
    look().choose("system")
    assert light != dark


def test_the_bundled_faces_are_there(qapp: QApplication) -> None:
    look()
    assert set(FAMILIES) - set(QFontDatabase.families()) == set()


def test_the_icons_come_with_their_licence() -> None:
    assert "ISC License" in resource("icons", "LICENSE").read_text("utf-8")


def test_a_theme_is_made_of_colours_alone() -> None:
    for field in fields(Colours):
        if field.name != "dark":
            assert len(getattr(LIGHT, field.name)) == len(getattr(DARK, field.name)) == 7
