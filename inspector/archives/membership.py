# SPDX-License-Identifier: Apache-2.0
"""Whose export this is, and in which folder of the source it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from inspector.archives.container import Container, Entry, MemberError
from inspector.archives.names import is_junk, parent, slashed
from inspector.archives.reader import ReaderKind
from inspector.archives.services import READERS
from inspector.domain.text import Note, note
from inspector.domain.words import SourceStatus

_HEAD: Final = 8192
_MOST_FOLDERS: Final = 200
# A file that every workbook and document of an office program has.
_OFFICE_FILE: Final = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Claim:
    """A reader and the folder that its export lies in, with closing slash.

    `alone` is the path that a table handed in by itself has in an export.
    """

    kind: ReaderKind
    root: str = ""
    alone: str | None = None

    def path(self, name: str) -> str | None:
        """Return a member's path inside the export, None for what lies outside."""
        if self.alone is not None:
            return self.alone
        path = slashed(name)
        return path[len(self.root) :] if path.startswith(self.root) else None


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """No reader knows what this is, or not which of several."""

    status: SourceStatus
    reason: Note


def claimed(container: Container, name: str) -> Claim | Unclaimed:
    """Return who reads the source called `name`, by shape alone."""
    files = [entry for entry in container.entries() if not is_junk(entry.name)]
    heads = _Heads(container, files)
    if container.format == "csv":
        found = [_alone(kind, files[0].name, heads) for kind in READERS]
        return next(
            (claim for claim in found if claim),
            Unclaimed("unsupported", note("source.unknown_file", name=name)),
        )
    claims = [
        Claim(kind, root)
        for kind in READERS
        for root in _roots(kind, [slashed(file.name) for file in files], heads)
    ]
    if len(claims) == 1:
        return claims[0]
    if claims:
        return Unclaimed("unsupported", note("source.several_exports", name=name, n=len(claims)))
    return _unclaimed(container, files, name)


class _Heads:
    """Gives the beginning of a member by name, once read, as long as the reader asks."""

    def __init__(self, container: Container, files: Sequence[Entry]) -> None:
        self._container = container
        self._files = {slashed(file.name): file for file in files if file.status == "listed"}

    def __call__(self, name: str) -> bytes:
        entry = self._files.get(name)
        if entry is None:
            return b""
        try:
            return next(iter(self._container.blocks(entry)), b"")[:_HEAD]
        except MemberError:
            return b""


def _alone(kind: ReaderKind, name: str, heads: _Heads) -> Claim | None:
    path = kind.claims_alone(name, heads(name))
    return None if path is None else Claim(kind, alone=path)


def _roots(kind: ReaderKind, names: Sequence[str], heads: _Heads) -> list[str]:
    """Return the folders that hold an export of this kind, none inside another."""
    folders = sorted(
        {parent(name) for name in names if kind.known(name)}, key=lambda root: (root.count("/"), root)
    )
    found: list[str] = []
    for root in folders[:_MOST_FOLDERS]:
        if any(root.startswith(outer) for outer in found):
            continue
        inside = [name[len(root) :] for name in names if name.startswith(root)]
        if kind.claims(inside, lambda path, root=root: heads(root + path)):  # type: ignore[misc] # mypy cannot infer a lambda with a default
            found.append(root)
    return found


def _unclaimed(container: Container, files: Sequence[Entry], name: str) -> Unclaimed:
    names = [file.name for file in files]
    if not files:
        return Unclaimed("unsupported", note("source.nothing_inside", name=name))
    if any(file.status == "encrypted" for file in files):
        return Unclaimed("encrypted", note("source.encrypted", name=name))
    if _OFFICE_FILE in names:
        return Unclaimed("unsupported", note("source.workbook", name=name))
    if any(inside.lower().endswith(".zip") for inside in names):
        return Unclaimed("unsupported", note("source.zips_inside", name=name))
    return Unclaimed("unsupported", note("source.unclaimed", name=name))
