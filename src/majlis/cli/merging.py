"""The command that brings in another copy's edits, and says where the copies disagree."""

from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from majlis.cli.output import note, say_json
from majlis.document import Document
from majlis.programme.edits.edit import apply
from majlis.programme.journal import BEING, Conflict
from majlis.programme.journal.wording import conflict_in_words
from majlis.programme.plain import to_plain
from majlis.programme.programme import Programme
from majlis.store.private import private_copy


def merge(arguments: Namespace) -> int:
    """Bring in the edits of another copy of the event; 1 where conflicts are left.

    A file that is no copy of the event is taken in like an import: by id, key and name, as one step.
    """
    with Document.open(arguments.file, writable=not arguments.dry_run) as document:
        if not document.is_copy(arguments.other):
            return _take_in_other(document, arguments)
        news = document.news_in(arguments.other)
        if arguments.dry_run:
            programme = apply(document.programme, news.merged.edit)
            conflicts = () if arguments.take else news.conflicts
        else:
            document.merge(news)
            if arguments.take:
                document.settle_all(theirs=arguments.take == "theirs")
            programme, conflicts = document.programme, document.conflicts()
    if arguments.json:
        say_json({"changes": news.merged.count, "conflicts": conflicts_as_json(programme, conflicts)})
    else:
        print(f"{news.merged.count} changes in {len(news.merged.new)} steps {_came_in(arguments)}.")
        for conflict in conflicts:
            print(conflict_in_words(programme, conflict))
        if conflicts:
            note("Settle these in the window, or merge once more with --take mine or --take theirs.")
    return 1 if conflicts else 0


def _take_in_other(document: Document, arguments: Namespace) -> int:
    from majlis.exchange.formats import read_other  # noqa: PLC0415 - slow to import, and seldom needed

    with private_copy(arguments.other) as other:
        reading = read_other(other.read(), other.content, document.programme)
    if reading.edit and not arguments.dry_run:
        document.back_up("before import")
        document.do(reading.edit, reading.contents)
    note(f"“{arguments.other}” is no copy of this event; it was matched by key and name, as an import.")
    for doubt in reading.doubts:
        note(f"{doubt.where}: {doubt.text}")
    changes = len(reading.edit.changes)
    if arguments.json:
        say_json({"changes": changes, "conflicts": []})
    else:
        print(f"{changes} changes {_came_in(arguments)}.")
    return 0


def _came_in(arguments: Namespace) -> str:
    return "would come in" if arguments.dry_run else "came in"


def conflicts_as_json(programme: Programme, conflicts: Iterable[Conflict]) -> list[dict[str, Any]]:
    """Return conflicts as scripts read them: one a field; the languages of a text are told together."""
    told: dict[tuple[str, str, str], dict[str, Any]] = {}
    for conflict in conflicts:
        field, _, language = conflict.field.partition(".")
        one = _told(programme, conflict)
        if not language:
            told[conflict.table, conflict.id, field] = one
            continue
        there = told.setdefault((conflict.table, conflict.id, field), _whole(programme, one, field))
        for side in ("base", "mine", "theirs"):
            there[side] = _with(there[side], language, one[side])
        there["text"] = f"{there['text']} {one['text']}".strip()
    return list(told.values())


def _told(programme: Programme, conflict: Conflict) -> dict[str, Any]:
    mine, theirs = conflict.side(theirs=False), conflict.side(theirs=True)
    values = {"base": conflict.base, "mine": mine.value, "theirs": theirs.value}
    if conflict.field == BEING:
        record = to_plain(programme.tables[conflict.table][conflict.id])
        values = {side: record if value else None for side, value in values.items()}
    about = {"table": conflict.table, "id": conflict.id, "field": conflict.field}
    return {**about, **values, "text": conflict_in_words(programme, conflict)}


def _whole(programme: Programme, one: dict[str, Any], field: str) -> dict[str, Any]:
    texts = to_plain(programme.tables[one["table"]][one["id"]])[field]
    return {**one, "field": field, "base": texts, "mine": texts, "theirs": texts, "text": ""}


def _with(texts: dict[str, str], language: str, text: str | None) -> dict[str, str]:
    rest = {other: value for other, value in texts.items() if other != language}
    return {**rest, language: text} if text else rest
