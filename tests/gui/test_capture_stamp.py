# SPDX-License-Identifier: Apache-2.0
"""A timestamp right at a picture that was taken: only when wanted, only after the request was seen."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from inspector.app import taking
from inspector.app.session import Session
from inspector.bundle.timestamp.token import held
from inspector.cases.acts import ActKind
from inspector.gui.capture.dialog import TakeDialog
from inspector.gui.dialogs.sending import SendingDialog
from inspector.gui.pages.confirm import ConfirmPage
from inspector.gui.window import MainWindow
from tests.gui.hands import opened
from tests.makers.authority import NAME, answering, made, serving
from tests.makers.pictures import picture

SOON = 20_000


@pytest.fixture
def dialog(
    window: MainWindow, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[TakeDialog]:
    """The dialog with a picture that was taken, about to be saved."""
    session.declare_services(["linkedin"])
    window.go("confirm")
    assert isinstance(window.page, ConfirmPage)
    window.page.open_take()
    dialog = opened(window, TakeDialog)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine.png"), ""))
    dialog._hold(taking.taken(picture(2), "portal"))
    yield dialog
    dialog.reject()


def questions(window: MainWindow) -> list[SendingDialog]:
    return [one for one in window.findChildren(SendingDialog) if one.isVisible()]


def test_nothing_is_asked_unless_the_person_wants_it(
    dialog: TakeDialog, window: MainWindow, tmp_path: Path
) -> None:
    assert not dialog.stamp.wants.isChecked()
    assert not dialog.stamp.address.isVisible()
    dialog._save()
    assert (tmp_path / "mine.png").exists()
    assert not dialog.isVisible()
    assert window.desk.connected == 0


def test_what_is_no_address_is_said_before_the_picture_is_saved(dialog: TakeDialog, tmp_path: Path) -> None:
    dialog.stamp.wants.setChecked(True)
    dialog._save()
    assert not (tmp_path / "mine.png").exists()
    assert "not the address of a time authority" in dialog.told.words.text()


def test_the_stamp_lies_beside_the_picture_and_in_the_log(
    dialog: TakeDialog, window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    authority = made(tmp_path / "authority")
    with serving(answering(authority.reply)) as address:
        dialog.stamp.wants.setChecked(True)
        dialog.stamp.address.setText(address)
        dialog._save()
        qtbot.waitUntil(lambda: bool(questions(window)), timeout=SOON)
        (asked,) = questions(window)
        assert asked.asking.digest == sha256(picture(2)).hexdigest()
        asked.sends.click()
        qtbot.waitUntil(lambda: "stamped the picture" in dialog.told.words.text(), timeout=SOON)
    stamp = (tmp_path / "mine.png.tsr").read_bytes()
    assert held(stamp, sha256(picture(2)).digest()).authority == NAME
    act = session.case.acts[-1]
    assert (act.kind, act.details["of"], act.details["outcome"]) == (ActKind.ASKED, "picture", "stamped")
    assert base64.b64decode(str(act.details["token"])) == stamp
    dialog.leaves.click()
    assert dialog.result() == TakeDialog.DialogCode.Accepted


def test_a_picture_is_kept_where_the_person_sends_nothing(
    dialog: TakeDialog, window: MainWindow, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.stamp.wants.setChecked(True)
    dialog.stamp.address.setText("https://stamp.example/")
    dialog._save()
    qtbot.waitUntil(lambda: bool(questions(window)), timeout=SOON)
    questions(window)[0].stays.click()
    qtbot.waitUntil(lambda: "Nothing was sent" in dialog.told.words.text(), timeout=SOON)
    assert (tmp_path / "mine.png").exists()
    assert not (tmp_path / "mine.png.tsr").exists()
    assert session.case.acts[-1].kind is ActKind.TAKEN
    assert window.desk.connected == 0
