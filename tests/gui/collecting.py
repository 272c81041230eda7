# SPDX-License-Identifier: Apache-2.0
"""What tests of the page Collect look at: where the items stand, and the words on their cards."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtTest import QTest

from inspector.app.intake import Stage
from inspector.gui.pages.collect import CollectPage
from inspector.gui.window import MainWindow
from tests.gui.walk import settle

PATIENCE: Final = 30
"""Seconds in which anything of the tests is read, also on a busy computer."""


def at_collect(window: MainWindow) -> CollectPage:
    """Go to the page."""
    window.jump("collect")
    page = window.page
    assert isinstance(page, CollectPage)
    return page


def processes() -> set[int]:
    """The processes that this one has started and that still run, as Linux shows them."""
    found: set[int] = set()
    for task in Path("/proc/self/task").glob("*/children"):
        found.update(map(int, task.read_text("ascii").split()))
    return found


def until(condition: Callable[[], bool]) -> None:
    """Let the window live until something holds."""
    ends = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < ends
        QTest.qWait(5)
    settle()


def stages(page: CollectPage) -> list[Stage]:
    """Where the items stand, in their order."""
    return [item.stage for item in page.queue.intake.items]


def at_rest(page: CollectPage, items: int) -> None:
    """Wait until so many items are there and nothing is read any more."""
    until(lambda: len(stages(page)) == items and not page.queue.underway and not page.desk.bridge.busy)


def words(page: CollectPage, number: int = 0) -> str:
    """What stands on a card, its buttons left out."""
    card = page.view.cards[number]
    parts = [card.chip, card.words, card.asides]
    if card.lock is not None:
        parts += [card.lock.title, card.lock.text, card.lock.told.words]
    parts += [words for note in card.notes for words in (note.what, note.means)]
    return " ".join(part.text() for part in parts if part.isVisibleTo(card) and part.text())
