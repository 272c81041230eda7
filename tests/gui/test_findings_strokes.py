# SPDX-License-Identifier: Apache-2.0
"""What is painted over what: lines beside fading bars, words on tracks, marks near their times."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from inspector.gui.findings.labels import label_places
from inspector.gui.findings.layout import PlotLayout
from inspector.gui.findings.overlaps import legible
from inspector.gui.theme.theme import Theme
from inspector.report.timeline import Segment
from tests.gui.test_findings_timeline import detail

FADING = Segment("full", "light", 0, 100, ((0, 1.0), (40, 1.0), (100, 0.0)))
COMING = Segment("line", "light", 40, 160, ((40, 0.0), (100, 1.0), (160, 1.0)))


def test_a_line_beside_a_fading_bar_begins_where_it_is_certain() -> None:
    bar, line = legible([FADING, COMING])
    assert bar is FADING
    assert (line.x0, line.x1) == (100, 160)
    assert {opacity for _, opacity in line.fade} == {1.0}


def test_what_no_bar_lies_over_stays_as_it_is() -> None:
    alone = Segment("hatch", "light", 0, 50, ((0, 1.0), (50, 0.0)))
    assert legible([alone, COMING]) == (alone, COMING)


def test_what_was_certain_for_a_moment_and_what_may_be_empty_are_still_seen() -> None:
    moment = Segment("line", "light", 40, 100, ((40, 0.0), (70, 1.0), (100, 0.0)))
    maybe = Segment("line", "light", 40, 100, ((40, 0.0), (70, 0.2), (100, 0.0)))
    found = legible([FADING, moment, maybe])[1:]
    assert [(one.x0, one.x1) for one in found] == [(68, 72), (68, 72)]
    assert [one.fade[0][1] for one in found] == [1.0, 0.5]


@pytest.mark.parametrize("width", [500, 780, 1200])
@pytest.mark.parametrize("number", [3, 6, 13, 17])
def test_words_on_a_track_never_cover_each_other(
    theme: Theme, width: int, number: int, tmp_path: Path
) -> None:
    layout = PlotLayout(detail(number, tmp_path).plot, width)
    for lane in layout.lanes:
        places = [place for place, _ in label_places(lane, 0, layout.room)]
        assert all(one.right() <= other.left() for one, other in pairwise(places))
        assert all(one.left() >= 0 and one.right() <= layout.room for one in places)


def test_every_position_of_a_switch_that_moved_is_named(theme: Theme, tmp_path: Path) -> None:
    layout = PlotLayout(detail(6, tmp_path).plot, 800)
    switch = next(lane for lane in layout.lanes if lane.track.kind == "switch")
    assert [word for _, word in label_places(switch, 0, layout.room)] == ["on", "off", "on"]


@pytest.mark.parametrize("number", [3, 10])
def test_a_mark_stands_near_its_time_or_joins_its_neighbour(
    theme: Theme, number: int, tmp_path: Path
) -> None:
    layout = PlotLayout(detail(number, tmp_path).plot, 800)
    for placed in layout.events:
        assert abs((placed.mark.low + placed.mark.high) / 2 - placed.mark.x) <= 60
