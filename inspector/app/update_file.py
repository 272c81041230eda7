# SPDX-License-Identifier: Apache-2.0
"""The file in which a newer catalog comes: signed, and read no further than its signature reaches.

Three parts: a line that names the form, a line with an Ed25519 signature (RFC 8032) in base64, and the signed
bytes to the last one: a line of JSON (version, last day, size and SHA-256 of what follows), then the files of
the catalog as JSON.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from inspector.domain.text import Note, note
from inspector.system import resources

FORM: Final = b"inspector/catalog-update/1\n"
LARGEST: Final = 16 * 2**20
"""Bytes that such a file may have; the catalog of 2026 has 1.4 MB."""

_KEYS: Final = "update/keys.toml"
_LONGEST_LINE: Final = 1000
_NAME: Final = re.compile(r"(?:services/)?[a-z0-9][a-z0-9-]*\.(?:toml|json)")
_VERSION: Final = re.compile(r"\d{4}\.\d{2}\.\d{2}(?:\.\d+)?")


class UpdateError(Exception):
    """An update is not taken: `note` says why."""

    def __init__(self, why: Note) -> None:
        super().__init__(why.key)
        self.note = why


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first line of what is signed."""

    version: str
    expires: datetime
    size: int
    sha256: str


class _Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    public: str


class _Keys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    schema: Literal["inspector/catalog-keys/1"]
    key: tuple[_Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Update:
    """A catalog whose signature holds. `files`: text by name; `key`: the id of the key that signed it."""

    version: str
    expires: datetime
    key: str
    files: Mapping[str, str]


def known_keys() -> dict[str, Ed25519PublicKey]:
    """Return the keys that count, by id; none where nobody has put one in."""
    told = msgspec.toml.decode(resources.path(_KEYS).read_bytes(), type=_Keys)
    return {one.id: Ed25519PublicKey.from_public_bytes(base64.b64decode(one.public)) for one in told.key}


def read(file: Path, keys: Mapping[str, Ed25519PublicKey]) -> Update:
    """Read an update from a file, as `opened` does. Raises UpdateError."""
    try:
        with file.open("rb") as stream:
            held = stream.read(LARGEST + 1)
    except OSError as error:
        raise UpdateError(note("update.unreadable", file=file.name)) from error
    return opened(held, keys)


def opened(held: bytes, keys: Mapping[str, Ed25519PublicKey]) -> Update:
    """Return what a file holds. Nothing of it is looked at before its signature holds. Raises UpdateError."""
    if not keys:
        raise UpdateError(note("update.no_key"))
    if len(held) > LARGEST:
        raise UpdateError(note("update.too_large"))
    signature, signed = _parts(held)
    key = _signer(signature, signed, keys)
    line, _, payload = signed.partition(b"\n")
    try:
        head = msgspec.json.decode(line, type=_Head)
        whole = (len(payload), hashlib.sha256(payload).hexdigest()) == (head.size, head.sha256)
        files = msgspec.json.decode(payload, type=dict[str, str]) if whole else {}
    except msgspec.DecodeError as error:
        raise UpdateError(note("update.damaged")) from error
    sound = head.expires.tzinfo is not None and _VERSION.fullmatch(head.version)
    if not (files and sound and all(_NAME.fullmatch(name) for name in files)):
        raise UpdateError(note("update.damaged"))
    return Update(head.version, head.expires, key, files)


def made(version: str, expires: datetime, files: Mapping[str, str], key: Ed25519PrivateKey) -> bytes:
    """Return the bytes of an update; the same catalog, day and key give the same bytes."""
    payload = msgspec.json.encode(dict(files), order="sorted")
    head = _Head(version, expires, len(payload), hashlib.sha256(payload).hexdigest())
    signed = msgspec.json.encode(head) + b"\n" + payload
    return FORM + base64.b64encode(key.sign(signed)) + b"\n" + signed


def order(version: str) -> tuple[int, ...]:
    """Return what puts versions of the catalog in their order."""
    return tuple(int(number) for number in version.split("."))


def _parts(held: bytes) -> tuple[bytes, bytes]:
    """Return the signature and what it is over."""
    if not held.startswith(FORM):
        raise UpdateError(note("update.other_form"))
    end = held.find(b"\n", len(FORM), len(FORM) + _LONGEST_LINE)
    try:
        return base64.b64decode(held[len(FORM) : end], validate=True), held[end + 1 :]
    except binascii.Error as error:
        raise UpdateError(note("update.damaged")) from error


def _signer(signature: bytes, signed: bytes, keys: Mapping[str, Ed25519PublicKey]) -> str:
    for name, key in sorted(keys.items()):
        try:
            key.verify(signature, signed)
        except InvalidSignature:
            continue
        return name
    raise UpdateError(note("update.not_signed"))
