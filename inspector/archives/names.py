# SPDX-License-Identifier: Apache-2.0
"""Names of members: how they are shown, which of them are junk of a computer, which must never be a path."""

from __future__ import annotations

import unicodedata
from typing import Final

# Control, format (bidi, zero width), surrogate, private use, unassigned, line and paragraph separators.
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_DRIVE_LENGTH: Final = 2
_LAST_SHORT: Final = 0xFFFF


def shown(name: str) -> str:
    """Return the name with every character that would hide or reorder text written as an escape."""
    if name.isascii() and name.isprintable():
        return name
    return "".join(_escape(char) if unicodedata.category(char) in _HIDDEN else char for char in name)


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}" if ord(char) <= _LAST_SHORT else f"\\U{ord(char):08x}"


def is_junk(name: str) -> bool:
    """Tell whether a computer, not the service, put this file there: AppleDouble, .DS_Store and the like."""
    folders = slashed(name).split("/")
    base = folders[-1]
    return (
        folders[0] == "__MACOSX" or base.startswith("._") or base in {".DS_Store", "Thumbs.db", "desktop.ini"}
    )


def is_unsafe(name: str) -> bool:
    """Tell whether a name used as a path would lead elsewhere: `..`, absolute, another drive or computer."""
    path = slashed(name)
    drive = len(name) >= _DRIVE_LENGTH and name[1] == ":" and name[0].isalpha()
    return path.startswith("/") or drive or "\0" in name or (".." in path and ".." in path.split("/"))


def slashed(name: str) -> str:
    """Return the name with slashes between folders; some packers on Windows write backslashes."""
    return name.replace("\\", "/")


def parent(name: str) -> str:
    """Return the folder part of a name with its closing slash, `` for a name without folder."""
    return name[: slashed(name).rfind("/") + 1]


def base(name: str) -> str:
    """Return the last part of a name, whatever slash it was written with."""
    return slashed(name).rpartition("/")[2]
