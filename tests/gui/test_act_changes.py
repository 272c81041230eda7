# SPDX-License-Identifier: Apache-2.0
"""What changed, on Act: a switch before and after beside each other, and two exports of one account."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from inspector.app import specs
from inspector.app.session import Session
from inspector.gui.act.exports import CompareDialog
from inspector.gui.pages.act import ActPage
from inspector.gui.window import MainWindow
from tests.gui.hands import opened, texts, whole
from tests.gui.loopwatch import own_work
from tests.gui.travel import SOON
from tests.makers.linkedin import ERA_2024, ERA_2026, of_era
from tests.makers.pictures import picture
from tests.unit.app.read_once import read_once

CONTROL = "linkedin/generative-ai-improvement"


def act(window: MainWindow) -> ActPage:
    window.jump("act")
    assert isinstance(window.page, ActPage)
    return whole(window.page)


def see(session: Session, folder: Path) -> None:
    """Hand in a picture of ON and a later one of OFF."""
    session.declare_residence(specs.residence("US", session.catalog))
    for number, (position, day) in enumerate((("on", "2025-02-01"), ("off", "2025-03-03")), 1):
        file = folder / f"{position}.png"
        file.write_bytes(picture(number))
        session.add(session.read(file))
        word = f"{CONTROL}={position}@{day}T12:00:00Z={file}"
        session.say(specs.shown(word, session.catalog, [file]))


def export(session: Session, folder: Path) -> None:
    """Hand in two exports of one account."""
    with own_work():
        for name, era in (("first.zip", ERA_2024), ("second.zip", ERA_2026)):
            (folder / name).write_bytes(of_era(era).zip())
            session.add(read_once(session, folder / name))


def test_before_and_after_stand_beside_each_other(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    see(session, tmp_path)
    page = act(window)
    assert page.moved.isVisible()
    (card,) = page.moved.cards
    before, after = card.sides
    previews = (before.preview, after.preview)
    qtbot.waitUntil(lambda: not any(one.picture.isNull() for one in previews), timeout=SOON)
    assert card.accessibleName().endswith(": ON, then OFF")
    assert "1 February 2025" in texts(before)
    assert "3 March 2025" in texts(after)
    assert before.y() == after.y()
    window.refresh()
    assert page.moved.cards == [card]
    session.leave_out(session.sources[0])
    window.refresh()
    assert not page.moved.isVisible()


def test_two_exports_are_compared_in_a_line_and_in_a_table(
    session: Session, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert not act(window).exports.isVisible()
    export(session, tmp_path)
    window.refresh()
    page = act(window)
    qtbot.waitUntil(page.exports.isVisible, timeout=SOON)
    (card,) = page.exports.cards
    assert "first.zip" in " ".join(texts(card))
    assert card.told.text().startswith("The newer one adds ")
    assert "14 files are the same in both." in card.told.text()
    card.opens.click()
    dialog = opened(window, CompareDialog)
    grid = dialog.grid.rows
    assert grid.rowCount() == len(card.found.differences)
    assert [str(grid.index(0, at).data()) for at in range(4)] == [
        card.found.differences[0].what,
        card.found.differences[0].older,
        card.found.differences[0].newer,
        f"{'adds it' if card.found.differences[0].change == 'added' else 'has it otherwise'}",
    ]
    dialog.ends.click()
    window.refresh()
    assert page.exports.cards == [card]
