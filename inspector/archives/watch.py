# SPDX-License-Identifier: Apache-2.0
"""Who hears of progress, and may stop the reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from inspector.archives.container import Tick

Progress = Callable[[int, int], None]
"""Called with the bytes read so far and the bytes there are to read."""


class ReadCancelledError(Exception):
    """The person stopped the reading."""


def never() -> bool:
    """Say that nobody stops the reading."""
    return False


def silent(done: int, total: int) -> None:
    """Hear of progress and do nothing."""
    del done, total


@dataclass(frozen=True, slots=True)
class Watch:
    """Both together, as the parts of the reading hand them on."""

    cancelled: Callable[[], bool] = never
    progress: Progress = silent

    def tick(self, total: int) -> Tick:
        """Return what is to be called with the bytes just read. It raises ReadCancelledError."""
        done = 0

        def count(read: int) -> None:
            nonlocal done
            if self.cancelled():
                raise ReadCancelledError
            done += read
            self.progress(min(done, total), total)

        return count
