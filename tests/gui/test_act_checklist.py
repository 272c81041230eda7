# SPDX-License-Identifier: Apache-2.0
"""The cards of the page Act where there are many: the first at once, the others a few at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from inspector.app.letters import letters_of
from inspector.app.session import Session
from inspector.app.tasks import Standing
from inspector.gui.act.card import TaskCard
from inspector.gui.pages.act import ActPage
from inspector.gui.window import MainWindow
from tests.gui.hands import focused, inside, whole
from tests.gui.walk import in_reading_order, settle, tab_order

OBJECTION = "linkedin.object.objection"
SERVICES = ["chatgpt", "claude", "linkedin", "x"]


def act(window: MainWindow) -> ActPage:
    window.jump("act")
    assert isinstance(window.page, ActPage)
    return window.page


def seen(page: ActPage) -> list[TaskCard]:
    """The cards as they stand one below the other."""
    settle()
    found = [card for card in page.findChildren(TaskCard) if card.isVisible()]
    return sorted(found, key=lambda card: card.y())


def test_the_first_are_there_at_once_and_none_of_them_moves(
    demo_session: Session, window: MainWindow
) -> None:
    demo_session.declare_services(SERVICES)
    page = act(window)
    first = seen(page)
    places = [card.geometry() for card in first]
    assert first == list(page.cards.values())
    assert 0 < len(first) < 10
    assert first[0].is_unfolded
    assert not page.evidence.leads
    assert focused() is first[0].toggle
    whole(page)
    assert len(page.cards) > 15
    assert seen(page) == list(page.cards.values())
    assert [card.geometry() for card in first] == places
    assert [card for card in page.cards.values() if card.is_unfolded] == first[:1]
    assert focused() is first[0].toggle


def test_tab_goes_down_all_of_them_and_then_to_the_bar(demo_session: Session, window: MainWindow) -> None:
    demo_session.declare_services(SERVICES)
    page = whole(act(window))
    list(page.cards.values())[-1].unfold(on=True)
    settle()
    first = focused()
    order = [first, *(one for one in tab_order(window) if one is not first)]
    within = [one for one in order if inside(page).isAncestorOf(one)]
    assert in_reading_order(within, window)
    assert {card.toggle for card in page.cards.values()} <= set(within)
    assert order[order.index(within[-1]) + 1] is page.evidence


def test_an_answer_that_comes_meanwhile_leaves_no_card_of_the_one_before(
    demo_session: Session, window: MainWindow
) -> None:
    demo_session.declare_services(SERVICES)
    page = act(window)
    demo_session.declare_services(SERVICES[:3])
    window.refresh()
    assert seen(page) == list(page.cards.values())
    whole(page)
    found = seen(page)
    assert found == list(page.cards.values())
    assert not any("Grok" in card.task.title for card in found)


def test_what_was_typed_into_letters_of_one_case_is_not_in_those_of_the_next(
    demo_session: Session, window: MainWindow
) -> None:
    drafts, letter = window.desk.drafts, letters_of(demo_session, "en")[OBJECTION]
    drafts.keep(letter, {"name": "Mara Lindqvist"})
    assert window.desk.drafts.values(letter)["name"] == "Mara Lindqvist"
    window.desk.start_over()
    assert not window.desk.drafts.values(letter)["name"]


def test_what_the_board_leads_to_is_made_where_it_was_not(demo_session: Session, window: MainWindow) -> None:
    demo_session.declare_services(SERVICES)
    page = act(window)
    last = [task for task in page.checklist.tasks if task.standing is Standing.OPEN][-1]
    assert last.id not in page.cards
    page.board.wanted.emit(last.id)
    assert page.cards[last.id].is_unfolded
    assert QApplication.focusWidget() is page.cards[last.id].toggle
    whole(page)
    assert QApplication.focusWidget() is page.cards[last.id].toggle


def test_the_one_with_the_keyboard_keeps_it_when_many_come_before_it(
    demo_session: Session, window: MainWindow
) -> None:
    demo_session.declare_services(["linkedin"])
    page = whole(act(window))
    held = list(page.cards.values())[-1]
    held.toggle.setFocus()
    demo_session.declare_services(SERVICES)
    window.refresh()
    assert page.cards[held.task.id] is held
    assert QApplication.focusWidget() is held.toggle
