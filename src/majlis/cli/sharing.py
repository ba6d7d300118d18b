"""The command that puts a copy into a shared folder, and tells or brings in what the other copies there have."""

from argparse import Namespace
from dataclasses import dataclass, field
from pathlib import Path

from majlis.cli.merging import conflicts_as_json
from majlis.cli.output import note, say_json
from majlis.document import Document
from majlis.programme.journal import Conflict
from majlis.programme.journal.wording import conflict_in_words
from majlis.programme.refusal import Refusal
from majlis.store.laptop import this_laptop
from majlis.store.share import Copy, Look, SharedFolder


@dataclass(slots=True)
class _Taken:
    """What came in: changes of records and steps, and in sentences what could not."""

    changes: int = 0
    steps: int = 0
    refused: dict[str, str] = field(default_factory=dict)


def share(arguments: Namespace) -> int:
    """Put this laptop's copy into a folder; with `take` bring in the others' news; 1 where something is left."""
    taken = _Taken()
    conflicts: tuple[Conflict, ...] = ()
    with Document.open(arguments.file, writable=arguments.take) as document:
        shared = SharedFolder(document.path, arguments.folder, this_laptop())
        put = shared.put()
        look = shared.look()
        if arguments.take:
            look = _take(document, shared, look, taken)
            put = _put_again(shared, taken) or put
            conflicts = document.conflicts()
        programme = document.programme
    if arguments.json:
        told = _told(put=put, look=look, taken=taken)
        say_json({**told, "conflicts": conflicts_as_json(programme, conflicts)})
    else:
        _say(put=put, look=look, taken=taken if arguments.take else None)
        for conflict in conflicts:
            print(conflict_in_words(programme, conflict))
    for sentence in taken.refused.values():
        note(sentence)
    return 1 if conflicts or taken.refused else 0


def _take(document: Document, shared: SharedFolder, look: Look, taken: _Taken) -> Look:
    """Bring in the news of one copy after another; what one brings need not come from the next."""
    tried: set[Path] = set()
    while news := [copy for copy in look.news if copy.path not in tried]:
        tried.add(news[0].path)
        try:
            found = document.news_in(news[0].path)
            document.merge(found)
        except Refusal as refusal:
            if document.read_only:
                raise
            taken.refused[news[0].path.name] = str(refusal)
        else:
            taken.changes += found.merged.count
            taken.steps += len(found.merged.new)
        look = shared.look()
    return look


def _put_again(shared: SharedFolder, taken: _Taken) -> bool:
    """Put the copy with what came in; what was brought in stays so where that can't be."""
    try:
        return shared.put()
    except Refusal as refusal:
        taken.refused[""] = str(refusal)
        return False


def _told(*, put: bool, look: Look, taken: _Taken) -> dict[str, object]:
    return {
        "put": put,
        "changes": taken.changes,
        "steps": taken.steps,
        "copies": [
            {"file": copy.path.name, "laptop": copy.laptop, "at": copy.at.isoformat(), "news": copy.news}
            for copy in look.copies
        ],
        "passed_over": [{"file": each.path.name, "text": each.why} for each in look.passed_over],
        "refused": [{"file": name, "text": text} for name, text in taken.refused.items()],
    }


def _say(*, put: bool, look: Look, taken: _Taken | None) -> None:
    print("This laptop's copy was put there." if put else "This laptop's copy is there already.")
    if taken is not None:
        print(f"{_counted(taken.changes, 'change')} in {_counted(taken.steps, 'step')} came in.")
    for copy in look.copies:
        print(_news_in_words(copy))
    for each in look.passed_over:
        note(each.why)
    if taken is None and look.news:
        note("Bring them in with --take, or in the window.")


def _news_in_words(copy: Copy) -> str:
    whose = f"an earlier copy of this laptop, {copy.path.name}" if copy.mine else copy.laptop
    steps = _counted(copy.news, "new step") if copy.news else "nothing new"
    return f"{whose}: {steps}, written {copy.at.astimezone():%Y-%m-%d %H:%M}"


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
