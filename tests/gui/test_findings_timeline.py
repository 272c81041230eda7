# SPDX-License-Identifier: Apache-2.0
"""The painted timeline: zoom, pan, keyboard, textures and what a screen reader hears of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from inspector.app.findings.shapes import Detail
from inspector.app.findings_view import findings_view
from inspector.gui.findings.inks import ink, mixed
from inspector.gui.findings.layout import PlotLayout
from inspector.gui.findings.models import TableModel
from inspector.gui.findings.timeline import TimelineView
from inspector.gui.theme.theme import Theme
from inspector.gui.theme.tokens import DARK, LIGHT, Tokens, contrast
from inspector.report.timeline import Segment
from inspector.system.messages import Messages
from tests.unit.app.cases import scenario

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def detail(number: int, folder: Path) -> Detail:
    session = scenario(number, folder)
    return findings_view(session.inspection(), session.catalog, Messages(), NOW).details[0]


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[TimelineView]:
    view = TimelineView(detail(6, tmp_path).plot)
    qtbot.addWidget(view)
    view.resize(800, view.sizeHint().height())
    with qtbot.waitExposed(view):
        view.show()
    yield view
    view.close()


def test_a_soft_edge_is_exactly_as_wide_as_the_uncertainty(theme: Theme, tmp_path: Path) -> None:
    layout = PlotLayout(detail(1, tmp_path).plot, 900)
    lane = next(lane for lane in layout.lanes if lane.track.kind == "sharing")
    on = next(one for one in lane.segments if one.texture == "full")
    rising = [x for x, opacity in on.fade if opacity < 1]
    assert rising[0] == layout.scale.x(datetime(2024, 8, 1, tzinfo=UTC))
    full = next(x for x, opacity in on.fade if opacity == 1)
    assert full == layout.scale.x(datetime(2024, 9, 18, 23, 59, 59, tzinfo=UTC))


def test_what_a_picture_showed_is_solid_where_it_showed_it(theme: Theme, tmp_path: Path) -> None:
    layout = PlotLayout(detail(6, tmp_path).plot, 900)
    solid = [one for lane in layout.lanes for one in lane.segments if one.strength == "solid"]
    assert [one.texture for one in solid] == ["full", "line", "full"]
    x = layout.scale.x(datetime(2025, 6, 1, 12, tzinfo=UTC))
    assert solid[1].x0 <= x <= solid[1].x1


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("texture", ["full", "line", "hatch"])
@pytest.mark.parametrize("strength", ["solid", "light", "outline"])
def test_every_texture_stands_out_from_the_card(tokens: Tokens, texture: str, strength: str) -> None:
    segment = Segment(texture, strength, 0, 9, ((0, 1.0), (9, 1.0)))  # type: ignore[arg-type] # parametrized literals
    assert contrast(ink(segment, "sharing", tokens), tokens.card) >= 3


def test_mixing_goes_from_ground_to_colour() -> None:
    black, white = QColor("black"), QColor("white")
    assert mixed(black, white, 1.0) == black
    assert mixed(black, white, 0.0) == white


@pytest.mark.parametrize("width", [500, 640, 780, 900, 1400])
@pytest.mark.parametrize("number", [6, 10])
def test_marks_never_cover_each_other(theme: Theme, width: int, number: int, tmp_path: Path) -> None:
    layout = PlotLayout(detail(number, tmp_path).plot, width)
    for band in (layout.events, layout.readings):
        for before, after in pairwise(band):
            assert before.seen.right() <= after.seen.left()


def test_keys_zoom_move_and_go_through_the_marks(view: TimelineView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom == pytest.approx(2.25)
    at = view.offset
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.offset > at
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.offset == pytest.approx(at)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert (view.zoom, view.offset) == (1.0, 0.0)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.chosen == 0
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.chosen == len(view.items) - 1
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.chosen == len(view.items) - 2


def test_a_chosen_mark_out_of_sight_is_moved_into_it(view: TimelineView) -> None:
    view.magnify(16)
    view.move_to(0)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.rect().contains(view.place_of(len(view.items) - 1).center().toPoint())


def test_ctrl_and_the_wheel_zoom_round_the_pointer(view: TimelineView) -> None:
    at = QPointF(500, 60)
    before = (view.offset + at.x()) / view.zoom
    wheel = QWheelEvent(
        at,
        view.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, wheel)
    assert view.zoom > 1
    assert view.offset > 0
    assert before > 0


def test_dragging_pans_and_opens_nothing(view: TimelineView, qtbot: QtBot) -> None:
    view.magnify(4)
    view.move_to(600)
    with qtbot.assertNotEmitted(view.asked):
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(500, 60))
        QTest.mouseMove(view, QPoint(450, 60))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(450, 60))
    assert view.offset == pytest.approx(650)


def test_enter_and_click_ask_for_the_same_evidence(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.asked) as by_key:
        view.choose(len(view.items) - 1)
        QTest.keyClick(view, Qt.Key.Key_Return)
    place = view.place_of(len(view.items) - 1).center().toPoint()
    with qtbot.waitSignal(view.asked) as by_click:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert by_key.args == by_click.args


def test_a_screen_reader_hears_the_facts_and_the_mark_that_is_looked_at(view: TimelineView) -> None:
    interface = QAccessible.queryAccessibleInterface(view)
    described = interface.text(QAccessible.Text.Description)
    assert "ON from some day between 1 June 2025 and 1 February 2026 until now." in described
    assert "Reading, 1 June 2025" in described
    view.choose(0)
    assert view.items[0].title in interface.text(QAccessible.Text.Name)


def test_models_are_sound(qtmodeltester: ModelTester, tmp_path: Path) -> None:
    one = detail(1, tmp_path)
    for table in (one.table, one.months):
        model = TableModel(table)
        qtmodeltester.check(model)
        assert model.rowCount() == len(table.rows)
        assert model.headerData(0, Qt.Orientation.Horizontal) == table.titles[0]
