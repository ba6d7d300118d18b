"""What taking a source in comes to: an edit, its contents, and how many records it adds, updates and leaves."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from majlis.exchange.doubts import Doubts
from majlis.programme.bounds import shortened
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
    label: str,
    pairs: Iterable[Pair],
    tables: Iterable[str],
    doubts: Doubts,
    contents: Mapping[str, bytes] | None = None,
) -> Taken:
    """Return what these pairs come to; an event that is as every programme begins counts as new.

    Texts that are longer than a file may hold are cut, and doubted.
    """
    counts: dict[str, Counter[str]] = {table: Counter() for table in tables}
    changes: list[Change] = []
    for before, told in pairs:
        after, cut = shortened(told)
        for name in cut:
            where = f"{after.table} {after.id}"
            doubts.add("long texts", where, f"the {name} is longer than can be kept; the end was cut off")
        if before == after:
            counts[after.table]["unchanged"] += 1
        else:
            counts[after.table]["added" if before is None or before == Event() else "updated"] += 1
            changes.append(Change(before, after))
    added, updated, unchanged = (
        {table: counted[what] for table, counted in counts.items()} for what in ("added", "updated", "unchanged")
    )
    return Taken(Edit(label, tuple(changes)), added, updated, unchanged, contents or {})


def without_circles(programme: Programme, pairs: Iterable[Pair]) -> list[Pair]:
    """Return pairs by which nothing comes to lie within itself: what would, stays where it is."""
    found = list(pairs)
    parents = {
        (table, key): _parent(record) for table in _TREES for key, record in programme.tables[table].items()
    }
    parents |= {(after.table, after.id): _parent(after) for _, after in found if after.table in _TREES}
    moved = [at for at, (before, after) in enumerate(found) if before and _parent(before) != _parent(after)]
    while (at := next((at for at in moved if _is_in_circle(parents, found[at][1])), None)) is not None:
        before, after = found[at]
        stays = _parent(before)
        parents[after.table, after.id] = stays
        found[at] = before, replace(after, parent_id=stays)
        moved.remove(at)
    return found


def _parent(record: Record | None) -> str | None:
    return getattr(record, "parent_id", None)


def _is_in_circle(parents: Mapping[tuple[str, str], str | None], record: Record) -> bool:
    at, seen = _parent(record), set[str]()
    while at is not None and at != record.id and at not in seen:
        seen.add(at)
        at = parents.get((record.table, at))
    return at == record.id
