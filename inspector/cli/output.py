# SPDX-License-Identifier: Apache-2.0
"""Where output goes: a file, or for `--json` standard output when it is `-`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from inspector.app.request import UsageError
from inspector.domain.text import note

STANDARD_OUTPUT = "-"


def write_json(target: str | None, text: str) -> None:
    """Write `text` to `target`, None: nowhere. A file appears whole or not at all. Raises UsageError."""
    if target is None:
        return
    if target == STANDARD_OUTPUT:
        sys.stdout.write(text)
        return
    write_bytes(Path(target), text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file that appears whole or not at all. Raises UsageError."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UsageError(note("usage.cannot_write", file=path.name)) from error


def talks(target: str | None) -> bool:
    """Tell whether standard output is free for sentences."""
    return target != STANDARD_OUTPUT
