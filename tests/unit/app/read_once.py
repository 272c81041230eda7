# SPDX-License-Identifier: Apache-2.0
"""Files that many tests hand in, each read once: the same bytes under the same name read the same.

A worker that reads takes a third of a second to start, one that reads pictures more than one. What a test is
not about is not read for it again. The first reading is the program's own.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from inspector.app.session import Session
from inspector.archives.parts import files_beside
from inspector.captures.held import kind_held
from inspector.domain.reading import SourceReading

_Key = tuple[str, str, int, bool]
_READ: dict[_Key, SourceReading] = {}


def read_once(session: Session, path: Path, *, looks: bool = False) -> SourceReading:
    """What `session.read` returns. `looks`: in pictures too. Folders and numbered parts are always read."""
    looks = looks and kind_held(path) is not None
    if not path.is_file() or files_beside(path) != [path]:
        return session.read(path, looks=looks)
    # The time of a file is what a picture without a date of its own is dated by.
    key = (path.name, sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns, looks)
    if key not in _READ:
        _READ[key] = session.read(path, looks=looks)
        session.rest()
    known = _READ[key]
    return replace(known, source=replace(known.source, path=path))
