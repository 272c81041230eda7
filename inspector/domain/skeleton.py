# SPDX-License-Identifier: Apache-2.0
"""What a source is made of, without what it says: shown names, kinds of values, and counts."""

from __future__ import annotations

from dataclasses import dataclass

from inspector.domain.words import SourceStatus

Counts = tuple[tuple[str, int], ...]
"""How often each word occurs, sorted by word."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a document, as a JSON pointer of shown names, and the kinds of values that stand there."""

    path: str
    kinds: Counts


@dataclass(frozen=True, slots=True)
class Alike:
    """Members that share a shown name and a form. `records`: rows, values; `faults`: keys of sentences."""

    name: str
    form: str
    count: int
    records: int
    statuses: Counts
    faults: Counts
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A whole source. `status` is `read`, or why it could not be opened; `fault`: the key that says so."""

    format: str
    status: SourceStatus
    members: tuple[Alike, ...] = ()
    fault: str | None = None
