# SPDX-License-Identifier: Apache-2.0
"""The twelve main views, light and dark, look as they did, but for how their edges are smoothed.

INSPECTOR_GOLDEN=write writes the pictures anew; look at them before they are kept.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

import tests.gui.sights_answer
import tests.gui.sights_begin
import tests.gui.sights_cases
import tests.gui.sights_confirm
import tests.gui.sights_end  # noqa: F401 - each fills the list of sights
from inspector.gui.theme.measures import USUAL
from inspector.gui.theme.theme import Theme
from inspector.gui.theme.tokens import Scheme
from tests.e2e.program import EPOCH
from tests.gui.loopwatch import own_work
from tests.gui.pictures import grab
from tests.gui.sights import SIGHTS, Visit

pytestmark = pytest.mark.usefixtures("as_shipped")

GOLDEN: Final = Path(__file__).resolve().parents[1] / "golden" / "pictures"
VIEWS: Final = (
    "start_new",
    "you_full",
    "collect_many",
    "confirm_clear",
    "findings_demo",
    "findings_open",
    "findings_open_table",
    "findings_conflict",
    "act_demo",
    "act_letter",
    "evidence_ready",
    "case_new",
)
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
_FAR: Final = 40
"""So far one colour of a pixel may be from what it was, of 255: edges are smoothed a little otherwise."""
_SHARE: Final = 0.0008
"""So many of all pixels may be further; a line of words that changed is more."""
_NOT_OURS: Final = {"confirm_clear": (118, 46, 372, 220)}
"""Where a picture stands that was drawn with the faces of the machine, which are others elsewhere."""
_MOST_BYTES: Final = 60_000
_COLOURS: Final = 128


@pytest.fixture(autouse=True)
def stands_still(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The day is always the same one, and no cursor blinks."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


def halved(image: QImage) -> Image.Image:
    """A picture half as wide and high, in few colours."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (plain.width(), plain.height())
    whole = Image.frombytes("RGB", size, bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine())
    return whole.resize((size[0] // 2, size[1] // 2), Image.Resampling.BOX)


def differing(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that are further from each other than smoothing makes them."""
    if one.size != other.size:
        return 1.0
    red, green, blue = ImageChops.difference(one, other).split()
    furthest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    far = sum(furthest.histogram()[_FAR + 1 :])
    return far / (one.width * one.height)


def compare(found: Image.Image, name: str, folder: Path) -> None:
    kept = GOLDEN / f"{name}.png"
    if os.environ.get("INSPECTOR_GOLDEN") == "write":
        found.quantize(_COLOURS, dither=Image.Dither.NONE).save(kept, optimize=True)
        assert kept.stat().st_size <= _MOST_BYTES
    with Image.open(kept) as file:
        golden = file.convert("RGB")
    for box in (box for view, box in _NOT_OURS.items() if name.startswith(view)):
        found.paste("black", box)
        golden.paste("black", box)
    share = differing(found, golden)
    if share > _SHARE:
        found.save(folder / f"{name}.png")
    assert share <= _SHARE, f"{share:.2%} of {name} is other than it was: see {folder / name}.png"


@pytest.mark.parametrize("view", VIEWS)
def test_a_main_view_looks_as_it_did(visit: Visit, scheme: Theme, view: str) -> None:
    visit.window.resize(*USUAL)
    seen = SIGHTS[view](visit)
    with own_work():
        for colours in SCHEMES:
            found = halved(grab(seen, f"golden-{view}", scheme, colours))
            compare(found, f"{view}-{colours}", visit.folder)


def test_a_line_that_is_gone_is_seen() -> None:
    with Image.open(GOLDEN / "findings_demo-light.png") as golden:
        before = golden.convert("RGB")
    after = before.copy()
    # The sentence of the page, gone to its ground.
    line = (110, 8, before.width - 20, 30)
    after.paste(before.crop((before.width - 2, 4, before.width - 1, 5)).resize((line[2] - line[0], 22)), line)
    assert differing(before, before) == 0
    assert differing(before, after) > _SHARE
