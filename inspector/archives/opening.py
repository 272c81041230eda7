# SPDX-License-Identifier: Apache-2.0
"""Opens what was handed in by its shape: its bytes decide, never the name; and joins numbered parts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from inspector.archives.container import Container, SourceError
from inspector.archives.file_container import FileContainer
from inspector.archives.folder_container import FolderContainer
from inspector.archives.inner_container import InnerContainer
from inspector.archives.joined_container import JoinedContainer
from inspector.archives.limits import LIMITS, Limits
from inspector.archives.medium import FileMedium, Pulse, still
from inspector.archives.parts import parts_beside
from inspector.archives.secret import Secret
from inspector.archives.tars.gunzip import is_tar_inside
from inspector.archives.tars.header import BLOCK as TAR_BLOCK
from inspector.archives.tars.header import is_header
from inspector.archives.tars.tar_container import TarContainer
from inspector.archives.within import within
from inspector.archives.zips.end import find_end
from inspector.archives.zips.zip_container import ZipContainer
from inspector.domain.text import note

_ZIP_START: Final = (b"PK\x03\x04", b"PK\x05\x06")
_SPLIT_START: Final = b"PK\x07\x08"
_GZIP_START: Final = b"\x1f\x8b"
# Archives of other kinds, which must be unpacked first, by their first bytes.
_OTHER_ARCHIVES: Final = (
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (_GZIP_START, "gz"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zst"),
)
_TGZ: Final = (".tgz", ".tar.gz")
# Volumes of one archive that was cut into pieces, none of which is an archive by itself.
_VOLUME: Final = re.compile(r"\.(?:z\d\d|zip\.\d{3}|7z\.\d{3}|r\d\d)$", re.IGNORECASE)


def open_container(
    path: Path, secret: Secret | None = None, limits: Limits = LIMITS, pulse: Pulse = still
) -> Container:
    """Open a folder, an archive with the parts that belong to it, or a single table.

    A path may lead on into a folder of an archive. A packed tar is gone through for that, and a damaged zip:
    `pulse` hears of it and may raise to stop.
    Raises SourceError for anything that cannot be read.
    """
    try:
        if path.is_dir():
            return FolderContainer(path)
        inner = within(path)
        if inner is not None:
            return _inside(*inner, secret, limits, pulse)
        if not path.is_file():
            raise SourceError("refused", note("source.not_found", name=path.name))
        beside = parts_beside(path)
        if beside is None:
            return _opened_file(path, secret, limits, pulse)
        return JoinedContainer(beside, lambda part: open_part(part, secret, limits, pulse))
    except PermissionError as error:
        raise SourceError("refused", note("source.no_permission", name=path.name)) from error
    except OSError as error:
        raise SourceError("refused", note("source.no_access", name=path.name)) from error


def _inside(file: Path, root: str, secret: Secret | None, limits: Limits, pulse: Pulse) -> Container:
    outer = open_container(file, secret, limits, pulse)
    try:
        return InnerContainer(outer, root, file.name)
    except SourceError:
        outer.close()
        raise


def open_part(
    path: Path, secret: Secret | None = None, limits: Limits = LIMITS, pulse: Pulse = still
) -> Container:
    """Open one file by itself, whatever lies beside it. Raises SourceError."""
    try:
        return _opened_file(path, secret, limits, pulse)
    except PermissionError as error:
        raise SourceError("refused", note("source.no_permission", name=path.name)) from error
    except OSError as error:
        raise SourceError("refused", note("source.no_access", name=path.name)) from error


def _opened_file(path: Path, secret: Secret | None, limits: Limits, pulse: Pulse) -> Container:
    with path.open("rb") as file:
        head = file.read(TAR_BLOCK)
    if not head:
        raise SourceError("damaged", note("source.empty", name=path.name))
    if _VOLUME.search(path.name) or head.startswith(_SPLIT_START):
        raise SourceError("unsupported", note("source.split_zip", name=path.name))
    if head.startswith(_ZIP_START):
        return ZipContainer(path, secret, limits, pulse)
    # A damaged gzip may not show what is in it; its name then says what it should be.
    packed = head.startswith(_GZIP_START) and (is_tar_inside(path) or path.name.lower().endswith(_TGZ))
    if packed or is_header(head):
        return TarContainer(path, limits, pulse)
    for start, kind in _OTHER_ARCHIVES:
        if head.startswith(start):
            raise SourceError("unsupported", note("source.other_archive", name=path.name, kind=kind))
    if _ends_as_zip(path):
        return ZipContainer(path, secret, limits, pulse)
    if path.suffix.lower() == ".zip":
        raise SourceError("damaged", note("source.not_a_zip", name=path.name))
    return FileContainer(path)


def _ends_as_zip(path: Path) -> bool:
    """Tell whether a zip lies behind other bytes, as in a picture or a program that unpacks itself."""
    medium = FileMedium(path)
    try:
        end = find_end(medium, path.name)
    finally:
        medium.close()
    return end is not None and end.entries > 0
