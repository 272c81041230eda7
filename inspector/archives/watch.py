# SPDX-License-Identifier: Apache-2.0
"""Who hears of progress, may stop the reading, and knows at which members an earlier reading broke down."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from inspector.archives.container import Tick

Progress = Callable[[int, int], None]
"""Called with the bytes read so far and the bytes there are to read."""


Entered = Callable[[int, str], None]
"""Called with place and name of a member before its bytes are read, so that whoever hears of it knows
where a reading broke down that never came to its end."""


class ReadCancelledError(Exception):
    """The person stopped the reading."""


def never() -> bool:
    """Say that nobody stops the reading."""
    return False


def silent(done: int, total: int) -> None:
    """Hear of progress and do nothing."""
    del done, total


def unheard(ordinal: int, name: str) -> None:
    """Hear of a member and do nothing."""
    del ordinal, name


@dataclass(frozen=True, slots=True)
class Guard:
    """Who hears of each member, and the places of those that are not touched any more."""

    entered: Entered = unheard
    broken: frozenset[int] = frozenset()


UNGUARDED = Guard()


@dataclass(frozen=True, slots=True)
class Watch:
    """All together, as the parts of the reading hand them on."""

    cancelled: Callable[[], bool] = never
    progress: Progress = silent
    guard: Guard = UNGUARDED

    def opening(self, path: Path) -> Opening:
        """Return what hears that a source is being opened."""
        return Opening(self, path)

    def tick(self, total: int) -> Tick:
        """Return what is to be called with the bytes just read. It raises ReadCancelledError."""
        done = 0

        def count(read: int) -> None:
            nonlocal done
            if self.cancelled():
                raise ReadCancelledError
            done += read
            if done:
                self.progress(min(done, total), total)

        return count


class Opening:
    """Hears that a source is looked through before it is read, which may take minutes; `over` ends that.

    `size`: the bytes there will be to read, those of the file as long as nobody knows better.
    """

    def __init__(self, watch: Watch, path: Path) -> None:
        self._watch = watch
        self._path = path
        self.size = 0
        self.over = False

    def __call__(self) -> None:
        """Tell that it goes on. Raises ReadCancelledError."""
        if self.over:
            return
        if self._watch.cancelled():
            raise ReadCancelledError
        if not self.size:
            with suppress(OSError):
                self.size = self._path.stat().st_size
        self._watch.progress(0, max(self.size, 1))
