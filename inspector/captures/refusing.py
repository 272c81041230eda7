# SPDX-License-Identifier: Apache-2.0
"""A file of which nothing was read, as what it shows."""

from __future__ import annotations

from pathlib import Path

from inspector.captures.held import kind_of
from inspector.domain.captured import Captured, CaptureKind
from inspector.domain.text import note


def named_kind(path: Path) -> CaptureKind:
    """Return what a file's name says it is; a page where it says nothing."""
    kind = kind_of(path)
    return kind if kind in ("capture", "page", "mail") else "page"


def refused(path: Path, key: str, kind: CaptureKind | None = None) -> Captured:
    """Return a file of which nothing was read, and why."""
    return Captured(path.name, kind or named_kind(path), status="refused", reason=note(key, file=path.name))
