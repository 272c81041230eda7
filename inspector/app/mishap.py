# SPDX-License-Identifier: Apache-2.0
"""What an error is called: the note that it carries, or the place in the program where it came up."""

from __future__ import annotations

import errno
import traceback
from pathlib import PurePath

from inspector.domain.text import Note, note

_FULL = (errno.ENOSPC, errno.EDQUOT)
_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)


def mishap(error: BaseException) -> Note:
    """Return the note of an error that carries one, else a sentence of our own; never what it says itself.

    The text of an unforeseen error may quote what a person handed in, so it is not told.
    """
    carried = getattr(error, "note", None)
    if isinstance(carried, Note):
        return carried
    key, values = getattr(error, "key", None), getattr(error, "values", None)
    if isinstance(key, str) and isinstance(values, dict):
        return note(key, **values)
    if isinstance(error, OSError):
        return of_system(error, "gui.mishap.")
    return note("gui.mishap.bug")


def is_unforeseen(error: BaseException) -> bool:
    """Answer whether an error is one of the program: nothing that it knows or the system would not do."""
    return mishap(error).key == "gui.mishap.bug"


def of_system(error: OSError, about: str) -> Note:
    """Return what the system would not do, told apart by what can be done; `about` begins the key."""
    if error.errno in _FULL:
        return note(f"{about}full")
    if error.errno in _REFUSED:
        return note(f"{about}refused")
    return note(f"{about}system", code=error.errno or 0)


def place_of(error: BaseException) -> str:
    """Return kind and place of an error: `ValueError, dates.py line 12`."""
    frames = traceback.extract_tb(error.__traceback__)
    kind = type(error).__name__
    if not frames:
        return kind
    return f"{kind}, {PurePath(frames[-1].filename).name} line {frames[-1].lineno}"
