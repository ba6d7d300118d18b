"""Reads a whole event from one JSON document, as `majlis_json_writing` says it: strictly, since it is our own.

A value that can't be is refused with its place; what a newer Majlis may have added is passed over and told.
"""

from base64 import b64decode
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass
import re
from typing import Any, Final, cast

from majlis.exchange.doubts import Doubts
from majlis.exchange.json_reading import parse_json
from majlis.exchange.majlis_json_writing import FORMAT, VERSION
from majlis.exchange.told import Told
from majlis.programme.bounds import LARGEST_NUMBER
from majlis.programme.edits.validity import check_languages, check_zone
from majlis.programme.edits.wording import TEXT_LIMIT, clean_text
from majlis.programme.plain import field_types, parse_field
from majlis.programme.records import EVENT_ID, RECORDS, REFERENCES, Event, Link, Place, Record
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts

LONGEST_TEXT: Final = 10 * TEXT_LIMIT
"""Characters that a text may have, far more than a person may type."""

LONGEST_ID: Final = 1_000
_HOW_IT_IS_SAID: Final = re.compile(rb'"format"\s*:\s*"majlis-json"')
_CONTENT: Final = re.compile(rb'"([0-9a-f]{64})"\s*:\s*"([A-Za-z0-9+/=]{200,})"')
_MEND: Final = "Mend it there, or have the event exported again."


@dataclass(frozen=True, slots=True)
class WholeEvent:
    """What a document holds: records by table and id, and its contents by hash."""

    records: Mapping[str, Mapping[str, Told[Record]]]
    contents: Mapping[str, memoryview | str]

    def content(self, key: str) -> bytes | None:
        """Return the picture or snapshot with this hash, b"" for an unreadable one, None where there is none."""
        encoded = self.contents.get(key)
        if encoded is None:
            return None
        try:
            return b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            return b""


def is_majlis_json(data: bytes) -> bool:
    """Say whether bytes are a whole event, wherever in the document that is said."""
    return _HOW_IT_IS_SAID.search(data) is not None


def read_majlis_json(data: bytes, doubts: Doubts, progress: Callable[[float], None]) -> WholeEvent:
    """Return what a document holds; raise `Refusal` where it can't be read.

    Contents are lifted out before the JSON is read: hundreds of megabytes in it would take many times their size.
    """
    view = memoryview(data)
    lifted = {found[1].decode(): view[slice(*found.span(2))] for found in _CONTENT.finditer(data)}
    progress(0.1)
    document = _object(parse_json(_CONTENT.sub(rb'"\1":""', data)), "The document")
    _check_version(document)
    progress(0.3)
    tables = _object(document.get("tables"), "“tables”")
    told = {table: _table(table, rows, doubts) for table, rows in tables.items() if _is_known(table, doubts)}
    said = {**_object(document.get("pictures", {}), "“pictures”")}
    said |= _object(document.get("snapshots", {}), "“snapshots”")
    rest = {key: value for key, value in said.items() if isinstance(value, str)}
    return WholeEvent(told, {key: lifted.get(key, value) for key, value in rest.items()})


def _check_version(document: Mapping[str, Any]) -> None:
    version = document.get("version")
    if document.get("format") != FORMAT or not isinstance(version, int):
        raise Refusal(
            f"This is JSON, but no event that Majlis wrote: “format” and “version” are not there. {_MEND}"
        )
    if version > VERSION:
        raise Refusal(
            f"The event was written by a newer Majlis (version {version} of the format, this one knows "
            f"{VERSION}); read it with that one."
        )


def _is_known(table: str, doubts: Doubts) -> bool:
    if table not in RECORDS:
        doubts.add("unknown tables", "tables", f"has {table[:60]!r}, which this Majlis does not know; left out")
    return table in RECORDS


def _table(table: str, rows: object, doubts: Doubts) -> dict[str, Told[Record]]:
    if not isinstance(rows, list):
        raise Refusal(f"{table} is no list of records. {_MEND}")
    told: dict[str, Told[Record]] = {}
    for number, row in enumerate(cast("list[object]", rows), start=1):
        one = _record(table, _object(row, f"{table} {number}"), f"{table} {number}", doubts)
        if one.record.id in told:
            raise Refusal(f"{one.where} has the id “{one.record.id}”, which another has already. {_MEND}")
        told[one.record.id] = one
    if table == "events" and told.keys() - {EVENT_ID}:
        raise Refusal(f"A document holds one event, with the id “{EVENT_ID}”; this one holds others. {_MEND}")
    return told


def _record(table: str, row: Mapping[str, Any], where: str, doubts: Doubts) -> Told[Record]:
    types = field_types(table)
    values: dict[str, Any] = {}
    for field, value in row.items():
        if field in types:
            values[field] = _value(table, field, value, where, doubts)
        else:
            doubts.add("unknown fields", where, f"has {field[:60]!r}, which this Majlis does not know; left out")
    try:
        record = RECORDS[table](**values)
    except TypeError:
        raise Refusal(f"{where} lacks what it can't be without (of: {', '.join(types)}). {_MEND}") from None
    _check_event_and_place(record, where)
    return Told(record, frozenset(values) - {"id"}, where)


def _value(table: str, field: str, value: object, where: str, doubts: Doubts) -> object:
    try:
        read = parse_field(table, field, value)
    except (ValueError, TypeError, KeyError) as error:
        raise Refusal(f"{where}: the {field} can't be read ({str(error)[:80]}). {_MEND}") from None
    names_record = field == "id" or field in REFERENCES.get(table, {})
    if names_record and isinstance(read, str):
        _check_id(read, field, where)
        return read
    if isinstance(read, int) and abs(read) > LARGEST_NUMBER:
        raise Refusal(f"{where}: the {field} is a figure beyond all measure. {_MEND}")
    return _clean(read, field, where, doubts)


def _check_id(text: str, field: str, where: str) -> None:
    if not text or len(text) > LONGEST_ID or clean_text("id", text)[1]:
        raise Refusal(f"{where}: {text[:40]!r} can't be the {field} of a record. {_MEND}")


def _check_event_and_place(record: Record, where: str) -> None:
    try:
        if isinstance(record, Event):
            check_languages(record.languages)
            check_zone(record.zone)
        elif isinstance(record, Place) and record.zone:
            check_zone(record.zone)
    except Refusal as refusal:
        raise Refusal(f"{where}: {refusal}") from None


def _clean(value: object, field: str, where: str, doubts: Doubts) -> object:
    """Return a value without what can't be printed; what needs no cleaning stays exactly as it is."""
    match value:
        case str():
            return _text(value, field, where, doubts)
        case Texts():
            languages = {language: _text(language, "id", where, doubts) for language in value}
            return Texts({languages[key]: _text(text, field, where, doubts) for key, text in value.items()})
        case Link():
            return Link(_text(value.title, field, where, doubts), _text(value.url, field, where, doubts))
        case tuple():
            return tuple(_clean(one, field, where, doubts) for one in cast("tuple[object, ...]", value))
        case _:
            return value


def _text(text: str, field: str, where: str, doubts: Doubts) -> str:
    if len(text) > LONGEST_TEXT:
        raise Refusal(f"{where}: the {field} has {len(text):,} characters, more than any text. {_MEND}")
    cleaned, done = clean_text(field, text)
    if done:
        doubts.add("unclean texts", where, f"has a {field} with what can't be printed: {done}")
    return cleaned if done else text


def _object(value: object, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise Refusal(f"{what} is not what it should be, an object in braces. {_MEND}")
    return cast("Mapping[str, Any]", value)
