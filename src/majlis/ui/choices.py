"""What can be chosen for a field that names another record, a kind, a state or a country."""

from majlis.programme.kinds import kind, kinds
from majlis.programme.names import name_of
from majlis.programme.programme import Programme
from majlis.programme.records import PART_STATES, ROLES, SESSION_STATES
from majlis.ui.fields.plain import Choices
from majlis.ui.languages import countries

INDENT = "\u2003"


def place_choices(programme: Programme, none: str) -> Choices:
    """Return the places as a tree reads, with their seats, after words for no place."""
    found: list[tuple[str | None, str]] = [(None, none)]
    for place in programme.places_in_order():
        depth = len(programme.places_above(place.id))
        seats = f", {place.seats}" if place.seats is not None else ""
        found.append((place.id, f"{INDENT * depth}{name_of(programme, place)}{seats}"))
    return found


def theme_choices(programme: Programme, none: str) -> Choices:
    """Return the themes as a tree reads, after words for no theme."""
    found: list[tuple[str | None, str]] = [(None, none)]
    for theme in programme.themes_in_order():
        depth, above = 0, theme.parent_id or ""
        while above in programme.themes and depth < len(programme.themes):
            depth, above = depth + 1, programme.themes[above].parent_id or ""
        found.append((theme.id, f"{INDENT * depth}{name_of(programme, theme)}"))
    return found


def block_choices(programme: Programme, none: str) -> Choices:
    """Return the sessions that may hold talks: those that do, and those of a kind that is made for it."""
    blocks = [
        session
        for session in programme.sessions.values()
        if session.kind in {"paper_session", "commission", "poster", "plenary", "opening"}
        or programme.naming("sessions", "parent_id", session.id)
    ]
    blocks.sort(key=lambda session: name_of(programme, session))
    return [(None, none), *((session.id, name_of(programme, session)) for session in blocks)]


def kind_choices(programme: Programme) -> Choices:
    """Return the kinds that ship with Majlis, and then the committee's own."""
    own = sorted({session.kind for session in programme.sessions.values()} - kinds().keys())
    languages = programme.event.languages
    return [(key, kind(key).name.best(("en", *languages))) for key in (*kinds(), *own)]


def role_choices(kind_id: str = "") -> Choices:
    """Return the roles, those that are usual for a kind of session first."""
    roles = dict.fromkeys((*kind(kind_id).roles, *ROLES)) if kind_id else dict.fromkeys(ROLES)
    return [(role, role) for role in roles]


def session_states() -> Choices:
    """Return the states that a session can be in."""
    return [(state, state.capitalize()) for state in SESSION_STATES]


def part_states() -> Choices:
    """Return the states that a part can be in."""
    return [(state, state.capitalize()) for state in PART_STATES]


def country_choices(none: str, language: str = "en") -> Choices:
    """Return the countries by name, after words for none."""
    return [("", none), *countries(language).items()]
