"""The one kind of error that is meant for people."""


class Refusal(Exception):  # noqa: N818 - it is no bug: Majlis declines, and says why and what to do
    """A sentence for the user: what is wrong, where, and what to do. Whatever raised it changed nothing."""
