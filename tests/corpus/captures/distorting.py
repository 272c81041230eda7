# SPDX-License-Identifier: Apache-2.0
"""What happens to a screenshot on its way: compression, scaling, cropping, tints, a photograph of it."""

from __future__ import annotations

import io
import math
import random
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from tests.corpus.captures.truth import Rect


@dataclass(frozen=True, slots=True)
class Distorted:
    """A picture as it is kept, and how a point of the drawn page moved: `x * across + left`, same for y."""

    image: Image.Image
    quality: int | None = None
    across: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def moved(self, box: Rect) -> Rect:
        """Return where a box of the page lies; for photographs about where."""
        x, y, width, height = (value * self.across for value in box)
        return (x + self.left, y + self.top, width, height)


def distorted(image: Image.Image, how: str, control: Rect | None, noise: int) -> Distorted:
    """Return a picture after one distortion. Crops keep what lies around `control`."""
    source = random.Random(noise)
    if how.startswith("jpeg"):
        return Distorted(image, quality=int(how.removeprefix("jpeg q")))
    if how == "rescaled":
        factor = source.choice((0.6, 0.75, 0.85, 1.3))
        # A picture smaller than its text can be read is no fair question.
        size = (max(300, round(image.width * factor)), 1)
        factor = size[0] / image.width
        return Distorted(
            image.resize((size[0], round(image.height * factor)), Image.Resampling.BICUBIC), across=factor
        )
    if how == "cropped":
        return _cropped(image, control, source)
    if how == "night":
        values = np.asarray(image, dtype=np.float64) * np.array([1.0, 0.86, 0.62])
        return Distorted(Image.fromarray(values.astype(np.uint8)))
    if how == "grey":
        return Distorted(image.convert("L").convert("RGB"))
    return _photo(image, source) if how == "photo" else Distorted(image)


def _cropped(image: Image.Image, around: Rect | None, source: random.Random) -> Distorted:
    x, y, _, height = around or (0.0, 0.0, float(image.width), float(image.height))
    left = round(min(x, image.width * 0.02) * source.random())
    top = round(max(0.0, y - image.height * 0.05) * source.random())
    right = image.width
    bottom = round(min(float(image.height), y + height + (image.height - y - height) * source.random() + 30))
    cut = image.crop((left, top, right, max(bottom, top + 60)))
    return Distorted(cut, left=-left, top=-top)


def _photo(image: Image.Image, source: random.Random) -> Distorted:
    """Return a photograph of a monitor showing the picture: slanted, blurred, uneven light, moire, noise."""
    width, height = image.size
    by = [source.uniform(0.0, 0.018) for _ in range(8)]
    corners = (
        -by[0] * width, -by[1] * height, -by[2] * width, height * (1 + by[3]),
        width * (1 + by[4]), height * (1 + by[5]), width * (1 + by[6]), -by[7] * height,
    )  # fmt: skip
    slanted = image.transform(
        image.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor="#222"
    )
    values = np.asarray(slanted.filter(ImageFilter.GaussianBlur(0.6)), dtype=np.float64)
    rows, columns = np.mgrid[0:height, 0:width]
    light = 1 - 0.18 * (((columns / width - 0.5) ** 2 + (rows / height - 0.45) ** 2) * 2)
    waves = 1 + 0.03 * np.sin(columns * 2 * math.pi / 3.7 + rows / 19) * np.sin(rows * 2 * math.pi / 4.3)
    grains = np.random.default_rng(source.randrange(1 << 30)).normal(0, 3.5, values.shape)
    shot = np.clip(values * (light * waves)[:, :, np.newaxis] + grains, 0, 255).astype(np.uint8)
    return Distorted(Image.fromarray(shot), quality=82)


def encoded(made: Distorted) -> tuple[bytes, str]:
    """Return the bytes of the picture and the ending of its name."""
    written = io.BytesIO()
    if made.quality is None:
        made.image.save(written, "PNG", compress_level=4)
        return written.getvalue(), "png"
    made.image.save(written, "JPEG", quality=made.quality)
    return written.getvalue(), "jpg"
