"""One frozen dataclass for each table of the file: what a programme is made of.

Every record has a text `id` that never changes. A field that ends in `_id` names a record of another table (see
`REFERENCES`), or None. Times are local wall-clock times in the zone of the place or of the event, without
offset. Lengths are whole minutes. Texts that are printed are `Texts`: a map from language to text.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Final

from majlis.programme.texts import EMPTY, Texts

EVENT_ID: Final = "event"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of local time from `start` up to, not including, `end`."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Link:
    """A web address with the words that lead to it."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share: an id that is unique in its table and never changes."""

    table: ClassVar[str]

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """The conference or festival itself; a programme holds exactly one, with the id `EVENT_ID`.

    `zone` is an IANA name. `languages` are the languages that texts are kept in, `print_languages` those that
    must be there in print; both are BCP 47 codes, the first is the main one. `weekend` holds ISO weekdays
    (Monday is 1). `acronym` is the short name that other programs know the event by.
    """

    table = "events"

    id: str = EVENT_ID
    title: Texts = EMPTY
    subtitle: Texts = EMPTY
    acronym: str = ""
    venue: Texts = EMPTY
    city: Texts = EMPTY
    zone: str = "UTC"
    languages: tuple[str, ...] = ("en",)
    print_languages: tuple[str, ...] = ("en",)
    weekend: tuple[int, ...] = (6, 7)
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Record):
    """A day of the event with its hours; `end` may lie after midnight, and the night belongs to this day."""

    table = "days"

    date: date
    start: datetime
    end: datetime
    name: Texts = EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """A venue, a room, a hall, a booth: a tree by `parent_id`.

    `seats` is None where nobody counted. `hours` are the stretches in which the place is open; none means always.
    `position` orders places where they stand side by side.
    """

    table = "places"

    key: str = ""
    parent_id: str | None = None
    name: Texts = EMPTY
    position: int = 0
    seats: int | None = None
    equipment: tuple[str, ...] = ()
    hours: tuple[Span, ...] = ()
    zone: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Record):
    """A subject that runs through the programme (a track); `colour` is `#rrggbb` or ""."""

    table = "themes"

    key: str = ""
    parent_id: str | None = None
    name: Texts = EMPTY
    colour: str = ""
    position: int = 0
    description: Texts = EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    """Anything that takes place at a time: a keynote, a panel, a film, a prayer, a break, a talk within a block.

    `key` is the source's own id, `kind` a kind's id (`majlis.programme.kinds`), `parent_id` the block that holds
    this talk. `setup` and `clearing` are minutes before and after that the place is taken too. `languages` are
    spoken, `interpretation` are interpreted into. `expected` is the audience, None where nobody guessed.
    `state` is one of `SESSION_STATES`. `url`, `slug` and `links` are what other programs know the session by.
    """

    table = "sessions"

    key: str = ""
    kind: str = "paper"
    title: Texts = EMPTY
    subtitle: Texts = EMPTY
    abstract: Texts = EMPTY
    description: Texts = EMPTY
    theme_id: str | None = None
    parent_id: str | None = None
    minutes: int = 30
    setup: int = 0
    clearing: int = 0
    languages: tuple[str, ...] = ()
    interpretation: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    expected: int | None = None
    state: str = "accepted"
    notes: str = ""
    slug: str = ""
    url: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(Record):
    """When and where a session is held. Either may be open; a session can be held twice.

    It lasts as long as its session. `pinned` means that the planner leaves it where it is.
    """

    table = "placements"

    session_id: str
    place_id: str | None = None
    start: datetime | None = None
    pinned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A guest of the event. The stored `name` is never changed by the program.

    `name`, `sort_name` and `badge_name` are the forms of the name by language; `honorific` are the titles before
    it. `country` is an ISO 3166 code of two letters or "". `contacts` maps a channel (email, phone, …) to an
    address. `category` is what a badge says of somebody without a part (press, organiser, …). `photo` is the
    content hash of a picture or "". An `unlisted` person is printed in no index.
    """

    table = "people"

    key: str = ""
    name: Texts = EMPTY
    sort_name: Texts = EMPTY
    badge_name: Texts = EMPTY
    honorific: Texts = EMPTY
    country: str = ""
    organisation: Texts = EMPTY
    biography: Texts = EMPTY
    contacts: Texts = EMPTY
    languages: tuple[str, ...] = ()
    category: str = ""
    photo: str = ""
    arrival: datetime | None = None
    departure: datetime | None = None
    unlisted: bool = False
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Record):
    """What a person does in a session: `role` is one of `ROLES` or a word of the committee's own.

    `position` orders the people of a session; `state` is one of `PART_STATES`.
    """

    table = "parts"

    session_id: str
    person_id: str
    role: str = "speaker"
    position: int = 0
    state: str = "invited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence(Record):
    """A time at which a person or a place is not to be had."""

    table = "absences"

    person_id: str | None = None
    place_id: str | None = None
    start: datetime
    end: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver(Record):
    """A problem that the committee accepts, bound to its facts: the id is the problem's fingerprint."""

    table = "waivers"

    rule: str
    about: tuple[str, ...] = ()
    reason: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition(Record):
    """The programme as it was given out: frozen to print it, and to tell later what changed since.

    `number` counts the editions, `at` is in UTC, `snapshot` is the content hash of the whole programme then.
    """

    table = "editions"

    number: int
    at: datetime
    who: str = ""
    note: str = ""
    snapshot: str = ""


RECORDS: Final[dict[str, type[Record]]] = {
    kind.table: kind
    for kind in (Event, Day, Place, Theme, Session, Placement, Person, Part, Absence, Waiver, Edition)
}
"""Each table's record, in an order in which what is referred to mostly comes first."""

REFERENCES: Final[dict[str, dict[str, str]]] = {
    "places": {"parent_id": "places"},
    "themes": {"parent_id": "themes"},
    "sessions": {"theme_id": "themes", "parent_id": "sessions"},
    "placements": {"session_id": "sessions", "place_id": "places"},
    "parts": {"session_id": "sessions", "person_id": "people"},
    "absences": {"person_id": "people", "place_id": "places"},
}
"""Table → field → the table whose record the field names."""

OWNED: Final = frozenset(
    {
        ("placements", "session_id"),
        ("parts", "session_id"),
        ("parts", "person_id"),
        ("absences", "person_id"),
        ("absences", "place_id"),
    }
)
"""The references without which a record makes no sense: it goes when what it names goes; others are emptied."""

SESSION_STATES: Final = ("draft", "submitted", "accepted", "confirmed", "cancelled", "rejected")
PART_STATES: Final = ("invited", "confirmed", "declined")
ROLES: Final = (
    "speaker",
    "chair",
    "moderator",
    "panellist",
    "author",
    "discussant",
    "host",
    "reader",
    "reciter",
    "performer",
    "director",
    "curator",
    "interpreter",
)
