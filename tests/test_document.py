"""The document: one door for changes, saved before anybody is told, undone across sittings."""

from pathlib import Path
import signal
import subprocess
import sys
import tempfile
import textwrap

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
import pytest
from typing_extensions import override

from example import LEILA, READING, example
from majlis.document import Document
from majlis.programme.edits.edit import Edit
from majlis.programme.edits.records import amend, remove, translate
from majlis.programme.edits.sessions import place, resize, unplace
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal


def retitle(document: Document, text: str) -> Edit:
    return translate(document.programme, document.programme.sessions["reading"], "title", "en", text)


def test_undo_and_redo_survive_closing(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    with Document.create(path, example()) as document:
        document.do(retitle(document, "First"))
        document.do(remove(document.programme, [LEILA]))
        document.undo()
    with Document.open(path) as document:
        assert document.undo_label == "Retitle session “A Reading at Noon”"
        assert document.redo_label == "Remove person “Leila Nasser”"
        document.redo()
        assert "leila" not in document.programme.people
        document.undo()
        document.undo()
        assert document.programme == example()
        document.undo()
        assert document.programme == Programme.of()
        assert document.undo() is None
        document.redo()
        assert document.programme == example()


def test_history_marks_what_was_undone(tmp_path: Path) -> None:
    with Document.create(tmp_path / "a.majlis", example()) as document:
        document.do(retitle(document, "First"))
        document.undo()
        assert [(step.label, step.undone) for step in document.history()] == [
            ("Retitle session “A Reading at Noon”", True),
            ("Make the event", False),
        ]


def test_listeners_are_told_last(tmp_path: Path) -> None:
    with Document.create(tmp_path / "a.majlis", example()) as document:
        told: list[tuple[str, str]] = []
        document.listen(lambda edit: told.append((edit.label, document.programme.sessions["reading"].title["en"])))
        document.do(retitle(document, "First"))
        document.do(Edit("nothing", ()))
        document.undo()
        label = "Retitle session “A Reading at Noon”"
        assert told == [(label, "First"), (label, "A Reading at Noon")]


def test_what_can_only_be_read_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.majlis"
    Document.create(path, example()).close()
    with Document.open(path, writable=False) as document:
        with pytest.raises(Refusal, match="was not changed"):
            document.do(retitle(document, "First"))
        assert document.programme == example()


def test_verify_is_content_with_what_the_program_writes(tmp_path: Path) -> None:
    with Document.create(tmp_path / "a.majlis", example()) as document:
        document.do(remove(document.programme, [READING]))
        document.undo()
        assert document.verify() == ()


class Sittings(RuleBasedStateMachine):
    """Random edits, undos, redos and reopenings, beside a plain list of programmes."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.document = Document.create(Path(self.folder.name, "a.majlis"), example())
        self.past: list[Programme] = []
        self.future: list[Programme] = []

    def do(self, edit: Edit) -> None:
        if edit:
            self.past.append(self.document.programme)
            self.future.clear()
        self.document.do(edit)

    @rule(minutes=st.integers(5, 60))
    def resize(self, minutes: int) -> None:
        self.do(resize(self.document.programme, "opening", minutes))

    @rule(where=st.sampled_from(("hall", "room", None)))
    def move(self, where: str | None) -> None:
        self.do(place(self.document.programme, "panel", where, None))

    @rule()
    def take_off(self) -> None:
        self.do(unplace(self.document.programme, "panel"))

    @rule(text=st.sampled_from(("One", "Two", "Three")))
    def retitle(self, text: str) -> None:
        if "reading" in self.document.programme.sessions:
            self.do(retitle(self.document, text))

    @precondition(lambda self: "reading" in self.document.programme.sessions)
    @rule()
    def remove(self) -> None:
        self.do(remove(self.document.programme, [self.document.programme.sessions["reading"]]))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.future.append(self.document.programme)
        self.document.undo()
        assert self.document.programme == self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.past.append(self.document.programme)
        self.document.redo()
        assert self.document.programme == self.future.pop()

    @rule()
    def reopen(self) -> None:
        before = self.document.programme
        self.document.close()
        self.document = Document.open(Path(self.folder.name, "a.majlis"))
        assert self.document.programme == before

    @invariant()
    def sound(self) -> None:
        assert list(self.document.programme.dangling()) == []

    @override
    def teardown(self) -> None:
        assert self.document.verify() == ()
        self.document.close()
        self.folder.cleanup()


TestSittings = Sittings.TestCase
TestSittings.settings = settings(max_examples=10, stateful_step_count=12, deadline=None)


KILLED = textwrap.dedent("""
    import sys
    from pathlib import Path
    from majlis.document import Document
    from majlis.programme.edits.records import amend
    document = Document.open(Path(sys.argv[1]))
    number = 0
    while True:
        number += 1
        session = document.programme.sessions["reading"]
        document.do(amend(document.programme, session, minutes=number, slug=f"s{number}"))
        print(number, flush=True)
""")


@pytest.mark.parametrize("edits", [1, 7, 20])
def test_after_a_kill_the_file_holds_whole_edits_and_none_that_was_acknowledged_is_lost(
    edits: int, tmp_path: Path
) -> None:
    path = tmp_path / "a.majlis"
    Document.create(path, example()).close()
    with subprocess.Popen([sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(edits):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        rest = process.stdout.read().split()
    acknowledged = int(rest[-1]) if rest else edits
    with Document.open(path) as document:
        session = document.programme.sessions["reading"]
        assert session.minutes >= acknowledged
        assert session.slug == f"s{session.minutes}"
        assert document.verify() == ()


def test_amending_to_the_same_is_no_step(tmp_path: Path) -> None:
    with Document.create(tmp_path / "a.majlis", example()) as document:
        document.do(amend(document.programme, READING, minutes=45))
        assert len(document.history()) == 1
