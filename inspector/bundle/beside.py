# SPDX-License-Identifier: Apache-2.0
"""Writes a file in the place of another: whole or not at all, whatever ends the program.

Where the system has files without a name, what is half written has none: it is gone with the program that
wrote it. Elsewhere it has a name beside its target until it is whole.
"""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_SUFFIX = ".part"


@contextmanager
def replacing(target: Path, prefix: str) -> Iterator[BinaryIO]:
    """Give a file to write; it takes the place of `target` at the end, and on an error nothing is left.

    `prefix` begins the name that it may have meanwhile. Raises OSError.
    """
    nameless = _nameless(target.parent)
    if nameless is None:
        with _named(target, prefix) as out:
            yield out
        return
    with os.fdopen(nameless, "wb") as out:
        yield out
        _settle(out)
        name = target.with_name(f"{prefix}{secrets.token_hex(8)}{_SUFFIX}")
        _give_name(out.fileno(), name)
    # A link cannot take the place of a file, a renaming can.
    _move(name, target)


def _nameless(folder: Path) -> int | None:
    """Return a new file without a name, None where the system or the disk has none."""
    flag = getattr(os, "O_TMPFILE", None)
    if flag is None or not Path("/proc/self/fd").is_dir():
        return None
    try:
        return os.open(folder, flag | os.O_WRONLY, 0o600)
    except FileNotFoundError:
        raise
    except OSError:
        return None


@contextmanager
def _named(target: Path, prefix: str) -> Iterator[BinaryIO]:
    handle, name = tempfile.mkstemp(_SUFFIX, prefix, target.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
            _settle(out)
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)


def _give_name(handle: int, name: Path) -> None:
    own = os.open("/proc/self/fd", os.O_RDONLY)
    try:
        # Only with a folder named does Python ask the system to follow the link to the file itself.
        os.link(str(handle), name, src_dir_fd=own, follow_symlinks=True)
    finally:
        os.close(own)


def _settle(out: BinaryIO) -> None:
    out.flush()
    os.fsync(out.fileno())


def _move(name: Path, target: Path) -> None:
    try:
        name.replace(target)
    finally:
        name.unlink(missing_ok=True)
