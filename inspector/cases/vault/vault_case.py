# SPDX-License-Identifier: Apache-2.0
"""A case on disk. Each act is one step of the database: it is there whole, or was never done."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

from inspector.cases.acts import Act, ActKind, Detail
from inspector.cases.case import MemoryCase
from inspector.cases.custody import FIRST, first_break, link
from inspector.cases.vault.in_use import Hold
from inspector.cases.vault.keys import derived
from inspector.cases.vault.migrations import STEPS
from inspector.cases.vault.originals import Content, Original, Originals, Tick, measured
from inspector.cases.vault.rows import NAME, Connection, connect, step
from inspector.cases.vault.stored import act_bytes, reading_bytes, stored_act, stored_reading
from inspector.domain.reading import SourceReading


class BrokenLogError(Exception):
    """The chain of acts does not hold: act `number` does not follow the one before it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class VaultCase:
    """An open case; it is closed by `close` or at the end of a `with`. One program at a time has it open.

    Copying and hashing may run on any thread, beside acts that are added on another.
    """

    def __init__(self, folder: Path, data_key: bytes) -> None:
        """Open the case in a folder whose header opened to `data_key`, or make its database.

        Raises InUseError, WrongKeyError, NewerError, RowsError, BrokenLogError.
        """
        self.folder = folder
        self._hold = Hold(folder)
        self._turn = RLock()
        self._memory = MemoryCase()
        self._prev = FIRST
        try:
            self._rows: Connection = connect(folder / NAME, derived(data_key, "rows"), STEPS)
        except BaseException:
            self._hold.release()
            raise
        self._originals = Originals(folder, derived(data_key, "originals"))
        try:
            self._load()
            self._originals.sweep(frozenset(one.file for one in self.originals if one.file))
        except BaseException:
            self.close()
            raise

    @property
    def acts(self) -> tuple[Act, ...]:
        """Return all acts in order."""
        return self._memory.acts

    @property
    def readings(self) -> tuple[SourceReading, ...]:
        """Return what was read from each source, ordered by the source's content."""
        return self._memory.readings

    def append(self, kind: ActKind, at: datetime, details: Mapping[str, Detail]) -> Act:
        """Add an act and return it. Raises RowsError, and nothing is added then."""
        with self._step() as after:
            return after.append(kind, at, details)

    def add(self, reading: SourceReading, at: datetime) -> Act:
        """Add a source with what was read from it, as one act; the same content counts once."""
        with self._step() as after:
            return after.add(reading, at)

    def replace(self, reading: SourceReading) -> None:
        """Put another reading of a source that was added in the place of the one known; it is no act."""
        with self._step() as after:
            after.replace(reading)

    def keep(self, originals: Sequence[Original], at: datetime, details: Mapping[str, Detail]) -> Act:
        """Note where originals are: copied into the case, or at their place, as one act.

        An original of which the case has a copy already is kept once. None at all: the act says so.
        """
        known = {one.sha256: one for one in self.originals}
        with self._step() as after:
            for one in originals:
                has = known.get(one.sha256)
                if _is_more(one, has):
                    self._rows.execute(
                        "INSERT OR REPLACE INTO original (sha256, sha512, bytes, file, path)"
                        " VALUES (?, ?, ?, ?, ?)",
                        (one.sha256, one.sha512, one.size, one.file, one.path),
                    )
                elif has is not None and one.file and one.file != has.file:
                    self._originals.remove(one.file)
            return after.append(ActKind.KEPT, at, details)

    def copy(self, content: Content, tick: Tick = lambda _: None) -> Original:
        """Put an encrypted copy of a file into the case; it counts once it is told to `keep`.

        Raises OSError, or what `tick` raises; then nothing is left.
        """
        return self._originals.copy(content, tick)

    def refer(self, content: Content, place: Path, tick: Tick = lambda _: None) -> Original:
        """Return the hashes of what stays in its place. Raises OSError, or what `tick` raises."""
        return measured(content, place, tick)

    def need(self, size: int) -> None:
        """Raise NoRoomError where the disk has too little room for so many bytes more."""
        self._originals.need(size)

    @property
    def originals(self) -> tuple[Original, ...]:
        """Return the originals that the case keeps or refers to, ordered by their hash."""
        with self._turn:
            found = self._rows.execute(
                "SELECT sha256, sha512, bytes, file, path FROM original ORDER BY sha256"
            )
            return tuple(Original(*one) for one in found)

    def original(self, sha256: str) -> Iterator[bytes] | None:
        """Return the bytes of the original with this hash, None where the case keeps no copy of it."""
        found = next((one for one in self.originals if one.sha256 == sha256), None)
        return self._originals.content(found.file) if found and found.file else None

    def secret(self, name: str) -> bytes | None:
        """Return what the case keeps under a name and exports nowhere, None where it keeps nothing."""
        with self._turn:
            found = self._rows.execute("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def keep_secret(self, name: str, value: bytes) -> None:
        """Keep a value under a name, in the place of what was there. It is no act and enters no log."""
        with self._turn, step(self._rows):
            self._rows.execute("INSERT OR REPLACE INTO kept (name, value) VALUES (?, ?)", (name, value))

    def take_over(self, case: MemoryCase) -> None:
        """Take what was done in a case in memory, whole, into this one, in which nothing was done yet.

        Raises ValueError where something was.
        """
        if self.acts:
            raise ValueError("acts")
        with self._step() as after:
            after.take_over(case)

    def check_log(self) -> None:
        """Read the log from the disk once more. Raises BrokenLogError."""
        with self._turn:
            self._chain()

    def close(self) -> None:
        """Let go of the case; its key is forgotten."""
        with self._turn:
            self._rows.close()
            self._hold.release()

    def __enter__(self) -> Self:
        """Return the case."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the case."""
        self.close()

    @contextmanager
    def _step(self) -> Iterator[MemoryCase]:
        """Give a copy of what is known; what is added to it is on the disk in the end, or nothing of it."""
        with self._turn:
            after, prev = self._memory.copy(), self._prev
            with step(self._rows):
                yield after
                for act in after.acts[len(self._memory.acts) :]:
                    prev = self._write(act, prev)
                self._write_readings(after)
            self._memory, self._prev = after, prev

    def _write(self, act: Act, prev: str) -> str:
        spelling = act_bytes(act, prev)
        self._rows.execute("INSERT INTO act (n, canonical) VALUES (?, ?)", (act.number, spelling))
        return link(json.loads(spelling))

    def _write_readings(self, after: MemoryCase) -> None:
        for key, kept in after.by_content.items():
            if self._memory.by_content.get(key) is not kept:
                self._rows.execute(
                    "INSERT OR REPLACE INTO reading (source, reading, n) VALUES (?, ?, ?)",
                    (key, reading_bytes(kept), len(after.acts)),
                )

    def _load(self) -> None:
        found = self._chain()
        readings = {
            key: stored_reading(data)
            for key, data in self._rows.execute("SELECT source, reading FROM reading ORDER BY source")
        }
        self._memory = MemoryCase([stored_act(one) for one in found], readings)
        self._prev = link(found[-1]) if found else FIRST

    def _chain(self) -> list[dict[str, Detail]]:
        found = [json.loads(one[0]) for one in self._rows.execute("SELECT canonical FROM act ORDER BY n")]
        broken = first_break(found)
        if broken is not None:
            raise BrokenLogError(broken)
        return found


def _is_more(one: Original, known: Original | None) -> bool:
    """Answer whether an original is new to the case, or was only referred to before."""
    return known is None or (one.file is not None and known.file is None)
