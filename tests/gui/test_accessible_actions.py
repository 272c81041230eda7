# SPDX-License-Identifier: Apache-2.0
"""What a screen reader does with things of our own: it presses and checks them without a click or a key."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.collect.big_choice import Positions
from inspector.gui.desk import Desk
from inspector.gui.pages.collect import CollectPage
from inspector.gui.pages.start import StartPage
from inspector.gui.pages.you import YouPage
from inspector.gui.window import MainWindow
from tests.gui.travel import SOON, arrive


def act(widget: QWidget, action: str) -> None:
    """Do one of the actions that a widget offers; it must offer it."""
    found = QAccessible.queryAccessibleInterface(widget).actionInterface()
    assert action in found.actionNames(), found.actionNames()
    found.doAction(action)


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def test_a_card_that_opens_is_a_button_and_can_be_pressed(window: MainWindow, qtbot: QtBot) -> None:
    start = arrive(window, qtbot, StartPage)
    card = start.steps[0]
    assert role(card) is QAccessible.Role.Button
    act(card, "Press")
    arrive(window, qtbot, YouPage)


def test_a_page_of_the_rail_is_one_of_several_and_is_shown_once_it_is_checked(
    window: MainWindow, qtbot: QtBot
) -> None:
    item = window.rail.item("collect")
    assert role(item) is QAccessible.Role.RadioButton
    act(item, "Toggle")
    arrive(window, qtbot, CollectPage)
    assert not window.rail.item("start").isChecked()


@pytest.mark.parametrize("position", ["on", "off"])
def test_a_position_is_chosen_once_it_is_checked(desk: Desk, qtbot: QtBot, position: str) -> None:
    positions = Positions(desk)
    qtbot.addWidget(positions)
    choice = positions.on if position == "on" else positions.off
    assert role(choice) is QAccessible.Role.RadioButton
    with qtbot.waitSignal(positions.chosen, timeout=SOON):
        act(choice, "Toggle")
    assert positions.position == position
    with qtbot.assertNotEmitted(positions.chosen):
        positions.show_position(None)


def test_how_to_get_an_archive_unfolds_once_it_is_checked(window: MainWindow, qtbot: QtBot) -> None:
    window.go("collect")
    how_tos = arrive(window, qtbot, CollectPage).how_tos
    for service in ("chatgpt", "linkedin"):
        act(how_tos.choices[service], "Toggle")
        assert [name for name, one in how_tos.sections.items() if not one.isHidden()] == [service]
    act(how_tos.choices["linkedin"], "Toggle")
    assert all(one.isHidden() for one in how_tos.sections.values())
