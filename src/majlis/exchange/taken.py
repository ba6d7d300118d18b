"""What taking a source in comes to: an edit, its contents, and how many records it adds, updates and leaves."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from majlis.programme.edits.edit import Change, Edit
from majlis.programme.programme import Programme
from majlis.programme.records import Event, Record

Pair = tuple[Record | None, Record]
"""A record as it is in the programme, None where it is new, and as it will be."""

_TREES: Final = ("places", "themes", "sessions")


@dataclass(frozen=True, slots=True)
class Taken:
    """An edit, and how many records of each table it adds, updates and finds as they are.

    `contents` are the pictures and snapshots that it brings, by the hash of their bytes.
    """

    edit: Edit
    added: dict[str, int]
    updated: dict[str, int]
    unchanged: dict[str, int]
    contents: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


def taken_of(
    label: str, pairs: Iterable[Pair], tables: Iterable[str], contents: Mapping[str, bytes] | None = None
) -> Taken:
    """Return what these pairs come to; an event that is as every programme begins counts as new."""
    counts: dict[str, Counter[str]] = {table: Counter() for table in tables}
    changes: list[Change] = []
    for before, after in pairs:
        if before == after:
            counts[after.table]["unchanged"] += 1
        else:
            counts[after.table]["added" if before is None or before == Event() else "updated"] += 1
            changes.append(Change(before, after))
    added, updated, unchanged = (
        {table: counted[what] for table, counted in counts.items()} for what in ("added", "updated", "unchanged")
    )
    return Taken(Edit(label, tuple(changes)), added, updated, unchanged, contents or {})


def without_circles(programme: Programme, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield pairs so that nothing comes to lie within itself: what would, stays where it is."""
    pairs = list(pairs)
    parents: dict[tuple[str, str], Any] = {
        (table, key): getattr(record, "parent_id", None)
        for table in _TREES
        for key, record in programme.tables[table].items()
    }
    for before, after in pairs:
        if after.table in _TREES and before is None:
            parents[after.table, after.id] = getattr(after, "parent_id", None)
    for before, after in pairs:
        if after.table not in _TREES or before is None:
            yield before, after
            continue
        stays, goes = getattr(before, "parent_id", None), getattr(after, "parent_id", None)
        if stays != goes and _leads_to(parents, after.table, goes, after.id):
            yield before, replace(after, parent_id=stays)
        else:
            parents[after.table, after.id] = goes
            yield before, after


def _leads_to(parents: Mapping[tuple[str, str], str | None], table: str, start: str | None, end: str) -> bool:
    seen: set[str] = set()
    while start is not None and start not in seen:
        if start == end:
            return True
        seen.add(start)
        start = parents.get((table, start))
    return False
