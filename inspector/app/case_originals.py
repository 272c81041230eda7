# SPDX-License-Identifier: Apache-2.0
"""Takes the originals out of a case again, as plain files where the person chooses; none is ever replaced."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from inspector.app.case_error import CaseError
from inspector.archives.watch import ReadCancelledError
from inspector.cases.vault.encrypted_file import AlteredError
from inspector.cases.vault.vault_case import VaultCase
from inspector.domain.sources import Source
from inspector.domain.text import note

_FORBIDDEN = '<>:"/\\|?*'


def take_out(
    case: VaultCase, sources: Iterable[Source], folder: Path, cancelled: Callable[[], bool]
) -> tuple[Path, ...]:
    """Write every original that is copied into the case to `folder`, under its name; return what was written.

    Raises CaseError, ReadCancelledError. What lies there already stays; a number tells the two apart.
    """
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Exports that lie in one file have that file in common.
        for sha256, name in dict.fromkeys(_wanted(case, sources)):
            blocks = case.original(sha256)
            if blocks is not None:
                written.append(_write(blocks, folder, name, sha256, cancelled))
    except OSError as error:
        raise CaseError(note("case.cannot_take_out", folder=folder.name)) from error
    return tuple(written)


def _wanted(case: VaultCase, sources: Iterable[Source]) -> Iterator[tuple[str, str]]:
    """Yield hash and name of what is copied: a source, its parts, or the files of a folder in that folder."""
    copied = {one.sha256 for one in case.originals if one.file}
    for source in sources:
        if source.sha256 in copied:
            yield source.sha256, source.name
        elif source.parts:
            yield from ((part.sha256, part.name) for part in source.parts if part.sha256 in copied)
        else:
            within = ((one.sha256, f"{source.name}/{one.name}") for one in source.members)
            yield from ((sha256, name) for sha256, name in within if sha256 in copied)


def _write(
    blocks: Iterator[bytes], folder: Path, name: str, sha256: str, cancelled: Callable[[], bool]
) -> Path:
    target = _free(folder.joinpath(*(_safe(part) for part in PurePosixPath(name).parts)))
    target.parent.mkdir(parents=True, exist_ok=True)
    is_whole = False
    try:
        with target.open("xb") as file:
            is_whole = _copied(blocks, file, cancelled) == sha256
    except AlteredError:
        is_whole = False
    finally:
        if not is_whole:
            target.unlink(missing_ok=True)
    if not is_whole:
        raise CaseError(note("case.checked.altered", name=name))
    return target


def _copied(blocks: Iterator[bytes], file: BinaryIO, cancelled: Callable[[], bool]) -> str:
    digest = hashlib.sha256()
    for block in blocks:
        if cancelled():
            raise ReadCancelledError
        digest.update(block)
        file.write(block)
    return digest.hexdigest()


def _safe(part: str) -> str:
    """Return a part of a name that leads nowhere else and that every system takes."""
    clean = "".join("_" if char in _FORBIDDEN or not char.isprintable() else char for char in part)
    return clean.strip(". ") or "_"


def _free(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free
