# SPDX-License-Identifier: Apache-2.0
"""Signatures of mails hold, or do not, with keys on file alone."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa

from inspector.captures.mails.dkim import check
from inspector.captures.mails.keys import NO_KEYS, keys_of
from tests.makers.captures.mails import GRANTED, Signer, mail

DOMAIN = "facebookmail.com"
RAW = mail(f"Facebook <notification@{DOMAIN}>", "Your objection", GRANTED)
RSA = Signer(DOMAIN, rsa.generate_private_key(65537, 2048))
ED25519 = Signer(DOMAIN, ed25519.Ed25519PrivateKey.generate(), "e1")


@pytest.mark.parametrize("signer", [RSA, ED25519], ids=["rsa", "ed25519"])
def test_a_signature_holds_with_its_key_on_file(signer: Signer) -> None:
    found = check(signer.signed(RAW), DOMAIN, keys_of(signer.record))
    assert (found.verdict, found.domain) == ("holds", DOMAIN)


def test_it_holds_after_a_mail_program_stored_other_line_ends() -> None:
    stored = RSA.signed(RAW).replace(b"\r\n", b"\n")
    assert check(stored, DOMAIN, keys_of(RSA.record)).verdict == "holds"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"honor your", b"ignore your"),
        (b"Subject: Your", b"Subject: Their"),
        (b"27 May 2025", b"27 May 2024"),
    ],
)
def test_any_change_of_what_is_covered_breaks_it(before: bytes, after: bytes) -> None:
    assert check(RSA.signed(RAW).replace(before, after), DOMAIN, keys_of(RSA.record)).verdict == "broken"


def test_without_a_key_on_file_nothing_is_known() -> None:
    assert check(RSA.signed(RAW), DOMAIN, NO_KEYS).verdict == "no_key"


def test_another_domains_signature_is_none_of_the_senders() -> None:
    other = Signer("example.com", RSA.private)
    assert check(other.signed(RAW), DOMAIN, keys_of(other.record)).verdict == "unsigned"


def test_the_key_of_somebody_else_does_not_do() -> None:
    other = Signer(DOMAIN, rsa.generate_private_key(65537, 2048))
    assert check(RSA.signed(RAW), DOMAIN, keys_of(other.record)).verdict == "broken"


def test_a_signature_that_leaves_subject_or_body_open_is_weak() -> None:
    keys = keys_of(RSA.record)
    assert check(RSA.signed(RAW, ("from", "date")), DOMAIN, keys).verdict == "weak"
    assert check(RSA.signed(RAW, extra=" l=10;"), DOMAIN, keys).verdict == "weak"


def test_a_second_sender_field_leaves_nothing_signed() -> None:
    twice = b"From: Other <a@example.com>\r\n" + RSA.signed(RAW)
    assert check(twice, DOMAIN, keys_of(RSA.record)).verdict == "unsigned"


@pytest.mark.parametrize(
    "record",
    [
        "s1._domainkey.example.com v=DKIM1; p=",
        "s1._domainkey.example.com v=DKIM2; p=AAAA",
        "s1._domainkey.example.com v=DKIM1; p=!!!!",
        "s1._domainkey.example.com v=DKIM1; s=other; p=AAAA",
        "# s1._domainkey.example.com v=DKIM1; p=AAAA",
        "example.com v=DKIM1; p=AAAA",
        "",
    ],
)
def test_records_that_hold_no_key_are_left_out(record: str) -> None:
    assert not keys_of(record).by_name


def test_a_key_that_is_too_short_does_not_count() -> None:
    short = Signer(DOMAIN, rsa.generate_private_key(65537, 1024))  # noqa: S505 - what must be refused
    assert check(short.signed(RAW), DOMAIN, keys_of(short.record)).verdict == "no_key"
