"""The tree of differences: its rows, its pictures of them in both directions, and what is asked of it."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage, QTextCharFormat
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QWidget
import pytest
from pytestqt.qtbot import QtBot

from majlis.programme.journal.wording import FieldWords
from majlis.ui.colours import DARK, LIGHT, Colours
from majlis.ui.differences.laying import LONGEST, Block, blocks
from majlis.ui.differences.model import DifferencesModel, row_at
from majlis.ui.differences.rows import Row
from majlis.ui.differences.tree import DifferencesTree
from majlis.ui.languages import LTR, RTL
from majlis.ui.look import look

BEFORE = "How letters travelled between four cities in the winter of that year"
AFTER = "How letters travelled between four cities in the spring of that year"
FIELDS = (
    FieldWords("Title (Arabic)", "الافتتاح", "البداية", "ar"),
    FieldWords("Length", "60 min", ""),
    FieldWords("Notes", "", "Needs a piano."),
    FieldWords("Abstract (English)", BEFORE, AFTER, "en"),
)


def field(words: FieldWords) -> Row:
    return Row("field", words.field, words=words)


def record(name: str = "Opening", done: str = "changed", *fields: FieldWords) -> Row:
    return Row(
        "record", name, done, "Noor", key=("sessions", "opening"), children=lambda: tuple(map(field, fields))
    )


def group(*records: Row) -> Row:
    return Row("group", f"Sessions ({len(records)})", records=len(records), children=lambda: records)


ROWS = (group(record("Opening", "changed", *FIELDS), record("Closing", "removed"), record("Night", "added")),)


@pytest.fixture
def tree(qtbot: QtBot, qapp: QApplication) -> Iterator[DifferencesTree]:
    """Return the shown tree of some rows."""
    look()
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(520, 420)
    made = DifferencesTree("differences", "What changed", holder)
    made.resize(520, 420)
    made.show_rows(ROWS)
    holder.show()
    qtbot.waitExposed(holder)
    yield made
    holder.hide()


def test_the_model_keeps_qts_rules_and_makes_rows_when_they_are_seen(qapp: QApplication) -> None:
    made: list[str] = []

    def children() -> tuple[Row, ...]:
        made.append("made")
        return tuple(map(field, FIELDS))

    model = DifferencesModel(look())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show((Row("record", "Opening", children=children),))
    assert tester.model() is model
    first = model.index(0, 0)
    assert model.hasChildren(first)
    assert [model.index(row, 0, first).data() for row in range(model.rowCount(first))] == [
        words.field for words in FIELDS
    ]
    assert made == ["made"]
    assert model.parent(model.index(1, 0, first)) == first
    assert model.parent() is look()
    assert (model.index(9, 0).isValid(), model.data(QModelIndex())) == (False, None)
    assert row_at(QModelIndex()) is None
    model.setParent(None)


def test_a_row_is_spoken_whole() -> None:
    assert [row.spoken for row in map(field, FIELDS)] == [
        "Title (Arabic): “الافتتاح” became “البداية”",
        "Length: “60 min” removed",
        "Notes: “Needs a piano.” added",
        f"Abstract (English): “{BEFORE}” became “{AFTER}”",
    ]
    assert record().spoken == "Opening, changed, Noor"


def test_little_is_shown_open_and_much_is_not(tree: DifferencesTree) -> None:
    model = tree.differences
    assert tree.isExpanded(model.index(0, 0, model.index(0, 0)))
    tree.show_rows((group(*(record(f"Session {number}", "changed", FIELDS[0]) for number in range(50))),))
    assert tree.isExpanded(model.index(0, 0))
    assert not tree.isExpanded(model.index(0, 0, model.index(0, 0)))
    tree.show_rows((group(*(record(f"Session {number}") for number in range(500))),))
    assert not tree.isExpanded(model.index(0, 0))
    tree.show_rows(())
    assert tree.differences.rows == ()


def near(one: int, other: int) -> bool:
    return abs(one - other) <= 8


def holds(image: QImage, colour: str) -> bool:
    wanted = int(colour[1:], 16)
    red, green, blue = wanted >> 16, wanted >> 8 & 255, wanted & 255
    pixels = (image.pixelColor(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    return any(near(one.red(), red) and near(one.green(), green) and near(one.blue(), blue) for one in pixels)


@pytest.mark.parametrize(("scheme", "theme"), [("light", LIGHT), ("dark", DARK)])
@pytest.mark.parametrize("direction", [LTR, RTL])
def test_what_goes_stands_on_red_and_what_comes_on_green(
    tree: DifferencesTree, scheme: str, theme: Colours, direction: Qt.LayoutDirection, qtbot: QtBot
) -> None:
    look().choose("dark" if scheme == "dark" else "light")
    tree.setLayoutDirection(direction)
    image = tree.grab().toImage()
    assert holds(image, theme.error_soft)
    assert holds(image, theme.good_soft)
    look().choose("system")


def formats(block: Block) -> list[QTextCharFormat]:
    return [QTextCharFormat(each.format) for each in block.layout.formats()]  # pyright: ignore[reportAttributeAccessIssue] - the stubs lack the field


def test_a_text_has_the_direction_of_its_language_and_the_marks_say_what_went() -> None:
    font = QApplication.font()
    gone, come = blocks(FIELDS[0], 300, font, LIGHT)
    assert (gone.layout.text(), come.layout.text()) == ("الافتتاح", "البداية")
    assert gone.layout.textOption().textDirection() == RTL
    assert [each.fontStrikeOut() for each in (*formats(gone), *formats(come))] == [True, False]
    (whole,) = blocks(FIELDS[3], 300, font, LIGHT)
    assert whole.mark == "same"
    assert [each.fontUnderline() for each in formats(whole)] == [False, False, False, True, False]
    (alone,) = blocks(FIELDS[2], 300, font, LIGHT)
    assert alone.mark == "come"


def test_a_very_long_text_is_cut_and_the_rows_grow_with_their_texts(tree: DifferencesTree) -> None:
    font = QApplication.font()
    (block,) = blocks(FieldWords("Notes", "", "ж" * (LONGEST + 100)), 300, font, LIGHT)
    assert block.layout.text() == "ж" * LONGEST + " …"
    words = FieldWords("Notes", "", "a long text " * 40)
    tree.show_rows((record("Opening", "changed", words, FIELDS[1]),))
    first = tree.differences.index(0, 0)
    tall, low = (tree.visualRect(tree.differences.index(row, 0, first)).height() for row in (0, 1))
    assert tall > 3 * low
    tree.resize(900, 420)
    assert tree.visualRect(tree.differences.index(0, 0, first)).height() < tall


def test_rows_lead_to_their_record_and_its_history(tree: DifferencesTree, qtbot: QtBot) -> None:
    heard: list[tuple[str, str, str]] = []

    def hear_record(table: str, key: str) -> None:
        heard.append(("record", table, key))

    def hear_history(table: str, key: str) -> None:
        heard.append(("history", table, key))

    tree.record_wanted.connect(hear_record)
    tree.history_wanted.connect(hear_history)
    model = tree.differences
    top = model.index(0, 0)
    tree.setCurrentIndex(top)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    tree.customContextMenuRequested.emit(tree.visualRect(top).center())
    assert heard == []
    below = model.index(0, 0, model.index(0, 0, top))
    tree.setCurrentIndex(below)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    qtbot.keyClick(tree, Qt.Key.Key_Up)
    tree.customContextMenuRequested.emit(tree.visualRect(below).center())
    menu = tree.findChild(QMenu)
    assert isinstance(menu, QMenu)
    for action in menu.actions():
        action.trigger()
    menu.close()
    assert heard == [("record", "sessions", "opening")] * 2 + [("history", "sessions", "opening")]
