# SPDX-License-Identifier: Apache-2.0
"""Tells a picture by its first bytes, whatever it is called."""

from __future__ import annotations

from typing import Final

HEAD: Final = 1 << 16
"""How many bytes tell what a capture is."""

_PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")


def is_picture(head: bytes) -> bool:
    """Answer whether these are the first bytes of a picture of a kind that screens are saved in."""
    return (
        head.startswith(_PICTURES) or head[4:8] == b"ftyp" or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
    )
