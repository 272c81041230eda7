# SPDX-License-Identifier: Apache-2.0
"""Which members of a source a reader wants, and which of those cannot be told apart by their names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from inspector.archives.container import Container, Entry, MemberError
from inspector.archives.membership import Claim
from inspector.archives.names import is_junk
from inspector.archives.reader import Reader


class Wanting:
    """Decides from the names alone, before anything is read.

    Names that differ only in case or in how their letters are composed are one name on many computers. Where
    several wanted members have one name, none is read, for nothing says which one counts; unless size and
    checksum are the same, as where parts of an export repeat a file: then the first is read.
    """

    def __init__(self, container: Container, claim: Claim | None, reader: Reader | None) -> None:
        self._claim = claim
        self._reader = reader
        self._several: dict[str, list[Entry]] = {}
        first: dict[str, Entry] = {}
        for entry, path in self._wanted(container):
            key = folded(path)
            if key in first:
                self._several.setdefault(key, [first[key]]).append(entry)
            else:
                first[key] = entry

    def path(self, name: str) -> str | None:
        """Return a member's path inside the export, None for what lies outside."""
        return self._claim.path(name) if self._claim is not None else name

    def of(self, entry: Entry) -> tuple[str | None, MemberError | None]:
        """Return the path of a member that is wanted, None for others, and what keeps it from being read."""
        hindrance = None
        if entry.status != "listed":
            hindrance = MemberError(entry.status, entry.reason or "member.damaged")
        path = self._path(entry.name)
        same = self._several.get(folded(path)) if path is not None and self._several else None
        if path is None or same is None:
            return path, hindrance
        if _are_copies(same):
            return (path if same[0].ordinal == entry.ordinal else None), hindrance
        alike = {other.name for other in same}
        key = "member.duplicate_name" if len(alike) == 1 else "member.alike_name"
        return path, MemberError("refused", key)

    def _path(self, name: str) -> str | None:
        if self._claim is None or self._reader is None:
            return None
        path = self._claim.path(name)
        if path is None or not self._reader.wants(path) or is_junk(path):
            return None
        return path

    def _wanted(self, container: Container) -> Iterator[tuple[Entry, str]]:
        """Yield the entries that are wanted; of millions of others only the names are looked at."""
        if self._claim is None:
            return
        entries = container.entries()
        for place, name in enumerate(container.names()):
            path = self._path(name)
            if path is not None:
                yield entries[place], path


def folded(path: str) -> str:
    """Return what two paths share that would be one file on a computer that ignores case and composition."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _are_copies(entries: Sequence[Entry]) -> bool:
    """Tell whether the same file lies in several parts; in one part nobody would put it twice."""
    first = entries[0]
    apart = len({entry.part for entry in entries}) == len(entries)
    same = all(
        (entry.size, entry.crc, entry.name) == (first.size, first.crc, first.name) for entry in entries
    )
    return apart and same and first.crc is not None and first.part is not None
