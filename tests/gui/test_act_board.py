# SPDX-License-Identifier: Apache-2.0
"""The board of days on Act: what runs, how far it is in words, and where a row leads."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from inspector.app.board import note_request
from inspector.app.letters import mark
from inspector.app.session import Session
from inspector.cases.acts import ActKind
from inspector.cases.requests import requested
from inspector.gui.act.request import RequestDialog
from inspector.gui.pages.act import ActPage
from inspector.gui.pages.collect import CollectPage
from inspector.gui.window import MainWindow
from inspector.system.clock import today
from tests.gui.hands import opened, texts, whole

OBJECTION = "linkedin.object.objection"


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")


def act(window: MainWindow) -> ActPage:
    window.jump("act")
    assert isinstance(window.page, ActPage)
    return whole(window.page)


def rows(page: ActPage) -> list[list[str]]:
    grid = page.board.grid
    if grid is None:
        return []
    columns = range(grid.rows.columnCount())
    return [[str(grid.rows.index(row, at).data()) for at in columns] for row in range(grid.rows.rowCount())]


def send(session: Session, days_ago: int) -> None:
    mark(session, OBJECTION, ActKind.SENT, today() - timedelta(days=days_ago))
    mark(session, OBJECTION, ActKind.RECEIVED, today() - timedelta(days=days_ago))


def test_without_a_clock_there_is_no_board(demo_session: Session, window: MainWindow) -> None:
    page = act(window)
    assert not page.board.isVisible()
    assert page.asked.isVisible()


def test_an_overdue_answer_says_so_in_words_and_leads_to_its_card(
    demo_session: Session, window: MainWindow
) -> None:
    send(demo_session, 70)
    page = act(window)
    assert page.board.isVisible()
    (row,) = rows(page)
    assert row[1].startswith("overdue by ")
    assert row[2] == "LinkedIn"
    assert page.board.grid is not None
    page.board.grid.take_keyboard()
    QTest.keyClick(page.board.grid, Qt.Key.Key_Return)
    card = page.cards[OBJECTION]
    assert card.is_unfolded
    assert QApplication.focusWidget() is card.toggle


def test_of_many_clocks_a_part_can_be_chosen(demo_session: Session, window: MainWindow) -> None:
    send(demo_session, 70)
    page = act(window)
    assert not page.board.which.isVisible()
    for service in ("google", "reddit", "spotify", "chatgpt"):
        note_request(demo_session, service, today())
    window.refresh()
    assert page.board.which.isVisible()
    assert len(rows(page)) == 5
    page.board.which.choose("overdue")
    assert [row[2] for row in rows(page)] == ["LinkedIn"]
    page.board.which.choose("soon")
    assert len(rows(page)) == 5
    for service in ("google", "reddit", "spotify"):
        note_request(demo_session, service, None)
    page.board.which.choose("overdue")
    window.refresh()
    assert len(rows(page)) == 2, "of few all are shown"


def test_an_archive_that_was_asked_for_is_noted_and_taken_back(
    demo_session: Session, window: MainWindow
) -> None:
    page = act(window)
    page.asked.click()
    dialog = opened(window, RequestDialog)
    assert not dialog.notes.isEnabled()
    QTest.keyClicks(dialog.which, "Spotify")
    assert dialog.notes.isEnabled()
    dialog.row.field.setDate(QDate(2099, 1, 1))
    assert not dialog.notes.isEnabled()
    assert "has not come yet" in dialog.told.text()
    dialog.row.show_day(today() - timedelta(days=1))
    dialog.notes.click()
    assert requested(demo_session.case.acts) == {"spotify": today() - timedelta(days=1)}
    assert [row[2] for row in rows(page)] == ["Spotify"]
    page.asked.click()
    again = opened(window, RequestDialog)
    assert not again.takes_back.isVisible()
    QTest.keyClicks(again.which, "Spotify")
    assert "You noted 21 November 2026" in again.told.text()
    again.takes_back.click()
    assert requested(demo_session.case.acts) == {}
    assert rows(page) == []


def test_it_can_be_noted_where_it_is_told_how_to_ask(window: MainWindow) -> None:
    window.jump("collect")
    page = window.page
    assert isinstance(page, CollectPage)
    page.how_tos.choose("linkedin")
    section = page.how_tos.sections["linkedin"]
    assert section.asked.isHidden()
    section.asks.click()
    dialog = opened(window, RequestDialog)
    assert dialog.service == "linkedin"
    assert dialog.row.field.hasFocus()
    dialog.notes.click()
    assert section.asked.text().startswith("You asked for it on 22 November 2026.")
    assert [row[2] for row in rows(act(window))] == ["LinkedIn"]


def test_an_archive_can_be_noted_before_anything_is_known(window: MainWindow) -> None:
    page = act(window)
    assert page.empty.isVisible()
    assert "I asked for an archive…" in texts(page.empty)
    note_request(window.desk.session, "spotify", today())
    window.refresh()
    assert page.board.isVisible()
