# SPDX-License-Identifier: Apache-2.0
"""Where a record of the data files was found: a file of a repository at a commit, or a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from inspector.catalog.decode import Record
from inspector.catalog.regions import Regions

T = TypeVar("T")


class RecordSource(Record, frozen=True):
    """A file in a repository, or an address; `changed` is the day of its last change there."""

    repo: str | None = None
    path: str | None = None
    commit: str | None = None
    changed: date | None = None
    url: str | None = None
    date: str | None = None


def most_specific(
    records: Iterable[T], spoken_for: Callable[[T], tuple[str, ...]], region: str, day: date, regions: Regions
) -> tuple[T, ...]:
    """Return the records of the most specific region that has any: a named one beats a group, a group `*`."""
    known = tuple(records)
    for level in regions.levels(region, day):
        here = tuple(record for record in known if level in spoken_for(record))
        if here:
            return here
    return ()
