# SPDX-License-Identifier: Apache-2.0
"""What is sent to a time authority: a hash and a number that is used once, and nothing else.

Source: RFC 3161, section 2.4.1.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from typing import Final

from inspector.bundle.seal import der

SHA_256: Final = "2.16.840.1.101.3.4.2.1"
_TRUE: Final = b"\x01\x01\xff"
_NOTHING: Final = b"\x05\x00"


@dataclass(frozen=True, slots=True)
class Question:
    """A request for a timestamp: the SHA-256 of what shall be stamped, a nonce, all bytes that are sent."""

    digest: bytes
    nonce: int
    request: bytes


def question(data: bytes) -> Question:
    """Return the request for a timestamp of these bytes; two of them differ in their nonce."""
    return about(hashlib.sha256(data).digest(), secrets.randbits(64))


def about(digest: bytes, nonce: int) -> Question:
    """Return the request for a timestamp of what has this SHA-256."""
    algorithm = der.written(der.SEQUENCE, der.identifier(SHA_256), _NOTHING)
    imprint = der.written(der.SEQUENCE, algorithm, der.written(der.OCTETS, digest))
    request = der.written(der.SEQUENCE, der.whole_number(1), imprint, der.whole_number(nonce), _TRUE)
    return Question(digest, nonce, request)
