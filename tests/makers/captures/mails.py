# SPDX-License-Identifier: Apache-2.0
"""Mails of services to a fictional person, unsigned or signed with a key made for the test."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ed25519, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from inspector.captures.mails.canonical import body_of, chosen, field_of, taken_apart

SIGNED: Final = ("from", "to", "subject", "date")
GRANTED: Final = (
    "Hi Ada, we've received your objection. We'll honor your objection. Your public information will not be "
    "used to improve generative AI."
)
NOTICE: Final = (
    "We are updating our Privacy Policy and terms to say more about how we train generative AI models."
)


def mail(sender: str, subject: str, text: str, date: str = "Tue, 27 May 2025 10:00:00 +0200") -> bytes:
    """Return a mail as it is on the wire."""
    lines = (
        f"From: {sender}",
        "To: ada@example.com",
        f"Subject: {subject}",
        f"Date: {date}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "",
        text,
        "",
    )
    return "\r\n".join(lines).encode()


@dataclass(frozen=True)
class Signer:
    """Signs mails for a domain."""

    domain: str
    private: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey
    selector: str = "s1"

    @property
    def record(self) -> str:
        """Return the line of the key file for this signer."""
        if isinstance(self.private, rsa.RSAPrivateKey):
            kind, raw = (
                "rsa",
                self.private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
            )
        else:
            kind, raw = "ed25519", self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        key = base64.b64encode(raw).decode()
        return f'{self.selector}._domainkey.{self.domain}. 3600 IN TXT "v=DKIM1; k={kind}; " "p={key}"\n'

    def signed(self, raw: bytes, names: tuple[str, ...] = SIGNED, extra: str = "") -> bytes:
        """Return the mail with a signature in front, relaxed in head and body."""
        parts = taken_apart(raw)
        assert parts is not None
        fields, body = parts
        body_hash = base64.b64encode(hashlib.sha256(body_of(body, "relaxed")).digest()).decode()
        kind = "rsa-sha256" if isinstance(self.private, rsa.RSAPrivateKey) else "ed25519-sha256"
        value = (
            f" v=1; a={kind}; c=relaxed/relaxed; d={self.domain}; s={self.selector};{extra}"
            f"\r\n\th={':'.join(names)}; bh={body_hash};\r\n\tb="
        )
        covered = b"".join(field_of(field, "relaxed") for field in chosen(fields, names))
        covered += field_of((b"DKIM-Signature", value.encode() + b"\r\n"), "relaxed")[:-2]
        signature = base64.b64encode(self._sign(covered)).decode()
        folded = "\r\n\t ".join(signature[start : start + 60] for start in range(0, len(signature), 60))
        return f"DKIM-Signature:{value}{folded}\r\n".encode() + raw

    def _sign(self, covered: bytes) -> bytes:
        if isinstance(self.private, rsa.RSAPrivateKey):
            return self.private.sign(covered, padding.PKCS1v15(), SHA256())
        return self.private.sign(hashlib.sha256(covered).digest())


def mailbox(*mails: bytes) -> bytes:
    """Return mails as one mailbox file."""
    start = b"From 1234567890@xxx Tue May 27 08:00:00 +0000 2025\r\n"
    return b"".join(start + one.replace(b"\r\nFrom ", b"\r\n>From ") + b"\r\n" for one in mails)
