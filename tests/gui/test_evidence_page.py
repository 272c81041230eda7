# SPDX-License-Identifier: Apache-2.0
"""The page Evidence: what goes in, the report as pictures, the bundle, and the check of any bundle."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector.app.evidence import asked, held
from inspector.app.export import Wish
from inspector.app.journey import is_unsaved
from inspector.app.session import Session
from inspector.bundle.verifying import verify
from inspector.gui.dialogs import files
from inspector.gui.evidence.held import HeldModel
from inspector.gui.evidence.made import made_by
from inspector.gui.evidence.page_dialog import PageDialog
from inspector.gui.evidence.pages import PagesModel
from inspector.gui.theme.theme import Theme
from inspector.gui.theme.tokens import Scheme
from inspector.gui.window import MainWindow
from inspector.system.messages import Messages
from tests.gui.bundles import SOON, bundle_of, evidence, result, tampered
from tests.gui.hands import inside, opened, opens, press, saves_to, shown, tab_to, texts, write
from tests.gui.loopwatch import LoopWatch
from tests.gui.pictures import grab
from tests.gui.walk import clipped, outside, small_targets, unnamed

SIZES = [(900, 600), (1180, 760)]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@pytest.fixture
def made(demo_session: Session, tmp_path: Path) -> Path:
    """A bundle that was made before the window opened."""
    return bundle_of(demo_session, tmp_path)


def test_without_an_answer_a_bundle_of_someone_else_can_still_be_checked(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = evidence(window)
    assert page.empty.isVisible()
    assert not page.holds.isVisible()
    assert not page.bar.isVisible()
    assert page.checking.file.isVisible()
    page.collect.click()
    assert window.page.name == "collect"


def test_what_goes_in_is_a_table_and_the_archives_come_by_choice(
    demo_session: Session, window: MainWindow
) -> None:
    page = evidence(window)
    model = page.holds.table.files
    before = model.rowCount()
    assert before == len(held(demo_session, originals=False))
    assert "Files that were only counted stay out" in page.holds.aside.text()
    tab_to(page.holds.originals)
    press(Qt.Key.Key_Space)
    assert model.rowCount() == before + 1
    assert "whole" in [str(model.index(row, 2).data()) for row in range(before + 1)]
    assert any("what others wrote to you" in text for text in texts(page.choices))
    assert "stay out" not in page.holds.aside.text()
    assert "Your archives go in whole" in page.holds.aside.text()


def test_the_maker_that_the_person_named_is_told_and_can_be_changed(
    demo_session: Session, window: MainWindow
) -> None:
    demo_session.name_maker("Mara Lindqvist")
    page = evidence(window)
    assert page.maker.field.text() == "Mara Lindqvist"
    tab_to(page.maker.field)
    page.maker.field.selectAll()
    write("Ana Example\t")
    assert demo_session.maker == "Ana Example"
    page.maker.field.clear()
    window.jump("start")
    assert demo_session.maker is None


def test_the_report_is_saved_by_itself(
    demo_session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = evidence(window)
    saves_to(tmp_path / "bundle", monkeypatch)
    page.makes.click()
    qtbot.waitUntil(page.made.isVisible, timeout=SOON)
    saves_to(tmp_path / "bundle.pdf", monkeypatch)
    page.made.saves.click()
    qtbot.waitUntil(page.made.told.isVisible, timeout=SOON)
    assert page.made.told.text() == "Saved as bundle.pdf."
    assert (tmp_path / "bundle.pdf").read_bytes().startswith(b"%PDF")
    assert not page.made.key.isVisible()
    page.made.key_fold.link.click()
    assert page.made.key.isVisible()


def test_what_is_usual_is_said_in_one_sentence_and_what_is_not_is_open(
    demo_session: Session, window: MainWindow
) -> None:
    page = evidence(window, opened=False)
    assert "No password locks it." in page.choices.aside.text()
    assert not page.lock.locks.isVisible()
    tab_to(page.choices.fold.link)
    press(Qt.Key.Key_Space)
    assert page.lock.locks.isVisible()
    page.choices.fold.turn(on=False)
    page.lock.locks.click()
    assert page.lock.locks.isVisible()
    assert "A password locks it." in page.choices.aside.text()


def test_a_bundle_is_made_by_click_and_verifies(
    demo_session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = evidence(window)
    saves_to(tmp_path / "bundle", monkeypatch)
    page.makes.click()
    assert page.underway.isVisible()
    assert not page.makes.isEnabled()
    qtbot.waitUntil(page.made.isVisible, timeout=SOON)
    fingerprint = page.made.fingerprint.fingerprint
    assert verify(tmp_path / "bundle.zip", fingerprint).expected
    assert page.made.title.text() == "bundle.zip"
    assert page.title.text() == "The bundle is made."
    assert page.made.shows.leads
    assert not page.makes.leads
    assert not is_unsaved(demo_session.case)
    page.made.fingerprint.copies.click()
    assert QGuiApplication.clipboard().text() == fingerprint
    shown: list[Path] = []
    monkeypatch.setattr(files, "show_in_folder", shown.append)
    page.made.shows.click()
    assert shown == [tmp_path / "bundle.zip"]
    page.made.checks.click()
    assert result(page, qtbot).found.ok


def test_a_bundle_is_made_and_checked_by_keyboard_alone(
    demo_session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = evidence(window)
    saves_to(tmp_path / "bundle.zip", monkeypatch)
    tab_to(page.makes)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(page.made.isVisible, timeout=SOON)
    assert page.made.shows.hasFocus()
    tab_to(page.made.fingerprint.copies)
    press(Qt.Key.Key_Space)
    tab_to(page.checking.expect)
    write(QGuiApplication.clipboard().text())
    opens(tmp_path / "bundle.zip", monkeypatch)
    tab_to(page.checking.file)
    press(Qt.Key.Key_Space)
    assert result(page, qtbot).found.expected


def test_a_stopped_bundle_leaves_no_file_and_is_not_saved(
    demo_session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = evidence(window)
    saves_to(tmp_path / "bundle.zip", monkeypatch)
    page.makes.click()
    assert page.underway.stops.hasFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(page.error.isVisible, timeout=SOON)
    assert page.error.what.text() == "Stopped. No bundle was made."
    assert not list(tmp_path.iterdir())
    assert is_unsaved(demo_session.case)
    assert page.makes.isEnabled()
    assert page.makes.hasFocus()


def test_a_file_that_is_no_bundle_is_not_overwritten(
    demo_session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.zip").write_bytes(b"something else")
    page = evidence(window)
    saves_to(tmp_path / "mine.zip", monkeypatch)
    page.makes.click()
    qtbot.waitUntil(page.error.isVisible, timeout=SOON)
    assert "is not an evidence bundle" in page.error.means.text()
    assert (tmp_path / "mine.zip").read_bytes() == b"something else"


def test_the_report_is_shown_page_by_page(demo_session: Session, window: MainWindow, qtbot: QtBot) -> None:
    page = evidence(window)
    tab_to(page.report.shows)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(page.report.view.isVisible, timeout=SOON)
    assert page.report.view.hasFocus()
    press(Qt.Key.Key_Right)
    page.report.view.activated.emit(page.report.view.currentIndex())
    dialog = opened(window, PageDialog)
    assert dialog.words.text().startswith("Page 2 of ")
    dialog.next.click()
    dialog.next.click()
    dialog.previous.click()
    assert dialog.words.text().startswith("Page 3 of ")
    assert "screen reader" in dialog.scroller.accessibleName()
    room = dialog.scroller.viewport().width()
    assert dialog.picture.pixmap().deviceIndependentSize().width() == min(room, 920)
    dialog.accept()


def test_pages_that_are_no_longer_true_say_so(
    demo_session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    page = evidence(window)
    page.report.shows.click()
    qtbot.waitUntil(page.report.view.isVisible, timeout=SOON)
    assert not page.report.shows.isVisible()
    demo_session.name_maker("Mara Lindqvist")
    window.refresh()
    assert page.report.told.text() == "The case has changed since these pages were set."
    assert page.report.shows.isVisible()


def test_models_keep_the_rules_of_qt(
    demo_session: Session, window: MainWindow, qtmodeltester: ModelTester
) -> None:
    for rows in ((), held(demo_session, originals=True)):
        model = HeldModel(window.desk)
        qtmodeltester.check(model)
        model.show_held(rows)
        qtmodeltester.check(model)


def test_the_model_of_pages_keeps_the_rules_of_qt(
    window: MainWindow, qtmodeltester: ModelTester, tmp_path: Path
) -> None:
    model = PagesModel(window.desk)
    qtmodeltester.check(model)
    picture = QImage(90, 120, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    picture.save(str(tmp_path / "page.png"))
    model.show_pages([(tmp_path / "page.png").read_bytes()] * 2)
    qtmodeltester.check(model)


@pytest.mark.parametrize("messages", [Messages("xx-long")], ids=["xx-long"])
def test_long_words_are_not_cut_off(
    demo_session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, loop_watch: LoopWatch
) -> None:
    window.resize(900, 600)
    page = evidence(window)
    page.show_made(made_by(asked(demo_session, Wish(tmp_path / "b.zip", "en")), "ab" * 32))
    page.made.show()
    page.check_bundle(tmp_path)
    result(page, qtbot)
    qtbot.wait(30)
    with loop_watch.paused():
        assert not clipped(page)
        assert not outside(inside(page))
        assert not unnamed(window)
        assert not small_targets(inside(page))


@pytest.mark.parametrize("size", SIZES, ids=["small", "usual"])
def test_pictures_of_the_making(
    demo_session: Session, window: MainWindow, size: tuple[int, int], qtbot: QtBot, camera: Camera
) -> None:
    window.resize(*size)
    page = evidence(window)
    page.underway.begin()
    page.underway.show()
    page.underway.tell(400, 1000)
    camera.keep("making", window)
    page.underway.hide()
    page.report.shows.click()
    qtbot.waitUntil(page.report.view.isVisible, timeout=SOON)
    page.show_made(made_by(asked(demo_session, Wish(Path("privacy-evidence.zip"), "en")), "ab" * 32))
    page.made.show()
    qtbot.wait(30)
    camera.keep("made", window)
    camera.keep("whole", inside(page))
    page.report.view.activated.emit(page.report.view.pages.index(0))
    qtbot.wait(30)
    camera.keep("page", shown(window, PageDialog))
    shown(window, PageDialog).accept()


@pytest.mark.parametrize("size", SIZES, ids=["small", "usual"])
def test_pictures_of_checks(
    made: Path, window: MainWindow, size: tuple[int, int], qtbot: QtBot, camera: Camera
) -> None:
    window.resize(*size)
    page = evidence(window)
    tampered(made, made.with_name("tampered.zip"))
    made.with_name("none.zip").write_bytes(b"nothing of the kind")
    for name in (made.name, "tampered.zip", "none.zip"):
        page.check_bundle(made.with_name(name))
        result(page, qtbot)
        qtbot.wait(30)
        camera.keep(f"check-{Path(name).stem}", page.checking)
        camera.keep(f"window-{Path(name).stem}", window)


class Camera:
    """Takes pictures in both schemes and at both scales while nobody watches the window's clock."""

    def __init__(self, window: MainWindow, theme: Theme, watch: LoopWatch) -> None:
        self.window, self.theme, self.watch = window, theme, watch

    def keep(self, name: str, widget: QWidget) -> None:
        called = f"evidence-{name}-{self.window.width()}"
        with self.watch.paused():
            light, dark = (grab(widget, called, self.theme, look) for look in SCHEMES)
            assert light != dark
            for look in SCHEMES:
                grab(widget, called, self.theme, look, 2)


@pytest.fixture
def camera(window: MainWindow, scheme: Theme, loop_watch: LoopWatch) -> Camera:
    return Camera(window, scheme, loop_watch)
