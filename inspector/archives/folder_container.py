# SPDX-License-Identifier: Apache-2.0
"""An unpacked export: a folder walked without following links, hashed file by file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Final

from inspector.archives.container import (
    Entry,
    Fingerprint,
    MemberError,
    SourceError,
    Tick,
    Walk,
    file_blocks,
    fingerprint,
    head_of,
    listing_hash,
)
from inspector.archives.entries import MadeWhenAsked
from inspector.archives.names import is_junk, shown
from inspector.domain.moment import UNKNOWN_MOMENT, Moment, without_zone
from inspector.domain.sources import SourcePart
from inspector.domain.text import Note, note
from inspector.domain.words import MemberStatus

_DEEPEST: Final = 32
_MOST_FILES: Final = 200_000


_HINDRANCES: Final[tuple[tuple[MemberStatus, str | None], ...]] = (
    ("listed", None),
    ("refused", "member.no_permission"),
    ("refused", "member.link"),
    ("refused", "member.not_a_file"),
)
_FREE, _CLOSED, _LINK, _OTHER = range(len(_HINDRANCES))
_MINUTE: Final = 60
_NANOSECONDS: Final = 1_000_000_000
_NONE: Final[Fingerprint] = (0, 0, 0, 0)


class _Listing(MadeWhenAsked):
    """What lies below a folder, by name; each entry is made anew when it is asked for."""

    def __init__(self, path: Path) -> None:
        """Walk `path`. Raises SourceError where it cannot be listed or holds too much."""
        self._path = path
        self.names: list[str] = []
        self.places: list[str] = []
        self.states: list[Fingerprint] = []
        self._codes = bytearray()
        self._below(str(path), "", _DEEPEST)

    def __len__(self) -> int:
        return len(self.names)

    def entry(self, place: int) -> Entry:
        """Return the entry at `place`."""
        status, reason = _HINDRANCES[self._codes[place]]
        size, changed, _, _ = self.states[place]
        as_of = UNKNOWN_MOMENT if reason else _clock(changed // _NANOSECONDS // _MINUTE)
        return Entry(self.names[place], size, place, as_of, status, reason)

    def same(self, other: _Listing) -> bool:
        """Tell whether the same files lie there, as they were."""
        return (self.names, self.states, self._codes) == (other.names, other.states, other._codes)

    def _below(self, folder: str, prefix: str, depth: int) -> None:
        """Take in all that lies in a folder, by name; a folder that cannot be listed as `name/`."""
        try:
            with os.scandir(folder) as listing:
                inside = sorted(listing, key=attrgetter("name"))
        except OSError as error:
            if not prefix:
                name = self._path.name
                raise SourceError("refused", note("source.no_permission", name=name)) from error
            self._add(prefix, folder, _NONE, _CLOSED)
            return
        for item in inside:
            name = prefix + shown(item.name)
            if depth and item.is_dir(follow_symlinks=False):
                self._below(item.path, name + "/", depth - 1)
            else:
                self._add(name, item.path, *_state(item.path))

    def _add(self, name: str, place: str, state: Fingerprint, code: int) -> None:
        if len(self.names) >= _MOST_FILES:
            raise SourceError("refused", note("source.too_many_files", name=self._path.name))
        self.names.append(name)
        self.places.append(place)
        self.states.append(state)
        self._codes.append(code)


def _state(place: str) -> tuple[Fingerprint, int]:
    """Return what must stay the same of a file, and what keeps it from being read."""
    try:
        status = os.lstat(place)
    except OSError:
        return _NONE, _CLOSED
    if stat.S_ISREG(status.st_mode):
        return fingerprint(status), _FREE
    return _NONE, _LINK if stat.S_ISLNK(status.st_mode) else _OTHER


class FolderContainer:
    """A folder. Its hash is the SHA-256 of the sorted lines `sha256  name` of its files, junk left out."""

    def __init__(self, path: Path) -> None:
        """Walk `path`. Raises SourceError where the folder itself cannot be listed or holds too much."""
        self._path = path
        self._entries = _Listing(path)

    @property
    def format(self) -> str:
        """Name the kind of container."""
        return "folder"

    @property
    def size(self) -> int:
        """Return the bytes of all files."""
        return sum(size for size, *_ in self._entries.states)

    @property
    def losses(self) -> tuple[Note, ...]:
        """Return nothing: what cannot be read is among the entries."""
        return ()

    @property
    def remarks(self) -> tuple[Note, ...]:
        """Return nothing."""
        return ()

    @property
    def parts(self) -> tuple[SourcePart, ...]:
        """Return nothing: the files of a folder are its members."""
        return ()

    def entries(self) -> Sequence[Entry]:
        """Return all files below the folder, by name."""
        return self._entries

    def names(self) -> list[str]:
        """Return the names of the entries."""
        return list(self._entries.names)

    def blocks(self, entry: Entry) -> Iterator[bytes]:
        """Yield the bytes of one file; raises MemberError where the computer does not let it be read."""
        path, before = self._entries.places[entry.ordinal], self._entries.states[entry.ordinal]
        try:
            with Path(path).open("rb") as file:
                if fingerprint(os.fstat(file.fileno())) != before:
                    raise MemberError("damaged", "member.changed")
                yield from file_blocks(file, entry.size)
        except PermissionError as error:
            raise MemberError("refused", "member.no_permission") from error
        except OSError as error:
            raise MemberError("damaged", "member.damaged") from error

    def head(self, entry: Entry, length: int) -> bytes:
        """Return the beginning of one file."""
        return head_of(self.blocks(entry), length)

    def walk(self, tick: Tick) -> Walk:
        """Yield every entry with its bytes, by name."""
        for entry in self._entries:
            left = entry.size

            def count(read: int) -> None:
                nonlocal left
                left -= read
                tick(read)

            yield entry, _counted(self.blocks(entry), count) if entry.status == "listed" else iter(())
            tick(left)

    def sha256(self, hashes: Mapping[int, str]) -> str:
        """Return the hash of the sorted listing; a file without hash stands in it as `unread`."""
        return listing_hash(
            (hashes.get(ordinal, "unread"), name)
            for ordinal, name in enumerate(self._entries.names)
            if not is_junk(name)
        )

    def changed(self) -> bool:
        """Tell whether a file came, went or was written to since the folder was walked."""
        try:
            return not self._entries.same(_Listing(self._path))
        except SourceError:
            return True

    def close(self) -> None:
        """Do nothing: each file is closed when it was read."""


def _counted(blocks: Iterator[bytes], count: Tick) -> Iterator[bytes]:
    for block in blocks:
        count(len(block))
        yield block


def modified(status: os.stat_result) -> Moment:
    """Return a file's time of change; unpacking writes it from a clock without zone, so none is assumed."""
    return _clock(status.st_mtime_ns // _NANOSECONDS // _MINUTE)


@lru_cache(4096)
def _clock(minute: int) -> Moment:
    try:
        reading = datetime.fromtimestamp(_MINUTE * minute, UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        return UNKNOWN_MOMENT
    return without_zone(reading, "minute", f"{reading:%Y-%m-%d %H:%M}")
