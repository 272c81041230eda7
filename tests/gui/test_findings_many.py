# SPDX-License-Identifier: Apache-2.0
"""A page of many findings: put together a few at a time, kept while one of them is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.app import specs
from inspector.app.findings.choosing import Arrangement, arranged
from inspector.app.session import Session
from inspector.gui.dialogs.remember import RememberDialog
from inspector.gui.pages.findings import FindingsPage
from inspector.gui.widgets.buttons import SecondaryButton
from inspector.gui.widgets.text import TextBlock
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
    shown = [one.card for group in arranged(details, Arrangement()) for one in group.details]
    assert [card.words for card in page.cards] == shown


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


def test_a_state_is_chosen_by_click_and_the_table_follows(page: FindingsPage, qtbot: QtBot) -> None:
    whole(page, qtbot)
    assert page.view is not None
    assert page.chooser is not None
    click(page.chooser.which.segments[1])
    whole(page, qtbot)
    code = page.chooser.which.code
    shown = [one.card.title for one in page.view.details if one.card.state == code]
    assert 0 < len(shown) < len(page.view.details)
    assert sorted(card.words.title for card in page.cards) == sorted(shown)
    assert page.chooser.told.text() == f"{len(shown)} of {len(page.view.details)} are shown."
    page.change_sides()
    assert page.table is not None
    assert len(page.table.rows.table.rows) == len(shown)
    page.table.opened.emit(0)
    assert page.detail is not None
    assert page.detail.detail.card.state == code


def test_typing_finds_a_service_and_what_nothing_fits_says_what_to_do(
    page: FindingsPage, qtbot: QtBot
) -> None:
    whole(page, qtbot)
    assert page.chooser is not None
    assert page.deck is not None
    field = page.chooser.wanted
    field.setFocus()
    QTest.keyClicks(field, "linkedin")
    whole(page, qtbot)
    assert {card.words.service for card in page.cards} == {"LinkedIn"}
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "xyz")
    assert not page.cards
    assert "None of your findings" in words(page.deck)
    (every,) = (one for one in page.deck.findChildren(SecondaryButton) if one.isVisible())
    click(every)
    assert not field.text()
    whole(page, qtbot)
    assert page.view is not None
    assert len(page.cards) == len(page.view.details)


def test_arrow_keys_choose_an_order_and_tab_still_goes_down_the_page(
    page: FindingsPage, window: MainWindow, qtbot: QtBot
) -> None:
    whole(page, qtbot)
    assert page.chooser is not None
    page.chooser.order.segments[0].setFocus()
    QTest.keyClick(page.chooser.order.segments[0], Qt.Key.Key_Right)
    assert page.chooser.order.code == "service"
    whole(page, qtbot)
    names = [card.words.service.casefold() for card in page.cards]
    assert names == sorted(names)
    window.rail.take_keyboard()
    found = [one for one in tab_order(window, most=400) if page.isAncestorOf(one)]
    assert in_reading_order(found, window)


def test_what_was_chosen_stays_chosen_when_the_answer_changes(
    page: FindingsPage, session: Session, qtbot: QtBot
) -> None:
    whole(page, qtbot)
    assert page.chooser is not None
    page.chooser.order.choose("newest")
    before = page.deck
    session.say(specs.declared("linkedin/generative-ai-improvement=off@2026-01-01", session.catalog))
    page.session_changed.emit()
    qtbot.waitUntil(lambda: page.deck is not before, timeout=SOON)
    whole(page, qtbot)
    assert page.chooser.order.code == "newest"


def words(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(TextBlock) if one.isVisibleTo(widget))
