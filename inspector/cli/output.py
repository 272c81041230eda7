# SPDX-License-Identifier: Apache-2.0
"""Where output goes: a file, or standard output where it is `-`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


@contextmanager
def written_line_by_line(target: str) -> Iterator[Callable[[str], object]]:
    """Give what writes lines to `target`; a file appears whole or not at all. Raises UsageError."""
    if target == STANDARD_OUTPUT:
        yield _said
        return
    path = Path(target)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as out:
            yield out.write
        beside.replace(path)
    except OSError as error:
        raise UsageError(note("usage.cannot_write", file=path.name)) from error
    finally:
        beside.unlink(missing_ok=True)


def _said(line: str) -> None:
    sys.stdout.write(line)
    sys.stdout.flush()


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
