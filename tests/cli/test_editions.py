"""Editions on the command line: frozen, compared, printed."""

from collections.abc import Callable
import json
from pathlib import Path
import sqlite3

import pypdfium2
import pytest

from example import example
from majlis.cli.run import run
from majlis.document import Document

Majlis = Callable[..., tuple[int, str, str]]


@pytest.fixture
def majlis(capsys: pytest.CaptureFixture[str]) -> Majlis:
    def call(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.majlis"
    Document.create(made, example()).close()
    return made


def texts(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_editions_are_frozen_and_compared(majlis: Majlis, path: Path) -> None:
    assert majlis("freeze", path, "--note", "To the printer") == (0, "", f"Edition 1 of “{path}” is frozen.\n")
    assert majlis("changes", path) == (0, "Nothing has changed since edition 1.\n", "")
    majlis("set", path, "opening@1", "start=2027-10-21T10:00")
    assert majlis("changes", path)[1] == (
        "“Opening” moved from Thu 21 Oct 09:00 to 10:00 (Great Hall).\n"
        "\nDr Leila Nasser\n"
        "  “Opening” moved from Thu 21 Oct 09:00 to 10:00 (Great Hall).\n"
    )
    majlis("set", path, "leila", "contacts.email=leila@example.org")
    majlis("freeze", path)
    majlis("set", path, "reading", "minutes=50")
    since_two = majlis("changes", path)[1]
    assert "“A Reading at Noon” lasts 50 minutes instead of 45" in since_two
    assert "Dr Leila Nasser (leila@example.org)" in since_two
    assert "“Opening”" not in since_two
    assert "“Opening”" in majlis("changes", path, "--since", 1)[1]
    assert [step["label"] for step in json.loads(majlis("history", path, "--json")[1])][1:5] == [
        "Freeze edition 2",
        "Change contacts of person “Leila Nasser”",
        "Change start of placement “Opening”",
        "Freeze edition 1",
    ]


def test_changes_as_json_say_what_and_whom_to_tell(majlis: Majlis, path: Path) -> None:
    majlis("freeze", path)
    majlis("set", path, "opening@1", "start=2027-10-21T10:00")
    told = json.loads(majlis("changes", path, "--json")[1])
    sentence = "“Opening” moved from Thu 21 Oct 09:00 to 10:00 (Great Hall)."
    assert told["edition"]["number"] == 1
    assert told["changes"] == [{"kind": "moved", "session_id": "opening", "text": sentence}]
    assert told["people"] == [
        {
            "person_id": "leila",
            "name": {"ar": "ليلى ناصر", "en": "Leila Nasser"},
            "contacts": {},
            "texts": [sentence],
        }
    ]


def test_what_there_is_not_is_refused(majlis: Majlis, path: Path) -> None:
    assert majlis("changes", path) == (
        3,
        "",
        f"“{path}” has no edition yet; `majlis freeze FILE` makes the first.\n",
    )
    assert majlis("changes", path, "--since", 1)[2] == "There is no edition 1; there is none at all.\n"
    majlis("freeze", path)
    assert majlis("changes", path, "--since", 7)[2] == "There is no edition 7; there is 1.\n"
    assert majlis("freeze", path, "--note", "two\nlines")[0] == 3


def test_errata_and_sheets_are_printed_since_an_edition(majlis: Majlis, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert majlis("print", path, "errata", "-o", out)[0] == 3
    assert majlis("print", path, "sheets", "-o", out) == (0, "", f"2 pages in “{out}”.\n")
    majlis("freeze", path)
    majlis("set", path, "reading@1", "start=2027-10-21T13:00")
    majlis("freeze", path)
    majlis("set", path, "opening@1", "start=2027-10-21T10:00")
    assert majlis("print", path, "errata", "-o", out)[0] == 0
    assert "Since edition 2" in texts(out)
    assert "A Reading at Noon" not in texts(out)
    majlis("print", path, "errata", "--since", 1, "-o", out)
    assert "A Reading at Noon" in texts(out)
    majlis("print", path, "sheets", "--changed", "-o", out)
    assert "Yusuf Kaya" not in texts(out)
    majlis("print", path, "sheets", "--person", "yusuf", "--since", 1, "-o", out)
    assert "Changed since edition 1" in texts(out)
    assert majlis("print", path, "sheets", "--since", 9, "-o", out)[0] == 3


def test_a_damaged_snapshot_stops_errata_and_not_the_book(majlis: Majlis, path: Path, tmp_path: Path) -> None:
    majlis("freeze", path)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM contents")
    connection.close()
    out = tmp_path / "out.pdf"
    assert "The programme of edition 1 is missing" in majlis("print", path, "errata", "-o", out)[2]
    assert majlis("print", path, "book", "-o", out)[0] == 0
