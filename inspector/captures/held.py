# SPDX-License-Identifier: Apache-2.0
"""A capture held as it is: hashed, never changed, its content shown by the person who confirms it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from inspector.captures.pages.opening import form_of
from inspector.captures.pages.stored import MOST_JSON, states_settings
from inspector.captures.starts import HEAD, is_picture
from inspector.domain.moment import Moment
from inspector.domain.reading import SourceReading
from inspector.domain.sources import Source
from inspector.domain.text import note
from inspector.domain.words import SourceKind

_KINDS: Final[dict[str, SourceKind]] = {
    ".png": "capture",
    ".jpg": "capture",
    ".jpeg": "capture",
    ".webp": "capture",
    ".heic": "capture",
    ".heif": "capture",
    ".gif": "capture",
    ".bmp": "capture",
    ".tif": "capture",
    ".tiff": "capture",
    ".html": "page",
    ".htm": "page",
    ".mhtml": "page",
    ".mht": "page",
    ".pdf": "page",
    ".eml": "mail",
    ".mbox": "mail",
}
_BLOCK: Final = 1 << 20


def kind_of(path: Path) -> SourceKind | None:
    """Return what kind of capture a file's name says it is, None for anything else."""
    return _KINDS.get(path.suffix.lower())


def kind_held(path: Path) -> SourceKind | None:
    """Return what kind of capture a file is: by its name, and JSON by the settings that it names."""
    return kind_of(path) or ("page" if is_settings_file(path) else None)


def is_settings_file(path: Path) -> bool:
    """Tell whether a file is a service's own settings, saved as JSON from a page of one's account."""
    if path.suffix.lower() != ".json":
        return False
    try:
        if not path.is_file() or path.stat().st_size > MOST_JSON:
            return False
        return states_settings(path.read_bytes())
    except OSError:
        return False


def hold(path: Path, now: datetime) -> SourceReading:
    """Return a capture as a source. Without the person's word nothing of it counts, and it says so."""
    kind = kind_held(path) or "capture"
    try:
        sha256, size = _hash(path)
        as_of = _no_later(path, now)
        is_other = _is_no_capture(path)
    except OSError:
        reason = note("capture.unreadable", file=path.name)
        return SourceReading(replace(_held(path, kind), status="refused", reason=reason))
    held = replace(_held(path, kind), sha256=sha256, size=size, as_of=as_of)
    if kind == "capture" and is_other:
        reason = note("capture.not_a_picture", file=path.name)
        return SourceReading(replace(held, status="refused", reason=reason))
    return SourceReading(replace(held, reason=note("capture.not_said", file=path.name)))


def _held(path: Path, kind: SourceKind) -> Source:
    """A capture of which nothing is known yet; it counts as unread until someone says what it shows."""
    return Source(
        name=path.name,
        path=path,
        kind=kind,
        service=None,
        format=path.suffix.lower().lstrip("."),
        status="unsupported",
        sha256="",
        size=0,
        unread_bears=True,
    )


def _is_no_capture(path: Path) -> bool:
    """Tell whether the first bytes are neither those of a picture nor those of a page, whatever the name."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    return not is_picture(head) and form_of(head) == "none"


def _hash(path: Path) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return digest.hexdigest(), size


def _no_later(path: Path, now: datetime) -> Moment:
    """A file's own time is easily changed: it only says that the file is no younger than its import."""
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(microsecond=0)
    return Moment(None, min(changed + timedelta(hours=12), now) if changed <= now else now)
