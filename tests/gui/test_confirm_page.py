# SPDX-License-Identifier: Apache-2.0
"""The page Confirm: nothing counts until the person says so; Enter, C and N."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector.app.session import Session
from inspector.gui.collect.preview import PictureError, decode
from inspector.gui.dialogs.shows import ShowsDialog
from inspector.gui.pages.confirm import ConfirmPage
from inspector.gui.theme.theme import Theme
from inspector.gui.window import MainWindow
from inspector.system.messages import Messages
from tests.gui.hands import opened, press, tab_to, write
from tests.gui.pictures import grab
from tests.gui.walk import clipped, outside, small_targets, unnamed
from tests.makers.pictures import picture


@pytest.fixture
def shots(session: Session, tmp_path: Path) -> list[Path]:
    session.declare_services(["linkedin"])
    paths = [tmp_path / "a.png", tmp_path / "b.png"]
    for seed, path in enumerate(paths):
        path.write_bytes(picture(seed, 300, 200))
        session.add(session.read(path))
    return paths


@pytest.fixture
def page(shots: list[Path], window: MainWindow, qtbot: QtBot) -> ConfirmPage:
    window.jump("confirm")
    page = window.page
    assert isinstance(page, ConfirmPage)
    qtbot.waitUntil(lambda: not page.preview.words)
    return page


def say(page: ConfirmPage, position: str, day: str) -> None:
    tab_to(page.form.positions.on)
    if position == "off":
        press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    tab_to(page.form.when.day.line)
    write(day)
    press(Qt.Key.Key_Return)


def test_the_journey_of_two_pictures_by_keyboard(page: ConfirmPage, session: Session) -> None:
    assert page.aside.text() == "1 of 2 · a.png · nothing counts until you say so"
    say(page, "off", "2026-01-10")
    assert page.aside.text() == "1 of 2 · b.png · nothing counts until you say so"
    say(page, "on", "2025-01-10")
    assert [said.position for said in session.statements] == ["off", "on"]
    assert page.said.isVisible()
    assert page.said.pill.text() == "ON"
    assert page.aside.text() == "2 of 2 · b.png · counts because you said so"


def test_no_setting_stands_there_by_itself_where_it_could_be_any(page: ConfirmPage, session: Session) -> None:
    assert page.form.control.currentText().startswith("LinkedIn")
    session.declare_services([])
    page.form.show_control(None)
    page.form.suggest_control()
    page.form.positions.off.click()
    page.form.when.day.line.setText("2026-01-10")
    page.confirm()
    assert page.form.told.words.text() == "Choose a setting."
    assert session.statements == ()


def test_enter_says_what_is_missing(page: ConfirmPage, session: Session) -> None:
    page.form.control.setFocus()
    press(Qt.Key.Key_Return)
    assert page.form.told.words.text() == "Choose ON or OFF."
    assert session.statements == ()


def test_c_corrects_and_the_old_statement_no_longer_counts(
    window: MainWindow, page: ConfirmPage, session: Session
) -> None:
    say(page, "off", "2026-01-10")
    page.table.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_C)
    dialog = opened(window, ShowsDialog)
    assert dialog.form.positions.off.isChecked()
    assert dialog.form.when.day.text() == "2026-01-10"
    dialog.form.positions.on.click()
    dialog.say_it.click()
    assert [said.position for said in session.statements] == ["on"]


def test_n_leaves_a_picture_out_but_not_while_typing(page: ConfirmPage, session: Session) -> None:
    tab_to(page.form.when.day.line)
    write("n")
    assert len(session.sources) == 2
    page.form.positions.on.setFocus()
    press(Qt.Key.Key_N)
    assert [source.name for source in session.sources] == ["b.png"]
    assert [source.name for source in session.left_out] == ["a.png"]


def test_without_pictures_it_says_what_brings_some(window: MainWindow) -> None:
    window.jump("confirm")
    page = window.page
    assert isinstance(page, ConfirmPage)
    assert page.empty.isVisible()
    assert not page.bar.isVisible()


def test_the_list_keeps_the_rules_of_qt(qtmodeltester: ModelTester, page: ConfirmPage) -> None:
    qtmodeltester.check(page.model, force_py=True)


def test_names_that_would_reorder_text_are_written_out(
    window: MainWindow, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / "off\u202egnp.png"
    path.write_bytes(picture(9))
    session.add(session.read(path))
    window.jump("confirm")
    assert "off\\u202egnp.png" in window.page.aside.text()


def test_pictures_are_decoded_small(tmp_path: Path) -> None:
    path = tmp_path / "wide.png"
    path.write_bytes(picture(1, 3000, 20))
    assert decode(path, QSize(300, 300)).size() == QSize(300, 2)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("drawing.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no_picture"),
        ("cut.png", picture(1)[:-40], "damaged"),
        ("empty.png", b"", "no_picture"),
        ("huge.png", picture(1, 40_000, 1), "too_large"),
    ],
)
def test_what_cannot_be_shown_says_why(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(PictureError) as error:
        decode(tmp_path / name)
    assert error.value.args == (reason,)


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(PictureError):
        decode(tmp_path / "gone.png")


@pytest.mark.parametrize("messages", [Messages("en"), Messages("xx-long")], ids=["en", "long"])
def test_nothing_is_unnamed_clipped_or_outside(window: MainWindow, page: ConfirmPage) -> None:
    window.resize(window.minimumSize())
    for _ in range(2):
        QApplication.sendPostedEvents()
        assert not unnamed(page)
        assert not clipped(page)
        assert not outside(page)
        assert not small_targets(page)
        say(page, "off", "2026-01-10")


def test_pictures(window: MainWindow, page: ConfirmPage, scheme: Theme) -> None:
    silent = grab(window, "confirm", scheme)
    say(page, "off", "2026-01-10")
    say(page, "on", "2026-01-11")
    said: QImage = grab(window, "confirm-said", scheme, "dark", 2)
    assert silent != said
