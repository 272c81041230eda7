# SPDX-License-Identifier: Apache-2.0
"""What a file system notes beside a file: that it is a screenshot, or the address it came from.

These notes survive a new name and are lost in mails, archives and most copies; Linux shows those that other
systems wrote under `user.`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from inspector.domain.captured import Basis

_SCREENSHOT: Final = ("com.apple.metadata:kMDItemIsScreenCapture",)
_ORIGIN: Final = ("xdg.origin.url", "xdg.referrer.url")
_LONGEST: Final = 2000


def from_xattrs(path: Path) -> tuple[Basis, ...]:
    """Return the notes beside a file that bear on where it comes from; none where the system keeps none."""
    listed = getattr(os, "listxattr", None)
    if listed is None:
        return ()
    try:
        names = sorted(listed(path))
        wanted = [(name, os.getxattr(path, name)) for name in names if _is_wanted(name)]
    except OSError:
        return ()
    return tuple(Basis("xattr", _raw(name, value), worth="agrees") for name, value in wanted)


def _is_wanted(name: str) -> bool:
    return name.removeprefix("user.") in (*_SCREENSHOT, *_ORIGIN)


def _raw(name: str, value: bytes) -> str:
    plain = name.removeprefix("user.")
    if plain in _SCREENSHOT:
        return plain
    # The query of an address may hold what opens an account.
    address = value.decode("utf-8", "replace").partition("?")[0].partition("#")[0]
    return f"{plain}={address[:_LONGEST]}"
