# SPDX-License-Identifier: Apache-2.0
"""What a camera or phone notes in a picture: when it was taken, in which zone, and that it is a screenshot.

Source: Exif 3.0, tags DateTimeOriginal (0x9003), OffsetTimeOriginal (0x9011), UserComment (0x9286).
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Final

import pi_heif
from PIL import Image

from inspector.captures.when.chunks import notes
from inspector.domain.captured import Basis
from inspector.domain.moment import Moment, instant, unread, without_zone

_NOTED: Final = 0x8769
_TAKEN: Final = 0x9003
_TAKEN_ZONE: Final = 0x9011
_COMMENT: Final = 0x9286
_CHARSET: Final = 8
_LONGEST: Final = 200
_FORMATS: Final = ("JPEG", "WEBP")
_HEIF: Final = b"ftyp"
_PNG: Final = b"\x89PNG"
BROKEN: Final = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    ZeroDivisionError,
    MemoryError,
    RuntimeError,
)
"""What Pillow and libheif raise on notes that are not what they claim."""

_OFFSET: Final = re.compile(r"([+-])(\d{2}):?(\d{2})")
_TIME: Final = re.compile(r"(\d{4})[:-](\d{2})[:-](\d{2}) (\d{2}):(\d{2}):(\d{2})")


def from_exif(path: Path) -> tuple[Basis, ...]:
    """Return what the camera's notes in a picture say; nothing where there are none or they are damaged."""
    with warnings.catch_warnings():
        # Pillow warns of damaged notes; damaged is as good as none here.
        warnings.simplefilter("ignore")
        return tuple(of_tags(_tags(path)))


def of_tags(tags: Mapping[int, object]) -> Iterator[Basis]:
    """Yield what tags of the Exif part of the notes say."""
    taken, zone = _plain(tags.get(_TAKEN)), _plain(tags.get(_TAKEN_ZONE))
    if taken:
        yield Basis("exif", f"{taken} {zone}".strip(), _moment(taken, zone))
    comment = _comment(tags.get(_COMMENT))
    if comment:
        yield Basis("exif_comment", comment, worth="agrees")


def _tags(path: Path) -> Mapping[int, object]:
    try:
        with path.open("rb") as file:
            head = file.read(8)
        exif = Image.Exif()
        if head[4:] == _HEIF:
            exif.load(pi_heif.open_heif(path).info.get("exif") or b"")
        elif head.startswith(_PNG):
            # Pillow would unpack every pixel before it looks for a note behind them.
            exif.load(next((one.data for one in notes(path) if one.kind == b"eXIf"), b""))
        else:
            with Image.open(path, formats=_FORMATS) as image:
                exif = image.getexif()
        return dict(exif.get_ifd(_NOTED))
    except (*BROKEN, Image.DecompressionBombError):
        return {}


def _moment(taken: str, zone: str) -> Moment:
    found = _TIME.fullmatch(taken)
    raw = f"{taken} {zone}".strip()
    if found is None:
        return unread(raw)
    try:
        year, month, day, hour, minute, second = map(int, found.groups())
        time = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 - its zone comes next
        offset = _offset(zone)
        return (
            without_zone(time, "second", raw) if offset is None else instant(time.replace(tzinfo=offset), raw)
        )
    except (ValueError, OverflowError):
        return unread(raw)


def _offset(zone: str) -> timezone | None:
    found = _OFFSET.fullmatch(zone)
    if found is None:
        return None
    away = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return timezone(-away if found[1] == "-" else away)


def _plain(value: object) -> str:
    return value.strip("\0 ")[:_LONGEST] if isinstance(value, str) else ""


def _comment(value: object) -> str:
    """Return a comment without the eight bytes that name its letters."""
    if not isinstance(value, bytes):
        return ""
    text = (
        value[_CHARSET:] if value[:5] in (b"ASCII", b"UNICO") or not value[:_CHARSET].strip(b"\0") else value
    )
    return text.decode("ascii", "ignore").strip("\0 ")[:_LONGEST]
