# SPDX-License-Identifier: Apache-2.0
"""The door to the network: runs errands one at a time, inside their limits, and keeps count of them."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import requests
import truststore
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies
from urllib3.exceptions import HTTPError
from urllib3.util import SKIP_HEADER

from inspector.network.errand import Errand, NetworkError, Trouble, Visit, host_of
from inspector.network.guard import Guard, pools

_MOST_HOPS: Final = 3
_SAME_AGAIN: Final = (307, 308)
_ELSEWHERE: Final = range(300, 400)
_GOOD: Final = 200
_PIECE: Final = 8 << 10


class Door:
    """Opens connections for errands. `visits`: all of them since the program began, in order."""

    def __init__(self) -> None:
        """Begin with none."""
        self._turn = threading.Lock()
        self._visits: list[Visit] = []

    @property
    def visits(self) -> tuple[Visit, ...]:
        """Return every connection that was opened, in order."""
        return tuple(self._visits)

    def send(self, errand: Errand, cancelled: Callable[[], bool] = lambda: False) -> bytes:
        """Run an errand and return what came back. Raises NetworkError.

        `cancelled` is asked many times a second and ends it.
        """
        with self._turn:
            at = datetime.now(UTC).replace(microsecond=0)
            trouble: Trouble | None = None
            answer = b""
            try:
                answer = _run(errand, cancelled)
            except NetworkError as error:
                trouble = error.trouble
                raise
            finally:
                self._visits.append(
                    Visit(at, errand.host, errand.purpose, len(errand.body), len(answer), trouble)
                )
            return answer


def proxy_for(place: str) -> str | None:
    """Return the host through which the system's settings send what goes to this address, None for none."""
    found = get_environ_proxies(place).get(urlsplit(place).scheme)
    return host_of(found) if found else None


def _run(errand: Errand, cancelled: Callable[[], bool]) -> bytes:
    near = errand.is_near or proxy_for(errand.address) is not None
    with Guard(errand.seconds, cancelled, near=near) as guard, requests.Session() as session:
        # Nothing of the person's settings goes out: no cookies, no passwords from files.
        session.trust_env = False
        adapter = _Adapter(guard)
        session.mount("http://", adapter)
        session.mount("https://", adapter)
        try:
            return _follow(session, errand, guard)
        except (requests.RequestException, HTTPError, OSError) as error:
            raise _trouble(error, guard) from error


class _Adapter(HTTPAdapter):
    """Connects under a guard, and trusts whom the operating system trusts."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        super().__init__(max_retries=0)

    def init_poolmanager(self, *sizes: Any, **options: Any) -> None:
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        super().init_poolmanager(*sizes, ssl_context=context, **options)
        self.poolmanager.pool_classes_by_scheme = pools(self._guard)


def _follow(session: requests.Session, errand: Errand, guard: Guard) -> bytes:
    place = errand.address
    for _ in range(_MOST_HOPS + 1):
        with _answer(session, errand, place, guard) as answer:
            if answer.status_code not in _ELSEWHERE:
                return _body(answer, errand, guard)
            place = _next(place, answer)
        # Each hop has a connection of its own: the host may have ended the last one without a word.
        session.close()
    raise NetworkError("redirected")


def _answer(session: requests.Session, errand: Errand, place: str, guard: Guard) -> requests.Response:
    headers = {
        "Content-Type": errand.content_type,
        "Accept": errand.accept,
        "Accept-Encoding": "identity",
        "Connection": "close",
        # The host need not know what program asks.
        "User-Agent": SKIP_HEADER,
    }
    wanted = requests.Request("POST", place, headers=headers, data=errand.body).prepare()
    return session.send(
        wanted,
        stream=True,
        timeout=guard.left(),
        allow_redirects=False,
        proxies=get_environ_proxies(place),
    )


def _next(place: str, answer: requests.Response) -> str:
    """Return where an answer sends the same request: the same host, and never from https into the clear."""
    old, new = urlsplit(place), urlsplit(urljoin(place, answer.headers.get("Location", "")))
    same = new.hostname == old.hostname and new.scheme in (old.scheme, "https")
    if answer.status_code not in _SAME_AGAIN or not same or new.username:
        raise NetworkError("redirected")
    return new.geturl()


def _body(answer: requests.Response, errand: Errand, guard: Guard) -> bytes:
    if answer.status_code != _GOOD:
        raise NetworkError("status", answer.status_code)
    if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise NetworkError("cut_off")
    found = bytearray()
    while piece := answer.raw.read(_PIECE, decode_content=False):
        found += piece
        if len(found) > errand.most_bytes:
            raise NetworkError("too_large")
        guard.left()
    # A connection that was cut looks like an answer that ended.
    guard.left()
    wanted = answer.headers.get("Content-Length")
    if wanted is not None and wanted != str(len(found)):
        raise NetworkError("cut_off")
    return bytes(found)


def _trouble(error: Exception, guard: Guard) -> NetworkError:
    """Return which trouble an error of the libraries is."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, NetworkError):
            return cause
        cause = cause.__cause__ or cause.__context__
    if guard.trouble is not None:
        return NetworkError(guard.trouble)
    if isinstance(error, requests.exceptions.SSLError):
        return NetworkError("not_secure")
    if isinstance(error, requests.Timeout):
        return NetworkError("too_slow")
    if isinstance(error, (requests.ConnectionError, requests.exceptions.InvalidURL)):
        return NetworkError("not_reached")
    return NetworkError("cut_off")
