# SPDX-License-Identifier: Apache-2.0
"""Timestamps of a real authority: accepted when they are about these bytes, else refused with a reason."""

from __future__ import annotations

import contextlib
import hashlib
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.bundle.seal import der, key
from inspector.bundle.timestamp import token
from inspector.bundle.timestamp.question import Question, about, question
from inspector.bundle.timestamp.token import BadTokenError
from tests.makers.authority import NAME, Authority, made

DATA = b"the list of all hashes\n"
DIGEST = hashlib.sha256(DATA).digest()


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return made(tmp_path_factory.mktemp("authority"))


def fault(answer: bytes, asked: Question) -> str:
    with pytest.raises(BadTokenError) as error:
        token.answered(answer, asked.digest, asked.nonce)
    return error.value.fault


@pytest.mark.parametrize("nonce", [0, 1, 0x7F, 0x80, 0x0A68888EC106879F, 1 << 63, (1 << 64) - 1])
def test_openssl_reads_the_request_as_it_is_meant(nonce: int, tmp_path: Path) -> None:
    (tmp_path / "q").write_bytes(about(DIGEST, nonce).request)
    command = ["openssl", "ts", "-query", "-in", str(tmp_path / "q"), "-text"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "Hash Algorithm: sha256" in text
    assert "Certificate required: yes" in text
    # openssl writes whole bytes, so a zero may lead.
    assert [int(line.split()[1], 16) for line in text.splitlines() if line.startswith("Nonce: ")] == [nonce]
    dump = "".join(line[11:60].replace("-", " ").replace(" ", "") for line in text.splitlines()[3:5])
    assert dump == DIGEST.hex()


def test_a_request_holds_the_hash_and_a_number_and_no_more() -> None:
    one, other = question(DATA), question(DATA)
    assert one.nonce != other.nonce
    assert one.digest == other.digest == DIGEST
    assert DATA not in one.request
    assert len(one.request) < 80


def test_a_good_answer_states_a_time_and_who_stamped(authority: Authority) -> None:
    asked = question(DATA)
    found = token.answered(authority.reply(asked.request), asked.digest, asked.nonce)
    assert abs(found.time - datetime.now(UTC)) < timedelta(minutes=5)
    assert found.authority == NAME
    assert found.key == key.fingerprint(authority.certificate)
    assert [one.subject.rfc4514_string() for one in found.chain] == ["CN=Example Root"]


def test_an_authority_with_an_rsa_key_is_as_good(tmp_path: Path) -> None:
    asked = question(DATA)
    answer = made(tmp_path, with_rsa=True).reply(asked.request)
    assert token.answered(answer, asked.digest, asked.nonce).authority == NAME


def test_a_kept_answer_is_checked_without_the_number_that_was_used_once(authority: Authority) -> None:
    assert token.held(authority.reply(about(DIGEST, 7).request), DIGEST).nonce == 7


def test_an_answer_to_another_request_is_refused(authority: Authority) -> None:
    assert fault(authority.reply(question(DATA).request), question(DATA)) == "other_nonce"


def test_a_timestamp_of_something_else_is_refused(authority: Authority) -> None:
    asked = question(DATA)
    other = about(hashlib.sha256(b"else").digest(), asked.nonce)
    assert fault(authority.reply(other.request), asked) == "other_hash"


def test_an_authority_that_vouches_for_itself_is_refused(tmp_path: Path) -> None:
    asked = question(DATA)
    assert fault(made(tmp_path, self_signed=True).reply(asked.request), asked) == "self_signed"


@pytest.mark.parametrize("days", [(-900, -2), (2, 900)], ids=["over", "not begun"])
def test_a_certificate_that_did_not_count_then_is_refused(tmp_path: Path, days: tuple[int, int]) -> None:
    asked = question(DATA)
    assert fault(made(tmp_path, days=days).reply(asked.request), asked) == "expired"


def test_a_certificate_for_something_else_is_refused(authority: Authority, tmp_path: Path) -> None:
    # openssl makes no timestamp with such a certificate, so one is put into the place of the right one.
    asked = question(DATA)
    good = authority.reply(asked.request)
    other = made(tmp_path, for_time=False)
    with pytest.raises(subprocess.CalledProcessError):
        other.reply(asked.request)
    assert fault(
        good.replace(b"\x2b\x06\x01\x05\x05\x07\x03\x08", b"\x2b\x06\x01\x05\x05\x07\x03\x03"), asked
    ) in (
        "no_authority",
        "unsigned",
    )


def test_an_authority_that_says_no_is_heard(authority: Authority) -> None:
    # A hash of another kind than the authority takes.
    asked = question(DATA)
    sha_1 = asked.request.replace(
        der.identifier("2.16.840.1.101.3.4.2.1"), der.identifier("2.16.840.1.101.3.4.2.4")
    )
    assert fault(authority.reply(sha_1), asked) == "refused"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>no</html>",
        b"\x30\x00",
        b"\x30\x03\x02\x01\x00",
        b"\x30\x05\x30\x03\x02\x01\x00",
        b"\x30" * 9000,
    ],
    ids=["nothing", "a page", "empty", "a number", "granted without a token", "deep"],
)
def test_garbage_is_refused(answer: bytes) -> None:
    assert fault(answer, question(DATA)) == "unreadable"


def test_every_cut_is_refused(authority: Authority) -> None:
    asked = question(DATA)
    answer = authority.reply(asked.request)
    for end in range(0, len(answer), 37):
        assert fault(answer[:end], asked) == "unreadable"
    assert fault(answer + b"\x00", asked) == "unreadable"


def test_a_flipped_byte_changes_neither_time_nor_authority_unseen(authority: Authority) -> None:
    asked = question(DATA)
    answer = authority.reply(asked.request)
    good = token.answered(answer, asked.digest, asked.nonce)
    for place in range(len(answer)):
        changed = bytearray(answer)
        changed[place] ^= 4
        with contextlib.suppress(BadTokenError):
            found = token.answered(bytes(changed), asked.digest, asked.nonce)
            assert (found.time, found.key, found.nonce) == (good.time, good.key, good.nonce)


@given(st.binary(max_size=300))
def test_no_bytes_make_it_end_in_anything_but_a_reason(data: bytes) -> None:
    for whole in (data, der.written(der.SEQUENCE, b"\x30\x03\x02\x01\x00", data)):
        with pytest.raises(BadTokenError):
            token.held(whole, DIGEST)
