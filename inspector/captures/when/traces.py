# SPDX-License-Identifier: Apache-2.0
"""All traces of time that the file of a picture carries."""

from __future__ import annotations

from pathlib import Path

from inspector.captures.when.build import file_time
from inspector.captures.when.chunks import from_chunks, notes
from inspector.captures.when.exif import from_exif
from inspector.captures.when.names import from_name
from inspector.captures.when.xattrs import from_xattrs
from inspector.domain.captured import Basis


def of_file(path: Path) -> list[Basis]:
    """Return what name, file system and last change say of any file. Raises OSError."""
    named = from_name(path.name)
    return [*([named.basis] if named else []), *from_xattrs(path), file_time(path)]


def of_picture(path: Path) -> list[Basis]:
    """Return what the file of a picture says of its time. Call it in the worker only. Raises OSError."""
    return [*from_exif(path), *from_chunks(notes(path)), *of_file(path)]
