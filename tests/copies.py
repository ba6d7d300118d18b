"""Copies of one event on colleagues' laptops, edited apart."""

from collections.abc import Callable
from pathlib import Path
import shutil

import pytest

from majlis import document as documents
from majlis.document import Document
from majlis.programme.edits.edit import Edit
from majlis.programme.edits.records import amend, translate
from majlis.programme.programme import Programme

Make = Callable[[Programme], Edit]


def colleague_copy(file: Path, who: str, *makes: Make) -> Path:
    """Copy a file, have somebody make edits in the copy, and return where that is."""
    copy = file.with_name(f"{who.lower()}.majlis")
    shutil.copyfile(file, copy)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(documents, "user_name", lambda: who)
        with Document.open(copy) as document:
            for make in makes:
                document.do(make(document.programme))
    return copy


def retitle(title: str, language: str = "en") -> Make:
    """Return what gives the opening of the example another title."""
    return lambda now: translate(now, now.sessions["opening"], "title", language, title)


def lengthen(minutes: int) -> Make:
    """Return what gives the panel of the example another length."""
    return lambda now: amend(now, now.sessions["panel"], minutes=minutes)
