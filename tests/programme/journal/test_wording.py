"""Steps, changes and conflicts in words, and many changes grouped by what they are about."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from example import example
from majlis.calendars.words import short_day
from majlis.programme.edits.edit import Edit, apply, together
from majlis.programme.edits.people import assign
from majlis.programme.edits.records import add, amend, remove, translate
from majlis.programme.edits.sessions import move, place
from majlis.programme.journal import BEING, Conflict, FieldChange, Side, Step, field_changes
from majlis.programme.journal.grouping import Entry, Group, entry_in_words, grouped, steps_by_record
from majlis.programme.journal.wording import (
    FieldWords,
    RecordWords,
    Wording,
    all_in_words,
    conflict_in_words,
    field_in_words,
    in_words,
    names_in_words,
)
from majlis.programme.programme import Programme
from majlis.programme.records import Absence, Link, Place, Session, Span
from majlis.programme.texts import Texts

NOON = datetime(2027, 10, 20, 12, tzinfo=UTC)


def words_of(programme: Programme, edit: Edit) -> list[RecordWords]:
    return list(all_in_words(apply(programme, edit), field_changes(edit)))


def test_values_are_said_as_people_say_them() -> None:
    programme = example()
    hours = (Span(datetime(2027, 10, 21, 9), datetime(2027, 10, 21, 18)),)
    hall = programme.places["hall"]
    assert words_of(programme, amend(programme, hall, hours=hours, equipment=("bell", "screen"), seats=None)) == [
        RecordWords(
            "Place “Great Hall”",
            "changed",
            (
                FieldWords("Seats", "300", ""),
                FieldWords("Equipment", "", "bell, screen"),
                FieldWords("Hours", "", "2027-10-21 09:00 – 2027-10-21 18:00"),
            ),
        )
    ]
    opening = programme.sessions["opening"]
    links = (Link("Abstract", "https://example.org/a"),)
    (words,) = words_of(
        programme, amend(programme, opening, theme_id="poetry", minutes=30, kind="panel", links=links)
    )
    assert words.fields == (
        FieldWords("Kind", "Opening", "Panel"),
        FieldWords("Theme", "", "Poetry"),
        FieldWords("Length", "60 min", "30 min"),
        FieldWords("Links", "", "Abstract – https://example.org/a"),
    )
    leila = programme.people["leila"]
    (words,) = words_of(
        programme, amend(programme, leila, unlisted=True, photo="0123456789abcdef" * 4, languages=("ar",))
    )
    assert words.fields == (
        FieldWords("Languages", "", "ar"),
        FieldWords("Photo", "", "picture 012345"),
        FieldWords("Unlisted", "no", "yes"),
    )


def test_a_text_says_its_language() -> None:
    programme = example()
    edit = translate(programme, programme.sessions["opening"], "title", "ar", "البداية")
    assert words_of(programme, edit) == [
        RecordWords("Session “Opening”", "changed", (FieldWords("Title (ar)", "الافتتاح", "البداية", "ar"),))
    ]
    assert field_in_words(BEING) == "Whether it is there"


def test_values_and_languages_are_said_as_they_are_asked_for() -> None:
    programme = example()
    spoken = {
        "country": {"TR": "Turkey", "JO": "Jordan"}.__getitem__,
        "language": str.upper,
        "languages": str.upper,
    }
    leila = programme.people["leila"]
    edit = together(
        "both",
        [
            amend(
                programme, leila, country="TR", languages=("ar", "fr"), name=leila.name.but({"fr": "Leïla Nasser"})
            )
        ],
    )
    (change,) = field_changes(edit)
    assert Wording(apply(programme, edit), spoken=spoken).record(change).fields == (
        FieldWords("Country", "Jordan", "Turkey"),
        FieldWords("Languages", "", "AR, FR"),
        FieldWords("Name (FR)", "", "Leïla Nasser", "fr"),
    )
    nowhere = FieldChange("people", "leila", {"country": ("JO", "")})
    assert Wording(programme, spoken=spoken).record(nowhere).fields == (FieldWords("Country", "Jordan", ""),)


def test_what_comes_or_goes_says_only_what_it_holds() -> None:
    programme = example()
    edit = add(programme, Session(id="new", kind="talk", title=Texts(en="A talk"), minutes=20))
    assert words_of(programme, edit) == [
        RecordWords(
            "Session “A talk”",
            "added",
            (
                FieldWords("Kind", "", "Talk"),
                FieldWords("Title (en)", "", "A talk", "en"),
                FieldWords("Length", "", "20 min"),
                FieldWords("State", "", "accepted"),
            ),
        )
    ]


def test_days_are_said_as_they_are_asked_for() -> None:
    programme = example()
    edit = place(programme, "panel", "hall", datetime(2027, 10, 21, 14))
    after = apply(programme, edit)
    (change,) = field_changes(edit)
    assert in_words(after, change, short_day).fields == (
        FieldWords("Session", "", "Who owns a manuscript?"),
        FieldWords("Place", "", "Great Hall"),
        FieldWords("Start", "", "Thu 21 Oct 14:00"),
    )
    odd = FieldChange("placements", "panel@1", {"start": (None, "at dusk")})
    assert in_words(after, odd).fields == (FieldWords("Start", "", "at dusk"),)


def test_what_is_gone_keeps_its_name() -> None:
    programme = example()
    found = words_of(programme, remove(programme, [programme.people["leila"]]))
    assert [each.record for each in found if each.done == "removed"] == [
        "Part “A Reading at Noon, Leila Nasser”",
        "Part “Opening, Leila Nasser”",
        "Person “Leila Nasser”",
    ]
    new = Place(id="attic", name=Texts(en="Attic"))
    assert words_of(programme, add(programme, new))[0].record == "Place “Attic”"
    gone = FieldChange(
        "parts", "x", {"session_id": ("opening", None), "person_id": ("nobody", None), BEING: (1, 0)}
    )
    assert in_words(programme, gone).record == "Part “Opening, a person that is gone”"
    assert in_words(programme, FieldChange("waivers", "x", {BEING: (1, 0)})).record == "Waiver “x”"


def test_a_word_that_only_confirms_says_so() -> None:
    same = FieldChange("sessions", "opening", {"minutes": (60, 60)})
    assert in_words(example(), same) == RecordWords("Session “Opening”", "confirmed", ())


def test_several_names_are_said_and_many_are_counted() -> None:
    programme = example()
    assert names_in_words(programme, []) == ""
    assert names_in_words(programme, ["opening", "opening"]) == "“Opening”"
    assert names_in_words(programme, ["opening", "hall"]) == "“Opening” and “Great Hall”"
    assert names_in_words(programme, ["opening", "hall", "panel"], most=1) == "“Opening” and 2 more"
    assert names_in_words(programme, ["lost", "hall"]) == "“Great Hall” and what is gone meanwhile"
    assert names_in_words(programme, ["lost"]) == "what is gone meanwhile"


def step(key: int, who: str, label: str = "Retitle session") -> Step:
    return Step(key, NOON.replace(minute=key), who, label)


def at(key: int) -> str:
    return f"{NOON.replace(minute=key).astimezone():%Y-%m-%d %H:%M}"


def test_a_conflict_is_a_sentence_with_both_sides() -> None:
    sides = (Side(step(1, "Noor"), "First"), Side(step(2, "Sami"), None, theirs=True))
    conflict = Conflict("sessions", "opening", "title.en", "Opening", "First", sides)
    assert conflict_in_words(example(), conflict) == (
        f"Session “Opening”, title (en): First (Noor, {at(1)}) against nothing (Sami, {at(2)}); now it is First."
    )
    lost = Conflict("sessions", "lost", "start", None, None, ())
    assert Wording(example()).about(lost) == "Session “lost”"


def test_a_conflict_on_being_there_says_who_removed_and_who_changed() -> None:
    sides = (Side(step(1, "Noor"), None, removed=True), Side(step(2, "Sami"), 1), Side(None, 1))
    conflict = Conflict("sessions", "opening", BEING, 1, 1, sides)
    assert conflict_in_words(example(), conflict) == (
        f"Session “Opening”: removed (Noor, {at(1)}) and changed (Sami, {at(2)}) and something needs it; "
        "it was kept."
    )


def entries(groups: Iterable[Group]) -> list[tuple[str, list[tuple[str, str, int]]]]:
    def told(entry: Entry) -> tuple[str, str, int]:
        return entry.name, entry.done, len(entry.changes)

    return [(group.table, [told(entry) for entry in group.entries]) for group in groups]


def test_changes_are_grouped_by_what_they_are_about() -> None:
    programme = example()
    panel, leila = programme.sessions["panel"], programme.people["leila"]
    away = Absence(id="away", person_id="leila", start=datetime(2027, 10, 22, 9), end=datetime(2027, 10, 22, 18))
    (placed,) = programme.placements_of("opening")
    edit = together(
        "much",
        [
            translate(programme, panel, "title", "en", "Who owns it?"),
            assign(programme, panel, leila, "chair"),
            move(programme, placed, "room", placed.start),
            add(programme, away),
            remove(programme, [programme.themes["poetry"]]),
            amend(programme, programme.days["friday"], name=Texts(en="The last day")),
            amend(programme, programme.event, url="https://example.org"),
        ],
    )
    changes = field_changes(edit)
    wording = Wording(apply(programme, edit)).knowing(changes)
    assert entries(grouped(changes, wording)) == [
        (
            "sessions",
            [("A Reading at Noon", "changed", 1), ("Opening", "changed", 1), ("Who owns it?", "changed", 2)],
        ),
        ("people", [("Leila Nasser", "changed", 1)]),
        ("themes", [("Poetry", "removed", 1)]),
        ("events", [("Days of Meaning", "changed", 2)]),
    ]


def test_what_goes_with_a_session_is_told_with_it() -> None:
    programme = example()
    edit = remove(programme, [programme.sessions["opening"]])
    changes = field_changes(edit)
    groups = grouped(changes, Wording(apply(programme, edit)).knowing(changes))
    assert entries(groups) == [("sessions", [("Opening", "removed", len(changes))])]


def test_an_entry_says_who_made_it_and_when_last() -> None:
    programme = example()
    panel = programme.sessions["panel"]
    edit = together(
        "both",
        [amend(programme, panel, minutes=50), place(programme, "panel", "hall", datetime(2027, 10, 21, 14))],
    )
    session, placement = field_changes(edit)
    first, second, third = step(1, "Noor"), step(2, "Sami"), step(3, "Noor")
    said = steps_by_record([first, second, third], {1: [session], 2: [placement], 3: [session], 4: [session]})
    ((group),) = grouped((session, placement), Wording(apply(programme, edit)), said)
    (entry,) = group.entries
    assert (entry.who, entry.at) == (("Noor", "Sami"), third.at)
    ((group),) = grouped((session,), Wording(apply(programme, edit)))
    assert (group.entries[0].who, group.entries[0].at) == ((), None)


def test_a_day_is_said_by_its_date() -> None:
    assert Wording(example(), short_day).value("days", "date", date(2027, 10, 21).isoformat()) == "Thu 21 Oct"


def test_an_entry_is_said_field_by_field_with_what_belongs_to_it() -> None:
    programme = example()
    panel, leila = programme.sessions["panel"], programme.people["leila"]
    (placed,) = programme.placements_of("opening")
    (cast,) = programme.parts_of("opening")
    edit = together(
        "much",
        [
            assign(programme, panel, leila, "chair"),
            place(programme, "panel", "hall", datetime(2027, 10, 21, 14)),
            amend(programme, panel, minutes=50),
            move(programme, placed, "room", placed.start),
            amend(programme, cast, state="declined"),
            remove(programme, [programme.days["friday"]]),
        ],
    )
    changes = field_changes(edit)
    wording = Wording(apply(programme, edit), short_day).knowing(changes)
    sessions, event = grouped(changes, wording)
    assert {entry.name: entry_in_words(entry, wording) for entry in (*sessions.entries, *event.entries)} == {
        "Opening": (
            FieldWords("Place", "Great Hall", "Room of Mirrors"),
            FieldWords("Leila Nasser (speaker): State", "confirmed", "declined"),
        ),
        "Who owns a manuscript?": (
            FieldWords("Length", "75 min", "50 min"),
            FieldWords("Part", "", "Leila Nasser, chair, invited"),
            FieldWords("Placement", "", "Great Hall, Thu 21 Oct 14:00"),
        ),
        "Days of Meaning": (FieldWords("Day", "Fri 22 Oct", ""),),
    }
