# SPDX-License-Identifier: Apache-2.0
"""Whose export this is, and in which folder of the source it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from inspector.archives.candidates import candidates, roots
from inspector.archives.container import Container, Entry
from inspector.archives.file_container import FileContainer
from inspector.archives.names import is_junk, slashed
from inspector.archives.reader import ReaderKind
from inspector.archives.services import READERS
from inspector.archives.status import of_nothing
from inspector.domain.text import Note, note
from inspector.domain.words import SourceStatus

_HEAD: Final = 8192
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
    """No reader knows what this is, or which of several. `bears`: there is an export that was not read."""

    status: SourceStatus
    reason: Note
    bears: bool = False


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
    if len(claims) == 1:
        return claims[0]
    if claims:
        return Unclaimed("unsupported", _several(claims, name), bears=True)
    return _unclaimed(container, [name for name in names if not is_junk(name)], name)


def _several(claims: Sequence[Claim], name: str) -> Note:
    """Say that nothing tells which reader is right, or that there is more than one export."""
    if len({claim.root for claim in claims}) > 1:
        return note("source.several_exports", name=name, n=len(claims))
    services = ", ".join(sorted(claim.kind.name for claim in claims))
    return note("source.several_services", name=name, services=services)


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
