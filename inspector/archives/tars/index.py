# SPDX-License-Identifier: Apache-2.0
"""What lies in a tar: its headers gone through once, each checked, with where the bytes of each file begin.

A tar has no directory, so one that is inside gzip is unpacked twice: once for this list, once to be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Final, Protocol

from inspector.archives.container import Entry
from inspector.archives.entries import MadeWhenAsked
from inspector.archives.limits import Limits
from inspector.archives.names import is_unsafe, shown
from inspector.archives.tars.header import (
    BLOCK,
    DEVICES,
    FILES,
    FOLDER,
    LINKS,
    LONG_LINK,
    LONG_NAME,
    PAX,
    PAX_FOR_ALL,
    SPARSE,
    TarError,
    TarHeader,
    decimal,
    header_of,
    pax_records,
)
from inspector.domain.moment import UNKNOWN_MOMENT, Moment, instant
from inspector.domain.words import MemberStatus

HEAD: Final = 8192
_HEADS_MOST: Final = 32 << 20
_NAMES_MOST: Final = 1 << 20
_ZEROS: Final = bytes(BLOCK)
_GNU_SPARSE: Final = b"GNU.sparse."


class Reel(Protocol):
    """Bytes gone through forwards."""

    @property
    def position(self) -> int:
        """Return how many bytes lie behind."""

    def exactly(self, length: int) -> bytes:
        """Return the next `length` bytes, fewer where they end."""

    def skip_to(self, offset: int) -> None:
        """Go forwards to `offset`, or to the end."""


@dataclass(frozen=True, slots=True)
class TarMember:
    """A file in a tar. `data` is where its bytes begin; `status` and `reason` as in an Entry."""

    name: str
    size: int
    data: int
    time: int
    status: MemberStatus
    reason: str | None


@dataclass(slots=True)
class TarIndex:
    """The files of a tar.

    `whole` is False where it ends early, `too_much` where it holds more than any export has. `heads` are
    first bytes by place in `members`; `stop` is where the end marker ends.
    """

    members: list[TarMember] = field(default_factory=list)
    heads: dict[int, bytes] = field(default_factory=dict)
    whole: bool = False
    too_much: bool = False
    stop: int = 0


class TarEntries(MadeWhenAsked):
    """The files of a tar as entries, each made anew when it is asked for."""

    def __init__(self, members: Sequence[TarMember]) -> None:
        self._members = members

    def __len__(self) -> int:
        return len(self._members)

    def entry(self, place: int) -> Entry:
        """Return the entry at `place`."""
        member = self._members[place]
        return Entry(member.name, member.size, place, _time(member.time), member.status, member.reason)


def _time(seconds: int) -> Moment:
    """Return a member's time, which a tar counts in seconds since 1970 in UTC."""
    if seconds <= 0:
        return UNKNOWN_MOMENT
    try:
        return instant(datetime.fromtimestamp(seconds, UTC), str(seconds))
    except (ValueError, OverflowError, OSError):
        return UNKNOWN_MOMENT


@dataclass(slots=True)
class _Said:
    """What extra headers say of the member that follows them."""

    name: bytes | None = None
    records: dict[bytes, bytes] = field(default_factory=dict)


def indexed(reel: Reel, size: int, limits: Limits) -> TarIndex:
    """Go through all headers; `size` is that of the file. What is no tar leaves an index without members."""
    return _Indexing(reel, limits, limits.total(size)).run()


class _Indexing:
    def __init__(self, reel: Reel, limits: Limits, budget: int) -> None:
        self._reel = reel
        self._limits = limits
        self._budget = budget
        self._kept = 0
        self._said = _Said()
        self._found = TarIndex()

    def run(self) -> TarIndex:
        """Return what was found up to the end, or up to where the tar stops making sense."""
        found = self._found
        try:
            while not found.whole:
                block = self._reel.exactly(BLOCK)
                if block == _ZEROS:
                    found.stop = self._reel.position
                    found.whole = True
                elif len(found.members) >= self._limits.entries or self._reel.position > self._budget:
                    found.too_much = True
                    break
                else:
                    self._header(header_of(block))
        except TarError:
            found.whole = False
        return found

    def _header(self, header: TarHeader) -> None:
        if header.kind in PAX:
            self._said.records |= pax_records(self._text(header))
        elif header.kind == PAX_FOR_ALL:
            self._text(header)  # says nothing that bears on a single file
        elif header.kind == LONG_NAME:
            self._said.name = self._text(header).split(b"\0", 1)[0]
        elif header.kind == LONG_LINK:
            self._text(header)
        else:
            said, self._said = self._said, _Said()
            self._member(header, said)

    def _text(self, header: TarHeader) -> bytes:
        """Return what follows a header that only speaks of the next one."""
        if header.size > _NAMES_MOST:
            raise TarError
        text = self._reel.exactly(header.size)
        if len(text) < header.size:
            raise TarError
        self._pad()
        return text

    def _pad(self) -> None:
        self._reel.skip_to(-(-self._reel.position // BLOCK) * BLOCK)

    def _member(self, header: TarHeader, said: _Said) -> None:
        raw = said.records.get(b"path", said.name if said.name is not None else header.name)
        size = decimal(said.records[b"size"]) if b"size" in said.records else header.size
        sparse = header.kind == SPARSE or any(key.startswith(_GNU_SPARSE) for key in said.records)
        if header.extended:
            self._sparse_map()
        if header.kind not in FILES | {SPARSE} and header.kind in LINKS | DEVICES | {FOLDER} and size:
            raise TarError
        name = raw.decode("utf-8", "surrogateescape")
        if header.kind == FOLDER or (name.endswith("/") and not size):
            return
        status, reason = self._standing(header, name, size, sparse=sparse)
        self._found.members.append(
            TarMember(shown(name), size, self._reel.position, header.time, status, reason)
        )
        self._pass(size, listed=status == "listed")

    def _pass(self, size: int, *, listed: bool) -> None:
        """Go behind the bytes of the member just noted, and keep the first of them."""
        start, place = self._reel.position, len(self._found.members) - 1
        if start + size > self._budget:
            self._too_much(start, place)
        if listed and self._kept < _HEADS_MOST:
            self._found.heads[place] = self._reel.exactly(min(size, HEAD))
            self._kept += len(self._found.heads[place])
        self._reel.skip_to(start + size)
        if self._reel.position < start + size:
            raise TarError
        self._pad()

    def _too_much(self, start: int, place: int) -> None:
        """Give up at a member that is there as far as one may look, and too long."""
        self._reel.skip_to(max(start, self._budget))
        if self._reel.position >= self._budget:
            self._found.too_much = True
            last = self._found.members[place]
            self._found.members[place] = replace(last, status="refused", reason="member.too_large")
        raise TarError

    def _standing(
        self, header: TarHeader, name: str, size: int, *, sparse: bool
    ) -> tuple[MemberStatus, str | None]:
        if is_unsafe(name) or not name.strip("/"):
            return "refused", "member.unsafe_name"
        if header.kind in LINKS:
            return "refused", "member.link"
        if sparse:
            return "unsupported", "member.compression"
        if header.kind not in FILES:
            return "refused", "member.not_a_file"
        if size > self._limits.member:
            return "refused", "member.too_large"
        return "listed", None

    def _sparse_map(self) -> None:
        """Go behind the blocks that say where the bytes of a file with holes belong."""
        block = self._reel.exactly(BLOCK)
        while len(block) == BLOCK and block[504:505] == b"\1":
            block = self._reel.exactly(BLOCK)
        if len(block) < BLOCK:
            raise TarError
