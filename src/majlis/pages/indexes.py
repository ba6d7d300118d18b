"""The indexes of themes and places: under each its sessions, with their pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from majlis.pages.edition import Edition
from majlis.pages.entries import Entry, anchor_of
from majlis.pages.people import page_spans
from majlis.pages.sayings import is_service, place_name, title_of
from majlis.typesetting.blocks import Area, Strip, beside, strips_of
from majlis.typesetting.styles import Span


def theme_strips(
    edition: Edition, entries: Iterable[Entry], found: Mapping[str, int], width: float
) -> list[Strip]:
    """Return each theme that has sessions, with them."""
    themes = edition.programme.themes_in_order()
    names = {theme.id: edition.best(theme.name)[0] or theme.key or theme.id for theme in themes}
    grouped = _grouped(entries, lambda entry: entry.session.theme_id)
    return [
        strip
        for key, name in names.items()
        if key in grouped
        for strip in _group(edition, name, edition.theme_colour(key), grouped[key], found, width)
    ]


def place_strips(
    edition: Edition, entries: Iterable[Entry], found: Mapping[str, int], width: float
) -> list[Strip]:
    """Return each place that has sessions, with them."""
    grouped = _grouped(entries, lambda entry: entry.placement.place_id if entry.placement else None)
    return [
        strip
        for place in edition.programme.places_in_order()
        if place.id in grouped
        for strip in _group(edition, place_name(edition, place.id), "", grouped[place.id], found, width)
    ]


def _grouped(entries: Iterable[Entry], key: Callable[[Entry], str | None]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        named = key(entry)
        if named is not None and not is_service(entry.session):
            groups.setdefault(named, []).append(entry)
    return groups


def _group(
    edition: Edition, name: str, colour: str, entries: list[Entry], found: Mapping[str, int], width: float
) -> Iterator[Strip]:
    x = 9.0 if colour else 0.0
    lines = edition.lines(name, "title", width - x)
    head = strips_of(lines, x=x, width=width - x, tag="H2", space=9.0, whole=True)
    marks = [Area(0, 3.0, 5.5, 5.5, fill=colour)] if colour else []
    yield from (replace(strip, label="") for strip in beside(head, *marks))
    sessions: dict[str, list[str]] = {}
    for entry in entries:
        sessions.setdefault(entry.session.id, []).append(anchor_of(entry))
    for number, (key, anchors) in enumerate(sessions.items()):
        title, language = title_of(edition, edition.programme.sessions[key])
        spans = [Span(title, edition.style("small", language)), *page_spans(edition, found, anchors)]
        direction = "rtl" if edition.right_to_left else "ltr"
        made = edition.whole_lines(edition.paragraph(spans, "small", direction=direction), width - x)
        yield from strips_of(made, x=x, width=width - x, space=1.2, kept=number == 0, whole=True)
