# SPDX-License-Identifier: Apache-2.0
"""An unpacked export: a folder walked without following links, hashed file by file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import lru_cache
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
from inspector.archives.names import is_junk, shown
from inspector.domain.moment import UNKNOWN_MOMENT, Moment, without_zone
from inspector.domain.sources import SourcePart
from inspector.domain.text import Note, note

_DEEPEST: Final = 32
_MOST_FILES: Final = 200_000


class FolderContainer:
    """A folder. Its hash is the SHA-256 of the sorted lines `sha256  name` of its files, junk left out."""

    def __init__(self, path: Path) -> None:
        """Walk `path`. Raises SourceError where the folder itself cannot be listed or holds too much."""
        self._path = path
        self._files: dict[int, tuple[str, Fingerprint]] = {}
        self._entries = self._walked()

    @property
    def format(self) -> str:
        """Name the kind of container."""
        return "folder"

    @property
    def size(self) -> int:
        """Return the bytes of all files."""
        return sum(entry.size for entry in self._entries)

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

    def entries(self) -> tuple[Entry, ...]:
        """Return all files below the folder, by name."""
        return self._entries

    def names(self) -> list[str]:
        """Return the names of the entries."""
        return [entry.name for entry in self._entries]

    def blocks(self, entry: Entry) -> Iterator[bytes]:
        """Yield the bytes of one file; raises MemberError where the computer does not let it be read."""
        path, before = self._files[entry.ordinal]
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
            (hashes.get(entry.ordinal, "unread"), entry.name)
            for entry in self._entries
            if not is_junk(entry.name)
        )

    def changed(self) -> bool:
        """Tell whether a file came, went or was written to since the folder was walked."""
        files = dict(self._files)
        try:
            self._files = {}
            return self._walked() != self._entries or self._files != files
        except SourceError:
            return True
        finally:
            self._files = files

    def close(self) -> None:
        """Do nothing: each file is closed when it was read."""

    def _walked(self) -> tuple[Entry, ...]:
        found: list[Entry] = []
        for name, place in _below(self._path, "", _DEEPEST):
            if len(found) >= _MOST_FILES:
                raise SourceError("refused", note("source.too_many_files", name=self._path.name))
            found.append(self._entry(name, place, len(found)))
        return tuple(found)

    def _entry(self, name: str, place: str, ordinal: int) -> Entry:
        if name.endswith("/"):
            return Entry(name, 0, ordinal, UNKNOWN_MOMENT, "refused", "member.no_permission")
        try:
            status = os.lstat(place)
        except OSError:
            return Entry(name, 0, ordinal, UNKNOWN_MOMENT, "refused", "member.no_permission")
        if stat.S_ISLNK(status.st_mode):
            return Entry(name, 0, ordinal, UNKNOWN_MOMENT, "refused", "member.link")
        if not stat.S_ISREG(status.st_mode):
            return Entry(name, 0, ordinal, UNKNOWN_MOMENT, "refused", "member.not_a_file")
        self._files[ordinal] = (place, fingerprint(status))
        return Entry(name, status.st_size, ordinal, modified(status))


def _counted(blocks: Iterator[bytes], count: Tick) -> Iterator[bytes]:
    for block in blocks:
        count(len(block))
        yield block


def modified(status: os.stat_result) -> Moment:
    """Return a file's time of change; unpacking writes it from a clock without zone, so none is assumed."""
    return _clock(status.st_mtime // 60)


@lru_cache(4096)
def _clock(minute: float) -> Moment:
    try:
        reading = datetime.fromtimestamp(60 * minute, UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        return UNKNOWN_MOMENT
    return without_zone(reading, "minute", f"{reading:%Y-%m-%d %H:%M}")


def _below(folder: Path | str, prefix: str, depth: int) -> Iterator[tuple[str, str]]:
    """Yield name and place of all that lies below, by name; a folder that cannot be listed as `name/`."""
    try:
        with os.scandir(folder) as listing:
            inside = sorted(listing, key=lambda item: item.name)
    except OSError as error:
        if not prefix:
            raise SourceError("refused", note("source.no_permission", name=Path(folder).name)) from error
        yield prefix, str(folder)
        return
    for item in inside:
        name = prefix + shown(item.name)
        if item.is_dir(follow_symlinks=False) and depth:
            yield from _below(item.path, name + "/", depth - 1)
        else:
            yield name, item.path
