# SPDX-License-Identifier: Apache-2.0
"""The interface of a case, and the case that lives in memory only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from inspector.cases.acts import Act, ActKind, Detail
from inspector.domain.reading import SourceReading


class Case(Protocol):
    """Acts and what was read from the sources that acts added. Nothing is ever changed or removed."""

    @property
    def acts(self) -> tuple[Act, ...]:
        """Return all acts in order."""

    @property
    def readings(self) -> tuple[SourceReading, ...]:
        """Return what was read from each source, ordered by the source's content."""

    def append(self, kind: ActKind, at: datetime, details: Mapping[str, Detail]) -> Act:
        """Add an act and return it."""

    def add(self, reading: SourceReading, at: datetime) -> Act:
        """Add a source with what was read from it, as one act; the same content counts once."""


class MemoryCase:
    """A case that is gone when the program ends: `inspect` keeps nothing."""

    def __init__(
        self, acts: Sequence[Act] = (), by_content: Mapping[str, SourceReading] | None = None
    ) -> None:
        """Start with what was done before, such as in a case that is kept on disk; else with nothing."""
        self._acts: list[Act] = list(acts)
        self._readings: dict[str, SourceReading] = dict(by_content or {})

    @property
    def acts(self) -> tuple[Act, ...]:
        """Return all acts in order."""
        return tuple(self._acts)

    @property
    def readings(self) -> tuple[SourceReading, ...]:
        """Return what was read from each source, ordered by the source's content."""
        order = sorted(self._readings.values(), key=lambda one: (one.source.sha256, one.source.name))
        return tuple(order)

    @property
    def by_content(self) -> Mapping[str, SourceReading]:
        """Return what was read, by the hash of the source, or by its path where there is none."""
        return self._readings

    def copy(self) -> MemoryCase:
        """Return a case that stands as this one does now."""
        return MemoryCase(self._acts, self._readings)

    def replace(self, reading: SourceReading) -> None:
        """Put another reading of a source that was added in the place of the one known; it is no act."""
        self._readings[reading.source.sha256 or str(reading.source.path)] = reading

    def take_over(self, case: MemoryCase) -> None:
        """Take all that was done in another case; nothing was done in this one."""
        self._acts, self._readings = list(case.acts), dict(case.by_content)

    def append(self, kind: ActKind, at: datetime, details: Mapping[str, Detail]) -> Act:
        """Add an act and return it."""
        act = Act(len(self._acts) + 1, kind, at, dict(details))
        self._acts.append(act)
        return act

    def add(self, reading: SourceReading, at: datetime) -> Act:
        """Add a source with what was read from it, as one act; the same content counts once.

        A file that is read again, such as with its password, counts as it was read last.
        """
        source = reading.source
        key = source.sha256 or str(source.path)
        if self._readings.setdefault(key, reading).source.path == source.path:
            self._readings[key] = reading
        return self.append(
            ActKind.ADDED,
            at,
            {
                "name": source.name,
                "kind": source.kind,
                "sha256": source.sha256,
                "bytes": source.size,
                "status": source.status,
                **({"reason": source.reason.key} if source.reason else {}),
            },
        )
