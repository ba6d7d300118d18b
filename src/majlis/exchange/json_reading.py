"""JSON from strangers: sentences for what is broken, and values that may be of any type."""

from collections.abc import Mapping
import json
import re
from typing import Any, Final, cast

from majlis.programme.refusal import Refusal

Object = Mapping[str, Any]

_HALF: Final = re.compile("[\ud800-\udfff]")
"""Halves of characters, which JSON can escape and nothing can write."""


def parse_json(data: bytes) -> object:
    """Return the value that the bytes hold; raise `Refusal` where they are no JSON."""
    try:
        return json.loads(data, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise Refusal(
            f"The JSON is broken at line {error.lineno}, column {error.colno}: {error.msg}. "
            "Have it exported again, or mend it there."
        ) from error
    except UnicodeDecodeError as error:
        raise Refusal(
            f"The JSON is no UTF-8 text at byte {error.start:,}; save it as UTF-8 and import it again."
        ) from error
    except RecursionError as error:
        raise Refusal("The JSON has too many values within each other to be a schedule.") from error
    except ValueError as error:
        raise Refusal(f"The JSON holds a number that can't be read: {error}.") from error


def object_in(value: object) -> Object:
    """Return a JSON object, or an empty one for any other value."""
    return cast("Object", value) if isinstance(value, dict) else {}


def list_in(value: object) -> list[Any]:
    """Return a JSON list, or an empty one for any other value."""
    return cast("list[Any]", value) if isinstance(value, list) else []


def word_in(value: object) -> str:
    """Return a text, or a number as text; "" for any other value."""
    match value:
        case str():
            return _HALF.sub("\ufffd", value).strip()
        case bool() | None:
            return ""
        case int():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() else str(value)
        case _:
            return ""


def text_in(value: object) -> str | dict[str, str]:
    """Return a text, or the texts of an object from language to text; an object with a `name` is that name."""
    if not isinstance(value, dict):
        return word_in(value)
    found = object_in(cast("object", value))
    if "name" in found:
        return text_in(found["name"])
    texts = {str(language): word_in(text) for language, text in found.items()}
    return {language: text for language, text in texts.items() if text}


def _refuse_constant(name: str) -> object:
    raise Refusal(f"The JSON holds {name}, which is no JSON value; have it exported again.")
