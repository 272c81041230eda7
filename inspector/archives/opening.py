# SPDX-License-Identifier: Apache-2.0
"""Opens what was handed in by its shape: the first bytes decide, never the name."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from inspector.archives.container import Container, SourceError
from inspector.archives.file_container import FileContainer
from inspector.archives.folder_container import FolderContainer
from inspector.archives.zip_container import ZipContainer
from inspector.domain.text import note

ZIP_START: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# Archives of other kinds, which must be unpacked first, by their first bytes.
_OTHER_ARCHIVES: Final = (
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\x1f\x8b", "gz"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\x00", "xz"),
)
_HEAD: Final = 8


def open_container(path: Path) -> Container:
    """Open a folder, a zip or a single table; raises SourceError for anything that cannot be read."""
    try:
        if path.is_dir():
            return FolderContainer(path)
        if not path.is_file():
            raise SourceError("refused", note("source.not_found", name=path.name))
        return _opened_file(path)
    except PermissionError as error:
        raise SourceError("refused", note("source.no_permission", name=path.name)) from error
    except OSError as error:
        raise SourceError("refused", note("source.no_access", name=path.name)) from error


def _opened_file(path: Path) -> Container:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise SourceError("damaged", note("source.empty", name=path.name))
    if head.startswith(ZIP_START):
        return ZipContainer(path)
    for start, kind in _OTHER_ARCHIVES:
        if head.startswith(start):
            raise SourceError("unsupported", note("source.other_archive", name=path.name, kind=kind))
    if path.suffix.lower() == ".zip":
        raise SourceError("damaged", note("source.not_a_zip", name=path.name))
    return FileContainer(path)
