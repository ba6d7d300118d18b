"""Edits of editions: freeze the programme as it was given out, note something on it, and go back to it."""

from datetime import datetime

from majlis.programme.edits.edit import Change, Edit, difference
from majlis.programme.edits.records import amend
from majlis.programme.edits.wording import check_text
from majlis.programme.ids import new_id
from majlis.programme.programme import Programme
from majlis.programme.records import Edition
from majlis.programme.refusal import Refusal

_OWN: frozenset[str] = frozenset({"editions", "waivers"})
"""The tables of the committee's own work, which no printed programme shows: they stay when one is restored."""


def freeze(programme: Programme, *, note: str, at: datetime, who: str, snapshot: str) -> Edit:
    """Keep the programme as the next edition; `snapshot` is the content hash of it, `at` is in UTC."""
    after = Edition(
        id=new_id(),
        number=max((edition.number for edition in programme.editions.values()), default=0) + 1,
        at=at.replace(tzinfo=None, microsecond=0),
        who=check_text("name", who),
        note=check_text("note", note),
        snapshot=snapshot,
    )
    return Edit(f"Freeze edition {after.number}", (Change(None, after),))


def annotate(programme: Programme, edition: Edition, note: str) -> Edit:
    """Give an edition another note, or none."""
    edit = amend(programme, edition, note=check_text("note", note))
    return Edit(f"Change the note of edition {edition.number}" if edit else "", edit.changes)


def discard(edition: Edition) -> Edit:
    """Remove an edition; the programme stays as it is."""
    return Edit(f"Remove edition {edition.number}", (Change(edition, None),))


def restore(programme: Programme, edition: Edition, then: Programme) -> Edit:
    """Make the programme what it was in an edition, as one edit; editions and waivers stay as they are.

    Raises `Refusal` where it is so already.
    """
    kept = {table: programme.tables[table] for table in _OWN}
    wanted = Programme({**then.tables, **kept}, then.users)
    edit = difference(f"Restore edition {edition.number}", programme, wanted)
    if not edit:
        raise Refusal(f"The programme is as it was in edition {edition.number}; there is nothing to restore.")
    return edit
