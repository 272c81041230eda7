# SPDX-License-Identifier: Apache-2.0
"""Reads signed data as the seal, the report and timestamps carry it, and checks its one signature.

Source: RFC 5652 (CMS), sections 5.1, 5.3, 5.4; RFC 5754 (SHA-2); RFC 5035 (which certificate signed).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate, InvalidVersion, load_der_x509_certificate

from inspector.bundle.seal import der
from inspector.bundle.seal.der import DerError, Value

DATA: Final = "1.2.840.113549.1.7.1"
TIMESTAMP_INFO: Final = "1.2.840.113549.1.9.16.1.4"
TIMESTAMP_TOKEN: Final = "1.2.840.113549.1.9.16.2.14"  # noqa: S105 - an identifier, not a secret
SIGNED_DATA: Final = "1.2.840.113549.1.7.2"
CONTENT_TYPE: Final = "1.2.840.113549.1.9.3"
DIGEST: Final = "1.2.840.113549.1.9.4"
_BY_CERTIFICATE: Final = "1.2.840.113549.1.9.16.2.12"
BY_CERTIFICATE_2: Final = "1.2.840.113549.1.9.16.2.47"

_HASHES: Final[dict[str, hashes.HashAlgorithm]] = {
    "2.16.840.1.101.3.4.2.1": hashes.SHA256(),
    "2.16.840.1.101.3.4.2.2": hashes.SHA384(),
    "2.16.840.1.101.3.4.2.3": hashes.SHA512(),
}
_PLAIN_RSA: Final = "1.2.840.113549.1.1.1"
_SIGNATURES: Final[dict[str, hashes.HashAlgorithm]] = {
    "1.2.840.10045.4.3.2": hashes.SHA256(),
    "1.2.840.10045.4.3.3": hashes.SHA384(),
    "1.2.840.10045.4.3.4": hashes.SHA512(),
    "1.2.840.113549.1.1.11": hashes.SHA256(),
    "1.2.840.113549.1.1.12": hashes.SHA384(),
    "1.2.840.113549.1.1.13": hashes.SHA512(),
}
_CERTIFICATES: Final = 0xA0
_ATTRIBUTES: Final = 0xA0
_UNSIGNED: Final = 0xA1
_MOST_CERTIFICATES: Final = 16


class BadSignatureError(ValueError):
    """The signature does not hold, or not over these bytes."""


@dataclass(frozen=True, slots=True)
class SignedData:
    """Signed data of one signer. `content`: the bytes that were signed, None where they lie elsewhere.

    `attributes`: what was signed beside the digest, by object identifier; `unsigned`: what was added later.
    """

    kind: str
    content: bytes | None
    certificates: tuple[Certificate, ...]
    signer: Certificate
    digest: hashes.HashAlgorithm
    scheme: str
    signed: bytes
    attributes: dict[str, Value]
    unsigned: dict[str, Value]
    signature: bytes

    def check(self, content: bytes | None = None) -> None:
        """Check that the signer signed `content`, or what is inside. Raises BadSignatureError."""
        found = content if self.content is None else self.content
        if found is None or (content is not None and content != found):
            raise BadSignatureError("content")
        self.check_digest(hashlib.new(self.digest.name, found).digest())

    def check_digest(self, digest: bytes) -> None:
        """Check that the signer signed bytes of this digest. Raises BadSignatureError."""
        try:
            if self.attributes[DIGEST].a(der.OCTETS).inside != digest:
                raise BadSignatureError("digest")
            if self.attributes[CONTENT_TYPE].oid() != self.kind or not self._names_signer():
                raise BadSignatureError("attributes")
        except (KeyError, IndexError, DerError) as error:
            raise BadSignatureError("attributes") from error
        self._check_signature()

    def _names_signer(self) -> bool:
        """Answer whether the certificate is the one that the signed attributes name, if they name any."""
        for kind, usual in ((BY_CERTIFICATE_2, "sha256"), (_BY_CERTIFICATE, "sha1")):
            if kind in self.attributes:
                listed = self.attributes[kind].a(der.SEQUENCE).children()[0]
                named = listed.a(der.SEQUENCE).children()[0].a(der.SEQUENCE).children()
                other = named[0].tag == der.SEQUENCE
                name = _HASHES[named[0].children()[0].oid()].name if other else usual
                whole = hashlib.new(name, _bytes(self.signer), usedforsecurity=False).digest()
                return named[int(other)].a(der.OCTETS).inside == whole
        return True

    def _check_signature(self) -> None:
        algorithm = self.digest if self.scheme == _PLAIN_RSA else _SIGNATURES.get(self.scheme)
        if algorithm is None:
            raise BadSignatureError("scheme")
        try:
            key = self.signer.public_key()
            if isinstance(key, ec.EllipticCurvePublicKey):
                key.verify(self.signature, self.signed, ec.ECDSA(algorithm))
            elif isinstance(key, rsa.RSAPublicKey):
                key.verify(self.signature, self.signed, padding.PKCS1v15(), algorithm)
            else:
                raise BadSignatureError("key")
        except (InvalidSignature, UnsupportedAlgorithm, ValueError) as error:
            raise BadSignatureError("signature") from error


def parse(data: bytes) -> SignedData:
    """Read signed data; bytes after it must be none. Raises DerError."""
    kind, *rest = der.read(data).a(der.SEQUENCE).children()
    if kind.oid() != SIGNED_DATA or len(rest) != 1:
        raise DerError("no signed data")
    try:
        return _signed_data(rest[0].a(0xA0).only().a(der.SEQUENCE).children())
    except (IndexError, KeyError, ValueError) as error:
        raise DerError("incomplete") from error


def _signed_data(parts: list[Value]) -> SignedData:
    version, digests, inner, *rest = parts
    version.integer()
    digests.a(der.SET)
    kind, *held = inner.a(der.SEQUENCE).children()
    content = held[0].a(0xA0).only().a(der.OCTETS).inside if held else None
    certificates = _certificates([one for one in rest if one.tag == _CERTIFICATES])
    infos = rest[-1].a(der.SET).only().a(der.SEQUENCE).children()
    _, named, digest, *more = infos
    signed = more.pop(0).a(_ATTRIBUTES)
    scheme, signature, *later = more
    return SignedData(
        kind.oid(),
        content,
        certificates,
        _signer(certificates, named),
        _HASHES[digest.a(der.SEQUENCE).children()[0].oid()],
        scheme.a(der.SEQUENCE).children()[0].oid(),
        # What is signed is the set, not the field of the signer's that holds it.
        bytes((der.SET,)) + signed.whole[1:],
        _attributes(signed),
        _attributes(later[0].a(_UNSIGNED)) if later else {},
        signature.a(der.OCTETS).inside,
    )


def _certificates(fields: list[Value]) -> tuple[Certificate, ...]:
    held = [one for field in fields for one in field.children() if one.tag == der.SEQUENCE]
    if not 0 < len(held) <= _MOST_CERTIFICATES:
        raise DerError("certificates")
    try:
        return tuple(load_der_x509_certificate(one.whole) for one in held)
    except (ValueError, InvalidVersion) as error:
        raise DerError("certificate") from error


def _signer(certificates: tuple[Certificate, ...], named: Value) -> Certificate:
    """Return the certificate whose issuer and number the signer names."""
    issuer, number = named.a(der.SEQUENCE).children()
    for one in certificates:
        if _number_and_issuer(one) == (number.integer(), issuer.whole):
            return one
    raise DerError("signer")


def _number_and_issuer(certificate: Certificate) -> tuple[int, bytes]:
    """Return both as they stand in the certificate, for a name can be spelled in several ways."""
    fields = der.read(certificate.tbs_certificate_bytes).children()
    number, _, issuer = [one for one in fields if one.tag != _CERTIFICATES][:3]
    return number.integer(), issuer.whole


def _attributes(field: Value) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for one in field.children():
        kind, values = one.a(der.SEQUENCE).children()
        name = kind.oid()
        if name in found:
            raise DerError("twice")
        found[name] = values.a(der.SET).only()
    return found


def _bytes(certificate: Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)
