"""The stylesheet of the windows: `resources/window.qss` filled with the colours of a theme."""

from dataclasses import asdict
from string import Template

from majlis.resources import resource
from majlis.ui.colours import Colours

PICTURES = ("chevron", "up", "tick")


def stylesheet(theme: Colours, pictures: str) -> str:
    """Return the stylesheet for a theme; `pictures` is a folder with the tinted ones of `PICTURES`."""
    values = {name: str(value) for name, value in asdict(theme).items()}
    sheet = Template(resource("window.qss").read_text("utf-8"))
    return sheet.substitute(values, **{name: f"{pictures}/{name}.svg" for name in PICTURES})
