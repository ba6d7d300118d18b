"""Fields of text: they grow with what is typed, run as it runs, and leave alone what nobody typed in."""

from PySide6.QtCore import QMimeData, Qt
import pytest
from pytestqt.qtbot import QtBot

from majlis.ui.fields.field import Field
from majlis.ui.fields.growing import Growing, Wrapping
from majlis.ui.fields.plain import NumberField
from majlis.ui.fields.text import AreaField
from majlis.ui.languages import LTR, RTL

LONG = "A title of some length that goes on for more than one line, as the titles of papers do "


@pytest.fixture
def committed() -> list[object]:
    """Return what the fields of a test commit."""
    return []


@pytest.fixture
def title(qtbot: QtBot, committed: list[object]) -> AreaField:
    """Return the shown field of a title, 300 pixels wide."""
    return shown(AreaField("title", "Title", language="en", one_line=True), qtbot, committed)


def shown(field: AreaField, qtbot: QtBot, committed: list[object]) -> AreaField:
    qtbot.addWidget(field)

    def take(one: Field) -> None:
        committed.append(one.read())

    field.committed.connect(take)
    field.show_stored("", afresh=True)
    field.resize(300, 60)
    field.show()
    qtbot.waitExposed(field)
    return field


def editor(field: Field) -> Growing:
    assert isinstance(field.editor, Growing)
    return field.editor


def right_edge(field: AreaField) -> float:
    """Return how far the first line reaches to the right, as a part of the room that it has."""
    line = editor(field).document().firstBlock().layout().lineAt(0)
    return line.naturalTextRect().right() / editor(field).viewport().width()


def test_a_long_title_is_shown_whole_and_a_short_one_on_one_line(title: AreaField, qtbot: QtBot) -> None:
    one = editor(title).height()
    title.show_stored(LONG * 2)
    qtbot.waitUntil(lambda: editor(title).height() > 2 * one)
    assert not editor(title).verticalScrollBar().isVisible()
    title.show_stored("Short")
    qtbot.waitUntil(lambda: editor(title).height() == one)


def test_a_title_without_an_end_grows_to_six_lines_and_scrolls(title: AreaField, qtbot: QtBot) -> None:
    title.show_stored("x" * 20_000)
    qtbot.waitUntil(lambda: editor(title).verticalScrollBar().isVisible())
    lines = editor(title).height() / editor(title).fontMetrics().lineSpacing()
    assert 6 <= lines < 8


def test_a_wider_field_needs_fewer_lines(title: AreaField, qtbot: QtBot) -> None:
    title.show_stored(LONG)
    narrow = editor(title).height()
    title.resize(900, 60)
    qtbot.waitUntil(lambda: editor(title).height() < narrow)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_return_commits_a_title_and_writes_no_line_end(
    title: AreaField, qtbot: QtBot, committed: list[object], key: Qt.Key
) -> None:
    qtbot.keyClicks(editor(title), "Ink and")
    qtbot.keyClick(editor(title), key, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor(title), " paper")
    qtbot.keyClick(editor(title), key)
    assert committed == ["Ink and", "Ink and paper"]


def test_pasted_line_ends_become_spaces(title: AreaField) -> None:
    pasted = QMimeData()
    pasted.setText("Ink\r\nand\npaper")
    editor(title).insertFromMimeData(pasted)
    assert title.read() == "Ink and paper"


def test_control_and_return_commit_a_longer_text(qtbot: QtBot, committed: list[object]) -> None:
    field = shown(AreaField("abstract", "Abstract", language="en"), qtbot, committed)
    qtbot.keyClicks(editor(field), "One")
    qtbot.keyClick(editor(field), Qt.Key.Key_Return)
    qtbot.keyClicks(editor(field), "two")
    qtbot.keyClick(editor(field), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert committed == ["One\ntwo"]


def test_arabic_stands_at_the_right_and_english_at_the_left(title: AreaField) -> None:
    title.show_stored("قهوة وتمر")
    assert (editor(title).layoutDirection(), right_edge(title) > 0.9) == (RTL, True)
    title.show_stored("Coffee")
    assert (editor(title).layoutDirection(), right_edge(title) < 0.5) == (LTR, True)


@pytest.mark.parametrize(
    "text", ["x" * 9_000, "quatre\u00a0: cinq", "with \u202e override", "e\u0301 in two parts", " blanks "]
)
def test_a_text_from_elsewhere_is_left_alone_where_nobody_types(
    qtbot: QtBot, committed: list[object], text: str
) -> None:
    for one_line in (True, False):
        field = shown(AreaField("title", "Title", one_line=one_line), qtbot, committed)
        field.show_stored(text)
        field.commit()
        assert (committed, field.refused) == ([], False)


def test_no_break_spaces_are_kept(title: AreaField, qtbot: QtBot, committed: list[object]) -> None:
    title.show_stored("Quatre\u00a0:")
    qtbot.keyClick(editor(title), Qt.Key.Key_End)
    qtbot.keyClicks(editor(title), "5")
    title.commit()
    assert committed == ["Quatre\u00a0:5"]


def test_a_number_beyond_what_can_be_typed_is_left_alone(qtbot: QtBot) -> None:
    field = NumberField("minutes", "Length", lowest=0, highest=100)
    qtbot.addWidget(field)
    field.show_stored(5_000)
    assert not field.dirty


def test_a_wrapping_line_has_one_line_at_least(qtbot: QtBot) -> None:
    line, area = Wrapping(), Growing()
    for one in (line, area):
        qtbot.addWidget(one)
    assert 1.5 * line.height() < area.height() + line.fontMetrics().lineSpacing()
