"""The parts of a programme book in their order, each with what lays its pages."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from majlis.calendars.words import capitalised, clock_range, long_date, plain_date, weekday
from majlis.pages.contents import Section
from majlis.pages.day_grids import grid_pages
from majlis.pages.edition import Edition
from majlis.pages.entries import Entry, anchor_of, entry_strips
from majlis.pages.headings import heading_marks
from majlis.pages.indexes import place_strips, theme_strips
from majlis.pages.leaves import Leaves
from majlis.pages.listings import Listing, hours_of
from majlis.pages.people import biography_strips, index_strips, listed_people, people_with_biographies
from majlis.pages.sayings import DOT, day_name, parts_in
from majlis.pages.wording import Word, word
from majlis.programme.records import Day
from majlis.typesetting.blocks import Anchor, Bookmark, Strip

Found = Mapping[str, int]


def sections_of(edition: Edition, listed: Listing) -> Iterator[Section]:
    """Yield the sections that a book of this programme has."""
    for day, entries in listed.days:
        yield from _day_sections(edition, day, entries)
    if listed.unplaced:
        lay = partial(_lay_entries, edition, listed.unplaced, "unplaced", word("unplaced", edition.language), "")
        yield Section(word("unplaced", edition.language), "unplaced", lay)
    people = people_with_biographies(edition) if edition.options.biographies else []
    if people:
        columns, width = edition.paper.columns, edition.paper.column
        yield _section(edition, "people", columns, lambda _: biography_strips(edition, people, width))
    if edition.options.indexes:
        yield from _index_sections(edition, listed.everything)


def _day_sections(edition: Edition, day: Day, entries: Sequence[Entry]) -> Iterator[Section]:
    language = edition.language
    date = capitalised(long_date(day.date, language))
    under = DOT.join(filter(None, (day_name(edition, day), clock_range(*hours_of(entries), language))))
    lay = partial(_lay_day, edition, day, entries)
    if not edition.options.grid:
        yield Section(date, f"day:{day.id}", lay, under)
        return
    yield Section(date, f"grid:{day.id}", partial(_lay_grid, edition, day, date), under)
    yield Section(word("sessions", language), f"day:{day.id}", lay, level=1)


def _lay_grid(edition: Edition, day: Day, date: str, leaves: Leaves) -> None:
    bookmarks = [Bookmark(date, f"grid:{day.id}")]
    label = date
    for marks in grid_pages(edition, day, date, f"grid:{day.id}"):
        leaves.add(marks, label, bookmarks)
        bookmarks = []


def _lay_day(edition: Edition, day: Day, entries: Sequence[Entry], leaves: Leaves) -> None:
    language, second = edition.language, edition.second
    title = capitalised(weekday(day.date, language))
    under = DOT.join(filter(None, (plain_date(day.date, language), day_name(edition, day))))
    other = long_date(day.date, second) if second else ""
    opening, height = heading_marks(edition, title, under=under, second=other)
    mark = Bookmark(
        word("sessions", language) if edition.options.grid else long_date(day.date, language),
        f"day:{day.id}",
        1 if edition.options.grid else 0,
    )
    leaves.flow(
        _entries(edition, entries),
        edition.paper.columns,
        long_date(day.date, language),
        opening=[Anchor(f"day:{day.id}", 0), *opening],
        opening_height=height,
        bookmarks=[mark],
    )


def _lay_entries(
    edition: Edition, entries: Sequence[Entry], anchor: str, title: str, second: str, leaves: Leaves
) -> None:
    _flow(edition, leaves, _entries(edition, entries), edition.paper.columns, title, anchor, second)


def _entries(edition: Edition, entries: Sequence[Entry]) -> list[Strip]:
    width = edition.paper.column
    return [strip for entry in entries for strip in entry_strips(edition, entry, width)]


def _index_sections(edition: Edition, entries: Sequence[Entry]) -> Iterator[Section]:
    programme = edition.programme
    narrow = edition.paper.columns + 1
    width, wide = edition.paper.column_of(narrow), edition.paper.column_of(2)
    if listed_people(edition):
        anchors = _anchors_of_people(edition, entries)
        yield _section(edition, "people_index", narrow, lambda found: index_strips(edition, width, found, anchors))
    if any(entry.session.theme_id in programme.themes for entry in entries):
        yield _section(edition, "themes", 2, lambda found: theme_strips(edition, entries, found, wide))
    if any(entry.placement and entry.placement.place_id in programme.places for entry in entries):
        yield _section(edition, "places", 2, lambda found: place_strips(edition, entries, found, wide))


def _anchors_of_people(edition: Edition, entries: Sequence[Entry]) -> dict[str, list[str]]:
    anchors: dict[str, list[str]] = {}
    for entry in entries:
        for _, person in parts_in(edition.programme, entry.session.id):
            anchors.setdefault(person.id, []).append(anchor_of(entry))
    return anchors


def _section(edition: Edition, key: Word, columns: int, strips: Callable[[Found], Iterable[Strip]]) -> Section:
    title = word(key, edition.language)
    second = word(key, edition.second) if edition.second else ""

    def lay(leaves: Leaves) -> None:
        _flow(edition, leaves, list(strips(leaves.found)), columns, title, key, second)

    return Section(title, key, lay)


def _flow(
    edition: Edition, leaves: Leaves, strips: list[Strip], columns: int, title: str, anchor: str, second: str
) -> None:
    opening, height = heading_marks(edition, title, second=second)
    leaves.flow(
        strips,
        columns,
        title,
        opening=[Anchor(anchor, 0), *opening],
        opening_height=height,
        bookmarks=[Bookmark(title, anchor)],
    )
