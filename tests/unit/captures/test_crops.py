# SPDX-License-Identifier: Apache-2.0
"""The part of a picture that stands beside its reading: round the row, inside the picture, not too large."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from inspector.captures.crops import crop_of
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


@pytest.mark.parametrize("pixels", [Pixels()])
def test_without_a_place_there_is_none(pixels: Pixels) -> None:
    assert crop_of(Page().picture(), setting(pixels)) is None
