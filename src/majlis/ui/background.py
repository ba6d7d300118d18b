"""One worker thread for what takes long: jobs one after another, each with progress, cancel and an outcome.

A job works on values only (a programme, bytes, options) and never touches a widget; its outcome comes back as a
signal in the window's own thread.
"""

from collections.abc import Callable
from queue import SimpleQueue
import sys
from threading import Event, Thread
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from majlis.programme.refusal import Refusal

Progress = Callable[[float], None]
"""Tell how much is done, from 0 to 1; it raises `CancelledError` where the user asked to stop."""


class CancelledError(Exception):
    """The user asked a job to stop."""


class Job(QObject):
    """One piece of long work: `text` says in words what it does, as in “Printing the programme book”.

    Exactly one of `done` (the result), `failed` (a sentence) and `cancelled` comes, then `ended`; for what nobody
    foresaw the error window opens and only `ended` comes.
    """

    progress = Signal(float)
    done = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    ended = Signal()
    _outcome = Signal(object, object)

    def __init__(self, text: str, work: Callable[[Progress], object], parent: QObject) -> None:
        super().__init__(parent)
        self.text = text
        self._work = work
        self._stop = Event()
        self._outcome.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the job to stop; it does so where it next tells its progress."""
        self._stop.set()

    def run(self) -> None:
        """Do the work; called in the worker thread."""
        try:
            self._tell(0.0)
            result = self._work(self._tell)
        except Exception as error:  # noqa: BLE001 - sorted out in the window's thread
            self._outcome.emit(None, error)
        else:
            self._outcome.emit(result, None)

    def _tell(self, part: float) -> None:
        if self._stop.is_set():
            raise CancelledError
        self.progress.emit(min(max(part, 0.0), 1.0))

    @Slot(object, object)
    def _finish(self, result: object, error: BaseException | None) -> None:
        match error:
            case None:
                self.done.emit(result)
            case CancelledError():
                self.cancelled.emit()
            case Refusal():
                self.failed.emit(str(error))
            case _:
                sys.excepthook(type(error), error, error.__traceback__)
        self.ended.emit()
        self.deleteLater()


def _work_off(work: "SimpleQueue[Callable[[], None] | None]") -> None:
    """Do what stands in a queue until that is None; this is the worker thread."""
    while (run := work.get()) is not None:
        run()


class Background(QObject):
    """The worker thread of a window; it starts with its first job and ends with `stop`."""

    started = Signal(Job)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None
        self._queue: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._jobs: list[Job] = []
        self._ended = False

    def start(
        self,
        text: str,
        work: Callable[[Progress], object],
        *,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[str], object] | None = None,
    ) -> Job:
        """Queue a job; `work` runs in the worker thread, `done` and `failed` are called in this one.

        After `stop` a job is never begun: whoever answers to the end of one with another needs not know.
        """
        job = Job(text, work, self)
        if done is not None:
            job.done.connect(done)
        if failed is not None:
            job.failed.connect(failed)
        job.ended.connect(self._forget_oldest)
        self._jobs.append(job)
        if self._ended:
            return job
        self.started.emit(job)
        if self._thread is None:
            self._thread = Thread(target=_work_off, args=(self._queue,), daemon=True, name="worker")
            self._thread.start()
        self._queue.put(job.run)
        return job

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._jobs)

    def pause(self) -> None:
        """Cancel every job and wait until none runs; what is started later runs as ever."""
        for job in self._jobs:
            job.cancel()
        if self._thread is not None:
            at_rest = Event()
            self._queue.put(at_rest.set)
            at_rest.wait()

    def stop(self) -> None:
        """Cancel every job and wait until the thread has ended."""
        self._ended = True
        for job in self._jobs:
            job.cancel()
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join()
            self._thread = None

    @Slot()
    def _forget_oldest(self) -> None:
        self._jobs.pop(0)
