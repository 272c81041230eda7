# SPDX-License-Identifier: Apache-2.0
"""More findings than anybody reads on one page: shown in portions, as cards and as a table alike."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.app import specs
from inspector.app.session import Session
from inspector.gui.pages.findings import FindingsPage
from inspector.gui.window import MainWindow
from tests.gui.hands import press, tab_to
from tests.gui.travel import SOON, arrive, click, turn_to

AT_ONCE = 12


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch, session: Session, window: MainWindow, qtbot: QtBot) -> FindingsPage:
    for place in ("inspector.app.findings.choosing", "inspector.gui.findings.portions"):
        monkeypatch.setattr(f"{place}.PORTION", AT_ONCE)
    session.declare_residence(specs.residence("US", session.catalog))
    session.declare_services([entry.id for entry in session.catalog.services()][:20])
    turn_to(window, "findings", by_click=True)
    page = arrive(window, qtbot, FindingsPage)
    whole(page, qtbot)
    return page


def whole(page: FindingsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.deck is not None and page.deck.is_whole, timeout=SOON)


def keys(page: FindingsPage) -> list[str]:
    return [card.words.key for card in page.cards]


def test_each_finding_is_in_one_portion_and_the_same_ones_are_in_the_table(
    page: FindingsPage, qtbot: QtBot
) -> None:
    assert page.view is not None
    shown: list[str] = []
    while True:
        whole(page, qtbot)
        assert len(page.cards) <= AT_ONCE
        shown += keys(page)
        if page.portions.next.isHidden():
            break
        click(page.portions.next)
    assert sorted(shown) == sorted(one.card.key for one in page.view.details)
    last = len(page.cards)
    page.change_sides()
    assert page.table is not None
    assert page.table.rows.rowCount() == last
    click(page.portions.before)
    assert page.table.rows.rowCount() == AT_ONCE


def test_whoever_turns_by_key_keeps_the_keyboard_where_it_was_or_beside_it(
    page: FindingsPage, qtbot: QtBot
) -> None:
    first = keys(page)
    tab_to(page.portions.next)
    press(Qt.Key.Key_Space)
    while not page.portions.next.isHidden():
        assert page.portions.next.hasFocus()
        press(Qt.Key.Key_Space)
    assert page.portions.before.hasFocus()
    while not page.portions.before.isHidden():
        press(Qt.Key.Key_Space)
    assert page.portions.next.hasFocus()
    whole(page, qtbot)
    assert keys(page) == first


def test_another_choice_begins_at_the_first_portion(page: FindingsPage, qtbot: QtBot) -> None:
    click(page.portions.next)
    assert page.chooser is not None
    page.chooser.order.choose("service")
    whole(page, qtbot)
    assert page.portions.told.text().startswith("1 to ")
    page.cards[0].opened.emit()
    assert page.portions.isHidden()
    page.back()
    assert not page.portions.isHidden()
