"""What errata and sheets say of an alteration: slots, names and people as they were, in the edition's language."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from majlis.calendars.words import clock, clock_range, joined, number, plain_date, short_day
from majlis.pages.alteration_words import AlterationWord, alteration_word
from majlis.pages.edition import Edition
from majlis.pages.orders import Since
from majlis.pages.sayings import beside_others, name_of_person, place_name
from majlis.pages.wording import role_word, word
from majlis.programme.alterations import (
    Added,
    Alteration,
    Joined,
    Left,
    Moved,
    Placed,
    Recast,
    Regrouped,
    Renamed,
    Resized,
    Revived,
    Slot,
)
from majlis.programme.alterations.kinds import NOWHERE
from majlis.programme.programme import end_of
from majlis.programme.texts import Texts


@dataclass(frozen=True, slots=True)
class Sayings:
    """Says what altered since an edition, for one printing."""

    edition: Edition
    since: Since

    def word(self, key: AlterationWord, **said: str) -> str:
        """Return a word in the edition's language."""
        return alteration_word(key, self.edition.language, **said)

    def since_words(self, key: AlterationWord = "since") -> str:
        """Return since which edition, with the date that it had where the event is."""
        language = self.edition.language
        return self.word(
            key, number=number(self.since.number, language), date=plain_date(self._frozen_at().date(), language)
        )

    def slot(self, slot: Slot, minutes: int, beside: Slot | None = None) -> str:
        """Return when and where, of that only what is otherwise than beside."""
        if slot == NOWHERE:
            return word("unplaced", self.edition.language)
        said: list[str] = []
        if beside is None or slot.start != beside.start:
            said.append(self._time(slot.start, minutes, beside))
        if beside is None or slot.place_id != beside.place_id:
            said.append(self.place(slot.place_id))
        return joined(said, self.edition.language)

    def place(self, place_id: str | None) -> str:
        """Return what a place is called, or was called where it has gone."""
        gone = self.since.programme.places.get(place_id or "")
        if gone is None or place_id in self.edition.programme.places:
            return beside_others(self.edition, place_id, place_name(self.edition, place_id))
        return beside_others(self.edition, None, self.name(gone.name))

    def person(self, person_id: str, roles: tuple[str, ...]) -> str:
        """Return somebody's name with their roles."""
        programmes = (self.edition.programme, self.since.programme)
        person = next(each.people[person_id] for each in programmes if person_id in each.people)
        name = beside_others(self.edition, person_id, name_of_person(self.edition, person)[0])
        return f"{name} ({self.roles(roles)})"

    def roles(self, roles: tuple[str, ...]) -> str:
        """Return roles one after the other."""
        return joined((role_word(role, self.edition.language) for role in roles), self.edition.language)

    def title(self, session_id: str) -> str:
        """Return a session's title."""
        for programme in (self.edition.programme, self.since.programme):
            if session_id in programme.sessions:
                return self.name(programme.sessions[session_id].title)
        return word("untitled", self.edition.language)

    def name(self, texts: Texts) -> str:
        """Return a name in the best language for the edition."""
        return self.edition.best(texts)[0] or word("untitled", self.edition.language)

    def shows(self, item: Alteration) -> bool:
        """Say whether an alteration is seen in this printing: no name of a language that is not there."""
        if not isinstance(item, Renamed):
            return True
        return self.edition.best(item.before) != self.edition.best(item.after) or self._second(item)

    def name_before(self, item: Renamed) -> str:
        """Return what something was called, in the second language where it only changed there."""
        same = self.edition.best(item.before) == self.edition.best(item.after)
        second = item.before.get(self.edition.second or "", "")
        return (second if same else self.edition.best(item.before)[0]) or "–"

    def before(self, text: str) -> str:
        """Return that something was otherwise before."""
        return self.word("before", text=text)

    def minutes(self, count: int) -> str:
        """Return a length."""
        return self.word("minutes", number=number(count, self.edition.language))

    def minutes_before(self, session_id: str) -> int:
        """Return how long a session lasted, else how long it lasts."""
        for programme in (self.since.programme, self.edition.programme):
            if session_id in programme.sessions:
                return programme.sessions[session_id].minutes
        return 0

    def said(self, item: Alteration, person_id: str = "") -> str:
        """Return an alteration in a few words, as they stand under a session's title; "" for what is seen there.

        To the person with this id their own parts are said as theirs.
        """
        match item:
            case Added():
                return self.word("new")
            case Revived():
                return self.word("revived")
            case Placed():
                return self.word("new_time")
            case Moved(key, _, before, after):
                return self.before(self.slot(before, self.minutes_before(key), after))
            case Resized(_, before, after):
                both = (self.minutes(after), self.before(self.minutes(before)))
                return joined(both, self.edition.language)
            case Renamed():
                return self.before(self.name_before(item))
            case Regrouped(_, _, after) if after:
                return self.word("part_of", text=self.title(after))
            case Joined() | Left() | Recast():
                return self._person_said(item, own=item.person_id == person_id)
            case _:
                return ""

    def _person_said(self, item: Joined | Left | Recast, *, own: bool) -> str:
        match item:
            case Joined(_, person, roles):
                return self.word("new") if own else self.word("joining", text=self.person(person, roles))
            case Left(_, person, roles):
                return self.word("leaving", text=self.person(person, roles))
            case Recast(_, person, before, after):
                was = self.before(self.roles(before))
                return was if own else joined((self.person(person, after), was), self.edition.language)

    def _second(self, item: Renamed) -> bool:
        second = self.edition.second
        return second is not None and item.before.get(second) != item.after.get(second)

    def _time(self, start: datetime | None, minutes: int, beside: Slot | None) -> str:
        language = self.edition.language
        if start is None:
            return word("unplaced", language)
        hours = clock_range(start, end_of(start, minutes), language) if minutes > 0 else clock(start, language)
        same_day = beside is not None and beside.start is not None and beside.start.date() == start.date()
        return hours if same_day else f"{short_day(start.date(), language)} {hours}"

    def _frozen_at(self) -> datetime:
        at = self.since.at.replace(tzinfo=UTC)
        try:
            return at.astimezone(ZoneInfo(self.edition.programme.event.zone))
        except (ZoneInfoNotFoundError, ValueError, OSError, OverflowError):
            return at
