# SPDX-License-Identifier: Apache-2.0
"""What a block of Exif tells besides the picture: place, device and person; and the little that a copy keeps.

Source: Exif 3.0, tables of tags; XP tags of Windows; the second directory of a block is a small preview.
"""

from __future__ import annotations

import contextlib
import struct
import warnings
from collections.abc import Iterator
from typing import Final

from PIL import ExifTags, Image

from inspector.captures.when.exif import BROKEN
from inspector.domain.captured import Secret

PREFIX: Final = b"Exif\0\0"
Tags = dict[int, object]

_NOTED: Final = 0x8769
_GPS: Final = 0x8825
_TURNED: Final = 0x0112
_DEVICE: Final = frozenset(
    {0x010F, 0x0110, 0x0131, 0x013C, 0x927C, 0xA420, 0xA431, 0xA432, 0xA433, 0xA434, 0xA435}
)
"""Maker, model, software, host, maker's note, number of the picture, serial numbers and lenses."""

_PERSON: Final = frozenset({0x013B, 0x8298, 0x9C9D, 0xA430})
"""Artist, copyright, author, owner of the camera."""

_WORDS: Final = frozenset({0x010E, 0x02BC, 0x83BB, 0x8649, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F})
"""Description, XMP, IPTC, Photoshop's own, title, comment, keywords, subject."""

_COMMENT: Final = 0x9286
_KEPT: Final = (0x9003, 0x9011, 0x9286)
"""When the picture was taken, in which zone, and that it is a screenshot: that is evidence and no more."""

_SCREENSHOT: Final = b"ASCII\0\0\0Screenshot"


def told_by(block: bytes) -> Iterator[Secret]:
    """Yield what a block of Exif tells of place, device and person; of a damaged one nobody knows what."""
    found = _directories(block)
    if found is None:
        yield Secret("more", "Exif")
        return
    first, second, place = found
    if place:
        yield Secret("place", "Exif GPS", len(place))
    every = set(first) | set(second)
    comment = second.get(_COMMENT)
    counts = {
        "device": len(every & _DEVICE),
        "person": len(every & _PERSON),
        "words": len(every & _WORDS) + (comment is not None and not _is_screenshot(comment)),
        "preview": int(_has_preview(block)),
    }
    for what, count in counts.items():
        if count:
            yield Secret(what, "Exif", count)


def kept_of(block: bytes) -> bytes:
    """Return a block with nothing but when and how the picture was taken, empty where that is nothing."""
    first, second, _ = _directories(block) or ({}, {}, {})
    kept = Image.Exif()
    if isinstance(first.get(_TURNED), int):
        kept[_TURNED] = first[_TURNED]
    noted: Tags = {tag: second[tag] for tag in _KEPT if tag in second}
    if not _is_screenshot(noted.get(_COMMENT)):
        noted.pop(_COMMENT, None)
    if noted:
        kept.get_ifd(_NOTED).update(noted)
    try:
        return kept.tobytes() if kept or noted else b""
    except (*BROKEN, struct.error):
        return b""


def _is_screenshot(comment: object) -> bool:
    return isinstance(comment, bytes) and comment.rstrip(b"\0 ") == _SCREENSHOT


def _directories(block: bytes) -> tuple[Tags, Tags, Tags] | None:
    """Return the tags of the picture, those of how it was taken, those of the place; None for no block."""
    exif = Image.Exif()
    try:
        with _strictly():
            exif.load(block)
            first = dict(exif)
            return first, dict(exif.get_ifd(_NOTED)), dict(exif.get_ifd(_GPS))
    except (*BROKEN, UserWarning):
        return None


def _has_preview(block: bytes) -> bool:
    exif = Image.Exif()
    try:
        with _strictly():
            exif.load(block)
            return bool(exif.get_ifd(ExifTags.IFD.IFD1))
    except (*BROKEN, UserWarning):
        return True


@contextlib.contextmanager
def _strictly() -> Iterator[None]:
    """Take what Pillow only warns of for damage: tags it skips may tell anything."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        yield
