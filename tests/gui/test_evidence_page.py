# SPDX-License-Identifier: Apache-2.0
"""The page Evidence: what goes in, the report as pictures, the bundle, and the check of any bundle."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector.app.evidence import asked, export, held
from inspector.app.export import Wish
from inspector.app.jobs import Job
from inspector.app.journey import is_unsaved
from inspector.app.session import Session
from inspector.bundle.verifying import verify
from inspector.gui.dialogs import files
from inspector.gui.evidence.checks import ChecksCard
from inspector.gui.evidence.held import HeldModel
from inspector.gui.evidence.page_dialog import PageDialog
from inspector.gui.evidence.pages import PagesModel
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.theme.theme import Theme
from inspector.gui.theme.tokens import Scheme
from inspector.gui.window import MainWindow
from inspector.system.messages import Messages
from tests.gui.hands import inside, opened, opens, press, saves_to, shown, tab_to, texts, write
from tests.gui.loopwatch import LoopWatch
from tests.gui.pictures import grab
from tests.gui.walk import clipped, outside, small_targets, unnamed

SIZES = [(900, 600), (1180, 760)]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
SOON = 20_000


def evidence(window: MainWindow) -> EvidencePage:
    window.jump("evidence")
    assert isinstance(window.page, EvidencePage)
    return window.page


@pytest.fixture
def made(demo_session: Session, tmp_path: Path) -> Path:
    """A bundle that was made before the window opened."""
    target = tmp_path / "b.zip"
    export(asked(demo_session, Wish(target, "en")), demo_session, Job(1, lambda _job, _news: None))
    return target


def tampered(source: Path, target: Path) -> None:
    data = bytearray(source.read_bytes())
    data[data.index(b"Registered At")] ^= 1
    target.write_bytes(data)


def drop(page: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, button, keys)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, button, keys))


def result(page: EvidencePage, qtbot: QtBot) -> ChecksCard:
    qtbot.waitUntil(lambda: page.checking.result is not None, timeout=SOON)
    assert page.checking.result is not None
    return page.checking.result


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
    tab_to(page.holds.originals)
    press(Qt.Key.Key_Space)
    assert model.rowCount() == before + 1
    assert "whole" in [str(model.index(row, 2).data()) for row in range(before + 1)]
    assert any("what others wrote to you" in text for text in texts(page.holds))


def test_the_maker_that_the_person_named_is_told_and_can_be_changed(
    demo_session: Session, window: MainWindow
) -> None:
    demo_session.name_maker("Mara Lindqvist")
    page = evidence(window)
    assert page.holds.maker.text() == "Named as maker: Mara Lindqvist"
    page.holds.maker_asked.emit()
    assert window.page.name == "you"


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
    assert page.made.title.text() == "The bundle is in bundle.zip."
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
    assert page.made.fingerprint.copies.hasFocus()
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


def test_a_dropped_bundle_is_checked_and_not_collected(
    made: Path, demo_session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    page = evidence(window)
    before = len(demo_session.case.acts)
    drop(page, made)
    card = result(page, qtbot)
    assert card.verdict.text().startswith("Intact; sealed by a key")
    assert [row.check.ok for row in card.rows].count(False) == 0
    assert len(demo_session.case.acts) == before


def test_a_tampered_bundle_names_the_file(
    made: Path, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    tampered(made, tmp_path / "t.zip")
    page = evidence(window)
    drop(page, tmp_path / "t.zip")
    card = result(page, qtbot)
    assert card.verdict.text().startswith("Check failed")
    failing = [sentence for row in card.rows if row.check.ok is False for sentence in row.sentences]
    assert any("data/" in sentence for sentence in failing)
    assert "The evidence files: not in order" in texts(card)


def test_another_fingerprint_than_the_one_given_is_told(made: Path, window: MainWindow, qtbot: QtBot) -> None:
    page = evidence(window)
    page.checking.expect.setText("ab" * 32)
    drop(page, made)
    assert "The fingerprint is not the one that you gave: this is another bundle." in texts(
        result(page, qtbot)
    )


def test_what_cannot_be_a_fingerprint_is_told_while_it_is_typed(window: MainWindow) -> None:
    page = evidence(window)
    page.checking.expect.setFocus()
    write("ab12")
    assert page.checking.problem.isVisible()
    page.checking.expect.clear()
    assert not page.checking.problem.isVisible()


def test_something_else_than_a_bundle_is_told_apart(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    page = evidence(window)
    drop(page, tmp_path / "notes.txt")
    card = result(page, qtbot)
    assert [row.check.ok for row in card.rows] == [False, None]
    assert "8 other checks" in card.rows[1].accessibleName()
    assert any("This is no bundle" in text for text in texts(card))
    drop(page, tmp_path / "notes.txt", tmp_path / "notes.txt")
    assert page.checking.told.text() == "Drop one bundle at a time."
    assert page.checking.result is None


def test_a_folder_can_be_checked_too(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = evidence(window)
    opens(tmp_path, monkeypatch)
    page.checking.folder.click()
    assert not result(page, qtbot).found.ok


def test_many_failing_files_are_all_listed(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    for number in range(40):
        (data / f"{number:02}.txt").write_text("x", encoding="utf-8")
    (tmp_path / "manifest-sha256.txt").write_bytes(b"")
    page = evidence(window)
    page.check_bundle(tmp_path)
    card = result(page, qtbot)
    row = max(card.rows, key=lambda one: len(one.sentences))
    assert row.list.model().rowCount() >= 40
    assert not unnamed(card)


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
    page.made.show_bundle(asked(demo_session, Wish(tmp_path / "b.zip", "en")), "ab" * 32)
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
    page.made.show_bundle(asked(demo_session, Wish(Path("privacy-evidence.zip"), "en")), "ab" * 32)
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
