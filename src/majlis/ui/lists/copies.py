"""Copies of people, places and themes; sessions are copied by `majlis.programme.edits.records.duplicate`."""

from dataclasses import replace

from majlis.programme.edits.edit import Change, Edit
from majlis.programme.edits.records import quoted
from majlis.programme.ids import new_id
from majlis.programme.programme import Programme
from majlis.programme.records import Person, Place, Record, Theme


def copy_of(programme: Programme, record: Record) -> Edit:
    """Add a copy of a record alone, without the source's key."""
    if not isinstance(record, Person | Place | Theme):
        raise TypeError(f"{record.table} have copies of their own making")
    return Edit(f"Duplicate {quoted(programme, record)}", (Change(None, replace(record, id=new_id(), key="")),))
