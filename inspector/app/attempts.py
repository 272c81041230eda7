# SPDX-License-Identifier: Apache-2.0
"""Goes on where a worker broke down: a new one does the same again without the member at which it stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from inspector.worker.client import WorkerLostError

T = TypeVar("T")

MOST_BROKEN: Final = 16
"""Members of one source at which a worker may stop before nothing more is expected of the source."""

MOST_SILENT: Final = 3
"""Of these, so many may keep a worker silent until it is given up, which takes half a minute each."""

_KILLED: Final = -9


class GivenUpError(Exception):
    """No worker came to an end; `key` is the sentence that says so (`source.*`)."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def attempted(once: Callable[[Sequence[int]], T]) -> T:
    """Return what `once` gives, which is told the places of members not to touch. Raises GivenUpError.

    `once` raises WorkerLostError where its worker broke down, and anything else to end it all.
    """
    broken: list[int] = []
    silent, spared = 0, False
    while len(broken) <= MOST_BROKEN and silent <= MOST_SILENT:
        try:
            return once(broken)
        except WorkerLostError as lost:
            if lost.code == _KILLED and not spared:
                # Somebody else killed it, such as the system for want of memory. It may go well now.
                spared = True
                continue
            if lost.cause == "not_started":
                raise GivenUpError("source.reader_missing") from lost
            if lost.member is None or lost.member in broken:
                break
            broken.append(lost.member)
            silent += lost.cause == "hung"
    raise GivenUpError("source.reader_stopped")
