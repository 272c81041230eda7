# SPDX-License-Identifier: Apache-2.0
"""A file of public keys by which signatures of mails are checked without any connection.

One record a line, as a name server answers: `selector._domainkey.example.com` and the record, with or
without TTL, class, the word TXT and quotes. Remarks begin with `#` or `;`. Source: RFC 6376, section 3.6.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_der_public_key

PublicKey = RSAPublicKey | Ed25519PublicKey

LEAST_BITS: Final = 1025
"""Signers use 1024 at least (RFC 8301, section 3.2); keys that short are within reach of others today."""

_MOST: Final = 1 << 20
_ED25519: Final = 32
_LINE: Final = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+?)\.?\s+(?:\d+\s+)?(?:IN\s+)?(?:TXT\s+)?(?P<record>\S.*)$", re.IGNORECASE
)
_QUOTED: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True)
class Key:
    """A key with what its record allows. `testing`: the domain says that its signatures mean nothing yet."""

    public: PublicKey
    hashes: tuple[str, ...]
    testing: bool


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys by name, `<selector>._domainkey.<domain>` in lower case."""

    by_name: Mapping[str, Key]

    def find(self, selector: str, domain: str) -> Key | None:
        """Return the key of a selector and domain, None where none is on file."""
        return self.by_name.get(f"{selector}._domainkey.{domain}".lower())


NO_KEYS: Final = Keys({})


def read_keys(path: Path) -> Keys:
    """Return the keys of a file; records that are none are left out. Raises OSError."""
    return keys_of(text_of_keys(path))


def text_of_keys(path: Path) -> str:
    """Return the text of a file of keys. Raises OSError."""
    with path.open("rb") as file:
        return file.read(_MOST).decode("utf-8", "replace")


def keys_of(text: str) -> Keys:
    """Return the keys in the text of such a file."""
    found: dict[str, Key] = {}
    for line in text.splitlines():
        parts = None if line.lstrip().startswith(("#", ";")) else _LINE.match(line.strip())
        if parts is None or "._domainkey." not in parts["name"].lower():
            continue
        quoted = _QUOTED.findall(parts["record"])
        key = key_of("".join(quoted) if quoted else parts["record"])
        if key is not None:
            found[parts["name"].lower()] = key
    return Keys(found)


def tags_of(record: str) -> dict[str, str] | None:
    """Return the tags of a record or signature (RFC 6376, section 3.2); None where one stands twice."""
    tags: dict[str, str] = {}
    for part in record.split(";"):
        name, equals, value = part.partition("=")
        if not part.strip():
            continue
        if not equals or name.strip() in tags:
            return None
        tags[name.strip()] = value.strip()
    return tags


def key_of(record: str) -> Key | None:
    """Return the key in a record; None for one withdrawn, too short, for other uses, or none at all."""
    tags = tags_of(record)
    if tags is None or tags.get("v", "DKIM1") != "DKIM1" or not tags.get("p"):
        return None
    if "*" not in (uses := tags.get("s", "*").split(":")) and "email" not in uses:
        return None
    try:
        raw = base64.b64decode("".join(tags["p"].split()), validate=True)
        public = _public(raw, tags.get("k", "rsa"))
    except (binascii.Error, ValueError, UnsupportedAlgorithm):
        return None
    if public is None:
        return None
    hashes = tuple(tags["h"].split(":")) if "h" in tags else ("sha256",)
    return Key(public, tuple(one.strip() for one in hashes), "y" in tags.get("t", "").split(":"))


def _public(raw: bytes, kind: str) -> PublicKey | None:
    if kind == "ed25519":
        return Ed25519PublicKey.from_public_bytes(raw) if len(raw) == _ED25519 else None
    if kind != "rsa":
        return None
    public = load_der_public_key(raw)
    return public if isinstance(public, RSAPublicKey) and public.key_size >= LEAST_BITS else None
