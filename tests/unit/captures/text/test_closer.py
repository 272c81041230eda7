# SPDX-License-Identifier: Apache-2.0
"""Small letters of a large picture are looked at again from closer by, within the memory of one look."""

from __future__ import annotations

from itertools import pairwise

import pytest

from inspector.captures.labels.index import LabelIndex
from inspector.captures.look import looking
from inspector.captures.text.detect import MOST_PIXELS, scale_for
from inspector.captures.text.engine import Engine, bands, closer_than
from inspector.captures.text.lines import Box
from inspector.catalog.index import Catalog
from tests.unit.captures.drawn import GREY, Page

LABEL = "Use my data for training content creation AI models"


@pytest.mark.parametrize(("width", "height"), [(3840, 2160), (7680, 4320), (900, 300), (9000, 8800)])
@pytest.mark.parametrize("scale", [0.5, 0.8, 1.0])
def test_bands_cover_a_piece_overlap_and_are_small_enough(width: int, height: int, scale: float) -> None:
    piece = Box(0, 100, width, height)
    found = bands(piece, scale)
    assert found[0].y == piece.y
    assert found[-1].bottom == piece.bottom
    assert all(lower.y < upper.bottom for upper, lower in pairwise(found))
    assert all(band.width == width for band in found)
    assert all(band.width * band.height * scale**2 <= MOST_PIXELS or band.height == 200 for band in found)


def test_only_small_lines_of_a_shrunk_picture_want_a_closer_look() -> None:
    small = [Box(0, 40 * row, 300, 26) for row in range(8)]
    large = [Box(0, 40 * row, 300, 60) for row in range(8)]
    assert closer_than(0.5, small) == 1.0
    assert closer_than(0.7, small) == pytest.approx(1.0)
    assert closer_than(0.5, large) is None
    assert closer_than(1.0, small) is None
    assert closer_than(0.5, []) is None


def test_a_phone_is_looked_at_as_wide_as_its_letters_need() -> None:
    assert scale_for(1170, 2532) == pytest.approx(736 / 1170)
    assert scale_for(412, 900) == pytest.approx(736 / 412)
    assert scale_for(1920, 1080) == pytest.approx(1.0, abs=0.05)


def test_the_letters_of_a_desktop_of_3840_pixels_are_read() -> None:
    page = Page(3840, 2160)
    page.text(1500, 80, "LinkedIn", 20)
    page.text(1500, 140, LABEL, 14)
    page.slide(2240, 136, 0.0, GREY)
    for row in range(8):
        page.text(1500, 200 + 24 * row, "What this setting does is explained here at some length.", 13)
    stages = list(looking(page.picture(), Engine(), LabelIndex(Catalog.load().services())))
    assert [one.control for one in stages] == ["linkedin/generative-ai-improvement"] * 2
    assert [one.whole for one in stages] == [False, True]
    assert (stages[-1].state, stages[-1].asked) == ("off", False)
