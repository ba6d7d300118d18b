"""Reading schedule.xml: what is sound, and each oddity that real files have."""

from collections.abc import Iterable
from datetime import datetime

import pytest

from exchange.sources import (
    GUID,
    dates,
    doubts,
    event,
    imported,
    only_session,
    reading,
    rooms,
    xml,
)
from majlis.programme.ids import placement_id
from majlis.programme.records import Link
from majlis.programme.refusal import Refusal
from majlis.programme.texts import Texts


def test_a_sound_event_becomes_a_session_with_all_that_it_tells() -> None:
    source = xml(
        event(
            "<person id='7'>Mira Sol</person><person id='8'>Ben Oak</person>",
            "<link href='https://lantern.example/ink'>On ink</link>",
            guid=GUID,
            id="12",
            subtitle="A start",
            abstract="Short",
            description="Long",
            track="Craft",
            type="lightning talk",
            slug="lanterns-ink-first",
            url="https://lantern.example/12",
        )
    )
    programme = imported(source)
    session = only_session(programme)
    assert (session.id, session.key, session.kind, session.minutes) == (GUID, "12", "lightning_talk", 30)
    assert session.title == Texts(en="Ink")
    assert (session.subtitle.best(), session.abstract.best(), session.description.best()) == (
        "A start",
        "Short",
        "Long",
    )
    assert session.languages == ("en",)
    assert (session.slug, session.url) == ("lanterns-ink-first", "https://lantern.example/12")
    assert session.links == (Link("On ink", "https://lantern.example/ink"),)
    assert programme.themes[session.theme_id or ""].name == Texts(en="Craft")
    assert [programme.people[part.person_id].key for part in programme.parts_of(session.id)] == ["7", "8"]
    assert {part.role for part in programme.parts.values()} == {"speaker"}
    (placement,) = programme.placements_of(session.id)
    assert (placement.id, placement.start) == (placement_id(GUID), datetime(2027, 5, 1, 10))
    assert programme.places[placement.place_id or ""].name == Texts(en="Hall")


def test_a_new_programme_takes_the_name_zone_and_languages_of_the_event() -> None:
    source = xml(
        event(),
        event(id="2", language="de"),
        city="Jena",
        venue="Mill",
        subtitle="Light",
        url="https://a.example/",
    )
    told = imported(source).event
    assert (told.title, told.subtitle) == (Texts(de="Festival of Lanterns"), Texts(de="Light"))
    assert (told.venue, told.city) == (Texts(de="Mill"), Texts(de="Jena"))
    assert (told.acronym, told.zone, told.url) == ("lanterns", "Europe/Berlin", "https://a.example/")
    assert told.languages == told.print_languages == ("de", "en")


def test_nothing_but_a_title_is_enough() -> None:
    programme = imported(b"<schedule><day date='2027-05-01'><event><title>Ink</title></event></day></schedule>")
    assert only_session(programme).title == Texts(en="Ink")
    assert programme.placements == {}
    assert dates(programme) == ["2027-05-01"]


@pytest.mark.parametrize(
    ("language", "title", "found"),
    [
        ("De", "Ein Abend", {"de": "Ein Abend"}),
        ("de, en", "Ein Abend", {"de": "Ein Abend"}),
        ("en_US", "An Evening", {"en": "An Evening"}),
        ("null", "An Evening", {"en": "An Evening"}),
        ("en", "أمسية", {"ar": "أمسية"}),
        ("fa", "شب شعر", {"fa": "شب شعر"}),
        ("-", "Вечер", {"ru": "Вечер"}),
    ],
)
def test_a_title_is_under_the_language_that_it_is_in(language: str, title: str, found: dict[str, str]) -> None:
    assert only_session(imported(xml(event(language=language, title=title)))).title == Texts(found)


def test_the_first_of_a_list_of_languages_is_no_choice() -> None:
    source = xml(event(language="ab"))
    assert only_session(imported(source)).languages == ()
    assert any("'ab'" in text for text in doubts(source))


def test_html_becomes_paragraphs_and_is_counted_once() -> None:
    source = xml(
        event(abstract="<p>One &amp; two</p><p>Three</p>", title="Q&amp;A"),
        event(id="2", title="Paper", description="<ul><li>x</li></ul>"),
    )
    sessions = {session.key: session for session in imported(source).sessions.values()}
    assert sessions["1"].abstract.best() == "One & two\n\nThree"
    assert sessions["1"].title.best() == "Q&A"
    assert doubts(source) == ["2 texts held HTML; it was made plain paragraphs"]


def test_one_hall_in_several_spellings_is_one() -> None:
    source = xml(
        event(room="سالن\u200cاصلی"),
        event(id="2", title="B", room="سالن  اصلی"),
        event(id="3", title="C", room="سالن اصلي"),
        room="",
    )
    assert len(imported(source).places) == 1


def test_rooms_keep_the_order_seats_and_guids_of_the_source() -> None:
    rooms_in_order = (
        f"<day date='2027-05-01'><room name='Yard' guid='{GUID}' capacity='80'/><room name='Attic'/></day>"
    )
    programme = imported(xml(event(), before=rooms_in_order))
    assert rooms(programme) == ["Yard", "Attic", "Hall"]
    first = programme.places_in_order()[0]
    assert (first.id, first.key, first.seats) == (GUID, GUID, 80)


def test_events_outside_rooms_stand_in_their_own() -> None:
    source = xml(event(room="Cellar"), room="")
    assert rooms(imported(source)) == ["Cellar"]
    assert doubts(source) == ["stands outside any room; its own room is taken"]


def test_tracks_bring_their_colours() -> None:
    before = '<tracks><track color="#ABC">Craft</track><track name="Song" color="red"/></tracks>'
    themes = imported(xml(event(track="craft"), before=before)).themes_in_order()
    assert [(theme.name.best(), theme.colour) for theme in themes] == [("Craft", "#aabbcc"), ("Song", "")]


def test_odd_lengths_addresses_and_links_are_told() -> None:
    source = xml(
        event("", "<link href=''>Nowhere</link><link href='https://x.example'/>", duration="00:00", url="../x")
    )
    session = only_session(imported(source))
    assert (session.minutes, session.url) == (0, "")
    assert session.links == (Link("https://x.example", "https://x.example"),)
    assert len(doubts(source)) == 3


def test_without_duration_and_type_the_usual_is_taken() -> None:
    session = only_session(imported(xml(event(duration="-", type="-", title="-", start="-", date="-"))))
    assert (session.kind, session.minutes, session.title) == ("other", 30, Texts())


def test_a_doubt_names_the_event_and_its_line() -> None:
    (doubt,) = reading(b"\n\n" + xml(event(id="41", duration="0"))).doubts
    assert (doubt.where, doubt.text) == ("event id=41, line 3", "has the bare duration '0', read as minutes")


def test_many_doubts_of_one_sort_are_counted() -> None:
    events = (event(id=str(number), title=f"No. {number}", duration="0") for number in range(1, 301))
    told = reading(xml(*events)).doubts
    assert len(told) == 201
    assert told[-1].text == "100 more of this sort, 300 in all."


def refusal(source: bytes) -> str:
    with pytest.raises(Refusal) as caught:
        reading(source)
    return str(caught.value)


def missing(parts: Iterable[str], text: str) -> list[str]:
    return [part for part in parts if part not in text]


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        (b"<schedule>\n <day>\n </dy></schedule>", ("line 3, column", "broken")),
        (b"<!DOCTYPE schedule [<!ENTITY a 'b'>]><schedule>&a;</schedule>", ("document type",)),
        (b'<!DOCTYPE schedule SYSTEM "http://x.example/s.dtd"><schedule/>', ("document type",)),
        (b"<schedule/>", ("without conference and days",)),
        (b"<rss><channel/></rss>", ("<rss>", "frab-xml", "schedule-json")),
        (b"<schedule>" + b"<day>" * 300 + b"</day>" * 300 + b"</schedule>", ("within each other",)),
        (b'<?xml version="1.0" encoding="klingon"?><schedule/>', ("can't be read", "klingon")),
        (b"<schedule><title>\xff</title></schedule>", ("broken",)),
    ],
)
def test_what_is_no_schedule_is_refused_with_the_reason(source: bytes, parts: tuple[str, ...]) -> None:
    assert missing(parts, refusal(source)) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1", "cp1252"])
def test_the_declared_encoding_is_read(encoding: str) -> None:
    declared = encoding.removesuffix("-sig").replace("cp", "windows-")
    text = f'<?xml version="1.0" encoding="{declared}"?>' + xml(event(title="Été")).decode()
    assert only_session(imported(text.encode(encoding))).title.best() == "Été"
