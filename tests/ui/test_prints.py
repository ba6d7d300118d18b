"""The screen of prints: the pages that are shown are those that are saved, made and drawn in workers."""

from datetime import datetime
from itertools import pairwise
from pathlib import Path
from time import perf_counter

import pypdfium2
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog
import pytest
from pytestqt.qtbot import QtBot

from example import example
from majlis.pages.orders import Doubt, Printed
from majlis.pages.products import print_product
from majlis.programme.edits.records import add, amend, translate
from majlis.programme.records import Edition
from majlis.programme.refusal import Refusal
from majlis.ui.main_window import MainWindow
from majlis.ui.prints.drawing import draw_page, page_sizes
from majlis.ui.prints.saving import file_name, write_pdf
from majlis.ui.prints.screen import PrintsScreen

PATIENCE = 30_000
"""Milliseconds: on a busy laptop a book may take its time."""


@pytest.fixture
def screen(window: MainWindow, qtbot: QtBot) -> PrintsScreen:
    """Return the shown prints with the book of the example made and drawn."""
    window.resize(1300, 900)
    window.show_screen("prints")
    found = window.findChild(PrintsScreen)
    assert isinstance(found, PrintsScreen)
    wait_made(found, qtbot)
    return found


def wait_made(screen: PrintsScreen, qtbot: QtBot) -> None:
    def ready() -> bool:
        printed = screen.maker.printed
        fresh = not screen.maker.busy and not screen.maker.stale and screen.maker.order == screen.form.order
        return fresh and printed is not None and len(screen.thumbnails.pages.sizes) == printed.pages

    qtbot.waitUntil(ready, timeout=PATIENCE)


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        texts: list[str] = []
        for page in document:
            layer = page.get_textpage()
            texts.append(layer.get_text_range())
            layer.close()
            page.close()
        return "\n".join(texts)


def test_the_pages_that_are_shown_are_those_of_the_programme(screen: PrintsScreen) -> None:
    assert screen.maker.printed is not None
    assert screen.maker.printed.pdf == print_product(example(), "book").pdf
    assert screen.words.text().startswith(f"{screen.maker.printed.pages} page")


def test_pages_are_drawn_and_turned(screen: PrintsScreen, qtbot: QtBot) -> None:
    view = screen.view
    width = round(view.sheet.paper.width() * view.devicePixelRatioF())
    qtbot.waitUntil(lambda: screen._renderer.picture(0, width) is not None, timeout=PATIENCE)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert (screen.page.value(), view.sheet.page, screen.thumbnails.currentIndex().row()) == (2, 1, 1)
    screen.page.setValue(1)
    assert view.sheet.page == 0
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    wheel(screen, -120)
    assert view.sheet.page == 1
    assert not screen.grab().isNull()


def test_pages_are_zoomed(screen: PrintsScreen) -> None:
    fitting = screen.view.zoom
    wheel(screen, 120, Qt.KeyboardModifier.ControlModifier)
    assert screen.view.zoom > fitting
    screen.view.zoom_out()
    screen.view.zoom_to_fit()
    assert screen.view.zoom == fitting
    assert screen._zoom.text() == f"{fitting:.0%}"


def wheel(screen: PrintsScreen, turn: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QPoint(30, 30)
    event = QWheelEvent(
        QPointF(at),
        QPointF(screen.view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(screen.view.viewport(), event)


def test_an_edit_is_printed_without_being_asked_for(screen: PrintsScreen, qtbot: QtBot) -> None:
    screen.live.make(lambda now: translate(now, now.sessions["opening"], "title", "en", "First Words"))
    wait_made(screen, qtbot)
    assert screen.maker.printed is not None
    assert "First Words" in text_of(screen.maker.printed.pdf)


def test_another_product_language_and_paper_are_made(screen: PrintsScreen, qtbot: QtBot) -> None:
    screen.form.choose(language="ar", paper="a4")
    wait_made(screen, qtbot)
    qtbot.waitUntil(lambda: tuple(map(round, screen.thumbnails.pages.sizes[0])) == (595, 842), timeout=PATIENCE)
    screen.form.choose(product="badges")
    wait_made(screen, qtbot)
    assert screen.form.sheet.isVisible()
    assert not screen.form.switches["abstracts"].isVisible()
    assert screen.maker.order is not None
    assert screen.maker.order.options.language == "ar"


def test_the_pages_are_saved_as_they_are_shown(screen: PrintsScreen, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(b"an older one")
    assert screen.save_to(path)
    assert screen.maker.printed is not None
    assert path.read_bytes() == screen.maker.printed.pdf
    assert "A Reading at Noon" in text_of(path.read_bytes())
    assert [each.name for each in tmp_path.iterdir() if "part" in each.name] == []


def test_saving_asks_where(screen: PrintsScreen, tmp_path: Path, qtbot: QtBot) -> None:
    screen.save.click()
    dialog = screen.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "there.pdf"))
    dialog.close()
    assert (tmp_path / "there.pdf").read_bytes().startswith(b"%PDF")


def test_a_disk_that_refuses_is_a_notice(screen: PrintsScreen, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.live.notice) as notice:
        assert not screen.save_to(tmp_path / "no such folder" / "book.pdf")
    assert notice.args == [f"There is no folder “{tmp_path / 'no such folder'}”; choose another."]


def test_the_viewer_of_the_system_gets_a_file(screen: PrintsScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []

    def take(url: object) -> bool:
        opened.append(Path(url.toLocalFile()))  # type: ignore[attr-defined] # a QUrl
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)  # a desktop is not there to be asked
    screen.open.click()
    assert opened[0].name == "Programme book.pdf"
    assert opened[0].read_bytes().startswith(b"%PDF")


def test_doubts_lead_to_their_records(screen: PrintsScreen, qtbot: QtBot) -> None:
    assert screen.maker.printed is not None
    doubts = (Doubt("opening", "The title was cut."),)
    screen.maker.printed = Printed(screen.maker.printed.pdf, screen.maker.printed.pages, doubts)
    screen._show_made()
    assert screen.doubts.item(0).text() == "The title was cut."
    with qtbot.waitSignal(screen.wanted) as wanted:
        screen.doubts.itemActivated.emit(screen.doubts.item(0))
    assert wanted.args == ["sessions", "opening"]


def test_the_window_stays_alive_while_a_book_is_made(screen: PrintsScreen, qtbot: QtBot) -> None:
    beats: list[float] = []
    heart = QTimer()
    heart.setInterval(1)
    heart.timeout.connect(lambda: beats.append(perf_counter()))
    heart.start()
    screen.live.make(lambda now: amend(now, now.sessions["opening"], minutes=75))
    wait_made(screen, qtbot)
    heart.stop()
    pauses = [later - before for before, later in pairwise(beats)]
    assert max(pauses) < 0.5


def test_a_new_order_gives_up_the_one_before(screen: PrintsScreen, qtbot: QtBot) -> None:
    screen.form.choose(language="ar")
    screen._make()
    screen.form.choose(language="en", paper="a4")
    screen._make()
    wait_made(screen, qtbot)
    assert screen.maker.order is not None
    assert (screen.maker.order.options.language, screen.maker.order.options.paper) == ("en", "a4")


def test_printing_can_be_stopped(screen: PrintsScreen, qtbot: QtBot) -> None:
    screen.form.choose(paper="a4")
    screen._make()
    screen.maker.cancel()
    qtbot.waitUntil(lambda: not screen.maker.busy, timeout=PATIENCE)
    assert screen.save.isEnabled()


def test_the_choices_are_found_again(screen: PrintsScreen, qtbot: QtBot) -> None:
    screen.form.choose(product="badges", language="ar")
    kept = screen.save_state()
    screen.form.choose(product="book", language="en")
    screen.restore_state(kept)
    wait_made(screen, qtbot)
    assert (screen.form.product.currentData(), screen.form.language.currentData()) == ("badges", "ar")


def test_the_commands_choose_the_product(window: MainWindow, screen: PrintsScreen, qtbot: QtBot) -> None:
    window.show_screen("people")
    window.reveal("prints", "badges")
    assert screen.isVisible()
    wait_made(screen, qtbot)
    assert screen.maker.order is not None
    assert screen.maker.order.product == "badges"


def test_the_model_keeps_qts_rules(screen: PrintsScreen) -> None:
    pages = screen.thumbnails.pages
    tester = QAbstractItemModelTester(pages, QAbstractItemModelTester.FailureReportingMode.Fatal)
    pages.show(((100.0, 200.0),))
    assert tester.model() is pages
    assert pages.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Page 1 of 1"


def test_a_page_is_drawn_as_wide_as_asked() -> None:
    pdf = print_product(example(), "book").pdf
    picture = draw_page(pdf, 0, 300)
    assert picture.width == 300
    assert len(picture.pixels) == picture.stride * picture.height
    assert len(page_sizes(pdf)) == print_product(example(), "book").pages
    with pytest.raises(IndexError):
        draw_page(pdf, 999, 300)


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="can't be written"):
        write_pdf(tmp_path, b"%PDF")
    assert list(tmp_path.parent.glob("*.part")) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Days / of: Meaning", "book"], "Days of Meaning book.pdf"),
        (["أيام المعنى"], "أيام المعنى.pdf"),
        (["///"], "print.pdf"),
    ],
)
def test_file_names_are_taken_by_every_system(words: list[str], expected: str) -> None:
    assert file_name(words) == expected


def test_what_changed_since_an_edition_is_printed(screen: PrintsScreen, qtbot: QtBot) -> None:
    first = screen.live.document.freeze("To the printer")
    screen.live.make(lambda now: amend(now, now.sessions["reading"], minutes=60))
    second = screen.live.document.freeze()
    screen.live.make(lambda now: amend(now, now.sessions["opening"], minutes=75))
    screen.reveal("prints", f"errata/{first.id}")
    wait_made(screen, qtbot)
    assert [screen.form.since.itemText(row) for row in range(2)] == ["Edition 2", "Edition 1: To the printer"]
    assert screen.form.since.isVisible()
    assert not screen.form.whom.isVisible()
    assert screen.maker.printed is not None
    assert "60 min, before: 45 min" in text_of(screen.maker.printed.pdf)
    screen.reveal("prints", f"sheets/{second.id}/changed")
    wait_made(screen, qtbot)
    assert screen.form.whom.isVisible()
    assert (screen.maker.printed.pages, "Yusuf" in text_of(screen.maker.printed.pdf)) == (1, False)
    screen.form.whom.setCurrentIndex(0)
    wait_made(screen, qtbot)
    assert screen.maker.printed.pages == 2


def test_errata_without_an_edition_say_what_to_do(screen: PrintsScreen, qtbot: QtBot) -> None:
    screen.reveal("prints", "errata")
    qtbot.waitUntil(lambda: "freeze one first" in screen.words.text(), timeout=PATIENCE)
    assert screen.form.since.currentText() == "No edition is frozen yet"


def test_an_edition_that_cannot_be_read_is_said(screen: PrintsScreen, qtbot: QtBot) -> None:
    edition = Edition(id="gone", number=4, at=datetime(2027, 9, 1), snapshot="nowhere")
    screen.live.make(lambda now: add(now, edition))
    screen.reveal("prints", "errata/gone")
    qtbot.waitUntil(lambda: "The programme of edition 4 is missing" in screen.words.text(), timeout=PATIENCE)
