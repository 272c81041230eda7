# SPDX-License-Identifier: Apache-2.0
"""Looks after one connection: whom it really reached, how long it lasts, and whether it shall end."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from ipaddress import ip_address
from types import TracebackType
from typing import Final, Self

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from inspector.network.errand import NetworkError, Trouble

_PAUSE: Final = 0.05


class Guard:
    """Ends the connections of one errand when its time is over or the person no longer wants it."""

    def __init__(self, seconds: float, cancelled: Callable[[], bool], *, near: bool) -> None:
        """Take the time there is; `near`: places that the whole world cannot reach are fine."""
        self.near = near
        self.trouble: Trouble | None = None
        self._end = time.monotonic() + seconds
        self._cancelled = cancelled
        self._held: list[socket.socket] = []
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="inspector-network", daemon=True)

    def __enter__(self) -> Self:
        """Begin to watch."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop watching."""
        self._done.set()
        self._thread.join()

    def take(self, connection: socket.socket) -> socket.socket:
        """Look after a connection before anything is sent through it. Raises NetworkError."""
        place = str(connection.getpeername()[0]).partition("%")[0]
        if not self.near and not ip_address(place).is_global:
            connection.close()
            raise NetworkError("private_place")
        self._held.append(connection)
        return connection

    def left(self) -> float:
        """Return the seconds that are left. Raises NetworkError where none are."""
        seconds = self._end - time.monotonic()
        if self.trouble is not None or seconds <= 0:
            raise NetworkError(self.trouble or "too_slow")
        return seconds

    def _watch(self) -> None:
        while not self._done.wait(_PAUSE):
            if self._cancelled():
                self.trouble = "cancelled"
            elif time.monotonic() >= self._end:
                self.trouble = "too_slow"
            else:
                continue
            self._cut()
            return

    def _cut(self) -> None:
        for one in self._held:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                # It has ended by itself.
                continue


class _Plain(HTTPConnection):
    guard: Guard

    def _new_conn(self) -> socket.socket:
        return self.guard.take(super()._new_conn())


class _Secret(HTTPSConnection):
    guard: Guard

    def _new_conn(self) -> socket.socket:
        return self.guard.take(super()._new_conn())


def pools(guard: Guard) -> dict[str, type]:
    """Return what makes the connections of one errand, by scheme, each looked after by the guard."""

    class Plain(HTTPConnectionPool):
        ConnectionCls = type("Plain", (_Plain,), {"guard": guard})

    class Secret(HTTPSConnectionPool):
        ConnectionCls = type("Secret", (_Secret,), {"guard": guard})

    return {"http": Plain, "https": Secret}
