"""The programme that everybody in the tests knows: two places, two people, three sessions, one unplaced."""

from datetime import date, datetime

from majlis.programme.programme import Programme
from majlis.programme.records import (
    Day,
    Event,
    Part,
    Person,
    Place,
    Placement,
    Session,
    Theme,
)
from majlis.programme.texts import Texts

EVENT = Event(
    title=Texts(en="Days of Meaning", ar="أيام المعنى"),
    acronym="meaning_2027",
    city=Texts(en="Doha", ar="الدوحة"),
    zone="Asia/Qatar",
    languages=("en", "ar"),
    print_languages=("en", "ar"),
)
THURSDAY = Day(
    id="thursday", date=date(2027, 10, 21), start=datetime(2027, 10, 21, 9), end=datetime(2027, 10, 21, 18)
)
FRIDAY = Day(id="friday", date=date(2027, 10, 22), start=datetime(2027, 10, 22, 9), end=datetime(2027, 10, 22, 18))
HALL = Place(id="hall", name=Texts(en="Great Hall", ar="القاعة الكبرى"), seats=300, position=0)
ROOM = Place(id="room", name=Texts(en="Room of Mirrors"), seats=40, position=1)
POETRY = Theme(id="poetry", name=Texts(en="Poetry", ar="الشعر"), colour="#2e5fd0")
LEILA = Person(
    id="leila",
    name=Texts(en="Leila Nasser", ar="ليلى ناصر"),
    honorific=Texts(en="Dr", ar="د."),
    country="JO",
    organisation=Texts(en="House of Letters"),
)
YUSUF = Person(id="yusuf", name=Texts(en="Yusuf Kaya", tr="Yusuf Kaya"), country="TR")
OPENING = Session(
    id="opening",
    key="1",
    kind="opening",
    title=Texts(en="Opening", ar="الافتتاح"),
    minutes=60,
    languages=("ar",),
    expected=200,
)
READING = Session(
    id="reading",
    key="2",
    kind="reading",
    title=Texts(en="A Reading at Noon", ar="قراءة في الظهيرة"),
    abstract=Texts(en="Poems of four cities, read in turn."),
    theme_id="poetry",
    minutes=45,
    languages=("en", "ar"),
)
PANEL = Session(id="panel", key="3", kind="panel", title=Texts(en="Who owns a manuscript?"), minutes=75)
RECORDS = (
    EVENT,
    THURSDAY,
    FRIDAY,
    HALL,
    ROOM,
    POETRY,
    LEILA,
    YUSUF,
    OPENING,
    READING,
    PANEL,
    Placement(id="opening@1", session_id="opening", place_id="hall", start=datetime(2027, 10, 21, 9)),
    Placement(id="reading@1", session_id="reading", place_id="room", start=datetime(2027, 10, 21, 12)),
    Part(id="opening:leila:speaker", session_id="opening", person_id="leila", role="speaker", state="confirmed"),
    Part(id="reading:yusuf:reader", session_id="reading", person_id="yusuf", role="reader"),
    Part(id="reading:leila:host", session_id="reading", person_id="leila", role="host", position=1),
)


def example() -> Programme:
    """Return the programme of the example."""
    return Programme.of(RECORDS)
