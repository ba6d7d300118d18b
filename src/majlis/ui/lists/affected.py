"""Which rows of a list an edit touches: those of its own records, and those that show something of others."""

from collections.abc import Iterator

from majlis.programme.edits.edit import Edit
from majlis.programme.programme import Programme
from majlis.programme.records import Part, Person, Place, Placement, Record, Session, Theme


def affected(table: str, programme: Programme, edit: Edit) -> set[str] | None:
    """Return the ids of the rows that may look or sort otherwise after an edit; None for all of them."""
    if any(change.table == "events" for change in edit.changes):
        return None
    records = (record for change in edit.changes for record in (change.before, change.after) if record is not None)
    return {key for record in records for key in _rows(table, programme, record)}


def _rows(table: str, programme: Programme, record: Record) -> Iterator[str]:
    if record.table == table:
        yield record.id
    match table, record:
        case "sessions", Placement() | Part():
            yield record.session_id
        case "sessions", Person():
            yield from (part.session_id for part in programme.parts_by(record.id))
        case "sessions", Place():
            yield from (placed.session_id for placed in programme.placements_in(record.id))
        case "sessions", Theme():
            yield from programme.naming("sessions", "theme_id", record.id)
        case "people", Part():
            yield record.person_id
        case "places", Placement() if record.place_id:
            yield record.place_id
        case "themes", Session() if record.theme_id:
            yield record.theme_id
        case ("places", Place()) | ("themes", Theme()):
            yield from programme.naming(table, "parent_id", record.id)
        case _:
            pass
