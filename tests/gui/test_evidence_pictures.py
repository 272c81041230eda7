# SPDX-License-Identifier: Apache-2.0
"""The choice that pictures go into a bundle without what their files tell of place and device."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.app.request import Said
from inspector.app.session import Session
from inspector.domain.moment import instant
from inspector.domain.words import Switch
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.theme.theme import Theme
from inspector.gui.window import MainWindow
from tests.gui.hands import press, tab_to
from tests.gui.loopwatch import own_work
from tests.gui.pictures import grab
from tests.gui.shots import CONTROL, add, confirming
from tests.gui.travel import arrive
from tests.gui.walk import clipped, outside, small_targets, unnamed
from tests.makers.captures.photos import MODEL, noted

NAME = "IMG_0001.png"


def photo(session: Session, folder: Path) -> Path:
    path = folder / NAME
    path.write_bytes(noted("PNG", Image.new("RGB", (240, 160), "white")))
    add(session, path)
    return path


def ways(page: EvidencePage) -> list[str]:
    model = page.holds.table.files
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def test_without_the_choice_pictures_go_in_whole_and_with_it_as_copies(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, scheme: Theme
) -> None:
    with own_work():
        path = photo(session, tmp_path)
        session.learn(session.sources[0], session.capture_readers.read(path, datetime.now(UTC)))
        session.rest()
    session.say(Said(CONTROL, Switch.OFF, instant(datetime(2026, 1, 10, tzinfo=UTC), "2026-01-10"), path))
    window.jump("evidence")
    page = arrive(window, qtbot, EvidencePage)
    page.choices.fold.turn(on=True)
    assert ways(page) == ["whole"]
    assert "the place (GPS), the device or program" in page.holds.told.text()
    tab_to(page.holds.bare)
    press(Qt.Key.Key_Space)
    assert ways(page) == ["copy without notes"]
    assert page._order().wish.bare
    assert not unnamed(page)
    assert not clipped(page)
    assert not outside(page)
    assert not small_targets(page)
    page.scroller.ensureWidgetVisible(page.holds.told)
    grab(window, "evidence-bare", scheme)
    grab(window, "evidence-bare", scheme, "dark", 2)


def test_what_the_file_of_a_picture_tells_stands_beside_it_and_never_its_values(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path, scheme: Theme
) -> None:
    with own_work():
        photo(session, tmp_path)
    window.refresh()
    page = confirming(window, qtbot)
    told = page.asides.notes.text.text()
    assert page.asides.notes.isVisible()
    assert told.startswith("It carries the place (GPS), the device or program")
    assert MODEL not in told
    assert not clipped(page)
    grab(window, "confirm-notes", scheme)


def test_a_picture_that_tells_nothing_more_offers_no_choice(
    demo_session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    window.jump("evidence")
    page = arrive(window, qtbot, EvidencePage)
    page.choices.fold.turn(on=True)
    assert demo_session.sources
    assert not page.holds.bare.isVisible()
    assert not page.holds.told.isVisible()
