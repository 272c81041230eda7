# SPDX-License-Identifier: Apache-2.0
"""The interface of a case, and the case that lives in memory only."""

from __future__ import annotations

from collections.abc import Mapping
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

    def __init__(self) -> None:
        """Start without acts."""
        self._acts: list[Act] = []
        self._readings: dict[str, SourceReading] = {}

    @property
    def acts(self) -> tuple[Act, ...]:
        """Return all acts in order."""
        return tuple(self._acts)

    @property
    def readings(self) -> tuple[SourceReading, ...]:
        """Return what was read from each source, ordered by the source's content."""
        order = sorted(self._readings.values(), key=lambda one: (one.source.sha256, one.source.name))
        return tuple(order)

    def append(self, kind: ActKind, at: datetime, details: Mapping[str, Detail]) -> Act:
        """Add an act and return it."""
        act = Act(len(self._acts) + 1, kind, at, dict(details))
        self._acts.append(act)
        return act

    def add(self, reading: SourceReading, at: datetime) -> Act:
        """Add a source with what was read from it, as one act; the same content counts once."""
        source = reading.source
        self._readings.setdefault(source.sha256 or str(source.path), reading)
        return self.append(
            ActKind.ADDED,
            at,
            {
                "name": source.name,
                "kind": source.kind,
                "sha256": source.sha256,
                "bytes": source.size,
                "status": source.status,
            },
        )
