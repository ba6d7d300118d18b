"""What another file would bring, put together by the worker for the preview: rows, counts and disagreements."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from majlis.document import Document, News, Progress
from majlis.programme.edits.edit import StaleEditError, apply
from majlis.programme.journal import BEING, Conflict, field_changes
from majlis.programme.journal.grouping import Entry, Group, grouped, steps_by_record
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal
from majlis.store.private import private_copy
from majlis.ui.differences.rows import Row, rows_of
from majlis.ui.differences.speech import moment_in_words, wording
from majlis.ui.languages import isolated
from majlis.ui.merging.disputes import Dispute, disputes_of, together

if TYPE_CHECKING:
    from majlis.exchange.formats import Reading


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file would bring to a programme, as it is shown before anybody agrees to it.

    `news` is that of a copy, `reading` of a file which is none; one of both is None. `records` counts what is
    added, changed and removed, `people` says who took how many of the steps, `since` and `until` when.
    """

    path: Path
    programme: Programme
    rows: tuple[Row, ...]
    records: Mapping[str, int]
    news: News | None = None
    reading: "Reading | None" = None
    people: Mapping[str, int] = field(default_factory=dict[str, int])
    since: datetime | None = None
    until: datetime | None = None
    disputes: tuple[Dispute, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether all of it is here already."""
        return not (self.reading.edit if self.reading else self.news and self.news.merged.new)

    @property
    def counted(self) -> str:
        """How many records are added, changed and removed, in words; "" for none."""
        return ", ".join(f"{count:,} {done}" for done, count in self.records.items())


def read(document: Document, path: Path, tell: Progress) -> Incoming:
    """Read what a file would bring, as a copy of the event or else as an import; called in the worker.

    Raises `Refusal` where the file can't be trusted.
    """
    try:
        return read_copy(document, path, tell)
    except Refusal:
        if document.is_copy(path):
            raise
    return read_foreign(document.programme, path, tell)


def read_copy(document: Document, path: Path, tell: Progress) -> Incoming:
    """Read what a copy of the event would bring; called in the worker.

    Raises `Refusal` where the file can't be trusted or is no copy.
    """
    while True:
        programme = document.programme
        try:
            news = document.news_in(path, tell)
        except StaleEditError:
            if document.programme is programme:
                raise
            continue  # something was changed meanwhile
        if news.programme is programme:
            tell(0.9)
            return of_news(news)


def read_foreign(programme: Programme, path: Path, tell: Progress) -> Incoming:
    """Read what the file of another event would bring as an import, by id, key and name."""
    from majlis.exchange.formats import read_other  # noqa: PLC0415 - slow to import, and seldom needed

    with private_copy(path) as other:
        tell(0.3)
        reading = read_other(other.read(), other.content, programme)
    tell(0.9)
    return of_reading(path, programme, reading)


def of_news(news: News) -> Incoming:
    """Return what the news of a copy come to."""
    merged = news.merged
    after = apply(news.programme, merged.edit)
    changes = field_changes(merged.edit)
    words = wording(after).knowing(changes)
    groups = grouped(changes, words, steps_by_record(merged.new, merged.changes))
    groups = tuple(Group(group.table, tuple(_marked(entry, news) for entry in group.entries)) for group in groups)
    moments = [step.at for step in merged.new]
    return Incoming(
        news.path,
        news.programme,
        rows_of(groups, words, _Notes(news.conflicts), grouped_above=0),
        _counted(groups),
        news=news,
        people=Counter(step.who for step in merged.new if step.kind == "edit"),
        since=min(moments, default=None),
        until=max(moments, default=None),
        disputes=disputes_of(news.conflicts, words),
    )


def of_reading(path: Path, programme: Programme, reading: "Reading") -> Incoming:
    """Return what a file that is no copy of the event would bring as an import."""
    changes = field_changes(reading.edit)
    words = wording(apply(programme, reading.edit)).knowing(changes)
    groups = grouped(changes, words)
    return Incoming(path, programme, rows_of(groups, words, grouped_above=0), _counted(groups), reading=reading)


class _Notes:
    """Says of a record at its row's end who changed it, when, and how many disagreements there are on it."""

    def __init__(self, conflicts: Iterable[Conflict]) -> None:
        self._counts = Counter((one[0].table, one[0].id) for one in together(conflicts))

    def __call__(self, entry: Entry) -> str:
        who = " and ".join(isolated(name) for name in entry.who)
        count = sum(self._counts[change.key] for change in entry.changes)
        disputed = "1 disagreement" if count == 1 else f"{count:,} disagreements" if count else ""
        return ", ".join(filter(None, (disputed, who, moment_in_words(entry.at) if entry.at else "")))


def _marked(entry: Entry, news: News) -> Entry:
    """Return an entry that says of a record removed here that it comes back, since it was changed there."""
    fought = ((conflict.table, conflict.id) for conflict in news.conflicts if conflict.field == BEING)
    back = entry.done == "added" and (entry.table, entry.id) in fought
    return replace(entry, done="brought back") if back else entry


def _counted(groups: tuple[Group, ...]) -> dict[str, int]:
    done = Counter(entry.done for group in groups for entry in group.entries)
    return {key: done[key] for key in ("added", "brought back", "changed", "removed") if done[key]}
