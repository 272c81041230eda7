# SPDX-License-Identifier: Apache-2.0
"""The parts of one export as one container.

In findings/1 such a set is one source, for its members answer together: one entry per part would make a file
that lies in another part look absent. So that no hash is lost, each part stands in `sources[].parts` with
name, hash, size and status, and the hash of the source is that of their sorted listing, as for a folder.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from inspector.archives.container import Container, Entry, SourceError, Tick, Walk, listing_hash
from inspector.archives.entries import MadeWhenAsked
from inspector.archives.medium import FileMedium
from inspector.archives.names import shown
from inspector.archives.parts import Parts
from inspector.archives.tape import hashed_blocks
from inspector.domain.sources import SourcePart
from inspector.domain.text import Note, note
from inspector.domain.words import SourceStatus

_DATA: Final = (".json", ".html")
_BITS: Final = 40
"""How many bits of an ordinal count inside a part; above them stands its number."""


@dataclass(slots=True)
class _Part:
    """One part: opened, or with the error that kept it from it. `first` is added to its ordinals."""

    path: Path
    first: int
    medium: FileMedium | None = None
    container: Container | None = None
    error: SourceError | None = None
    sha256: str = ""

    @property
    def size(self) -> int:
        return 0 if self.medium is None else self.medium.size

    @property
    def name(self) -> str:
        return shown(self.path.name)


class _Entries(MadeWhenAsked):
    """The files of all parts, numbered through."""

    def __init__(self, parts: Sequence[_Part]) -> None:
        self._parts = [part for part in parts if part.container is not None]
        self._lists = [part.container.entries() for part in self._parts if part.container is not None]
        self._ends = [0]
        for entries in self._lists:
            self._ends.append(self._ends[-1] + len(entries))

    def __len__(self) -> int:
        return self._ends[-1]

    def entry(self, place: int) -> Entry:
        """Return the entry at `place`."""
        part = bisect_right(self._ends, place) - 1
        return _joined(self._parts[part], self._lists[part][place - self._ends[part]])


def _joined(part: _Part, entry: Entry) -> Entry:
    return replace(entry, ordinal=part.first + entry.ordinal, part=part.name)


def _are_of_two(entries: Sequence[Entry]) -> bool:
    """Tell whether parts hold different files of data under one name, as two exports of one day would.

    Pages at the root lead to the others and may be in each part.
    """
    met: dict[str, tuple[int, int | None]] = {}
    data = (entry for entry in entries if "/" in entry.name and entry.name.lower().endswith(_DATA))
    return any(met.setdefault(one.name, (one.size, one.crc)) != (one.size, one.crc) for one in data)


def _opened(path: Path, first: int, opened: Callable[[Path], Container]) -> _Part:
    """Open one part; one that cannot be opened does not keep the others from being read."""
    part = _Part(path, first)
    try:
        part.medium = FileMedium(path)
        part.container = opened(path)
    except SourceError as error:
        part.error = error
    except OSError:
        part.error = SourceError("refused", note("source.no_access", name=shown(path.name)))
    return part


class JoinedContainer:
    """Parts that are read one after the other, each in its one pass."""

    def __init__(self, parts: Parts, opened: Callable[[Path], Container]) -> None:
        """Open the parts. Raises SourceError where none can be read."""
        self._missing = parts
        self._parts = [_opened(path, number << _BITS, opened) for number, path in parts.files]
        if all(part.container is None for part in self._parts):
            self.close()
            raise next(part.error for part in self._parts if part.error is not None)
        self._entries = _Entries(self._parts)
        self._differ = not parts.numbered and _are_of_two(self._entries)

    @property
    def format(self) -> str:
        """Name the kind of container, with the number of parts."""
        kinds = sorted({part.container.format for part in self._parts if part.container is not None})
        return f"{', '.join(kinds)} in {len(self._parts)} parts" if len(self._parts) > 1 else kinds[0]

    @property
    def size(self) -> int:
        """Return the bytes of all parts."""
        return sum(part.size for part in self._parts)

    @property
    def losses(self) -> tuple[Note, ...]:
        """Return which parts are missing, which could not be opened, and what the others lost."""
        found = [self._missed(number) for number in self._missing.missing]
        if self._differ:
            names = ", ".join(part.name for part in self._parts)
            found.append(note("source.parts_differ", name=self._parts[0].name, files=names))
        for part in self._parts:
            if part.error is not None:
                found.append(part.error.reason)
            elif part.container is not None:
                found.extend(part.container.losses)
        return tuple(found)

    @property
    def remarks(self) -> tuple[Note, ...]:
        """Return what is odd about the parts."""
        return tuple(one for part in self._parts if part.container for one in part.container.remarks)

    @property
    def parts(self) -> tuple[SourcePart, ...]:
        """Return the parts with their hashes."""
        return tuple(self._told(part) for part in self._parts)

    def entries(self) -> Sequence[Entry]:
        """Return the files of all parts, part by part."""
        return self._entries

    def names(self) -> list[str]:
        """Return the names of the entries."""
        return [entry.name for entry in self._entries]

    def head(self, entry: Entry, length: int) -> bytes:
        """Return the beginning of one file."""
        container, own = self._own(entry)
        return container.head(own, length)

    def blocks(self, entry: Entry) -> Iterator[bytes]:
        """Yield the bytes of one file. Raises MemberError."""
        container, own = self._own(entry)
        return container.blocks(own)

    def walk(self, tick: Tick) -> Walk:
        """Yield every entry with its bytes, part after part."""
        for part in self._parts:
            if part.container is None:
                digest = hashlib.sha256()
                if part.medium is None:
                    continue
                for _ in hashed_blocks(part.medium, digest, tick):
                    pass
                part.sha256 = digest.hexdigest()
                continue
            for entry, blocks in part.container.walk(tick):
                yield _joined(part, entry), blocks
            part.sha256 = part.container.sha256({})

    def sha256(self, hashes: Mapping[int, str]) -> str:
        """Return the hash of the sorted listing of the parts."""
        del hashes
        for part in self._parts:
            if not part.sha256 and part.container is not None:
                part.sha256 = part.container.sha256({})
        return listing_hash((part.sha256 or "unread", part.name) for part in self._parts)

    def changed(self) -> bool:
        """Tell whether a part was written to or replaced meanwhile."""
        return any(part.medium.changed() for part in self._parts if part.medium is not None)

    def close(self) -> None:
        """Let go of the files."""
        for part in self._parts:
            if part.medium is not None:
                part.medium.close()
            if part.container is not None:
                part.container.close()

    def _missed(self, number: int) -> Note:
        name = shown(self._parts[0].path.name)
        if self._missing.of is not None:
            return note("source.part_missing_of", name=name, part=number, of=self._missing.of)
        return note("source.part_missing", name=name, part=number)

    def _told(self, part: _Part) -> SourcePart:
        status: SourceStatus = "read"
        reason: Note | None = None
        if part.error is not None:
            status, reason = part.error.status, part.error.reason
        elif part.container is not None and part.container.losses:
            status, reason = "partial", part.container.losses[0]
        return SourcePart(part.name, part.sha256, part.size, status, reason)

    def _own(self, entry: Entry) -> tuple[Container, Entry]:
        number, own = divmod(entry.ordinal, 1 << _BITS)
        found = (part.container for part in self._parts if part.first == number << _BITS)
        container = next(container for container in found if container is not None)
        return container, replace(entry, ordinal=own, part=None)
