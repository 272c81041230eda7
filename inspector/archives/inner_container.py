# SPDX-License-Identifier: Apache-2.0
"""One folder of an archive as a container of its own, where several exports lie in one file.

In findings/1 it is a source whose one part is the file it lies in: so the hash of that file is told, and its
own hash is that of its sorted listing, the same that the folder has once it is unpacked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace

from inspector.archives.container import Container, Entry, SourceError, Tick, Walk, listing_hash
from inspector.archives.names import is_junk, shown, slashed
from inspector.domain.sources import SourcePart
from inspector.domain.text import Note, note


class InnerContainer:
    """The files below one folder, named from there on. The archive is gone through as a whole."""

    def __init__(self, outer: Container, root: str, file: str) -> None:
        """Take an archive called `file`, and a folder in it with closing slash. Raises SourceError."""
        self._outer = outer
        self._root = root
        self._file = shown(file)
        named = enumerate(map(slashed, outer.names()))
        places = [place for place, name in named if name.startswith(root) and name != root]
        if not places:
            raise SourceError("refused", note("source.not_found", name=self._file))
        entries = outer.entries()
        self._entries = tuple(self._own(entries[place]) for place in places)
        self._ordinals = frozenset(entry.ordinal for entry in self._entries)

    @property
    def format(self) -> str:
        """Name the kind of container that the folder lies in."""
        return f"folder in {self._outer.format}"

    @property
    def size(self) -> int:
        """Return the bytes of the file that is gone through."""
        return self._outer.size

    @property
    def losses(self) -> tuple[Note, ...]:
        """Return what the archive lost: it may be of this folder."""
        return self._outer.losses

    @property
    def remarks(self) -> tuple[Note, ...]:
        """Return what is odd about the archive."""
        return self._outer.remarks

    @property
    def parts(self) -> tuple[SourcePart, ...]:
        """Return the file that the folder lies in, or the parts of it."""
        whole = SourcePart(self._file, self._outer.sha256({}), self._outer.size, "read")
        return self._outer.parts or (whole,)

    def entries(self) -> Sequence[Entry]:
        """Return the files below the folder, in archive order."""
        return self._entries

    def names(self) -> list[str]:
        """Return the names of the entries."""
        return [entry.name for entry in self._entries]

    def head(self, entry: Entry, length: int) -> bytes:
        """Return the beginning of one file."""
        return self._outer.head(self._whole(entry), length)

    def blocks(self, entry: Entry) -> Iterator[bytes]:
        """Yield the bytes of one file. Raises MemberError."""
        return self._outer.blocks(self._whole(entry))

    def walk(self, tick: Tick) -> Walk:
        """Yield every entry below the folder with its bytes; the others are passed over."""
        with closing(self._outer.walk(tick)) as walk:
            for entry, blocks in walk:
                if entry.ordinal in self._ordinals:
                    yield self._own(entry), blocks

    def sha256(self, hashes: Mapping[int, str]) -> str:
        """Return the hash of the sorted listing, as the folder would have it on a disk."""
        return listing_hash(
            (hashes.get(entry.ordinal, "unread"), entry.name)
            for entry in self._entries
            if not is_junk(entry.name)
        )

    def changed(self) -> bool:
        """Tell whether the archive is no longer what it was when it was opened."""
        return self._outer.changed()

    def close(self) -> None:
        """Let go of the archive."""
        self._outer.close()

    def _own(self, entry: Entry) -> Entry:
        return replace(entry, name=entry.name[len(self._root) :])

    def _whole(self, entry: Entry) -> Entry:
        return replace(entry, name=self._root + entry.name)
