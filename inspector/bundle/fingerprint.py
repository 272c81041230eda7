# SPDX-License-Identifier: Apache-2.0
"""The fingerprint of a bundle: the SHA-256 of its `manifest-sha256.txt`, which names every payload byte."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HEX = re.compile(r"[0-9a-f]{64}")
_MARKED = re.compile(rb"fingerprint:([0-9a-f]{64})(?![0-9a-f])")
_MARKED_LENGTH = len(b"fingerprint:") + 64 + 1


def mark(fingerprint: str) -> str:
    """The keyword of `report.pdf` by which any reader of its bytes, and `pdfinfo`, finds the fingerprint."""
    return f"fingerprint:{fingerprint}"


def parse(text: str) -> str | None:
    """The fingerprint as a person may type it: capitals, and spaces, colons or hyphens inside, are fine."""
    plain = re.sub(r"[\s:-]", "", text).lower()
    return plain if _HEX.fullmatch(plain) else None


def named_in(pieces: Iterable[bytes]) -> frozenset[str]:
    """The fingerprints that stand behind a mark in clear bytes, whatever the file around them."""
    found: set[str] = set()
    rest = b""
    for piece in pieces:
        window = rest + piece
        found.update(match.decode("ascii") for match in _MARKED.findall(window))
        rest = window[-_MARKED_LENGTH:]
    return frozenset(found)
