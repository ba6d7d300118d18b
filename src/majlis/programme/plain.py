"""Records as plain JSON values and back: the shape that the file, the journal and scripts see.

Texts are objects from language to text, times are `2027-10-21T09:00`, days `2027-10-21`, spans `[start, end]`,
links `{"title", "url"}`; everything else is a string, a whole number, true, false or null.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from functools import cache
from typing import Any, Final, cast, get_type_hints

from majlis.programme.records import RECORDS, Link, Record, Span
from majlis.programme.texts import Texts

Plain = dict[str, Any]


def plain_time(moment: datetime) -> str:
    """Return a time as JSON has it: to the minute, or to the second where it has seconds."""
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")


def parse_time(text: object) -> datetime:
    """Return the local time that a text such as `2027-10-21T09:00` names; raise `ValueError` for all else."""
    if not isinstance(text, str):
        raise ValueError(f"{text!r} is no time such as 2027-10-21T09:00")
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not None:
        raise ValueError(f"{text!r} names an offset; times are local, such as 2027-10-21T09:00")
    return moment.replace(microsecond=0)


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{value!r} is no whole number")
    return value


def _flag(value: object) -> bool:
    if value not in (True, False, 0, 1):
        raise ValueError(f"{value!r} is neither true nor false")
    return bool(value)


def _texts(value: object) -> Texts:
    if not isinstance(value, Mapping):
        raise ValueError(f"{value!r} is no map from language to text")
    texts = cast("Mapping[object, object]", value)
    return Texts({_string(language): _string(text) for language, text in texts.items()})


def _tuple_of(parse: Callable[[object], object]) -> Callable[[object], tuple[object, ...]]:
    def parse_all(value: object) -> tuple[object, ...]:
        if not isinstance(value, list | tuple):
            raise ValueError(f"{value!r} is no list")
        return tuple(parse(one) for one in cast("list[object]", value))

    return parse_all


def _span(value: object) -> Span:
    if not isinstance(value, list | tuple) or len(cast("list[object]", value)) != 2:
        raise ValueError(f"{value!r} is no pair of times")
    start, end = cast("list[object]", value)
    return Span(parse_time(start), parse_time(end))


def _link(value: object) -> Link:
    if not isinstance(value, Mapping):
        raise ValueError(f"{value!r} is no link with title and url")
    link = cast("Mapping[str, object]", value)
    return Link(_string(link.get("title", "")), _string(link["url"]))


def _optional(parse: Callable[[object], object]) -> Callable[[object], object]:
    return lambda value: None if value is None else parse(value)


_PARSERS: Final[dict[object, Callable[[object], object]]] = {
    str: _string,
    int: _whole,
    bool: _flag,
    Texts: _texts,
    date: lambda value: date.fromisoformat(_string(value)),
    datetime: parse_time,
    str | None: _optional(_string),
    int | None: _optional(_whole),
    datetime | None: _optional(parse_time),
    tuple[str, ...]: _tuple_of(_string),
    tuple[int, ...]: _tuple_of(_whole),
    tuple[Span, ...]: _tuple_of(_span),
    tuple[Link, ...]: _tuple_of(_link),
}


@cache
def field_types(table: str) -> dict[str, object]:
    """Return the type of each field of a table's records, in their order, the id first."""
    kind = RECORDS[table]
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


@cache
def _parsers(table: str) -> tuple[tuple[str, Callable[[object], object]], ...]:
    return tuple((name, _PARSERS[kind]) for name, kind in field_types(table).items())


def plain_value(value: object) -> Any:  # noqa: ANN401 - JSON values have no narrower type
    """Return one field's value as a JSON value."""
    match value:
        case None | str() | int():
            return value
        case Texts():
            return dict(value)
        case datetime():
            return plain_time(value)
        case date():
            return value.isoformat()
        case Span(start, end):
            return [plain_time(start), plain_time(end)]
        case Link(title, url):
            return {"title": title, "url": url}
        case tuple():
            return [plain_value(one) for one in cast("tuple[object, ...]", value)]
        case _:
            raise TypeError(f"a record holds {value!r}")


def to_plain(record: Record) -> Plain:
    """Return a record as a JSON object with every field, the id first."""
    return {name: plain_value(getattr(record, name)) for name in field_types(record.table)}


def from_plain(table: str, values: Mapping[str, object]) -> Record:
    """Return the record that a JSON object describes; fields that it lacks get their defaults.

    Raises `ValueError` or `TypeError` where a value is not of its field's type or one that must be there is not.
    """
    known = {name: parse(values[name]) for name, parse in _parsers(table) if name in values}
    return RECORDS[table](**cast("dict[str, Any]", known))


def parse_field(table: str, field: str, value: object) -> object:
    """Return a field's value from its JSON value; raise `ValueError` or `TypeError` for one of another type."""
    return _PARSERS[field_types(table)[field]](value)
