# SPDX-License-Identifier: Apache-2.0
"""How far the making of a bundle is, and whether it should stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

WHOLE = 1000
_READ, _SET = 300, 700


class Stage(StrEnum):
    """What is being done: contents are read, the report is set, the file is written."""

    READING = "reading"
    REPORT = "report"
    WRITING = "writing"


def stage(done: int) -> Stage:
    """Return what is being done when `done` of WHOLE is."""
    if done < _READ:
        return Stage.READING
    return Stage.REPORT if done < _SET else Stage.WRITING


@dataclass(frozen=True, slots=True)
class Watch:
    """Who looks on. `check` raises to stop, `cancelled` tells whether it would; `progress`: (done, total)."""

    check: Callable[[], None]
    cancelled: Callable[[], bool]
    progress: Callable[[int, int], None]


UNWATCHED = Watch(lambda: None, lambda: False, lambda _done, _total: None)


class Way:
    """The way to a bundle: every byte is read, the report is set, every byte is written."""

    def __init__(self, watch: Watch, size: int) -> None:
        """Start; `size` is about how many bytes will pass, twice."""
        self._watch = watch
        self._size = max(1, size)
        self._begun, self._room = 0, _READ
        self._bytes = 0

    def passed(self, size: int) -> None:
        """Tell that so many further bytes were read or written."""
        self._watch.check()
        self._bytes = min(self._size, self._bytes + size)
        share = (self._room - 1) * self._bytes // self._size
        self._watch.progress(self._begun + share, WHOLE)

    @contextmanager
    def report(self) -> Iterator[None]:
        """Stand while the report is set; writing comes after."""
        self._watch.check()
        self._watch.progress(_READ, WHOLE)
        try:
            yield
        finally:
            # Whoever stops the work wants to hear that, not how the setting of pages ended.
            self._watch.check()
        self._begun, self._room, self._bytes = _SET, WHOLE - _SET, 0
        self._watch.progress(_SET, WHOLE)
