# SPDX-License-Identifier: Apache-2.0
"""What the file of a picture tells besides the picture, and its copy without that.

The copy of a HEIC keeps its layout: its notes are overwritten in place, and where they cannot be found there
is no copy. Call it in the worker only.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pi_heif

from inspector.captures.notes.exif import PREFIX, kept_of, told_by
from inspector.captures.notes.pieces import BrokenFileError, pieces
from inspector.captures.secrets.files import Cleaned, TooLargeToScanError
from inspector.captures.when.exif import BROKEN
from inspector.domain.captured import Secret

MOST_LOOKED_AT: Final = 128 << 20
"""Bytes of a picture's file; a screen of 80 million pixels has fewer as a PNG."""

KINDS: Final = ("place", "device", "person", "words", "preview", "more")
"""What notes may tell, what matters most first."""

_HEIF: Final = b"ftyp"
_TIFF: Final = (b"II*\0", b"MM\0*")
_UNREAD: Final = (Secret("more", "file"),)


def told_in(path: Path) -> tuple[Secret, ...]:
    """Return what a picture's file tells of place, device and person. Raises OSError."""
    try:
        data = _bytes(path)
        if data[4:8] == _HEIF:
            return _heif(data).secrets
        # One piece at a time: a long capture is large, and so is what reads it.
        return _ordered(secret for piece in pieces(data) for secret in piece.tells)
    except (BrokenFileError, TooLargeToScanError):
        return _UNREAD


def bare(path: Path) -> Cleaned:
    """Return a picture without its notes, and what they told; as it is where they told nothing.

    Raises OSError, TooLargeToScanError and BrokenFileError.
    """
    data = _bytes(path)
    if data[4:8] == _HEIF:
        return _heif(data)
    found = list(pieces(data))
    told = _ordered(secret for piece in found for secret in piece.tells)
    return Cleaned(b"".join(piece.kept for piece in found) if told else data, told)


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(MOST_LOOKED_AT + 1)
    if len(data) > MOST_LOOKED_AT:
        raise TooLargeToScanError
    return data


def _heif(data: bytes) -> Cleaned:
    try:
        info = pi_heif.open_heif(data).info
    except BROKEN as error:
        raise BrokenFileError from error
    exif, words = info.get("exif") or b"", info.get("xmp") or b""
    told = [*(told_by(exif) if exif else ()), *([Secret("words", "HEIC XMP")] if words else [])]
    if not told:
        return Cleaned(data, ())
    block = exif[min((at for sign in _TIFF if (at := exif.find(sign)) >= 0), default=0) :]
    kept = kept_of(exif).removeprefix(PREFIX) if block else b""
    data = _overwritten(data, block, kept if len(kept) <= len(block) else b"")
    return Cleaned(_overwritten(data, words, b""), _ordered(told))


def _ordered(told: Iterable[Secret]) -> tuple[Secret, ...]:
    return tuple(sorted(told, key=lambda one: (KINDS.index(one.what), one.locator)))


def _overwritten(data: bytes, note: bytes, kept: bytes) -> bytes:
    """Return data with a note overwritten where it stands."""
    if not note:
        return data
    if data.count(note) != 1:
        raise BrokenFileError
    return data.replace(note, kept.ljust(len(note), b"\0"))
