# SPDX-License-Identifier: Apache-2.0
"""One program at a time works on a case: a lock of the system on a file, which ends with the program."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

NAME: Final = ".in-use"


class InUseError(Exception):
    """Another window or command works on this case."""


class Hold:
    """Holds a case; `release` lets go of it, and so does the end of the program, however it ends."""

    def __init__(self, folder: Path) -> None:
        """Take hold. Raises InUseError, OSError."""
        self._handle: int | None = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._handle)
        except OSError as error:
            self.release()
            raise InUseError from error

    def release(self) -> None:
        """Let go of the case."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
