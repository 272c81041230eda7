# SPDX-License-Identifier: Apache-2.0
"""The rail says how many connections were made, and leads to what they were; by default that is none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector.cases.acts import ActKind
from inspector.gui.desk import Desk
from inspector.gui.dialogs.offline import OfflineDialog
from inspector.gui.window import MainWindow
from inspector.network.errand import Visit
from tests.gui.hands import opened, texts
from tests.gui.walk import accessible_name

AT = datetime(2026, 11, 3, 9, 5, tzinfo=UTC)


def test_the_rail_says_that_nothing_went_out_and_shows_what_could(window: MainWindow) -> None:
    outward = window.rail.foot.outward
    assert texts(outward) == ["Offline", "0 connections made"]
    assert accessible_name(outward) == "Offline, 0 connections made. Show what leaves this computer"
    outward.setFocus()
    QTest.keyClick(outward, Qt.Key.Key_Space)
    dialog = opened(window, OfflineDialog)
    said = texts(dialog)
    dialog.ends.click()
    assert "No connection was made." in said
    assert any(text.startswith("A timestamp from an authority that you name") for text in said)
    assert "In the log of this case" not in said


def test_connections_of_now_and_of_the_log_are_listed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    went = (Visit(AT, "time.example.com", "timestamp", 59, 4211, None),)
    monkeypatch.setattr(Desk, "visits", property(lambda _self: went))
    details = {"host": "old.example.com", "purpose": "timestamp", "of": "lists", "time": None}
    window.desk.session.case.append(ActKind.ASKED, AT, details)
    window.refresh()
    outward = window.rail.foot.outward
    assert texts(outward) == ["As you asked", "1 connection made"]
    outward.click()
    dialog = opened(window, OfflineDialog)
    said = " ".join(texts(dialog))
    dialog.ends.click()
    assert "time.example.com" in said
    assert "59 bytes went out, 4,211 bytes came back." in said
    assert "old.example.com" in said
    assert "No connection was made." not in said
