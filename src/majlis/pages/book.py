"""The programme book: cover, contents, each day as a table and as a list, people, and the indexes.

Everything after the contents is laid first, since the contents are as long whatever the numbers in them are; then
the contents are laid with the numbers, on the pages that were kept for them.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from majlis.calendars.words import number
from majlis.pages.contents import Section, contents_strips
from majlis.pages.cover import ANCHOR as COVER
from majlis.pages.cover import cover_marks
from majlis.pages.edition import PAPERS, Edition
from majlis.pages.headings import heading_marks
from majlis.pages.leaves import Leaves
from majlis.pages.listings import listing
from majlis.pages.orders import Options, Printed, Progress, Steps
from majlis.pages.sections import sections_of
from majlis.pages.wording import word
from majlis.programme.programme import Programme
from majlis.typesetting.blocks import Anchor, Bookmark, Page
from majlis.typesetting.painter import About, painted

_LAID: Final = 0.6
"""The part of the work that is done when all pages are laid and only the file is to be written."""


def print_book(programme: Programme, options: Options, progress: Progress) -> Printed:
    """Return the programme book; the options are checked already."""
    total = 2 * (len(programme.sessions) + len(programme.people))
    edition = Edition(programme, options, PAPERS[options.paper], Steps(progress, total, _LAID))
    title = edition.best(programme.event.title)[0] or word("programme", options.language)
    pages = _pages(edition, title)
    labels = [number(place + 1, options.language) for place in range(len(pages))]
    about = About(title, options.language, right_to_left=edition.right_to_left)
    pdf = painted(pages, about, labels, lambda done: progress(_LAID + (1 - _LAID) * done))
    return Printed(pdf, len(pages), edition.doubts())


def _pages(edition: Edition, title: str) -> list[Page]:
    sections = list(sections_of(edition, listing(edition.programme)))
    kept = _contents(edition, sections, {})
    body = Leaves(edition, first=kept.next)
    for section in sections:
        section.lay(body)
    cover = Leaves(edition)
    cover.add_bare(cover_marks(edition), [Bookmark(title, COVER)])
    return [*cover.pages, *_contents(edition, sections, body.found).pages, *body.pages]


def _contents(edition: Edition, sections: Sequence[Section], found: Mapping[str, int]) -> Leaves:
    leaves = Leaves(edition, first=2)
    title = word("contents", edition.language)
    second = word("contents", edition.second) if edition.second else ""
    marks, height = heading_marks(edition, title, second=second)
    leaves.flow(
        contents_strips(edition, sections, found),
        1,
        title,
        opening=[Anchor("contents", 0), *marks],
        opening_height=height,
        bookmarks=[Bookmark(title, "contents")],
    )
    return leaves
