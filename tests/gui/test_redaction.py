# SPDX-License-Identifier: Apache-2.0
"""Choosing what to withhold, by hand and by key, and the bundle that comes of it."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from inspector.app.checking import verify
from inspector.app.request import Said
from inspector.app.session import Session
from inspector.bundle.redaction.rules import Rule
from inspector.domain.moment import instant
from inspector.domain.words import Switch
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.redaction.workspace import RedactionDialog
from inspector.gui.window import MainWindow
from tests.gui.hands import focused, opened, press, saves_to, tab_to
from tests.gui.loopwatch import own_work
from tests.gui.shots import CONTROL, add, switch
from tests.gui.travel import SOON, arrive, click


@pytest.fixture
def page(demo_session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> EvidencePage:
    with own_work():
        path = switch(tmp_path, on=False)
        add(demo_session, path)
        when = instant(datetime(2026, 1, 10, tzinfo=UTC), "2026-01-10")
        demo_session.say(Said(CONTROL, Switch.OFF, when, path))
    window.refresh()
    window.jump("evidence")
    page = arrive(window, qtbot, EvidencePage)
    page.choices.fold.turn(on=True)
    return page


def workspace(page: EvidencePage, qtbot: QtBot) -> RedactionDialog:
    if not page.redaction.redacts.isChecked():
        tab_to(page.redaction.redacts)
        press(Qt.Key.Key_Space)
    click(page.redaction.chooses)
    dialog = opened(page.window(), RedactionDialog)
    if dialog.item is not None and dialog.item.kind == "picture":
        qtbot.waitUntil(lambda: dialog.editor.has_picture, timeout=SOON)
    return dialog


def key(code: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), code, with_)


def test_boxes_are_made_moved_sized_and_removed_by_key(page: EvidencePage, qtbot: QtBot) -> None:
    dialog = workspace(page, qtbot)
    editor = dialog.editor
    tab_to(editor)
    assert "press Insert" in editor.told()
    key(Qt.Key.Key_Insert)
    assert editor.boxes == ((360, 168, 180, 84),)
    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert editor.boxes == ((375, 169, 180, 84),)
    key(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    key(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
    assert editor.boxes == ((375, 169, 165, 83),)
    assert editor.accessibleDescription().startswith("Box 1 of 1: 375 from the left")
    press(Qt.Key.Key_Left, 40)
    assert [one[0] for one in editor.boxes] == [0]
    key(Qt.Key.Key_Insert)
    key(Qt.Key.Key_Space)
    assert editor.at == 0
    key(Qt.Key.Key_Delete)
    assert editor.boxes == ((360, 168, 180, 84),)
    assert dialog.rules.items[dialog.item.key].boxes == editor.boxes  # type: ignore[union-attr]  # one is chosen
    dialog.reject()


def at(dialog: RedactionDialog, across: int, down: int) -> QPoint:
    place = dialog.editor.place()
    scale = place.width() / 900
    return QPointF(place.x() + across * scale, place.y() + down * scale).toPoint()


def drag(dialog: RedactionDialog, begin: QPoint, end: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(dialog.editor, left, Qt.KeyboardModifier.NoModifier, begin)
    QTest.mouseMove(dialog.editor, (begin + end) / 2)
    QTest.mouseMove(dialog.editor, end)
    QTest.mouseRelease(dialog.editor, left, Qt.KeyboardModifier.NoModifier, end)


def test_boxes_are_drawn_moved_and_sized_by_mouse(page: EvidencePage, qtbot: QtBot) -> None:
    dialog = workspace(page, qtbot)
    drag(dialog, at(dialog, 300, 200), at(dialog, 100, 100))
    (drawn,) = dialog.editor.boxes
    assert drawn == pytest.approx((100, 100, 200, 100), abs=3)
    drag(dialog, at(dialog, 200, 150), at(dialog, 300, 170))
    (moved,) = dialog.editor.boxes
    assert moved == pytest.approx((200, 120, 200, 100), abs=5)
    drag(dialog, at(dialog, moved[0] + moved[2], moved[1] + moved[3]), at(dialog, 500, 300))
    (sized,) = dialog.editor.boxes
    assert sized == pytest.approx((200, 120, 300, 180), abs=6)
    click(dialog.removes)
    assert dialog.editor.boxes == ()
    assert not dialog.removes.isEnabled()
    dialog.reject()


def test_a_part_is_shown_or_withheld_against_the_rules(page: EvidencePage, qtbot: QtBot) -> None:
    dialog = workspace(page, qtbot)
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    qtbot.waitUntil(lambda: dialog.table.parts.rowCount() == 6, timeout=SOON)
    assert dialog.state.text() == "4 of 6 parts are shown."
    tab_to(dialog.table)
    press(Qt.Key.Key_Down, 3)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert dialog.state.text() == "4 of 6 parts are shown."
    item = dialog.rules.items[dialog.item.key]  # type: ignore[union-attr]  # one is chosen
    assert (set(item.withhold), set(item.show)) == ({"row 2, cell 1"}, {"row 2, cell 2"})
    click(dialog.rule_boxes[Rule.BESIDE])
    qtbot.waitUntil(lambda: dialog.state.text() == "5 of 6 parts are shown.", timeout=SOON)
    dialog.reject()


def test_redact_and_export_by_hand(
    page: EvidencePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = workspace(page, qtbot)
    click(dialog.adds)
    box = dialog.editor.boxes[0]
    tab_to(dialog.words_out)
    assert isinstance(dialog.words_out, QLineEdit)
    QTest.keyClicks(focused(), "Torvald Quist, Ilse")
    click(dialog.closes)
    wanted = page.redaction.wanted
    assert wanted is not None
    assert wanted.words == ("Torvald Quist", "Ilse")
    assert not page.holds.originals.isEnabled()
    assert page.holds.inside.text().startswith("No whole archive goes into a bundle")
    assert "without what you withhold" in page.holds.aside.text()
    assert page.redaction.later.text().startswith("This case is kept only while the window is open")
    target = tmp_path / "redacted.zip"
    saves_to(target, monkeypatch)
    click(page.makes)
    qtbot.waitUntil(lambda: page.made.isVisible() or page.error.isVisible(), timeout=2 * SOON)
    assert page.made.isVisible()
    with own_work():
        check_bundle(target, box)


def check_bundle(target: Path, box: tuple[int, int, int, int]) -> None:
    found = verify(target)
    assert found.ok
    assert next(one.ok for one in found.checks if one.name == "redaction")
    with zipfile.ZipFile(target) as opened_zip:
        originals: dict[str, Any] = json.loads(opened_zip.read("privacy-evidence/data/originals.json"))
        names = [file["file"] for row in originals["originals"] for file in row["files"]]
        data = opened_zip.read(f"privacy-evidence/{names[0]}")
    left, top, width, height = box
    with Image.open(io.BytesIO(data)) as image:
        crop = image.crop((left, top, left + width, top + height))
        assert crop.getcolors() == [(width * height, (0, 0, 0))]
