# SPDX-License-Identifier: Apache-2.0
"""The page of findings as tables, and how long it takes to open one finding."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyledItemDelegate

from inspector.app.session import Session
from inspector.gui.findings.grid import Grid
from inspector.gui.theme.measures import steps
from inspector.gui.widgets.columns import shares
from inspector.gui.window import MainWindow
from tests.gui.hands import fill
from tests.gui.loopwatch import LoopWatch
from tests.gui.test_findings_page import LEFT, is_open, opened, panel_of, press, show
from tests.gui.walk import settle


@pytest.mark.usefixtures("demo_session")
def test_t_shows_the_same_facts_as_a_table_and_tab_leaves_it(window: MainWindow) -> None:
    _, detail = opened(window)
    press(QApplication.focusWidget(), Qt.Key.Key_T)
    assert detail.table.isVisible()
    assert not detail.timeline.isVisible()
    assert QApplication.focusWidget() is detail.table
    press(detail.table, Qt.Key.Key_Return)
    assert panel_of(detail).isVisible()
    detail.hide_evidence()
    press(detail.table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not detail.table
    press(QApplication.focusWidget(), Qt.Key.Key_T)
    assert detail.timeline.isVisible()


def test_t_on_the_cards_lists_all_findings(window: MainWindow, session: Session, tmp_path: Path) -> None:
    fill(session, 10, tmp_path)
    page = show(window)
    window.jump("findings")
    press(QApplication.focusWidget(), Qt.Key.Key_T)
    assert page.table is not None
    assert page.table.rows.rowCount() == 2
    press(page.table, Qt.Key.Key_Return)
    assert page.detail is not None


def test_a_link_below_the_cards_leads_to_the_table_and_back(
    window: MainWindow, session: Session, tmp_path: Path
) -> None:
    fill(session, 10, tmp_path)
    page = show(window)
    assert page.side_link.text() == "Show as table (T)"
    QTest.mouseClick(page.side_link, LEFT)
    assert isinstance(QApplication.focusWidget(), Grid)
    assert page.side_link.text() == "Show as cards (T)"
    assert not page.cards
    QTest.mouseClick(page.side_link, LEFT)
    assert len(page.cards) == 2
    QTest.mouseClick(page.cards[0], LEFT, pos=QPoint(40, 20))
    assert is_open(page)
    assert not page.side_link.isVisible()


def test_without_a_finding_no_table_is_offered(window: MainWindow) -> None:
    assert not show(window).side_link.isVisible()


@pytest.mark.usefixtures("demo_session")
def test_opening_a_finding_takes_less_than_a_tenth_of_a_second(
    window: MainWindow, loop_watch: LoopWatch
) -> None:
    """The best of a few times, in this thread's own time: others may have the processors meanwhile."""
    page = show(window)
    assert page.view is not None
    detail, taken = page.view.details[0], []
    with loop_watch.paused():
        for _ in range(5):
            begun = time.thread_time()
            page.open_detail(detail)
            QApplication.sendPostedEvents()
            page.repaint()
            taken.append(time.thread_time() - begun)
            page.back()
            settle()
    assert min(taken) < 0.1


@pytest.mark.parametrize(
    ("room", "weights", "least", "expected"),
    [
        (100, (1, 1), (10, 10), [50, 50]),
        (100, (9, 1), (10, 40), [60, 40]),
        (101, (1, 1, 1), (0, 0, 0), [33, 33, 35]),
        (50, (1, 1), (40, 40), [40, 40]),
        (90, (8, 1, 1), (0, 20, 20), [50, 20, 20]),
    ],
)
def test_columns_share_the_width_and_none_is_narrower_than_its_head(
    room: int, weights: tuple[int, ...], least: tuple[int, ...], expected: list[int]
) -> None:
    assert shares(room, weights, least) == expected


@pytest.mark.parametrize("width", [900, 1180, 1600])
@pytest.mark.usefixtures("demo_session")
def test_no_word_in_a_table_is_wider_than_its_column(window: MainWindow, width: int) -> None:
    window.resize(width, 700)
    _, detail = opened(window)
    detail.change()
    settle()
    grid = detail.table
    metrics = QFontMetrics(grid.font())
    delegate = grid.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    for row in grid.rows.table.rows:
        for column, cell in enumerate(row):
            words = delegate.displayText(cell, grid.locale()).split(" ")
            assert max(map(metrics.horizontalAdvance, words)) <= grid.columnWidth(column) - steps(4)
