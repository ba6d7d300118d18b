"""Tool tips of plain text: Qt would read a tip that looks like markup as markup."""

from html import escape


def plain_tip(text: str) -> str:
    """Return what a tool tip must be given to show this text as it was typed."""
    return f'<p style="white-space:pre-wrap">{escape(text)}</p>' if text else ""
