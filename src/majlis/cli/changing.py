"""The commands that write the file: new, set, import, undo, redo, restore."""

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from majlis.cli.output import note, progress_to_terminal, say_json
from majlis.cli.values import set_values
from majlis.document import Document
from majlis.document import restore as put_back
from majlis.programme.edits.new_event import new_programme
from majlis.programme.programme import Programme
from majlis.programme.refusal import Refusal

LARGEST_SOURCE = 500_000_000
"""Bytes that a file to import may have."""


def new(arguments: Namespace) -> int:
    """Make a file with an event and its days, or with the demo event."""
    if arguments.demo:
        from majlis.demo import demo_programme  # noqa: PLC0415 - only here

        programme = demo_programme(arguments.size or "full", with_problems=arguments.with_problems)
    else:
        languages = tuple(word.strip() for word in arguments.languages.split(",") if word.strip())
        title = arguments.title or arguments.file.stem
        programme = new_programme(title, arguments.start, arguments.days, arguments.zone, languages)
    Document.create(arguments.file, programme).close()
    note(f"“{arguments.file}” is made.")
    return 0


def set_fields(arguments: Namespace) -> int:
    """Give fields of one record new values, as one edit."""
    with Document.open(arguments.file) as document:
        edit = set_values(document.programme, arguments.id, arguments.values)
        document.do(edit)
        _tell_backup(document)
    note(f"{edit.label}." if edit else "It is so already; nothing was changed.")
    return 0


def take_in(arguments: Namespace) -> int:
    """Take in another program's programme; a file that is not there is made."""
    from majlis.exchange.formats import read  # noqa: PLC0415 - only here

    data = _source(arguments.source)
    fresh = not arguments.file.exists()
    if fresh:
        reading = read(data, Programme.of(), arguments.format, progress_to_terminal)
        if not arguments.dry_run:
            programme = Programme.of().changed((each.table, each.id, each.after) for each in reading.edit.changes)
            Document.create(arguments.file, programme, reading.edit.label, reading.contents).close()
    else:
        with Document.open(arguments.file, writable=not arguments.dry_run) as document:
            reading = read(data, document.programme, arguments.format, progress_to_terminal)
            if reading.edit and not arguments.dry_run:
                if document.read_only:
                    raise Refusal(f"“{arguments.file}” was not changed. {document.read_only}")
                document.back_up("before import")
                document.do(reading.edit, reading.contents)
                _tell_backup(document)
    doubts = [{"where": doubt.where, "text": doubt.text} for doubt in reading.doubts]
    if arguments.json:
        counts = {"added": reading.added, "updated": reading.updated, "unchanged": reading.unchanged}
        say_json({"format": reading.format, **counts, "problems": doubts})
        return 0
    for doubt in doubts:
        note(f"{doubt['where']}: {doubt['text']}")
    would = "would be " if arguments.dry_run else ""
    for word, tables in (("added", reading.added), ("updated", reading.updated)):
        print(f"{would}{word}: {_counted(tables)}")
    return 0


def undo(arguments: Namespace) -> int:
    """Take back the last edits."""
    return _go_back(arguments, "undo")


def redo(arguments: Namespace) -> int:
    """Bring again what was undone."""
    return _go_back(arguments, "redo")


def restore(arguments: Namespace) -> int:
    """Go back to a backup; the file as it is becomes one."""
    newer = put_back(arguments.file, arguments.backup)
    note(f"“{arguments.file}” is as in “{arguments.backup}”; how it was before is in “{newer.name}”.")
    return 0


def _go_back(arguments: Namespace, way: str) -> int:
    with Document.open(arguments.file) as document:
        if document.read_only:
            raise Refusal(f"“{arguments.file}” was not changed. {document.read_only}")
        for number in range(arguments.steps):
            label = document.undo_label if way == "undo" else document.redo_label
            done = document.undo() if way == "undo" else document.redo()
            if done is None:
                if number == 0:
                    raise Refusal(f"There is nothing to {way}.")
                note(f"There is nothing more to {way}.")
                break
            note(f"{way.capitalize()}: {label}.")
        _tell_backup(document)
    return 0


def _source(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Refusal(f"“{path}” is a folder; choose a file.")
        if not path.is_file() and path.exists():
            raise Refusal(f"“{path}” is no ordinary file; choose one.")
        if path.stat().st_size > LARGEST_SOURCE:
            raise Refusal(
                f"“{path}” has over {LARGEST_SOURCE // 1_000_000} MB, more than any programme; check it."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise Refusal(f"There is no file “{path}”; check its name.") from None
    except OSError as error:
        raise Refusal(f"“{path}” can't be read: {error.strerror or error}.") from error


def _tell_backup(document: Document) -> None:
    if document.backup_refused:
        note(document.backup_refused)


def _counted(tables: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {table}" for table, count in tables.items() if count) or "nothing"
