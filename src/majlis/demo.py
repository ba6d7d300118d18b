"""The demo event, wholly fictional: what the first start opens, what screenshots show, what tests walk through."""

from datetime import date
import json
from typing import Any

from majlis.programme.edits.event import day_on
from majlis.programme.ids import part_id, placement_id, source_id
from majlis.programme.plain import from_plain
from majlis.programme.programme import Programme
from majlis.programme.records import Record
from majlis.resources import resource


def demo_programme() -> Programme:
    """Return the demo event, the same at each call: three days, three languages, and nothing to complain of."""
    table: dict[str, Any] = json.loads(resource("demo.json").read_text("utf-8"))
    records: list[Record] = [from_plain("events", {"id": "event", **table["event"]})]
    for day in table["days"]:
        records += [from_plain("days", {**day, "id": day_on(date.fromisoformat(day["date"])).id})]
    for name in ("places", "themes", "people"):
        for position, row in enumerate(table[name]):
            ordered = {"position": position} if name != "people" else {}
            records.append(from_plain(name, {**row, **ordered, **_ids(row)}))
    for row in table["sessions"]:
        records += _session(row)
    return Programme.of(records)


def _session(row: dict[str, Any]) -> list[Record]:
    ids = _ids(row)
    session_id = ids["id"]
    place = _id(row["place"]) if "place" in row else None
    starts = enumerate(row["start"], start=1)
    placements = [
        {"id": placement_id(session_id, number), "session_id": session_id, "place_id": place, "start": start}
        for number, start in starts
    ]
    parts = [
        {
            "id": part_id(session_id, _id(person), role),
            "session_id": session_id,
            "person_id": _id(person),
            "role": role,
            "position": position,
            "state": "confirmed",
        }
        for position, (person, role) in enumerate(row.get("people", {}).items())
    ]
    known = {
        name: value for name, value in row.items() if name not in ("theme", "parent", "place", "start", "people")
    }
    return [
        from_plain("sessions", {**known, **ids, "key": row["id"], "state": "confirmed"}),
        *(from_plain("placements", placement) for placement in placements),
        *(from_plain("parts", part) for part in parts),
    ]


def _ids(row: dict[str, Any]) -> dict[str, Any]:
    named = {"parent_id": row.get("parent_id") or row.get("parent"), "theme_id": row.get("theme")}
    return {"id": _id(row["id"])} | {field: _id(name) for field, name in named.items() if name}


def _id(name: str) -> str:
    return source_id("demo", name)
