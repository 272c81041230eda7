# SPDX-License-Identifier: Apache-2.0
"""Every connection that this program opens goes through here, one act of the person each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from inspector.domain.text import Note, note
from inspector.network.errand import Errand, NetworkError, Visit

if TYPE_CHECKING:
    # It brings a whole library for the network, which hardly anybody needs.
    from inspector.network.door import Door

Visits = tuple[Visit, ...]
"""Connections that were opened, in order."""

Send = Callable[[Errand], bytes]
"""Runs an errand and returns what came back. Raises NetworkError."""


class Connections:
    """Sends, and counts what was sent. One for the whole program."""

    def __init__(self) -> None:
        """Begin with no connection."""
        self._door: Door | None = None

    @property
    def visits(self) -> Visits:
        """Return every connection since the program began, in order."""
        return self._door.visits if self._door is not None else ()

    def send(self, errand: Errand, cancelled: Callable[[], bool] = lambda: False) -> bytes:
        """Run an errand and return what came back. Raises NetworkError."""
        if self._door is None:
            from inspector.network.door import Door  # noqa: PLC0415 - see above

            self._door = Door()
        return self._door.send(errand, cancelled)


def proxy_for(place: str) -> str | None:
    """Return the host through which the system's settings send what goes to this address, None for none."""
    from inspector.network.door import proxy_for as found  # noqa: PLC0415 - see above

    return found(place)


def told(error: NetworkError, host: str) -> Note:
    """Return what to say of an errand that failed."""
    values = {"status": error.status} if error.trouble == "status" else {}
    return note(f"network.trouble.{error.trouble}", host=host, **values)


def counted(visits: tuple[Visit, ...]) -> Note:
    """Return how often this program opened a connection since it began."""
    if not visits:
        return note("network.none")
    hosts = sorted({one.host for one in visits})
    return note("network.count", n=len(visits), hosts=", ".join(hosts))
