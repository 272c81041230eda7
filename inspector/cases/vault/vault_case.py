# SPDX-License-Identifier: Apache-2.0
"""A case on disk. Each act is one step of the database: it is there whole, or was never done."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from inspector.cases.acts import Act, ActKind, Detail
from inspector.cases.case import MemoryCase
from inspector.cases.custody import FIRST, first_break, link
from inspector.cases.vault.keys import derived
from inspector.cases.vault.migrations import STEPS
from inspector.cases.vault.originals import Copied, Originals, Tick
from inspector.cases.vault.rows import NAME, Connection, connect, step
from inspector.cases.vault.stored import act_bytes, reading_bytes, stored_act, stored_reading
from inspector.domain.reading import SourceReading


class BrokenLogError(Exception):
    """The chain of acts does not hold: act `number` does not follow the one before it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class VaultCase:
    """An open case; it is closed by `close` or at the end of a `with`. One at a time may write to it."""

    def __init__(self, folder: Path, data_key: bytes) -> None:
        """Open the case in a folder whose header opened to `data_key`, or make its database.

        Raises WrongKeyError, NewerError, RowsError, BrokenLogError.
        """
        self._rows: Connection = connect(folder / NAME, derived(data_key, "rows"), STEPS)
        self._originals = Originals(folder, derived(data_key, "originals"))
        self._memory = MemoryCase()
        self._prev = FIRST
        try:
            self._load()
            self._originals.sweep(self._copies())
        except BaseException:
            self._rows.close()
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
        act = Act(len(self.acts) + 1, kind, at, dict(details))
        with step(self._rows):
            prev = self._write(act)
        self._prev = prev
        return self._memory.append(kind, at, details)

    def add(self, reading: SourceReading, at: datetime) -> Act:
        """Add a source with what was read from it, as one act; the same content counts once."""
        after = self._memory.copy()
        act = after.add(reading, at)
        with step(self._rows):
            prev = self._write(act)
            for key, kept in after.by_content.items():
                if self._memory.by_content.get(key) is not kept:
                    self._rows.execute(
                        "INSERT OR REPLACE INTO reading (source, reading, n) VALUES (?, ?, ?)",
                        (key, reading_bytes(kept), act.number),
                    )
        self._memory, self._prev = after, prev
        return act

    def keep(self, path: Path, tick: Tick = lambda _: None) -> Copied:
        """Put an encrypted copy of a file into the case, once for the same content.

        Raises NoRoomError before anything is written, OSError, RowsError.
        """
        copied = self._originals.copy(path, tick)
        known = self._rows.execute("SELECT file FROM original WHERE sha256 = ?", (copied.sha256,)).fetchone()
        if known is not None and known[0] is not None:
            self._originals.remove(copied.file)
            return Copied(copied.sha256, copied.sha512, copied.size, known[0])
        with step(self._rows):
            self._rows.execute(
                "INSERT OR REPLACE INTO original (sha256, sha512, bytes, file) VALUES (?, ?, ?, ?)",
                (copied.sha256, copied.sha512, copied.size, copied.file),
            )
        return copied

    def original(self, sha256: str) -> Iterator[bytes] | None:
        """Return the bytes of the original with this hash, None where the case keeps no copy of it."""
        found = self._rows.execute("SELECT file FROM original WHERE sha256 = ?", (sha256,)).fetchone()
        return self._originals.content(found[0]) if found and found[0] else None

    def close(self) -> None:
        """Let go of the case; its key is forgotten."""
        self._rows.close()

    def __enter__(self) -> Self:
        """Return the case."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the case."""
        self.close()

    def _write(self, act: Act) -> str:
        spelling = act_bytes(act, self._prev)
        self._rows.execute("INSERT INTO act (n, canonical) VALUES (?, ?)", (act.number, spelling))
        return link(json.loads(spelling))

    def _load(self) -> None:
        found = [json.loads(one[0]) for one in self._rows.execute("SELECT canonical FROM act ORDER BY n")]
        broken = first_break(found)
        if broken is not None:
            raise BrokenLogError(broken)
        readings = {
            key: stored_reading(data)
            for key, data in self._rows.execute("SELECT source, reading FROM reading ORDER BY source")
        }
        self._memory = MemoryCase([stored_act(one) for one in found], readings)
        self._prev = link(found[-1]) if found else FIRST

    def _copies(self) -> frozenset[str]:
        return frozenset(
            one[0] for one in self._rows.execute("SELECT file FROM original WHERE file IS NOT NULL")
        )
