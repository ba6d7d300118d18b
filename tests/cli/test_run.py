"""The command line as a user or a script meets it: what it prints, what it leaves, and its exit code."""

from collections.abc import Callable
import json
from pathlib import Path
import re
import subprocess
import sys
from typing import Any

import pypdfium2
import pytest

from example import example
from majlis.cli.run import run
from majlis.document import Document

Majlis = Callable[..., tuple[int, str, str]]

SOURCE = """<?xml version="1.0" encoding="UTF-8"?>
<schedule><version>1</version>
<conference><acronym>tents_2027</acronym><title>Festival of Tents</title><start>2027-05-01</start>
<end>2027-05-01</end><time_zone_name>Asia/Qatar</time_zone_name></conference>
<day index="1" date="2027-05-01" start="2027-05-01T09:00:00+03:00" end="2027-05-01T18:00:00+03:00">
<room name="Red Tent"><event id="11" guid="6b1f2f9e-58a4-4f39-8d5a-6a1f0c6d9e01">
<date>2027-05-01T10:00:00+03:00</date><start>10:00</start><duration>00:30</duration><room>Red Tent</room>
<slug>tents_2027-11-rope</slug><url>https://example.org/11</url><title>How to tie a rope</title><subtitle/>
<track>Craft</track><type>workshop</type><language>en</language><abstract>Bring gloves.</abstract><description/>
<persons><person id="7">Rana Tayyar-Example</person></persons><links/></event></room></day></schedule>
"""


@pytest.fixture
def majlis(capsys: pytest.CaptureFixture[str]) -> Majlis:
    def call(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = run([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a.majlis"
    Document.create(made, example()).close()
    return made


@pytest.fixture
def source(tmp_path: Path) -> Path:
    made = tmp_path / "schedule.xml"
    made.write_text(SOURCE, "utf-8")
    return made


def as_json(said: tuple[int, str, str]) -> Any:  # noqa: ANN401 - JSON
    assert said[0] in (0, 1), said
    return json.loads(said[1])


def test_new_makes_an_event_with_its_days(majlis: Majlis, tmp_path: Path) -> None:
    path = tmp_path / "n.majlis"
    code, out, err = majlis(
        "new", path, "--title", "Days", "--start", "2027-03-01", "--days", 2, "--languages", "ar"
    )
    assert (code, out) == (0, "")
    assert "is made" in err
    shown = as_json(majlis("show", path, "--json"))
    assert shown["event"]["title"] == {"ar": "Days"}
    assert [day["date"] for day in shown["days"]] == ["2027-03-01", "2027-03-02"]
    assert majlis("new", path)[0] == 3


def test_an_event_at_the_end_of_time_is_refused(majlis: Majlis, tmp_path: Path) -> None:
    assert "can't be in 9999" in majlis("new", tmp_path / "n.majlis", "--start", "9999-12-31")[2]


def test_the_demo_has_nothing_to_complain_of(majlis: Majlis, tmp_path: Path) -> None:
    path = tmp_path / "d.majlis"
    assert majlis("new", path, "--demo")[0] == 0
    assert majlis("check", path, "--json") == (0, "[]\n", "")


def test_show_has_every_record_with_every_field(majlis: Majlis, path: Path) -> None:
    sessions = as_json(majlis("show", path, "sessions", "--json"))
    assert [each["id"] for each in sessions] == ["opening", "reading", "panel"]
    assert sessions[1]["title"] == {"ar": "قراءة في الظهيرة", "en": "A Reading at Noon"}
    placements = as_json(majlis("show", path, "placements", "--json"))
    assert list(placements[1]) == ["id", "session_id", "place_id", "start", "end", "pinned"]
    assert placements[1]["end"] == "2027-10-21T12:45"
    assert [each["role"] for each in as_json(majlis("show", path, "parts", "--json"))] == [
        "speaker",
        "reader",
        "host",
    ]


@pytest.mark.parametrize("table", ["sessions", "people", "parts", "themes", "days", "placements", "places", ""])
def test_show_is_readable_for_people(majlis: Majlis, path: Path, table: str) -> None:
    code, out, err = majlis("show", path, *([table] if table else []))
    assert (code, err) == (0, "")
    assert len(out.splitlines()) > 1


def test_set_undo_redo_and_history_agree(majlis: Majlis, path: Path) -> None:
    code, out, err = majlis("set", path, "reading", "title.fr=Lecture de midi", "minutes=50", "languages=fr, ar")
    assert (code, out) == (0, "")
    assert "“A Reading at Noon”" in err
    reading = as_json(majlis("show", path, "sessions", "--json"))[1]
    assert (reading["title"]["fr"], reading["minutes"], reading["languages"]) == (
        "Lecture de midi",
        50,
        ["fr", "ar"],
    )
    assert majlis("undo", path)[0] == 0
    history = as_json(majlis("history", path, "--json"))
    assert [(step["undone"], step["changes"]) for step in history] == [(True, 1), (False, 16)]
    assert list(history[0]) == ["id", "at", "who", "label", "undone", "changes"]
    assert majlis("redo", path, 5)[0] == 0
    assert as_json(majlis("show", path, "sessions", "--json"))[1] == reading
    assert majlis("redo", path)[0] == 3
    assert majlis("undo", path, 9)[0] == 0
    assert majlis("undo", path)[0] == 3
    assert "undone" in majlis("history", path)[1]
    assert majlis("verify", path) == (0, "The file, its journal and its references are sound.\n", "")


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("reading", ["title=At noon", "expected=", "theme_id="]),
        ("reading", ['links=[{"title": "Poems", "url": "https://example.org"}]']),
        ("reading@1", ["start=2027-10-21T13:00", "pinned=yes"]),
        ("leila", ["unlisted=true", "arrival=2027-10-20T12:00", "contacts.email=l@example.org"]),
        ("event", ["weekend=5,6", "zone=Asia/Tehran"]),
        ("friday", ["date=2027-10-23"]),
    ],
)
def test_set_reads_values_as_people_type_them(majlis: Majlis, path: Path, key: str, values: list[str]) -> None:
    assert majlis("set", path, key, *values)[0] == 0
    assert len(as_json(majlis("history", path, "--json"))) == 2
    assert majlis("verify", path)[0] == 0


def test_setting_what_is_so_already_is_no_step(majlis: Majlis, path: Path) -> None:
    assert "so already" in majlis("set", path, "reading", "minutes=45")[2]
    assert len(as_json(majlis("history", path, "--json"))) == 1


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("nobody", "title=x", "no record with the id"),
        ("reading", "colour=x", "no field “colour”"),
        ("reading", "title", "sets nothing"),
        ("reading", "title.english=x", "no code of a language"),
        ("reading", "minutes.en=5", "has no languages"),
        ("reading", "minutes=soon", "a whole number"),
        ("reading", "id=x", "can't be changed"),
        ("reading", "theme_id=nowhere", "no theme"),
        ("reading", "links={", "a JSON list"),
        ("reading", "title.en=a\x1bb", "can't be printed"),
        ("reading", "title.en=\u202egnp.exe", "direction override"),
        ("reading", "title.en=" + "x" * 10_000, "10,000 characters"),
        ("panel", "title=  ", "would have no title"),
        ("reading", "links=[null]", "a JSON list"),
        ("reading", "links=[[]]", "a JSON list"),
        ("reading", "links=" + "[" * 5_000, "a JSON list"),
        ("reading", 'links=[{"title": "\\ud800", "url": "x"}]', "can't be printed"),
        ("hall", 'hours=["x"]', "a JSON list"),
        ("hall", 'hours=[["0007-01-01T09:00", "2027-01-01T09:00"]]', "can't be in 7"),
        ("friday", "start=9999-12-31T09:00", "can't be in 9999"),
        ("reading@1", "start=noon", "a local time"),
        ("reading@1", "end=2027-10-21T13:00", "set the session's minutes"),
        ("leila", "unlisted=perhaps", "true or false"),
        ("event", "weekend=Friday", "numbers with commas"),
        ("friday", "date=soon", "a day such as"),
        ("opening:leila:speaker", "role=chair", "can't be changed"),
    ],
)
def test_set_refuses_in_a_sentence_and_leaves_the_file(
    majlis: Majlis, path: Path, key: str, value: str, sentence: str
) -> None:
    before = path.read_bytes()
    code, out, err = majlis("set", path, key, value)
    assert (code, out) == (3, "")
    assert sentence in err
    assert len(err.splitlines()) == 1
    assert path.read_bytes() == before


def test_import_makes_a_file_and_a_second_time_adds_nothing(majlis: Majlis, source: Path, tmp_path: Path) -> None:
    path = tmp_path / "new.majlis"
    assert as_json(majlis("import", path, source, "--dry-run", "--json"))["added"]["sessions"] == 1
    assert not path.exists()
    first = as_json(majlis("import", path, source, "--json"))
    assert list(first) == ["format", "added", "updated", "unchanged", "problems"]
    assert (first["format"], first["added"]["people"]) == ("frab-xml", 1)
    second = as_json(majlis("import", path, source, "--json"))
    assert sum(second["added"].values()) + sum(second["updated"].values()) == 0
    assert len(as_json(majlis("history", path, "--json"))) == 1
    assert as_json(majlis("show", path, "sessions", "--json"))[0]["key"] == "11"
    assert as_json(majlis("show", path, "placements", "--json"))[0]["start"] == "2027-05-01T10:00"
    assert as_json(majlis("show", path, "--json"))["event"]["zone"] == "Asia/Qatar"


def test_an_import_that_changes_something_can_be_gone_back_from(
    majlis: Majlis, source: Path, tmp_path: Path
) -> None:
    path = tmp_path / "new.majlis"
    majlis("import", path, source)
    source.write_text(SOURCE.replace("How to tie", "How to untie"), "utf-8")
    code, out, _ = majlis("import", path, source)
    assert (code, "updated: 1 sessions" in out) == (0, True)
    (backup,) = as_json(majlis("backups", path, "--json"))
    assert list(backup) == ["backup", "at", "why"]
    assert majlis("restore", path, backup["backup"])[0] == 0
    assert as_json(majlis("show", path, "sessions", "--json"))[0]["title"] == {"en": "How to tie a rope"}
    assert "before restore" in majlis("backups", path)[1]
    assert majlis("restore", path, "nothing")[0] == 3


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b"<schedule><day></schedule>", "line 1"),
        (b"hello", "can be read"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><schedule>&a;</schedule>', "entit|DOCTYPE|document type"),
        (b"\x00\xff\xfe" * 50, "is empty"),
        (b"\x89PNG\r\n" * 50, "can be read"),
        (b"{", "line 1"),
    ],
)
def test_what_is_no_programme_is_refused(majlis: Majlis, data: bytes, sentence: str, tmp_path: Path) -> None:
    source, path = tmp_path / "s", tmp_path / "n.majlis"
    source.write_bytes(data)
    code, out, err = majlis("import", path, source, "--json")
    assert (code, out) == (3, "")
    assert re.search(sentence, err, re.IGNORECASE), err
    assert not path.exists()


def test_sources_that_are_no_files_are_refused(majlis: Majlis, path: Path, tmp_path: Path) -> None:
    assert "is a folder" in majlis("import", path, tmp_path)[2]
    assert "no file" in majlis("import", path, tmp_path / "nothing")[2]
    assert "no ordinary file" in majlis("import", path, "/dev/zero")[2]


@pytest.mark.parametrize("name", ["frab-xml", "schedule-json", "ical"])
def test_exports_go_to_a_file_or_to_standard_output(name: str, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    base = [sys.executable, "-m", "majlis", "export", str(path), name, "-o"]
    assert subprocess.run([*base, str(out)], check=True, capture_output=True).stdout == b""
    assert subprocess.run([*base, "-"], check=True, capture_output=True).stdout == out.read_bytes()
    assert b"Reading at Noon" in out.read_bytes()


def test_exports_that_can_not_be_written_are_refused(majlis: Majlis, path: Path, tmp_path: Path) -> None:
    assert "can't be written" in majlis("export", path, "word", "-o", tmp_path / "x")[2]
    assert "own file" in majlis("export", path, "ical", "-o", path)[2]
    assert "is a folder" in majlis("export", path, "ical", "-o", tmp_path)[2]
    assert "can't be written" in majlis("export", path, "ical", "-o", tmp_path / "no" / "x")[2]


def test_check_says_what_is_wrong_and_exits_with_one_for_errors(majlis: Majlis, path: Path) -> None:
    assert majlis("check", path)[0] == 0
    majlis("set", path, "reading@1", "place_id=hall", "start=2027-10-21T09:30")
    code, out, _ = majlis("check", path)
    assert code == 1
    assert "error: Great Hall: “Opening” and “A Reading at Noon”" in out
    assert out.splitlines()[-1] == "2 errors, 0 warnings, 3 notes"
    found = as_json(majlis("check", path, "--json"))
    assert list(found[0]) == ["rule", "severity", "text", "about", "waived"]


def test_print_makes_a_pdf(majlis: Majlis, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "book.pdf"
    code, said, err = majlis("print", path, "book", "-o", out, "--language", "en", "--paper", "A5")
    assert (code, said) == (0, "")
    assert "pages in" in err
    document = pypdfium2.PdfDocument(out)
    text = "".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    assert "A Reading at Noon" in text
    document.close()
    assert majlis("print", path, "badges", "-o", tmp_path / "b.pdf")[0] == 0
    assert majlis("print", path, "poster", "-o", tmp_path / "p.pdf")[0] == 3


def test_what_comes_later_says_so(majlis: Majlis, path: Path) -> None:
    code, out, err = majlis("plan", path)
    assert (code, out) == (3, "")
    assert "later version" in err


@pytest.mark.parametrize(
    "arguments",
    [[], ["shwo"], ["show"], ["new", "x", "--start", "soon"], ["undo", "x", "0"], ["export", "x", "ical"]],
)
def test_a_wrong_line_exits_with_two(majlis: Majlis, arguments: list[str]) -> None:
    assert majlis(*arguments)[0] == 2


def test_help_and_version_exit_with_nought(majlis: Majlis) -> None:
    code, out, _ = majlis("--help")
    assert code == 0
    assert "set" in out
    assert majlis("--version")[1].startswith("majlis ")


def test_files_that_are_not_there_are_refused(majlis: Majlis, tmp_path: Path) -> None:
    for command in ("show", "check", "history", "backups", "verify", "undo"):
        assert majlis(command, tmp_path / "no.majlis")[0] == 3
    assert majlis("show", tmp_path / "no.majlis", "tables")[0] == 3


def test_a_table_that_is_not_there_is_refused(majlis: Majlis, path: Path) -> None:
    assert "there are events, days" in majlis("show", path, "rooms")[2]


def test_a_write_protected_file_is_read_and_not_changed(majlis: Majlis, path: Path) -> None:
    path.chmod(0o444)
    assert majlis("show", path)[0] == 0
    for arguments in (["set", path, "reading", "minutes=5"], ["undo", path]):
        code, _, err = majlis(*arguments)
        assert (code, "write-protected" in err) == (3, True)


def test_verify_tells_what_another_tool_did(majlis: Majlis, path: Path) -> None:
    import sqlite3  # noqa: PLC0415 - the other tool

    db = sqlite3.connect(path)
    db.execute("UPDATE sessions SET minutes = 7 WHERE id = 'reading'")
    db.commit()
    db.close()
    code, out, _ = majlis("verify", path)
    assert (code, "journal differ" in out) == (1, True)


def test_a_reader_that_has_seen_enough_is_no_error(path: Path) -> None:
    done = subprocess.run(  # noqa: S602 - a pipe is the point
        f"{sys.executable} -m majlis show {path} sessions | head -n 1",
        shell=True,
        check=True,
        capture_output=True,
    )
    assert done.stderr == b""


def test_a_word_that_is_no_command_is_said_to_be_none() -> None:
    done = subprocess.run([sys.executable, "-m", "majlis", "shwo"], check=False, capture_output=True, text=True)
    assert (done.returncode, "invalid choice" in done.stderr) == (2, True)


def test_without_a_display_the_window_says_so() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "majlis"], check=False, capture_output=True, text=True, env={"PATH": "/usr/bin"}
    )
    assert (done.returncode, "no display" in done.stderr) == (3, True)


def test_output_that_can_not_be_written_is_said(path: Path) -> None:
    full = Path("/dev/full")
    for command in (["show", str(path), "sessions"], ["export", str(path), "ical", "-o", "-"]):
        with full.open("wb") as out:
            done = subprocess.run(
                [sys.executable, "-m", "majlis", *command], check=False, stdout=out, stderr=subprocess.PIPE
            )
        assert (done.returncode, done.stderr.count(b"\n")) == (3, 1), done


def test_a_full_disk_leaves_the_file_as_it_was(path: Path) -> None:
    before = path.read_bytes()
    done = subprocess.run(  # noqa: S602 - the limit belongs to a shell
        f"ulimit -f {len(before) // 1024 + 1}; "
        f"{sys.executable} -m majlis set {path} reading abstract.en=$(printf 'x%.0s' $(seq 1 60000))",
        shell=True,
        check=False,
        capture_output=True,
        text=True,
        executable="/bin/bash",
    )
    assert done.returncode == 3, done
    assert "nothing was changed" in done.stderr
    with Document.open(path) as document:
        assert document.programme == example()
