# SPDX-License-Identifier: Apache-2.0
"""The part of a picture that stands beside its reading: round the row, inside the picture, not too large."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from inspector.captures.crops import crop_of
from inspector.captures.text.lines import Box
from inspector.domain.captured import Pixels, Setting
from tests.unit.captures.drawn import GREEN, Page


def setting(pixels: Pixels) -> Setting:
    return Setting(None, None, "words", "en", "unknown", "unknown", 0.0, asked=True, why=(), pixels=pixels)


def test_it_reaches_round_words_and_control_and_shows_the_pixels_there() -> None:
    page = Page(600, 300)
    page.slide(500, 100, 1.0, GREEN)
    crop = crop_of(page.picture(), setting(Pixels((40, 100, 300, 20), (500, 100, 51, 31))))
    assert crop is not None
    assert crop.box == (8, 68, 575, 95)
    shown = Image.open(io.BytesIO(crop.png))
    assert shown.size == (575, 95)
    assert shown.getpixel((505 - 8, 115 - 68)) == GREEN


def test_it_ends_where_the_picture_does() -> None:
    crop = crop_of(Page(120, 80).picture(), setting(Pixels((0, 0, 119, 79))))
    assert crop is not None
    assert crop.box == (0, 0, 120, 80)


def test_a_large_row_is_made_smaller_and_keeps_its_box() -> None:
    crop = crop_of(Page(4000, 400).picture(), setting(Pixels((10, 100, 3900, 60))))
    assert crop is not None
    assert crop.box[2] > 3900
    assert Image.open(io.BytesIO(crop.png)).width == 1600


@pytest.mark.parametrize("above", [True, False])
def test_it_cuts_no_word_in_half_that_stands_above_or_below(*, above: bool) -> None:
    page = Page(600, 300)
    row = 58 if above else 140
    page.text(60, row, "LinkedIn and others", 16)
    crop = crop_of(page.picture(), setting(Pixels((40, 100, 300, 20), (500, 100, 51, 20))))
    assert crop is not None
    edge = crop.box[1] if above else crop.box[1] + crop.box[3]
    rows = page.picture().part(Box(60, edge - 1, 200, 2))
    assert (rows == 255).all()


def test_where_no_row_is_calm_the_room_stays_what_it_is() -> None:
    page = Page(600, 300)
    for row in range(300):
        page.image.putpixel((50 + row % 7, row), (row % 2 * 200, 90, 30))
    crop = crop_of(page.picture(), setting(Pixels((40, 100, 300, 20), (500, 100, 51, 31))))
    assert crop is not None
    assert crop.box == (8, 68, 575, 95)


@pytest.mark.parametrize("pixels", [Pixels()])
def test_without_a_place_there_is_none(pixels: Pixels) -> None:
    assert crop_of(Page().picture(), setting(pixels)) is None
