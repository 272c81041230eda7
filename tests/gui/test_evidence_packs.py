# SPDX-License-Identifier: Apache-2.0
"""The page Evidence makes packs for authorities: by keyboard, stopped, and refused in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.app.packs import bundle_in
from inspector.app.session import Session
from inspector.bundle.verifying import verify
from inspector.cases.acts import ActKind
from inspector.gui.evidence.packs import PackSection
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.window import MainWindow
from tests.gui.hands import opens, press, tab_to, texts

SOON = 60_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new folder."""
    made = tmp_path / "pack"
    made.mkdir()
    return made


def packs(window: MainWindow) -> PackSection:
    window.jump("evidence")
    assert isinstance(window.page, EvidencePage)
    return window.page.packs


def test_a_pack_is_made_by_keyboard_and_its_bundle_is_noted(
    demo_session: Session, window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    section = packs(window)
    opens(folder, monkeypatch)
    tab_to(section.choices["ico"])
    press(Qt.Key.Key_Space)
    assert section.stops.isVisible()
    assert not section.choices["eu"].isEnabled()
    qtbot.waitUntil(section.card.shows.isVisible, timeout=SOON)
    assert section.card.shows.hasFocus()
    assert "The pack is made." in texts(window.page)
    assert not section.card.visibleRegion().isEmpty(), "it is told of where the page says so"
    assert section.card.shows.leads
    assert verify(bundle_in(folder)).ok
    assert (folder / "send" / "complaint-en.txt").exists()
    assert demo_session.case.acts[-1].kind is ActKind.EXPORTED


def test_a_folder_with_something_in_it_is_refused_in_words(
    demo_session: Session, window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    section = packs(window)
    (folder / "mine.txt").write_text("mine")
    opens(folder, monkeypatch)
    section.choices["eu"].click()
    qtbot.waitUntil(lambda: "is not empty" in section.told.text(), timeout=SOON)
    assert section.choices["eu"].isEnabled()
    assert not section.card.shows.isVisible()
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


def test_it_can_be_stopped_and_leaves_nothing(
    demo_session: Session, window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    section = packs(window)
    opens(folder / "new", monkeypatch)
    section.choices["cppa"].click()
    section.stops.click()
    qtbot.waitUntil(lambda: section.told.text().startswith("Stopped"), timeout=SOON)
    assert not (folder / "new").exists()
    assert section.choices["cppa"].isEnabled()


def test_no_folder_chosen_starts_nothing(
    demo_session: Session, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = packs(window)
    opens(Path(), monkeypatch)
    monkeypatch.setattr("inspector.gui.dialogs.files.folder_to_open", lambda *_args: None)
    section.choices["ico"].click()
    assert not section.stops.isVisible()
