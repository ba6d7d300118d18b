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


def merge(arguments: Namespace) -> int:
    """Bring in the edits of another copy of the event; 1 where conflicts are left."""
    with Document.open(arguments.file, writable=not arguments.dry_run) as document:
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
        would = "would come in" if arguments.dry_run else "came in"
        print(f"{news.merged.count} changes in {len(news.merged.new)} steps {would}.")
        for conflict in conflicts:
            print(conflict_in_words(programme, conflict))
        if conflicts:
            note("Settle these in the window, or merge once more with --take mine or --take theirs.")
    return 1 if conflicts else 0


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
