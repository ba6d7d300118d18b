"""Web addresses as other programs accept them."""

from typing import Final
from urllib.parse import quote

_KEPT: Final = "%/:=&?~#+!$,;'@()*[]"


def web_address(text: str) -> str:
    """Return an address with every character that may not stand in one escaped."""
    return quote(text.strip(), safe=_KEPT)


def is_web_address(text: str) -> bool:
    """Say whether a text is an address that a browser opens."""
    return text.startswith(("http://", "https://")) and len(text) > 8
