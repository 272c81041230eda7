# SPDX-License-Identifier: Apache-2.0
"""Checks the signature that a mail's domain put on it (DKIM), with keys on file; nothing is looked up.

Source: RFC 6376, RFC 8301 (no SHA-1), RFC 8463 (Ed25519). Stricter than these: only a signature that covers
the whole body, From, Subject and Date, by the sender's domain or one above it, makes a mail the service's own
record.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from inspector.captures.mails.canonical import (
    Field,
    Form,
    body_of,
    chosen,
    field_of,
    on_the_wire,
    taken_apart,
)
from inspector.captures.mails.keys import Key, Keys, PublicKey, tags_of

Verdict = Literal["holds", "broken", "no_key", "weak", "unsigned"]

_MOST_SIGNATURES: Final = 10
_NEEDED: Final = ("v", "a", "b", "bh", "d", "h", "s")
_COVERED: Final = frozenset({"from", "subject", "date"})
_FORMS: Final[dict[str, Form]] = {"simple": "simple", "relaxed": "relaxed"}
_KEYS: Final[dict[str, type[PublicKey]]] = {"rsa-sha256": RSAPublicKey, "ed25519-sha256": Ed25519PublicKey}
_SIGNATURE: Final = re.compile(rb"(?:(?<=;)|^)([ \t\r\n]*b[ \t\r\n]*=)[^;]*")
_ORDER: Final[tuple[Verdict, ...]] = ("holds", "no_key", "weak", "broken", "unsigned")


@dataclass(frozen=True, slots=True)
class Signed:
    """What the signatures of a mail are worth. `domain` signed it; `weak`: it holds but leaves parts open."""

    verdict: Verdict
    domain: str | None = None


def check(raw: bytes, sender_domain: str, keys: Keys) -> Signed:
    """Return the best of a mail's signatures by the domain of its sender."""
    parts = taken_apart(on_the_wire(raw))
    if parts is None:
        return Signed("unsigned")
    fields, body = parts
    places = [place for place, (name, _) in enumerate(fields) if name.lower() == b"dkim-signature"]
    # A second From could be the one a person is shown.
    lone = sum(name.lower() == b"from" for name, _ in fields) == 1
    found = [_one(place, fields, body, sender_domain, keys) for place in places[:_MOST_SIGNATURES] if lone]
    return min(found, key=lambda one: _ORDER.index(one.verdict), default=Signed("unsigned"))


def _one(place: int, fields: Sequence[Field], body: bytes, sender: str, keys: Keys) -> Signed:
    tags = tags_of(fields[place][1].decode("latin-1"))
    if tags is None or any(tag not in tags for tag in _NEEDED) or tags["v"] != "1":
        return Signed("broken")
    domain = tags["d"].lower()
    if not (sender == domain or sender.endswith(f".{domain}")) or "." not in domain:
        return Signed("unsigned")
    key = keys.find(tags["s"], domain)
    if key is None:
        return Signed("no_key", domain)
    return Signed(_verdict(place, fields, body, tags, key), domain)


def _verdict(place: int, fields: Sequence[Field], body: bytes, tags: Mapping[str, str], key: Key) -> Verdict:
    """Return what a signature is worth by this key."""
    name, value = fields[place]
    kind = _KEYS.get(tags["a"].lower())
    head_form, body_form = _forms(tags.get("c", "simple/simple"))
    if kind is None or not isinstance(key.public, kind) or "sha256" not in key.hashes:
        return "weak" if kind is None else "broken"
    if head_form is None or body_form is None:
        return "broken"
    canonical = body_of(body, body_form)
    if _plain(tags["bh"]) != hashlib.sha256(canonical).digest():
        # A signature over a part of the body lets anybody add what they like.
        return "weak" if "l" in tags else "broken"
    names = [one.strip().lower() for one in tags["h"].split(":")]
    signed = b"".join(field_of(field, head_form) for field in chosen(_without(fields, place), names))
    signed += field_of((name, _SIGNATURE.sub(rb"\1", value[:-2]) + b"\r\n"), head_form)[:-2]
    if not _verifies(key.public, _plain(tags["b"]), signed):
        return "broken"
    whole = "l" not in tags and set(names) >= _COVERED and not key.testing
    return "holds" if whole else "weak"


def _without(fields: Sequence[Field], place: int) -> list[Field]:
    return [*fields[:place], *fields[place + 1 :]]


def _forms(text: str) -> tuple[Form | None, Form | None]:
    head, _, body = text.lower().partition("/")
    return _FORMS.get(head.strip()), _FORMS.get(body.strip() or "simple")


def _plain(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _verifies(public: PublicKey, signature: bytes, signed: bytes) -> bool:
    try:
        if isinstance(public, RSAPublicKey):
            public.verify(signature, signed, PKCS1v15(), SHA256())
        else:
            public.verify(signature, hashlib.sha256(signed).digest())
    except InvalidSignature:
        return False
    return True
