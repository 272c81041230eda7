# SPDX-License-Identifier: Apache-2.0
"""The same members in every container that people hand in: zip, folder, re-zipped, nested, damaged."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tests.makers.zips import LINKEDIN, Member, Options, zip_bytes

__all__ = [
    "Member", "Options", "apple_double", "double_extension", "encrypted", "folder", "nested", "plain_zip",
    "rezipped", "truncated", "wrong_crc", "zip_bytes",
]  # fmt: skip


def plain_zip(members: Iterable[Member]) -> bytes:
    """As an ordinary packer writes it: sizes in the local headers, no UTF-8 flag for ASCII names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for member in members:
            info = zipfile.ZipInfo(member.name, _even(member.when))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            archive.writestr(info, member.data)
    return out.getvalue()


def rezipped(members: Iterable[Member], inside: str) -> bytes:
    """As a Mac packs the folder ``inside``: an entry for it, .DS_Store, an AppleDouble file per file."""
    return plain_zip(mac_members(list(members), inside))


def mac_members(members: list[Member], inside: str) -> list[Member]:
    """The entries of such a zip."""
    newest = max(member.when for member in members)
    entries = [Member(f"{inside}/", b"", newest), Member(f"{inside}/.DS_Store", ds_store(), newest)]
    for member in members:
        path, slash, name = member.name.rpartition("/")
        entries.append(replace(member, name=f"{inside}/{member.name}"))
        shadow = f"__MACOSX/{inside}/{path}{slash}._{name}"
        entries.append(Member(shadow, apple_double(), member.when))
    return entries


def folder(root: Path, members: Iterable[Member]) -> Path:
    """The members as files under ``root``, their modification times read as UTC."""
    for member in members:
        target = root / member.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(member.data)
        os.utime(target, (member.when.timestamp(), member.when.timestamp()))
    return root


def double_extension(name: str) -> str:
    """``X.zip`` becomes ``X.zip.zip``, seen in 2025 and 2026."""
    return name + ".zip"


def truncated(archive: bytes, share: float = 0.6) -> bytes:
    """The first part of an archive, as after a download that broke off."""
    return archive[: int(len(archive) * share)]


def wrong_crc(members: Iterable[Member], victim: str) -> bytes:
    """One member's checksum is wrong in its descriptor and in the directory."""
    return zip_bytes(members, replace(LINKEDIN, wrong_crc=frozenset([victim])))


def encrypted(members: Iterable[Member], password: bytes = b"fictional") -> bytes:
    """Every member under traditional zip encryption."""
    return zip_bytes(members, replace(LINKEDIN, password=password))


def nested(name: str, archive: bytes, when: datetime) -> bytes:
    """An archive as the only member of another one."""
    return zip_bytes([Member(name, archive, when)])


def apple_double() -> bytes:
    """A small AppleDouble file (version 2): Finder info and an empty resource fork."""
    entries = struct.pack(">IIIIII", 9, 50, 32, 2, 82, 0)
    return struct.pack(">II16sH", 0x00051607, 0x00020000, b"Mac OS X        ", 2) + entries + bytes(32)


def ds_store() -> bytes:
    """The first page of a .DS_Store without records."""
    return struct.pack(">I4sIII", 1, b"Bud1", 4096, 2048, 4096) + bytes(6128)


def _even(when: datetime) -> tuple[int, int, int, int, int, int]:
    utc = when.astimezone(UTC)
    return (utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second // 2 * 2)
