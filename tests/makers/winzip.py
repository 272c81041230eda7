# SPDX-License-Identifier: Apache-2.0
"""Members encrypted with AES as WinZip does it. Source: "AES Encryption Information: AE-1 and AE-2"."""

from __future__ import annotations

import hashlib
import hmac
import struct
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final, Literal

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.makers.hostile_zips import Raw, zipped

_METHOD: Final = 99


def sealed(
    name: str, data: bytes, password: bytes, *, strength: Literal[1, 2, 3] = 3, version: Literal[1, 2] = 2
) -> Raw:
    """One member, deflated and encrypted with a salt made from its name."""
    length = 8 + 8 * strength
    salt = hashlib.sha256(name.encode()).digest()[: length // 2]
    keys = hashlib.pbkdf2_hmac("sha1", password, salt, 1000, 2 * length + 2)
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    hidden = _turned(packer.compress(data) + packer.flush(), keys[:length])
    seal = hmac.new(keys[length : 2 * length], hidden, hashlib.sha1).digest()[:10]
    extra = struct.pack("<HHH2sBH", 0x9901, 7, version, b"AE", strength, 8)
    return Raw(
        name.encode(), salt + keys[2 * length :] + hidden + seal, _METHOD, 0x1,
        zlib.crc32(data) if version == 1 else 0, len(data), extra=extra, local_extra=extra,
    )  # fmt: skip


def _turned(data: bytes, key: bytes) -> bytes:
    """AES in counter mode, the counter from 1 with its lowest byte first, block by block."""
    cipher = Cipher(algorithms.AES(key), modes.ECB()).encryptor()  # noqa: S305 - of a counter: what the format asks
    out = bytearray()
    for number, place in enumerate(range(0, len(data), 16), 1):
        stream = cipher.update(number.to_bytes(16, "little"))
        out += bytes(a ^ b for a, b in zip(data[place : place + 16], stream, strict=False))
    return bytes(out)


def locked(path: Path, members: Iterable[tuple[str, bytes]], password: str) -> Path:
    """Write a zip of which all members are encrypted."""
    path.write_bytes(zipped([sealed(name, data, password.encode()) for name, data in members]))
    return path
