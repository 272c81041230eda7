# SPDX-License-Identifier: Apache-2.0
"""Walks over every page and dialog in every state: names, room for words and hands, order of the keyboard.

With INSPECTOR_PICTURES set to a folder, pictures are kept: light, dark twice as large, all that scrolls.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget
from pytestqt.qtbot import QtBot

import tests.gui.sights_answer
import tests.gui.sights_begin
import tests.gui.sights_end  # noqa: F401 - each fills the list below
from inspector.gui.theme.measures import SMALLEST, USUAL
from inspector.gui.theme.theme import Theme
from inspector.gui.window import MainWindow
from inspector.system.messages import PSEUDO_LANGUAGE, Messages
from tests.gui.loopwatch import LoopWatch
from tests.gui.pictures import grab
from tests.gui.sights import SIGHTS, Visit
from tests.gui.walk import clipped, in_reading_order, outside, settle, small_targets, tab_order, unnamed

pytestmark = pytest.mark.usefixtures("as_shipped")

_KEEPS = "INSPECTOR_PICTURES" in os.environ
_SIZES = [
    pytest.param(Messages(), USUAL, id="usual"),
    pytest.param(Messages(PSEUDO_LANGUAGE), SMALLEST, id="long-words"),
    # What fits there with long words fits with short ones; to look at, they are something else.
    *([pytest.param(Messages(), SMALLEST, id="smallest")] if _KEEPS else []),
]


def walk(seen: QWidget) -> list[str]:
    """Whatever is wrong with what is to be seen."""
    found = {
        "no name": unnamed(seen),
        "cut off": clipped(seen),
        "sticks out": outside(seen),
        "too low for a hand": small_targets(seen) if not isinstance(seen, QAbstractItemView) else [],
    }
    return [f"{what}: {one}" for what, all_of in found.items() for one in all_of]


def order(seen: QWidget, window: MainWindow) -> list[QWidget]:
    """What Tab goes through on the page, or in the dialog from its beginning."""
    if not isinstance(seen, QDialog):
        window.rail.take_keyboard()
        return [one for one in tab_order(seen) if window.page.isAncestorOf(one)]
    found = tab_order(seen)
    first = seen.nextInFocusChain()
    while first is not None and first not in found:
        first = first.nextInFocusChain()
    assert first is not None
    # What had the keyboard first comes last on the way round.
    return [*found[found.index(first) :], *found[: found.index(first)]]


def keep(seen: QWidget, name: str, theme: Theme, watch: LoopWatch) -> None:
    """Keep pictures, also of what lies outside of the part of a page that is seen."""
    with watch.paused():
        grab(seen, name, theme, "dark", 2)
        grab(seen, name, theme)
        whole = seen.page.scroller.widget() if isinstance(seen, MainWindow) else None
        if whole is not None and whole.isVisible() and whole.height() > seen.height():
            grab(whole, f"{name}-whole", theme)


@pytest.fixture
def visit(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Visit]:
    visit = Visit(window, qtbot, tmp_path, monkeypatch)
    yield visit
    visit.leave()


@pytest.mark.parametrize("look", sorted(SIGHTS))
@pytest.mark.parametrize(("messages", "size"), _SIZES)
def test_everything_to_be_seen_has_names_and_room_and_an_order(
    visit: Visit, scheme: Theme, look: str, size: tuple[int, int]
) -> None:
    window, watch = visit.window, LoopWatch.at_work
    assert watch is not None
    window.resize(*size)
    seen = SIGHTS[look](visit)
    settle()
    assert seen.isVisible()
    if _KEEPS:
        keep(seen, f"{look}-{window.desk.messages.lang}-{size[0]}", scheme, watch)
    assert walk(seen) == []
    if not isinstance(seen, QAbstractItemView):
        assert in_reading_order(order(seen, window), seen)
