"""The cover of a programme book: a field of stars over the event's colour, the title beneath."""

from majlis.calendars.words import date_range
from majlis.pages.colours import WHITE, mixed
from majlis.pages.edition import Edition, Role
from majlis.pages.grid import printed_days
from majlis.pages.ornament import star_field
from majlis.pages.sayings import DOT
from majlis.pages.wording import word
from majlis.typesetting.blocks import Anchor, Area, Mark, Stroke, Words
from majlis.typesetting.lines import Line, height_of
from majlis.typesetting.styles import Span

ANCHOR = "cover"
_STARS = 5
_ROWS = 3
"""How many stars the field has across and down."""


def cover_marks(edition: Edition) -> list[Mark]:
    """Return the marks of the cover, from the corner of the paper."""
    paper, ground = edition.paper, edition.accent
    colours = tuple(dict.fromkeys(edition.theme_colours.values()))[:6]
    field = star_field(paper.width, _STARS, _ROWS, ground, colours)
    return [
        Anchor(ANCHOR, 0),
        Area(0, 0, paper.width, paper.height, fill=ground),
        *field,
        *_words(edition),
    ]


def _words(edition: Edition) -> list[Mark]:
    """Return the texts, from below the stars down to the foot of the page."""
    paper = edition.paper
    x, width = paper.inner, paper.width - 2 * paper.inner
    foot = paper.height - paper.bottom * 1.3
    y = paper.width / _STARS * _ROWS + 0.05 * paper.height
    pale = mixed(edition.accent, WHITE, 0.72)
    below = _footing(edition, width, pale)
    room = foot - y - sum(height_of(lines) + 3 for lines in below) - 30
    marks: list[Mark] = [
        Words(x, y, width, _one(edition, word("programme", edition.language), "section", width, pale))
    ]
    y += 24
    for lines in _titles(edition, width, room - 24):
        marks.append(Words(x, y, width, lines, "H1" if len(marks) == 1 else "P"))
        y += height_of(lines) + 6
    at = foot - sum(height_of(lines) + 3 for lines in below)
    marks.append(Stroke(x, at - 10, x + 46, at - 10, pale, 1.2))
    for lines in below:
        marks.append(Words(x, at, width, lines))
        at += height_of(lines) + 3
    return marks


def _titles(edition: Edition, width: float, room: float) -> list[tuple[Line, ...]]:
    """Return the title and what stands under it, made smaller together until they have room."""
    event = edition.programme.event
    title, language = edition.best(event.title)
    if not title:
        title, language = word("untitled", edition.language), edition.language
    second, second_language = edition.under(event.title)
    subtitle, subtitle_language = edition.best(event.subtitle)
    share = 0.62 if second or subtitle else 1.0
    made = [_fitted(edition, title, "display", language, width, room * share, WHITE)]
    left = room - height_of(made[0])
    if second:
        made.append(_fitted(edition, second, "heading", second_language, width, left * 0.6, WHITE))
        left -= height_of(made[-1])
    if subtitle:
        pale = mixed(edition.accent, WHITE, 0.8)
        made.append(_fitted(edition, subtitle, "section", subtitle_language, width, left, pale))
    return made


def _fitted(
    edition: Edition, text: str, role: Role, language: str, width: float, height: float, colour: str
) -> tuple[Line, ...]:
    style = edition.style(role, language, colour=colour)
    made = edition.paragraph([Span(text, style)], role).fit(width, height, floor=9)
    if made.overflows or made.strained:
        edition.doubt(edition.programme.event.id, f"“{text[:60]}…” is too long for the cover; shorten it.")
    if not made.overflows:
        return made.lines
    return edition.cut(text, role, width, height, floor=9, language=language, colour=colour)


def _footing(edition: Edition, width: float, colour: str) -> list[tuple[Line, ...]]:
    """Return the dates, in both languages of the edition, and the place."""
    event = edition.programme.event
    days = printed_days(edition.programme)
    languages = [edition.language, *([edition.second] if edition.second else [])]
    dates = [date_range(days[0].date, days[-1].date, language) for language in languages] if days else []
    where = DOT.join(filter(None, (edition.best(event.venue)[0], edition.best(event.city)[0])))
    dated = zip(dates, languages, strict=False)
    return [
        *(_one(edition, text, "section", width, WHITE, language) for text, language in dated),
        *([edition.lines(where, "section", width, colour=colour)[:3]] if where else []),
    ]


def _one(
    edition: Edition, text: str, role: Role, width: float, colour: str, language: str = ""
) -> tuple[Line, ...]:
    return edition.lines(text, role, width, language=language, colour=colour)
