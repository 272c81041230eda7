# SPDX-License-Identifier: Apache-2.0
"""Taking a picture now: the page first, the screen after a while, a part of it, a plain file, the act."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector.app import taking
from inspector.app.session import Session
from inspector.cases.acts import ActKind
from inspector.domain.captured import Basis, Captured
from inspector.domain.moment import without_zone
from inspector.gui.capture import dialog as dialogs
from inspector.gui.capture.dialog import TakeDialog
from inspector.gui.capture.region import Region
from inspector.gui.capture.screen import grab, means, png_of
from inspector.gui.desk import Desk
from inspector.gui.dialogs.address import AddressDialog
from inspector.gui.pages.confirm import ConfirmPage
from inspector.gui.theme.theme import Theme
from inspector.gui.window import MainWindow
from inspector.system.clock import now, zone_text
from tests.gui.hands import opened, press, shown, tab_to
from tests.gui.pictures import grab as picture_of
from tests.gui.shots import CONTROL, is_settled
from tests.gui.travel import SOON, click
from tests.gui.walk import clipped, small_targets, unnamed
from tests.makers.pictures import picture


@pytest.fixture
def dialog(window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[TakeDialog]:
    """The dialog as a person opens it on the empty page Confirm; the countdown is short."""
    session.declare_services(["linkedin"])
    monkeypatch.setattr(dialogs, "SECONDS", 1)
    window.go("confirm")
    page = window.page
    assert isinstance(page, ConfirmPage)
    page.open_take()
    dialog = opened(window, TakeDialog)
    dialog._timer.setInterval(10)
    yield dialog
    dialog.reject()


def keep(target: Path | str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))


def test_the_page_of_the_setting_is_shown_before_it_opens(dialog: TakeDialog) -> None:
    assert dialog.control.currentData() == CONTROL
    assert dialog.address.text().startswith("https://www.linkedin.com/")
    click(dialog.page)
    asked = shown(dialog, AddressDialog)
    assert asked.address == dialog.address.text()
    asked.reject()


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person keeps the picture."""
    keep(tmp_path / "mine.png", monkeypatch)
    return tmp_path / "mine.png"


def test_the_screen_is_taken_hashed_saved_and_added(
    dialog: TakeDialog, window: MainWindow, qtbot: QtBot, session: Session, target: Path
) -> None:
    click(dialog.takes)
    assert not dialog.isVisible()
    assert window.isMinimized()
    qtbot.waitUntil(dialog.region.isVisible, timeout=SOON)
    assert not window.isMinimized()
    dialog.region.choose(QRect(10, 20, 300, 200))
    click(dialog.saves)
    assert not dialog.isVisible()
    sha256 = hashlib.sha256(target.read_bytes()).hexdigest()
    assert QImage(str(target)).size() == QRect(10, 20, 300, 200).size()
    (source,) = session.sources
    assert source.sha256 == sha256
    (act,) = [one for one in session.case.acts if one.kind is ActKind.TAKEN]
    assert (act.details["sha256"], act.details["name"], act.details["by"]) == (sha256, "mine.png", "screen")
    assert act.details["control"] == CONTROL
    assert act.details["zone"]
    assert act.details["system"]
    page = window.page
    assert isinstance(page, ConfirmPage)
    qtbot.waitUntil(lambda: is_settled(page), timeout=SOON)
    captured = session.captured(source)
    assert captured is not None
    assert captured.basis[0].what == "taken"
    assert captured.moment.not_before == captured.moment.not_after
    assert not page.side.time.zone.isVisible()


def test_by_keyboard_alone(
    dialog: TakeDialog, window: MainWindow, qtbot: QtBot, session: Session, target: Path
) -> None:
    tab_to(dialog.takes)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.region.isVisible, timeout=SOON)
    wake_dialog(dialog, window)
    tab_to(dialog.region)
    whole = dialog.region.part
    QTest.keyClick(dialog.region, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(dialog.region, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(dialog.region, Qt.Key.Key_Right)
    part = dialog.region.part
    assert part.width() < whole.width()
    assert part.height() < whole.height()
    assert part.x() > 0
    tab_to(dialog.saves)
    press(Qt.Key.Key_Return)
    assert [source.name for source in session.sources] == [target.name]


def wake_dialog(dialog: TakeDialog, window: MainWindow) -> None:
    """Make the dialog active again: without a window system nobody else does, and not twice in a row."""
    for _ in range(200):
        window.activateWindow()
        QTest.qWait(5)
        dialog.activateWindow()
        dialog.region.setFocus()
        if dialog.region.hasFocus():
            return
        QTest.qWait(5)


def test_what_is_not_saved_is_not_in_the_case(
    dialog: TakeDialog, qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("", monkeypatch)
    click(dialog.takes)
    qtbot.waitUntil(dialog.region.isVisible, timeout=SOON)
    click(dialog.saves)
    assert dialog.told.words.text().startswith("The picture is not saved yet")
    assert "SHA-256" in dialog.noted.text()
    keep(tmp_path / "nowhere" / "mine.png", monkeypatch)
    click(dialog.saves)
    assert dialog.told.words.text().startswith("mine.png cannot be written")
    click(dialog.again)
    assert dialog.takes.isVisible()
    assert not session.sources


def test_where_the_desktop_has_the_tool_its_file_is_taken_as_it_is(
    dialog: TakeDialog, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "theirs.png"
    theirs.write_bytes(picture(5, 300, 200))
    keep(tmp_path / "mine.png", monkeypatch)
    monkeypatch.setattr(dialogs, "means", lambda: "portal")
    dialog._portal.taken.emit(theirs)
    assert (tmp_path / "mine.png").read_bytes() == theirs.read_bytes()
    (act,) = [one for one in session.case.acts if one.kind is ActKind.TAKEN]
    assert act.details["by"] == "portal"
    assert theirs.exists()


@pytest.mark.parametrize(
    ("signal", "words"), [("cancelled", "You left the tool"), ("missing", "Your desktop gives no program")]
)
def test_without_the_desktops_picture_it_says_what_to_do(
    signal: str, words: str, dialog: TakeDialog, session: Session
) -> None:
    getattr(dialog._portal, signal).emit()
    assert dialog.told.words.text().startswith(words)
    assert not session.sources


def test_a_file_of_the_desktop_that_is_gone_is_no_picture(dialog: TakeDialog, tmp_path: Path) -> None:
    dialog._portal.taken.emit(tmp_path / "gone.png")
    assert dialog.told.words.text().startswith("There is no picture")


def test_a_part_is_drawn_out_with_the_pointer(desk: Desk, qtbot: QtBot) -> None:
    region = Region(desk)
    qtbot.addWidget(region)
    region.resize(804, 604)
    region.show_image(QImage(1600, 1200, QImage.Format.Format_RGB32))
    region.show()
    assert region.part == QRect(0, 0, 1600, 1200)
    QTest.mousePress(region, Qt.MouseButton.LeftButton, pos=QPoint(102, 102))
    QTest.mouseMove(region, QPoint(302, 202))
    QTest.mouseRelease(region, Qt.MouseButton.LeftButton, pos=QPoint(302, 202))
    assert abs(region.part.x() - 200) <= 2
    assert abs(region.part.width() - 400) <= 4
    # Its corner is taken hold of, and the one across from it stays.
    QTest.mousePress(region, Qt.MouseButton.LeftButton, pos=QPoint(302, 202))
    QTest.mouseMove(region, QPoint(402, 252))
    QTest.mouseRelease(region, Qt.MouseButton.LeftButton, pos=QPoint(402, 252))
    assert abs(region.part.x() - 200) <= 4
    assert abs(region.part.width() - 600) <= 6
    QTest.keyClick(region, Qt.Key.Key_A)
    assert region.part == QRect(0, 0, 1600, 1200)
    QTest.keyClick(region, Qt.Key.Key_Left)
    assert region.part == QRect(0, 0, 1600, 1200)


def test_the_picture_tells_its_time_with_a_zone(desk: Desk, tmp_path: Path) -> None:
    assert means() == "screen"
    image = grab(QPoint(0, 0))
    assert not image.isNull()
    path = tmp_path / "a.png"
    path.write_bytes(png_of(image, now().astimezone()))
    texts = QImage(str(path))
    assert texts.text("Creation Time").count(":") >= 3
    assert texts.text("Software").startswith("Privacy Settings Inspector")


def test_a_saved_picture_that_is_not_what_was_taken_is_told(tmp_path: Path) -> None:
    one = taking.taken(b"picture", "screen")
    taking.save(one, tmp_path / one.file_name)
    assert (tmp_path / one.file_name).read_bytes() == b"picture"
    if Path("/dev/full").exists():
        with pytest.raises(OSError, match=r"full|space"):
            taking.save(one, Path("/dev/full"))


def test_a_zone_is_told_by_its_name_and_its_distance() -> None:
    berlin = timezone(timedelta(hours=1), "CET")
    chatham = timezone(timedelta(hours=12, minutes=45), "+1245")
    west = timezone(timedelta(hours=-3, minutes=-30))
    at = datetime(2026, 1, 10, 12, tzinfo=UTC)
    told = [zone_text(at.astimezone(zone)) for zone in (berlin, chatham, west, UTC)]
    assert told == ["CET +01:00", "+12:45", "-03:30", "UTC +00:00"]


def test_the_programs_own_clock_is_the_strongest_clue(session: Session, tmp_path: Path) -> None:
    one = taking.taken(picture(3), "portal", now().astimezone())
    taking.save(one, tmp_path / one.file_name)
    taking.add(session, one, tmp_path / one.file_name, None)
    name = Basis("name", one.file_name, without_zone(one.at.replace(tzinfo=None), "second", one.file_name))
    read = Captured(
        one.file_name, "capture", basis=(name,), why=("capture.why.no_zone", "capture.why.no_label")
    )
    told = taking.with_own_time(read, session.case.acts, one.sha256, now())
    assert (told.basis[0].what, told.why) == ("taken", ("capture.why.no_label",))
    assert told.moment.not_before == told.moment.not_after
    assert taking.with_own_time(read, session.case.acts, "0" * 64, now()) == read


def test_nothing_is_unnamed_or_clipped_and_how_it_looks(
    dialog: TakeDialog, qtbot: QtBot, scheme: Theme
) -> None:
    for check in (unnamed, clipped, small_targets):
        assert not check(dialog)
    first = picture_of(dialog, "take", scheme)
    click(dialog.takes)
    qtbot.waitUntil(dialog.region.isVisible, timeout=SOON)
    dialog.region.choose(QRect(100, 100, 400, 300))
    for check in (unnamed, clipped, small_targets):
        assert not check(dialog)
    assert first != picture_of(dialog, "take-region", scheme, "dark", 2)
