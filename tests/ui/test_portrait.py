"""The photo of a person in the window: dropped, pasted, chosen, shown, taken away, undone and refused."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit
import pytest
from pytestqt.qtbot import QtBot

from example import LEILA, example
from majlis.document import Document
from majlis.exchange.pictures import LONGEST_KEPT, SIDE, picture_of
from majlis.programme.edits.people import portray
from majlis.programme.edits.records import remove, translate
from majlis.programme.ids import content_hash
from majlis.programme.refusal import Refusal
from majlis.ui.app import Program, open_window
from majlis.ui.inspectors.portrait import SIZE, Frame, PortraitEditor
from majlis.ui.lists.screens import PeopleScreen
from majlis.ui.live import Live
from majlis.ui.main_window import MainWindow
from majlis.ui.portraits import given_file, given_in, picture_from, portrait
from sample_pictures import SPOTS, photo, sample, with_notes, written


def people(window: MainWindow, key: str = "leila") -> PeopleScreen:
    window.show_screen("people")
    screen = window.shown_screen
    assert isinstance(screen, PeopleScreen)
    screen.select((key,))
    return screen


def editor(window: MainWindow, key: str = "leila") -> PortraitEditor:
    return people(window, key).portrait


def refusal(shown: PortraitEditor) -> str:
    found = shown.findChild(QLabel, "refusal.photo")
    assert isinstance(found, QLabel)
    return found.text() if not found.isHidden() else ""


def button(shown: PortraitEditor, name: str) -> QAbstractButton:
    found = shown.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "leila.jpg"
    path.write_bytes(with_notes(6))
    return path


def drop(shown: PortraitEditor, data: QMimeData) -> tuple[bool, bool]:
    """Drag over the photo and let go; return whether it was willing, and whether it took what was dropped."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    enter.ignore()  # as Qt does: what a widget leaves alone goes to the window around it
    shown.dragEnterEvent(enter)
    if not enter.isAccepted():
        return False, False
    event = QDropEvent(QPointF(5, 5), copy, data, left, none)
    event.ignore()
    shown.dropEvent(event)
    return True, event.isAccepted()


def file_data(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def has_photo(live: Live, key: str = "leila") -> bool:
    return bool(live.programme.people[key].photo)


def test_a_file_that_is_dropped_becomes_the_photo_and_undo_takes_it_back(
    window: MainWindow, live: Live, picture: Path, qtbot: QtBot
) -> None:
    shown = editor(window)
    assert not shown.frame.shows_picture
    assert drop(shown, file_data(picture)) == (True, True)
    qtbot.waitUntil(lambda: has_photo(live))
    wanted = picture_of(with_notes(6))
    assert live.programme.people["leila"].photo == wanted.hash
    assert live.document.content(wanted.hash) == wanted.data
    assert shown.frame.shows_picture
    assert live.document.undo_label == "Add the photo of person “Leila Nasser”"
    window.undo()
    assert live.programme == example()
    assert not shown.frame.shows_picture
    window.redo()
    assert shown.frame.shows_picture


def test_the_photo_is_there_when_the_file_is_opened_again(
    window: MainWindow, live: Live, file: Path, picture: Path, qtbot: QtBot
) -> None:
    editor(window).take(given_file(picture))
    qtbot.waitUntil(lambda: has_photo(live))
    window.close()
    again = open_window(file)
    assert editor(again).frame.shows_picture
    assert not editor(again, "yusuf").frame.shows_picture
    again.close()


def test_a_picture_is_pasted_from_the_clipboard(window: MainWindow, live: Live, qtbot: QtBot) -> None:
    image = QImage(40, 50, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    QGuiApplication.clipboard().setImage(image)
    shown = editor(window)
    qtbot.mouseClick(button(shown, "paste.photo"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: has_photo(live))
    data = live.document.content(live.programme.people["leila"].photo) or b""
    assert QImage.fromData(data).size() == QSize(40, 50)


def test_a_copied_file_and_copied_bytes_are_pasted_too(
    window: MainWindow, live: Live, picture: Path, qtbot: QtBot
) -> None:
    shown = editor(window)
    QGuiApplication.clipboard().setMimeData(file_data(picture))
    shown.frame.setFocus()
    qtbot.keyClick(shown.frame, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: has_photo(live))
    data = QMimeData()
    data.setData("image/png", written(sample(), "PNG"))
    QGuiApplication.clipboard().setMimeData(data)
    shown.paste()
    wanted = picture_of(written(sample(), "PNG")).hash
    qtbot.waitUntil(lambda: live.programme.people["leila"].photo == wanted)
    assert live.document.undo_label.startswith("Replace the photo")


def test_an_empty_clipboard_is_a_sentence(window: MainWindow, live: Live) -> None:
    QGuiApplication.clipboard().setText("no picture")
    shown = editor(window)
    shown.paste()
    assert refusal(shown) == "No picture was copied. Copy one, or the file that holds it, and paste again."
    assert shown.frame.accessibleDescription() == refusal(shown)
    assert live.programme == example()


def test_a_file_is_chosen_by_its_button_or_by_keyboard(
    window: MainWindow, live: Live, picture: Path, qtbot: QtBot
) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        name = dialog.findChild(QLineEdit)
        assert isinstance(name, QLineEdit)
        name.setText(str(picture))
        dialog.accept()

    shown = editor(window)
    QTimer.singleShot(300, answer)
    qtbot.mouseClick(button(shown, "field.photo"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: has_photo(live))
    shown = editor(window, "yusuf")
    QTimer.singleShot(300, answer)
    qtbot.keyClick(shown.frame, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: has_photo(live, "yusuf"))


def test_the_photo_is_taken_away_by_button_and_by_keyboard(
    window: MainWindow, live: Live, picture: Path, qtbot: QtBot
) -> None:
    shown = editor(window)
    assert button(shown, "remove.photo").isHidden()
    for take_away in (
        lambda: qtbot.mouseClick(button(shown, "remove.photo"), Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(shown.frame, Qt.Key.Key_Delete),
    ):
        shown.take(given_file(picture))
        qtbot.waitUntil(lambda: has_photo(live))
        assert not button(shown, "remove.photo").isHidden()
        take_away()
        assert not has_photo(live)
        assert not shown.frame.shows_picture


def test_what_is_no_picture_is_refused_beside_the_photo(
    window: MainWindow, live: Live, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = editor(window)
    (tmp_path / "letter.jpg").write_bytes(b"%PDF-1.7")
    (tmp_path / "cut.jpg").write_bytes(photo()[:900])
    for name, sentence in (
        ("letter.jpg", "“letter.jpg” is a PDF. Choose a picture:"),
        ("cut.jpg", "“cut.jpg” is damaged or cut short."),
        ("none.jpg", "“none.jpg” is no file; choose a picture."),
    ):
        shown.take(given_file(tmp_path / name))
        qtbot.waitUntil(lambda sentence=sentence: refusal(shown).startswith(sentence))
    assert live.programme == example()
    editor(window, "yusuf")
    assert refusal(shown) == ""


def test_what_is_no_picture_by_its_name_is_left_to_the_window(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "schedule.xml").write_text("<schedule/>", encoding="utf-8")
    shown = editor(window)
    assert drop(shown, file_data(tmp_path / "schedule.xml")) == (False, False)
    words = QMimeData()
    words.setText("leila")
    assert drop(shown, words) == (False, False)


def test_a_drag_is_shown_and_forgotten_when_it_leaves(window: MainWindow, picture: Path) -> None:
    shown = editor(window)
    data = file_data(picture)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(shown, QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    assert shown.frame.awaits_drop
    QApplication.sendEvent(shown, QDragLeaveEvent())
    assert not shown.frame.awaits_drop


def test_the_photo_goes_to_the_person_for_whom_it_was_given(
    window: MainWindow, live: Live, picture: Path, qtbot: QtBot
) -> None:
    editor(window).take(given_file(picture))
    shown = editor(window, "yusuf")
    qtbot.waitUntil(lambda: has_photo(live))
    assert not has_photo(live, "yusuf")
    assert not shown.frame.shows_picture


def test_a_photo_for_somebody_who_went_meanwhile_is_a_notice(
    window: MainWindow, live: Live, picture: Path, qtbot: QtBot
) -> None:
    notices: list[str] = []
    live.notice.connect(notices.append)
    editor(window).take(given_file(picture))
    editor(window, "yusuf")
    live.do(remove(live.programme, [LEILA]))
    qtbot.waitUntil(lambda: "The person for whom the photo was meant is not here any more." in notices)


def test_initials_stand_for_who_has_no_photo_and_follow_the_name(window: MainWindow, live: Live) -> None:
    shown = editor(window)
    before = shown.frame.grab().toImage()
    live.make(lambda now: translate(now, now.people["leila"], "name", "en", "Zahra Amin"))
    assert shown.frame.accessibleName() == "Photo of Zahra Amin"
    assert shown.frame.grab().toImage() != before


def test_a_photo_that_the_file_lost_is_told(window: MainWindow, live: Live, picture: Path, qtbot: QtBot) -> None:
    live.make(lambda now: portray(now, now.people["leila"], "0" * 64))
    shown = editor(window)
    assert refusal(shown) == "The photo is missing in this file; choose it anew."
    assert not shown.frame.shows_picture
    shown.take(given_file(picture))
    qtbot.waitUntil(lambda: shown.frame.shows_picture)
    assert refusal(shown) == ""


def test_a_bomb_in_a_file_that_came_from_elsewhere_is_not_decoded(window: MainWindow, live: Live) -> None:
    bomb = written(sample(LONGEST_KEPT + 1, LONGEST_KEPT + 1), "PNG")
    key = content_hash(bomb)
    live.document.do(portray(live.programme, live.programme.people["leila"], key), {key: bomb})
    shown = editor(window)
    assert "too many for a picture" in refusal(shown)
    assert not shown.frame.shows_picture


def test_a_file_that_can_only_be_read_shows_the_photo_and_changes_nothing(
    program: Program, file: Path, picture: Path, qtbot: QtBot
) -> None:
    kept = picture_of(picture.read_bytes())
    with Document.open(file) as document:
        document.do(portray(document.programme, LEILA, kept.hash), {kept.hash: kept.data})
    file.chmod(0o444)
    window = open_window(file)
    shown = editor(window)
    assert shown.frame.shows_picture
    assert not shown.isEnabled()
    assert drop(shown, file_data(picture)) == (False, False)


def test_commands_follow_who_is_chosen(window: MainWindow, live: Live, picture: Path, qtbot: QtBot) -> None:
    def enabled() -> list[bool]:
        names = ("person.photo", "person.photo.paste", "person.photo.remove")
        actions = (window.findChild(QAction, name) for name in names)
        return [action.isEnabled() for action in actions if action is not None]

    window.show_screen("timetable")
    assert enabled() == [False, False, False]
    screen = people(window)
    assert enabled() == [True, True, False]
    screen.portrait.take(given_file(picture))
    qtbot.waitUntil(lambda: has_photo(live))
    assert enabled() == [True, True, True]
    action = window.findChild(QAction, "person.photo.remove")
    assert isinstance(action, QAction)
    action.trigger()
    assert not has_photo(live)
    QGuiApplication.clipboard().setMimeData(file_data(picture))
    paste = window.findChild(QAction, "person.photo.paste")
    assert isinstance(paste, QAction)
    paste.trigger()
    qtbot.waitUntil(lambda: has_photo(live))
    screen.select(("leila", "yusuf"))
    assert enabled() == [False, False, False]


def test_a_tall_photo_is_cut_at_its_foot_more_than_at_its_head(qtbot: QtBot) -> None:
    tall = portrait(picture_of(photo(300, SIDE)).data, SIZE, 2.0)
    assert tall.size() == SIZE * 2
    assert tall.deviceIndependentSize() == SIZE.toSizeF()
    image = tall.toImage()
    above = sum(near(image.pixelColor(20, y), SPOTS[0]) for y in range(image.height()))
    below = sum(near(image.pixelColor(20, y), SPOTS[2]) for y in range(image.height()))
    assert above > below > 0


def near(colour: QColor, spot: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 40 for a, b in zip((colour.red(), colour.green(), colour.blue()), spot, strict=True))


def test_a_picture_that_cant_be_had_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="is no file; choose a picture"):
        picture_from(given_file(tmp_path))
    data = QMimeData()
    data.setImageData(QImage())
    assert given_in(data, "nothing") is None


def test_other_keys_are_left_to_the_window(window: MainWindow, live: Live, qtbot: QtBot) -> None:
    shown = editor(window)
    assert isinstance(shown.frame, Frame)
    qtbot.keyClick(shown.frame, Qt.Key.Key_A)
    QApplication.sendEvent(shown.frame, QEvent(QEvent.Type.LayoutRequest))
    assert shown.frame.sizeHint() == SIZE
    assert live.programme == example()
