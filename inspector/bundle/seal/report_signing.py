# SPDX-License-Identifier: Apache-2.0
"""Signs the report as PAdES B-B, with room for a timestamp of the signature (B-T).

Written here rather than taken from a library for it: those that there are bring whole clients for the network
along, depend on the time zone of the computer, and rewrite the description of the document with its clock.

Source: ETSI EN 319 142-1, section 6.3; ETSI EN 319 122-1, section 5.2.2; RFC 5652, section 5; RFC 5035.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Final

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from inspector.bundle.seal import der, signed_data
from inspector.bundle.seal.key import SealKey
from inspector.bundle.seal.pdf_update import prepared

ROOM: Final = 64 << 10
"""Hexadecimal digits that are kept for the signature and a timestamp of it with all its certificates."""

_SHA_256: Final = der.written(der.SEQUENCE, der.identifier("2.16.840.1.101.3.4.2.1"))
_ECDSA: Final = der.written(der.SEQUENCE, der.identifier("1.2.840.10045.4.3.2"))
_FIRST: Final = 0xA0


def signed(pdf: bytes, key: SealKey, now: datetime) -> bytes:
    """Return the PDF with a signature over all of it, appended as its last revision.

    `now`: the time it claims, in UTC. Raises ValueError for a PDF that is not as our reports are.
    """
    room = prepared(pdf, ROOM, now)
    covered = hashlib.sha256()
    for part in room.covered:
        covered.update(part)
    return room.with_signature(_signature(covered.digest(), key))


def _signature(digest: bytes, key: SealKey) -> bytes:
    """Return the signed data of one signer over bytes of this digest, which lie elsewhere."""
    certificate = key.certificate.public_bytes(Encoding.DER)
    attributes = b"".join(sorted(_attributes(digest, certificate)))
    signature = key.private.sign(der.written(der.SET, attributes), ec.ECDSA(hashes.SHA256()))
    issuer = der.written(
        der.SEQUENCE, key.certificate.issuer.public_bytes(), der.whole_number(key.certificate.serial_number)
    )
    signer = der.written(
        der.SEQUENCE,
        der.whole_number(1),
        issuer,
        _SHA_256,
        der.written(_FIRST, attributes),
        _ECDSA,
        der.written(der.OCTETS, signature),
    )
    data = der.written(
        der.SEQUENCE,
        der.whole_number(1),
        der.written(der.SET, _SHA_256),
        der.written(der.SEQUENCE, der.identifier(signed_data.DATA)),
        der.written(_FIRST, certificate),
        der.written(der.SET, signer),
    )
    return der.written(der.SEQUENCE, der.identifier(signed_data.SIGNED_DATA), der.written(_FIRST, data))


def _attributes(digest: bytes, certificate: bytes) -> list[bytes]:
    """Return what is signed: what kind of bytes, their digest, and which certificate it was."""
    own = der.written(der.OCTETS, hashlib.sha256(certificate).digest())
    named = der.written(der.SEQUENCE, der.written(der.SEQUENCE, der.written(der.SEQUENCE, own)))
    return [
        _attribute(signed_data.CONTENT_TYPE, der.identifier(signed_data.DATA)),
        _attribute(signed_data.DIGEST, der.written(der.OCTETS, digest)),
        _attribute(signed_data.BY_CERTIFICATE_2, named),
    ]


def _attribute(kind: str, value: bytes) -> bytes:
    return der.written(der.SEQUENCE, der.identifier(kind), der.written(der.SET, value))
