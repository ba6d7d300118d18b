"""The stylesheet of the windows: `resources/window.qss` filled with the colours of a theme."""

from dataclasses import asdict
from string import Template

from majlis.resources import resource
from majlis.ui.colours import Colours


def stylesheet(theme: Colours, pictures: str) -> str:
    """Return the stylesheet for a theme; `pictures` is a folder with the tinted `chevron.svg` and `tick.svg`."""
    values = {name: str(value) for name, value in asdict(theme).items()}
    sheet = Template(resource("window.qss").read_text("utf-8"))
    return sheet.substitute(values, chevron=f"{pictures}/chevron.svg", tick=f"{pictures}/tick.svg")
