# SPDX-License-Identifier: Apache-2.0
"""A page of many findings: put together a few at a time, kept while one of them is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.app import specs
from inspector.app.session import Session
from inspector.gui.dialogs.remember import RememberDialog
from inspector.gui.pages.findings import FindingsPage
from inspector.gui.window import MainWindow
from tests.gui.hands import opened
from tests.gui.travel import SOON, click, turn_to
from tests.gui.walk import in_reading_order, settle, tab_order

pytestmark = pytest.mark.usefixtures("as_shipped")


@pytest.fixture
def page(window: MainWindow, session: Session, qtbot: QtBot) -> FindingsPage:
    session.declare_residence(specs.residence("US", session.catalog))
    session.declare_services([entry.id for entry in session.catalog.services()])
    turn_to(window, "findings", by_click=True)
    window.page.session_changed.emit()
    page = window.page
    assert isinstance(page, FindingsPage)
    qtbot.waitUntil(lambda: page.view is not None and window.stack.currentWidget() is page, timeout=SOON)
    return page


def whole(page: FindingsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.deck is not None and page.deck.is_whole, timeout=SOON)
    settle()


def test_a_part_of_the_cards_is_there_at_once_and_all_of_them_soon(page: FindingsPage, qtbot: QtBot) -> None:
    assert page.view is not None
    details = page.view.details
    page.deck = None
    page.back()
    assert 0 < len(page.cards) < len(details)
    whole(page, qtbot)
    assert [card.words for card in page.cards] == [one.card for one in details]


def test_tab_goes_through_all_cards_and_ends_in_the_bar(
    page: FindingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    whole(page, qtbot)
    for _ in range(2):
        window.rail.take_keyboard()
        found = [one for one in tab_order(window, most=400) if page.isAncestorOf(one)]
        assert [one for one in found if one in page.cards][-1] is page.cards[-1]
        assert in_reading_order(found, window)
        page.cards[3].opened.emit()
        page.back()
        settle()


def test_going_back_shows_the_same_cards_at_the_one_that_was_open(
    page: FindingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    whole(page, qtbot)
    cards = page.cards
    far = cards[-2]
    click(far)
    assert not page.cards
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    assert page.cards is cards
    assert QApplication.focusWidget() is far
    view = page.scroller.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(far.mapTo(view, QPoint(0, 0))), timeout=SOON)


def test_a_new_answer_brings_new_cards(page: FindingsPage, session: Session, qtbot: QtBot) -> None:
    whole(page, qtbot)
    before = page.deck
    control = page.cards[0].words.control
    session.say(specs.declared(f"{control}=off@2026-01-01", session.catalog))
    page.session_changed.emit()
    qtbot.waitUntil(lambda: page.deck is not before, timeout=SOON)
    whole(page, qtbot)
    assert next(card for card in page.cards if card.words.control == control).words.state == "off"


def test_with_nothing_to_answer_from_one_can_still_say_what_one_remembers(
    window: MainWindow, qtbot: QtBot
) -> None:
    for name in ("findings", "act"):
        turn_to(window, name, by_click=True)
        qtbot.waitUntil(lambda: window.stack.currentWidget() is window.page, timeout=SOON)
        window.page.open_remember()
        dialog = opened(window, RememberDialog)
        assert dialog.form.control.isVisible()
        dialog.reject()
