# SPDX-License-Identifier: Apache-2.0
"""Keeps the originals of sources in a case: encrypted copies, or the hash and place of what stays put."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal

from inspector.app.case_telling import told
from inspector.archives.again import OriginalFile, files_of
from inspector.archives.watch import ReadCancelledError
from inspector.cases.acts import ActKind, Detail
from inspector.cases.vault.originals import NoRoomError, Original
from inspector.cases.vault.vault_case import VaultCase
from inspector.domain.sources import Source
from inspector.domain.text import Note, note

How = Literal["copied", "in_place"]
_MOST_LISTED: Final = 200


@dataclass(frozen=True, slots=True)
class Kept:
    """The originals of one source, not noted yet. `problem`: why they are not kept as it was wished."""

    source: Source
    how: How
    names: tuple[str, ...]
    originals: tuple[Original, ...]
    problem: Note | None = None

    @property
    def details(self) -> dict[str, Detail]:
        """Return the details of the act; of very many files the hashes stand in the case alone."""
        rows = zip(self.names, self.originals, strict=True)
        files: list[Detail] = [
            {"name": name, "sha256": one.sha256, "sha512": one.sha512, "bytes": one.size}
            for name, one in list(rows)[:_MOST_LISTED]
        ]
        said: dict[str, Detail] = {
            "source": self.source.sha256,
            "name": self.source.name,
            "how": self.how,
            "files": files,
            "count": len(self.originals),
        }
        return said | ({"problem": self.problem.key} if self.problem else {})


class Keeper:
    """Takes originals on whatever thread reads, and notes them where acts are added."""

    def __init__(self, case: VaultCase, *, in_place: bool = False) -> None:
        """`in_place`: originals stay where they are, and the case knows their hashes."""
        self.case = case
        self.in_place = in_place

    def take(
        self, source: Source, cancelled: Callable[[], bool], progress: Callable[[int, int], None]
    ) -> Kept | None:
        """Copy or hash the files of a source, None where it could not be read at all.

        Where the disk has no room they stay in place; where a file has changed since it was read, or cannot
        be read any more, nothing of the source is kept, and `problem` says so. Raises ReadCancelledError.
        """
        if not source.sha256:
            return None
        files = files_of(source)
        passing = _Passing(source.size, cancelled, progress)
        try:
            if not self.in_place:
                self.case.need(source.size)
        except NoRoomError:
            return self._taken(
                source, files, passing, "in_place", note("case.no_room_copy", name=source.name)
            )
        return self._taken(source, files, passing, "in_place" if self.in_place else "copied", None)

    def note(self, kept: Kept, at: datetime) -> None:
        """Note what was taken, as one act, unless the case knows it. Raises CaseError."""
        if (kept.source.sha256, kept.how) not in self._noted() or kept.problem is not None:
            with told():
                self.case.keep(kept.originals, at, kept.details)

    def missing(self) -> tuple[Source, ...]:
        """Return the sources of whose originals nothing was noted, such as where the program was killed."""
        noted = {sha256 for sha256, _how in self._noted()}
        sources = (one.source for one in self.case.readings)
        return tuple(one for one in sources if one.sha256 and one.sha256 not in noted)

    def _noted(self) -> set[tuple[object, object]]:
        acts = (act for act in self.case.acts if act.kind is ActKind.KEPT)
        return {(act.details.get("source"), act.details.get("how")) for act in acts}

    def _taken(
        self, source: Source, files: Sequence[OriginalFile], passing: _Passing, how: How, problem: Note | None
    ) -> Kept:
        known = {one.sha256: one for one in self.case.originals}
        found: list[Original] = []
        try:
            for file in files:
                has = known.get(file.sha256)
                copied = has if has is not None and (has.file or how == "in_place") else None
                one = copied or self._original(source, file, passing, how)
                if one.sha256 != file.sha256:
                    return Kept(source, how, (), (), note("case.changed_since", name=source.name))
                known[one.sha256] = one
                found.append(one)
        except OSError:
            return Kept(source, how, (), (), note("case.cannot_copy", name=source.name))
        return Kept(source, how, tuple(file.name for file in files), tuple(found), problem)

    def _original(self, source: Source, file: OriginalFile, passing: _Passing, how: How) -> Original:
        if how == "copied":
            return self.case.copy(file.content, passing.tick)
        place = file.content if isinstance(file.content, Path) else source.path
        return self.case.refer(file.content, place, passing.tick)


class _Passing:
    """Counts the bytes that pass, and stops where somebody asked to."""

    def __init__(
        self, total: int, cancelled: Callable[[], bool], progress: Callable[[int, int], None]
    ) -> None:
        self._total = total
        self._done = 0
        self._cancelled = cancelled
        self._progress = progress

    def tick(self, size: int) -> None:
        """Take note of a block. Raises ReadCancelledError."""
        if self._cancelled():
            raise ReadCancelledError
        self._done += size
        self._progress(min(self._done, self._total), self._total)
