# SPDX-License-Identifier: Apache-2.0
"""Addresses as people type them, and what an errand tells of itself."""

from __future__ import annotations

import pytest

from inspector.network.errand import Errand, NetworkError, address


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("stamp.example", "https://stamp.example/"),
        (" https://stamp.example/tsr ", "https://stamp.example/tsr"),
        ("http://stamp.example:8080/a?b=c", "http://stamp.example:8080/a?b=c"),
        ("HTTPS://Stamp.Example", "https://stamp.example/"),
        ("https://zeit.bücher.example/", "https://zeit.xn--bcher-kva.example/"),
        ("https://[2001:db8::1]:4443/", "https://[2001:db8::1]:4443/"),
    ],
)
def test_an_address_has_one_spelling(typed: str, meant: str) -> None:
    assert address(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "ftp://stamp.example", "file:///etc/passwd", "https://", "https://a b/", "https://x:0/",
        "https://x:99999/", "https://name:word@stamp.example/", "https://stamp.example/#part",
        "https://stamp.example/\u202e", "https://" + "a" * 600, "https://[::1", "https://..example/",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises(NetworkError) as error:
        address(typed)
    assert error.value.trouble == "bad_address"


@pytest.mark.parametrize(
    ("place", "near"),
    [
        ("http://127.0.0.1:9/", True),
        ("http://localhost/", True),
        ("http://[::1]/", True),
        ("https://a.example/", False),
    ],
)
def test_only_a_number_or_this_computer_by_name_is_near(place: str, *, near: bool) -> None:
    one = Errand(place, "timestamp", b"", "", "")
    assert one.is_near is near
    assert one.is_secret_on_the_way is place.startswith("https")
