# SPDX-License-Identifier: Apache-2.0
"""Timestamps from time authorities that the person named: asked once each, with their leave, and checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from inspector.app.connections import Send, proxy_for, told
from inspector.bundle.seal.sealing import MOST_STAMPERS, Stamped, Stamper
from inspector.bundle.timestamp.question import question
from inspector.bundle.timestamp.token import BadTokenError, Token, answered
from inspector.cases.acts import Detail
from inspector.domain.text import Note, note
from inspector.domain.wire import time_text
from inspector.network.errand import Errand, NetworkError, address

_QUERY: Final = "application/timestamp-query"
_REPLY: Final = "application/timestamp-reply"


class PlaceError(ValueError):
    """What was given is no address of a time authority, or there are too many; `note` says which."""

    def __init__(self, problem: Note) -> None:
        super().__init__(problem.key)
        self.note = problem


@dataclass(frozen=True, slots=True)
class Asking:
    """One request, before it is sent: the errand with all its bytes, what it is for, and the hash inside.

    `proxy`: the host through which the system's settings send it, None for none.
    """

    errand: Errand
    what: Stamped | str
    digest: str
    proxy: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one request. `time`: what the timestamp states, None where there is none.

    `sent`: whether anything was sent at all.
    """

    host: str
    what: Stamped | str
    digest: str
    sent: bool
    time: datetime | None
    note: Note


Allow = Callable[[Asking], bool]
"""Asks the person whether this may be sent, with all of it before their eyes."""


class Stamping:
    """Asks up to two authorities for the timestamps of one bundle or file, and keeps what came of it."""

    def __init__(self, places: Sequence[str], allow: Allow, send: Send) -> None:
        """Take the addresses, as `place` returns them."""
        self.places = tuple(places)[:MOST_STAMPERS]
        self.outcomes: list[Outcome] = []
        self._allow = allow
        self._send = send

    @property
    def hosts(self) -> tuple[str, ...]:
        """Return whom it asks."""
        return tuple(Errand(one, "timestamp", b"", _QUERY, _REPLY).host for one in self.places)

    @property
    def stampers(self) -> tuple[Stamper, ...]:
        """Return what asks each of the authorities."""
        return tuple(partial(self.stamp, one) for one in self.places)

    def stamp(self, where: str, what: Stamped | str, data: bytes) -> bytes | None:
        """Return the answer of the authority there for these bytes, checked; None where there is none."""
        asked = question(data)
        errand = Errand(where, "timestamp", asked.request, _QUERY, _REPLY)
        asking = Asking(errand, what, asked.digest.hex(), proxy_for(where))
        if not self._allow(asking):
            self._came(asking, note("stamp.declined", host=errand.host), sent=False)
            return None
        try:
            answer = self._send(errand)
            token = answered(answer, asked.digest, asked.nonce)
        except NetworkError as error:
            self._came(asking, told(error, errand.host))
            return None
        except BadTokenError as error:
            self._came(asking, note(f"stamp.{error.fault}", host=errand.host))
            return None
        self._came(asking, _good(errand.host, what, token), token)
        return answer

    def _came(self, asking: Asking, said: Note, token: Token | None = None, *, sent: bool = True) -> None:
        time = token.time if token else None
        self.outcomes.append(Outcome(asking.errand.host, asking.what, asking.digest, sent, time, said))


def place(text: str) -> str:
    """Return the address of a time authority that a person typed. Raises PlaceError."""
    try:
        return address(text)
    except NetworkError as error:
        raise PlaceError(note("stamp.bad_address")) from error


def places(texts: Sequence[str]) -> tuple[str, ...]:
    """Return the addresses that a person typed, empty ones left out. Raises PlaceError."""
    found = tuple(dict.fromkeys(place(text) for text in texts if text.strip()))
    if len(found) > MOST_STAMPERS:
        raise PlaceError(note("stamp.too_many", most=MOST_STAMPERS))
    return found


def asked_detail(one: Outcome) -> dict[str, Detail]:
    """Return what the custody log says of a request that was sent: to whom, the hash, and what came of it."""
    return {
        "host": one.host,
        "purpose": "timestamp",
        "of": one.what,
        "sha256": one.digest,
        "outcome": "stamped" if one.time else one.note.id,
        "time": time_text(one.time) if one.time else None,
    }


def _good(host: str, what: str, token: Token) -> Note:
    time = f"{token.time:%Y-%m-%d %H:%M:%S} UTC"
    return note(f"stamp.good.{what}", host=host, time=time, name=token.authority)
