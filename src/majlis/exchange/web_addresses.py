"""Web addresses as other programs accept them."""

import re
from typing import Final
from urllib.parse import quote, urlsplit

_KEPT: Final = "%/:=&?~+!$,;'@()*"
_NO_ESCAPE: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")


def web_address(text: str) -> str:
    """Return an address with every character that may not stand in one escaped."""
    address, mark, fragment = _NO_ESCAPE.sub("%25", text.strip()).partition("#")
    return quote(address, safe=_KEPT) + mark + quote(fragment, safe=_KEPT)


def is_web_address(text: str) -> bool:
    """Say whether a text is an address that a browser opens."""
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False


def is_address(text: str) -> bool:
    """Say whether a text begins as an address of any kind does: `https:`, `mailto:`, `geo:`."""
    return _SCHEME.match(text) is not None
