"""Edits of people: give a person a part, take it away, put the people of a session in order; their photos."""

from collections.abc import Sequence
from dataclasses import replace

from majlis.programme.edits.edit import Change, Edit
from majlis.programme.edits.records import quoted
from majlis.programme.edits.validity import check_photo
from majlis.programme.ids import part_id
from majlis.programme.names import name_of
from majlis.programme.programme import Programme
from majlis.programme.records import Part, Person, Session
from majlis.programme.refusal import Refusal


def assign(programme: Programme, session: Session, person: Person, role: str) -> Edit:
    """Give a person a part in a session, after those who have one; raise `Refusal` where it is theirs already."""
    key = part_id(session.id, person.id, role)
    name = name_of(programme, person)
    if key in programme.parts:
        raise Refusal(f"{name} is {role} of {quoted(programme, session)} already.")
    positions = (part.position for part in programme.parts_of(session.id))
    part = Part(
        id=key, session_id=session.id, person_id=person.id, role=role, position=max(positions, default=-1) + 1
    )
    return Edit(f"Make {name} {role} of {quoted(programme, session)}", (Change(None, part),))


def dismiss(programme: Programme, part: Part) -> Edit:
    """Take a part away from a person."""
    session, person = programme.sessions[part.session_id], programme.people[part.person_id]
    return Edit(f"Take {name_of(programme, person)} off {quoted(programme, session)}", (Change(part, None),))


def recast(programme: Programme, part: Part, role: str) -> Edit:
    """Give a person another role in the same session, at the same position."""
    key = part_id(part.session_id, part.person_id, role)
    if key in programme.parts:
        raise Refusal(f"{name_of(programme, programme.people[part.person_id])} is {role} of this session already.")
    after = replace(part, id=key, role=role)
    label = f"Make {name_of(programme, programme.people[part.person_id])} {role}"
    return Edit(label, (Change(part, None), Change(None, after)))


def reorder(programme: Programme, session: Session, parts: Sequence[Part]) -> Edit:
    """Put the parts of a session in this order."""
    changes = tuple(
        Change(part, replace(part, position=number))
        for number, part in enumerate(parts)
        if part.position != number
    )
    return Edit(f"Reorder people of {quoted(programme, session)}", changes)


def portray(programme: Programme, person: Person, picture_hash: str) -> Edit:
    """Give a person a photo, by the hash of its bytes; where it is theirs already the edit is empty."""
    check_photo(picture_hash)
    verb = "Replace" if person.photo else "Add"
    return _with_photo(f"{verb} the photo of {quoted(programme, person)}", person, picture_hash)


def unportray(programme: Programme, person: Person) -> Edit:
    """Take a person's photo away; where there is none the edit is empty."""
    return _with_photo(f"Remove the photo of {quoted(programme, person)}", person, "")


def _with_photo(label: str, person: Person, photo: str) -> Edit:
    changes = (Change(person, replace(person, photo=photo)),) if person.photo != photo else ()
    return Edit(label, changes)
