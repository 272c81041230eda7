# SPDX-License-Identifier: Apache-2.0
"""Makes the captures of one seed: `python -m tests.corpus.captures.generate SEED FOLDER [COUNT]`."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Final

from PIL import Image

from tests.corpus.captures import truth
from tests.corpus.captures.browser import Browser, Drawn
from tests.corpus.captures.distorting import distorted, encoded
from tests.corpus.captures.labels import wording
from tests.corpus.captures.page import html_of
from tests.corpus.captures.planning import Spec, plans
from tests.corpus.captures.truth import Rect, Shot, State

COUNT: Final = 306
"""Captures of one seed: seventeen of each kind."""

_UNKNOWN: Final = frozenset(
    {"managed", "no control", "cut off", "middle", "mixed mark", "other page", "help text", "other service"}
)


def make(seed: int, folder: Path, count: int = COUNT, word: str = "") -> list[Shot]:
    """Make the captures of a seed in a folder, unless they lie there already. `word`: as of `plans`."""
    if (folder / truth.TRUTH_FILE).exists():
        return truth.load(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with Browser() as browser:
        shots = [_made(browser, spec, folder) for spec in plans(seed, count, word)]
    truth.save(folder, shots)
    return shots


def _made(browser: Browser, spec: Spec, folder: Path) -> Shot:
    drawn = browser.draw(html_of(spec), spec.width, spec.density, 900 if spec.phone else 1000)
    image = Image.open(io.BytesIO(drawn.png)).convert("RGB")
    if spec.case == "cut off":
        image = _cut_off(image, drawn)
    control = drawn.named.get("control") or drawn.named.get("label")
    outcome = distorted(image, spec.distortion, _rect(control) if control else None, spec.noise)
    content, ending = encoded(outcome)
    name = f"{spec.number:03}.{ending}"
    (folder / name).write_bytes(content)
    boxes = {name: outcome.moved(_rect(box)) for name, box in drawn.named.items()}
    lines = tuple((text, outcome.moved(_rect(box))) for text, box in drawn.lines)
    return _shot(spec, name, boxes, lines)


def _cut_off(image: Image.Image, drawn: Drawn) -> Image.Image:
    """Return the picture without what stands below the middle of the label."""
    x, y, width, height = drawn.named["label"]
    del x, width
    return image.crop((0, 0, image.width, max(60, round(y + height * 0.4))))


def _rect(box: list[float]) -> Rect:
    x, y, width, height = box
    return (x, y, width, height)


def _shot(spec: Spec, name: str, boxes: dict[str, Rect], lines: tuple[tuple[str, Rect], ...]) -> Shot:
    absent = spec.case in ("other page", "help text", "cut off", "other service")
    state: State = "unknown" if spec.case in _UNKNOWN or spec.state == "middle" else spec.state
    host = spec.row.host if spec.hosted and spec.case != "other service" else None
    unnamed = not spec.branded or spec.distortion == "cropped"
    several = spec.row.shared and unnamed and host is None
    return Shot(
        file=name,
        kind=spec.kind,
        lang=spec.row.lang,
        font=spec.font,
        theme="dark" if spec.dark else "light",
        width=spec.width,
        density=spec.density,
        distortion=spec.distortion,
        layout=spec.layout,
        case=spec.case,
        service=None if absent else spec.row.service,
        control=None if absent else spec.row.control,
        label=spec.row.text,
        state=state,
        inverts=spec.row.inverts,
        several=several,
        host=host,
        readable=not wording()[spec.row.lang].get("lacking", False),
        boxes=boxes,
        lines=lines,
    )


def main(arguments: list[str]) -> int:
    """Make one seed and say how many captures it has."""
    seed, folder = int(arguments[0]), Path(arguments[1])
    shots = make(seed, folder, int(arguments[2]) if len(arguments) > 2 else COUNT)
    sys.stdout.write(f"{len(shots)} captures of seed {seed} in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
