"""What waits in the tray: the sessions that have no time or no place yet, as the rules see it."""

from collections.abc import Mapping
from dataclasses import dataclass

from majlis.pages.colours import theme_colours
from majlis.programme.kinds import kind
from majlis.programme.names import name_of, sort_key
from majlis.programme.programme import Programme
from majlis.programme.rules.gaps import unplaced
from majlis.programme.rules.view import View
from majlis.ui.timetable.cards import LANGUAGE, colour_of, people_in_words


@dataclass(frozen=True, slots=True)
class Waiting:
    """One session of the tray: what is shown of it."""

    session_id: str
    title: str
    people: str
    length: str
    kind: str
    colour: str

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return ", ".join(part for part in (self.title, self.kind, self.people, self.length) if part)


def waiting(programme: Programme) -> tuple[Waiting, ...]:
    """Return what the rules call unplaced, by title."""
    # the rule looks at sessions and their placements alone, so that sorting what is held would be for nothing
    view = View(programme, (), programme.event.languages)
    keys = [finding.about[0] for finding in unplaced(view)]
    colours = theme_colours(programme)
    return tuple(
        sorted((_waiting(programme, key, colours) for key in keys), key=lambda each: sort_key(each.title))
    )


def _waiting(programme: Programme, session_id: str, colours: Mapping[str, str]) -> Waiting:
    session = programme.sessions[session_id]
    return Waiting(
        session_id=session_id,
        title=name_of(programme, session),
        people=people_in_words(programme, session),
        length=f"{session.minutes} min",
        kind=kind(session.kind).name.best((LANGUAGE,)),
        colour=colour_of(programme, session, colours),
    )
