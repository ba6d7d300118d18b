"""The commands that only look: show, check, history, backups, verify."""

from argparse import Namespace
from collections.abc import Mapping, Sequence

from majlis.cli.output import say_json, say_table
from majlis.document import Document, list_backups
from majlis.programme.names import full_name, name_of
from majlis.programme.plain import plain_time, to_plain
from majlis.programme.programme import Programme, end_of
from majlis.programme.records import RECORDS, Part, Person, Placement, Record, Session
from majlis.programme.refusal import Refusal


def show(arguments: Namespace) -> int:
    """Show the event and its counts, or every record of one table."""
    table: str | None = arguments.table
    if table is not None and table not in RECORDS:
        raise Refusal(f"There is no table “{table}”; there are {', '.join(RECORDS)}.")
    with Document.open(arguments.file, writable=False) as document:
        programme = document.programme
    if table is None:
        _show_event(programme, as_json=arguments.json)
    elif arguments.json:
        say_json([_plain(programme, record) for record in programme.tables[table].values()])
    else:
        say_table(*_people_readable(programme, table))
    return 0


def check(arguments: Namespace) -> int:
    """Check the programme; 1 where an error that nobody waived was found."""
    from majlis.programme.rules import problems  # noqa: PLC0415 - `show` starts without the rules

    with Document.open(arguments.file, writable=False) as document:
        found = problems(document.programme)
    if arguments.json:
        say_json(
            [
                {
                    "rule": problem.rule,
                    "severity": problem.severity,
                    "text": problem.text,
                    "about": list(problem.about),
                    "waived": problem.waived,
                }
                for problem in found
            ]
        )
    else:
        for problem in found:
            print(f"{problem.severity}{' (waived)' if problem.waived else ''}: {problem.text}")
        counts = {word: sum(each.severity == word for each in found) for word in ("error", "warning", "note")}
        print(", ".join(f"{count} {word}{'' if count == 1 else 's'}" for word, count in counts.items()))
    return int(any(problem.severity == "error" and not problem.waived for problem in found))


def history(arguments: Namespace) -> int:
    """Show what was done to the event, newest first."""
    with Document.open(arguments.file, writable=False) as document:
        steps = document.history()
    if arguments.json:
        say_json(
            [
                {
                    "id": step.id,
                    "at": step.at.isoformat(timespec="seconds"),
                    "who": step.who,
                    "label": step.label,
                    "undone": step.undone,
                    "changes": step.changes,
                }
                for step in steps
            ]
        )
    else:
        rows = (
            (f"{step.at.astimezone():%Y-%m-%d %H:%M}", step.who, step.changes, step.label, "undone" * step.undone)
            for step in steps
        )
        say_table(("when", "who", "records", "what", ""), rows)
    return 0


def backups(arguments: Namespace) -> int:
    """Show the copies of a file, newest first."""
    found = list_backups(arguments.file)
    if arguments.json:
        say_json([{"backup": each.name, "at": plain_time(each.at), "why": each.why} for each in found])
    else:
        say_table(("backup", "made", "why"), ((each.name, each.at, each.why) for each in found))
    return 0


def verify(arguments: Namespace) -> int:
    """Check the file, its journal and its references; 1 where something is wrong with them."""
    with Document.open(arguments.file, writable=False) as document:
        wrong = document.verify()
    for sentence in wrong:
        print(sentence)
    if not wrong:
        print("The file, its journal and its references are sound.")
    return int(bool(wrong))


def _show_event(programme: Programme, *, as_json: bool) -> None:
    counts = {table: len(records) for table, records in programme.tables.items() if table != "events"}
    event = programme.event
    if as_json:
        days = [to_plain(day) for day in programme.days_in_order()]
        say_json({"event": to_plain(event), "days": days, "counts": counts})
        return
    print(name_of(programme, event))
    days = programme.days_in_order()
    if days:
        where = event.city.best(event.languages) or event.venue.best(event.languages)
        print(f"{days[0].date} to {days[-1].date}, {where + ', ' if where else ''}{event.zone}")
    say_table(("", ""), ((table, count) for table, count in counts.items()))


def _plain(programme: Programme, record: Record) -> Mapping[str, object]:
    plain = to_plain(record)
    if isinstance(record, Placement):
        minutes = programme.sessions[record.session_id].minutes
        end = plain_time(end_of(record.start, minutes)) if record.start else None
        plain = {name: value for name, value in plain.items() if name != "pinned"} | {
            "end": end,
            "pinned": record.pinned,
        }
    return plain


def _people_readable(programme: Programme, table: str) -> tuple[tuple[str, ...], Sequence[tuple[object, ...]]]:
    records = programme.tables[table].values()
    if table == "sessions":
        heads = ("start", "min", "place", "session", "people", "id")
        rows = [_session_row(programme, each) for each in records if isinstance(each, Session)]
        return heads, sorted(rows, key=lambda row: str(row[0] or "~"))
    if table == "people":
        people = [each for each in records if isinstance(each, Person)]
        languages = programme.event.languages
        rows = [
            (full_name(each, languages), each.country, len(programme.parts_by(each.id)), each.id)
            for each in people
        ]
        return ("person", "country", "parts", "id"), rows
    if table == "parts":
        rows = [
            (
                name_of(programme, each),
                name_of(programme, programme.sessions[each.session_id]),
                each.state,
                each.id,
            )
            for each in records
            if isinstance(each, Part)
        ]
        return ("part", "session", "state", "id"), rows
    return (table, "id"), [(name_of(programme, each), each.id) for each in records]


def _session_row(programme: Programme, session: Session) -> tuple[object, ...]:
    placed = programme.placements_of(session.id)
    start = placed[0].start if placed else None
    place = programme.places.get(placed[0].place_id or "") if placed else None
    people = (name_of(programme, programme.people[part.person_id]) for part in programme.parts_of(session.id))
    return (
        plain_time(start).replace("T", " ") if start else "",
        session.minutes,
        name_of(programme, place) if place else "",
        name_of(programme, session),
        ", ".join(people),
        session.id,
    )
