# SPDX-License-Identifier: Apache-2.0
"""Seal and timestamps in the window: a seal by default, and nothing sent that the person has not seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.app.session import Session
from inspector.bundle.timestamp.question import question
from inspector.bundle.verifying import verify
from inspector.cases.acts import ActKind
from inspector.gui.dialogs.sending import SendingDialog
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.window import MainWindow
from tests.gui.hands import press, saves_to, texts
from tests.makers.authority import answering, made, serving

SOON = 20_000


def evidence(window: MainWindow) -> EvidencePage:
    window.jump("evidence")
    assert isinstance(window.page, EvidencePage)
    return window.page


def check(path: Path) -> dict[str, bool | None]:
    return {one.name: one.ok for one in verify(path).checks}


def test_a_bundle_is_sealed_unless_the_person_wants_it_plain(
    demo_session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = evidence(window)
    assert page.seal.sealed
    for name, seals in (("sealed.zip", True), ("plain.zip", False)):
        page.seal.seals.setChecked(seals)
        saves_to(tmp_path / name, monkeypatch)
        page.made.hide()
        page.makes.click()
        qtbot.waitUntil(page.made.isVisible, timeout=SOON)
        assert check(tmp_path / name)["seal"] is (True if seals else None)
    assert page.made.seal.text() == "It carries no seal."
    assert window.desk.connected == 0


def test_the_bundle_that_was_made_here_is_known_by_its_key(
    demo_session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = evidence(window)
    saves_to(tmp_path / "b.zip", monkeypatch)
    page.makes.click()
    qtbot.waitUntil(page.made.isVisible, timeout=SOON)
    page.made.checks.click()
    qtbot.waitUntil(lambda: page.checking.result is not None, timeout=SOON)
    assert page.checking.result is not None
    assert page.checking.result.verdict.text() == "Intact; sealed with the key of the case that is open."


def test_a_timestamp_needs_a_seal_and_an_address(demo_session: Session, window: MainWindow) -> None:
    page = evidence(window)
    assert not page.seal.first.isVisible()
    page.seal.stamps.setChecked(True)
    assert page.seal.first.isVisible()
    assert not page.makes.isEnabled()
    assert page.seal.problem.text().startswith("You need the address of such a service.")
    page.seal.first.setText("no address")
    assert page.seal.problem.text().startswith("This is not the address of a time authority")
    assert not page.makes.isEnabled()
    page.seal.first.setText("stamp.example")
    assert not page.seal.problem.isVisible()
    assert page.makes.isEnabled()
    assert list(page.seal.asks) == ["https://stamp.example/"]
    page.seal.first.clear()
    page.seal.without.click()
    assert not page.seal.stamps.isChecked()
    assert page.seal.stamps.hasFocus()
    assert page.makes.isEnabled()
    page.seal.seals.setChecked(False)
    assert not page.seal.stamps.isEnabled()
    assert len(page.seal.asks) == 0
    assert page.makes.isEnabled()


def test_each_request_is_shown_whole_and_sent_only_when_the_person_says_so(
    demo_session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = made(tmp_path / "authority")
    sent: list[bytes] = []

    def answer(body: bytes) -> bytes:
        sent.append(body)
        return authority.reply(body)

    page = evidence(window)
    saves_to(tmp_path / "b.zip", monkeypatch)
    with serving(answering(answer)) as address:
        page.seal.stamps.setChecked(True)
        page.seal.first.setText(address)
        page.makes.click()
        qtbot.waitUntil(lambda: bool(_open(window)), timeout=SOON)
        (first,) = _open(window)
        assert not sent
        _shows_all(first, address)
        first.sends.click()
        qtbot.waitUntil(lambda: [one.asking.what for one in _open(window)] == ["lists"], timeout=SOON)
        assert sent == [first.asking.errand.body]
        _open(window)[0].stays.click()
        qtbot.waitUntil(page.made.isVisible, timeout=SOON)
    assert len(sent) == 1
    assert "stamped the signature of the report" in page.made.stamps.text()
    assert "Nothing was sent to" in page.made.stamps.text()
    assert check(tmp_path / "b.zip") | {"redaction": None} == {
        "container": True, "payload": True, "manifest": True, "completeness": True, "seal": True,
        "timestamp": None, "custody": True, "report": True, "redaction": None,
    }  # fmt: skip
    assert window.desk.connected == 1
    assert "1 connection made" in texts(window.rail.foot)
    assert [act.kind for act in demo_session.case.acts[-2:]] == [ActKind.EXPORTED, ActKind.ASKED]


def _shows_all(dialog: SendingDialog, address: str) -> None:
    shown = "".join(texts(dialog)).replace(" ", "").replace("\n", "")
    assert dialog.asking.errand.body.hex() in shown
    assert dialog.asking.digest in shown
    assert address.split("/")[2] in dialog.windowTitle()
    assert dialog.stays.hasFocus()


def test_escape_sends_nothing_and_the_bundle_is_made_without(
    demo_session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = evidence(window)
    saves_to(tmp_path / "b.zip", monkeypatch)
    page.seal.stamps.setChecked(True)
    page.seal.first.setText("https://stamp.example/")
    page.makes.click()
    seen: list[SendingDialog] = []
    while len(seen) < 2:
        qtbot.waitUntil(lambda: any(one not in seen for one in _open(window)), timeout=SOON)
        seen.append(next(one for one in _open(window) if one not in seen))
        press(Qt.Key.Key_Escape)
    qtbot.waitUntil(page.made.isVisible, timeout=SOON)
    assert window.desk.connected == 0
    assert check(tmp_path / "b.zip")["timestamp"] is None


def _open(window: MainWindow) -> list[SendingDialog]:
    return [one for one in window.findChildren(SendingDialog) if one.isVisible()]


def test_stopping_while_a_question_stands_closes_it_and_leaves_no_bundle(
    demo_session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = evidence(window)
    saves_to(tmp_path / "b.zip", monkeypatch)
    page.seal.stamps.setChecked(True)
    page.seal.first.setText("https://stamp.example/")
    page.makes.click()
    qtbot.waitUntil(lambda: bool(_open(window)), timeout=SOON)
    page.underway.stop_asked.emit()
    qtbot.waitUntil(lambda: not window.desk.bridge.busy, timeout=SOON)
    qtbot.waitUntil(lambda: not _open(window), timeout=SOON)
    assert not (tmp_path / "b.zip").exists()
    assert window.desk.connected == 0


def test_the_hash_in_a_question_is_that_of_what_is_stamped() -> None:
    assert question(b"data").digest.hex() in question(b"data").request.hex()
