# SPDX-License-Identifier: Apache-2.0
"""What opens an account is found and masked; what is found tells places, never values."""

from __future__ import annotations

import base64
import quopri
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.captures.secrets.files import cleaned_bytes
from inspector.captures.secrets.scan import masked, scan
from tests.makers.captures.pages import mhtml

VALUE = b"Zq81hY-fictional_0042"
JWT = b"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJlLWZpY3Rpb25hbA"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (b"Cookie: li_at=" + VALUE + b"; lang=en\r\n", "cookie"),
        (b"Set-Cookie: sid=" + VALUE + b"\r\n", "cookie"),
        (b"<script>document.cookie = 'a=" + VALUE + b"'</script>", "cookie"),
        (b"Authorization: Bearer " + VALUE, "authorization"),
        (b'{"authorization":"Bearer ' + VALUE + b'"}', "authorization"),
        (b'<meta name="csrf-token" content="' + VALUE + b'">', "csrf"),
        (b'<input type=hidden name="authenticity_token" value="' + VALUE + b'">', "csrf"),
        (b'<input value="' + VALUE + b'" name="__RequestVerificationToken">', "csrf"),
        (b'{"csrfToken":"' + VALUE + b'"}', "csrf"),
        (b"{&quot;accessToken&quot;:&quot;" + VALUE + b"&quot;}", "token"),
        (b'{\\"refresh_token\\":\\"' + VALUE + b'\\"}', "token"),
        (b'"sessionKey": "' + VALUE + b'"', "session"),
        (b"X-Auth-Session: " + VALUE + b"\r\n", "session_header"),
        (b"text " + JWT + b" text", "jwt"),
        (b"ghp_" + b"a1B2" * 9, "service_key"),
        (b'<a href="https://example.com/in?token=' + VALUE + b'&amp;x=1">', "link_token"),
    ],
)
def test_each_kind_is_found_and_masked_in_its_place(text: bytes, what: str) -> None:
    data = b"line one\n" + text + b"\nlast"
    found = scan(data)
    assert what in [one.what for one in found]
    clean = masked(data, found)
    assert len(clean) == len(data)
    assert VALUE not in clean
    assert JWT not in clean
    assert not scan(clean)
    told = cleaned_bytes(data).secrets
    assert all(VALUE.decode() not in f"{one.what} {one.locator}" for one in told)
    assert told[0].locator in ("line 1", "line 2")


def test_ordinary_settings_are_left_alone() -> None:
    data = b'<label for=a>Use my data</label><input id=a role=switch aria-checked="true" name="telemetry">'
    assert cleaned_bytes(data).data == data
    assert cleaned_bytes(data).secrets == ()


def test_secrets_in_the_encoded_parts_of_a_page_are_masked_and_the_page_stays_one() -> None:
    body = '<meta name="csrf-token" content="' + VALUE.decode() * 4 + '"><p>Größe</p>'
    data = mhtml(body).encode()
    clean = cleaned_bytes(data)
    assert VALUE not in quopri.decodestring(clean.data)
    assert "Größe".encode() in quopri.decodestring(clean.data)
    assert clean.secrets[0].locator.startswith("part 1, line")


def test_secrets_in_base64_are_masked() -> None:
    inner = base64.encodebytes(b"<p>Access token</p> access_token=" + VALUE + b"\n")
    data = (
        b"From: a@example.com\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + inner
    )
    clean = cleaned_bytes(data)
    assert [one.what for one in clean.secrets] == ["token"]
    assert VALUE not in base64.b64decode(clean.data.partition(b"\r\n\r\n")[2])


@given(st.binary(max_size=400))
def test_masking_keeps_the_length_of_any_bytes_and_finds_nothing_twice(data: bytes) -> None:
    found = scan(data)
    assert len(masked(data, found)) == len(data)
    assert all(one.end <= other.start for one, other in pairwise(found))
