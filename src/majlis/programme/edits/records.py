"""Edits that every kind of record takes: add, amend, translate, duplicate, remove."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, cast

from majlis.programme.edits.edit import Change, Edit
from majlis.programme.edits.validity import check_value
from majlis.programme.edits.wording import check_text
from majlis.programme.ids import new_id, part_id
from majlis.programme.names import name_of
from majlis.programme.plain import field_types
from majlis.programme.programme import Programme
from majlis.programme.records import OWNED, REFERENCES, Event, Link, Record, Session
from majlis.programme.refusal import Refusal
from majlis.programme.texts import EMPTY, Texts

SINGULAR = {
    "events": "event",
    "days": "day",
    "places": "place",
    "themes": "theme",
    "sessions": "session",
    "placements": "placement",
    "people": "person",
    "parts": "part",
    "absences": "absence",
    "waivers": "waiver",
    "editions": "edition",
}
"""What one record of a table is called."""


def add(programme: Programme, record: Record) -> Edit:
    """Add a record; raise `Refusal` where its id is taken or it names a record that is not there."""
    if record.id in programme.tables[record.table]:
        raise Refusal(f"There is a {SINGULAR[record.table]} with the id {record.id} already.")
    _check(programme, record, None)
    extended = programme.changed([(record.table, record.id, record)])
    return Edit(f"Add {quoted(extended, record)}", (Change(None, record),))


def amend(programme: Programme, record: Record, **values: Any) -> Edit:  # noqa: ANN401 - each field has its own type
    """Give fields of a record new values; raise `Refusal` where one can't be.

    A text must be printable, and a reference must lead to a record.
    """
    after = replace(record, **values)
    changed = [field for field in values if getattr(record, field) != getattr(after, field)]
    if not changed:
        return Edit("", ())
    _check(programme, after, record)
    words = " and ".join(field.removesuffix("_id").replace("_", " ") for field in changed)
    return Edit(f"Change {words} of {quoted(programme, record)}", (Change(record, after),))


def translate(programme: Programme, record: Record, field: str, language: str, text: str) -> Edit:
    """Give one language of a record's text; an empty text takes the language away."""
    texts: Texts = getattr(record, field)
    edit = amend(programme, record, **{field: texts.but({language: text.strip()})})
    if not edit:
        return edit
    verb = "Retitle" if field == "title" else f"Change {field} ({language}) of"
    return Edit(f"{verb} {quoted(programme, record)}", edit.changes)


def duplicate(programme: Programme, session: Session) -> Edit:
    """Add a copy of a session with its people, without a time and without the source's key."""
    copy = replace(session, id=new_id(), key="", slug="", url="")
    parts = [
        replace(part, id=part_id(copy.id, part.person_id, part.role), session_id=copy.id)
        for part in programme.parts_of(session.id)
    ]
    changes = tuple(Change(None, record) for record in (copy, *parts))
    return Edit(f"Duplicate {quoted(programme, session)}", changes)


def remove(programme: Programme, records: Iterable[Record]) -> Edit:
    """Remove records with what belongs to them alone; what merely names them stays and names nothing.

    The event itself is refused.
    """
    records = tuple(records)
    if any(isinstance(record, Event) for record in records):
        raise Refusal("The event itself can't be removed; make a new file instead.")
    going = {(record.table, record.id): record for record in records}
    emptied: dict[tuple[str, str], Record] = {}
    queue = list(records)
    while queue:
        for user, field in programme.users_of(queue.pop()):
            key = user.table, user.id
            if key in going:
                continue
            if (user.table, field) in OWNED:
                going[key] = user
                queue.append(user)
            else:
                emptied[key] = replace(emptied.get(key, user), **{field: None})
    gone = tuple(Change(record, None) for record in reversed(going.values()))
    left = tuple(
        Change(programme.tables[table][key], after)
        for (table, key), after in emptied.items()
        if (table, key) not in going
    )
    return Edit(f"Remove {listed(programme, records)}", (*left, *gone))


def quoted(programme: Programme, record: Record) -> str:
    """Return a record's kind and name for a label, as in `session “Opening”`; long names are cut."""
    name = name_of(programme, record)
    short = name if len(name) <= 60 else name[:57].rstrip() + "…"
    return f"{SINGULAR[record.table]} “{short}”"


def listed(programme: Programme, records: tuple[Record, ...]) -> str:
    """Return what a label calls several records: the only one by name, more of them by number."""
    if len(records) == 1:
        return quoted(programme, records[0])
    tables = {record.table for record in records}
    return f"{len(records)} {tables.pop() if len(tables) == 1 else 'records'}"


def _check(programme: Programme, record: Record, before: Record | None) -> None:
    for field in field_types(record.table):
        value, old = getattr(record, field), getattr(before, field, None)
        if before is None or value != old:
            for text in _new_texts(value, old) if field != "id" else ():
                _check_clean(field, text)
            check_value(record.table, field, value)
    _check_named(programme, record)
    for field in ("title", "name"):
        if getattr(before, field, None) and not getattr(record, field):
            singular = SINGULAR[record.table]
            raise Refusal(
                f"The {singular} would have no {field} in any language; give it one, or remove the {singular}."
            )


def _new_texts(value: object, old: object) -> Iterator[str]:
    """Yield the texts within a field's value that were not within its old one."""
    match value:
        case str():
            yield value
        case Texts():
            known: Texts = old if isinstance(old, Texts) else EMPTY
            yield from (text for language, text in value.items() if text != known.get(language))
        case Link():
            yield from (value.title, value.url)
        case tuple():
            for one in cast("tuple[object, ...]", value):
                yield from _new_texts(one, None)
        case _:
            return


def _check_clean(field: str, text: str) -> None:
    if check_text(field, text) != text:
        raise Refusal(f"The {field} {text[:40]!r} is not clean text; take away the blanks around it.")


def _check_named(programme: Programme, record: Record) -> None:
    for field, target in REFERENCES.get(record.table, {}).items():
        named = getattr(record, field)
        if named is None:
            continue
        if named not in programme.tables[target]:
            raise Refusal(f"There is no {SINGULAR[target]} with the id {named}.")
        if field == "parent_id" and _in_a_circle(programme, record, named):
            raise Refusal(f"A {SINGULAR[target]} can't lie within itself; choose another to hold it.")


def _in_a_circle(programme: Programme, record: Record, parent: str | None) -> bool:
    seen: set[str] = set()
    while parent is not None and parent not in seen:
        if parent == record.id:
            return True
        seen.add(parent)
        above = programme.tables[record.table].get(parent)
        parent = getattr(above, "parent_id", None)
    return False
