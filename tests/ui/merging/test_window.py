"""Bringing in a colleague's copy: reading it, the preview, agreeing to it, and what is refused."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from copies import Make, colleague_copy, lengthen, retitle
from example import example
from majlis.document import Document
from majlis.programme.edits.people import assign
from majlis.programme.edits.records import add, amend, remove
from majlis.programme.edits.sessions import move, place
from majlis.programme.records import Person
from majlis.programme.texts import Texts
from majlis.ui.announcement import Announcement
from majlis.ui.app import open_window
from majlis.ui.differences.rows import Row
from majlis.ui.differences.speech import moment_in_words
from majlis.ui.history.screen import HistoryScreen
from majlis.ui.live import Live
from majlis.ui.main_window import MainWindow
from majlis.ui.merging.window import MergeWindow

Shown = Callable[[Path], MergeWindow]
POETRY = ["Name (Arabic): “الشعر” removed", "Name (English): “Poetry” removed", "Colour: “#2e5fd0” removed"]
PLAIN = str.maketrans("", "", "\u2068\u2069")


def seat(seats: int) -> Make:
    return lambda now: amend(now, now.places["hall"], seats=seats)


def told(row: Row) -> tuple[str, list[object]]:
    return row.text, [told(child) if child.kind != "field" else child.spoken for child in row.children()]


def done(row: Row) -> list[tuple[str, str]]:
    return [(child.text, child.done) for child in row.children()]


def labels(merge: MergeWindow) -> list[str]:
    found = merge.preview.findChildren(QLabel)
    return [one.text().translate(PLAIN) for one in found if one.isVisible() and one.text()]


def bar_of(window: MainWindow) -> Announcement | None:
    bars = [bar for bar in window.findChildren(Announcement) if bar.isVisible()]
    return bars[0] if bars else None


def button(bar: Announcement, name: str) -> QPushButton:
    found = bar.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_a_copy_is_shown_in_words_by_session_and_person_and_brought_in(
    window: MainWindow, live: Live, file: Path, shown: Shown, qtbot: QtBot
) -> None:
    mariam = Person(id="mariam", name=Texts(en="Mariam Haddad"), country="LB")
    copy = colleague_copy(
        file,
        "Noor",
        retitle("The Opening"),
        lambda now: add(now, mariam),
        lambda now: assign(now, now.sessions["panel"], mariam, "chair"),
        lambda now: remove(now, [now.themes["poetry"]]),
        lambda now: amend(now, now.places["hall"], seats=250),
        lambda now: amend(now, now.event, url="https://example.org"),
    )
    merge = shown(copy)
    rows = merge.preview.tree.differences.rows
    assert [told(row) for row in rows] == [
        (
            "Sessions (3)",
            [
                ("A Reading at Noon", ["Theme: “Poetry” removed"]),
                ("The Opening", ["Title (English): “Opening” became “The Opening”"]),
                ("Who owns a manuscript?", ["Part: “Mariam Haddad, chair, invited” added"]),
            ],
        ),
        ("People (1)", [("Mariam Haddad", ["Name (English): “Mariam Haddad” added", "Country: “Lebanon” added"])]),
        ("Places (1)", [("Great Hall", ["Seats: “300” became “250”"])]),
        (
            "Themes (1)",
            [
                (
                    "Poetry",
                    [
                        "Name (Arabic): “الشعر” removed",
                        "Name (English): “Poetry” removed",
                        "Colour: “#2e5fd0” removed",
                    ],
                )
            ],
        ),
        ("The event (1)", [("Days of Meaning", ["Url: “https://example.org” added"])]),
    ]
    step = Document.open(copy, writable=False)
    last = moment_in_words(step.history()[0].at)
    step.close()
    assert rows[4].children()[0].note.translate(PLAIN) == f"Noor, {last}"
    words = [
        one.text().translate(PLAIN) for one in merge.preview.findChildren(QLabel) if one.isVisible() and one.text()
    ]
    assert words[0] == "What Noor did"
    assert words[1].startswith("6 steps from noor.majlis, ")
    assert words[2] == "1 added, 5 changed, 1 removed"
    assert not merge.preview.tabs.isTabVisible(1)
    before = live.programme
    qtbot.mouseClick(merge.preview.bring_in, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: live.programme is not before)
    assert live.programme.sessions["opening"].title["en"] == "The Opening"
    assert live.programme.places["hall"].seats == 250
    qtbot.waitUntil(lambda: bar_of(window) is not None)
    bar = bar_of(window)
    assert bar is not None
    assert bar.words.text().translate(PLAIN) == "noor.majlis was brought in: 1 added, 5 changed, 1 removed."
    assert bar.findChild(QPushButton, "merge.open_conflicts") is None
    button(bar, "merge.show").click()
    history = window.shown_screen
    assert isinstance(history, HistoryScreen)
    assert [step.who for step in history.model.steps] == ["Noor"] * 6
    assert history.filters.about.isVisible()
    bar.dismiss.click()
    assert bar_of(window) is None


def test_what_is_chosen_in_the_preview_is_settled_as_one_step_and_the_rest_stays_open(
    window: MainWindow, live: Live, file: Path, shown: Shown, qtbot: QtBot
) -> None:
    copy = colleague_copy(file, "Noor", retitle("Hers"), lengthen(90), seat(9))
    for make in (retitle("Mine"), lengthen(50), seat(8)):
        live.make(make)
    merge = shown(copy)
    pane = merge.preview.pane
    assert [(one.about, one.field) for one in pane.model.disputes] == [
        ("Place “Great Hall”", "Seats"),
        ("Session “Mine”", "Title (English)"),
        ("Session “Who owns a manuscript?”", "Length"),
    ]
    merge.preview.tabs.setCurrentIndex(1)
    pane.list.setCurrentIndex(pane.model.index(1))
    qtbot.keyClick(pane.list, Qt.Key.Key_1)
    assert pane.dispute is pane.model.disputes[2]
    qtbot.keyClick(pane.list, Qt.Key.Key_2)
    assert pane.dispute is pane.model.disputes[0]
    steps = len(live.document.history())
    merge.preview.bring_in.click()
    qtbot.waitUntil(lambda: bar_of(window) is not None)
    assert live.programme.sessions["opening"].title["en"] == "Mine"
    assert live.programme.sessions["panel"].minutes == 90
    assert [(one.id, one.field) for one in live.document.conflicts()] == [("hall", "seats")]
    assert len(live.document.history()) == steps + 4
    assert live.document.undo_label == "Settle 2 conflicts"
    bar = bar_of(window)
    assert bar is not None
    button(bar, "merge.open_conflicts").click()
    assert window.merging.show_conflicts().pane.model.disputes != ()


def test_a_choice_is_taken_back_all_are_chosen_and_left_for_later(live: Live, file: Path, shown: Shown) -> None:
    copy = colleague_copy(file, "Noor", retitle("Hers"), lengthen(90))
    for make in (retitle("Mine"), lengthen(50)):
        live.make(make)
    merge = shown(copy)
    preview, pane = merge.preview, merge.preview.pane
    merge.preview.tabs.setCurrentIndex(1)
    pane.cards[1].choose.click()
    assert list(preview.choices.values()) == [1]
    pane.list.setCurrentIndex(pane.model.index(0))
    assert pane.cards[1].choose.text() == "Chosen (2)"
    pane.cards[1].choose.click()
    assert preview.choices == {}
    pane.all_mine.click()
    assert set(preview.choices.values()) == {0}
    pane.all_theirs.click()
    assert set(preview.choices.values()) == {1}
    found = preview.findChild(QLabel, "merge.open")
    assert isinstance(found, QLabel)
    assert not found.isVisible()
    pane.leave.click()
    assert preview.choices == {}
    assert found.text() == "2 disagreements stay open"
    assert preview.tabs.currentIndex() == 0
    merge.reject()


def test_the_value_that_would_clash_says_with_what(live: Live, file: Path, shown: Shown, qtbot: QtBot) -> None:
    opening = live.programme.start_of("opening")
    assert opening is not None
    live.make(lambda now: place(now, "panel", "room", opening))
    (placed,) = live.programme.placements_of("panel")
    copy = colleague_copy(file, "Noor", lambda now: move(now, placed, "hall", opening))
    live.make(lambda now: move(now, placed, "room", opening.replace(hour=15)))
    merge = shown(copy)
    pane = merge.preview.pane
    assert {dispute.about for dispute in pane.model.disputes} == {"Placement “Who owns a manuscript?”"}
    merge.preview.tabs.setCurrentIndex(1)
    mine, theirs = pane.cards
    qtbot.waitUntil(theirs.problems.isVisible)
    assert "“Who owns a manuscript?”" in theirs.problems.accessibleName()
    assert not mine.problems.isVisible()
    merge.reject()


def test_a_session_removed_here_and_changed_there_is_brought_back_until_somebody_says_otherwise(
    window: MainWindow, live: Live, file: Path, shown: Shown, qtbot: QtBot
) -> None:
    copy = colleague_copy(file, "Noor", retitle("Hers"))
    live.make(lambda now: remove(now, [now.sessions["opening"]]))
    merge = shown(copy)
    (sessions,) = merge.preview.tree.differences.rows
    assert done(sessions) == [("Hers", "brought back")]
    assert "1 disagreement" in sessions.children()[0].note
    pane = merge.preview.pane
    assert [card.choose.text() for card in pane.cards] == ["Remove it (1)", "Keep it (2)"]
    assert pane.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Session “Hers”, Removed or kept: open"
    merge.preview.tabs.setCurrentIndex(1)
    pane.cards[0].choose.click()
    merge.preview.bring_in.click()
    qtbot.waitUntil(lambda: bar_of(window) is not None)
    assert "opening" not in live.programme.sessions
    assert live.document.conflicts() == ()


def test_a_copy_without_news_says_so(live: Live, file: Path, shown: Shown) -> None:
    merge = shown(colleague_copy(file, "Noor"))
    assert not merge.preview.bring_in.isVisible()
    assert not merge.preview.tabs.isVisible()
    assert labels(merge)[0] == "All of it is here already"
    merge.close()


def test_news_that_change_nothing_here_say_so_and_can_be_brought_in(live: Live, file: Path, shown: Shown) -> None:
    copy = colleague_copy(file, "Noor", retitle("Same"))
    live.make(retitle("Same"))
    merge = shown(copy)
    assert merge.preview.bring_in.isVisible()
    assert merge.preview.tree.differences.rows == ()
    words = "Nothing changes here: what was done there was done here, too, or taken back."
    assert labels(merge)[2] == words
    merge.reject()


def test_what_is_no_copy_is_refused_in_a_sentence(tmp_path: Path, window: MainWindow, shown: Shown) -> None:
    letter = tmp_path / "letter.majlis"
    letter.write_text("Dear committee", encoding="utf-8")
    merge = shown(letter)
    assert merge.page == "refused"
    assert "letter.majlis" in merge.refusal.text()
    found = merge.findChild(QPushButton, "merge.close")
    assert isinstance(found, QPushButton)
    found.click()
    assert not merge.isVisible()


def another_event(tmp_path: Path, *makes: Make) -> Path:
    path = tmp_path / "another.majlis"
    Document.create(path, example()).close()
    with Document.open(path) as document:
        for make in makes:
            document.do(make(document.programme))
    return path


def test_another_event_comes_in_as_an_import_which_one_step_of_undo_takes_back(
    window: MainWindow, live: Live, tmp_path: Path, shown: Shown, qtbot: QtBot
) -> None:
    mariam = Person(id="mariam", name=Texts(en="Mariam Haddad"))
    before = live.programme
    path = another_event(tmp_path, lengthen(33), lambda now: add(now, mariam))
    with Document.open(path) as document:
        document.freeze("printed")
    merge = shown(path)
    assert labels(merge)[0] == "What another.majlis holds"
    assert labels(merge)[1].startswith("another.majlis is not a copy of this event. It comes in as an import")
    assert labels(merge)[2] == "1 added, 1 changed"
    assert not merge.preview.tabs.isTabVisible(1)
    assert merge.preview.tabs.isTabVisible(2)
    assert merge.preview.doubts.toPlainText() == "editions: 1 belong to the other event and were left there"
    assert [row.text for row in merge.preview.tree.differences.rows] == ["Sessions (1)", "People (1)"]
    merge.preview.bring_in.click()
    qtbot.waitUntil(lambda: bar_of(window) is not None)
    assert live.programme.sessions["panel"].minutes == 33
    assert "mariam" in live.programme.people
    bar = bar_of(window)
    assert bar is not None
    assert bar.words.text().translate(PLAIN) == "another.majlis was imported: 1 added, 1 changed."
    button(bar, "merge.undo").click()
    assert live.programme == before
    assert bar_of(window) is None


def test_another_event_that_holds_nothing_new_says_so(live: Live, tmp_path: Path, shown: Shown) -> None:
    merge = shown(another_event(tmp_path))
    assert labels(merge)[0] == "All of it is here already"
    assert not merge.preview.bring_in.isVisible()
    merge.reject()


def test_reading_can_be_cancelled(live: Live, file: Path, window: MainWindow, qtbot: QtBot) -> None:
    copy = colleague_copy(file, "Noor", retitle("Hers"))
    merge = window.merging.open(copy)
    merge.cancel.click()
    assert not merge.isVisible()
    qtbot.waitUntil(lambda: not live.background.busy)
    assert live.programme.sessions["opening"].title["en"] == "Opening"


def test_news_are_read_again_where_the_event_changed_meanwhile(
    window: MainWindow, live: Live, file: Path, shown: Shown, qtbot: QtBot
) -> None:
    copy = colleague_copy(file, "Noor", retitle("Hers"))
    merge = shown(copy)
    live.make(retitle("Typed meanwhile"))
    heard: list[str] = []
    live.notice.connect(heard.append)
    merge.preview.bring_in.click()
    qtbot.waitUntil(lambda: heard != [])
    assert heard == ["The event was changed meanwhile; look again at what would come in"]
    qtbot.waitUntil(lambda: merge.page == "preview")
    assert [one.field for one in merge.preview.pane.model.disputes] == ["Title (English)"]
    merge.preview.bring_in.click()
    qtbot.waitUntil(lambda: bar_of(window) is not None)
    assert len(live.document.conflicts()) == 1


def test_a_merge_that_cant_be_written_is_refused_and_nothing_changes(
    window: MainWindow, live: Live, file: Path, shown: Shown, qtbot: QtBot
) -> None:
    copy = colleague_copy(file, "Noor", retitle("Hers"))
    merge = shown(copy)
    file.with_name("example backups").write_text("in the way", encoding="utf-8")
    merge.preview.bring_in.click()
    qtbot.waitUntil(lambda: merge.page == "refused")
    assert "Nothing was changed" in merge.refusal.text()
    assert live.programme.sessions["opening"].title["en"] == "Opening"
    merge.reject()


def test_a_file_that_can_only_be_read_offers_no_merge(file: Path, window: MainWindow) -> None:
    window.close()
    with Document.open(file):
        pass
    file.chmod(0o444)
    reader = open_window(file)
    action = reader.findChild(QAction, "file.merge")
    assert isinstance(action, QAction)
    assert not action.isEnabled()
    reader.close()
    file.chmod(0o644)


def test_every_control_has_an_accessible_name(live: Live, file: Path, shown: Shown) -> None:
    copy = colleague_copy(file, "Noor", retitle("Hers"))
    live.make(retitle("Mine"))
    merge = shown(copy)
    merge.preview.tabs.setCurrentIndex(1)
    mute = [
        one
        for one in merge.findChildren(QAbstractButton)
        if one.isVisible() and not (one.text() or one.accessibleName())
    ]
    assert mute == []
    assert merge.preview.pane.cards[0].text.accessibleName() == "Mine: Mine"
    merge.reject()
