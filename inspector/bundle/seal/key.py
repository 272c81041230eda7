# SPDX-License-Identifier: Apache-2.0
"""The key of a seal: made on this computer, with a certificate that it signs itself and that names nobody.

Source: RFC 5280, sections 4.1.2.5 (no end of validity), 4.2.1.3 and 4.2.1.9 (what the key is for).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

NAME: Final = "Integrity seal made on this computer"
"""The name in the certificate: the same for everybody, in every language."""

_ENDLESS: Final = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)


class BadKeyError(ValueError):
    """What was kept is no key of a seal."""


@dataclass(frozen=True, slots=True)
class SealKey:
    """A private key on the curve P-256 and its certificate, which nobody else vouches for."""

    private: ec.EllipticCurvePrivateKey = field(repr=False)
    certificate: x509.Certificate

    @property
    def fingerprint(self) -> str:
        """Return what tells this key from others: the SHA-256 of its certificate, in hex."""
        return fingerprint(self.certificate)

    def kept(self) -> bytes:
        """Return the key as it is kept, in PEM. It is secret: only an encrypted place may hold it."""
        pem = self.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return pem + self.certificate.public_bytes(Encoding.PEM)


def made(now: datetime) -> SealKey:
    """Make a key. `now`: from when on its certificate counts."""
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(_ENDLESS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(private, hashes.SHA256())
    )
    return SealKey(private, certificate)


def loaded(kept: bytes) -> SealKey:
    """Return the key that was kept. Raises BadKeyError."""
    try:
        private = load_pem_private_key(kept, password=None)
        certificate = x509.load_pem_x509_certificate(kept)
    except (ValueError, TypeError) as error:
        raise BadKeyError("no key") from error
    if not isinstance(private, ec.EllipticCurvePrivateKey) or not isinstance(private.curve, ec.SECP256R1):
        raise BadKeyError("another kind of key")
    if certificate.public_key() != private.public_key():
        raise BadKeyError("the certificate of another key")
    return SealKey(private, certificate)


def grouped(key: str) -> str:
    """Return a fingerprint in groups of four, so that it can be read aloud and compared, and wraps."""
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))


def fingerprint(certificate: x509.Certificate) -> str:
    """Return the SHA-256 of a certificate, in hex."""
    return hashlib.sha256(certificate.public_bytes(Encoding.DER)).hexdigest()
