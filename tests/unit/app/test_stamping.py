# SPDX-License-Identifier: Apache-2.0
"""Asking a time authority: nothing without leave, and a named outcome for every way it can go."""

from __future__ import annotations

import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from inspector.app.connections import Connections, counted
from inspector.app.stamping import Asking, PlaceError, Stamping, asked_detail, places
from inspector.bundle.timestamp.question import about, question
from inspector.bundle.timestamp.token import held
from inspector.network.errand import Errand
from inspector.report.notes import Notes
from inspector.system.messages import Messages
from tests.makers.authority import Authority, Handler, answering, made, serving

DATA = b"the list of all hashes\n"


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return made(tmp_path_factory.mktemp("authority"))


def yes(_: Asking) -> bool:
    return True


def quickly(connections: Connections) -> Callable[[Errand], bytes]:
    """Sends with a time that suits a test."""

    def send(errand: Errand) -> bytes:
        own = Errand(
            errand.address, errand.purpose, errand.body, errand.content_type, errand.accept, seconds=1
        )
        return connections.send(own)

    return send


def test_only_the_request_that_the_person_saw_is_sent(authority: Authority) -> None:
    sent: list[bytes] = []
    seen: list[Asking] = []

    def answer(body: bytes) -> bytes:
        sent.append(body)
        return authority.reply(body)

    def allow(asking: Asking) -> bool:
        seen.append(asking)
        return True

    connections = Connections()
    with serving(answering(answer)) as address:
        stamping = Stamping([address], allow, connections.send)
        kept = stamping.stampers[0]("lists", DATA)
    assert kept is not None
    assert held(kept, question(DATA).digest).time == stamping.outcomes[0].time
    assert sent == [seen[0].errand.body]
    assert seen[0].digest == question(DATA).digest.hex()
    assert seen[0].digest in sent[0].hex()
    assert [one.note.key for one in stamping.outcomes] == ["stamp.good.lists"]
    assert len(connections.visits) == 1
    assert counted(connections.visits).as_dict() == {"n": 1, "hosts": stamping.hosts[0]}


def test_without_leave_nothing_is_sent() -> None:
    connections = Connections()
    stamping = Stamping(["https://stamp.example/"], lambda _: False, connections.send)
    assert stamping.stamp("https://stamp.example/", "lists", DATA) is None
    assert [(one.note.key, one.sent) for one in stamping.outcomes] == [("stamp.declined", False)]
    assert not connections.visits
    assert counted(connections.visits).key == "network.none"


def huge(request: BaseHTTPRequestHandler, body: bytes) -> None:
    try:
        answering(lambda _: bytes(2_000_000))(request, body)
    except OSError:
        # Nobody takes all of it.
        return


def slow(_request: BaseHTTPRequestHandler, _body: bytes) -> None:
    time.sleep(2)


def redirect(request: BaseHTTPRequestHandler, _body: bytes) -> None:
    request.send_response(307)
    request.send_header("Location", "http://192.0.2.1/")
    request.end_headers()


BAD: dict[str, tuple[Callable[[Authority, Path], Handler], str]] = {
    "a wrong nonce": (
        lambda own, _: answering(lambda _body: own.reply(question(DATA).request)),
        "stamp.other_nonce",
    ),
    "a wrong hash": (
        lambda own, _: answering(lambda _body: own.reply(about(bytes(32), 1).request)),
        "stamp.other_hash",
    ),
    "an authority of its own": (
        lambda _, folder: answering(made(folder, self_signed=True).reply),
        "stamp.self_signed",
    ),
    "an authority that is over": (
        lambda _, folder: answering(made(folder, days=(-900, -2)).reply),
        "stamp.expired",
    ),
    "garbage": (lambda _, __: answering(lambda _body: b"<html>Welcome</html>"), "stamp.unreadable"),
    "nothing": (lambda _, __: answering(lambda _body: b""), "stamp.unreadable"),
    "a refusal": (lambda own, _: answering(lambda _body: own.reply(b"\x30\x00")), "stamp.refused"),
    "an endless answer": (lambda _, __: huge, "network.trouble.too_large"),
    "a slow answer": (lambda _, __: slow, "network.trouble.too_slow"),
    "a way elsewhere": (lambda _, __: redirect, "network.trouble.redirected"),
}


@pytest.mark.parametrize("kind", BAD)
def test_every_bad_answer_has_its_outcome_and_nothing_of_it_is_kept(
    authority: Authority, tmp_path: Path, kind: str
) -> None:
    handler, key = BAD[kind]
    connections = Connections()
    with serving(handler(authority, tmp_path)) as address:
        stamping = Stamping([address], yes, quickly(connections))
        assert stamping.stamp(address, "lists", DATA) is None
    (outcome,) = stamping.outcomes
    assert (outcome.note.key, outcome.sent, outcome.time) == (key, True, None)
    assert Notes(Messages("en")).text(outcome.note)
    assert asked_detail(outcome)["outcome"] == key.rpartition(".")[2]
    assert len(connections.visits) == 1


def test_two_authorities_are_asked_one_after_the_other(authority: Authority) -> None:
    with serving(answering(authority.reply)) as one, serving(answering(authority.reply)) as other:
        stamping = Stamping([one, other], yes, Connections().send)
        assert all(stamper("lists", DATA) for stamper in stamping.stampers)
    assert [outcome.host for outcome in stamping.outcomes] == list(stamping.hosts)


def test_addresses_are_read_as_people_type_them() -> None:
    assert places(["stamp.example", "", "stamp.example", "http://other.example/x"]) == (
        "https://stamp.example/",
        "http://other.example/x",
    )
    for texts, key in (
        (["no address"], "stamp.bad_address"),
        (["a.example", "b.example", "c.example"], "stamp.too_many"),
    ):
        with pytest.raises(PlaceError) as error:
            places(texts)
        assert error.value.note.key == key
