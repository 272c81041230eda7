# SPDX-License-Identifier: Apache-2.0
"""Whose export this is, and in which folder of the source it lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from inspector.archives.candidates import ALIKE, candidates, form_of, roots
from inspector.archives.container import Container, Entry
from inspector.archives.file_container import FileContainer
from inspector.archives.folder_container import FolderContainer
from inspector.archives.names import is_junk, slashed
from inspector.archives.reader import ReaderKind
from inspector.archives.services import READERS
from inspector.archives.status import of_nothing
from inspector.archives.within import MOST_INSIDE, below
from inspector.domain.text import Note, note
from inspector.domain.words import SourceStatus

_HEAD: Final = 8192
# A file that every workbook and document of an office program has.
_OFFICE_FILE: Final = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Claim:
    """A reader and the folder that its export lies in, with closing slash.

    `alone` is the path that a table handed in by itself has in an export. `losses`: what lies beside the
    export and was not looked at.
    """

    kind: ReaderKind
    root: str = ""
    alone: str | None = None
    losses: tuple[Note, ...] = ()

    def path(self, name: str) -> str | None:
        """Return a member's path inside the export, None for what lies outside."""
        if self.alone is not None:
            return self.alone
        path = slashed(name)
        return path[len(self.root) :] if path.startswith(self.root) else None


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """No reader knows what this is, or which of several. `bears`: there is an export that was not read.

    `inside` are the folders, with closing slash, that hold an export each and can be read one by one; `rest`
    tells that there is more in it than those.
    """

    status: SourceStatus
    reason: Note
    bears: bool = False
    inside: tuple[str, ...] = ()
    rest: bool = True


def claimed(container: Container, name: str) -> Claim | Unclaimed:
    """Return who reads the source called `name`, by shape alone."""
    entries = container.entries()
    names = [slashed(name) for name in container.names()]
    heads = _Heads(container, entries, names)
    if isinstance(container, FileContainer):
        alone = [claim for kind in READERS if (claim := _alone(kind, names[0], heads)) is not None]
        if len(alone) > 1:
            return Unclaimed("unsupported", _several(alone, name), bears=True)
        return alone[0] if alone else Unclaimed("unsupported", note("source.unknown_file", name=name))
    telling = candidates(names)
    claims = [Claim(kind, root) for kind in READERS for root in roots(kind, telling, heads)]
    zips = _zips_beside(container, claims, names, name)
    if len(claims) == 1:
        return replace(claims[0], losses=zips)
    if claims:
        inside = _folders(claims)
        reason = zips[0] if inside and zips else _several(claims, name)
        return Unclaimed("unsupported", reason, bears=True, inside=inside, rest=bool(zips))
    return _unclaimed(container, [name for name in names if not is_junk(name)], name)


def _several(claims: Sequence[Claim], name: str) -> Note:
    """Say that nothing tells which reader is right, or that there is more than one export."""
    if len({claim.root for claim in claims}) > 1:
        return note("source.several_exports", name=name, n=len(claims))
    services = ", ".join(sorted(claim.kind.name for claim in claims))
    return note("source.several_services", name=name, services=services)


def _folders(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Return the folders that the exports lie in, none inside another, where paths lead to several."""
    found: list[str] = []
    for root in sorted({claim.root for claim in claims}):
        if not any(root.startswith(outer) for outer in found):
            found.append(root)
    # Of folders that differ in their digits alone there may be more than were looked at.
    alike = max(Counter(map(form_of, found)).values(), default=0)
    may_be = 1 < len(found) <= MOST_INSIDE and alike < ALIKE
    return tuple(found) if may_be and all(below(Path("archive"), root) for root in found) else ()


def _zips_beside(
    container: Container, claims: Sequence[Claim], names: Sequence[str], name: str
) -> tuple[Note, ...]:
    """Say that zips lie beside the exports in an archive; those in a folder on a disk are sources anyway."""
    roots = tuple(claim.root for claim in claims)
    if not all(roots) or not roots or isinstance(container, FolderContainer):
        return ()
    zips = (one for one in names if one.lower().endswith(".zip") and not one.startswith(roots))
    count = sum(not is_junk(one) for one in zips)
    return (note("source.zips_beside", name=name, n=count),) if count else ()


class _Heads:
    """Gives the beginning of a member by name, once read, as long as the reader asks."""

    def __init__(self, container: Container, entries: Sequence[Entry], names: Sequence[str]) -> None:
        self._container = container
        self._entries = entries
        self._names = names
        self._read: dict[str, bytes] = {}

    def __call__(self, name: str) -> bytes:
        if name not in self._read:
            self._read[name] = self._head(self._places.get(name))
        return self._read[name]

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each name stands; made only once somebody asks, for two million of them fill a memory."""
        return {name: place for place, name in enumerate(self._names)}

    def _head(self, place: int | None) -> bytes:
        if place is None or self._entries[place].status != "listed":
            return b""
        return self._container.head(self._entries[place], _HEAD)


def _alone(kind: ReaderKind, name: str, heads: _Heads) -> Claim | None:
    path = kind.claims_alone(name, heads(name))
    return None if path is None else Claim(kind, alone=path)


def _unclaimed(container: Container, names: Sequence[str], name: str) -> Unclaimed:
    if container.losses:
        return Unclaimed("damaged", of_nothing(container.losses[0]))
    if not names:
        return Unclaimed("unsupported", note("source.nothing_inside", name=name))
    if any(entry.status == "encrypted" and not is_junk(entry.name) for entry in container.entries()):
        return Unclaimed("encrypted", note("source.encrypted", name=name))
    if _OFFICE_FILE in names:
        return Unclaimed("unsupported", note("source.workbook", name=name))
    if any(inside.lower().endswith(".zip") for inside in names):
        return Unclaimed("unsupported", note("source.zips_inside", name=name))
    return Unclaimed("unsupported", note("source.unclaimed", name=name))
