"""FIELD=VALUE as people type it, made into the values of a record."""

from collections.abc import Iterable
from datetime import date, datetime
import json
from typing import Any, Final

from majlis.programme.edits.edit import Edit
from majlis.programme.edits.records import SINGULAR, amend
from majlis.programme.edits.validity import check_languages
from majlis.programme.edits.wording import check_text
from majlis.programme.plain import field_types, parse_field
from majlis.programme.programme import Programme
from majlis.programme.records import OWNED, Record
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts

_YES: Final = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def set_values(programme: Programme, key: str, assignments: Iterable[str]) -> Edit:
    """Return the edit that gives a record these values; raise `Refusal` where a name or value is not one."""
    record = programme.find(key)
    if record is None:
        raise Refusal(f"There is no record with the id “{key}”; “show FILE sessions” and its like list the ids.")
    values: dict[str, Any] = {}
    for assignment in assignments:
        name, equals, text = assignment.partition("=")
        if not equals:
            raise Refusal(f"“{assignment}” sets nothing; write FIELD=VALUE, as in title.ar=… or minutes=45.")
        field, _, language = name.strip().partition(".")
        _check_field(record, field, language)
        if field_types(record.table)[field] is Texts:
            known = values.get(field, getattr(record, field))
            values[field] = _retold(programme, known, field, language, text)
        else:
            values[field] = _parsed(record.table, field, text)
    return amend(programme, record, **values)


def _check_field(record: Record, field: str, language: str) -> None:
    types = field_types(record.table)
    singular = SINGULAR[record.table]
    if record.table == "placements" and field == "end":
        raise Refusal("A placement ends when its session's minutes are over; set the session's minutes instead.")
    if field not in types:
        raise Refusal(
            f"“{record.id}” is of the table {record.table}, which has no field “{field}”; "
            f"it has {', '.join(list(types)[1:])}."
        )
    if field == "id" or (record.table, field) in OWNED or (record.table, field) == ("parts", "role"):
        raise Refusal(f"The {field} of a {singular} is what it is made of and can't be changed.")
    if language and types[field] is not Texts:
        raise Refusal(
            f"The {field} of a {singular} has no languages; write {field}=… instead of {field}.{language}=…."
        )


def _retold(programme: Programme, known: Texts, field: str, language: str, text: str) -> Texts:
    if language and field != "contacts":
        check_languages((language,))
    chosen = language or known.language(programme.event.languages) or programme.event.languages[0]
    return known.but({chosen: check_text(field, text)})


def _parsed(table: str, field: str, text: str) -> object:
    kind = field_types(table)[field]
    try:
        return parse_field(table, field, _plain(kind, field, text))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Refusal(f"“{text}” is no {field.replace('_', ' ')}; write {_wanted(kind)}.") from error


def _plain(kind: object, field: str, text: str) -> object:
    stripped = text.strip()
    if kind in (str | None, int | None, datetime | None) and not stripped:
        return None
    if kind in (int, int | None):
        return int(stripped)
    if kind is bool:
        return _YES[stripped.casefold()]
    if kind == tuple[str, ...]:
        return [check_text(field, one) for one in stripped.split(",") if one.strip()]
    if kind == tuple[int, ...]:
        return [int(one) for one in stripped.split(",") if one.strip()]
    if "tuple" in str(kind):
        return json.loads(stripped or "[]")
    if kind in (datetime, datetime | None, date):
        return stripped
    return check_text(field, text)


def _wanted(kind: object) -> str:
    if kind in (int, int | None):
        return "a whole number"
    if kind is bool:
        return "true or false"
    if kind in (datetime, datetime | None):
        return "a local time such as 2027-10-21T09:00"
    if kind is date:
        return "a day such as 2027-10-21"
    if kind == tuple[int, ...]:
        return "numbers with commas between"
    return "a JSON list"
