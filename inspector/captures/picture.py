# SPDX-License-Identifier: Apache-2.0
"""Opens a picture that somebody handed in: only formats that screens are saved in, within bounds, upright.

Decoders of pictures have a history of faults: call this in the worker process only.
"""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np
import pi_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from inspector.captures.starts import HEAD, is_picture
from inspector.captures.text.lines import Box, Pixels

MOST_PIXELS: Final = 80_000_000
"""A full page capture of 1200 x 60,000 is 72 million; a bomb is more."""

LARGE: Final = 24_000_000
"""From so many pixels on a picture itself takes so much memory that less is left for looking at it."""

_FORMATS: Final = ("PNG", "JPEG", "WEBP")
_OWN_STARTS: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_HEIF_BRANDS: Final = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1", b"ftypheim", b"ftyphevc")
_LEAST_SIDE: Final = 24
_ROWS_AT_ONCE: Final = 1024
_BROKEN: Final = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    KeyError,
    OverflowError,
)
"""What Pillow raises on pictures that are not what they claim."""


def unheard() -> None:
    """Do nothing where nobody listens."""


class PictureError(Exception):
    """A picture cannot be read: `key` is the key of the sentence that says why (`capture.*`)."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Picture:
    """An opened picture. Boxes are in its pixels as a person sees it, turned the way its camera says.

    `tick` hears of every part that is looked at, and may raise to stop.
    """

    def __init__(
        self, image: Image.Image, *, frames: int, form: str, tick: Callable[[], None] = unheard
    ) -> None:
        self._image = image
        self.width, self.height = image.size
        self.frames = frames
        self.form = form
        self._tick = tick

    @property
    def image(self) -> Image.Image:
        """Return the pixels themselves."""
        return self._image

    @property
    def box(self) -> Box:
        """Return the whole picture as a box."""
        return Box(0, 0, self.width, self.height)

    def part(self, box: Box) -> Pixels:
        """Return the pixels in a box, which lies inside the picture."""
        self._tick()
        pixels = np.empty((box.height, box.width, 3), np.uint8)
        # A large part at once would be held three times.
        for top in range(0, box.height, _ROWS_AT_ONCE):
            end = min(top + _ROWS_AT_ONCE, box.height)
            pixels[top:end] = np.asarray(self._image.crop((box.x, box.y + top, box.right, box.y + end)))
        return pixels

    def png(self, box: Box) -> bytes:
        """Return a part as PNG, for a person to look at."""
        written = BytesIO()
        self._image.crop((box.x, box.y, box.right, box.bottom)).save(written, "PNG")
        return written.getvalue()


def open_picture(
    path: Path, tick: Callable[[], None] = unheard, make_room: Callable[[], None] = unheard
) -> Picture:
    """Open a picture (`tick`: see Picture). Raises PictureError for what is none, damaged or too large.

    `make_room` is called before a large one takes its memory.
    """
    with warnings.catch_warnings():
        # Pillow only warns of a picture somewhat too large, and of damaged notes of the camera.
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        return _opened(path, tick, make_room)


def opened_image(path: Path) -> Image.Image:
    """Return the pixels of such a picture, in RGB, upright and without what else the file says.

    Raises PictureError.
    """
    return open_picture(path).image


def _opened(path: Path, tick: Callable[[], None], make_room: Callable[[], None]) -> Picture:
    try:
        with path.open("rb") as file:
            return _decoded(file, tick, make_room)
    except UnidentifiedImageError as error:
        raise PictureError(_not_opened(path)) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise PictureError("capture.too_large") from error
    except _BROKEN as error:
        raise PictureError("capture.damaged") from error


def _not_opened(path: Path) -> str:
    """Return the key of the sentence that says why a file shows no picture that is read here."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        head = file.read(HEAD)
        if head.startswith(_OWN_STARTS):
            return "capture.damaged"
        return "capture.other_picture" if is_picture(head) else "capture.not_a_picture"
    return "capture.damaged"


def _decoded(file: BinaryIO, tick: Callable[[], None], make_room: Callable[[], None]) -> Picture:
    image = _heif(file) if _is_heif(file) else Image.open(file, formats=_FORMATS)
    form, frames = image.format or "HEIF", int(getattr(image, "n_frames", 1))
    _check_size(image)
    if image.width * image.height > LARGE:
        make_room()
    return Picture(_upright(image), frames=frames, form=form, tick=tick)


def _check_size(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise PictureError("capture.too_large")
    if min(image.size) < _LEAST_SIDE:
        raise PictureError("capture.too_small")


def _upright(image: Image.Image) -> Image.Image:
    """Return the picture in RGB, turned as its notes say where they can be read, on white where it is clear.

    A large picture takes much of the memory there is, so it is never held more than twice.
    """
    image.load()
    with contextlib.suppress(*_BROKEN):
        ImageOps.exif_transpose(image, in_place=True)
    if "A" in image.getbands() or "transparency" in image.info:
        return _on_white(image)
    return image if image.mode == "RGB" else image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    whole = Image.new("RGB", image.size)
    for top in range(0, image.height, _ROWS_AT_ONCE):
        rows = image.crop((0, top, image.width, min(top + _ROWS_AT_ONCE, image.height))).convert("RGBA")
        ground = Image.new("RGBA", rows.size, "white")
        ground.alpha_composite(rows)
        whole.paste(ground.convert("RGB"), (0, top))
    return whole


def _is_heif(file: BinaryIO) -> bool:
    start = file.read(12)
    file.seek(0)
    return start[4:] in _HEIF_BRANDS


def _heif(file: BinaryIO) -> Image.Image:
    """Return a HEIC picture, the format in which iPhones keep photographs."""
    read = pi_heif.open_heif(file, convert_hdr_to_8bit=True)
    if read.size[0] * read.size[1] > MOST_PIXELS:
        raise PictureError("capture.too_large")
    image: Image.Image = read.to_pillow()
    return image
