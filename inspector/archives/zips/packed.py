# SPDX-License-Identifier: Apache-2.0
"""The packed bytes of one member turned into its own, and checked against what the directory says of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inspector.archives.container import Block, MemberError
from inspector.archives.inflate import InflateError, crc32, inflated
from inspector.archives.secret import Secret
from inspector.archives.zips.classic import ClassicCipher
from inspector.archives.zips.header import DEFLATED, STREAMED, Record
from inspector.archives.zips.winzip_aes import AesCipher, TamperedError

_AES_WITHOUT_CRC = 2


def unpacked(record: Record, pieces: Iterator[memoryview], secret: Secret | None) -> Iterator[Block]:
    """Yield the bytes of a member.

    Raises MemberError where they are not as long as stated or fail their checksum, so that they count only
    when the last one has come; and where the password is missing or wrong.
    """
    plain: Iterator[Block] = _decrypted(record, pieces, secret) if record.encrypted else pieces
    blocks: Iterator[Block] = inflated(plain) if record.packing == DEFLATED else plain
    crc = size = 0
    try:
        for block in blocks:
            size += len(block)
            if size > record.size:
                raise MemberError("damaged", "member.damaged")
            crc = crc32(block, crc)
            yield block
    except (InflateError, TamperedError) as error:
        raise MemberError("damaged", _fault(record)) from error
    checked = record.aes is None or record.aes.version != _AES_WITHOUT_CRC
    if size != record.size or (checked and crc != record.crc):
        raise MemberError("damaged", _fault(record))


def _fault(record: Record) -> str:
    """Return what to say of bytes that fail: one password in 256 passes the check of the old encryption."""
    return "member.damaged_or_locked" if record.encrypted and record.aes is None else "member.damaged"


def _decrypted(record: Record, pieces: Iterable[memoryview], secret: Secret | None) -> Iterator[bytes]:
    if secret is None:
        raise MemberError("encrypted", "member.encrypted")
    if record.aes is not None:
        return AesCipher(record.aes, record.packed).decrypted(pieces, secret)
    check = record.clock >> 8 if record.flags & STREAMED else record.crc >> 24
    return ClassicCipher(check).decrypted(pieces, secret)
