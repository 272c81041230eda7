# SPDX-License-Identifier: Apache-2.0
"""The door: what goes out, what may come back, and a name for everything that goes wrong."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from inspector.network.door import Door, proxy_for
from inspector.network.errand import Errand, NetworkError
from inspector.network.guard import Guard
from tests.makers.authority import Handler, answering, made, serving

BODY = b"\x00the very bytes"


def errand(address: str, **changes: object) -> Errand:
    values: dict[str, object] = {"seconds": 5.0, "most_bytes": 1000} | changes
    return Errand(address, "timestamp", BODY, "application/x-asked", "application/x-answer", **values)  # type: ignore[arg-type]  # values of a table


def trouble(address: str, **changes: object) -> str:
    with pytest.raises(NetworkError) as error:
        Door().send(errand(address, **changes))
    return error.value.trouble


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)


def test_exactly_the_bytes_go_out_and_nothing_tells_who_asks() -> None:
    seen: list[tuple[str, dict[str, str], bytes]] = []

    def handle(request: BaseHTTPRequestHandler, body: bytes) -> None:
        seen.append((request.path, dict(request.headers.items()), body))
        answering(lambda _: b"fine")(request, body)

    with serving(handle) as address:
        assert Door().send(errand(address)) == b"fine"
    ((path, headers, body),) = seen
    assert (path, body) == ("/stamp", BODY)
    assert set(headers) == {
        "Host", "Content-Type", "Accept", "Accept-Encoding", "Connection", "Content-Length",
    }  # fmt: skip
    assert headers["Content-Type"] == "application/x-asked"


def test_every_errand_is_counted_with_what_went_and_came() -> None:
    door = Door()
    with serving(answering(lambda _: b"four")) as address:
        door.send(errand(address))
    with pytest.raises(NetworkError):
        door.send(errand(address))
    first, second = door.visits
    assert (first.sent, first.received, first.trouble) == (len(BODY), 4, None)
    assert first.host == second.host == address.split("/")[2]
    assert (second.received, second.trouble) == (0, "not_reached")


def raw(text: bytes) -> Handler:
    """Sends bytes that need not be HTTP."""

    def handle(request: BaseHTTPRequestHandler, _: bytes) -> None:
        request.wfile.write(text)
        request.wfile.flush()
        request.connection.shutdown(socket.SHUT_RDWR)

    return handle


OK = b"HTTP/1.1 200 OK\r\n"
ANSWERS = {
    "a refusal": (raw(b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"), "status"),
    "an error of the server": (raw(b"HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n"), "status"),
    "no HTTP": (raw(b"SSH-2.0-OpenSSH\r\n\r\n"), "not_reached"),
    "nothing": (raw(b""), "not_reached"),
    "more than it may hold": (answering(lambda _: b"x" * 1001), "too_large"),
    "more, of unknown length": (raw(OK + b"\r\n" + b"x" * 5000), "too_large"),
    "less than announced": (raw(OK + b"Content-Length: 900\r\n\r\nshort"), "cut_off"),
    "a packed answer": (raw(OK + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\nxx"), "cut_off"),
    "elsewhere": (raw(b"HTTP/1.1 307 T\r\nLocation: http://198.51.100.7/\r\n\r\n"), "redirected"),
    "elsewhere, without the body": (raw(b"HTTP/1.1 302 T\r\nLocation: /other\r\n\r\n"), "redirected"),
    "round in a circle": (
        raw(b"HTTP/1.1 307 T\r\nLocation: /stamp\r\n\r\n"),
        "redirected",
    ),
    "to nowhere": (raw(b"HTTP/1.1 308 T\r\n\r\n"), "redirected"),
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_a_bad_answer_has_its_name(kind: str) -> None:
    handle, name = ANSWERS[kind]
    with serving(handle) as address:
        assert trouble(address) == name


def test_the_same_host_may_send_it_on_to_another_path() -> None:
    def handle(request: BaseHTTPRequestHandler, body: bytes) -> None:
        if request.path == "/stamp":
            raw(b"HTTP/1.1 308 M\r\nLocation: /new\r\nContent-Length: 0\r\n\r\n")(request, body)
        else:
            answering(lambda asked: asked)(request, body)

    with serving(handle) as address:
        assert Door().send(errand(address)) == BODY


def drip(request: BaseHTTPRequestHandler, _: bytes) -> None:
    """Sends a byte now and then, for longer than anybody waits."""
    request.wfile.write(OK + b"Content-Length: 900\r\n\r\n")
    for _each in range(100):
        try:
            request.wfile.write(b"x")
            request.wfile.flush()
        except OSError:
            return
        time.sleep(0.1)


def silence(_: BaseHTTPRequestHandler, __: bytes) -> None:
    time.sleep(3)


@pytest.mark.parametrize("handle", [drip, silence])
def test_an_answer_that_takes_too_long_is_cut(handle: Handler) -> None:
    with serving(handle) as address:
        assert trouble(address, seconds=0.5) == "too_slow"


def test_the_person_can_stop_it() -> None:
    stop = threading.Event()
    threading.Timer(0.3, stop.set).start()
    with serving(drip) as address, pytest.raises(NetworkError) as error:
        Door().send(errand(address), stop.is_set)
    assert error.value.trouble == "cancelled"


def test_a_name_that_leads_to_this_computer_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []

    def handle(request: BaseHTTPRequestHandler, body: bytes) -> None:
        asked.append(body)
        answering(lambda _: b"fine")(request, body)

    real = socket.getaddrinfo

    def resolved(host: str, port: int, *rest: int) -> list[object]:
        return list(real("127.0.0.1" if host == "stamp.example" else host, port, *rest))

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    with serving(handle) as address:
        port = address.split(":")[2]
        assert trouble(f"http://stamp.example:{port}") == "private_place"
    assert not asked


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(tmp_path: Path) -> None:
    authority = made(tmp_path, self_signed=True)
    assert authority.certificate.public_bytes(Encoding.PEM)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "signer.pem", tmp_path / "signer.key")
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        try:
            with context.wrap_socket(listening.accept()[0], server_side=True):
                return
        except OSError:
            return

    thread = threading.Thread(target=serve)
    thread.start()
    with listening:
        assert trouble(f"https://127.0.0.1:{listening.getsockname()[1]}/") == "not_secure"
        thread.join()


def test_a_proxy_of_the_system_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    assert proxy_for("https://stamp.example/") is None
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", "")
    assert proxy_for("https://stamp.example/") == "proxy.example:3128"


def test_the_guard_ends_with_its_errand() -> None:
    # Servers of other tests may still be coming to their end, so only what is new counts.
    before = set(threading.enumerate())
    with Guard(5, lambda: False, near=True):
        assert [one.name for one in threading.enumerate() if one not in before] == ["inspector-network"]
    assert not set(threading.enumerate()) - before
