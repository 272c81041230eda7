# SPDX-License-Identifier: Apache-2.0
"""Signs that all pages share: what is wrong, what goes on, what comes next, and that there is more below."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QElapsedTimer, QSize, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QScrollArea, QStyle, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector.app.session import Session
from inspector.domain.words import Switch
from inspector.gui.bridge import Bridge
from inspector.gui.collect.big_choice import Positions
from inspector.gui.desk import Desk
from inspector.gui.pages.evidence import EvidencePage
from inspector.gui.theme.fields import WRONG, mark_wrong
from inspector.gui.theme.style import InspectorStyle
from inspector.gui.theme.theme import Theme
from inspector.gui.theme.tokens import DARK, LIGHT, Tokens
from inspector.gui.widgets.buttons import PrimaryButton, SecondaryButton
from inspector.gui.widgets.edges import Edges
from inspector.gui.widgets.lane import ProgressLane
from inspector.gui.widgets.notes import EmptyState, ErrorNote
from inspector.gui.widgets.waiting import Waiting
from inspector.gui.window import MainWindow
from inspector.gui.you.told import ToldLine
from inspector.system.messages import Messages
from tests.gui.pictures import grab

both = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def of_colour(picture: QImage, colour: str) -> int:
    """How many pixels have exactly this colour."""
    return sum(
        picture.pixelColor(x, y).name() == colour
        for x in range(picture.width())
        for y in range(picture.height())
    )


@both
def test_a_field_that_is_wrong_has_a_thick_edge(qtbot: QtBot, scheme: Theme, tokens: Tokens) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(200, 48)
    edge = tokens.on.name()
    assert of_colour(grab(field, "field-fine", scheme, tokens.scheme), edge) == 0
    mark_wrong(field, wrong=True)
    # Two pixels along each of its sides, so that it is not the colour alone that tells it.
    assert of_colour(grab(field, "field-wrong", scheme, tokens.scheme), edge) > 2 * 2 * 180
    mark_wrong(field, wrong=False)
    assert of_colour(grab(field, "field-fine", scheme, tokens.scheme), edge) == 0


def test_what_is_told_is_marked_at_its_fields_until_something_else_is_told(qtbot: QtBot) -> None:
    holder, one, other, told = QWidget(), QLineEdit(), QLineEdit(), ToldLine()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    for part in (one, other, told):
        column.addWidget(part)
    told.tell("This is no day.", about=(one,))
    assert one.property(WRONG)
    told.tell("This is no country.", about=(other,))
    assert not one.property(WRONG)
    assert other.property(WRONG)
    told.tell("Nothing is said of 2024.", wrong=False, about=(other,))
    assert not other.property(WRONG)


def test_a_missing_choice_is_marked_at_both_positions(qtbot: QtBot, desk: Desk, scheme: Theme) -> None:
    positions = Positions(desk)
    qtbot.addWidget(positions)
    positions.resize(positions.sizeHint())
    edge = LIGHT.on.name()
    positions.show_position(Switch.OFF)
    before = of_colour(grab(positions, "positions-fine", scheme), edge)
    mark_wrong(positions.on, wrong=True)
    after = of_colour(grab(positions, "positions-wrong", scheme), edge)
    assert after - before > 4 * positions.off.width()


def moves(lane: ProgressLane) -> bool:
    """Whether it moves now, which a type checker takes for what it was."""
    return lane.is_moving


def test_a_lane_moves_only_while_it_is_seen_and_nothing_is_known(qtbot: QtBot) -> None:
    lane = ProgressLane()
    qtbot.addWidget(lane)
    lane.busy()
    assert not moves(lane)
    lane.show()
    assert moves(lane)
    first = lane.grab().toImage()
    qtbot.waitUntil(lambda: lane.grab().toImage() != first, timeout=2000)
    lane.tell(12, 40)
    assert not moves(lane)
    assert (lane.value(), lane.maximum()) == (12, 40)
    lane.tell(99, 40)
    assert lane.value() == 40
    lane.busy()
    lane.hide()
    assert not moves(lane)


def test_nothing_moves_where_the_system_wants_no_motion(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = InspectorStyle.styleHint

    def still(style: InspectorStyle, hint: QStyle.StyleHint, *rest: object) -> int:
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return usual(style, hint, *rest)  # type: ignore[arg-type] # what Qt hands over is handed on

    monkeypatch.setattr(InspectorStyle, "styleHint", still)
    lane = ProgressLane()
    qtbot.addWidget(lane)
    lane.busy()
    lane.show()
    assert not lane.is_moving


def test_waiting_says_what_is_weighed_and_counts_the_seconds(
    qtbot: QtBot, demo_session: Session, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = Waiting(window.desk)
    qtbot.addWidget(waiting)
    waiting.show()
    assert waiting.title.text() == "Your answer is being worked out."
    assert waiting.what.text() == "One file is weighed."
    assert waiting.passed.text() == "0 seconds so far."
    assert moves(waiting.lane)
    monkeypatch.setattr(QElapsedTimer, "elapsed", lambda _clock: 3_200)
    qtbot.waitUntil(lambda: waiting.passed.text() == "3 seconds so far.", timeout=3000)
    waiting.hide()
    assert not moves(waiting.lane)


def test_before_the_catalog_is_there_waiting_says_so(qtbot: QtBot) -> None:
    waiting = Waiting(Desk(Messages(), Bridge()))
    qtbot.addWidget(waiting)
    assert waiting.title.text() == "The program is getting ready."


def test_what_scrolls_fades_out_where_there_is_more(qtbot: QtBot) -> None:
    area, long = QScrollArea(), QLabel("words\n" * 200)
    qtbot.addWidget(area)
    area.setWidget(long)
    edges = Edges(area)
    area.resize(300, 200)
    area.show()
    assert (edges.above.isVisible(), edges.below.isVisible()) == (False, True)
    assert edges.below.geometry().bottom() == area.viewport().geometry().bottom()
    area.verticalScrollBar().setValue(50)
    assert (edges.above.isVisible(), edges.below.isVisible()) == (True, True)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert (edges.above.isVisible(), edges.below.isVisible()) == (True, False)
    assert edges.below.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_what_is_revealed_lies_above_the_fading(
    qtbot: QtBot, demo_session: Session, window: MainWindow
) -> None:
    window.jump("evidence")
    page = window.page
    assert isinstance(page, EvidencePage)
    last = page.checking.folder
    page.reveal(last)

    def is_seen() -> bool:
        view = page.scroller.viewport()
        bottom = last.mapTo(view, last.rect().bottomLeft()).y()
        return 0 < bottom <= view.height() - page.edges.below.height()

    qtbot.waitUntil(is_seen, timeout=2000)


@pytest.mark.parametrize("kind", [PrimaryButton, SecondaryButton])
def test_what_leads_is_set_in_strong_words(
    qtbot: QtBot, scheme: Theme, kind: Callable[[str], PrimaryButton | SecondaryButton]
) -> None:
    button = kind("Go on")
    qtbot.addWidget(button)
    for on in (True, False):
        button.lead(on=on)
        assert button.leads is on
        assert (button.font().weight() == QFont.Weight.DemiBold) is on
        button.resize(button.sizeHint())
        filled = of_colour(grab(button, f"lead-{on}", scheme), LIGHT.accent.name())
        assert (filled > 1000) is on


@both
def test_what_cannot_be_done_lies_flat_whatever_it_is(qtbot: QtBot, scheme: Theme, tokens: Tokens) -> None:
    for kind in (PrimaryButton, SecondaryButton):
        button = kind("Go on")
        qtbot.addWidget(button)
        button.setEnabled(False)
        button.resize(button.sizeHint())
        picture = grab(button, "idle", scheme, tokens.scheme)
        assert picture.pixelColor(8, button.height() // 2) == tokens.paper


def test_where_there_is_nothing_one_way_on_leads(qtbot: QtBot) -> None:
    first, second = SecondaryButton("Add what you have"), SecondaryButton("I remember…")
    empty = EmptyState("", "Nothing is here yet.", first, second)
    qtbot.addWidget(empty)
    assert (first.leads, second.leads) == (True, False)
    assert not empty.title.isVisibleTo(empty)


@both
def test_a_note_has_its_bar_along_the_edge_in_a_card_and_alone(
    qtbot: QtBot, scheme: Theme, tokens: Tokens
) -> None:
    for within, edge in ((False, 2), (True, 2)):
        note = ErrorNote("It did not work.", within=within)
        qtbot.addWidget(note)
        note.resize(QSize(300, 80))
        picture = grab(note, f"note-{within}", scheme, tokens.scheme)
        assert picture.pixelColor(edge + 1, 40) == tokens.on
        assert picture.pixelColor(edge + 6, 40) == (tokens.hover if within else tokens.card)
