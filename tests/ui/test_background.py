"""The worker: results come back in the window's thread, jobs can be stopped, and refusals are sentences."""

from collections.abc import Iterator
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject
import pytest
from pytestqt.qtbot import QtBot

from majlis.programme.refusal import Refusal
from majlis.ui.background import Background, Progress
from majlis.ui.status import JobBar


@pytest.fixture
def worker() -> Iterator[Background]:
    """Return a worker, and end it."""
    owner = QObject()
    made = Background(owner)
    yield made
    made.stop()


def test_jobs_are_done_in_turn_in_another_thread(worker: Background, qtbot: QtBot) -> None:
    done: list[tuple[str, bool]] = []
    here = threading.get_ident()
    for name in ("first", "second"):
        worker.start(
            name,
            lambda _tell, name=name: (name, threading.get_ident() != here),
            done=lambda result: done.append((*result, threading.get_ident() == here)),
        )
    qtbot.waitUntil(lambda: not worker.busy)
    assert done == [("first", True, True), ("second", True, True)]


def test_a_refusal_comes_as_a_sentence(worker: Background, qtbot: QtBot) -> None:
    said: list[str] = []

    def refuse(_tell: Progress) -> None:
        raise Refusal("Not this file.")

    worker.start("reading", refuse, failed=said.append)
    qtbot.waitUntil(lambda: not worker.busy)
    assert said == ["Not this file."]


def test_what_nobody_foresaw_goes_to_the_error_window(
    worker: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        seen.append(str(error))

    monkeypatch.setattr(sys, "excepthook", hook)
    worker.start("failing", lambda _tell: 1 // 0)
    qtbot.waitUntil(lambda: not worker.busy)
    assert seen == ["integer division or modulo by zero"]


def test_a_job_is_shown_and_stopped_by_its_button(worker: Background, qtbot: QtBot) -> None:
    bar = JobBar()
    qtbot.addWidget(bar)
    worker.started.connect(bar.follow)
    waiting = threading.Event()

    def endless(tell: Progress) -> None:
        while True:
            tell(0.5)
            waiting.wait(0.01)

    job = worker.start("Counting without end", endless)
    assert not bar.isHidden()
    assert bar.cancel.accessibleName() == "Cancel: Counting without end"
    qtbot.waitUntil(lambda: bar._bar.value() == 500)
    with qtbot.waitSignal(job.cancelled):
        bar.cancel.click()
    qtbot.waitUntil(bar.isHidden)


def test_stopping_ends_a_running_job(qtbot: QtBot) -> None:
    owner = QObject()
    worker = Background(owner)
    begun = threading.Event()

    def endless(tell: Progress) -> None:
        while True:
            begun.set()
            tell(0.1)

    worker.start("endless", endless)
    begun.wait(5)
    worker.stop()
    assert "worker" not in {thread.name for thread in threading.enumerate()}
